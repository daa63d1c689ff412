//! Results where no file has days.

use super::Names;
use super::pools;
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
pub fn cost(log: &Log, sums: &SumsReport, names: &Names) -> Value {
    object([
        ("amount", money(sums.amount)),
        ("uncovered_tokens", sums.uncovered.map_or(Value::Null, tokens)),
        (
            "by_product",
            without_charges(parts("product", &sums.by_product, &|i| log.products().get(i).into())),
        ),
        ("by_user", without_charges(parts("user", &sums.by_person, &|i| names.id(log, i).into()))),
        ("by_team", without_charges(parts("team", &sums.by_team, &|i| text_or_null(log.pools().get(i))))),
        ("by_month", months(&sums.by_month)),
    ])
}

/// The common pool as a monthly sheet shows it.
pub fn pools(_: &Log, sums: &SumsReport) -> Value {
    let Some(run_out) = &sums.run_out else { return Value::Null };
    let is_told = run_out.out.is_some() || run_out.early.is_some();
    let out = is_told.then(|| {
        object([
            ("cause", run_out.out.map_or(Value::Null, |(_, cause)| cause.name().into())),
            ("p10", pools::day(run_out.early)),
            ("p50", pools::day(run_out.out.map(|(day, _)| day))),
            ("p90", pools::day(run_out.late)),
            ("probability_before_term_end", Value::Null),
        ])
    });
    Value::Array(vec![object([
        ("pool", Value::Null),
        ("balance", run_out.balance.map_or(Value::Null, tokens)),
        ("unexplained", Value::Null),
        ("burn_per_day", tokens(run_out.burn_per_day)),
        ("runout", out.unwrap_or(Value::Null)),
        ("backtest", Value::Null),
        ("rough", true.into()),
        ("tiers", run_out.tiers.as_ref().map_or(Value::Null, |all| all.iter().map(pools::tier).collect())),
        ("months", run_out.months.iter().map(pools::month).collect()),
        ("expiring", Value::Null),
        ("true_up", Value::Null),
    ])])
}
