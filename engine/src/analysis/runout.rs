//! When a pool runs out, from its burn rate: a straight line, said to be one.

use super::forecast::Term;
use super::pools::PoolAnalysis;
use crate::plan::Plan;
use crate::usage::{Day, Tokens};

/// The days the burn rate looks back.
pub const BURN_DAYS: i32 = 28;
/// Under six weeks of rows no run-out date is given.
pub const HISTORY_DAYS_MIN: i32 = 42;
/// Under thirteen weeks it is rough.
pub const HISTORY_DAYS_ROUGH_MAX: i32 = 91;
/// How far ahead a run-out is looked for where the term's end is nearer.
pub const HORIZON_DAYS: i32 = 365;
/// How far ahead it is looked for at most.
pub const HORIZON_DAYS_MAX: i32 = 730;

/// Why a pool is out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The balance is below what the day needs.
    UsedUp,
    /// Packs ended with tokens in them.
    Lapsed,
}

impl Cause {
    /// The stable name in results.
    pub fn name(self) -> &'static str {
        match self {
            Cause::UsedUp => "used_up",
            Cause::Lapsed => "lapsed",
        }
    }
}

/// Why no run-out date is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRunOut {
    /// Neither packs nor a reading: tokens left are unknown.
    NoBalance,
    /// Fewer than [`HISTORY_DAYS_MIN`] days of rows.
    TooFewDays,
    /// No use in the days the burn rate looks at.
    NoUse,
    /// It lasts beyond the horizon.
    Lasts,
}

/// The line from the last known balance on.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// The day of `balances[0]`, one after the last known balance.
    pub first_day: Day,
    /// Tokens left at the end of each day, until out or to the horizon.
    pub balances: Vec<Tokens>,
    /// Tokens that lapse on the way, with their day.
    pub lapses: Vec<super::packs::Lapse>,
}

/// A pool's run-out.
#[derive(Clone, Debug, PartialEq)]
pub struct RunOut {
    /// Tokens a day lately.
    pub burn_per_day: Tokens,
    /// The days it was taken over.
    pub burn_days: i32,
    /// Tokens used in them.
    pub burn_tokens: Tokens,
    /// Days from the first use to the last complete day.
    pub history_days: i32,
    /// The date and its cause, or why there is none.
    pub date: Result<(Day, Cause), NoRunOut>,
    /// Under thirteen weeks of rows.
    pub rough: bool,
    /// Where a balance is known.
    pub projection: Option<Projection>,
}

impl RunOut {
    /// The run-out of a pool.
    pub fn of(pool: &PoolAnalysis, plan: &Plan, as_of: Day) -> RunOut {
        let history_days = pool.first_use.map_or(0, |first| first.days_until(as_of) + 1).max(0);
        let burn_days = history_days.clamp(1, BURN_DAYS);
        let burn_tokens = pool.used_between(as_of.plus(1 - burn_days), as_of);
        let burn_per_day = Tokens(burn_tokens.0.max(0)).scale_rounded(1, i64::from(burn_days));
        let horizon = horizon(plan, as_of);
        let (projection, out) = if pool.knows_balance {
            let (projection, out) = project(pool, burn_per_day, horizon);
            (Some(projection), out)
        } else {
            (None, None)
        };
        let date = if !pool.knows_balance {
            Err(NoRunOut::NoBalance)
        } else if history_days < HISTORY_DAYS_MIN {
            Err(NoRunOut::TooFewDays)
        } else if burn_per_day == Tokens::ZERO {
            Err(NoRunOut::NoUse)
        } else {
            out.ok_or(NoRunOut::Lasts)
        };
        RunOut {
            burn_per_day,
            burn_days,
            burn_tokens,
            history_days,
            date,
            rough: history_days < HISTORY_DAYS_ROUGH_MAX,
            projection,
        }
    }
}

/// The term's end or 365 days on, whichever is later, at most 730 days on.
pub(super) fn horizon(plan: &Plan, as_of: Day) -> Day {
    let term_end = Term::of(plan).map_or(as_of, |term| term.end);
    as_of.plus(HORIZON_DAYS).max(term_end).min(as_of.plus(HORIZON_DAYS_MAX))
}

/// Lives the days after the last known balance, each needing the burn rate, until one is out.
fn project(pool: &PoolAnalysis, need: Tokens, horizon: Day) -> (Projection, Option<(Day, Cause)>) {
    let mut queue = pool.queue.clone();
    let lapses_before = queue.lapses().len();
    let first_day = pool.balance_day.plus(1);
    let mut balances = Vec::new();
    let mut out = None;
    for number in first_day.0..=horizon.0 {
        let day = Day(number);
        let lapsed = queue.begin_day(day);
        let balance = queue.balance(day);
        if balance < need && out.is_none() {
            let cause = if balance + lapsed >= need { Cause::Lapsed } else { Cause::UsedUp };
            out = Some((day, cause));
        }
        if out.is_some() {
            // What is left is below what the day needs: the line ends here, at what is left.
            balances.push(balance);
            break;
        }
        queue.use_tokens(day, need);
        balances.push(queue.balance(day));
    }
    let lapses = queue.lapses()[lapses_before..].to_vec();
    (Projection { first_day, balances, lapses }, out)
}
