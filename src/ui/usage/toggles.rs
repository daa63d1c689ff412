//! A row of buttons of which one is pressed.

use leptos::prelude::*;

/// The row.
#[component]
pub fn Toggles<T: Copy + PartialEq + Send + Sync + 'static>(
    /// What is chosen with it.
    label: &'static str,
    /// What can be chosen, with its name.
    choices: Vec<(T, &'static str)>,
    /// What is chosen.
    chosen: Signal<T>,
    /// Chooses.
    choose: impl Fn(T) + Copy + Send + Sync + 'static,
) -> AnyView {
    let buttons = choices.into_iter().map(|(choice, name)| {
        view! {
            <button
                type="button"
                aria-pressed=move || (chosen.get() == choice).to_string()
                on:click=move |_| choose(choice)
            >
                {name}
            </button>
        }
    });
    let buttons = buttons.collect_view();
    view! { <div class="toggles no-print" role="group" aria-label=label>{buttons}</div> }.into_any()
}
