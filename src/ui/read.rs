//! The line that adds up: rows read = used + duplicates + left out.

use super::figure::Why;
use crate::session::Session;
use crate::words::{page, reading};
use engine::desk::{Figure, ReadView, Value};
use engine::rules::Rule;
use leptos::prelude::*;

/// The line.
#[component]
pub fn ReadLine() -> AnyView {
    let session = Session::get();
    let read = session.memo(|state| state.overview.as_ref().map(|overview| overview.read.clone()));
    let age = session.memo(|state| {
        let answers = state.overview.as_ref()?.answers.as_ref()?;
        reading::age(answers.as_of, state.today.filter(|_| !state.example))
    });
    view! {
        <section id="read" class="read" aria-label=page::WHAT_WAS_READ>
            {move || read.get().map(line)}
            {move || age.get().map(|age| view! { <span class="warn-text">{age}</span> })}
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
