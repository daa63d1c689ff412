//! The contract year: its first and its last day, the renewal.

use super::field::TextField;
use crate::session::{Event, Field, Session, day_field, end_field};
use engine::plan::Edit;
use engine::usage::Day;
use leptos::prelude::*;

/// The two fields.
#[component]
pub fn TermFields() -> AnyView {
    let session = Session::get();
    let start = session.plan(|plan| plan.term_start);
    let end = session.plan(|plan| plan.term_end);
    let typed =
        |day: Memo<Option<Day>>| Signal::derive(move || day.get().map(|d| d.to_string()).unwrap_or_default());
    let start_field = move || start.get().map_or(Field::Empty, Field::Good);
    let read_end = move |text: &str| end_field(text, &start_field()).map(|_| String::new());
    let take_start = move |text: String| {
        let start = day_field(&text).good();
        session.dispatch(Event::Edit(Edit::Term { start, end: end.get_untracked() }));
    };
    let take_end = move |text: String| {
        let end = day_field(&text).good();
        session.dispatch(Event::Edit(Edit::Term { start: start.get_untracked(), end }));
    };
    view! {
        <div class="fields">
            <TextField id="term-start" label="First day" kind="date" stored=typed(start) read=move |text: &str| day_field(text).map(|_| String::new()) take=take_start />
            <TextField id="term-end" label="Last day, the renewal" kind="date" stored=typed(end) read=read_end take=take_end />
        </div>
    }
    .into_any()
}
