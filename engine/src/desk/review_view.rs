//! What the Review place shows beside what other places know, as plain data.

use super::figure::Figure;
use crate::plan::Review;
use crate::usage::Day;
use serde::{Deserialize, Serialize};

/// The facts of a review that would be finished now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReviewView {
    /// The revision of the plan it was worked out with.
    pub revision: u64,
    /// ISO code.
    pub currency: String,
    /// The record as it would be kept, without day and steps.
    pub record: Review,
    /// Tokens a day of all pools.
    pub burn_per_day: Figure,
    /// The earliest middle run-out.
    pub run_out: Figure,
    /// The last review of earlier rows.
    pub before: Option<Review>,
    /// Accepted moves that did not stand then.
    pub moves_new: u64,
    /// What moves were to save and do; `None` without a move known then.
    pub savings: Option<SavingsView>,
    /// The day of the next review.
    pub next: Day,
}

/// Savings promised against savings shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavingsView {
    /// People whose move can be judged.
    pub people: u64,
    /// People for whom it is too early, or who cannot be told.
    pub open: u64,
    /// What their moves were to save a year.
    pub promised: Figure,
    /// What the rows show; unknown while nobody can be judged.
    pub shown: Figure,
}
