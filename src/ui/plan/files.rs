//! The files that are loaded, with what came of each.

use crate::browser::page as document;
use crate::session::{Event, Session};
use crate::ui::state::FILE_INPUT_ID;
use crate::words::{page, reading};
use engine::desk::FileView;
use leptos::prelude::*;

/// The list.
#[component]
pub fn FilesList() -> AnyView {
    let session = Session::get();
    let files =
        session.memo(|state| state.overview.as_ref().map(|o| o.read.files.clone()).unwrap_or_default());
    let any = session.memo(|state| !state.files.is_empty());
    view! {
        {move || {
            let files = files.get();
            if files.is_empty() {
                view! { <p class="soft">"No exports loaded."</p> }.into_any()
            } else {
                view! { <ul class="entries">{files.into_iter().map(line).collect_view()}</ul> }.into_any()
            }
        }}
        <p class="buttons">
            <button type="button" on:click=move |_| document::click(FILE_INPUT_ID)>{page::ADD_EXPORTS}</button>
            <button type="button" id="remove-all" disabled=move || !any.get() on:click=move |_| session.dispatch(Event::RemoveAll)>
                "Remove all files"
            </button>
        </p>
    }
    .into_any()
}

fn line(file: FileView) -> impl IntoView {
    view! {
        <li>
            <span>
                <span class="file-name">{file.name.clone()}</span>
                <br />
                <small class="soft">{reading::shape(file.shape.as_deref())}</small>
                <br />
                <small class="soft">{reading::file_sum(&file)}</small>
            </span>
        </li>
    }
}
