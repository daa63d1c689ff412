//! The Overview: the three answers, then what stands behind them.

use super::advice::Advice;
use super::alerts::Alerts;
use super::balance::Balances;
use super::cards::AnswerCards;
use super::consumers::{People, Products, Teams};
use super::habit::HabitPanels;
use super::left_out::LeftOut;
use super::loading::{Loading, Status};
use super::months::Months;
use super::notices::Notices;
use super::purchases::Purchases;
use super::questions::{Questions, Waiting};
use super::read::{Age, ReadLine};
use super::state::Ui;
use super::sums::Sums;
use super::turns::Turns;
use crate::session::{Content, Event, Session};
use crate::words::{findings, page, reading};
use leptos::prelude::*;

/// The page once anything is loaded or on its way.
#[component]
pub fn OverviewPage() -> AnyView {
    let session = Session::get();
    let content = session.content();
    let example = session.memo(|state| state.example);
    let period = session.part(findings::period_days);
    let stale = session.memo(|state| !state.is_current());
    view! {
        {move || example.get().then(|| view! { <ExampleBanner /> })}
        <div class="title-row">
            <h1>{page::OVERVIEW}</h1>
            <span class="soft">{move || period.get()}</span>
            <Age />
            <Status />
        </div>
        <Notices />
        <Loading />
        <Questions />
        <Waiting elsewhere=false />
        <Purchases />
        <div class="answers" aria-busy=move || stale.get().to_string()>
            {move || match content.get() {
                Content::Answers => view! { <Panels /> }.into_any(),
                Content::Sums => view! { <Sums /> }.into_any(),
                Content::NothingUsable => view! { <p class="sheet warn-text">{reading::NOTHING_USABLE}</p> }.into_any(),
                _ => ().into_any(),
            }}
        </div>
        <ReadLine />
        <LeftOut />
    }
    .into_any()
}

/// The answers at once; what stands behind them in turns.
#[component]
fn Panels() -> AnyView {
    let turns = Turns::of(4);
    view! {
        <div class="panels" aria-busy=move || turns.are_left().to_string()>
            <AnswerCards />
            {turns.part(1, || view! { <Alerts /><Advice /> }.into_any())}
            <div class="columns">
                <div>
                    {turns.part(2, || view! { <Balances /> }.into_any())}
                    {turns.part(3, || view! { <People /><Teams /> }.into_any())}
                </div>
                <div>
                    {turns.part(2, || view! { <Products /> }.into_any())}
                    {turns.part(4, || view! { <Months /><HabitPanels /> }.into_any())}
                </div>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn ExampleBanner() -> AnyView {
    let (session, usage) = (Session::get(), Ui::get().usage);
    let clear = move |_| {
        usage.forget();
        session.dispatch(Event::ClearExample);
    };
    view! {
        <p class="banner no-print">
            <span>{page::EXAMPLE_BANNER}</span>
            <button type="button" id="clear-example" on:click=clear>
                {page::CLEAR_EXAMPLE}
            </button>
        </p>
    }
    .into_any()
}
