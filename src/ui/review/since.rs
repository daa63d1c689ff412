//! What changed since the last review.

use crate::session::View;
use crate::ui::copies::TableFrame;
use crate::ui::figure::{AskNumber, Why};
use crate::words::{numbers, review as words};
use engine::desk::ReviewView;
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Since(
    /// The facts.
    review: View<ReviewView>,
) -> AnyView {
    view! {
        <section id="since" class="sheet answer">
            <h2>{words::SINCE}</h2>
            {move || review.get().map(|view| body(&view))}
        </section>
    }
    .into_any()
}

fn body(view: &ReviewView) -> impl IntoView + use<> {
    let currency = view.currency.clone();
    let savings = view.savings.clone();
    let table = view.before.clone().map(|before| {
        let before_burn = before.burn_per_day.map_or("–".to_string(), numbers::tokens);
        let (burn, run_out) = (view.burn_per_day.clone(), view.run_out.clone());
        let (burn_currency, run_out_currency) = (currency.clone(), currency.clone());
        let moves = (before.moves.len(), view.record.moves.len());
        view! {
            <TableFrame><table>
                <thead><tr><th scope="col">"What"</th><th scope="col" class="n">"Then"</th><th scope="col" class="n">"Now"</th></tr></thead>
                <tbody>
                    <tr><th scope="row">"Tokens a day"</th><td class="n">{before_burn}</td><td class="n"><AskNumber subject="Burn rate".to_string() figure=burn currency=burn_currency /></td></tr>
                    <tr><th scope="row">"Run-out"</th><td class="n">{words::day_or_dash(before.run_out)}</td><td class="n"><AskNumber subject="Run-out".to_string() figure=run_out currency=run_out_currency /></td></tr>
                    <tr><th scope="row">"Accepted moves"</th><td class="n">{moves.0}</td><td class="n">{moves.1}</td></tr>
                </tbody>
            </table></TableFrame>
        }
    });
    view! {
        <p class="lead"><b>{words::since(view)}</b></p>
        {table}
        {savings.map(|savings| view! {
            <p id="savings">{words::savings(&savings, &currency)}</p>
            <p class="whys">
                <Why subject="Savings promised".to_string() figure=savings.promised text="why this promise?" />
                <Why subject="Savings shown by the rows".to_string() figure=savings.shown text="why this saving?" />
            </p>
        })}
    }
}
