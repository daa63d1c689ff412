//! A draft: a text from the user's own numbers, to copy or to open in the mail program. The page sends nothing.

use crate::session::{Session, View};
use crate::words::team as words;
use engine::desk::{Answer, Ask, DraftAsk, DraftKind, DraftView};
use leptos::prelude::*;
use std::fmt::Write;

/// How long a mail link may be: some mail programs cut longer ones off without a word.
const LINK_CHARACTERS_MAX: usize = 1_800;
/// The newest draft of a kind.
pub fn draft_view(kind: impl Fn() -> DraftKind + Copy + Send + Sync + 'static) -> View<DraftView> {
    Session::get().view(
        move || Ask::Draft(DraftAsk { kind: kind() }),
        |answer| match answer {
            Answer::Draft(view) => Some(*view),
            _ => None,
        },
    )
}

/// A draft as it reads.
pub fn written(draft: &DraftView) -> impl IntoView + use<> {
    let subject = (!draft.subject.is_empty()).then(|| draft.subject.clone());
    view! {
        <article id="draft" class="draft" tabindex="0" aria-label=words::DRAFT>
            {subject.map(|subject| view! { <h3>{subject}</h3> })}
            <pre>{draft.body.clone()}</pre>
        </article>
    }
}

/// The link that opens it in the mail program; a calendar entry has none.
pub fn mail(draft: &DraftView) -> impl IntoView + use<> {
    let is_calendar = draft.media_type.starts_with("text/calendar");
    match mail_link(draft).filter(|_| !is_calendar) {
        Some(link) => view! { <a id="mail-draft" href=link>{words::OPEN_MAIL}</a> }.into_any(),
        None if is_calendar => ().into_any(),
        None => view! {
            <a id="mail-draft" href=subject_link(draft)>{words::OPEN_MAIL}</a>
            <span class="soft">{words::TOO_LONG}</span>
        }
        .into_any(),
    }
}

/// The address that opens a draft in the mail program; `None` where it would be too long.
pub fn mail_link(draft: &DraftView) -> Option<String> {
    // Mail has its lines ended by both.
    let body = encoded(&draft.body.replace('\n', "\r\n"));
    let link = format!("{}&body={body}", subject_link(draft));
    (link.len() <= LINK_CHARACTERS_MAX).then_some(link)
}

/// The address that opens a mail with the subject alone.
fn subject_link(draft: &DraftView) -> String {
    let to = draft.to.as_deref().map(encoded).unwrap_or_default().replace("%40", "@");
    format!("mailto:{to}?subject={}", encoded(&draft.subject))
}

/// A text for an address: everything but letters, digits and `-._~` as bytes.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
