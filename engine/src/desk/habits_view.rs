//! The Habits place: what each habit costs, whose it is, and what changing it saves.

use super::Figure;
use super::views::Who;
use crate::usage::{Day, Tokens};
use serde::{Deserialize, Serialize};

/// How parts of a habit are cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum HabitBy {
    /// By person.
    #[default]
    Person,
    /// By team.
    Team,
    /// By product.
    Product,
}

/// Which parts are wanted. The habits themselves come whole: there are eight at most.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HabitsAsk {
    /// The habit whose parts are listed, by its stable name; `None`: the costliest.
    pub habit: Option<String>,
    /// How they are cut.
    pub by: HabitBy,
    /// The index of the first part wanted.
    pub first: u64,
    /// How many, at most `ROWS_PER_ANSWER_MAX`.
    pub count: u64,
}

/// Why the place cannot tell everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HabitsLimit {
    /// No file is loaded, or none with use.
    NoUse,
    /// Only sums: no day, so nothing is found.
    OnlySums,
    /// No rows name a person.
    NoPersons,
    /// Daily rows without times: what daily charges tell is inferred, short visits and half days cannot
    /// be told. Exports of Autodesk's portal never have times.
    NoTimes,
    /// Some rows have times and some do not.
    TimesInPart,
    /// Times without idle times: what was left open is an upper bound.
    NoIdleTimes,
    /// No subscription rows, and no seats in the plan: charges beside a seat cannot be told.
    NoSeats,
    /// The plan does not say from which version on a product goes idle.
    NoVersions,
    /// Fewer than 56 days are covered, so no amount a year is given.
    TooFewDays,
    /// No price of a token is known, so no amount is given.
    NoTokenPrice,
}

/// The place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HabitsView {
    /// The plan's revision.
    pub revision: u64,
    /// The workspace's currency.
    pub currency: String,
    /// What cannot be told, the most telling first.
    pub limits: Vec<HabitsLimit>,
    /// The rows behind yearly amounts: first and last day; `None` without use.
    pub window: Option<(Day, Day)>,
    /// Yearly amounts rest on less than half a year.
    pub rough: bool,
    /// What can be told, costliest first.
    pub habits: Vec<HabitRow>,
    /// All habits with their shares: what they save a year together, each charge once.
    pub saved_tokens_per_year: Figure,
    /// That in money.
    pub saved_per_year: Figure,
    /// Days a week up to which daily use is no habit.
    pub every_day_limit: u32,
    /// The parts of one habit.
    pub parts: Option<HabitParts>,
}

/// One habit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HabitRow {
    /// Its stable name.
    pub habit: String,
    /// `exact`, `upper_bound` or `inferred`.
    pub evidence: String,
    /// Person-days on which it shows, in the window.
    pub days: Figure,
    /// People who have it.
    pub people: u64,
    /// Alone, at 100 %: charges a year.
    pub charges_per_year: Figure,
    /// Tokens a year.
    pub tokens_per_year: Figure,
    /// Money a year.
    pub amount_per_year: Figure,
    /// The part of its tokens a year that no move and no earlier habit has.
    pub own_tokens_per_year: Figure,
    /// How much of it could change, as the plan says, 0 to 1.
    pub share: f64,
    /// A guess to begin with, shown beside it.
    pub suggested_share: f64,
    /// Saved with the plan's share.
    pub saved_tokens_per_year: Figure,
    /// That in money.
    pub saved_per_year: Figure,
    /// When that becomes money, in the pool that most of it comes from.
    pub when: HabitWhen,
}

/// When a saving becomes money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HabitWhen {
    /// `this_term`, `at_renewal`, `lapses` or `unknown`.
    pub when: String,
    /// The best day to begin.
    pub best_day: Option<Day>,
    /// The pool; `None` is the common one.
    pub pool: Option<String>,
    /// Other pools also have part of it.
    pub other_pools: bool,
}

/// Who has a habit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HabitParts {
    /// Whose parts these are.
    pub habit: String,
    /// How they are cut.
    pub by: HabitBy,
    /// How many there are.
    pub total: u64,
    /// The index of the first one listed.
    pub first: u64,
    /// Some of them, largest first.
    pub parts: Vec<HabitPartView>,
    /// Tokens of all parts in the window.
    pub tokens: Tokens,
}

/// One part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HabitPartView {
    /// Who or what.
    pub who: Who,
    /// Days on which it shows; only of people.
    pub days: Option<u64>,
    /// Charges in the window.
    pub charges: u64,
    /// Tokens in the window, with the rows behind them.
    pub tokens: Figure,
    /// Those a year.
    pub tokens_per_year: Option<Tokens>,
    /// Part of the habit, 0 to 1.
    pub share: f64,
}
