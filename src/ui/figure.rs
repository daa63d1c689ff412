//! A shown number: rounded for reading, exact on hover, and asked *why?* with a click.

use super::state::Ui;
use crate::session::Session;
use crate::words::{numbers, page};
use engine::desk::Figure;
use leptos::prelude::*;

/// The number of a figure with its exact value on hover; an unknown one says so.
#[component]
pub fn Number(
    /// The figure.
    figure: Figure,
    /// The currency of amounts.
    currency: String,
) -> impl IntoView {
    match figure.value {
        Some(value) => {
            let shown = numbers::value(value, &currency);
            view! { <span class="number" title=shown.exact>{shown.text}</span> }.into_any()
        }
        None => view! { <span class="unknown">{page::UNKNOWN}</span> }.into_any(),
    }
}

/// A number in a table that is itself the button for *why?*.
#[component]
pub fn AskNumber(
    /// What it is, for the dialog's heading.
    subject: String,
    /// The figure.
    figure: Figure,
    /// The currency of amounts.
    currency: String,
) -> AnyView {
    let (ui, session) = (Ui::get(), Session::get());
    let shown = figure.value.map(|value| numbers::value(value, &currency));
    let (text, exact) = match shown {
        Some(shown) => (shown.text, shown.exact),
        None => (page::UNKNOWN.to_string(), String::new()),
    };
    let label = format!("{text}, {subject}: {}", page::WHY);
    let ask = move |_| ui.ask_why(session, subject.clone(), figure.clone());
    view! {
        <button type="button" class="ask" title=exact aria-label=label aria-haspopup="dialog" on:click=ask>
            {text}
        </button>
    }
    .into_any()
}

/// The link under a figure.
#[component]
pub fn Why(
    /// What it is, for the dialog's heading.
    subject: String,
    /// The figure.
    figure: Figure,
) -> AnyView {
    let (ui, session) = (Ui::get(), Session::get());
    let label = format!("{} {subject}", page::WHY);
    let ask = move |_| ui.ask_why(session, subject.clone(), figure.clone());
    view! {
        <button type="button" class="why no-print" aria-label=label aria-haspopup="dialog" on:click=ask>
            {page::WHY}
        </button>
    }
    .into_any()
}

/// A small label beside a figure, such as *rough*.
#[component]
pub fn Tag(
    /// The label.
    text: &'static str,
    /// What it means, on hover.
    hint: &'static str,
    /// Something to act on.
    #[prop(optional)]
    warn: bool,
) -> impl IntoView {
    view! { <span class="tag" class:warn=warn title=hint>{text}</span> }
}
