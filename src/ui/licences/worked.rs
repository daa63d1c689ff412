//! The article's words beside the arithmetic, and what they silently need.

use crate::words::licences as words;
use leptos::prelude::*;

/// The panel, folded away.
#[component]
pub fn Worked() -> AnyView {
    view! {
        <section id="worked" class="sheet">
            <details>
                <summary><h2>{words::WORKED}</h2></summary>
                <dl class="worked">
                    {words::WORKED_STEPS.map(|(said, sum)| view! { <dt>{said}</dt><dd>{sum}</dd> })}
                </dl>
                <p class="soft">"The built-in example is this firm: open it to see the same numbers with their rows."</p>
            </details>
        </section>
    }
    .into_any()
}
