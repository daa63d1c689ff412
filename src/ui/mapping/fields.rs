//! A choice for each field, with the guess, why, and how well the column reads.

use crate::session::{RowKind, Session, choose};
use crate::ui::state::Ui;
use crate::words::mapping as words;
use engine::desk::MappedFieldView;
use engine::usage::MappedField;
use leptos::prelude::*;

/// The choices.
#[component]
pub fn Fields(
    /// What the rows are.
    kind: RwSignal<RowKind>,
) -> AnyView {
    view! {
        <ul class="mapped">
            <For each=move || kind.get().fields().iter().copied() key=|field| *field children=|field| view! { <Choice field /> } />
        </ul>
    }
    .into_any()
}

#[component]
fn Choice(field: MappedField) -> AnyView {
    let (session, ui) = (Session::get(), Ui::get());
    let hide = session.hide_names();
    let of = Memo::new(move |_| {
        let found =
            |view: &engine::desk::MappingView| view.fields.iter().find(|known| known.field == field).cloned();
        ui.mapping.with(|view| view.as_ref().and_then(found))
    });
    // What is chosen is known before the desk has judged it.
    let chosen = Memo::new(move |_| {
        ui.mapping.with(|view| view.as_ref().and_then(|view| view.mapping.column(field).map(str::to_string)))
    });
    let header: Vec<String> =
        ui.mapping.with_untracked(|view| view.as_ref().map(|view| view.header.clone()).unwrap_or_default());
    let options = header.iter().enumerate().filter(|(_, name)| !name.trim().is_empty()).map(|(index, name)| {
        let own = name.clone();
        let is_chosen = move || chosen.with(|chosen| chosen.as_deref() == Some(own.as_str()));
        view! { <option value=index.to_string() prop:selected=is_chosen>{words::column(index, name)}</option> }
    });
    let options = options.collect_view();
    let change = move |event| {
        let column =
            event_target_value(&event).parse().ok().and_then(|index: usize| header.get(index).cloned());
        ui.try_mapping(session, |view| {
            let mut mapping = view.mapping.clone();
            choose(&mut mapping, field, column);
            mapping
        });
    };
    let said = move |words: fn(&MappedFieldView) -> &'static str| of.with(|of| of.as_ref().map(words));
    let verdict = move || of.with(|of| of.as_ref().map(|of| words::verdict(of, hide.get())));
    let doubtful = move || of.with(|of| of.as_ref().is_some_and(words::is_doubtful));
    let id = format!("map-{}", field.name());
    let memo = format!("{id}-memo");
    view! {
        <li>
            <label for=id.clone()>{words::field(field)}</label>
            <select id=id aria-describedby=memo.clone() on:change=change>
                <option value="" prop:selected=move || chosen.with(Option::is_none)>{words::NOT_IN_FILE}</option>
                {options}
            </select>
            <small id=memo class="soft" class:doubtful=doubtful>{move || said(words::guess)} " " {verdict}</small>
        </li>
    }
    .into_any()
}
