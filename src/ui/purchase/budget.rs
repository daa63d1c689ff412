//! Next year's money against this year's, with the subscriptions to order beside the tokens.

use crate::session::{View, part_of};
use crate::ui::copies::TableFrame;
use crate::ui::figure::AskNumber;
use crate::words::{numbers, purchase as words};
use engine::desk::{Figure, PurchaseView};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Budget(
    /// The newest answer.
    view: View<PurchaseView>,
) -> AnyView {
    let shown = part_of(view, |view| {
        (words::budget(view), view.budget.clone(), view.subscriptions.clone(), view.currency.clone())
    });
    view! {
        <section id="budget" class="sheet">
            <h2>{words::BUDGET}</h2>
            {move || shown.get().map(|(finding, budget, seats, currency)| {
                let line = |name: &'static str, figure: Figure| view! {
                    <tr><th scope="row" colspan="2">{name}</th><td class="n"><AskNumber subject=name.to_string() figure currency=currency.clone() /></td></tr>
                };
                let seats = seats.into_iter().map(|one| {
                    let subject = format!("Subscriptions, {}", one.offer);
                    view! {
                        <tr>
                            <th scope="row">{one.offer.clone()}</th>
                            <td class="n">{numbers::count(one.seats)}</td>
                            <td class="n"><AskNumber subject figure=one.amount currency=currency.clone() /></td>
                        </tr>
                    }
                });
                let seats = seats.collect::<Vec<_>>();
                let any = !seats.is_empty();
                let lines = [
                    line("This term: packs and true-up", budget.this_year),
                    line("Next term: tokens and subscriptions", budget.next_year),
                    line("Next term, bought later on average", budget.later),
                    line("Next term, at most in nine of ten futures", budget.next_year_high),
                ];
                view! {
                    <p class="finding">{finding}</p>
                    <TableFrame><table>
                        <thead><tr><th scope="col" colspan="2">"Year"</th><th scope="col" class="n">"Amount"</th></tr></thead>
                        <tbody>{lines}</tbody>
                    </table></TableFrame>
                    {any.then(|| view! {
                        <h3>"Subscriptions to order beside the tokens"</h3>
                        <TableFrame><table>
                            <thead><tr><th scope="col">"Seat"</th><th scope="col" class="n">"How many"</th><th scope="col" class="n">"A year"</th></tr></thead>
                            <tbody>{seats}</tbody>
                        </table></TableFrame>
                    })}
                    {(!any).then(|| view! { <p class="soft">"No move is accepted, so no subscription is to be ordered. "<a href="#licences">"See who would be cheaper on one"</a>"."</p> })}
                }
            })}
        </section>
    }
    .into_any()
}
