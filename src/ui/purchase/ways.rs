//! The article's five ways before renewal: how far each is, and where it is proven.

use crate::session::{View, part_of};
use crate::ui::copies::TableFrame;
use crate::ui::figure::AskNumber;
use crate::words::purchase as words;
use engine::desk::{PurchaseView, WayView};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Ways(
    /// The newest answer.
    view: View<PurchaseView>,
) -> AnyView {
    let shown = part_of(view, |view| (view.ways.clone(), view.currency.clone()));
    view! {
        <section id="ways" class="sheet">
            <h2>{words::WAYS}</h2>
            {move || shown.get().map(|(ways, currency)| {
                let states: Vec<_> = ways.iter().map(|way| way.state).collect();
                let rows = ways.into_iter().map(|way| row(way, &currency)).collect_view();
                view! {
                    <p class="finding">{words::ways(&states)}</p>
                    <TableFrame><table>
                        <thead><tr><th scope="col">"Way"</th><th scope="col">"State"</th><th scope="col" class="n">"A year"</th><th scope="col">"Proof"</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table></TableFrame>
                }
            })}
        </section>
    }
    .into_any()
}

fn row(way: WayView, currency: &str) -> impl IntoView + use<> {
    let name = words::way(way.way);
    let (address, place) = words::way_place(way.place);
    let subject = format!("{name}, a year");
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{words::way_state(way.state)}</td>
            <td class="n">{match way.per_year {
                Some(figure) => view! { <AskNumber subject figure currency=currency.to_string() /> }.into_any(),
                None => "–".into_any(),
            }}</td>
            <td><a href=address>{place}</a></td>
        </tr>
    }
}
