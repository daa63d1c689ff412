//! What to buy by pool, with the choice of the one whose curve is shown. Nothing with one pool.

use crate::session::{View, part_of};
use crate::ui::copies::TableFrame;
use crate::ui::figure::AskNumber;
use crate::words::{findings, purchase as words};
use engine::desk::{Figure, PoolPurchaseView, PurchaseView};
use leptos::prelude::*;

/// The table.
#[component]
pub fn Pools(
    /// The newest answer.
    view: View<PurchaseView>,
    /// Whose curve is wanted.
    pool: RwSignal<u32>,
) -> impl IntoView {
    let pools = part_of(view, |view| view.pools.clone());
    move || {
        pools.get().filter(|pools| pools.len() > 1).map(|pools| {
            let lines = pools.into_iter().enumerate().map(|(index, one)| line(index as u32, one, pool));
            let lines = lines.collect_view();
            view! {
                <section id="purchase-pools" class="sheet">
                    <h2>{words::POOLS}</h2>
                    <p class="finding">"Press a pool to see its curve."</p>
                    <TableFrame><table>
                        <thead><tr><th scope="col">"Pool"</th><th scope="col" class="n">"True-up"</th><th scope="col" class="n">"Order by"</th><th scope="col" class="n">"At renewal"</th></tr></thead>
                        <tbody>{lines}</tbody>
                    </table></TableFrame>
                </section>
            }
        })
    }
}

fn line(index: u32, one: PoolPurchaseView, pool: RwSignal<u32>) -> impl IntoView {
    let name = findings::name_of_pool(one.name.as_deref());
    let cell = |what: &str, figure: Option<Figure>| {
        let subject = format!("{what}, {name}");
        match figure {
            Some(figure) => view! { <AskNumber subject figure currency=String::new() /> }.into_any(),
            None => "cannot be told".into_any(),
        }
    };
    let (tokens, by) = one.true_up.map(|one| (one.tokens, one.order_by)).unzip();
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="link" aria-pressed=move || (pool.get() == index).to_string() on:click=move |_| pool.set(index)>{name.clone()}</button>
            </th>
            <td class="n">{cell("True-up", tokens)}</td>
            <td class="n">{cell("Order by", by)}</td>
            <td class="n">{cell("At renewal", one.renewal)}</td>
        </tr>
    }
}
