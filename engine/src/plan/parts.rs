//! The parts of a plan.

use crate::usage::{Day, Money, Tokens};

/// One purchase of tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    /// The team it belongs to; `None` serves every team.
    pub pool: Option<String>,
    /// Tokens bought.
    pub tokens: Tokens,
    /// What the whole pack cost; `None` where unknown.
    pub price: Option<Money>,
    /// First day on which it can be used.
    pub start: Day,
    /// Last day on which it can be used; `None` where it is not known to end.
    pub end: Option<Day>,
}

/// A balance read from the portal: tokens left at the end of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The team; `None` for the common pool.
    pub pool: Option<String>,
    /// The day at whose end it was read.
    pub day: Day,
    /// Tokens left.
    pub tokens: Tokens,
}

/// A subscription that can be bought.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Its name, such as `AEC Collection`.
    pub name: String,
    /// The products it covers, by the names that the exports use.
    pub covers: Vec<String>,
    /// What a seat costs a year; `None`: to be asked for.
    pub price_per_year: Option<Money>,
    /// When that price was looked up, as the user wrote it.
    pub dated: Option<String>,
}

/// A seat that a person already has.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    /// The person's id.
    pub user: String,
    /// The offer's name.
    pub offer: String,
    /// First day; `None`: since ever.
    pub from: Option<Day>,
    /// Last paid day; `None`: not known to end.
    pub to: Option<Day>,
}

/// A person to move to subscriptions.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The person's id.
    pub user: String,
    /// The offers' names.
    pub offers: Vec<String>,
}

/// What a busy period does to use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BusyChange {
    /// Percent on top of usual use; negative for a quiet time.
    Percent(f64),
    /// Tokens a day on top of usual use.
    TokensPerDay(Tokens),
}

/// A time in which use will differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Busy {
    /// What it is.
    pub name: String,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// By how much.
    pub change: BusyChange,
    /// How likely it is, 0 to 1.
    pub probability: f64,
}

/// A token price from a quantity on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VolumePrice {
    /// The least quantity of one purchase.
    pub from_tokens: Tokens,
    /// What each token of such a purchase costs.
    pub token_price: Money,
}

/// What the contract grants.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Clauses {
    /// A true-up costs the negotiated price.
    pub same_price_true_up: bool,
    /// Leftovers are credited at renewal.
    pub roll_over: bool,
    /// Days in which a shortage is bought at the negotiated price.
    pub grace_days: i32,
    /// Days by which packs are valid longer than a year.
    pub longer_days: i32,
}

/// Limits whose crossing is reported.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Caps {
    /// Tokens of one person on one day.
    pub user_per_day: Option<Tokens>,
    /// Tokens of one pool on one day.
    pub pool_per_day: Option<Tokens>,
    /// Hours of one session.
    pub session_hours: Option<f64>,
}
