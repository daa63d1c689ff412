//! The Licences place: the cheapest right licence for every person.

use super::frame::Frame;
use super::place::Place;
use leptos::prelude::*;

/// The place.
#[component]
pub fn LicencesPage() -> AnyView {
    view! { <Frame place=Place::Licences><p></p></Frame> }.into_any()
}
