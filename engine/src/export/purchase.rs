//! The `true_up` and `renewal` of the results.

use super::results::{money, object, tokens};
use crate::analysis::licences::Licences;
use crate::analysis::purchase::{RenewalSum, TrueUp};
use crate::plan::Plan;
use crate::usage::Log;
use serde_json::Value;

/// A true-up; `null` where it cannot be told.
pub fn true_up(true_up: Option<&TrueUp>) -> Value {
    let Some(true_up) = true_up else { return Value::Null };
    object([
        ("tokens", tokens(true_up.tokens)),
        ("order_by", true_up.order_by.map_or(Value::Null, |day| day.to_string().into())),
        ("amount", money(true_up.amount)),
        ("amount_if_late", money(true_up.amount_if_late)),
    ])
}

/// The renewal with its subscriptions; `null` where it cannot be told.
pub fn renewal(renewal: Option<&RenewalSum>, subscriptions: Value) -> Value {
    let Some(renewal) = renewal else { return Value::Null };
    let clauses = renewal
        .clauses
        .iter()
        .map(|(clause, worth)| object([("clause", clause.name().into()), ("worth", money(*worth))]));
    object([
        ("tokens", tokens(renewal.tokens)),
        ("amount", money(renewal.amount)),
        ("subscriptions", subscriptions),
        ("clauses", clauses.collect()),
    ])
}

/// The seats that the plan's moves need, largest amount first, then by name.
pub fn subscriptions(log: &Log, plan: &Plan, licences: Option<&Licences>) -> Value {
    let Some(licences) = licences else { return Value::Array(Vec::new()) };
    let mut needed = licences.subscriptions(log, plan);
    needed.sort_by_key(|(_, _, amount)| std::cmp::Reverse(*amount));
    let one = |(rank, seats, amount): (usize, u64, _)| {
        object([
            ("offer", licences.book.offers[rank].offer.name.as_str().into()),
            ("seats", seats.into()),
            ("amount", money(amount)),
        ])
    };
    needed.into_iter().map(one).collect()
}
