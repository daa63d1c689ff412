//! What accepted moves rest on: kept while neither the log nor the plan's offers and seats change, so that
//! accepting one reads its person's charges alone.

use super::moved::{MovedTokens, moved_among};
use super::offers::{OfferBook, OfferSet};
use super::seats::{PeopleById, Seats};
use super::uses::OtherRows;
use crate::analysis::PoolMap;
use crate::plan::Plan;
use crate::usage::{Day, Log, Money};

/// Offers, seats, people and refunds of a log under a plan's licence inputs
/// ([`Plan::has_same_licence_inputs`]).
#[derive(Clone, Debug)]
pub struct MoveGround {
    /// `None` where no offer covers anything.
    pub book: Option<OfferBook>,
    /// Refunds and use through seats.
    pub rows: OtherRows,
    /// Seats that people have.
    pub seats: Seats,
    people: PeopleById,
}

impl MoveGround {
    /// Gathers it: one pass over the log.
    pub fn of(log: &Log, plan: &Plan, as_of: Day) -> MoveGround {
        let (book, rows) = (OfferBook::of(log, plan), OtherRows::of(log));
        let seats = Seats::of(log, plan, &book.clone().unwrap_or_default(), &rows, as_of);
        MoveGround { seats, people: PeopleById::of(log), book, rows }
    }

    /// What the plan's moves take off the pools: as [`MovedTokens::of`].
    pub fn moved(&self, log: &Log, plan: &Plan, map: &PoolMap) -> MovedTokens {
        let people = match &self.book {
            Some(book) => moved_among(&self.people, plan, book),
            None => Vec::new(),
        };
        MovedTokens::with(log, map, &self.book.clone().unwrap_or_default(), &self.rows, people)
    }

    /// What the seats of moves cost a year; `None` where a price is not known.
    pub fn seats_per_year(&self, people: &[(u32, OfferSet)]) -> Option<Money> {
        let book = self.book.as_ref()?;
        let prices = people.iter().flat_map(|(person, offers)| {
            offers.ranks().map(move |rank| self.seats.price_for(*person, rank, book))
        });
        prices.sum()
    }
}
