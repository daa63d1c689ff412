//! The line that adds up: rows read = used + duplicates + left out.

use super::figure::Why;
use crate::session::Session;
use crate::words::{page, reading};
use engine::desk::{Figure, ReadView, Value};
use engine::rules::Rule;
use leptos::prelude::*;

/// From so many days on, old data is something to act on: a month's look was missed.
const STALE_DAYS: i32 = 31;

/// The line.
#[component]
pub fn ReadLine() -> AnyView {
    let session = Session::get();
    let read = session.memo(|state| state.overview.as_ref().map(|overview| overview.read.clone()));
    view! {
        <section id="read" class="read" aria-label=page::WHAT_WAS_READ>
            {move || read.get().map(line)}
        </section>
    }
    .into_any()
}

fn line(read: ReadView) -> impl IntoView {
    let figure = Figure::new(Rule::RowsRead, Some(Value::Count(read.rows)));
    view! {
        <span>{reading::sum(&read)}</span>
        {reading::left_out_tokens(&read).map(|lost| view! { <span class="warn-text">{lost}</span> })}
        {(read.findings > 0).then(|| view! { <a class="no-print" href="#left-out">{page::LEFT_OUT_LINK}</a> })}
        <Why subject=page::WHAT_WAS_READ.to_string() figure />
    }
}

/// How old the data is, beside the days it covers; nothing of the example, nor on the day itself.
#[component]
pub fn Age() -> impl IntoView {
    let session = Session::get();
    let age = session.memo(|state| {
        let answers = state.overview.as_ref()?.answers.as_ref()?;
        let today = state.today_of_data();
        let stale = today.is_some_and(|today| answers.as_of.days_until(today) > STALE_DAYS);
        reading::age(answers.as_of, today).map(|words| (words, stale))
    });
    move || {
        age.get().map(|(words, stale)| {
            let class = if stale { "warn-text" } else { "soft" };
            view! { <span id="age" class=class>{words}</span> }
        })
    }
}
