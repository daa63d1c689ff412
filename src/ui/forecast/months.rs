//! The article's table: tokens a month, running sum, percent of the term, projected run-out.

use super::budget_chart::against;
use super::pools::Heading;
use crate::session::{Session, View, part_of};
use crate::ui::copies::TableFrame;
use crate::ui::figure::Tag;
use crate::words::{forecast as words, numbers};
use engine::desk::{BudgetMonthView, ExportKind, ForecastMonth, ForecastView};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Months(
    /// The newest answer.
    view: View<ForecastView>,
) -> impl IntoView {
    let session = Session::get();
    let shown = part_of(view, |view| {
        let pool = &view.shown;
        let months = pool.then.as_ref().unwrap_or(&pool.now).months.clone();
        (months, view.budgets.months_of_shown_pool.clone(), view.currency.clone())
    });
    move || {
        let (months, budgets, currency) = shown.get()?;
        let has_budget = !budgets.is_empty();
        let row = |month: &ForecastMonth| {
            let budget = budgets.iter().find(|budget| budget.month == month.month);
            row(month, has_budget.then_some(budget), &currency)
        };
        let rows = months.iter().map(row).collect_view();
        Some(view! {
            <section id="forecast-months" class="sheet">
                <Heading text=words::MONTHS />
                {table(words::MONTHS, has_budget, rows)}
                <p class="buttons no-print">
                    <button type="button" id="save-months" on:click=move |_| session.export(ExportKind::Months)>"Table as CSV"</button>
                </p>
            </section>
        })
    }
}

/// The table around rows of months, with the columns that a budget adds.
pub fn table(label: &'static str, has_budget: bool, rows: impl IntoView + 'static) -> impl IntoView {
    view! {
        <TableFrame label=label><table class="wide-table">
            <thead><tr>
                <th scope="col">"Month"</th><th scope="col" class="n">"Tokens"</th>
                <th scope="col" class="n">"Sum so far"</th><th scope="col" class="n">"Eight of ten sums"</th><th scope="col" class="n">"Of the term’s"</th>{has_budget.then(|| view! { <th scope="col" class="n">"Budget"</th><th scope="col" class="n">"Over by"</th> })}
                <th scope="col">"Run-out as it looked"</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></TableFrame>
    }
}

/// A month; where the pool has a budget, with that of the month.
pub fn row(
    month: &ForecastMonth,
    budget: Option<Option<&BudgetMonthView>>,
    currency: &str,
) -> impl IntoView + use<> {
    let budget = budget.map(|budget| match budget {
        Some(budget) => against(budget, currency),
        None => view! { <td></td><td></td> }.into_any(),
    });
    let between = (month.low != month.high)
        .then(|| format!("{} – {}", numbers::tokens(month.low), numbers::tokens(month.high)));
    view! {
        <tr>
            <th scope="row">{numbers::month(month.month)}{month.forecast.then(|| view! { " " <Tag text="forecast" hint="It lies ahead, in part or whole" /> })}</th>
            <td class="n" title=numbers::tokens_exact(month.tokens)>{numbers::tokens(month.tokens)}</td>
            <td class="n" title=numbers::tokens_exact(month.cumulative)>{numbers::tokens(month.cumulative)}</td>
            <td class="n">{between}</td>
            <td class="n">{month.percent.map(|percent| numbers::share(percent / 100.0))}</td>
            {budget}
            <td>{month.projected_run_out.map(numbers::day)}</td>
        </tr>
    }
}
