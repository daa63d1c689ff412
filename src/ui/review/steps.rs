//! The walk: a step each, filled from the data, with a tick and a note.

use super::{Views, undecided};
use crate::session::{Event, Session};
use crate::words::review as words;
use engine::plan::{Edit, ReviewEdit, Step, StepTaken};
use leptos::prelude::*;

/// All steps.
#[component]
pub fn Walk(
    /// What they are filled from.
    views: Views,
) -> AnyView {
    view! {
        <section id="walk" class="sheet">
            <h2>{words::WALK}</h2>
            <ol class="walk">{Step::ALL.map(|step| view! { <One step views /> }).into_iter().collect_view()}</ol>
        </section>
    }
    .into_any()
}

#[component]
fn One(step: Step, views: Views) -> AnyView {
    let session = Session::get();
    let lines = filled(session, step, views);
    let taken = session.plan(move |plan| {
        plan.step_taken(step).cloned().unwrap_or(StepTaken { step, done: false, note: String::new() })
    });
    let take = move |taken: StepTaken| session.dispatch(Event::Edit(Edit::Review(ReviewEdit::Take(taken))));
    let tick = move |event| take(StepTaken { done: event_target_checked(&event), ..taken.get_untracked() });
    let note = move |event| take(StepTaken { note: event_target_value(&event), ..taken.get_untracked() });
    let (address, place) = words::place(step);
    let (done_id, note_id) = (format!("done-{}", step.key()), format!("note-{}", step.key()));
    let question = words::question(step);
    view! {
        <li id=format!("step-{}", step.key()) class:done=move || taken.with(|taken| taken.done)>
            <h3>{question}</h3>
            <div class="filled">{move || lines.get().into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}</div>
            <p><a href=address>{format!("See it in {place}")}</a></p>
            <div class="inline-form no-print">
                <label class="switch">
                    <input id=done_id type="checkbox" aria-label=format!("{}: {question}", words::DONE) prop:checked=move || taken.with(|taken| taken.done) on:change=tick />
                    {words::DONE}
                </label>
                <span class="field">
                    <label for=note_id.clone()>{words::NOTE}</label>
                    <input id=note_id type="text" autocomplete="off" aria-label=format!("{}: {question}", words::NOTE) prop:value=move || taken.with(|taken| taken.note.clone()) on:change=note />
                </span>
            </div>
        </li>
    }
    .into_any()
}

/// The sentences of a step.
fn filled(session: Session, step: Step, views: Views) -> Memo<Vec<String>> {
    let hide = session.hide_names();
    let today = session.today();
    session.memo(move |state| {
        let Some(overview) = &state.overview else { return Vec::new() };
        let (Some(answers), plan) = (&overview.answers, state.history.plan()) else { return Vec::new() };
        match step {
            Step::Data => words::data(&overview.read, answers, today.get()),
            Step::TopTen => words::top_ten(answers, plan, hide.get()),
            Step::Spikes => views.lookout.with(|view| {
                view.as_ref().map(|view| words::spikes(view, &plan.dismissed, hide.get())).unwrap_or_default()
            }),
            Step::People => views.heavy.with(|view| {
                let Some(view) = view else { return Vec::new() };
                let counts = words::PeopleCounts {
                    heavy: view.rows.total,
                    heavy_days: view.heavy_days,
                    inactive: view.inactive.total,
                    seasonal: view.seasonal.total,
                };
                words::people_step(counts, plan, answers.as_of)
            }),
            Step::Forecast => views.review.with(|view| {
                view.as_ref().map(|view| words::forecast_step(view, answers)).unwrap_or_default()
            }),
            Step::Alerts => words::alerts(answers, &overview.currency, hide.get()),
            Step::Decisions => {
                let open = views.heavy.with(|view| view.as_deref().and_then(undecided));
                words::decisions(plan, open)
            }
        }
    })
}
