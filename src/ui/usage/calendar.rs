//! The calendar: every day by how much was used on it.

use crate::chart::{self, CalendarModel};
use crate::ui::picture::{AsTable, ChartFigure, Drawing};
use crate::words::{numbers, usage as words};
use engine::desk::UsageView;
use engine::usage::{Day, Tokens, WEEKDAYS};
use leptos::prelude::*;
use std::sync::Arc;

/// How many years are drawn.
const YEARS_MAX: i32 = 3;
/// How many weeks the table lists.
const WEEKS_MAX: usize = 53;

/// The panel.
#[component]
pub fn Calendar(
    /// The use.
    usage: Memo<Option<Arc<UsageView>>>,
) -> AnyView {
    view! {
        <section id="usage-calendar" class="sheet">
            <h2>{words::CALENDAR}</h2>
            {move || usage.get().filter(|view| !view.days.is_empty()).map(|view| draw(&view))}
        </section>
    }
    .into_any()
}

/// The model of the drawing: the last years.
pub fn model(view: &UsageView) -> CalendarModel {
    let last_year = view.first_day.plus(view.days.len() as i32 - 1).ymd().0;
    let from = Day::from_ymd(last_year + 1 - YEARS_MAX, 1, 1).unwrap_or(view.first_day).max(view.first_day);
    let skipped = view.first_day.days_until(from) as usize;
    CalendarModel {
        from,
        values: view.days.iter().skip(skipped).map(|tokens| tokens.to_f64()).collect(),
        month: numbers::month_short,
    }
}

fn draw(view: &UsageView) -> AnyView {
    let model = model(view);
    let caption = words::calendar_caption(view);
    let cut = (model.values.len() < view.days.len()).then_some(words::CALENDAR_LAST_YEARS);
    let drawing = Drawing::new("calendar-chart", words::CALENDAR, caption, move |picture| {
        chart::calendar(&model, picture)
    });
    let weeks = weeks(view);
    let first = weeks.len().saturating_sub(WEEKS_MAX);
    let rows = weeks[first..].iter().rev().map(|(monday, days)| {
        let cells = days.iter().map(|tokens| view! { <td class="n">{tokens.map(numbers::tokens)}</td> });
        view! { <tr><th scope="row" class="keep">{numbers::day(*monday)}</th>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    let names = WEEKDAYS.map(|name| view! { <th scope="col" class="n">{name}</th> });
    view! {
        <ChartFigure drawing>
            <p class="soft">{words::CALENDAR_KEY} {cut.map(|cut| format!(" {cut}"))}</p>
            <AsTable>
                <table class="wide-table">
                    <caption hidden={first == 0}>"The last 53 weeks"</caption>
                    <thead><tr><th scope="col">"Week from"</th>{names}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </AsTable>
        </ChartFigure>
    }
    .into_any()
}

/// Weeks from Monday; `None` for days outside the rows.
fn weeks(view: &UsageView) -> Vec<(Day, [Option<Tokens>; 7])> {
    let mut weeks: Vec<(Day, [Option<Tokens>; 7])> = Vec::new();
    for (index, tokens) in view.days.iter().enumerate() {
        let day = view.first_day.plus(index as i32);
        let monday = day.plus(-(day.weekday() as i32));
        if weeks.last().is_none_or(|last| last.0 != monday) {
            weeks.push((monday, [None; 7]));
        }
        if let Some((_, days)) = weeks.last_mut() {
            days[day.weekday()] = Some(*tokens);
        }
    }
    weeks
}
