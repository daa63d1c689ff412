//! Number of people moved against yearly cost.

use crate::chart::{self, TradeoffModel};
use crate::session::View;
use crate::ui::figure::Why;
use crate::ui::picture::{AsTable, ChartFigure, Drawing};
use crate::words::{licences as words, numbers, plural};
use engine::desk::LicencesView;
use leptos::prelude::*;

/// The chart; nothing where nobody would be cheaper.
#[component]
pub fn Frontier(
    /// The newest answer.
    view: View<LicencesView>,
) -> impl IntoView {
    let shown = Memo::new(move |_| {
        view.with(|view| {
            let view = view.as_ref()?;
            let flex = view.headline.as_ref()?.flex_per_year.clone();
            (view.frontier.points.len() > 1).then(|| (view.frontier.clone(), flex, view.currency.clone()))
        })
    });
    move || {
        shown.get().map(|(frontier, flex, currency)| {
            let caption = words::frontier(frontier.best, words::money_in(&flex), &currency);
            let points: Vec<(f64, f64)> =
                frontier.points.iter().map(|(people, cost)| (*people as f64, cost.to_f64())).collect();
            let best = frontier.best.map(|(people, cost)| {
                ((people as f64, cost.to_f64()), format!("{}: {}", plural::people(people), numbers::money(cost, &currency)))
            });
            let model = TradeoffModel {
                points,
                best,
                x_name: "people moved".to_string(),
                x: |people| numbers::count(people.max(0.0) as u64),
                y: crate::ui::months::axis_tokens,
            };
            let drawing = Drawing::new("frontier-chart", words::FRONTIER, caption, move |picture| chart::tradeoff(&model, picture));
            let rows = frontier.points.iter().map(|(people, cost)| {
                let best = frontier.best.is_some_and(|best| best.0 == *people);
                view! {
                    <tr>
                        <th scope="row">{numbers::count(*people)}{best.then_some(" (the cheapest)")}</th>
                        <td class="n" title=numbers::money_exact(*cost, &currency)>{numbers::money(*cost, &currency)}</td>
                    </tr>
                }
            });
            let rows = rows.collect_view();
            view! {
                <section id="frontier" class="sheet">
                    <h2>{words::FRONTIER}</h2>
                    <ChartFigure drawing>
                        <p class="soft">
                            {format!("Yearly cost in {currency} of everybody, seats and Flex together, the best to move first. ")}
                            <Why subject=words::FRONTIER.to_string() figure=flex />
                        </p>
                        <AsTable>
                            <table>
                                <thead><tr><th scope="col">"People moved"</th><th scope="col" class="n">"Cost a year"</th></tr></thead>
                                <tbody>{rows}</tbody>
                            </table>
                        </AsTable>
                    </ChartFigure>
                </section>
            }
        })
    }
}
