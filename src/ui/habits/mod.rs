//! The Habits place: what each habit costs, what changing it saves, and the desk to work it out.

mod calculators;
mod chart;
mod found;
mod headline;
mod limits;
mod parts;
mod recognition;
mod session_fields;
mod share;
mod simulator;
mod tell;

use super::frame::Frame;
use super::pager::PAGE_ROWS;
use super::place::Place;
use crate::session::{Content, Session, View};
use crate::words::habits as words;
use engine::desk::{Answer, Ask, ForecastAsk, ForecastView, HabitsAsk, HabitsLimit, HabitsView};
use leptos::prelude::*;

pub use calculators::{CALCULATORS, CalculatorPanel};
pub use recognition::RecognitionPanel;
pub use simulator::{SimulatorPanel, week_model};
pub use tell::TellTeamPanel;

/// The place. Calculators and simulator work without days, so they stand here where nothing else does.
#[component]
pub fn HabitsPage() -> AnyView {
    let session = Session::get();
    let content = session.content();
    let alone = Memo::new(move |_| matches!(content.get(), Content::Sums | Content::NothingUsable));
    view! {
        <Frame place=Place::Habits><Following /></Frame>
        {move || alone.get().then(|| view! {
            <div class="answers">
                <p class="sheet">{words::limit(HabitsLimit::OnlySums)}</p>
                <Tools />
            </div>
        })}
    }
    .into_any()
}

/// What is wanted, and its newest answers.
#[component]
fn Following() -> AnyView {
    let session = Session::get();
    let wanted = RwSignal::new(HabitsAsk { count: PAGE_ROWS, ..HabitsAsk::default() });
    let view = session.view(
        move || Ask::Habits(wanted.get()),
        |answer| match answer {
            Answer::Habits(view) => Some(*view),
            _ => None,
        },
    );
    let forecast = session.view(
        || Ask::Forecast(ForecastAsk::default()),
        |answer| match answer {
            Answer::Forecast(view) => Some(*view),
            _ => None,
        },
    );
    view! {
        <Habits view forecast wanted />
        <Tools />
        <tell::TellTeam />
        <recognition::Recognition />
    }
    .into_any()
}

/// What is told from the rows.
#[component]
pub fn Habits(
    /// The newest answer.
    view: View<HabitsView>,
    /// The newest forecast, for the day the tokens run out.
    forecast: View<ForecastView>,
    /// Which parts are wanted.
    wanted: RwSignal<HabitsAsk>,
) -> AnyView {
    view! {
        <limits::Limits view />
        <headline::Headline view forecast />
        <found::Found view wanted />
        <parts::HabitParts view wanted />
    }
    .into_any()
}

/// What works without any file.
#[component]
fn Tools() -> AnyView {
    view! {
        <calculators::Calculators />
        <simulator::Simulator />
    }
    .into_any()
}
