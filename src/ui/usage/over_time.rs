//! Tokens by month, week or day.

use super::scope::{Scope, Step};
use super::toggles::Toggles;
use crate::chart::{self, Role, StackedBar, StackedModel};
use crate::session::Session;
use crate::ui::consumers::amount;
use crate::ui::figure::Tag;
use crate::ui::months::axis_tokens;
use crate::ui::picture::{AsTable, ChartFigure, Drawing};
use crate::words::{numbers, page, usage as words};
use engine::desk::{UsageMonth, UsageView};
use engine::usage::{Day, Money, Tokens};
use leptos::prelude::*;
use std::sync::Arc;

/// How many days the picture and its table show at most.
const DAYS_MAX: usize = 92;
/// How many weeks.
const WEEKS_MAX: usize = 105;

/// The panel.
#[component]
pub fn OverTime(
    /// The use.
    usage: Memo<Option<Arc<UsageView>>>,
) -> AnyView {
    let (session, scope) = (Session::get(), Scope::get());
    let currency = session.currency();
    let choices = vec![(Step::Day, "Day"), (Step::Week, "Week"), (Step::Month, "Month")];
    view! {
        <section id="over-time" class="sheet">
            <h2>{words::OVER_TIME}</h2>
            <Toggles label="Counted by" choices chosen=scope.step.into() choose=move |step| scope.step.set(step) />
            {move || usage.get().filter(|view| !view.days.is_empty()).map(|view| match scope.step.get() {
                Step::Month => by_month(&view, currency.get()).into_any(),
                Step::Week => by_stretch(&view, true, currency.get()).into_any(),
                Step::Day => by_stretch(&view, false, currency.get()).into_any(),
            })}
        </section>
    }
    .into_any()
}

/// The model of the months.
pub fn model(view: &UsageView) -> StackedModel {
    let has_rest =
        view.months.iter().any(|month| month.stacked.last().is_some_and(|rest| rest.is_positive()));
    let bar = |month: &UsageMonth| {
        let shown = month.stacked.len() - usize::from(!has_rest && !month.stacked.is_empty());
        StackedBar {
            label: numbers::month_short(month.month),
            parts: month.stacked[..shown].iter().map(|tokens| tokens.to_f64()).collect(),
            partial: month.partial,
        }
    };
    StackedModel { bars: view.months.iter().map(bar).collect(), has_rest, tokens: axis_tokens }
}

fn by_month(view: &UsageView, currency: String) -> impl IntoView + use<> {
    let model = model(view);
    let caption = words::months_caption(&view.months);
    let has_rest = model.has_rest;
    let mut drawing = Drawing::new("over-time-chart", words::OVER_TIME, caption, move |picture| {
        chart::stacked(&model, picture)
    });
    for (name, role) in view.stack.iter().zip(chart::SERIES) {
        let name = if name.is_empty() { page::NO_PRODUCT } else { name };
        drawing = drawing.key(true, role, name);
    }
    let drawing = drawing.key(has_rest, Role::SeriesRest, "all others");
    let any_partial = view.months.iter().any(|month| month.partial);
    let table = months_table(&view.months, currency);
    view! {
        <ChartFigure drawing>
            {any_partial.then(|| view! { <p class="soft">"Lighter: a month that your rows cover in part."</p> })}
            <AsTable>{table}</AsTable>
        </ChartFigure>
    }
}

fn months_table(months: &[UsageMonth], currency: String) -> AnyView {
    let rows = months.iter().map(|month| {
        let per_day = words::per_working_day(month).map(numbers::tokens);
        view! {
            <tr>
                <th scope="row">
                    {numbers::month(month.month)}
                    {month.partial.then(|| view! { " " <Tag text=page::PARTIAL hint="Your rows cover this month in part" /> })}
                </th>
                <td class="n" title=numbers::tokens_exact(month.tokens)>{numbers::tokens(month.tokens)}</td>
                <td class="n">{numbers::count(month.working_days.unsigned_abs())}</td>
                <td class="n">{per_day.unwrap_or_else(|| "–".to_string())}</td>
                <td class="n">{numbers::count(month.charges)}</td>
                <td class="n">{amount(month.amount, &currency)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <table class="wide-table">
            <thead><tr>
                <th scope="col">"Month"</th>
                <th scope="col" class="n">"Tokens"</th>
                <th scope="col" class="n" title="Working days that your rows cover">"Working days"</th>
                <th scope="col" class="n">"Tokens a working day"</th>
                <th scope="col" class="n">"Charges"</th>
                <th scope="col" class="n">"Cost"</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A day or a week: its first day, tokens, money.
type Stretch = (Day, Tokens, Option<Money>);

/// The use by day or by week from Monday.
pub fn stretches(view: &UsageView, weeks: bool) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for (index, tokens) in view.days.iter().enumerate() {
        let day = view.first_day.plus(index as i32);
        let start = if weeks { day.plus(-(day.weekday() as i32)) } else { day };
        let money = view.day_amounts.get(index).copied().flatten();
        match found.last_mut().filter(|last| last.0 == start) {
            Some(last) => {
                last.1 += *tokens;
                last.2 = last.2.zip(money).map(|(a, b)| a + b);
            }
            None => found.push((start, *tokens, money)),
        }
    }
    found
}

fn by_stretch(view: &UsageView, weeks: bool, currency: String) -> impl IntoView + use<> {
    let all = stretches(view, weeks);
    let most = if weeks { WEEKS_MAX } else { DAYS_MAX };
    let shown = &all[all.len().saturating_sub(most)..];
    let bar = |(day, tokens, _): &Stretch| StackedBar {
        label: numbers::day(*day),
        parts: vec![tokens.to_f64()],
        partial: false,
    };
    let model = StackedModel { bars: shown.iter().map(bar).collect(), has_rest: false, tokens: axis_tokens };
    let sums: Vec<(Day, Tokens)> = shown.iter().map(|(day, tokens, _)| (*day, *tokens)).collect();
    let caption = words::stretches_caption(weeks, &sums);
    let cut = words::latest_only(shown.len(), all.len(), weeks);
    let drawing = Drawing::new("over-time-chart", words::OVER_TIME, caption, move |picture| {
        chart::stacked(&model, picture)
    });
    let rows = shown.iter().rev().map(|(day, tokens, money)| {
        view! {
            <tr>
                <th scope="row" class="keep">{numbers::day(*day)}</th>
                <td class="n" title=numbers::tokens_exact(*tokens)>{numbers::tokens(*tokens)}</td>
                <td class="n">{amount(*money, &currency)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <ChartFigure drawing>
            {cut.map(|cut| view! { <p class="soft">{cut}</p> })}
            <AsTable>
                <table>
                    <thead><tr>
                        <th scope="col">{if weeks { "Week from" } else { "Day" }}</th>
                        <th scope="col" class="n">"Tokens"</th>
                        <th scope="col" class="n">"Cost"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </AsTable>
        </ChartFigure>
    }
}
