//! The proof on the user's own past: each past forecast against what came.

use super::Shown;
use super::pools::Heading;
use crate::chart::{self, DotsModel, PastForecast, Role};
use crate::ui::figure::Why;
use crate::ui::months::axis_tokens;
use crate::ui::picture::{AsTable, ChartFigure, Drawing};
use crate::words::{forecast as words, numbers};
use engine::desk::{BacktestView, DotView};
use leptos::prelude::*;

/// The panel; nothing where the past is too short to try.
#[component]
pub fn Proof(
    /// The pool shown.
    shown: Shown,
) -> impl IntoView {
    move || {
        let backtest = shown.get()?.0.backtest?;
        let caption = words::proof(&backtest);
        let model = model(&backtest);
        let drawing =
            Drawing::new("proof-chart", words::PROOF, caption, move |picture| chart::dots(&model, picture))
                .key(true, Role::Came, "what came")
                .key(true, Role::FanInner, "the range that was given");
        let rows = backtest.dots.iter().map(row).collect_view();
        Some(view! {
            <section id="backtest" class="sheet">
                <Heading text=words::PROOF />
                <ChartFigure drawing>
                    <p class="soft">{words::proof_burn(&backtest)}</p>
                    <p class="whys">
                        <Why subject="Error of past forecasts".to_string() figure=backtest.error.clone() />
                        <Why subject="Error of the burn rate".to_string() figure=backtest.burn_rate_error.clone() text="why the burn rate’s?" />
                    </p>
                    <AsTable>
                        <table>
                            <thead><tr>
                                <th scope="col">"Days"</th><th scope="col" class="n">"Forecast"</th><th scope="col" class="n">"Range"</th>
                                <th scope="col" class="n">"Burn rate"</th><th scope="col" class="n">"Came"</th>
                            </tr></thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </AsTable>
                </ChartFigure>
            </section>
        })
    }
}

/// The model of the drawing.
pub fn model(backtest: &BacktestView) -> DotsModel {
    let dot = |dot: &DotView| PastForecast {
        label: numbers::month_short(dot.origin.plus(1).month()),
        low: dot.low.to_f64(),
        middle: dot.middle.to_f64(),
        high: dot.high.to_f64(),
        came: dot.actual.to_f64(),
    };
    DotsModel { dots: backtest.dots.iter().map(dot).collect(), value: axis_tokens }
}

fn row(dot: &DotView) -> impl IntoView + use<> {
    let held = dot.low <= dot.actual && dot.actual <= dot.high;
    view! {
        <tr>
            <th scope="row">{format!("{} – {}", numbers::day(dot.origin.plus(1)), numbers::day(dot.to))}</th>
            <td class="n">{numbers::tokens(dot.middle)}</td>
            <td class="n">{format!("{} – {}", numbers::tokens(dot.low), numbers::tokens(dot.high))}</td>
            <td class="n">{numbers::tokens(dot.burn)}</td>
            <td class="n">{numbers::tokens(dot.actual)}{(!held).then_some(" (outside)")}</td>
        </tr>
    }
}
