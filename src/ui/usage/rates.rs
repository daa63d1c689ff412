//! What the rows say of each product's rate, against the rate card.

use crate::session::{Session, View};
use crate::ui::copies::TableFrame;
use crate::ui::figure::{AskNumber, Tag};
use crate::words::{lookout as words, numbers, page};
use engine::desk::{LookoutView, RateView};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Rates(
    /// What to look at.
    lookout: View<LookoutView>,
) -> AnyView {
    let currency = Session::get().currency();
    let shown = move || {
        lookout.get().filter(|view| !view.rates.is_empty()).map(|view| {
            let rows = view.rates.iter().map(|rate| row(rate, currency.get())).collect_view();
            view! {
                <section id="rates" class="sheet">
                    <h2>{words::RATES}</h2>
                    <p class="finding">{words::rates(&view.rates)}</p>
                    <TableFrame><table>
                        <thead><tr>
                            <th scope="col">"Product"</th>
                            <th scope="col" class="n">"Tokens a day"</th>
                            <th scope="col" class="n">"Rate card"</th>
                            <th scope="col" class="n less">"Charges that agree"</th>
                            <th scope="col">"Others, by day"</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table></TableFrame>
                </section>
            }
        })
    };
    shown.into_any()
}

fn row(rate: &RateView, currency: String) -> AnyView {
    let name = if rate.product.is_empty() { page::NO_PRODUCT.to_string() } else { rate.product.clone() };
    let unlike = words::differs_from_card(rate);
    let days = rate.differing.iter().map(|(day, tokens, number)| {
        view! { <li>{numbers::day(*day)} ": " {words::differing(*tokens, *number)}</li> }
    });
    let days = days.collect_view();
    let (shown, more) = (rate.differing.len(), words::more_days(rate.differing_more));
    let others = (shown > 0).then(|| view! {
        <details><summary>{numbers::count(shown as u64 + rate.differing_more)}<span class="visually-hidden">" days, "{name.clone()}</span></summary>
            <ul>{days}</ul>
            {more.map(|more| view! { <p class="soft">{more}</p> })}
        </details>
    });
    view! {
        <tr>
            <th scope="row">{name.clone()} {unlike.then(|| view! { " " <Tag text="not the card's" hint="The rate in use is not what the rate card says" warn=true /> })}</th>
            <td class="n"><AskNumber subject=name figure=rate.rate.clone() currency /></td>
            <td class="n">{rate.shipped.map_or_else(|| page::UNKNOWN.to_string(), numbers::tokens)}</td>
            <td class="n less">{numbers::count(rate.agreeing)}</td>
            <td>{others}</td>
        </tr>
    }
    .into_any()
}
