//! What moves were to save at an earlier review, against what the rows show since.

use super::Report;
use super::licences::{OfferBook, PeopleById, offers_by_name};
use crate::plan::{Plan, Promise};
use crate::usage::{Day, Log, Money, Tokens};

/// Under so many days after a review its moves cannot be judged.
pub const DAYS_TO_JUDGE_MIN: i32 = 28;

/// Promises and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeptPromises {
    /// People whose move can be judged.
    pub people: u64,
    /// What their moves were to save a year.
    pub promised: Money,
    /// What they still used on Flex of the products their seats cover, as tokens a year.
    pub on_flex: Tokens,
    /// What the rows show: the promise less that use at the token price.
    pub shown: Money,
    /// People whose move is too young to be judged, or whose saving or person is not known.
    pub open: u64,
}

impl KeptPromises {
    /// Of all moves that stood at an earlier review and stand still. Each counts from the first
    /// review since which it has stood.
    pub fn of(log: &Log, plan: &Plan, report: &Report) -> KeptPromises {
        let mut kept = KeptPromises::default();
        let as_of = report.period.as_of;
        let (Some(book), Some(price)) = (OfferBook::of(log, plan), report.token_price) else { return kept };
        let ids = PeopleById::of(log);
        for (since, promise) in promises(plan, as_of) {
            let days = since.days_until(as_of);
            let (Some(person), Some(saving)) = (ids.find(&promise.user), promise.saving_per_year) else {
                kept.open += 1;
                continue;
            };
            if days < DAYS_TO_JUDGE_MIN {
                kept.open += 1;
                continue;
            }
            let offers = offers_by_name(&book, &promise.offers).0;
            let used: Tokens = log
                .standing()
                .filter(|entry| entry.person == person && since < entry.day && entry.day <= as_of)
                .filter(|entry| book.covers(offers, entry.product))
                .map(|entry| entry.tokens)
                .sum();
            let a_year = used.scale_rounded(365, i64::from(days));
            kept.people += 1;
            kept.promised += saving;
            kept.on_flex += a_year;
            kept.shown += saving - a_year.at_price(price);
        }
        kept
    }
}

/// The moves that stand, each as it was promised and with the last day of rows of that review.
fn promises(plan: &Plan, as_of: Day) -> Vec<(Day, &Promise)> {
    let earlier: Vec<_> = plan.reviews.iter().filter(|review| review.as_of < as_of).collect();
    let standing = |user: &str| {
        plan.moves.iter().any(|one| one.user.eq_ignore_ascii_case(user) && !one.offers.is_empty())
    };
    let Some(last) = earlier.last() else { return Vec::new() };
    let first_of = |user: &str| {
        let unbroken = earlier.iter().rev().map_while(|review| {
            let promise = review.moves.iter().find(|promise| promise.user == user)?;
            Some((review.as_of, promise))
        });
        unbroken.last()
    };
    last.moves
        .iter()
        .filter(|promise| standing(&promise.user))
        .filter_map(|promise| first_of(&promise.user))
        .collect()
}
