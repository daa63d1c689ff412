//! The page's components.

use crate::browser::files::{self, Fed};
use crate::browser::worker_link::WorkerLink;
use engine::desk::Answer;
use leptos::prelude::*;

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let (status, set_status) = signal(String::from("Drop a usage export here."));
    let link = StoredValue::new(WorkerLink::spawn(move |death| set_status.set(format!("{death:?}"))));
    let feed = move |picked: Vec<files::PickedFile>| {
        for file in picked {
            let name = file.name.clone();
            files::feed(&link.get_value(), &file, move |fed| match fed {
                Fed::Answer(Answer::Closed { rows }) => set_status.set(format!("{name}: {rows} rows")),
                Fed::Answer(answer) => set_status.set(format!("{answer:?}")),
                Fed::Unreadable(why) => set_status.set(why),
            });
        }
    };
    view! {
        <main
            on:dragover=|event| event.prevent_default()
            on:drop=move |event| feed(files::from_drop(&event))
        >
            <h1>"Flexgauge"</h1>
            <input type="file" multiple=true on:change=move |event| feed(files::from_input(&event)) />
            <p id="status">{status}</p>
        </main>
    }
}
