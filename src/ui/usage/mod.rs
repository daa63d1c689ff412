//! The Usage place: who, what, when, how much.

pub mod calendar;
pub mod caps;
pub mod changed;
pub mod charge_back;
pub mod cumulative;
pub mod filter_bar;
pub mod lists;
pub mod note;
pub mod notices;
pub mod over_time;
pub mod pareto;
pub mod parts;
pub mod person;
pub mod rates;
mod scope;
pub mod sums;
pub mod toggles;
pub mod top_ten;

use super::frame::Frame;
use super::place::Place;
use super::state::Ui;
use crate::session::{Session, View};
use engine::desk::{Answer, Ask, LookoutView, Query, UsageAsk, UsageView};
use filter_bar::FilterBar;
use leptos::prelude::*;
use std::sync::Arc;

use super::pager::PAGE_ROWS;
pub use scope::{Chosen, Known, Period, Scope, Step};

/// The place.
#[component]
pub fn UsagePage() -> AnyView {
    provide_context(Ui::get().usage);
    view! { <Frame place=Place::Usage><Wired /></Frame> }.into_any()
}

/// The panels, each with the view it shows.
#[component]
fn Wired() -> AnyView {
    let (session, scope) = (Session::get(), Scope::get());
    let known = known(session);
    let query = Memo::new(move |_| {
        let range = known.get().map_or((None, None), |known| known.range(scope.period.get()));
        scope.chosen.with(|chosen| chosen.query(range))
    });
    let usage = session.view(
        move || {
            let (cut, first) = (scope.cut.get(), scope.first.get());
            Ask::Usage(UsageAsk { filter: query.get(), cut, first, count: PAGE_ROWS })
        },
        |answer| match answer {
            Answer::Usage(view) => Some(*view),
            _ => None,
        },
    );
    view! {
        <FilterBar known />
        <UsagePanels usage />
        <changed::Changed known query />
        <Lookout />
        <charge_back::ChargeBack />
    }
    .into_any()
}

/// What to look at.
#[component]
fn Lookout() -> AnyView {
    let lookout = Session::get().view(
        || Ask::Lookout,
        |answer| match answer {
            Answer::Lookout(view) => Some(*view),
            _ => None,
        },
    );
    view! { <LookoutPanels lookout /> }.into_any()
}

/// What to look at, with its view.
#[component]
pub fn LookoutPanels(
    /// The view.
    lookout: View<LookoutView>,
) -> AnyView {
    view! {
        <div class="columns">
            <div><notices::Notices lookout /></div>
            <div><caps::Caps /><lists::Lists lookout /><rates::Rates lookout /></div>
        </div>
    }
    .into_any()
}

/// What the rows and the plan say of time.
fn known(session: Session) -> Memo<Option<Known>> {
    let term = session.plan(|plan| (plan.term_start, plan.term_end));
    let days = session.part(|answers| (answers.first_day, answers.last_day, answers.as_of));
    Memo::new(move |_| {
        let (first, last, as_of) = days.get()?;
        Some(Known { first, last, as_of, term: term.get() })
    })
}

/// The panels of use under the filter.
#[component]
pub fn UsagePanels(
    /// What they show.
    usage: View<UsageView>,
) -> AnyView {
    // Turning a page of the list must not draw the charts anew.
    let drawn: Memo<Option<Arc<UsageView>>> = Memo::new_with_compare(
        move |_| usage.get(),
        |old: Option<&Option<Arc<UsageView>>>, new: Option<&Option<Arc<UsageView>>>| match (old, new) {
            (Some(Some(old)), Some(Some(new))) => !shows_the_same(old, new),
            _ => true,
        },
    );
    let some = move || drawn.get().filter(|view| !view.days.is_empty());
    view! {
        <sums::Sums usage=drawn />
        <person::PersonPage usage=drawn />
        <div class="columns" hidden=move || some().is_none()>
            <div>
                <over_time::OverTime usage=drawn />
                <calendar::Calendar usage=drawn />
                <cumulative::Cumulative usage=drawn />
            </div>
            <div>
                <parts::PartsPanel usage />
                <top_ten::TopTen usage=drawn />
                <pareto::Pareto usage=drawn />
            </div>
        </div>
    }
    .into_any()
}

/// Whether two views differ in the listed parts alone.
fn shows_the_same(old: &UsageView, new: &UsageView) -> bool {
    let filter = |view: &UsageView| -> Query { view.ask.filter.clone() };
    filter(old) == filter(new)
        && (old.first_day, old.charges, old.people) == (new.first_day, new.charges, new.people)
        && old.tokens == new.tokens
        && old.amount == new.amount
        && old.days == new.days
        && old.day_amounts == new.day_amounts
        && old.months == new.months
        && old.stack == new.stack
        && old.top_people == new.top_people
}
