//! What each clause of the contract is worth: the page to take into the negotiation.

use crate::session::{View, part_of};
use crate::ui::copies::TableFrame;
use crate::ui::figure::AskNumber;
use crate::words::purchase as words;
use engine::desk::{ClauseView, PurchaseView};
use leptos::prelude::*;

/// The panel; nothing where nothing can be told.
#[component]
pub fn Clauses(
    /// The newest answer.
    view: View<PurchaseView>,
) -> impl IntoView {
    let shown = part_of(view, |view| (view.clauses.clone(), view.currency.clone()));
    move || {
        shown.get().filter(|(clauses, _)| !clauses.is_empty()).map(|(clauses, currency)| {
            let finding = words::clauses(&clauses, &currency);
            let rows = clauses.into_iter().map(|clause| row(clause, &currency)).collect_view();
            view! {
                <section id="clauses" class="sheet">
                    <h2>{words::CLAUSES}</h2>
                    {finding.map(|finding| view! { <p class="finding">{finding}</p> })}
                    <TableFrame><table>
                        <thead><tr><th scope="col">"Clause"</th><th scope="col">"In the contract"</th><th scope="col" class="n">"Worth a term"</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table></TableFrame>
                </section>
            }
        })
    }
}

fn row(clause: ClauseView, currency: &str) -> impl IntoView + use<> {
    let name = words::clause(&clause);
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td>{if clause.agreed { "agreed" } else { "not agreed" }}</td>
            <td class="n"><AskNumber subject=name figure=clause.worth currency=currency.to_string() /></td>
        </tr>
    }
}
