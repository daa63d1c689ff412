//! The rough run-out of a monthly sheet: the balance that is left and a straight line.

use super::packs::{Drawn, Lot, Queue};
use super::runout::{Cause, HISTORY_DAYS_MIN, HORIZON_DAYS_MAX};
use crate::plan::Plan;
use crate::usage::{Day, Money, Month, Tokens};
use std::collections::BTreeMap;

/// Months that the straight line is drawn from.
pub const BURN_MONTHS: i32 = 3;

/// What a monthly sheet can tell of the common pool. Always rough: there are no days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoughRunOut {
    /// Tokens left at the end of the last month, or by a later reading; `None` without packs and readings.
    pub balance: Option<Tokens>,
    /// The day of that balance.
    pub balance_day: Day,
    /// Tokens a day over the last [`BURN_MONTHS`] months.
    pub burn_per_day: Tokens,
    /// The first day on which the balance is below what the day needs, and why; `None` where too little
    /// is known or it lasts.
    pub out: Option<(Day, Cause)>,
}

impl RoughRunOut {
    /// Lives through the months; each month's use counts on its last day. Gives beside it what each
    /// month's use came to.
    pub fn of(
        months: &BTreeMap<Month, Tokens>,
        plan: &Plan,
        token_price: Option<Money>,
    ) -> Option<(RoughRunOut, BTreeMap<Month, Drawn>)> {
        let (first, last) = (*months.keys().next()?, *months.keys().next_back()?);
        let burn_from = Month((last.0 - BURN_MONTHS + 1).max(first.0));
        let burned: Tokens = months.range(burn_from..).map(|(_, tokens)| *tokens).sum();
        let days = burn_from.first_day().days_until(last.last_day()) + 1;
        let burn_per_day = burned.scale_rounded(1, i64::from(days));
        let packs = plan.packs.iter().filter(|pack| pack.pool.is_none());
        let lots: Vec<Lot> = packs.map(|p| Lot::new(p.tokens, p.price, p.start, p.end)).collect();
        let mut readings: Vec<_> = plan.readings.iter().filter(|reading| reading.pool.is_none()).collect();
        readings.sort_by_key(|reading| reading.day);
        let knows_balance = !lots.is_empty() || !readings.is_empty();
        let balance_day = readings.last().map_or(last.last_day(), |reading| reading.day.max(last.last_day()));
        let mut queue = Queue::new(lots, token_price);
        let mut readings = readings.into_iter().peekable();
        let mut drawn = BTreeMap::new();
        for number in first.0..=last.0 {
            let day = Month(number).last_day();
            // A reading in the midst of a month is before its use, of which nobody knows the days.
            while let Some(reading) = readings.next_if(|reading| reading.day < day) {
                queue.begin_day(reading.day);
                queue.read_balance(reading.day, reading.tokens);
            }
            queue.begin_day(day);
            let used = months.get(&Month(number)).copied().unwrap_or(Tokens::ZERO);
            drawn.insert(Month(number), queue.use_tokens(day, used));
        }
        for reading in readings {
            queue.begin_day(reading.day);
            queue.read_balance(reading.day, reading.tokens);
        }
        let history = first.first_day().days_until(last.last_day()) + 1;
        let can_tell = knows_balance && history >= HISTORY_DAYS_MIN && burn_per_day.is_positive();
        let run_out = RoughRunOut {
            balance: knows_balance.then(|| queue.balance(balance_day)),
            balance_day,
            burn_per_day,
            out: can_tell.then(|| project(queue, balance_day, burn_per_day)).flatten(),
        };
        Some((run_out, drawn))
    }
}

/// The day on which a straight line meets what is left.
fn project(mut queue: Queue, from: Day, burn: Tokens) -> Option<(Day, Cause)> {
    let mut cause = Cause::UsedUp;
    for ahead in 1..=HORIZON_DAYS_MAX {
        let day = from.plus(ahead);
        if queue.begin_day(day).is_positive() {
            cause = Cause::Lapsed;
        }
        if queue.balance(day) < burn {
            return Some((day, cause));
        }
        queue.use_tokens(day, burn);
        cause = Cause::UsedUp;
    }
    None
}
