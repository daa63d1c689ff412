//! The article's table: tokens a month, running sum, percent of the term, projected run-out.

use super::Shown;
use crate::session::Session;
use crate::ui::copies::TableFrame;
use crate::ui::figure::Tag;
use crate::words::{forecast as words, numbers};
use engine::desk::{ExportKind, ForecastMonth};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Months(
    /// The pool shown.
    shown: Shown,
) -> impl IntoView {
    let session = Session::get();
    move || {
        let (pool, _) = shown.get()?;
        let months = pool.then.as_ref().unwrap_or(&pool.now).months.clone();
        let rows = months.iter().map(row).collect_view();
        Some(view! {
            <section id="forecast-months" class="sheet">
                <h2>{words::MONTHS}</h2>
                <TableFrame label=words::MONTHS><table class="wide-table">
                    <thead><tr>
                        <th scope="col">"Month"</th><th scope="col" class="n">"Tokens"</th>
                        <th scope="col" class="n">"Sum so far"</th><th scope="col" class="n">"Eight of ten sums"</th><th scope="col" class="n">"Of the term’s"</th><th scope="col">"Run-out as it looked"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table></TableFrame>
                <p class="buttons no-print">
                    <button type="button" id="save-months" on:click=move |_| session.export(ExportKind::Months)>"Table as CSV"</button>
                </p>
            </section>
        })
    }
}

fn row(month: &ForecastMonth) -> impl IntoView + use<> {
    let between = (month.low != month.high)
        .then(|| format!("{} – {}", numbers::tokens(month.low), numbers::tokens(month.high)));
    view! {
        <tr>
            <th scope="row">{numbers::month(month.month)}{month.forecast.then(|| view! { " " <Tag text="forecast" hint="It lies ahead, in part or whole" /> })}</th>
            <td class="n" title=numbers::tokens_exact(month.tokens)>{numbers::tokens(month.tokens)}</td>
            <td class="n" title=numbers::tokens_exact(month.cumulative)>{numbers::tokens(month.cumulative)}</td>
            <td class="n">{between}</td>
            <td class="n">{month.percent.map(|percent| numbers::share(percent / 100.0))}</td>
            <td>{month.projected_run_out.map(numbers::day)}</td>
        </tr>
    }
}
