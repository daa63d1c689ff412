//! The Review place: fifteen minutes a month as a guided walk that ends in a record.

mod finish;
mod records;
mod report;
mod since;
mod steps;

use super::frame::Frame;
use super::place::Place;
use crate::session::{Session, View};
use engine::desk::{
    Answer, Ask, LicenceFlag, LicenceShow, LicencesAsk, LicencesView, LookoutView, ReviewView,
};
use leptos::prelude::*;

/// The place.
#[component]
pub fn ReviewPage() -> AnyView {
    view! { <Frame place=Place::Review><Following /></Frame> }.into_any()
}

/// What the walk is filled from.
#[derive(Clone, Copy)]
pub struct Views {
    /// The facts of the record.
    pub review: View<ReviewView>,
    /// Spikes, climbs, caps.
    pub lookout: View<LookoutView>,
    /// Heavy people are its rows; inactive and seasonal ones its lists.
    pub heavy: View<LicencesView>,
}

#[component]
fn Following() -> AnyView {
    let session = Session::get();
    let heavy =
        LicencesAsk { count: 1, show: LicenceShow::Flagged(LicenceFlag::Heavy), ..LicencesAsk::default() };
    let views = Views {
        review: session.view(
            || Ask::Review,
            |answer| match answer {
                Answer::Review(view) => Some(*view),
                _ => None,
            },
        ),
        lookout: session.view(
            || Ask::Lookout,
            |answer| match answer {
                Answer::Lookout(view) => Some(*view),
                _ => None,
            },
        ),
        heavy: session.view(
            move || Ask::Licences(heavy.clone()),
            |answer| match answer {
                Answer::Licences(view) => Some(*view),
                _ => None,
            },
        ),
    };
    view! { <Review views /> }.into_any()
}

/// Everything in the place.
#[component]
pub fn Review(
    /// What the walk is filled from.
    views: Views,
) -> AnyView {
    let is_there = Memo::new(move |_| views.review.with(Option::is_some));
    view! {
        {move || is_there.get().then(|| view! {
            <since::Since review=views.review />
            <steps::Walk views />
            <finish::Finish review=views.review />
            <records::Records />
            <report::Report />
        })}
    }
    .into_any()
}

/// People to move now that nothing is decided about, where that can be told.
fn undecided(view: &LicencesView) -> Option<u64> {
    let headline = view.headline.as_ref()?;
    Some(headline.move_now.people.saturating_sub(headline.accepted.people))
}
