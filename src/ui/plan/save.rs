//! What can be saved and opened.

use crate::browser::page as document;
use crate::session::Session;
use crate::ui::state::FILE_INPUT_ID;
use engine::desk::ExportKind;
use leptos::prelude::*;

/// The buttons.
#[component]
pub fn SaveButtons() -> AnyView {
    let session = Session::get();
    let nothing = session.memo(|state| state.overview.is_none());
    view! {
        <p class="buttons">
            <button type="button" id="export-results" disabled=nothing on:click=move |_| session.export(ExportKind::Results)>
                "Export results (JSON)"
            </button>
            <button type="button" id="save-workspace" on:click=move |_| session.save_workspace()>"Save workspace"</button>
            <button type="button" id="open-workspace" on:click=move |_| document::click(FILE_INPUT_ID)>"Open workspace…"</button>
        </p>
        <p class="soft">
            "A workspace holds what you entered here, never your usage; it names people you decided on or gave seats, "
            "also while names are hidden. Open it by dropping it on the page."
        </p>
    }
    .into_any()
}
