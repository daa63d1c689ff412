//! The band's *now → then*, as plain data.

use super::figure::Figure;
use crate::usage::Day;
use serde::{Deserialize, Serialize};

/// What the plan's what-ifs change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThenView {
    /// All pools together; the run-out is the earliest of them.
    pub all: ThenLine,
    /// By pool; the price of seats is in no pool's amount.
    pub pools: Vec<ThenLine>,
    /// Accepted moves.
    pub moves: u64,
    /// Habits with a share above zero.
    pub habits: u64,
    /// Busy periods.
    pub busy: u64,
}

/// The difference, then less now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThenLine {
    /// The pool; `None` for the common one and for all.
    pub name: Option<String>,
    /// Tokens a year; below zero is fewer.
    pub tokens_per_year: Figure,
    /// Money a year, seats included; below zero is less.
    pub amount_per_year: Figure,
    /// Days that the middle run-out moves; above zero is later. Unknown where either lasts.
    pub days: Figure,
    /// The middle run-out now.
    pub run_out_now: Option<Day>,
    /// The middle run-out then; `None` is *not within what is looked at*.
    pub run_out_then: Option<Day>,
}
