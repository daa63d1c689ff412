//! What habits cost, and what changing them saves (definitions: *Habits*).
//!
//! Every charge of a person carries a set of habits, found once when the log is analysed
//! ([`HabitFlags`]). What a habit costs alone is the sum over its set. For savings each charge belongs
//! to at most one habit, the first in the order of [`Habit::ALL`], and to none where an accepted move
//! takes it ([`HabitDays`]): shares of habits are then linear sums.

mod calendar;
mod costs;
mod daily;
mod flags;
mod saved;
mod timed;

use crate::usage::{Money, Tokens};
use serde::{Deserialize, Serialize};

pub use flags::{HabitFlags, HabitFrame, HabitSet};
pub use saved::{HabitDays, SavedTokens};
pub use timed::{HALF_DAY_SECONDS, SHORT_VISIT_SECONDS_MAX, UNBROKEN_SECONDS_MIN};

/// A habit that costs tokens, in the order in which savings are attributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Habit {
    /// Charges of a product for which the person has a seat on that day.
    SeatHolder,
    /// Left open on a version that goes on charging while idle.
    OldVersion,
    /// Charges of a product that was left open, without use.
    LeftOpen,
    /// Charges on days that are not worked.
    Weekend,
    /// One person charged for several products on one day.
    SeveralProducts,
    /// Two windows on consecutive days that one would cover if the first had begun later.
    HalfDays,
    /// Windows with less than half an hour of use.
    ShortVisits,
    /// Charge days of daily users above so many a week.
    EveryDay,
}

impl Habit {
    /// All habits; a charge's saving belongs to the first of them.
    pub const ALL: [Habit; 8] = [
        Habit::SeatHolder,
        Habit::OldVersion,
        Habit::LeftOpen,
        Habit::Weekend,
        Habit::SeveralProducts,
        Habit::HalfDays,
        Habit::ShortVisits,
        Habit::EveryDay,
    ];

    /// The stable name in results and plans.
    pub fn name(self) -> &'static str {
        match self {
            Habit::SeatHolder => "seat_holder",
            Habit::OldVersion => "old_version",
            Habit::LeftOpen => "left_open",
            Habit::Weekend => "weekend",
            Habit::SeveralProducts => "several_products",
            Habit::HalfDays => "half_days",
            Habit::ShortVisits => "short_visits",
            Habit::EveryDay => "every_day",
        }
    }

    /// The habit of a stable name.
    pub fn of_name(name: &str) -> Option<Habit> {
        Habit::ALL.into_iter().find(|habit| habit.name() == name)
    }

    /// How much of it might change, 0 to 1: a guess to begin with, shown beside the share and never
    /// used by itself. A wrong assignment can be put right wholly; work on two products a day or on
    /// most days is mostly work.
    pub fn suggested_share(self) -> f64 {
        match self {
            Habit::SeatHolder => 1.0,
            Habit::OldVersion | Habit::LeftOpen => 0.8,
            Habit::HalfDays | Habit::ShortVisits => 0.5,
            Habit::SeveralProducts | Habit::Weekend => 0.3,
            Habit::EveryDay => 0.2,
        }
    }
}

/// What a finding about habits rests on, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// Daily rows, without session times.
    Inferred,
    /// Session times without idle times: it is at most so much.
    UpperBound,
    /// Session times.
    Exact,
}

impl Evidence {
    /// The stable name in results.
    pub fn name(self) -> &'static str {
        match self {
            Evidence::Inferred => "inferred",
            Evidence::UpperBound => "upper_bound",
            Evidence::Exact => "exact",
        }
    }
}

/// One person's part in a habit, over the year's window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonDays {
    /// Into the log's people.
    pub person: u32,
    /// Days on which the habit shows.
    pub days: u64,
    /// The habit's charges.
    pub charges: u64,
    /// Their tokens.
    pub tokens: Tokens,
}

/// A team's or a product's part in a habit, over the year's window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HabitPart {
    /// Into the log's pools or products.
    pub index: u32,
    /// The habit's charges.
    pub charges: u64,
    /// Their tokens.
    pub tokens: Tokens,
}

/// What one habit costs. Yearly amounts are `None` where the log covers too few days.
#[derive(Clone, Debug, PartialEq)]
pub struct HabitCost {
    /// Which.
    pub habit: Habit,
    /// What it rests on.
    pub evidence: Evidence,
    /// Days on which it shows, person by person, in the year's window or in all days covered.
    pub days: u64,
    /// Its tokens in that window.
    pub tokens: Tokens,
    /// Its charges a year.
    pub charges_per_year: Option<f64>,
    /// Its tokens a year: the habit alone, at 100 %.
    pub tokens_per_year: Option<Tokens>,
    /// Those at the token price; `None` also where no price is known.
    pub amount_per_year: Option<Money>,
    /// How much of it could change, as the plan says; 0 by default.
    pub share: f64,
    /// Charges in the window that are its own: neither a move's nor an earlier habit's.
    pub own_charges: u64,
    /// Their tokens.
    pub own_tokens: Tokens,
    /// Those a year.
    pub own_tokens_per_year: Option<Tokens>,
    /// Those in money.
    pub own_per_year: Option<Money>,
    /// Everyone who has it, by tokens, then id.
    pub people: Vec<PersonDays>,
    /// By team, by tokens, then name.
    pub teams: Vec<HabitPart>,
    /// By product, by tokens, then name.
    pub products: Vec<HabitPart>,
}

impl HabitCost {
    /// Tokens a year that the plan's share of its own charges saves.
    pub fn saved_tokens_per_year(&self) -> Option<Tokens> {
        self.own_tokens_per_year.map(|tokens| Tokens::from_f64(tokens.to_f64() * self.share))
    }

    /// Those at the token price.
    pub fn saved_per_year(&self) -> Option<Money> {
        self.own_per_year.map(|amount| Money::from_f64(amount.to_f64() * self.share))
    }
}
