//! What the user sets. Changed only by [`Edit`]s, through one function.

mod edit;
mod fields;
mod history;
mod saved;

use crate::usage::{Day, Money, Tokens};
use std::collections::BTreeMap;

pub use edit::Edit;
pub use fields::{FieldProblem, parse_price, parse_tokens};
pub use history::History;
pub use saved::{PLAN_SCHEMA, from_json, to_json};

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

/// Everything the user sets. The default changes nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// ISO code; `None` means US dollars, the only currency with shipped prices.
    pub currency: Option<String>,
    /// What a token costs.
    pub token_price: Option<Money>,
    /// First day of the contract year.
    pub term_start: Option<Day>,
    /// Last day of the contract year: the renewal date.
    pub term_end: Option<Day>,
    /// Purchases.
    pub packs: Vec<Pack>,
    /// Balance readings.
    pub readings: Vec<Reading>,
    /// Tokens per user and day, by product.
    pub rates: BTreeMap<String, Tokens>,
    /// How much of each habit could change, 0 to 1, by the habit's stable name.
    pub habits: BTreeMap<String, f64>,
    /// Fields of a plan file that this version keeps but does not use yet, as JSON text by name.
    pub kept: BTreeMap<String, String>,
}

impl Plan {
    /// The workspace's currency.
    pub fn currency(&self) -> &str {
        self.currency.as_deref().unwrap_or(crate::rules::LIST_CURRENCY)
    }

    /// Whether tokens left can be told: there is a pack or a reading.
    pub fn knows_balance(&self) -> bool {
        !self.packs.is_empty() || !self.readings.is_empty()
    }
}
