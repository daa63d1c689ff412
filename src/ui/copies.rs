//! What a reader takes along: a table as text, a chart as a picture.

use super::picture::Drawing;
use crate::browser::pictures::{self, Taken};
use crate::browser::{clipboard, clock, tables};
use crate::session::{Copied, Event, Session};
use crate::words::copies as words;
use leptos::prelude::*;

/// What a copy button looks for its table in.
const AROUND: &str = ".copied-from, figure";
/// How long a button says that it has copied.
const SAID_MS: u32 = 2_000;

/// A table that can be wider than its place, and can be copied.
#[component]
pub fn TableFrame(
    /// What it is, for a listener, where it needs scrolling.
    #[prop(optional, into)]
    label: Option<String>,
    /// The table.
    children: Children,
) -> AnyView {
    let (tabindex, role) = (label.is_some().then_some("0"), label.is_some().then_some("region"));
    view! {
        <Copyable>
            <div class="scroll" tabindex=tabindex role=role aria-label=label>{children()}</div>
        </Copyable>
    }
    .into_any()
}

/// Something with one table in it, which can be copied.
#[component]
pub fn Copyable(
    /// It.
    children: Children,
) -> AnyView {
    view! {
        <div class="copied-from">
            {children()}
            <p class="copies no-print"><Copy text=words::TABLE label=words::TABLE.to_string() /></p>
        </div>
    }
    .into_any()
}

/// The buttons of a chart: as a picture, and its numbers as text.
#[component]
pub fn CopyChart(
    /// The chart.
    drawing: Drawing,
) -> AnyView {
    let session = Session::get();
    let (said, say) = said();
    let picture_label = words::of_chart(words::PICTURE, drawing.title());
    let text_label = words::of_chart(words::TEXT, drawing.title());
    // A chart without a table is told in words.
    let instead = drawing.description().to_string();
    let take = move |_| {
        let name = drawing.file_name();
        let say = say.clone();
        pictures::copy(drawing.alone(), &name, move |taken| {
            session.dispatch(Event::Copied(match taken {
                Taken::Copied => {
                    say();
                    Copied::Done
                }
                Taken::Saved(name) => Copied::SavedInstead(name),
            }));
        });
    };
    view! {
        <p class="copies no-print">
            {words::COPY_AS}
            <button type="button" class="copy" aria-label=picture_label on:click=take>{move || words::done(words::PICTURE, said.get())}</button>
            <Copy text=words::TEXT label=text_label instead />
        </p>
    }
    .into_any()
}

/// The button that copies the table beside it.
#[component]
fn Copy(
    /// What it says.
    text: &'static str,
    /// And for a listener.
    label: String,
    /// What is copied where there is no table.
    #[prop(optional)]
    instead: String,
) -> AnyView {
    let session = Session::get();
    let (said, say) = said();
    let take = move |event: leptos::ev::MouseEvent| {
        let rows = tables::beside(&event, AROUND);
        let text = rows.map_or_else(|| instead.clone(), |rows| words::tab_separated(&rows));
        let say = say.clone();
        clipboard::copy(&text, move |worked| {
            if worked {
                say();
            }
            session.dispatch(Event::Copied(worked.into()));
        });
    };
    view! {
        <button type="button" class="copy" aria-label=label on:click=take>{move || words::done(text, said.get())}</button>
    }
    .into_any()
}

/// Whether a button says that it has copied, and what makes it say so for a moment.
fn said() -> (RwSignal<bool>, impl Fn() + Clone + Send + 'static) {
    let said = RwSignal::new(false);
    let say = move || {
        // The chart may have been drawn anew in the meantime.
        let _ = said.try_set(true);
        clock::after(SAID_MS, move || {
            let _ = said.try_set(false);
        });
    };
    (said, say)
}
