//! Tell the team: drafts from the user's own numbers, to copy, to print, or to open in the mail program.
//! The page sends nothing.

use crate::browser::{clock, download, page as document};
use crate::session::{Session, View};
use crate::ui::draft::{draft_view, mail, written};
use crate::words::{people, team as words};
use engine::desk::{DraftKind, DraftView, PersonView, Who};
use leptos::prelude::*;

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
        session.copy_text(&draft.body);
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

/// Prints the draft alone.
fn print() {
    document::set_root_attribute(PRINT, Some("draft"));
    document::print();
    clock::after(PRINTED_MS, || document::set_root_attribute(PRINT, None));
}
