//! The last day to order more.

use crate::session::Session;
use crate::words::forecast as words;
use engine::usage::Day;
use leptos::prelude::*;

/// The sentence.
#[component]
pub fn OrderBy(
    /// The day.
    by: Day,
) -> impl IntoView {
    let now = Session::get().latest_day();
    move || {
        let (order, has_passed) = words::order_by(by, now.get());
        view! { <p class:warn-text=has_passed>{order}</p> }
    }
}
