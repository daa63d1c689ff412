//! What to buy in this term, until when, and what waiting costs.

use crate::session::{View, part_of};
use crate::ui::figure::{Tag, Why};
use crate::words::{findings, purchase as words};
use engine::desk::{PurchaseView, TrueUpView};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn TrueUp(
    /// The newest answer.
    view: View<PurchaseView>,
) -> AnyView {
    let shown = part_of(view, |view| {
        (view.true_up.clone(), view.currency.clone(), view.is_then, view.late_price_is_guess)
    });
    view! {
        <section id="true-up" class="sheet answer">
            <h2>{words::TRUE_UP}</h2>
            {move || shown.get().map(|(true_up, currency, is_then, guess)| match true_up {
                Some(true_up) => body(true_up, &currency, is_then, guess).into_any(),
                None => view! { <p class="lead">{words::CANNOT_TELL}</p> }.into_any(),
            })}
        </section>
    }
    .into_any()
}

fn body(of: TrueUpView, currency: &str, is_then: bool, guess: bool) -> impl IntoView + use<> {
    let needed = findings::tokens_in(&of.tokens).is_positive();
    let stop_figure = of.stop.clone();
    let if_late = words::if_late(&of, currency);
    view! {
        <p class="lead"><b>{words::true_up(&of, currency)}</b></p>
        {words::late(&of).map(|late| view! { <p id="days-late" class="warn-text">{late}</p> })}
        {if_late.map(|late| view! {
            <p>{late}" "{guess.then(|| view! { <Tag text="guess" hint=words::LATE_IS_GUESS warn=true /> })}</p>
        })}
        {words::stop(&of, currency).map(|stop| view! { <p>{stop}</p> })}
        {is_then.then(|| view! { <p class="soft">{words::THEN}</p> })}
        <p class="whys">
            <Why subject=words::TRUE_UP.to_string() figure=of.tokens text="why this quantity?" />
            {needed.then(|| view! {
                <Why subject="Order by".to_string() figure=of.order_by text="why this day?" />
                <Why subject="Cost of the true-up".to_string() figure=of.amount text="why this cost?" />
                <Why subject="Cost if late".to_string() figure=of.amount_if_late text="why this late cost?" />
                {stop_figure.map(|stop| view! { <Why subject="What a stop costs".to_string() figure=stop text="why this stop?" /> })}
            })}
        </p>
        {guess.then(|| view! { <p class="soft">{words::LATE_IS_GUESS}</p> })}
    }
}
