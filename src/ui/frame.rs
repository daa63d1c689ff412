//! What stands around every place but the Overview: its title, what is loading, and, where the
//! files have no days, why the place is empty.

use super::loading::{Loading, Status};
use super::notices::Notices;
use super::place::Place;
use super::questions::Waiting;
use super::read::ReadLine;
use super::sums::Sums;
use crate::session::{Content, Session};
use crate::words::{findings, reading};
use leptos::prelude::*;

/// The frame of a place.
#[component]
pub fn Frame(
    /// Which.
    place: Place,
    /// What stands in it once there are answers.
    children: ChildrenFn,
) -> AnyView {
    let session = Session::get();
    let content = session.content();
    let period = session.part(findings::period_days);
    let stale = session.memo(|state| !state.is_current());
    let awaits = session.awaits_view();
    let busy = move || stale.get() || awaits.get();
    view! {
        <div class="title-row">
            <h1>{place.name()}</h1>
            <span class="soft">{move || period.get()}</span>
            {move || awaits.get().then(|| view! { <span class="soft">{reading::WORKING}</span> })}
            <Status />
        </div>
        <Notices />
        <Loading />
        <Waiting elsewhere=true />
        <div class="answers" aria-busy=move || busy().to_string()>
            {move || match content.get() {
                Content::Answers => children().into_any(),
                Content::Sums => view! {
                    <p class="sheet warn-text">{reading::NO_DAYS_HERE}</p>
                    <Sums />
                }.into_any(),
                Content::NothingUsable => view! { <p class="sheet warn-text">{reading::NOTHING_USABLE}</p> }.into_any(),
                _ => ().into_any(),
            }}
        </div>
        <ReadLine />
    }
    .into_any()
}
