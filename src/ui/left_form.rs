//! The short form: tokens left, and on which day. In the band while it is missing, and in the drawer.

use super::pool_choice::PoolChoice;
use crate::session::{self, Event, Field, Session, day_field, tokens_field};
use crate::words::{fields, gauge as words};
use leptos::prelude::*;

/// The form.
#[component]
pub fn LeftForm(
    /// What its ids begin with: the form may stand in the page twice.
    prefix: &'static str,
) -> AnyView {
    let session = Session::get();
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(None::<String>);
    // Until a day is chosen it is the last day of the rows, else today.
    let usual_day = session.memo(|state| {
        let as_of = state.overview.as_ref().and_then(|o| o.answers.as_ref()).map(|answers| answers.as_of);
        as_of.or(state.today).map(|day| day.to_string()).unwrap_or_default()
    });
    let day = Memo::new(move |_| chosen.get().unwrap_or_else(|| usual_day.get()));
    let pool = PoolChoice::of_pools(session);
    let form =
        Memo::new(move |_| session::LeftForm { pool: pool.get(), tokens: typed.get(), day: day.get() });
    let memo = move || {
        let form = form.get();
        match (tokens_field(&form.tokens), day_field(&form.day)) {
            (Field::Bad(problem), _) | (_, Field::Bad(problem)) => (problem, true),
            (Field::Good(tokens), _) => (fields::read_as_tokens(tokens), false),
            (Field::Empty, _) => (String::new(), false),
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(edit) = form.get_untracked().edit() {
            session.dispatch(Event::Edit(edit));
            typed.set(String::new());
        }
    };
    let id = move |name: &str| format!("{prefix}-{name}");
    view! {
        <form class="inline-form" on:submit=submit>
            {pool.field(id("left-pool"))}
            <span class="field">
                <label for=id("left")>{words::ASK_LEFT}</label>
                <input
                    id=id("left")
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    size="9"
                    aria-describedby=id("left-memo")
                    aria-invalid=move || memo().1.then_some("true")
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </span>
            <span class="field">
                <label for=id("left-day")>{words::ASK_DAY}</label>
                <input
                    id=id("left-day")
                    type="date"
                    prop:value=day
                    on:input=move |event| chosen.set(Some(event_target_value(&event)))
                />
            </span>
            <button type="submit" disabled=move || form.get().edit().is_none()>{words::ASK_SET}</button>
            <small id=id("left-memo") class="memo" class:bad=move || memo().1>{move || memo().0}</small>
        </form>
    }
    .into_any()
}
