//! A box to tick, and what it means.

use leptos::prelude::*;

/// A box to tick. `set` is told whether it is ticked now.
#[component]
pub fn Switch(
    /// Its `id`.
    id: &'static str,
    /// What it means.
    #[prop(into)]
    label: String,
    /// Whether it is ticked.
    #[prop(into)]
    on: Signal<bool>,
    /// Told when that changes.
    set: impl Fn(bool) + 'static,
) -> AnyView {
    view! {
        <label class="switch">
            <input id=id type="checkbox" prop:checked=on on:change=move |event| set(event_target_checked(&event)) />
            {label}
        </label>
    }
    .into_any()
}
