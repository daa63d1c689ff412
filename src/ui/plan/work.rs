//! How work goes: which weekdays are worked, and the days off.

use super::field::TextField;
use crate::session::{Event, Field, Session, day_field};
use crate::words::fields;
use engine::plan::{Edit, WorkEdit};
use engine::usage::Day;
use leptos::prelude::*;

const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const USUAL: [bool; 7] = [true, true, true, true, true, false, false];

/// The fields.
#[component]
pub fn WorkFields() -> AnyView {
    let session = Session::get();
    let week = session.plan(|plan| plan.working_days.unwrap_or(USUAL));
    let days = session.plan(|plan| plan.holidays.clone());
    let tick = move |index: usize| {
        let mut next = week.get_untracked();
        next[index] = !next[index];
        let own = (next != USUAL).then_some(next);
        session.dispatch(Event::Edit(Edit::Work(WorkEdit::WorkingDays(own))));
    };
    let stored =
        Signal::derive(move || days.get().iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    let read = |text: &str| match days_of(text) {
        _ if text.trim().is_empty() => Field::Empty,
        Ok(days) => Field::Good(fields::days_off(days.len() as u64)),
        Err(problem) => Field::Bad(problem),
    };
    let take = move |text: String| {
        if let Ok(days) = days_of(&text) {
            session.dispatch(Event::Edit(Edit::Work(WorkEdit::Holidays(days))));
        }
    };
    view! {
        <fieldset class="own-mix">
            <legend>"Working days"</legend>
            {NAMES.iter().enumerate().map(|(index, name)| {
                let id = format!("work-{index}");
                view! {
                    <label class="switch" for=id.clone()>
                        <input type="checkbox" id=id.clone() prop:checked=move || week.get()[index] on:change=move |_| tick(index) />
                        {*name}
                    </label>
                }
            }).collect_view()}
        </fieldset>
        <TextField id="holidays" label="Days off, such as 2026-12-25, 2026-12-26" stored read take />
    }
    .into_any()
}

fn days_of(text: &str) -> Result<Vec<Day>, String> {
    let parts = text.split([',', ';', ' ', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| match day_field(part) {
            Field::Good(day) => Ok(day),
            Field::Bad(_) | Field::Empty => Err(fields::not_a_day(part)),
        })
        .collect()
}
