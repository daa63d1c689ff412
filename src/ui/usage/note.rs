//! A mark with a note, folded away until it is wanted.

use crate::browser::page as document;
use crate::words::usage as words;
use leptos::prelude::*;

/// The form.
#[component]
pub fn NoteForm(
    /// What the fold says.
    summary: String,
    /// What the mark is about, for a listener.
    subject: String,
    /// The note so far.
    note: String,
    /// The button that sets the mark.
    yes: &'static str,
    /// The button that takes it away.
    no: &'static str,
    /// Sets the mark with a note.
    set: Callback<String>,
    /// Takes it away; `None` where there is none.
    unset: Option<Callback<()>>,
    /// What gets the focus afterwards, since the form is drawn anew.
    focus: &'static str,
) -> AnyView {
    let typed = RwSignal::new(note);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        set.run(typed.get_untracked());
        document::focus(focus);
    };
    let take_away = move |_| {
        if let Some(unset) = unset {
            unset.run(());
        }
        document::focus(focus);
    };
    view! {
        <details class="note no-print">
            <summary>{summary}<span class="visually-hidden">": "{subject}</span></summary>
            <form class="inline-form" on:submit=submit>
                <label class="field">
                    {words::NOTE}
                    <input type="text" autocomplete="off" maxlength="200" prop:value=typed
                        on:input=move |event| typed.set(event_target_value(&event)) />
                </label>
                <button type="submit">{yes}</button>
                {unset.map(|_| view! { <button type="button" on:click=take_away>{no}</button> })}
            </form>
        </details>
    }
    .into_any()
}
