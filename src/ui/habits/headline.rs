//! What hangs on habits, and what the changes that were set come to.

use crate::session::View;
use crate::ui::figure::{Tag, Why};
use crate::words::{habits as words, page};
use engine::desk::{ForecastView, HabitsView};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Headline(
    /// The newest answer.
    view: View<HabitsView>,
    /// The newest forecast.
    forecast: View<ForecastView>,
) -> AnyView {
    let run_out = Memo::new(move |_| {
        forecast.with(|forecast| forecast.as_ref().and_then(|forecast| words::run_out(&forecast.shown)))
    });
    view! {
        <section id="habits-headline" class="sheet answer">
            <h2 class="visually-hidden">"What habits cost"</h2>
            {move || view.get().map(|view| {
                let is_saving = view.saved_tokens_per_year.tokens().is_some_and(|tokens| tokens.is_positive());
                view! {
                    <p class="lead">
                        <b>{words::headline(&view)}</b>" "
                        {view.rough.then(|| view! { <Tag text=page::ROUGH hint=page::ROUGH_YEAR warn=true /> })}
                    </p>
                    <p id="habits-saved" aria-live="polite">{words::saved(&view)}</p>
                    {is_saving.then(|| view! {
                        <p class="whys">
                            <Why subject="Tokens saved a year".to_string() figure=view.saved_tokens_per_year.clone() text="why these tokens?" />
                            <Why subject="Saved a year".to_string() figure=view.saved_per_year.clone() text="why this saving?" />
                        </p>
                    })}
                }
            })}
            <p id="habits-run-out" aria-live="polite">{move || run_out.get()}</p>
        </section>
    }
    .into_any()
}
