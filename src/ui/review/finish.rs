//! The end of the walk: the record is kept, the next day is named.

use crate::session::{Event, Session, View};
use crate::words::review as words;
use engine::desk::{ExportKind, ReviewView};
use engine::plan::{Edit, Review, ReviewEdit};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Finish(
    /// The facts of the record.
    review: View<ReviewView>,
) -> AnyView {
    let session = Session::get();
    let done = session.plan(|plan| plan.open_review.iter().filter(|taken| taken.done).count());
    let today = session.today();
    let next = Memo::new(move |_| review.with(|view| view.as_ref().map(|view| view.next)));
    let finish = move |_| {
        let Some(view) = review.get_untracked() else { return };
        let record = Review { on: today.get_untracked(), ..view.record.clone() };
        session.dispatch(Event::Edit(Edit::Review(ReviewEdit::Finish(Box::new(record)))));
    };
    view! {
        <section id="finish" class="sheet">
            <h2>{words::FINISH}</h2>
            <p class="finding" aria-live="polite">{move || words::ticked(done.get())}</p>
            <p>{move || next.get().map(words::next)}</p>
            <div class="buttons no-print">
                <button type="button" id="finish-review" class="first" disabled=move || done.get() == 0 on:click=finish>{words::FINISH_IT}</button>
                <button type="button" id="review-calendar" on:click=move |_| session.export(ExportKind::Calendar)>"Calendar file"</button>
                <button type="button" id="review-save" on:click=move |_| session.save_workspace()>"Save workspace"</button>
            </div>
            <p class="soft">{words::KEPT_IN}</p>
        </section>
    }
    .into_any()
}
