//! What to do, in a sentence, and what it comes to.

use super::decide::accept_all;
use crate::session::{Event, Session, View};
use crate::ui::figure::{Number, Tag, Why};
use crate::words::{licences as words, page};
use engine::desk::{ExportKind, LicenceHeadline, LicenceVerdict, LicencesView};
use engine::plan::{Edit, LicenceEdit};
use leptos::prelude::*;

/// The headline with the buttons that act on all.
#[component]
pub fn Headline(
    /// The newest answer.
    view: View<LicencesView>,
) -> AnyView {
    let session = Session::get();
    let shown = Memo::new(move |_| {
        view.with(|view| {
            let view = view.as_ref()?;
            Some((view.headline.clone()?, view.currency.clone(), view.rough))
        })
    });
    let now = move || shown.with(|s| s.as_ref().map_or(0, |(headline, _, _)| headline.move_now.people));
    let accepted = session.plan(|plan| plan.moves.len());
    view! {
        <section id="licences-headline" class="sheet answer">
            <h2 class="visually-hidden">"What to do"</h2>
            {move || shown.get().map(|(headline, currency, rough)| sentence(headline, currency, rough))}
            <div class="buttons no-print">
                <button type="button" id="accept-all" class="first" disabled=move || now() == 0 on:click=move |_| accept_all(session, LicenceVerdict::Move)>
                    "Accept all that should move now"
                </button>
                <button type="button" id="withdraw-all" disabled=move || accepted.get() == 0 on:click=move |_| session.dispatch(Event::Edit(Edit::Licences(LicenceEdit::WithdrawAll)))>
                    "Take all back"
                </button>
                <button type="button" id="save-moves" on:click=move |_| session.export(ExportKind::Moves)>"Move list as CSV"</button>
                <button type="button" id="copy-moves" on:click=move |_| session.copy_export(ExportKind::MovesText)>"Copy as text"</button>
            </div>
        </section>
    }
    .into_any()
}

fn sentence(headline: LicenceHeadline, currency: String, rough: bool) -> impl IntoView {
    let sum = words::leading(&headline).clone();
    let any = headline.all.people > 0;
    let watch = headline.watch.people;
    view! {
        <p class="lead">
            <b>{words::headline(&headline, &currency)}</b>" "
            {rough.then(|| view! { <Tag text=page::ROUGH hint=page::ROUGH_YEAR warn=true /> })}
        </p>
        {any.then(|| view! {
            <p class="whys">
                <Why subject="Saved by moving, a year".to_string() figure=sum.saving_per_year.clone() text="why this saving?" />
                <Why subject="Taken off the pool".to_string() figure=sum.tokens_share.clone() text="why this share?" />
            </p>
        })}
        {words::saving_range(&sum, &currency).filter(|_| any).map(|range| view! { <p class="soft">{range}</p> })}
        {words::by_when(&sum, &currency).filter(|_| any).map(|when| view! { <p class="soft">{when}</p> })}
        {(watch > 0 && headline.move_now.people > 0).then(|| view! {
            <p class="soft">
                {format!("{} more to watch, ", crate::words::plural::people(watch))}
                <Number figure=headline.watch.saving_per_year.clone() currency=currency.clone() />" a year at stake."
            </p>
        })}
        <p id="accepted-moves" aria-live="polite">{words::accepted(&headline, &currency)}</p>
    }
}
