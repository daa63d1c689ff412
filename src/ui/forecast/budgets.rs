//! Monthly budgets: the list, and a form to set one.

use crate::session::{Event, Session, View, part_of, tokens_field};
use crate::ui::figure::Why;
use crate::words::budgets as words;
use engine::desk::{BudgetsView, ExportKind, ForecastView};
use engine::plan::{Budget, BudgetOf, BusyBudget, Edit, WatchEdit};
use leptos::prelude::*;

/// What is typed, until it is set.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    /// Into the names that are offered.
    who: usize,
    amount: String,
    /// The name of a busy period; empty: none.
    period: String,
    busy_amount: String,
}

impl Typed {
    /// The budget, once everything can be read.
    fn budget(&self, names: &[BudgetOf]) -> Option<Budget> {
        let of = names.get(self.who)?.clone();
        let mut budget = Budget::even(of, tokens_field(&self.amount).good()?);
        if !self.period.is_empty() {
            let tokens_per_month = tokens_field(&self.busy_amount).good()?;
            budget.busy.push(BusyBudget { period: self.period.clone(), tokens_per_month });
        }
        Some(budget)
    }
}

/// The panel.
#[component]
pub fn Budgets(
    /// The newest answer.
    view: View<ForecastView>,
) -> AnyView {
    let session = Session::get();
    let shown = part_of(view, |view| view.budgets.clone());
    let names =
        Memo::new(move |_| shown.with(|view| view.as_ref().map(|v| v.names.clone()).unwrap_or_default()));
    let budgets = session.plan(|plan| plan.budgets.clone());
    let any = Memo::new(move |_| !budgets.with(Vec::is_empty));
    view! {
        <section id="budgets" class="sheet">
            <h2>{words::TITLE}</h2>
            <p class="finding">{words::ABOUT}</p>
            {move || {
                let view = shown.get().unwrap_or_default();
                let lines = budgets.get().into_iter().enumerate().map(|(index, budget)| line(budgets, index, &budget, &view));
                let lines = lines.collect_view();
                view! { <ul class="entries">{lines}</ul> }
            }}
            <SetBudget names budgets />
            <p class="buttons no-print" hidden=move || !any.get()>
                <button type="button" id="save-budgets" on:click=move |_| session.export(ExportKind::Budgets)>{words::EXPORT}</button>
            </p>
            <small class="soft">{words::BY_DAYS}</small>
        </section>
    }
    .into_any()
}

fn set(session: Session, list: Vec<Budget>) {
    session.dispatch(Event::Edit(Edit::Watch(WatchEdit::Budgets(list))));
}

fn line(budgets: Memo<Vec<Budget>>, index: usize, budget: &Budget, view: &BudgetsView) -> AnyView {
    let session = Session::get();
    let said = words::line(budget);
    let label = format!("Remove the budget: {said}");
    // The answer may be of the plan before.
    let known = view.lines.get(index).filter(|line| line.who == budget.of);
    let lately = known.map(words::lately);
    let over =
        known.is_some_and(|line| line.lately.iter().any(|month| month.over_by.is_some() && !month.forecast));
    let chance = known.and_then(|line| line.chance.clone());
    let subject = format!("{}: chance to pass this month’s budget", words::who(&budget.of));
    let remove = move |_| {
        let mut list = budgets.get_untracked();
        if index < list.len() {
            list.remove(index);
        }
        set(session, list);
    };
    view! {
        <li>
            <span>
                <b>{said}</b>
                {lately.map(|lately| view! { <br /><span class:warn-text=over>{lately}</span> })}
                {chance.map(|figure| view! { " " <Why subject figure /> })}
            </span>
            <button type="button" class="no-print" aria-label=label on:click=remove>"Remove"</button>
        </li>
    }
    .into_any()
}

/// The form.
#[component]
fn SetBudget(
    /// Who may get one.
    names: Memo<Vec<BudgetOf>>,
    /// The plan's.
    budgets: Memo<Vec<Budget>>,
) -> AnyView {
    let session = Session::get();
    let typed = RwSignal::new(Typed::default());
    let periods = session.plan(|plan| {
        let mut names: Vec<String> = plan.busy.iter().map(|busy| busy.name.clone()).collect();
        names.sort();
        names.dedup();
        names
    });
    let ready = Memo::new(move |_| names.with(|names| typed.with(|typed| typed.budget(names).is_some())));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let budget = names.with_untracked(|names| typed.with_untracked(|typed| typed.budget(names)));
        let Some(budget) = budget else { return };
        let mut list = budgets.get_untracked();
        budget.put_into(&mut list);
        set(session, list);
        typed.update(|typed| *typed = Typed { who: typed.who, ..Typed::default() });
    };
    let field = move |of: fn(&mut Typed) -> &mut String| {
        move |event| typed.update(|typed| *of(typed) = event_target_value(&event))
    };
    let whose = move || {
        let all = names.get().into_iter().enumerate();
        let options = all.map(|(index, who)| {
            let chosen = move || typed.with(|typed| typed.who == index);
            view! { <option value=index.to_string() prop:selected=chosen>{words::who(&who)}</option> }
        });
        options.collect_view()
    };
    let in_periods = move || {
        let options = periods.get().into_iter().map(|name| {
            let this = name.clone();
            let chosen = move || typed.with(|typed| typed.period == this);
            view! { <option value=name.clone() prop:selected=chosen>{name.clone()}</option> }
        });
        options.collect_view()
    };
    view! {
        <form class="inline-form no-print" on:submit=add>
            <span class="field"><label for="budget-of">"Budget of"</label>
                <select id="budget-of" on:change=move |event| { let chosen = event_target_value(&event).parse().unwrap_or_default(); typed.update(|typed| typed.who = chosen) }>{whose}</select>
            </span>
            <span class="field"><label for="budget-amount">"Tokens a month"</label><input id="budget-amount" class="short" type="text" inputmode="decimal" autocomplete="off" placeholder="400" prop:value=move || typed.with(|t| t.amount.clone()) on:input=field(|t| &mut t.amount) /></span>
            <span class="field" hidden=move || periods.with(Vec::is_empty)><label for="budget-period">"Other amount in"</label>
                <select id="budget-period" on:change=field(|t| &mut t.period)>
                    <option value="" prop:selected=move || typed.with(|t| t.period.is_empty())>{words::NO_PERIOD}</option>
                    {in_periods}
                </select>
            </span>
            <span class="field" hidden=move || typed.with(|t| t.period.is_empty())><label for="budget-busy">"Tokens a month there"</label><input id="budget-busy" class="short" type="text" inputmode="decimal" autocomplete="off" placeholder="900" prop:value=move || typed.with(|t| t.busy_amount.clone()) on:input=field(|t| &mut t.busy_amount) /></span>
            <button type="submit" id="set-budget" disabled=move || !ready.get()>"Set the budget"</button>
        </form>
    }
    .into_any()
}
