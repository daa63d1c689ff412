//! The habit desk: calculators and the charge simulator. Both work without any file.

use crate::rules::{Calculation, Calculator, DrawnSession, Preset, Simulation};
use crate::usage::{Money, Tokens};
use serde::{Deserialize, Serialize};

/// What to calculate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalculateAsk {
    /// The calculator with its counts.
    pub calculator: Calculator,
    /// The product.
    pub product: String,
    /// The other product, where there are two.
    pub other: Option<String>,
    /// How many people do it.
    pub people: u32,
}

/// What it comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CalculateView {
    /// The workspace's currency; the article's amounts are US dollars.
    pub currency: String,
    /// The product's rate today: the plan's, else that of the rows, else the shipped one.
    pub rate: Option<Tokens>,
    /// That of the other product.
    pub other_rate: Option<Tokens>,
    /// What a token costs.
    pub token_price: Option<Money>,
    /// With today's rates; `None` where a rate is not known.
    pub today: Option<Calculation>,
    /// With the article's; `None` where it names no rate of a product.
    pub article: Option<Calculation>,
    /// Products whose rate is known, by name: to choose from.
    pub products: Vec<String>,
}

/// A drawn week of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SimulateAsk {
    /// The sessions.
    pub sessions: Vec<DrawnSession>,
    /// Whether the versions go idle.
    pub goes_idle: bool,
}

/// What the rule makes of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimulateView {
    /// Charges and the fate of each session.
    pub simulation: Simulation,
    /// For each charge its tokens; `None` where the rate is not known.
    pub tokens: Vec<Option<Tokens>>,
    /// All of them; `None` where one is not known.
    pub total: Option<Tokens>,
    /// That in money.
    pub amount: Option<Money>,
    /// The workspace's currency.
    pub currency: String,
    /// Weeks to begin with.
    pub presets: Vec<Preset>,
}
