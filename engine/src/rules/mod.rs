//! The domain's rules: what each number follows, and the rates and prices that ship with the page.

mod catalog;
mod shipped;

pub use catalog::{ALL_RULES, Rule, RuleText};
pub use shipped::{LIST_CURRENCY, LIST_TOKEN_PRICE, SHIPPED_DATED, SHIPPED_RATES, shipped_rate};
