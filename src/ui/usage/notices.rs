//! Spikes, climbs and crossed caps, each in a sentence, each to be put aside with a note.

use super::note::NoteForm;
use crate::session::{Event, Session, View};
use crate::ui::figure::Why;
use crate::words::{lookout as words, plural};
use engine::desk::{Figure, LookoutView};
use engine::plan::{Edit, NoteEdit};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The id of the heading, which gets the focus after a notice is put aside.
const TITLE_ID: &str = "lookout-title";

/// A notice, ready to be shown.
struct Notice {
    key: String,
    sentence: String,
    figure: Option<Figure>,
}

/// The panel.
#[component]
pub fn Notices(
    /// What to look at.
    lookout: View<LookoutView>,
) -> AnyView {
    let session = Session::get();
    let hide = session.hide_names();
    let dismissed = session.plan(|plan| plan.dismissed.clone());
    view! {
        <section id="lookout" class="sheet">
            <h2 id=TITLE_ID tabindex="-1">{words::LOOKOUT}</h2>
            {move || lookout.get().map(|view| all(&view, &dismissed.get(), hide.get()))}
        </section>
    }
    .into_any()
}

fn all(view: &LookoutView, dismissed: &BTreeMap<String, String>, hide: bool) -> AnyView {
    let spikes = view.spikes.iter().map(|spike| Notice {
        key: words::spike_key(spike),
        sentence: words::spike(spike, hide),
        figure: Some(spike.tokens.clone()),
    });
    let climbs = view.climbs.iter().map(|climb| Notice {
        key: words::climb_key(climb),
        sentence: words::climb(climb, hide),
        figure: None,
    });
    let caps = view.caps.iter().map(|cap| Notice {
        key: words::cap_key(cap),
        sentence: words::cap(cap, hide),
        figure: Some(cap.tokens.clone()),
    });
    let mut aside = Vec::new();
    let mut open = |all: Vec<Notice>| -> Vec<Notice> {
        let (gone, open) = all.into_iter().partition(|notice| dismissed.contains_key(&notice.key));
        aside.extend::<Vec<Notice>>(gone);
        open
    };
    let (spikes, climbs, caps) = (open(spikes.collect()), open(climbs.collect()), open(caps.collect()));
    let finding =
        words::finding(spikes.len() as u64, climbs.len() as u64, caps.len() as u64 + view.caps_more);
    let more = words::more_caps(view.caps_more);
    view! {
        <p class="finding">{finding}</p>
        {list(words::SPIKES, words::SPIKE_IS, spikes)}
        {list(words::CLIMBS, words::CLIMB_IS, climbs)}
        {list(words::CAPS, words::CAPS_ARE, caps)}
        {more.map(|more| view! { <p class="soft">{more}</p> })}
        {(!aside.is_empty()).then(|| put_aside(aside, dismissed))}
    }
    .into_any()
}

/// How many notices of a kind stand open; the rest is folded.
const OPEN_MAX: usize = 8;

fn list(title: &'static str, what: &'static str, mut notices: Vec<Notice>) -> Option<AnyView> {
    if notices.is_empty() {
        return None;
    }
    let folded = notices.split_off(notices.len().min(OPEN_MAX));
    let more = plural::of(folded.len() as u64, "more", "more");
    let items = |notices: Vec<Notice>| notices.into_iter().map(item).collect_view();
    let (shown, is_long) = (items(notices), !folded.is_empty());
    let folded = items(folded);
    let list = view! {
        <h3>{title}</h3>
        <p class="soft">{what}</p>
        <ul class="notices-list">{shown}</ul>
        {is_long.then(|| view! {
            <details class="as-table"><summary>{more}<span class="visually-hidden">": "{title}</span></summary><ul class="notices-list">{folded}</ul></details>
        })}
    };
    Some(list.into_any())
}

fn item(notice: Notice) -> impl IntoView {
    let session = Session::get();
    let Notice { key, sentence, figure } = notice;
    let dismiss = move |note: String| {
        session.dispatch(Event::Edit(Edit::Note(NoteEdit::Dismiss { key: key.clone(), note })));
    };
    view! {
        <li>
            <p>{sentence.clone()} " " {figure.map(|figure| view! { <Why subject=sentence.clone() figure /> })}</p>
            <NoteForm
                summary=words::DISMISS.to_string()
                subject=sentence
                note=String::new()
                yes=words::DISMISS
                no=words::RESTORE
                set=Callback::new(dismiss)
                unset=None
                focus=TITLE_ID
            />
        </li>
    }
}

fn put_aside(notices: Vec<Notice>, dismissed: &BTreeMap<String, String>) -> impl IntoView + use<> {
    let session = Session::get();
    let number = notices.len() as u64;
    let items = notices.into_iter().map(|notice| {
        let note = dismissed.get(&notice.key).cloned().filter(|note| !note.is_empty());
        let key = notice.key;
        let restore = move |_| {
            session.dispatch(Event::Edit(Edit::Note(NoteEdit::Restore { key: key.clone() })));
            crate::browser::page::focus(TITLE_ID);
        };
        let label = format!("{}: {}", words::RESTORE, notice.sentence);
        view! {
            <li>
                <span>{notice.sentence} {note.map(|note| view! { <br />{note} })}</span>
                <button type="button" aria-label=label on:click=restore>{words::RESTORE}</button>
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <details class="as-table" id="dismissed">
            <summary>{words::DISMISSED} ": " {crate::words::numbers::count(number)}</summary>
            <ul class="entries">{items}</ul>
        </details>
    }
}
