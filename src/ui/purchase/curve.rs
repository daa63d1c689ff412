//! Cost against quantity, with the best point.

use crate::chart::{self, TradeoffModel};
use crate::session::{View, part_of};
use crate::ui::picture::{AsTable, ChartFigure, Drawing};
use crate::words::{numbers, purchase as words};
use engine::desk::{CurvePoint, PurchaseView};
use leptos::prelude::*;

/// The chart; nothing where no curve can be told.
#[component]
pub fn Curve(
    /// The newest answer.
    view: View<PurchaseView>,
) -> impl IntoView {
    let shown = part_of(view, |view| {
        (words::curve_caption(view), view.curve.clone(), view.best, view.currency.clone())
    });
    move || {
        shown.get().and_then(|(caption, points, best, currency)| {
            let model = model(&points, best, &currency)?;
            let drawing = Drawing::new("curve-chart", words::CURVE, caption, move |picture| chart::tradeoff(&model, picture));
            let rows = points.iter().map(|point| row(point, best, &currency)).collect_view();
            Some(view! {
                <section id="curve" class="sheet">
                    <h2>{words::CURVE}</h2>
                    <ChartFigure drawing>
                        <p class="soft">{format!("In {currency}, everything that is paid for the next term on average, by tokens bought at renewal.")}</p>
                        <AsTable><table>
                            <thead><tr>
                                <th scope="col">"Tokens"</th>
                                <th scope="col" class="n">"In all"</th>
                                <th scope="col" class="n">"Left over"</th>
                                <th scope="col" class="n">"Bought later"</th>
                                <th scope="col" class="n">"Chance of a stop"</th>
                            </tr></thead>
                            <tbody>{rows}</tbody>
                        </table></AsTable>
                    </ChartFigure>
                </section>
            })
        })
    }
}

/// The curve as a chart's model; `None` where there is none.
pub fn model(points: &[CurvePoint], best: Option<CurvePoint>, currency: &str) -> Option<TradeoffModel> {
    let best = best.map(|best| {
        let label =
            format!("{} tokens: {}", numbers::tokens(best.tokens), numbers::money(best.cost, currency));
        ((best.tokens.to_f64(), best.cost.to_f64()), label)
    });
    (points.len() > 1).then(|| TradeoffModel {
        points: points.iter().map(|point| (point.tokens.to_f64(), point.cost.to_f64())).collect(),
        best,
        x_name: "tokens bought at renewal".to_string(),
        x: crate::ui::months::axis_tokens,
        y: crate::ui::months::axis_tokens,
    })
}

fn row(point: &CurvePoint, best: Option<CurvePoint>, currency: &str) -> impl IntoView + use<> {
    let is_best = best.is_some_and(|best| best.tokens == point.tokens);
    view! {
        <tr>
            <th scope="row">{numbers::tokens(point.tokens)}{is_best.then_some(" (the cheapest)")}</th>
            <td class="n" title=numbers::money_exact(point.cost, currency)>{numbers::money(point.cost, currency)}</td>
            <td class="n">{numbers::money(point.over, currency)}</td>
            <td class="n">{numbers::money(point.under, currency)}</td>
            <td class="n">{numbers::share_in_column(point.stop_chance)}</td>
        </tr>
    }
}
