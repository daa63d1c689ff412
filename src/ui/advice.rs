//! What could change, costliest first: whom to move, each with its amount a year and the place that
//! proves it. Below the three answers of the Overview.

use super::figure::Why;
use crate::session::{Session, View};
use crate::words::licences as words;
use engine::desk::{Answer, Ask, LicencesAsk, LicencesView};
use leptos::prelude::*;

/// The panel, following data and plan.
#[component]
pub fn Advice() -> AnyView {
    let session = Session::get();
    let view = session.view(
        || Ask::Licences(LicencesAsk::default()),
        |answer| match answer {
            Answer::Licences(view) => Some(*view),
            _ => None,
        },
    );
    view! { <LicenceAdvice view /> }.into_any()
}

/// The sentence about licences; nothing where nothing can be said.
#[component]
pub fn LicenceAdvice(
    /// The newest answer.
    view: View<LicencesView>,
) -> impl IntoView {
    move || {
        let view = view.get()?;
        let headline = view.headline.clone()?;
        let why = words::leading(&headline).saving_per_year.clone();
        Some(view! {
            <section id="advice" class="sheet">
                <h2>{words::ADVICE}</h2>
                <p>
                    {words::headline(&headline, &view.currency)}" "
                    <Why subject=words::ADVICE.to_string() figure=why />" "
                    <a class="no-print" href="#licences">{words::ADVICE_LINK}</a>
                </p>
            </section>
        })
    }
}
