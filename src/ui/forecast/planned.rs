//! The question to project managers: what is planned that the past cannot know.

use crate::session::Session;
use crate::ui::draft::{draft_view, mail, written};
use crate::words::team as words;
use engine::desk::{DraftKind, DraftView};
use leptos::prelude::*;
use std::sync::Arc;

/// The question to project managers, where their answers are entered. It is asked for when it is wanted: it
/// would be written anew with every change of the plan.
#[component]
pub fn PlannedWork() -> AnyView {
    let open = RwSignal::new(false);
    view! {
        <div class="no-print">
            <p class="buttons">
                <button type="button" id="planned-work" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>{words::ASK_PLANNED}</button>
            </p>
            {move || open.get().then(|| view! { <Question /> })}
        </div>
    }
    .into_any()
}

#[component]
fn Question() -> AnyView {
    let session = Session::get();
    let shown = draft_view(|| DraftKind::PlannedWork);
    let text = move |draft: Arc<DraftView>| {
        let (written, mail, body) = (written(&draft), mail(&draft), draft.body.clone());
        let copy = move |_| session.copy_text(&body);
        view! {
            {written}
            <p class="buttons"><button type="button" id="copy-planned" on:click=copy>"Copy the text"</button>{mail}</p>
            <small class="soft">{words::ASK_PLANNED_NOTE}</small>
        }
    };
    view! { {move || shown.get().map(text)} }.into_any()
}
