//! What stands beside a form field: how it was read, or what is wrong, as a sentence.

use super::numbers::{day, money, tokens_exact};
use engine::plan::FieldProblem;
use engine::usage::{Day, Money, Tokens};

/// `= 40,000 tokens`.
pub fn read_as_tokens(tokens: Tokens) -> String {
    format!("= {} tokens", tokens_exact(tokens))
}

/// `= €2.90`.
pub fn read_as_price(price: Money, currency: &str) -> String {
    format!("= {} a token", super::numbers::price(price, currency))
}

/// `= €114,000, or €3.00 a token`.
pub fn read_as_sum(sum: Money, tokens: Option<Tokens>, currency: &str) -> String {
    let each = tokens
        .filter(|t| t.is_positive())
        .map(|t| sum.scale_rounded(engine::usage::MICRO, t.0))
        .map(|each| format!(", or {} a token", super::numbers::price(each, currency)))
        .unwrap_or_default();
    format!("= {}{each}", money(sum, currency))
}

/// Why a number cannot be read.
pub fn problem(problem: FieldProblem) -> &'static str {
    match problem {
        FieldProblem::Empty => "Type a number here.",
        FieldProblem::NotANumber => "This is not a number. Write it like 40000, 40,000 or 2.90.",
        FieldProblem::Negative => "This must not be below zero.",
        FieldProblem::TooLarge => "This is more than a thousand million: too large for a purchase.",
    }
}

/// Why a day cannot be taken.
pub const DAY_MISSING: &str = "Choose a day.";
/// Where the end comes before the start.
pub const END_BEFORE_START: &str = "The last day lies before the first.";
/// Nothing was bought.
pub const NO_TOKENS: &str = "A purchase is more than zero tokens.";
/// Not a currency code.
pub const CURRENCY_FORM: &str = "Three letters, such as EUR or USD.";
/// A day outside the years that make sense.
pub fn day_out_of_range(found: Day) -> String {
    format!("{} is too far away to be meant.", day(found))
}

/// Before the day on which a price was typed.
pub const SET_ON: &str = "set on";

/// A list of percentages could not be read.
pub const PERCENTS: &str = "Percentages from 0 to 100 with commas between, such as 25, 50, 75.";
/// A number of days could not be read.
pub const DAYS_FORM: &str = "A whole number of days, such as 60.";
/// A certainty could not be read.
pub const CERTAINTY_FORM: &str = "A percentage from 50 to 99.9, such as 90.";
/// A number could not be read.
pub const NOT_A_NUMBER: &str = "A number, please, such as 30.";

/// How many days off were read.
pub fn days_off(days: u64) -> String {
    super::plural::of(days, "day off", "days off")
}

/// A day in a list could not be read.
pub fn not_a_day(found: &str) -> String {
    format!("“{found}” is no day; write 2026-12-25.")
}
