//! The slider *how much of it could change*: the band follows it, and what it says until it rests is one step to
//! undo.

use crate::browser::clock::{self, Timer};
use crate::session::{Event, Session, State};
use crate::ui::figure::AskNumber;
use crate::words::{habits as words, numbers};
use engine::desk::HabitRow;
use engine::plan::Edit;
use engine::usage::{Money, Tokens};
use leptos::prelude::*;

/// How long a slider rests before its step ends: keys that follow each other are one.
const REST_MS: u32 = 400;

/// The slider with what it saves.
#[component]
pub fn Share(
    /// The habit's stable name.
    name: String,
    /// The habit.
    row: Memo<Option<HabitRow>>,
    /// The currency of amounts.
    currency: Memo<String>,
) -> AnyView {
    let session = Session::get();
    let habit = StoredValue::new(name.clone());
    let set = session
        .plan(move |plan| habit.with_value(|habit| plan.habits.get(habit).copied()).unwrap_or_default());
    // What is not in the plan yet.
    let moved = RwSignal::new(None::<f64>);
    let shown = Memo::new(move |_| moved.get().unwrap_or_else(|| set.get()));
    let timer = StoredValue::new(None::<Timer>);
    let say = move || {
        if let (Some(habit), Some(share)) = (habit.try_get_value(), moved.try_get_untracked().flatten()) {
            session.dispatch(Event::Move(Edit::HabitShare { habit, share }));
            moved.set(None);
        }
    };
    // As often as the band is answered, not as often as the slider is heard.
    let is_current = session.memo(State::is_current);
    if session.has_desk() {
        Effect::new(move |_| {
            if moved.get().is_some() && is_current.get() {
                say();
            }
        });
    }
    let rest = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.cancel();
            say();
            session.dispatch(Event::Rest);
        }
    };
    let heard = move |event| {
        moved.set(Some(typed(&event_target_value(&event))));
        let next = clock::after(REST_MS, rest);
        if let Some(before) = timer.try_update_value(|timer| timer.replace(next)).flatten() {
            before.cancel();
        }
    };
    // The place may be left before.
    on_cleanup(rest);
    let suggested = Memo::new(move |_| row.with(|row| row.as_ref().map_or(0.0, |row| row.suggested_share)));
    let title = words::habit_name(&name).to_string();
    let id = format!("share-{}", words::habit_id(&name));
    let percent = move || (shown.get() * 100.0).round().to_string();
    let said = move || {
        let share = numbers::share(shown.get());
        match row.get().and_then(|row| preview(&row, shown.get())) {
            Some((tokens, money)) => format!("{share}, {}", words::saves(tokens, money, &currency.get())),
            None => share,
        }
    };
    let suggest = format!("suggest-{}", words::habit_id(&name));
    let suggest_label = move || format!("Take the suggestion {}", numbers::share(suggested.get()));
    let take = move |_| {
        rest();
        session.dispatch(Event::Edit(Edit::HabitShare {
            habit: habit.get_value(),
            share: suggested.get_untracked(),
        }));
    };
    view! {
        <div class="share">
            <label for=id.clone()>{words::HOW_MUCH}<span class="visually-hidden">{format!(": {title}")}</span></label>
            <div class="slide">
                <input
                    id=id.clone()
                    type="range"
                    min="0"
                    max="100"
                    step="5"
                    autocomplete="off"
                    aria-valuetext=said
                    prop:value=percent
                    on:input=heard
                />
                <output for=id>{move || numbers::share(shown.get())}</output>
                <button type="button" id=suggest class="no-print" disabled=move || shown.get() == suggested.get() aria-label=move || format!("{}: {title}", suggest_label()) on:click=take>
                    {suggest_label}
                </button>
            </div>
            <p class="saves">{move || row.get().map(|row| saves(&row, shown.get(), &currency.get()))}</p>
        </div>
    }
    .into_any()
}

/// A slider's text as a share.
fn typed(text: &str) -> f64 {
    (text.parse::<f64>().unwrap_or_default() / 100.0).clamp(0.0, 1.0)
}

/// What a share saves a year, before the desk has answered.
fn preview(row: &HabitRow, share: f64) -> Option<(Tokens, Option<Money>)> {
    let tokens = Tokens::from_f64(row.own_tokens_per_year.tokens()?.to_f64() * share);
    // What a token costs here follows from the habit's own amounts.
    let whole = row.tokens_per_year.tokens().filter(|tokens| tokens.is_positive());
    let money = row
        .amount_per_year
        .money()
        .zip(whole)
        .map(|(amount, whole)| Money::from_f64(amount.to_f64() / whole.to_f64() * tokens.to_f64()));
    Some((tokens, money))
}

fn saves(row: &HabitRow, share: f64, currency: &str) -> AnyView {
    if share == 0.0 || row.own_tokens_per_year.value.is_none() {
        return view! { <span class="soft">{words::SAVES_NOTHING}</span> }.into_any();
    }
    let when = words::when(&row.when);
    if share == row.share {
        let name = words::habit_name(&row.habit);
        let tokens = row.saved_tokens_per_year.clone();
        let money = row.saved_per_year.clone();
        return view! {
            "Saves "<AskNumber subject=format!("{name}, tokens saved a year") figure=tokens currency=currency.to_string() />
            " tokens, "<AskNumber subject=format!("{name}, saved a year") figure=money currency=currency.to_string() />
            " a year: "{when}"."
        }
        .into_any();
    }
    let said = preview(row, share).map(|(tokens, money)| words::saves(tokens, money, currency));
    view! { {said}"…" }.into_any()
}
