//! Whom a seat would pay for: asked of a few people, before anything else of licences is worked out.

use super::offers::OfferBook;
use super::person::{self, Buffers, Common};
use super::seats::Seats;
use super::uses::{OtherRows, Yearly};
use crate::analysis::HabitFrame;
use crate::usage::Log;

/// For each of some people, whether a set of seats is cheaper for them than Flex. Where nothing can be
/// said per year, nobody's is known to be.
pub fn has_paying_move(
    log: &Log,
    frame: HabitFrame<'_>,
    book: &OfferBook,
    rows: &OtherRows,
    seats: &Seats,
    people: &[u32],
) -> Vec<bool> {
    let HabitFrame { period, pools, token_price, .. } = frame;
    let Some((year, token_price)) = period.year().zip(token_price).filter(|_| book.has_price()) else {
        return vec![false; people.len()];
    };
    let common = Common { log, book, rows, seats, period, pools, yearly: Yearly { year, token_price } };
    let mut buffers = Buffers::default();
    let pays = |person: &u32| {
        rows.uses_of(log, *person, &mut buffers.uses);
        person::optimum(common, &mut buffers, *person, None).is_some_and(|who| who.is_move())
    };
    people.iter().map(pays).collect()
}
