//! What the texts of a column say in the end, and those of which it cannot be told.

use super::date_columns;
use super::numbers::Number;
use super::question::Sample;
use super::readings::{Both, Tally, Verdict};
use super::seen::Seen;
use super::text::trim;
use crate::usage::{Day, Tokens};

/// The two ways to read days.
pub const DAY_READINGS: [&str; 2] = ["the day first", "the month first"];
/// The two ways to read numbers.
pub const NUMBER_READINGS: [&str; 2] = ["a decimal point", "a decimal comma"];

/// Cells that a question shows.
const SAMPLES: usize = 3;

/// What a text says in the end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<T> {
    /// This.
    Is(T),
    /// There is nothing.
    Blank,
    /// It can be read in neither way.
    Unreadable,
    /// It can be read, but not in this way, which fits the column.
    NotIn(usize),
    /// It says different things in the two ways.
    Ambiguous,
    /// It is a day far beyond all others.
    Far,
}

/// The values of all texts, by number.
pub fn values<T: Copy + PartialEq>(texts: &[Option<Both<T>>], verdict: Verdict) -> Vec<Value<T>> {
    let value = |both: &Option<Both<T>>| {
        let Some(both) = *both else { return Value::Blank };
        match verdict.value(both) {
            Some(value) => Value::Is(value),
            None if both == [None, None] => Value::Unreadable,
            None if verdict.is_open() => Value::Ambiguous,
            None => Value::NotIn(verdict.way()),
        }
    };
    texts.iter().map(value).collect()
}

/// Counts the rows of a column by what their texts say in the two ways.
pub fn tally<T: Copy + PartialEq>(texts: &[Option<Both<T>>], rows: &[u64]) -> Tally {
    let mut tally = Tally::default();
    for (both, rows) in texts.iter().zip(rows) {
        if let Some(both) = both {
            tally.count(both, *rows);
        }
    }
    tally
}

/// What rows add up to if their numbers are read in one of the ways.
pub fn sum(texts: &[Option<Both<Number>>], rows: &[u64], way: usize) -> Tokens {
    let tokens = |(both, rows): (&Option<Both<Number>>, &u64)| match (*both)?[way]? {
        Number::Tokens(tokens) => {
            Some(Tokens(tokens.0.saturating_mul(i64::try_from(*rows).unwrap_or(i64::MAX))))
        }
        Number::BeyondLimit(_) => None,
    };
    texts.iter().zip(rows).filter_map(tokens).sum()
}

/// The last day, where others are far beyond it.
pub fn last_day(days: &[Value<Day>], rows: &[u64]) -> Option<Day> {
    let with_rows = |(value, rows): (&Value<Day>, &u64)| match value {
        Value::Is(day) => Some((*day, *rows)),
        _ => None,
    };
    date_columns::last_before_far(days.iter().zip(rows).filter_map(with_rows).collect())
}

/// The values of days without those beyond the last.
pub fn days_until(last: Option<Day>, mut days: Vec<Value<Day>>) -> Vec<Value<Day>> {
    if let Some(last) = last {
        let is_beyond = |value: &&mut Value<Day>| matches!(value, Value::Is(day) if *day > last);
        days.iter_mut().filter(is_beyond).for_each(|value| *value = Value::Far);
    }
    days
}

/// A cell for each of the two ways, where a column contradicts itself.
pub fn contradiction<T: Copy + PartialEq>(
    seen: &Seen<Option<Both<T>>>,
    texts: &[Option<Both<T>>],
    verdict: Verdict,
) -> Option<[String; 2]> {
    if verdict != Verdict::Contradicted {
        return None;
    }
    // Where no cell is read in one way alone, one that is read in both stands for it.
    let find = |is_one: &dyn Fn(&Both<T>) -> bool| {
        let number = texts.iter().position(|both| both.as_ref().is_some_and(is_one))?;
        Some(trim(&seen.text(number as u32)).to_string())
    };
    let of = |way: usize| {
        find(&|both| both[way].is_some() && both[1 - way].is_none())
            .or_else(|| find(&|both| both[way].is_some() && both[0] != both[1]))
    };
    Some([of(0)?, of(1)?])
}

/// A number in a question.
pub fn show_number(number: Number) -> String {
    match number {
        Number::Tokens(tokens) => tokens.to_f64().to_string(),
        Number::BeyondLimit(_) => "too many".to_string(),
    }
}

/// The first texts of which it cannot be told what they say.
pub fn samples<T: Copy + PartialEq>(
    seen: &Seen<Option<Both<T>>>,
    texts: &[Option<Both<T>>],
    verdict: Verdict,
    show: impl Fn(T) -> String,
) -> Vec<Sample> {
    let open = |(number, both): (usize, &Option<Both<T>>)| {
        let both = (*both)?;
        let show = |value: Option<T>| value.map_or("nothing".to_string(), &show);
        (both != [None, None] && verdict.value(both).is_none())
            .then(|| Sample { text: trim(&seen.text(number as u32)).to_string(), readings: both.map(show) })
    };
    texts.iter().enumerate().filter_map(open).take(SAMPLES).collect()
}

/// The tokens of a row that states more than one may.
pub fn beyond_limit(number: Value<Number>) -> Tokens {
    match number {
        Value::Is(Number::BeyondLimit(Some(tokens))) => tokens,
        _ => Tokens::ZERO,
    }
}
