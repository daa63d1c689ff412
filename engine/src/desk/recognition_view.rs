//! Recognition: who uses few tokens on the days they work with Flex.

use super::Figure;
use super::views::Who;
use crate::usage::{Day, Tokens};
use serde::{Deserialize, Serialize};

/// Who is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecognitionBy {
    /// Teams.
    #[default]
    Team,
    /// People.
    Person,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecognitionSort {
    /// Fewest tokens per active day first.
    #[default]
    Fewest,
    /// The largest improvement first; only those who came down.
    Improved,
}

/// The list that is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecognitionAsk {
    /// Who.
    pub by: RecognitionBy,
    /// In which order.
    pub sort: RecognitionSort,
    /// The index of the first wanted.
    pub first: u64,
    /// How many, at most `ROWS_PER_ANSWER_MAX`.
    pub count: u64,
}

/// The list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecognitionView {
    /// The plan's revision.
    pub revision: u64,
    /// The plan switches recognition off: nothing is listed.
    pub is_off: bool,
    /// The last quarter's first and last day.
    pub now: Option<(Day, Day)>,
    /// The quarter before it; `None` where the rows begin later.
    pub before: Option<(Day, Day)>,
    /// The least number of active days.
    pub days_min: u32,
    /// The target, where the plan has one.
    pub target_per_day: Option<Tokens>,
    /// How many meet it.
    pub meet_target: Option<u64>,
    /// How many have too few active days to be compared.
    pub too_few_days: u64,
    /// How many are in the list.
    pub total: u64,
    /// The index of the first one given.
    pub first: u64,
    /// Some of them.
    pub list: Vec<RecognisedView>,
}

/// One person or team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecognisedView {
    /// Who.
    pub who: Who,
    /// Active days in the last quarter.
    pub days: u32,
    /// Tokens per active day, with the rows behind them.
    pub tokens_per_day: Figure,
    /// How much less than in the quarter before; negative where more.
    pub improvement: Option<Tokens>,
    /// Whether the target is met; `None` without one.
    pub meets_target: Option<bool>,
}
