//! Charge days a year against break-even, as a small bar.

use crate::chart::{self, DaysBarModel, Ink, Picture, Size};
use crate::words::licences as words;
use engine::desk::MixView;
use leptos::prelude::*;

/// What the whole width of a bar stands for: working days of a year, nearly.
const FULL_DAYS: f64 = 260.0;

/// The bar with its number.
#[component]
pub fn DaysBar(
    /// The mix whose days are shown.
    mix: MixView,
    /// Unique in the page.
    id: String,
) -> impl IntoView {
    let said = words::days_bar(&mix);
    let model = DaysBarModel {
        days: words::days_in(&mix.charge_days_per_year),
        range: mix.charge_days_range,
        break_even: words::days_in(&mix.break_even_days),
        full: FULL_DAYS,
    };
    let picture = Picture {
        id: &id,
        title: "Charge days a year",
        description: &said,
        ink: Ink::Classes,
        size: Size::Wide,
    };
    let svg = chart::days_bar(&model, &picture);
    view! { <div class="days-bar" title=said.clone() inner_html=svg></div> }
}
