//! What can be saved and opened.

use crate::browser::page as document;
use crate::session::{Event, Session};
use crate::ui::state::FILE_INPUT_ID;
use crate::ui::switch::Switch;
use crate::words::keeping as words;
use engine::desk::ExportKind;
use leptos::prelude::*;

/// The buttons.
#[component]
pub fn SaveButtons() -> AnyView {
    let session = Session::get();
    let nothing = session.memo(|state| state.overview.is_none());
    let keep = session.memo(|state| state.keep_exports);
    let size = session.memo(|state| (!state.files.is_empty()).then(|| state.bytes_to_keep()));
    view! {
        <p class="buttons">
            <button type="button" id="export-results" disabled=nothing on:click=move |_| session.export(ExportKind::Results)>
                "Export results (JSON)"
            </button>
            <button type="button" id="save-workspace" on:click=move |_| session.save_workspace()>"Save workspace"</button>
            <button type="button" id="open-workspace" on:click=move |_| document::click(FILE_INPUT_ID)>"Open workspace…"</button>
        </p>
        {move || {
            size.get().map(|size| {
                view! {
                    <Switch id="keep-exports" label=words::keep(size) on=keep set=move |on| session.dispatch(Event::KeepExports(on)) />
                    <p class="soft">{words::KEEP_HINT}</p>
                }
            })
        }}
        <p class="soft">{words::WORKSPACE}</p>
    }
    .into_any()
}
