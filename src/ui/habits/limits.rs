//! What can be told from what is loaded, and what cannot. It opens the place.

use crate::session::View;
use crate::words::habits as words;
use engine::desk::HabitsView;
use leptos::prelude::*;

/// The panel; nothing where everything can be told.
#[component]
pub fn Limits(
    /// The newest answer.
    view: View<HabitsView>,
) -> impl IntoView {
    let limits = Memo::new(move |_| {
        view.with(|view| view.as_ref().map(|view| view.limits.clone()).unwrap_or_default())
    });
    move || {
        let limits = limits.get();
        (!limits.is_empty()).then(|| {
            let said = limits.iter().map(|limit| view! { <li>{words::limit(*limit)}</li> });
            view! { <ul id="habit-limits" class="sheet sentences">{said.collect_view()}</ul> }
        })
    }
}
