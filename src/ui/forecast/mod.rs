//! The Forecast place: when the tokens run out, and how sure that is.

use super::frame::Frame;
use super::place::Place;
use leptos::prelude::*;

/// The place.
#[component]
pub fn ForecastPage() -> AnyView {
    view! { <Frame place=Place::Forecast><p></p></Frame> }.into_any()
}
