//! The report: which sections, an own text; printed, or saved as one file.

use crate::report::Sections;
use crate::session::Session;
use crate::ui::switch::Switch;
use crate::words::{page, review as words};
use leptos::prelude::*;

type Part = (&'static str, &'static str, fn(&mut Sections) -> &mut bool);

const PARTS: [Part; 4] = [
    ("report-cost", page::COST, |sections| &mut sections.cost),
    ("report-licences", page::LICENCES, |sections| &mut sections.licences),
    ("report-forecast", page::FORECAST, |sections| &mut sections.forecast),
    ("report-purchase", page::PURCHASE, |sections| &mut sections.purchase),
];

/// The panel.
#[component]
pub fn Report() -> AnyView {
    let session = Session::get();
    let sections = RwSignal::new(Sections::default());
    let text = RwSignal::new(String::new());
    let hide = session.hide_names();
    let switches = PARTS.map(|(id, name, of)| {
        let is_on = move || {
            let mut sections = sections.get();
            *of(&mut sections)
        };
        view! {
            <Switch id label=name on=Signal::derive(is_on) set=move |on| sections.update(|sections| *of(sections) = on) />
        }
    });
    let switches = switches.into_iter().collect_view();
    view! {
        <section id="report" class="sheet no-print">
            <h2>{words::REPORT}</h2>
            <p class="finding">{words::REPORT_IS}</p>
            <div class="inline-form">{switches}</div>
            <div class="question">
                <div class="field">
                    <label for="report-text">{words::OWN_TEXT}</label>
                    <textarea id="report-text" rows="4" prop:value=text on:input=move |event| text.set(event_target_value(&event))></textarea>
                </div>
            </div>
            <p class="soft">{move || if hide.get() { words::NAMES_HIDDEN } else { words::NAMES_SHOWN }}</p>
            <div class="buttons">
                <button type="button" id="save-report" class="first" on:click=move |_| session.save_report(sections.get_untracked(), text.get_untracked())>{words::SAVE_REPORT}</button>
                <button type="button" id="print-report" on:click=move |_| session.print_report(sections.get_untracked(), text.get_untracked())>{words::PRINT_REPORT}</button>
            </div>
        </section>
    }
    .into_any()
}
