//! The balance to the end of the term: what happened, and the middle of the forecast on from there.

use super::figure::Why;
use super::months::axis_tokens;
use super::picture::{AsTable, ChartFigure, Drawing};
use crate::chart::{self, BalanceModel, Mark, Role};
use crate::session::Session;
use crate::words::{findings, numbers, page};
use engine::desk::{BalanceChart, ForecastMethod, PoolView, Verdict};
use engine::usage::{Day, Tokens};
use leptos::prelude::*;

/// A panel for each pool with a balance.
#[component]
pub fn Balances() -> impl IntoView {
    let session = Session::get();
    let pools = session.part(|answers| answers.pools.clone());
    move || {
        let pools = pools.get().unwrap_or_default();
        let only_one = pools.len() == 1;
        let drawn = pools.into_iter().enumerate().filter_map(|(index, pool)| draw(index, pool, only_one));
        drawn.collect_view()
    }
}

fn draw(index: usize, pool: PoolView, only_one: bool) -> Option<impl IntoView> {
    let model = model(&pool)?;
    let chart = pool.chart.clone()?;
    let id = if index == 0 { "balance".to_string() } else { format!("balance-{}", index + 1) };
    let title = match findings::pool_name(&pool, only_one) {
        Some(name) => format!("{}: {name}", page::BALANCE),
        None => page::BALANCE.to_string(),
    };
    let caption = findings::balance_caption(&pool);
    let lapses = pool.lapses.clone();
    let drawing = Drawing::new(format!("{id}-chart"), title.clone(), caption, move |picture| {
        chart::balance(&model, picture)
    })
    .key(true, Role::Actual, "as it was")
    .key(true, Role::Ahead, findings::line_ahead(pool.method))
    .key(!lapses.is_empty(), Role::Lapse, "tokens lapse");
    let why = pool.balance.clone();
    Some(view! {
        <section id=id class="sheet">
            <h2>{title.clone()}</h2>
            <ChartFigure drawing>
                <p class="soft">{findings::run_out_method(&pool)} " " <Why subject=title figure=why /></p>
                <AsTable><BalanceTable chart method=pool.method lapses /></AsTable>
            </ChartFigure>
        </section>
    })
}

/// The model of the drawing; `None` without a balance.
pub fn model(pool: &PoolView) -> Option<BalanceModel> {
    let chart = pool.chart.as_ref()?;
    let values = |tokens: &[Tokens]| tokens.iter().map(|t| t.to_f64()).collect::<Vec<f64>>();
    let mut marks =
        vec![Mark { day: pool.balance_day, label: numbers::day(pool.balance_day), strong: false }];
    if let (Verdict::UsedUp, Some(out)) = (pool.verdict, findings::day_in(&pool.run_out))
        && out <= chart.to
    {
        marks.push(Mark { day: out, label: format!("out {}", numbers::day(out)), strong: true });
    }
    if let Some(renewal) = pool.renewal.filter(|day| *day <= chart.to) {
        marks.push(Mark { day: renewal, label: "renewal".to_string(), strong: false });
    }
    Some(BalanceModel {
        actual_from: chart.actual_from,
        actual: values(&chart.actual),
        ahead_from: chart.line_from,
        ahead: values(&chart.line),
        fan: Vec::new(),
        shades: Vec::new(),
        to: chart.to,
        marks,
        lapses: pool.lapses.iter().map(|(day, _)| *day).filter(|day| *day <= chart.to).collect(),
        tokens: axis_tokens,
        month: |day| numbers::month_short(day.month()),
    })
}

/// What is told of a day in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The day.
    pub day: Day,
    /// Tokens left at its end.
    pub left: Tokens,
    /// It lies ahead.
    pub ahead: bool,
}

/// The balance at the end of each month and on the last day of each line: a day a row would be a
/// thousand rows.
pub fn month_ends(chart: &BalanceChart) -> Vec<Told> {
    let of = |from: Day, values: &[Tokens], ahead: bool| -> Vec<Told> {
        let last = from.plus(values.len() as i32 - 1);
        let told =
            values.iter().enumerate().map(|(i, left)| Told { day: from.plus(i as i32), left: *left, ahead });
        told.filter(|told| told.day == last || told.day == told.day.month().last_day()).collect()
    };
    let mut all = of(chart.actual_from, &chart.actual, false);
    all.extend(of(chart.line_from, &chart.line, true));
    all
}

#[component]
fn BalanceTable(chart: BalanceChart, method: ForecastMethod, lapses: Vec<(Day, Tokens)>) -> AnyView {
    let rows = month_ends(&chart).into_iter().map(|told| {
        view! {
            <tr>
                <th scope="row">{numbers::day(told.day)}</th>
                <td class="n" title=numbers::tokens_exact(told.left)>{numbers::tokens(told.left)}</td>
                <td>{if told.ahead { findings::line_ahead(method) } else { "as it was" }}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let lapses = lapses.into_iter().map(|(day, tokens)| {
        view! {
            <tr>
                <th scope="row">{numbers::day(day)}</th>
                <td class="n" title=numbers::tokens_exact(tokens)>{numbers::tokens(tokens)}</td>
                <td>"lapse at the end of this day"</td>
            </tr>
        }
    });
    let lapses = lapses.collect_view();
    view! {
        <table>
            <thead><tr><th scope="col">"End of"</th><th scope="col" class="n">"Tokens"</th><th scope="col">"What it is"</th></tr></thead>
            <tbody>{rows}{lapses}</tbody>
        </table>
    }
    .into_any()
}
