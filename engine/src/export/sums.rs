//! Results where no file has days.

use super::results::{money, months, object, parts, text_or_null, tokens};
use crate::analysis::{CostPart, SumsReport};
use crate::usage::{Log, Tokens};
use serde_json::Value;

/// What is known of the use: its days only where the range was entered.
pub fn usage(log: &Log, sums: &SumsReport) -> Value {
    let day = |day: Option<crate::usage::Day>| day.map_or(Value::Null, |day| day.to_string().into());
    let used =
        |parts: &[CostPart]| Value::from(parts.iter().filter(|part| part.tokens != Tokens::ZERO).count());
    let persons = if log.sums().is_empty() { Value::Null } else { used(&sums.by_person) };
    let products = if log.sums().is_empty() { Value::Null } else { used(&sums.by_product) };
    object([
        ("first_day", day(sums.range.map(|(from, _)| from))),
        ("last_day", day(sums.range.map(|(_, to)| to))),
        ("days_covered", sums.range.map_or(Value::Null, |(from, to)| (from.days_until(to) + 1).into())),
        ("tokens", tokens(sums.tokens)),
        ("charges", Value::Null),
        ("users", persons),
        ("products", products),
    ])
}

/// A report has days of use, not charges.
fn without_charges(mut parts: Value) -> Value {
    for part in parts.as_array_mut().into_iter().flatten() {
        part["charges"] = Value::Null;
    }
    parts
}

/// What it cost.
pub fn cost(log: &Log, sums: &SumsReport) -> Value {
    object([
        ("amount", money(sums.amount)),
        ("uncovered_tokens", Value::Null),
        (
            "by_product",
            without_charges(parts("product", &sums.by_product, &|i| log.products().get(i).into())),
        ),
        (
            "by_user",
            without_charges(parts("user", &sums.by_person, &|i| log.people()[i as usize].id.as_str().into())),
        ),
        ("by_team", without_charges(parts("team", &sums.by_team, &|i| text_or_null(log.pools().get(i))))),
        ("by_month", months(&sums.by_month)),
    ])
}
