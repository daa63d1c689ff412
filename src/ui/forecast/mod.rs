//! The Forecast place: when the tokens run out, and how sure that is.

mod answer;
mod budget_chart;
mod budgets;
mod busy;
mod fan;
pub mod months;
mod packs;
mod planned;
mod pools;
mod proof;
mod tiers;

use super::frame::Frame;
use super::place::Place;
use crate::session::{Session, View, part_of};
use engine::desk::{Answer, Ask, ForecastAsk, ForecastView, PoolForecastView};
use leptos::prelude::*;

pub use budget_chart::model as budget_model;
pub use fan::model as fan_model;

/// The place.
#[component]
pub fn ForecastPage() -> AnyView {
    view! { <Frame place=Place::Forecast><Following /></Frame> }.into_any()
}

/// Which pool is wanted, and the newest answer.
#[component]
fn Following() -> AnyView {
    let session = Session::get();
    let wanted = RwSignal::new(ForecastAsk::default());
    let view = session.view(
        move || Ask::Forecast(wanted.get()),
        |answer| match answer {
            Answer::Forecast(view) => Some(*view),
            _ => None,
        },
    );
    view! { <Forecast view wanted /> }.into_any()
}

/// Everything in the place.
#[component]
pub fn Forecast(
    /// The newest answer.
    view: View<ForecastView>,
    /// Which pool is wanted.
    wanted: RwSignal<ForecastAsk>,
) -> AnyView {
    let shown = part_of(view, |view| (view.shown.clone(), view.currency.clone()));
    pools::provide_named(view);
    view! {
        <pools::Pools view wanted />
        <answer::Answered shown />
        <fan::Fan shown />
        <busy::BusyPeriods />
        <budgets::Budgets view />
        <budget_chart::BudgetChart view wanted />
        <div class="columns even">
            <div><proof::Proof shown /></div>
            <div><tiers::Tiers shown /><packs::Packs shown /></div>
        </div>
        <months::Months view />
    }
    .into_any()
}

/// The pool that is shown, with the currency of its amounts.
pub(super) type Shown = Memo<Option<(PoolForecastView, String)>>;
