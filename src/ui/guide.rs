//! The guide, as a dialog. Drawn when first asked for.

use super::proof::CloseDialog;
use super::state::{GUIDE_ID, Ui};
use crate::words::{guide, page};
use leptos::prelude::*;

/// The dialog.
#[component]
pub fn GuideDialog() -> AnyView {
    let ui = Ui::get();
    view! {
        <dialog id=GUIDE_ID aria-labelledby="guide-title" on:close=move |_| ui.modal.set(false)>
            <div class="dialog-head">
                <h2 id="guide-title">{page::GUIDE}</h2>
                <CloseDialog id=GUIDE_ID />
            </div>
            {move || ui.guide.get().then(|| view! { <GuideText /> })}
        </dialog>
    }
    .into_any()
}

/// Its text.
#[component]
pub fn GuideText() -> impl IntoView {
    let part = |part: guide::Part| {
        view! {
            {part.name.map(|name| view! { <h4>{name}</h4> })}
            <p>{part.says}</p>
            {part.source.map(|source| view! { <p class="soft source">"Source: " {source}</p> })}
        }
    };
    let chapters = guide::chapters().into_iter().map(|chapter| {
        view! {
            <section class="chapter">
                <h3>{chapter.title}</h3>
                {chapter.parts.into_iter().map(part).collect_view()}
            </section>
        }
    });
    chapters.collect_view()
}
