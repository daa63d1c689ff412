//! Use as it adds up against the budgets, with its months as a table.

use crate::chart::{self, BudgetModel, Role};
use crate::session::{View, part_of};
use crate::ui::figure::{AskNumber, Tag};
use crate::ui::months::axis_tokens;
use crate::ui::picture::{AsTable, ChartFigure, Drawing};
use crate::words::{budgets as words, numbers};
use engine::desk::{BudgetDrawn, BudgetMonthView, BudgetsView, BusyView, ForecastAsk, ForecastView};
use leptos::prelude::*;

/// The panel; nothing without a budget.
#[component]
pub fn BudgetChart(
    /// The newest answer.
    view: View<ForecastView>,
    /// What is wanted.
    wanted: RwSignal<ForecastAsk>,
) -> impl IntoView {
    let shown = part_of(view, |view| (view.budgets.clone(), view.shown.busy.clone(), view.currency.clone()));
    move || {
        let (budgets, busy, currency) = shown.get()?;
        let drawn = budgets.drawn.clone()?;
        let model = model(&drawn, &busy);
        let whose =
            budgets.lines.get(drawn.line as usize).map(|line| words::who(&line.who)).unwrap_or_default();
        let caption = format!("{whose}: {}", words::caption(&drawn));
        let (any_ahead, any_busy) = (!model.ahead.is_empty(), !model.shades.is_empty());
        let drawing = Drawing::new("budget-chart", words::DRAWN, caption, move |picture| {
            chart::budget(&model, picture)
        })
        .key(true, Role::Actual, "used")
        .key(any_ahead, Role::Ahead, "the middle of the futures")
        .key(any_ahead, Role::FanOuter, "eight of ten")
        .key(true, Role::Budget, "budget, month by month")
        .key(any_busy, Role::Shade, "busy period");
        let rows = drawn.months.iter().map(|month| row(month, &currency)).collect_view();
        Some(view! {
            <section id="budget-use" class="sheet">
                <h2>{words::DRAWN}</h2>
                {choice(&budgets, drawn.line, wanted)}
                <ChartFigure drawing>
                    <AsTable>
                        <table>
                            <thead><tr>
                                <th scope="col">"Month"</th><th scope="col" class="n">"Tokens"</th>
                                <th scope="col" class="n">"Budget"</th><th scope="col" class="n">"Over by"</th>
                            </tr></thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </AsTable>
                </ChartFigure>
            </section>
        })
    }
}

/// Which budget is drawn, where there are several.
fn choice(budgets: &BudgetsView, drawn: u64, wanted: RwSignal<ForecastAsk>) -> Option<AnyView> {
    if budgets.lines.len() < 2 {
        return None;
    }
    let options = budgets.lines.iter().enumerate().filter(|(_, line)| line.is_known).map(|(index, line)| {
        view! { <option value=index.to_string() selected=index as u64 == drawn>{words::who(&line.who)}</option> }
    });
    let options = options.collect_view();
    let choose = move |event| {
        let budget = event_target_value(&event).parse().ok();
        wanted.update(|wanted| wanted.budget = budget);
    };
    let choice = view! {
        <p class="inline-form no-print"><span class="field">
            <label for="budget-drawn">"Budget of"</label>
            <select id="budget-drawn" on:change=choose>{options}</select>
        </span></p>
    };
    Some(choice.into_any())
}

/// The model of the drawing.
pub fn model(drawn: &BudgetDrawn, busy: &[BusyView]) -> BudgetModel {
    let ahead = drawn.ends.iter().filter(|end| end.forecast);
    BudgetModel {
        from: drawn.from,
        used: drawn.used.iter().map(|sum| sum.to_f64()).collect(),
        ahead: ahead
            .map(|end| (end.to, [end.range.0.to_f64(), end.used.to_f64(), end.range.1.to_f64()]))
            .collect(),
        steps: drawn.ends.iter().map(|end| (end.from, end.to, end.budget.to_f64())).collect(),
        shades: busy.iter().map(|busy| (busy.from, busy.to)).collect(),
        tokens: axis_tokens,
        month: |day| numbers::month_short(day.month()),
    }
}

fn row(month: &BudgetMonthView, currency: &str) -> AnyView {
    let tag = match (month.forecast, month.so_far) {
        (true, _) => Some(("forecast", "It lies ahead, in part or whole")),
        (false, true) => Some(("so far", "The month is still running")),
        (false, false) => None,
    };
    view! {
        <tr>
            <th scope="row">{numbers::month(month.month)}{tag.map(|(text, hint)| view! { " " <Tag text hint /> })}</th>
            <td class="n" title=numbers::tokens_exact(month.used)>{numbers::tokens(month.used)}</td>
            {against(month, currency)}
        </tr>
    }
    .into_any()
}

/// The two cells of a month's budget.
pub fn against(month: &BudgetMonthView, currency: &str) -> AnyView {
    let over = month.over_by.clone().map(|figure| {
        view! { <AskNumber subject=words::over_month(month) figure currency=currency.to_string() /> }
    });
    let is_over = over.is_some();
    view! {
        <td class="n"><AskNumber subject=words::of_month(month) figure=month.budget.clone() currency=currency.to_string() /></td>
        <td class="n" class:warn-text=is_over>{over}</td>
    }
    .into_any()
}
