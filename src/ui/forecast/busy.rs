//! Busy and quiet periods: what the user knows of the future, each with a chance.

use super::planned::PlannedWork;
use crate::session::{Event, Field, Session, day_field, end_field, number_field};
use crate::words::{forecast as words, numbers};
use engine::plan::{Busy, BusyChange, Edit, WorkEdit};
use engine::usage::Tokens;
use leptos::prelude::*;

/// What is typed, until it is added.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    name: String,
    from: String,
    to: String,
    amount: String,
    /// Tokens a day instead of percent.
    in_tokens: bool,
    chance: String,
}

impl Typed {
    /// The period, once everything can be read. Nothing typed as chance is certain.
    fn busy(&self) -> Option<Busy> {
        let from = day_field(&self.from);
        let to = end_field(&self.to, &from).good()?;
        let amount = number_field(&self.amount).good()?;
        let chance = match number_field(&self.chance) {
            Field::Empty => 100.0,
            Field::Good(percent) if (0.0..=100.0).contains(&percent) => percent,
            _ => return None,
        };
        let change = if self.in_tokens {
            BusyChange::TokensPerDay(Tokens::from_f64(amount))
        } else {
            BusyChange::Percent(amount.max(-100.0))
        };
        let name = self.name.trim();
        let name = if name.is_empty() { words::BUSY_UNNAMED } else { name };
        Some(Busy { name: name.to_string(), from: from.good()?, to, change, probability: chance / 100.0 })
    }
}

/// The panel: the list and a form to add to it.
#[component]
pub fn BusyPeriods() -> AnyView {
    let session = Session::get();
    let busy = session.plan(|plan| plan.busy.clone());
    let typed = RwSignal::new(Typed::default());
    let ready = Memo::new(move |_| typed.with(|typed| typed.busy().is_some()));
    let set = move |list: Vec<Busy>| session.dispatch(Event::Edit(Edit::Work(WorkEdit::Busy(list))));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(one) = typed.with_untracked(Typed::busy) else { return };
        let mut list = busy.get_untracked();
        list.push(one);
        set(list);
        typed.set(Typed::default());
    };
    let field = move |of: fn(&mut Typed) -> &mut String| {
        move |event| typed.update(|typed| *of(typed) = event_target_value(&event))
    };
    view! {
        <section id="busy" class="sheet">
            <h2>{words::BUSY}</h2>
            <p class="finding">"A project start, a deadline, the summer break: what the past weeks cannot know. It counts as likely as you say."</p>
            {move || {
                let lines = busy.get().into_iter().enumerate().map(|(index, one)| {
                    let words = words::busy(&one);
                    let label = format!("Remove: {words}");
                    let remove = move |_| {
                        let mut list = busy.get_untracked();
                        if index < list.len() {
                            list.remove(index);
                        }
                        set(list);
                    };
                    view! { <li><span>{words}</span><button type="button" class="no-print" aria-label=label on:click=remove>"Remove"</button></li> }
                });
                let lines = lines.collect_view();
                view! { <ul class="entries">{lines}</ul> }
            }}
            <form class="inline-form no-print" on:submit=add>
                <span class="field"><label for="busy-name">"Name"</label><input id="busy-name" type="text" autocomplete="off" prop:value=move || typed.with(|t| t.name.clone()) on:input=field(|t| &mut t.name) /></span>
                <span class="field"><label for="busy-from">"From"</label><input id="busy-from" type="date" prop:value=move || typed.with(|t| t.from.clone()) on:input=field(|t| &mut t.from) /></span>
                <span class="field"><label for="busy-to">"To"</label><input id="busy-to" type="date" prop:value=move || typed.with(|t| t.to.clone()) on:input=field(|t| &mut t.to) /></span>
                <span class="field"><label for="busy-amount">"Change"</label><input id="busy-amount" class="short" type="text" inputmode="decimal" autocomplete="off" placeholder="30" prop:value=move || typed.with(|t| t.amount.clone()) on:input=field(|t| &mut t.amount) /></span>
                <span class="field"><label class="visually-hidden" for="busy-unit">"Unit of the change"</label>
                    <select id="busy-unit" on:change=move |event| { let in_tokens = event_target_value(&event) == "tokens"; typed.update(|typed| typed.in_tokens = in_tokens) }>
                        <option value="percent">"% of usual use"</option>
                        <option value="tokens">"tokens a day"</option>
                    </select>
                </span>
                <span class="field"><label for="busy-chance">"Chance, %"</label><input id="busy-chance" class="short" type="text" inputmode="decimal" autocomplete="off" placeholder="100" prop:value=move || typed.with(|t| t.chance.clone()) on:input=field(|t| &mut t.chance) /></span>
                <button type="submit" disabled=move || !ready.get()>"Add the period"</button>
            </form>
            <small class="soft">{words::BUSY_HINT}" "{numbers::share(-0.2)}" is a quiet time."</small>
            <PlannedWork />
        </section>
    }
    .into_any()
}
