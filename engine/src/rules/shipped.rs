//! Rates and prices that ship with the page: editable defaults, each with its date.

use crate::usage::{Money, Tokens};

/// When the shipped rates and prices were collected.
pub const SHIPPED_DATED: &str = "autumn 2026";

/// The only currency in which shipped prices apply.
pub const LIST_CURRENCY: &str = "USD";

/// The list price of a token, in [`LIST_CURRENCY`].
pub const LIST_TOKEN_PRICE: Money = Money::whole(3);

/// Tokens that one product costs per user and 24 hours.
pub const SHIPPED_RATES: [(&str, Tokens); 7] = [
    ("3ds Max", Tokens::whole(6)),
    ("AutoCAD", Tokens::whole(7)),
    ("Fusion", Tokens::whole(3)),
    ("Maya", Tokens::whole(6)),
    ("Navisworks Manage", Tokens::whole(9)),
    ("Navisworks Simulate", Tokens::whole(4)),
    ("Revit", Tokens::whole(10)),
];

/// The shipped rate of a product, by its exact name.
pub fn shipped_rate(product: &str) -> Option<Tokens> {
    SHIPPED_RATES.iter().find(|(name, _)| *name == product).map(|(_, rate)| *rate)
}
