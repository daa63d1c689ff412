//! The page's components.

use crate::browser::drops::{self, Drop};
use crate::browser::files::{self, Fed, PickedFile};
use crate::browser::locale;
use crate::browser::worker_link::{Death, WorkerLink};
use engine::desk::Answer;
use leptos::prelude::*;

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let status = RwSignal::new(String::from("Drop a usage export here."));
    let link = StoredValue::new(None::<WorkerLink>);
    link.set_value(Some(WorkerLink::spawn(move |death| match death {
        Death::Died(_) => status.set(String::new()),
        Death::StartAgain => {
            if let Some(link) = link.get_value() {
                link.respawn();
            }
            status.set("Drop a usage export here.".to_string());
        }
    })));
    let feed = move |picked: Vec<PickedFile>| {
        let Some(link) = link.get_value() else { return };
        for file in picked {
            let name = file.name.clone();
            files::feed(&link, &file, move |fed| match fed {
                Fed::Answer(Answer::Closed { rows }) => {
                    status.set(format!("{name}: {} rows", locale::number(rows as f64, 0)));
                }
                Fed::Answer(answer) => status.set(format!("{answer:?}")),
                Fed::Unreadable(why) => status.set(why),
            });
        }
    };
    drops::watch(move |drop| {
        if let Drop::Files(picked) = drop {
            feed(picked);
        }
    });
    view! {
        <main>
            <h1>"Flexgauge"</h1>
            <input type="file" multiple=true on:change=move |event| feed(files::from_input(&event)) />
            <p id="status">{status}</p>
        </main>
    }
}
