//! The lists beside the people of the Licences place, as plain data.

use super::figure::Figure;
use super::views::PersonView;
use crate::usage::{Day, Money, Month, Tokens};
use serde::{Deserialize, Serialize};

/// A seat that Flex would be cheaper than.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnderusedSeatView {
    /// Who.
    pub person: PersonView,
    /// The offer.
    pub offer: String,
    /// Its price a year.
    pub price_per_year: Money,
    /// Days a year on which it is used.
    pub days_per_year: f64,
    /// Days a year above which it would pay; `None` where it is not used at all.
    pub break_even_days: Option<f64>,
    /// What its use would cost on Flex.
    pub flex_per_year: Money,
    /// The difference, from the day after the seat's end.
    pub saving_per_year: Figure,
    /// Its last paid day, where known.
    pub ends: Option<Day>,
}

/// Flex charges of a seat holder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MisAssignedView {
    /// Who.
    pub person: PersonView,
    /// Offers they have a seat of.
    pub held: Vec<String>,
    /// Tokens in the window.
    pub tokens: Figure,
    /// Days with such a charge in the window.
    pub days: u32,
    /// A year's money.
    pub flex_per_year: Money,
}

/// Somebody there in few months only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeasonalView {
    /// Who.
    pub person: PersonView,
    /// The months, by time.
    pub months: Vec<Month>,
    /// Charge days in them.
    pub days_inside: u32,
    /// Charge days in the others.
    pub days_outside: u32,
    /// Tokens of the others.
    pub tokens_outside: Figure,
}

/// Somebody without a charge for long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InactiveView {
    /// Who.
    pub person: PersonView,
    /// Days without a charge.
    pub days_inactive: Figure,
    /// The last charge, where there was one.
    pub last_charge: Option<Day>,
}

/// Several pools against one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SharedPoolView {
    /// Tokens that one shared pool would have kept from lapsing so far.
    pub saved_so_far: Figure,
    /// Those at the token price.
    pub saved_so_far_money: Option<Money>,
    /// Tokens that it keeps from lapsing within a year.
    pub saves_within_a_year: Figure,
    /// Those at the token price.
    pub saves_within_a_year_money: Option<Money>,
    /// The pools, by tokens that lapse.
    pub pools: Vec<StrandedView>,
}

/// One pool.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StrandedView {
    /// The team; `None` for the common pool.
    pub pool: Option<String>,
    /// Tokens left.
    pub balance: Tokens,
    /// Tokens lapsed so far.
    pub lapsed: Tokens,
    /// Tokens that will lapse within a year.
    pub will_lapse: Tokens,
}
