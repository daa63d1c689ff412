//! The three answers: cost, habits, run-out. A big figure, a sentence with its numbers, *why?*.

use super::figure::{AskNumber, Number, Tag, Why};
use super::run_out::RunOutBlock;
use super::state::Ui;
use crate::session::Session;
use crate::words::{findings as words, habits, page};
use engine::desk::{Answers, HabitView, Input, PriceOrigin, Value};
use leptos::prelude::*;

/// The three cards.
#[component]
pub fn AnswerCards() -> AnyView {
    view! {
        <div class="row">
            <CostCard />
            <HabitsCard />
            <RunOutCard />
        </div>
    }
    .into_any()
}

/// What it costs.
#[component]
pub fn CostCard() -> AnyView {
    let session = Session::get();
    // Only what the card shows: a change of the run-out does not draw it anew.
    let shown = session.part(|answers| Answers { habits: Vec::new(), pools: Vec::new(), ..answers.clone() });
    let currency = session.currency();
    view! {
        <section id="cost" class="sheet answer">
            <h2>{page::COST}</h2>
            {move || shown.get().map(|answers| cost(answers, currency.get()))}
        </section>
    }
    .into_any()
}

fn cost(answers: Answers, currency: String) -> impl IntoView {
    let ui = Ui::get();
    let cost = answers.cost.clone();
    let known = cost.amount.value.is_some();
    let figure = if known { cost.amount.clone() } else { cost.tokens.clone() };
    let unit = if known { String::new() } else { "tokens ".to_string() };
    let price = words::price_note(&answers, &currency);
    let price_class = match answers.price_source {
        PriceOrigin::List | PriceOrigin::Unknown => "warn-text",
        _ => "soft",
    };
    view! {
        <p class="figure">
            <Number figure=figure.clone() currency />
            " "
            <small title=words::period_days(&answers)>{unit}{words::period(&answers)}</small>
        </p>
        <p class="soft">{words::cost_summary(&cost)}</p>
        <p>{words::top_consumers(&cost.by_person)}</p>
        <p class=price_class>
            {price}
            <span class="no-print">
                " · "
                <button type="button" class="link" on:click=move |_| ui.open_drawer("token-price")>
                    {if known { "change" } else { "set it" }}
                </button>
            </span>
        </p>
        {cost.uncovered.clone().map(|uncovered| view! {
            <p class="warn-text">{words::uncovered(&uncovered)} " " <Why subject=page::COST.to_string() figure=uncovered /></p>
        })}
        <Why subject=page::COST.to_string() figure />
    }
}

/// Which habits cost it.
#[component]
pub fn HabitsCard() -> AnyView {
    let session = Session::get();
    let habits = session.part(|answers| answers.habits.clone());
    let currency = session.currency();
    view! {
        <section id="habits" class="sheet answer">
            <h2>{page::HABITS}</h2>
            {move || habits.get().map(|habits| {
                let mut habits = habits.into_iter();
                let first = habits.next().map(|habit| habit_answer(habit, currency.get()));
                // One answer a card: what costs less follows in a line.
                let others = habits.map(|habit| habit_line(habit, currency.get())).collect_view();
                view! { {first}<ul class="cautions">{others}</ul> }
            })}
        </section>
    }
    .into_any()
}

fn habit_answer(habit: HabitView, currency: String) -> impl IntoView {
    let figure = [&habit.amount_per_year, &habit.tokens_per_year]
        .into_iter()
        .find(|figure| figure.value.is_some())
        .cloned();
    let in_money = habit.amount_per_year.value.is_some();
    let inferred = habit.evidence == "inferred";
    let basis = habits::habit_basis(&habit);
    let finding = habits::habit_finding(&habit, window_days(&habit));
    let rough = habit.rough;
    let subject = habits::habit_name(&habit.habit).to_string();
    let amount = figure.clone().map(|figure| {
        view! {
            <p class="figure">
                <Number figure currency />
                " "
                <small>{if in_money { "a year" } else { "tokens a year" }}</small>
                {rough.then(|| view! { " " <Tag text=page::ROUGH hint=page::ROUGH_YEAR /> })}
            </p>
        }
    });
    let is_told = figure.is_some();
    let why = figure.unwrap_or(habit.days);
    view! {
        {match amount {
            Some(amount) => amount.into_any(),
            None => view! { <p class="figure unknown-figure">"Too early to say"</p><p>{words::NO_YEAR_YET}</p> }.into_any(),
        }}
        <p class="soft">{basis} {inferred.then(|| view! { " " <Tag text=page::INFERRED hint=page::INFERRED_HINT /> })}</p>
        <p>{finding}</p>
        // Where no cost stands above, there is nothing to mistake for a saving.
        {is_told.then(|| view! { <p class="soft">{habits::habit_cost_not_saving(&habit.habit)}</p> })}
        <Why subject figure=why />
    }
}

fn habit_line(habit: HabitView, currency: String) -> impl IntoView {
    let subject = habits::habit_name(&habit.habit).to_string();
    let basis = habits::habit_basis(&habit);
    let in_money = habit.amount_per_year.value.is_some();
    let figure = if in_money { habit.amount_per_year } else { habit.tokens_per_year };
    figure.value.is_some().then(|| {
        view! {
            <li class="soft">
                <AskNumber subject figure currency />
                {if in_money { " a year " } else { " tokens a year " }}
                {basis}
            </li>
        }
    })
}

/// The days that a habit was counted over.
pub fn window_days(habit: &HabitView) -> i64 {
    habit
        .days
        .inputs
        .iter()
        .find_map(|(input, value)| match (input, value) {
            (Input::YearDays, Value::Days(days)) => Some(*days),
            _ => None,
        })
        .unwrap_or_default()
}

/// When the tokens run out: a block for each pool.
#[component]
pub fn RunOutCard() -> AnyView {
    let session = Session::get();
    let pools = session.part(|answers| answers.pools.clone());
    view! {
        <section id="runout" class="sheet answer">
            <h2>{page::RUN_OUT}</h2>
            {move || pools.get().map(|pools| {
                let only_one = pools.len() == 1;
                pools.into_iter().map(|pool| view! { <RunOutBlock pool only_one /> }).collect_view()
            })}
        </section>
    }
    .into_any()
}
