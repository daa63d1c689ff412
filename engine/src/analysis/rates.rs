//! Tokens per user and day of a product.

use crate::plan::Plan;
use crate::rules::shipped_rate;
use crate::usage::{Log, Tokens};
use std::collections::BTreeMap;

/// A product's rate: the plan's, else the most frequent tokens of one person, product and day in
/// the log (the larger of two equally frequent), else the shipped one.
pub fn rate_of(product: u32, log: &Log, plan: &Plan) -> Option<Tokens> {
    let name = log.products().get(product);
    if let Some(rate) = plan.rates.get(name) {
        return Some(*rate);
    }
    let mut counts: BTreeMap<Tokens, u64> = BTreeMap::new();
    for entry in log.standing().filter(|e| e.product == product && e.is_charge()) {
        *counts.entry(entry.tokens).or_default() += 1;
    }
    let most_frequent = counts.into_iter().max_by_key(|(tokens, count)| (*count, *tokens));
    most_frequent.map(|(tokens, _)| tokens).or_else(|| shipped_rate(name))
}
