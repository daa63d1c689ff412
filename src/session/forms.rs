//! Form fields: the text as typed becomes a value, or a sentence. Nothing typed is no mistake.

use crate::words::fields;
use engine::plan::{Edit, FieldProblem, parse_price, parse_tokens};
use engine::usage::{DAY_MAX, DAY_MIN, Day, Money, Tokens};

/// What a field's text says.
#[derive(Clone, Debug, PartialEq)]
pub enum Field<T> {
    /// Nothing was typed.
    Empty,
    /// A value.
    Good(T),
    /// What is wrong, as a sentence.
    Bad(String),
}

impl<T> Field<T> {
    /// The value, if there is one.
    pub fn good(self) -> Option<T> {
        match self {
            Field::Good(value) => Some(value),
            _ => None,
        }
    }

    /// The value made into another, such as the words beside the field.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Field<U> {
        match self {
            Field::Empty => Field::Empty,
            Field::Good(value) => Field::Good(make(value)),
            Field::Bad(problem) => Field::Bad(problem),
        }
    }

    fn of(read: Result<T, FieldProblem>) -> Field<T> {
        match read {
            Ok(value) => Field::Good(value),
            Err(FieldProblem::Empty) => Field::Empty,
            Err(problem) => Field::Bad(fields::problem(problem).to_string()),
        }
    }
}

/// A number of tokens.
pub fn tokens_field(text: &str) -> Field<Tokens> {
    Field::of(parse_tokens(text))
}

/// A number of tokens that were bought: more than none.
pub fn bought_field(text: &str) -> Field<Tokens> {
    match tokens_field(text) {
        Field::Good(tokens) if !tokens.is_positive() => Field::Bad(fields::NO_TOKENS.to_string()),
        read => read,
    }
}

/// Any number, below zero too; a comma is a decimal sign.
pub fn number_field(text: &str) -> Field<f64> {
    let text = text.trim().replace(',', ".").replace('\u{2212}', "-");
    if text.is_empty() {
        return Field::Empty;
    }
    match text.trim_end_matches('%').trim().parse::<f64>() {
        Ok(number) if number.is_finite() && number.abs() <= 1e9 => Field::Good(number),
        _ => Field::Bad(fields::NOT_A_NUMBER.to_string()),
    }
}

/// A whole number of days.
pub fn days_field(text: &str) -> Field<i32> {
    let text = text.trim();
    if text.is_empty() {
        return Field::Empty;
    }
    match text.parse::<i32>() {
        Ok(days) if (0..=3_660).contains(&days) => Field::Good(days),
        _ => Field::Bad(fields::DAYS_FORM.to_string()),
    }
}

/// How sure a true-up must be, in percent; gives the share.
pub fn certainty_field(text: &str) -> Field<f64> {
    match number_field(text) {
        Field::Empty => Field::Empty,
        Field::Good(percent) if (50.0..=99.9).contains(&percent) => Field::Good(percent / 100.0),
        Field::Good(_) | Field::Bad(_) => Field::Bad(fields::CERTAINTY_FORM.to_string()),
    }
}

/// A price or a sum of money.
pub fn price_field(text: &str) -> Field<Money> {
    Field::of(parse_price(text))
}

/// A day of an `<input type=date>`.
pub fn day_field(text: &str) -> Field<Day> {
    if text.trim().is_empty() {
        return Field::Empty;
    }
    match Day::parse_iso(text.trim()) {
        Some(day) if (DAY_MIN..=DAY_MAX).contains(&day) => Field::Good(day),
        Some(day) => Field::Bad(fields::day_out_of_range(day)),
        None => Field::Bad(fields::DAY_MISSING.to_string()),
    }
}

/// The last day of a term or pack, which must not lie before its first.
pub fn end_field(text: &str, start: &Field<Day>) -> Field<Day> {
    match (day_field(text), start) {
        (Field::Good(end), Field::Good(start)) if end < *start => {
            Field::Bad(fields::END_BEFORE_START.to_string())
        }
        (read, _) => read,
    }
}

/// A currency's code.
pub fn currency_field(text: &str) -> Field<String> {
    let code = text.trim().to_ascii_uppercase();
    if code.is_empty() {
        Field::Empty
    } else if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) {
        Field::Good(code)
    } else {
        Field::Bad(fields::CURRENCY_FORM.to_string())
    }
}

/// The short form *tokens left, on which day*, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftForm {
    /// Of which team; `None`: of the common pool.
    pub pool: Option<String>,
    /// Tokens left.
    pub tokens: String,
    /// The day at whose end.
    pub day: String,
}

impl LeftForm {
    /// The change it stands for, once both fields can be read.
    pub fn edit(&self) -> Option<Edit> {
        Some(Edit::TokensLeft {
            pool: self.pool.clone(),
            tokens: tokens_field(&self.tokens).good()?,
            day: day_field(&self.day).good()?,
        })
    }
}

/// The short form of a purchase, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoughtForm {
    /// For which team; `None`: for all of them.
    pub pool: Option<String>,
    /// Tokens bought.
    pub tokens: String,
    /// What they cost in all; may be empty.
    pub price: String,
    /// The first day.
    pub start: String,
    /// The last day.
    pub end: String,
}

impl BoughtForm {
    /// The change it stands for, once everything can be read.
    pub fn edit(&self) -> Option<Edit> {
        let price = match price_field(&self.price) {
            Field::Empty => None,
            Field::Good(price) => Some(price),
            Field::Bad(_) => return None,
        };
        let start = day_field(&self.start);
        let end = end_field(&self.end, &start).good()?;
        Some(Edit::TokensBought {
            pool: self.pool.clone(),
            tokens: bought_field(&self.tokens).good()?,
            price,
            start: start.good()?,
            end,
        })
    }
}

/// A stretch of time, as typed: both ends may be open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeriodForm {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

impl PeriodForm {
    /// Both ends, or what is wrong with them, as a sentence.
    pub fn days(&self) -> Result<(Option<Day>, Option<Day>), String> {
        let from = day_field(&self.from);
        match (end_field(&self.to, &from), from) {
            (Field::Bad(problem), _) | (_, Field::Bad(problem)) => Err(problem),
            (to, from) => Ok((from.good(), to.good())),
        }
    }
}

/// A number as it is typed into a field, so that a stored value can be edited on.
pub fn typed_number(micros: i64) -> String {
    let text = format!("{:.6}", micros as f64 / engine::usage::MICRO as f64);
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// A price as it is typed: with hundredths.
pub fn typed_price(price: Money) -> String {
    let text = typed_number(price.0);
    match text.split_once('.') {
        None => text,
        Some((_, fraction)) if fraction.len() == 1 => format!("{text}0"),
        Some(_) => text,
    }
}
