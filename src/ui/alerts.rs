//! What to act on, at the top of the Overview until dismissed with a note.

use super::figure::Why;
use crate::session::{Event, Session};
use crate::words::alerts as words;
use engine::desk::AlertView;
use engine::plan::{Edit, NoteEdit};
use leptos::prelude::*;

/// The panel; nothing where nothing crossed a limit.
#[component]
pub fn Alerts() -> AnyView {
    let session = Session::get();
    let alerts = session.part(|answers| answers.alerts.clone());
    let open = Memo::new(move |_| of(alerts, false));
    let dismissed = Memo::new(move |_| of(alerts, true));
    let keys = move || open.with(|alerts| alerts.iter().map(|alert| alert.key.clone()).collect::<Vec<_>>());
    let any = Memo::new(move |_| !open.with(Vec::is_empty) || !dismissed.with(Vec::is_empty));
    view! {
        {move || any.get().then(|| view! {
            <section id="alerts" class="sheet" class:urgent=move || !open.with(Vec::is_empty)>
                <h2>{words::TITLE}</h2>
                <ul class="entries">
                    <For each=keys key=String::clone let:key><Alert key open /></For>
                </ul>
                <details hidden=move || dismissed.with(Vec::is_empty)>
                    <summary>{move || format!("{} dismissed", dismissed.with(Vec::len))}</summary>
                    <ul class="entries">
                        <For each=move || dismissed.get() key=|alert| format!("{alert:?}") let:alert><Dismissed alert /></For>
                    </ul>
                </details>
            </section>
        })}
    }
    .into_any()
}

fn of(alerts: Memo<Option<Vec<AlertView>>>, dismissed: bool) -> Vec<AlertView> {
    let all = alerts.get().unwrap_or_default();
    all.into_iter().filter(|alert| alert.dismissed.is_some() == dismissed).collect()
}

/// An alert as it stands in the last answers; its note stays under the fingers while they change.
#[component]
fn Alert(key: String, open: Memo<Vec<AlertView>>) -> AnyView {
    let session = Session::get();
    let (currency, hide) = (session.currency(), session.hide_names());
    let alert = Memo::new({
        let key = key.clone();
        move |_| open.with(|alerts| alerts.iter().find(|alert| alert.key == key).cloned())
    });
    let said = Memo::new(move |_| {
        alert.with(|alert| alert.as_ref().map(|alert| words::sentence(alert, &currency.get(), hide.get())))
    });
    let said = move || said.get().unwrap_or_default();
    let note = RwSignal::new(String::new());
    let dismiss = move |_| {
        let edit = NoteEdit::Dismiss { key: key.clone(), note: note.get_untracked() };
        session.dispatch(Event::Edit(Edit::Note(edit)));
    };
    view! {
        <li>
            <span>
                {said}" "
                {move || alert.get().map(|alert| view! { <Why subject=words::TITLE.to_string() figure=alert.value /> })}
            </span>
            <span class="inline-form no-print">
                <input type="text" autocomplete="off" placeholder="note" aria-label=move || format!("Note on: {}", said()) on:input=move |event| note.set(event_target_value(&event)) />
                <button type="button" aria-label=move || format!("Dismiss: {}", said()) on:click=dismiss>"Dismiss"</button>
            </span>
        </li>
    }
    .into_any()
}

#[component]
fn Dismissed(alert: AlertView) -> AnyView {
    let session = Session::get();
    let said =
        words::sentence(&alert, &session.currency().get_untracked(), session.hide_names().get_untracked());
    let note = alert.dismissed.clone().filter(|note| !note.is_empty()).map(|note| format!(" — {note}"));
    let label = format!("Show again: {said}");
    let key = alert.key;
    view! {
        <li>
            <span class="soft">{said}{note}</span>
            <button type="button" class="no-print" aria-label=label on:click=move |_| session.dispatch(Event::Edit(Edit::Note(NoteEdit::Restore { key: key.clone() })))>"Show again"</button>
        </li>
    }
    .into_any()
}
