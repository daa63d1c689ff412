//! A long list in pages of fifty: only the rows of one page are ever in the document.

use crate::words::reading;
use leptos::prelude::*;

/// How many rows stand on a page.
pub const PAGE_ROWS: u64 = 50;

/// The line with the two buttons; nothing where everything fits on one page.
#[component]
pub fn Pager(
    /// The index of the first row shown.
    #[prop(into)]
    first: Signal<u64>,
    /// How many are shown.
    #[prop(into)]
    shown: Signal<u64>,
    /// How many there are.
    #[prop(into)]
    total: Signal<u64>,
    /// Asks for the page that begins there.
    turn: impl Fn(u64) + Clone + Send + Sync + 'static,
) -> AnyView {
    let back = turn.clone();
    let range = move || reading::range(first.get(), shown.get(), total.get());
    view! {
        <div class="pager" hidden=move || total.get() == 0>
            <span class="soft" aria-live="polite">{range}</span>
            <span class="buttons" hidden=move || total.get() <= PAGE_ROWS>
                <button type="button" disabled=move || first.get() == 0 on:click=move |_| back(first.get_untracked().saturating_sub(PAGE_ROWS))>
                    "Earlier in the list"
                </button>
                <button type="button" disabled=move || { first.get() + shown.get() >= total.get() } on:click=move |_| turn(first.get_untracked() + PAGE_ROWS)>
                    "Further in the list"
                </button>
            </span>
        </div>
    }
    .into_any()
}
