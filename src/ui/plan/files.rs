//! The files that are loaded, with what came of each.

use crate::browser::page as document;
use crate::session::{Event, Session};
use crate::ui::state::{FILE_INPUT_ID, Ui};
use crate::words::{mapping, page, reading};
use engine::desk::FileView;
use engine::plan::{Edit, MappingEdit};
use engine::usage::Mapping;
use leptos::prelude::*;

/// The list.
#[component]
pub fn FilesList() -> AnyView {
    let session = Session::get();
    let files =
        session.memo(|state| state.overview.as_ref().map(|o| o.read.files.clone()).unwrap_or_default());
    let any = session.memo(|state| !state.files.is_empty());
    let ui = Ui::get();
    let line = move |(index, file): (usize, FileView)| line(session, ui, index as u32, file);
    let remove_all = move |_| {
        ui.usage.forget();
        session.dispatch(Event::RemoveAll);
    };
    view! {
        {move || {
            let files = files.get();
            if files.is_empty() {
                view! { <p class="soft">"No exports loaded."</p> }.into_any()
            } else {
                view! { <ul class="entries">{files.into_iter().enumerate().map(line).collect_view()}</ul> }.into_any()
            }
        }}
        <p class="buttons">
            <button type="button" on:click=move |_| document::click(FILE_INPUT_ID)>{page::ADD_EXPORTS}</button>
            <button type="button" id="remove-all" disabled=move || !any.get() on:click=remove_all>
                "Remove all files"
            </button>
            <PutBack />
        </p>
    }
    .into_any()
}

/// The way back from removing all files; nothing where none were removed.
#[component]
pub fn PutBack() -> impl IntoView {
    let session = Session::get();
    let removed = session.memo(|state| if state.example { 0 } else { state.removed.len() as u64 });
    move || {
        let number = removed.get();
        (number > 0).then(|| view! {
            <button type="button" on:click=move |_| session.dispatch(Event::PutBack)>{page::put_back(number)}</button>
        })
    }
}

fn line(session: Session, ui: Ui, index: u32, file: FileView) -> impl IntoView {
    // The example's file is read as it was made.
    let own = session.memo(|state| !state.example);
    let label = format!("{} {}", mapping::COLUMNS, file.name);
    view! {
        <li>
            <span>
                <span class="file-name">{file.name.clone()}</span>
                <br />
                <small class="soft">{reading::shape(file.shape.as_deref())}</small>
                <br />
                <small class="soft">{reading::file_sum(&file)}</small>
            </span>
            {move || {
                let label = label.clone();
                own.get().then(|| view! {
                    <button type="button" aria-haspopup="dialog" aria-label=label on:click=move |_| ui.open_mapping(session, index)>
                        {mapping::COLUMNS}
                    </button>
                })
            }}
        </li>
    }
}

/// The mappings that are remembered, also for files that are not loaded.
#[component]
pub fn Mappings() -> impl IntoView {
    let session = Session::get();
    let mappings = session.plan(|plan| plan.mappings.clone());
    let line = move |of: Mapping| {
        let words = of.header.join(", ");
        let label = format!("{}: {words}", mapping::FORGET);
        let forget = move |_| {
            session.dispatch(Event::Edit(Edit::Mapping(MappingEdit::Forget { header: of.header.clone() })));
        };
        view! { <li><span>{words}</span><button type="button" aria-label=label on:click=forget>"Forget"</button></li> }
    };
    move || {
        let mappings = mappings.get();
        (!mappings.is_empty()).then(|| {
            view! {
                <h4>{mapping::REMEMBERED_HEADING}</h4>
                <ul class="entries">{mappings.into_iter().map(line).collect_view()}</ul>
            }
        })
    }
}
