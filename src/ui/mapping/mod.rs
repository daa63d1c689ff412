//! The mapping screen: which column of a file is what. A dialog, opened by a question about a file
//! whose columns are not known, or by hand from the list of files.

mod fields;
mod preview;
mod ways;

use super::proof::CloseDialog;
use super::state::{MAPPING_ID, Ui};
use crate::browser::dialog;
use crate::session::{Event, RowKind, Session, with_kind};
use crate::words::mapping as words;
use engine::plan::{Edit, MappingEdit};
use leptos::prelude::*;

/// The dialog. One for all files.
#[component]
pub fn MappingDialog() -> AnyView {
    let ui = Ui::get();
    let closed = move |_| {
        ui.mapping.set(None);
        ui.modal.set(false);
    };
    let file =
        Memo::new(move |_| ui.mapping.with(|view| view.as_ref().map(|view| (view.file, view.name.clone()))));
    view! {
        <dialog id=MAPPING_ID class="mapping-dialog" aria-labelledby="mapping-title" on:close=closed>
            <div class="dialog-head">
                <h2 id="mapping-title">{move || file.get().map(|(_, name)| words::heading(&name))}</h2>
                <CloseDialog id=MAPPING_ID />
            </div>
            // Drawn once a file: a choice must not lose the focus when its verdict comes.
            {move || file.get().map(|_| view! { <MappingBody /> })}
        </dialog>
    }
    .into_any()
}

/// What the dialog says of its file.
#[component]
pub fn MappingBody() -> AnyView {
    let ui = Ui::get();
    let has_columns =
        ui.mapping.with_untracked(|view| view.as_ref().is_some_and(|view| !view.header.is_empty()));
    if !has_columns {
        return view! { <p>{words::NO_COLUMNS}</p> }.into_any();
    }
    let kind = RwSignal::new(
        ui.mapping
            .with_untracked(|view| view.as_ref().map_or(RowKind::Days, |view| RowKind::of(&view.mapping))),
    );
    view! {
        <preview::FirstRows />
        <Kinds kind />
        <h3>{words::WHICH}</h3>
        <fields::Fields kind />
        <h3>{words::HOW}</h3>
        <ways::Ways kind />
        <Decide />
    }
    .into_any()
}

/// What the rows are: it decides which fields are needed.
#[component]
fn Kinds(kind: RwSignal<RowKind>) -> AnyView {
    let (session, ui) = (Session::get(), Ui::get());
    let choice = move |of: RowKind| {
        let choose = move |_| {
            kind.set(of);
            ui.try_mapping(session, |view| with_kind(view, of));
        };
        view! {
            <label class="switch">
                <input type="radio" name="mapping-kind" prop:checked=move || kind.get() == of on:change=choose />
                {words::kind(of)}
            </label>
        }
    };
    view! {
        <fieldset class="kinds">
            <legend>{words::EACH_ROW}</legend>
            {RowKind::ALL.map(choice)}
        </fieldset>
    }
    .into_any()
}

/// What is missing, and the buttons that take it or take it back.
#[component]
fn Decide() -> AnyView {
    let (session, ui) = (Session::get(), Ui::get());
    let missing = Memo::new(move |_| {
        ui.mapping.with(|view| view.as_ref().map(|view| view.missing.clone()).unwrap_or_default())
    });
    let remembered =
        Memo::new(move |_| ui.mapping.with(|view| view.as_ref().is_some_and(|view| view.is_remembered)));
    let header = Memo::new(move |_| {
        ui.mapping.with(|view| view.as_ref().map(|view| view.header.clone()).unwrap_or_default())
    });
    let mappings = session.plan(|plan| plan.mappings.clone());
    let can_forget =
        move || header.with(|header| mappings.with(|all| all.iter().any(|known| known.is_for(header))));
    let decide = move |edit: MappingEdit| {
        dialog::close(MAPPING_ID);
        session.dispatch(Event::Edit(Edit::Mapping(edit)));
    };
    let take = move |_| {
        let mapping = ui.mapping.with_untracked(|view| view.as_ref().map(|view| view.mapping.clone()));
        mapping.into_iter().for_each(|mapping| decide(MappingEdit::Use(mapping)));
    };
    view! {
        <p id="mapping-missing" role="status" class:warn-text=move || missing.with(|missing| !missing.is_empty())>
            {move || if remembered.get() { words::REMEMBERED.to_string() } else { missing.with(|missing| words::missing(missing)) }}
        </p>
        <p class="buttons">
            <button type="button" id="use-mapping" class="first" disabled=move || missing.with(|missing| !missing.is_empty()) on:click=take>
                {words::USE}
            </button>
            {move || can_forget().then(|| view! {
                <button type="button" id="forget-mapping" on:click=move |_| decide(MappingEdit::Forget { header: header.get_untracked() })>
                    {words::FORGET}
                </button>
            })}
            <span class="soft">{words::AFTER}</span>
        </p>
    }
    .into_any()
}
