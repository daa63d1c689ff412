//! The Licences place: the cheapest right licence for every person.

mod days_bar;
mod decide;
mod frontier;
mod headline;
mod lists;
mod offers;
mod own_mix;
mod people;
mod person;
mod seats;
mod worked;

use super::frame::Frame;
use super::pager::PAGE_ROWS;
use super::place::Place;
use crate::session::{Session, View};
use crate::words::licences as words;
use engine::desk::{Answer, Ask, LicencesAsk, LicencesView};
use leptos::prelude::*;

/// The place.
#[component]
pub fn LicencesPage() -> AnyView {
    view! { <Frame place=Place::Licences><Following /></Frame> }.into_any()
}

/// What is wanted, and its newest answer.
#[component]
fn Following() -> AnyView {
    let session = Session::get();
    let wanted = RwSignal::new(LicencesAsk { count: PAGE_ROWS, ..LicencesAsk::default() });
    let view = session.view(
        move || Ask::Licences(wanted.get()),
        |answer| match answer {
            Answer::Licences(view) => Some(*view),
            _ => None,
        },
    );
    view! { <Licences view wanted /> }.into_any()
}

/// Everything in the place.
#[component]
pub fn Licences(
    /// The newest answer.
    view: View<LicencesView>,
    /// Which rows are wanted.
    wanted: RwSignal<LicencesAsk>,
) -> AnyView {
    let problem = Memo::new(move |_| view.get().and_then(|view| words::state(&view)));
    let is_there = Memo::new(move |_| view.with(Option::is_some));
    let ready = Memo::new(move |_| is_there.get() && problem.get().is_none());
    view! {
        {move || problem.get().map(|problem| view! { <p id="licences-problem" class="sheet warn-text">{problem}</p> })}
        {move || ready.get().then(|| view! {
            <headline::Headline view />
            <people::People view wanted />
            <frontier::Frontier view />
        })}
        {move || is_there.get().then(|| view! {
            <lists::Lists view />
            <div class="columns even">
                <div><offers::Offers view /></div>
                <div><seats::Seats view /><worked::Worked /></div>
            </div>
        })}
    }
    .into_any()
}
