//! What accepted moves take off the pools, day by day.

use super::offers::{OfferBook, OfferSet};
use super::seats::{PeopleById, offers_by_name};
use super::uses::{OtherRows, Use};
use crate::analysis::{PoolMap, by_day};
use crate::plan::Plan;
use crate::usage::{Day, Log, Tokens};
use std::collections::BTreeMap;

/// The tokens that the plan's moves take away, by pool and day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MovedTokens {
    /// For each pool of the [`PoolMap`], net tokens by day, days ascending, days without left out.
    pub by_pool: Vec<Vec<(Day, Tokens)>>,
    /// The people moved, as indices into [`Log::people`], and their offers, by person.
    pub people: Vec<(u32, OfferSet)>,
}

impl MovedTokens {
    /// Every charge and refund, of any day in the log, for a product that the accepted offers of
    /// its person cover. Linear in the moves: nothing else of the plan changes it.
    pub fn of(log: &Log, plan: &Plan, map: &PoolMap) -> MovedTokens {
        let book = OfferBook::of(log, plan).filter(|_| !plan.moves.is_empty());
        let Some(book) = book else { return MovedTokens::none(map) };
        let people = moved_people(log, plan, &book);
        MovedTokens::with(log, map, &book, &OtherRows::of(log), people)
    }

    /// Nobody moves.
    pub fn none(map: &PoolMap) -> MovedTokens {
        MovedTokens { by_pool: vec![Vec::new(); map.pools.len()], people: Vec::new() }
    }

    /// The same with what was gathered already: reads these people's charges alone.
    pub(super) fn with(
        log: &Log,
        map: &PoolMap,
        book: &OfferBook,
        rows: &OtherRows,
        people: Vec<(u32, OfferSet)>,
    ) -> MovedTokens {
        let mut by_pool = vec![Vec::new(); map.pools.len()];
        let mut uses: Vec<Use> = Vec::new();
        for (person, offers) in &people {
            rows.uses_of(log, *person, &mut uses);
            for one in uses.iter().filter(|one| book.covers(*offers, one.product)) {
                by_pool[map.pool_of_team[one.team as usize] as usize].push((one.day, one.tokens));
            }
        }
        for days in &mut by_pool {
            by_day::merge(days, |sum, more| *sum += *more);
        }
        MovedTokens { by_pool, people }
    }

    /// Net tokens taken off a pool on a day.
    pub fn on(&self, pool: usize, day: Day) -> Tokens {
        let Some(days) = self.by_pool.get(pool) else { return Tokens::ZERO };
        days.binary_search_by_key(&day, |(day, _)| *day).map_or(Tokens::ZERO, |place| days[place].1)
    }

    /// Whether a person's use of a product is taken off.
    pub fn covers(&self, book: &OfferBook, person: u32, product: u32) -> bool {
        let place = self.people.binary_search_by_key(&person, |(person, _)| *person);
        place.is_ok_and(|place| book.covers(self.people[place].1, product))
    }
}

/// The people of the plan's moves whom the log knows, with the offers that the book knows. The last
/// move of a person counts.
pub fn moved_people(log: &Log, plan: &Plan, book: &OfferBook) -> Vec<(u32, OfferSet)> {
    if plan.moves.is_empty() {
        return Vec::new();
    }
    moved_among(&PeopleById::of(log), plan, book)
}

/// The same with the people by id at hand.
pub(super) fn moved_among(ids: &PeopleById, plan: &Plan, book: &OfferBook) -> Vec<(u32, OfferSet)> {
    let known = plan.moves.iter().filter_map(|one| ids.find(&one.user).map(|person| (person, one)));
    let people: BTreeMap<u32, OfferSet> =
        known.map(|(person, one)| (person, offers_by_name(book, &one.offers).0)).collect();
    people.into_iter().collect()
}
