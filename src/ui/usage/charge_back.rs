//! Whose use it was, by month, against a budget, and as a file.

use super::scope::Scope;
use super::toggles::Toggles;
use crate::session::{Session, View};
use crate::ui::consumers::amount;
use crate::ui::copies::{Copyable, TableFrame};
use crate::ui::picture::AsTable;
use crate::words::{charge_back as words, numbers, plural};
use engine::desk::{Answer, Ask, ChargeBackBy, ChargeBackLine, ChargeBackView, ExportKind};
use engine::plan::{Budget, Busy};
use leptos::prelude::*;

/// How many months the table lists.
const MONTHS_MAX: usize = 12;
/// How many lines stand in the page; the file holds all.
const LINES_MAX: usize = 100;

/// The panel.
#[component]
pub fn ChargeBack() -> AnyView {
    let (session, scope) = (Session::get(), Scope::get());
    let charged = session.view(
        move || Ask::ChargeBack(scope.charge_to.get()),
        |answer| match answer {
            Answer::ChargeBack(view) => Some(*view),
            _ => None,
        },
    );
    view! { <ChargeBackPanel charged /> }.into_any()
}

/// The panel with its view.
#[component]
pub fn ChargeBackPanel(
    /// Whose use it was.
    charged: View<ChargeBackView>,
) -> AnyView {
    let (session, scope) = (Session::get(), Scope::get());
    let currency = session.currency();
    let budgets = session.plan(|plan| (plan.budgets.clone(), plan.busy.clone()));
    let save = move |_| session.export(ExportKind::ChargeBack(scope.charge_to.get_untracked()));
    view! {
        <section id="charge-back" class="sheet">
            <h2>{words::CHARGE_BACK}</h2>
            <Toggles label="Charged to" choices=words::BY.to_vec() chosen=scope.charge_to.into() choose=move |by| scope.charge_to.set(by) />
            {move || charged.get().map(|view| body(&view, &budgets.get(), currency.get()))}
            <p class="buttons no-print">
                <button type="button" id="export-charge-back" on:click=save>{words::EXPORT}</button>
                <span class="soft">{words::ALL_ROWS}</span>
            </p>
        </section>
    }
    .into_any()
}

fn body(view: &ChargeBackView, (budgets, busy): &(Vec<Budget>, Vec<Busy>), currency: String) -> AnyView {
    let missing = !view.has_people_sheet && view.by != ChargeBackBy::Team;
    let budget = |line: &ChargeBackLine| words::budget(view.by, line, budgets);
    let any_budget = view.lines.iter().any(|line| budget(line).is_some());
    let unit = words::BY.iter().find(|(by, _)| *by == view.by).map_or("", |(_, name)| name);
    let whole = view.tokens.to_f64().max(f64::EPSILON);
    let row = |line: &ChargeBackLine| {
        view! {
            <tr class:rest=line.name.is_none()>
                <th scope="row">{words::name(line)}</th>
                <td class="n less">{numbers::count(line.people)}</td>
                <td class="n" title=numbers::tokens_exact(line.tokens)>{numbers::tokens(line.tokens)}</td>
                <td class="n">{amount(line.amount, &currency)}</td>
                <td class="n less">{numbers::share_in_column(line.tokens.to_f64() / whole)}</td>
                {any_budget.then(|| view! { <td>{budget(line).map(|budget| words::against_budget(line, &view.months, budget, busy))}</td> })}
            </tr>
        }
    };
    let rows = view.lines.iter().take(LINES_MAX).map(row).collect_view();
    let more = view.lines.len().saturating_sub(LINES_MAX) as u64;
    let by_month = by_month(view, unit, &currency);
    view! {
        {missing.then(|| view! { <p class="soft">{words::NO_SHEET}</p> })}
        <p class="finding">{words::finding(view)}</p>
        <TableFrame><table>
            <thead><tr>
                <th scope="col">{unit}</th>
                <th scope="col" class="n less">"People"</th>
                <th scope="col" class="n">"Tokens"</th>
                <th scope="col" class="n">"Cost"</th>
                <th scope="col" class="n less">"Share"</th>
                {any_budget.then(|| view! { <th scope="col">"Budget"</th> })}
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></TableFrame>
        {(more > 0).then(|| view! { <p class="soft">{plural::of(more, "more line", "more lines")} " in the file."</p> })}
        {by_month}
    }
    .into_any()
}

/// Tokens and money by month, the last year of it.
fn by_month(view: &ChargeBackView, unit: &'static str, currency: &str) -> AnyView {
    let first = view.months.len().saturating_sub(MONTHS_MAX);
    let heads = view.months[first..]
        .iter()
        .map(|month| view! { <th scope="col" class="n">{numbers::month(*month)}</th> });
    let heads = heads.collect_view();
    let row = |line: &ChargeBackLine| {
        let cells = line.months[first..].iter().map(|(tokens, money)| {
            view! { <td class="n">{numbers::tokens(*tokens)} <br /> <span class="soft">{amount(*money, currency)}</span></td> }
        });
        view! { <tr><th scope="row">{words::name(line)}</th>{cells.collect_view()}</tr> }
    };
    let rows = view.lines.iter().take(LINES_MAX).map(row).collect_view();
    let caption = words::months_shown(view.months.len() - first, view.months.len());
    view! {
        <Copyable><AsTable>
            <table class="wide-table">
                <caption>{caption}</caption>
                <thead><tr><th scope="col">{unit}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </AsTable></Copyable>
    }
    .into_any()
}
