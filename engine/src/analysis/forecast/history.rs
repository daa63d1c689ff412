//! What must be said about a pool's past before its future is believed.

use super::weights::Past;
use crate::analysis::runout::{BURN_DAYS, HISTORY_DAYS_MIN, HISTORY_DAYS_ROUGH_MAX};
use crate::plan::Plan;
use crate::usage::{Day, Tokens};

/// A gap shorter than this is a holiday.
const GAP_DAYS_MIN: usize = 28;
/// A pool that begins so many days after the log has just begun, if it is still young.
const BEGAN_LATER_DAYS: i32 = 28;
/// A season has ended when four weeks use less than this part of the thirteen before.
const SEASON_ENDED_SHARE: f64 = 0.4;

/// Something the reader must know; the page has the words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Caution {
    /// Under six weeks of use: no date.
    TooFewDays {
        /// Days from the first use.
        days: i32,
    },
    /// Under thirteen weeks: rough.
    Rough {
        /// Days from the first use.
        days: i32,
    },
    /// The pool began later than the log and is young: its first weeks need not be usual ones.
    JustBegan {
        /// Its first day of use.
        first: Day,
    },
    /// No use for four weeks or more in the midst of the past.
    Gap {
        /// The first day without.
        from: Day,
        /// The last day without.
        to: Day,
    },
    /// No use in the last four weeks: at this rate it never runs out, but why did use stop?
    Stopped {
        /// The last day of use.
        last: Day,
    },
    /// Use has fallen far below what it was: the forecast follows the low level.
    SeasonEnded {
        /// The last four weeks' use as a part of what the thirteen weeks before them used.
        share: f64,
    },
    /// The burn rate did better on this pool's past, and is used.
    BurnRateIsBetter,
    /// Too short a past to try a forecast on.
    Untried,
    /// A reading shows more than all packs held that were valid on its day: a purchase seems to be missing.
    MoreThanBought {
        /// The day of the reading.
        day: Day,
        /// Tokens above what was bought.
        tokens: Tokens,
    },
}

/// Looks through a past. `log_first` is the first day of use in the whole log.
pub fn cautions(past: Past<'_>, log_first: Day) -> Vec<Caution> {
    let mut found = Vec::new();
    let days = past.tokens.len() as i32;
    if days < HISTORY_DAYS_MIN {
        found.push(Caution::TooFewDays { days });
    } else if days < HISTORY_DAYS_ROUGH_MAX {
        found.push(Caution::Rough { days });
    }
    if log_first.days_until(past.first) >= BEGAN_LATER_DAYS && days < HISTORY_DAYS_ROUGH_MAX {
        found.push(Caution::JustBegan { first: past.first });
    }
    if let Some((from, to)) = longest_gap(past) {
        found.push(Caution::Gap { from, to });
    }
    if days >= BURN_DAYS && is_stopped(past) {
        let last = past.tokens.iter().rposition(|tokens| *tokens != 0.0).unwrap_or(0);
        found.push(Caution::Stopped { last: past.first.plus(last as i32) });
    } else if days >= 17 * 7 {
        let lately = past.last_days(28) / 4.0;
        let before = (past.last_days(17 * 7) - past.last_days(28)) / 13.0;
        if before > 0.0 && lately < SEASON_ENDED_SHARE * before {
            found.push(Caution::SeasonEnded { share: lately / before });
        }
    }
    found
}

/// The last reading of a pool that shows more than its packs can hold. Without a pack that is valid on its
/// day it is the beginning of what is known.
pub fn more_than_bought(name: &Option<String>, plan: &Plan) -> Option<Caution> {
    let above = plan.readings.iter().filter(|reading| reading.pool == *name).filter_map(|reading| {
        let valid = plan.packs.iter().filter(|pack| pack.pool == *name);
        let valid = valid.filter(|pack| pack.start <= reading.day);
        let valid = valid.filter(|pack| pack.end.is_none_or(|end| reading.day <= end));
        let bought: Tokens = valid.map(|pack| pack.tokens).sum();
        (bought.is_positive() && bought < reading.tokens).then(|| (reading.day, reading.tokens - bought))
    });
    above.max().map(|(day, tokens)| Caution::MoreThanBought { day, tokens })
}

/// Whether nothing was used in the days that the burn rate looks at.
pub fn is_stopped(past: Past<'_>) -> bool {
    past.last_days(BURN_DAYS as usize) <= 0.0
}

/// The longest time without use that use came back after.
fn longest_gap(past: Past<'_>) -> Option<(Day, Day)> {
    let (mut best, mut start) = ((0, 0), 0);
    for (index, _) in past.tokens.iter().enumerate().filter(|(_, tokens)| **tokens != 0.0) {
        if index - start > best.1 - best.0 {
            best = (start, index);
        }
        start = index + 1;
    }
    let day = |index: usize| past.first.plus(index as i32);
    (best.1 - best.0 >= GAP_DAYS_MIN).then(|| (day(best.0), day(best.1 - 1)))
}
