//! Numbers for reading: rounded, in the browser's own form. The exact value goes beside it.

use crate::words::plural::days;
use engine::desk::Value;
use engine::usage::{Day, Money, Month, Tokens};

use super::locale;

/// A number as it is read, and as it is exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Rounded for reading.
    pub text: String,
    /// To the last digit, for the hover.
    pub exact: String,
}

/// From so many on, tokens are shown whole.
const WHOLE_TOKENS_FROM: f64 = 100.0;
/// From so much on, money is shown without its hundredths.
const WHOLE_MONEY_FROM: f64 = 100.0;

/// Tokens, rounded for reading: `25,690`; below a hundred with a tenth where there is one.
pub fn tokens(tokens: Tokens) -> String {
    let value = tokens.to_f64();
    locale::number(value, 0, if value.abs() < WHOLE_TOKENS_FROM { 1 } else { 0 })
}

/// Tokens to the millionth.
pub fn tokens_exact(tokens: Tokens) -> String {
    locale::number(tokens.to_f64(), 0, 6)
}

/// Money, rounded for reading: `€77,070`; below a hundred with hundredths.
pub fn money(money: Money, currency: &str) -> String {
    let value = money.to_f64();
    let decimals = if value.abs() < WHOLE_MONEY_FROM && value.fract() != 0.0 { 2 } else { 0 };
    locale::money(value, currency, decimals, decimals)
}

/// Money to the millionth, with hundredths at least.
pub fn money_exact(money: Money, currency: &str) -> String {
    locale::money(money.to_f64(), currency, 2, 6)
}

/// The price of one token: always with hundredths.
pub fn price(price: Money, currency: &str) -> String {
    locale::money(price.to_f64(), currency, 2, 4)
}

/// A whole number of things.
pub fn count(count: u64) -> String {
    locale::number(count as f64, 0, 0)
}

/// A share as a percentage: `63 %`; below ten per cent with a tenth.
pub fn share(share: f64) -> String {
    let percent = share * 100.0;
    let decimals = if percent.abs() < 9.95 { 1 } else { 0 };
    percent_of(locale::number(percent, 0, decimals))
}

/// A share with a tenth always, so that a column of them lines up.
pub fn share_in_column(share: f64) -> String {
    percent_of(locale::number(share * 100.0, 1, 1))
}

fn percent_of(number: String) -> String {
    format!("{number}\u{202f}%")
}

/// A day: `29 Nov 2026`.
pub fn day(day: Day) -> String {
    locale::day(day)
}

/// A month: `Nov 2026`.
pub fn month(month: Month) -> String {
    locale::month(month)
}

/// A size: `4.1 MB`.
pub fn bytes(bytes: u64) -> String {
    const STEP: f64 = 1000.0;
    let value = bytes as f64;
    let (value, unit, decimals) = if value < STEP {
        (value, "bytes", 0)
    } else if value < STEP * STEP {
        (value / STEP, "kB", 0)
    } else if value < STEP * STEP * STEP {
        (value / STEP / STEP, "MB", 1)
    } else {
        (value / STEP / STEP / STEP, "GB", 2)
    };
    format!("{} {unit}", locale::number(value, 0, decimals))
}

/// Any value of a figure.
pub fn value(value: Value, currency: &str) -> Shown {
    let same = |text: String| Shown { exact: text.clone(), text };
    match value {
        Value::Tokens(t) => Shown { text: tokens(t), exact: with_unit(tokens_exact(t), "tokens") },
        Value::TokensPerDay(t) => {
            Shown { text: tokens(t), exact: with_unit(tokens_exact(t), "tokens a day") }
        }
        Value::Money(m) => Shown { text: money(m, currency), exact: money_exact(m, currency) },
        Value::Price(m) => Shown { text: price(m, currency), exact: money_exact(m, currency) },
        Value::Count(n) => same(count(n)),
        Value::CountPerYear(n) => {
            Shown { text: locale::number(n, 0, 0), exact: with_unit(locale::number(n, 0, 6), "a year") }
        }
        Value::Share(s) => Shown { text: share(s), exact: percent_of(locale::number(s * 100.0, 0, 6)) },
        Value::Days(n) => same(days(n.unsigned_abs())),
        Value::Day(d) => same(day(d)),
    }
}

/// A value with its unit, for a list of inputs: `3,080 tokens`.
pub fn value_with_unit(of: Value, currency: &str) -> String {
    let shown = value(of, currency);
    match of {
        Value::Tokens(_) | Value::TokensPerDay(_) | Value::CountPerYear(_) => shown.exact,
        Value::Price(_) => format!("{} a token", shown.text),
        Value::Money(_) => shown.exact,
        _ => shown.text,
    }
}

fn with_unit(number: String, unit: &str) -> String {
    format!("{number} {unit}")
}

/// A month on an axis: `Nov`, and `2027` where the year begins.
pub fn month_short(month: Month) -> String {
    let (year, number, _) = month.first_day().ymd();
    if number == 1 { year.to_string() } else { locale::month_name(month) }
}
