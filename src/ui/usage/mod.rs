//! The Usage place: who, what, when, how much.

use super::frame::Frame;
use super::place::Place;
use leptos::prelude::*;

/// The place.
#[component]
pub fn UsagePage() -> AnyView {
    view! { <Frame place=Place::Usage><p></p></Frame> }.into_any()
}
