//! Tell the team: drafts from the user's own numbers, to copy, to print, or to open in the mail program.
//! The page sends nothing.

use crate::browser::{clipboard, clock, download, page as document};
use crate::session::{Event, Session, View};
use crate::words::{people, team as words};
use engine::desk::{Answer, Ask, DraftAsk, DraftKind, DraftView, PersonView, Who};
use leptos::prelude::*;
use std::fmt::Write;
use std::sync::Arc;

/// How long a mail link may be: some mail programs cut longer ones off without a word.
const LINK_CHARACTERS_MAX: usize = 1_800;
/// The attribute of `<html>` with which only the draft is printed.
const PRINT: &str = "data-print";
/// How long the print dialog may take to look at the page, where it does not hold the page up.
const PRINTED_MS: u32 = 1_500;

/// The panel, following the data.
#[component]
pub fn TellTeam() -> AnyView {
    let wanted = RwSignal::new(DraftKind::Reminder);
    let view = draft_view(move || wanted.get());
    view! { <TellTeamPanel view wanted /> }.into_any()
}

/// The newest draft of a kind.
fn draft_view(kind: impl Fn() -> DraftKind + Copy + Send + Sync + 'static) -> View<DraftView> {
    Session::get().view(
        move || Ask::Draft(DraftAsk { kind: kind() }),
        |answer| match answer {
            Answer::Draft(view) => Some(*view),
            _ => None,
        },
    )
}

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
        let copy = move |_| {
            clipboard::copy(&body, move |worked| session.dispatch(Event::Copied(worked.into())));
        };
        view! {
            {written}
            <p class="buttons"><button type="button" id="copy-planned" on:click=copy>"Copy the text"</button>{mail}</p>
            <small class="soft">{words::ASK_PLANNED_NOTE}</small>
        }
    };
    view! { {move || shown.get().map(text)} }.into_any()
}

/// The panel.
#[component]
pub fn TellTeamPanel(
    /// The newest answer.
    view: View<DraftView>,
    /// Which draft is wanted.
    wanted: RwSignal<DraftKind>,
) -> AnyView {
    let session = Session::get();
    let hide = session.hide_names();
    // Those who use most are whom a personal note may help.
    let heavy = session.part(|answers| {
        let person = |who: &Who| match who {
            Who::Person(person) => Some(person.clone()),
            Who::Name(_) => None,
        };
        answers.cost.by_person.top.iter().filter_map(|part| person(&part.who)).collect::<Vec<PersonView>>()
    });
    let person = Memo::new(move |_| match wanted.get() {
        DraftKind::Person { id } => Some(id),
        _ => None,
    });
    // A note names its person, so there is none while names are hidden.
    let shown = Memo::new(move |_| {
        let names_somebody = person.with(Option::is_some);
        view.get().filter(|_| !(names_somebody && hide.get()))
    });
    let choose = move |event| {
        let first = heavy.get_untracked().unwrap_or_default().first().map(|person| person.id.clone());
        wanted.set(match event_target_value(&event).as_str() {
            "manager" => DraftKind::Manager,
            "planned" => DraftKind::PlannedWork,
            "onboarding" => DraftKind::Onboarding,
            "calendar" => DraftKind::Calendar,
            "person" => DraftKind::Person { id: first.unwrap_or_default() },
            _ => DraftKind::Reminder,
        });
    };
    let copy = move |_| {
        let Some(draft) = shown.get_untracked() else { return };
        clipboard::copy(&draft.body, move |worked| session.dispatch(Event::Copied(worked.into())));
    };
    let save = move |_| {
        let Some(draft) = shown.get_untracked() else { return };
        download::save(&draft.file_name, &draft.media_type, draft.body.as_bytes());
    };
    let people_options = move || {
        let option = |one: PersonView| {
            let (name, id) = (people::person(&one, false), one.id.clone());
            view! { <option value=one.id prop:selected=move || person.get().as_ref() == Some(&id)>{name}</option> }
        };
        heavy.get().unwrap_or_default().into_iter().map(option).collect_view()
    };
    view! {
        <section id="tell-team" class="sheet">
            <h2>{words::TELL}</h2>
            <p class="finding">{words::TELL_NOTE}</p>
            <form class="inline-form no-print" on:submit=|event| event.prevent_default()>
                <span class="field">
                    <label for="draft-kind">"Draft"</label>
                    <select id="draft-kind" on:change=choose>
                        {words::DRAFTS.map(|(value, title)| view! { <option value=value disabled=move || value == "person" && hide.get()>{title}</option> })}
                    </select>
                </span>
                {move || (person.with(Option::is_some) && !hide.get()).then(|| view! {
                    <span class="field">
                        <label for="draft-person">"To"</label>
                        <select id="draft-person" on:change=move |event| wanted.set(DraftKind::Person { id: event_target_value(&event) })>{people_options}</select>
                    </span>
                })}
            </form>
            {move || match shown.get() {
                Some(draft) => written(&draft).into_any(),
                None if hide.get() && person.with(Option::is_some) => view! { <p class="soft">{words::NO_NOTE_HIDDEN}</p> }.into_any(),
                None => view! { <p class="soft">{words::NO_DRAFT}</p> }.into_any(),
            }}
            <p class="buttons no-print">
                <button type="button" id="copy-draft" class="first" disabled=move || shown.with(Option::is_none) on:click=copy>"Copy the text"</button>
                {move || shown.get().map(|draft| mail(&draft))}
                <button type="button" id="save-draft" disabled=move || shown.with(Option::is_none) on:click=save>"Save as a file"</button>
                <button type="button" id="print-draft" disabled=move || shown.with(Option::is_none) on:click=|_| print()>"Print"</button>
            </p>
        </section>
    }
    .into_any()
}

fn written(draft: &DraftView) -> impl IntoView + use<> {
    let subject = (!draft.subject.is_empty()).then(|| draft.subject.clone());
    view! {
        <article id="draft" class="draft" tabindex="0" aria-label=words::DRAFT>
            {subject.map(|subject| view! { <h3>{subject}</h3> })}
            <pre>{draft.body.clone()}</pre>
        </article>
    }
}

fn mail(draft: &DraftView) -> impl IntoView + use<> {
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

/// Prints the draft alone.
fn print() {
    document::set_root_attribute(PRINT, Some("draft"));
    document::print();
    clock::after(PRINTED_MS, || document::set_root_attribute(PRINT, None));
}
