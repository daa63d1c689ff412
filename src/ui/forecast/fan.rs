//! The fan: what was left, and the ranges of what will be.

use super::Shown;
use super::pools::Heading;
use crate::chart::{self, BalanceModel, Mark, Role};
use crate::ui::figure::Why;
use crate::ui::months::axis_tokens;
use crate::ui::picture::{AsTable, ChartFigure, Drawing};
use crate::words::findings::day_in;
use crate::words::{forecast as words, numbers};
use engine::desk::{OutcomeView, PoolForecastView, Verdict};
use engine::usage::{Day, Tokens};
use leptos::prelude::*;

/// The chart; nothing without a balance.
#[component]
pub fn Fan(
    /// The pool shown.
    shown: Shown,
) -> impl IntoView {
    move || {
        let (pool, _) = shown.get()?;
        let model = model(&pool)?;
        let caption = words::fan_caption(&pool);
        let middle =
            if pool.then.is_some() { "the middle, with your changes" } else { "the middle of the futures" };
        let drawing =
            Drawing::new("fan-chart", words::FAN, caption, move |picture| chart::balance(&model, picture))
                .key(true, Role::Actual, "as it was")
                .key(true, Role::Ahead, middle)
                .key(true, Role::FanOuter, "eight of ten")
                .key(true, Role::FanInner, "half of them")
                .key(!pool.now.lapses.is_empty(), Role::Lapse, "tokens lapse")
                .key(!pool.busy.is_empty(), Role::Shade, "busy period");
        let rows = table(&pool);
        Some(view! {
            <section id="fan" class="sheet">
                <Heading text=words::FAN />
                <ChartFigure drawing>
                    <p class="soft">{words::left(&pool)}". " <Why subject=words::FAN.to_string() figure=pool.balance.clone() /></p>
                    <AsTable>
                        <table>
                            <thead><tr>
                                <th scope="col">"End of"</th><th scope="col" class="n">"One of ten below"</th>
                                <th scope="col" class="n">"Middle"</th><th scope="col" class="n">"Nine of ten below"</th>
                            </tr></thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </AsTable>
                </ChartFigure>
            </section>
        })
    }
}

/// The outcome that is drawn: with the plan's changes where it states any.
fn drawn(pool: &PoolForecastView) -> &OutcomeView {
    pool.then.as_ref().unwrap_or(&pool.now)
}

/// The model of the drawing; `None` without a balance or futures.
pub fn model(pool: &PoolForecastView) -> Option<BalanceModel> {
    pool.balance.value?;
    let outcome = drawn(pool);
    let end = outcome.fan_from.plus(outcome.fan.len() as i32 - 1);
    let out = day_in(&outcome.run_out_day).filter(|_| outcome.verdict == Verdict::UsedUp);
    // Long after all is empty there is nothing to see.
    let needed = [outcome.run_out.p90, pool.term_end, outcome.run_out.p50].into_iter().flatten().max();
    let to = needed.map_or(end, |day| day.plus(14).min(end));
    let days = usize::try_from(outcome.fan_from.days_until(to) + 1).ok()?;
    let fan: Vec<[f64; 5]> = outcome.fan.iter().take(days).map(|day| day.map(f64::from)).collect();
    if fan.is_empty() {
        return None;
    }
    let mut marks =
        vec![Mark { day: pool.balance_day, label: numbers::day(pool.balance_day), strong: false }];
    if let Some(out) = out.filter(|out| *out <= to) {
        marks.push(Mark { day: out, label: format!("out {}", numbers::day(out)), strong: true });
    }
    if let Some(end) = pool.term_end.filter(|end| *end <= to) {
        marks.push(Mark { day: end, label: "renewal".to_string(), strong: false });
    }
    Some(BalanceModel {
        actual_from: pool.actual_from,
        actual: pool.actual.iter().map(|tokens| tokens.to_f64()).collect(),
        ahead_from: outcome.fan_from,
        ahead: fan.iter().map(|day| day[2]).collect(),
        fan,
        shades: pool.busy.iter().map(|busy| (busy.from, busy.to)).collect(),
        to,
        marks,
        lapses: outcome.lapses.iter().map(|lapse| lapse.day).filter(|day| *day <= to).collect(),
        tokens: axis_tokens,
        month: |day| numbers::month_short(day.month()),
    })
}

/// The ends of months: a day a row would be a thousand rows.
fn table(pool: &PoolForecastView) -> impl IntoView + use<> {
    let outcome = drawn(pool);
    let last = outcome.fan.len().saturating_sub(1);
    let rows =
        outcome.fan.iter().enumerate().map(|(index, day)| (index, outcome.fan_from.plus(index as i32), *day));
    let ends = rows.filter(|(index, day, _)| *index == last || *day == day.month().last_day());
    let cell = |value: f32| numbers::tokens(Tokens::from_f64(f64::from(value)));
    let lines = ends.map(|(_, day, [low, _, middle, _, high]): (usize, Day, [f32; 5])| {
        view! {
            <tr>
                <th scope="row">{numbers::day(day)}</th>
                <td class="n">{cell(low)}</td><td class="n">{cell(middle)}</td><td class="n">{cell(high)}</td>
            </tr>
        }
    });
    lines.collect_view()
}
