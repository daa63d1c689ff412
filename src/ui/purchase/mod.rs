//! The Purchase place: what to buy, until when, and what to ask for.

mod budget;
mod checklist;
mod clauses;
mod contract;
mod curve;
mod lists;
mod next_term;
mod order;
mod pools;
mod true_up;
mod ways;

use super::frame::Frame;
use super::place::Place;
use crate::session::{Session, View};
use crate::words::purchase as words;
use engine::desk::{Answer, Ask, PurchaseAsk, PurchaseView};
use leptos::prelude::*;

pub use curve::model as curve_model;

/// The place.
#[component]
pub fn PurchasePage() -> AnyView {
    view! { <Frame place=Place::Purchase><Following /></Frame> }.into_any()
}

/// Which pool is wanted, and the newest answer.
#[component]
fn Following() -> AnyView {
    let session = Session::get();
    let pool = RwSignal::new(0_u32);
    let now = session.latest_day();
    let view = session.view(
        move || Ask::Purchase(PurchaseAsk { pool: pool.get(), today: now.get() }),
        |answer| match answer {
            Answer::Purchase(view) => Some(*view),
            _ => None,
        },
    );
    view! { <Purchase view pool /> }.into_any()
}

/// Everything in the place.
#[component]
pub fn Purchase(
    /// The newest answer.
    view: View<PurchaseView>,
    /// Whose curve is wanted.
    pool: RwSignal<u32>,
) -> AnyView {
    let is_there = Memo::new(move |_| view.with(Option::is_some));
    let no_term = Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|v| v.term_end.is_none())));
    view! {
        {move || no_term.get().then(|| view! { <p id="no-term" class="sheet warn-text">{words::NO_TERM}</p> })}
        {move || is_there.get().then(|| view! {
            <div class="columns even">
                <div><true_up::TrueUp view /></div>
                <div><next_term::NextTerm view /></div>
            </div>
            <curve::Curve view />
            <div class="columns even">
                <div><clauses::Clauses view /><budget::Budget view /><pools::Pools view pool /></div>
                <div><ways::Ways view /><order::Order view /></div>
            </div>
            <div class="columns even">
                <div><checklist::Checklist /></div>
                <div><contract::Contract /></div>
            </div>
        })}
    }
    .into_any()
}
