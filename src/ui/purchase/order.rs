//! What is handed over: the days to remember, and a text for procurement.

use crate::session::{Session, View};
use crate::words::purchase as words;
use engine::desk::{ExportKind, PurchaseView};
use leptos::prelude::*;

/// The buttons, and the text to look at before it is sent.
#[component]
pub fn Order(
    /// The newest answer, whose day the mail names.
    view: View<PurchaseView>,
) -> AnyView {
    let session = Session::get();
    let text = RwSignal::new(None::<String>);
    let show =
        move |_| session.text_of(ExportKind::PurchaseText, move |found| drop(text.try_set(Some(found))));
    let mail = move || {
        let as_of = view.with(|view| view.as_ref().map(|view| view.as_of)).unwrap_or_default();
        text.get().map(|text| crate::words::mail::link(&words::mail_subject(as_of), &text))
    };
    view! {
        <section id="order" class="sheet">
            <h2>{words::ORDER}</h2>
            <p class="finding">"The order days, tiers, pack ends, the renewal and the reviews as a calendar file; the order as a text for procurement."</p>
            <div class="buttons no-print">
                <button type="button" id="save-calendar" class="first" on:click=move |_| session.export(ExportKind::Calendar)>"Calendar file"</button>
                <button type="button" id="copy-order" on:click=move |_| session.copy_export(ExportKind::PurchaseText)>"Copy the text"</button>
                <button type="button" id="show-order" aria-expanded=move || text.with(Option::is_some).to_string() on:click=show>"Show the text"</button>
            </div>
            {move || text.get().map(|text| view! {
                <pre id="order-text" class="letter" tabindex="0" role="region" aria-label="Text for procurement">{text}</pre>
                <p><a href=mail>"Write the mail"</a></p>
            })}
        </section>
    }
    .into_any()
}
