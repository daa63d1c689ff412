//! The monthly sheet that many keep by hand: a month and its tokens, or a running total.

use super::cells::Cells;
use super::columns::Field;
use super::dates;
use super::findings;
use super::numbers::Number;
use super::question::{MonthlyTokens, Question, Sample, Subject};
use super::readings::Both;
use super::settle::{Settled, Value};
use super::sheet::Sheet;
use super::text::{fold, trim};
use crate::usage::{Day, FileRows, MonthRow, Tokens};

/// The two things that the tokens can be.
const MONTH_READINGS: [&str; 2] = ["the tokens of each month", "a running total"];
const SAMPLES: usize = 3;

/// Reads a month, as its first day; or a day, which stands for its month.
pub fn read(text: &str) -> Both<Day> {
    let text = trim(text);
    let day = dates::read(text);
    if day != [None, None] {
        return day.map(|day| day.map(|day| day.month().first_day()));
    }
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let day = match parts[..] {
        [first, second] => year_and_month(first, second).or_else(|| year_and_month(second, first)),
        // 2026 July, Jul 26 and the like with a word between: “juillet de 2026”.
        [first, middle, last] if ["de", "del", "of"].contains(&fold(middle).as_str()) => {
            year_and_month(last, first)
        }
        [only] if only.len() == 6 && only.bytes().all(|b| b.is_ascii_digit()) => {
            year_and_month(&only[..4], &only[4..])
        }
        _ => None,
    };
    [day, day]
}

fn year_and_month(year: &str, month: &str) -> Option<Day> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let named = dates::month_named(month);
    let year = match year.len() {
        4 if is_digits(year) => year.parse().ok()?,
        // Two digits are a year only beside a month's name.
        2 if is_digits(year) && named.is_some() => 2000 + year.parse::<i32>().ok()?,
        _ => return None,
    };
    let month = match named {
        Some(month) => month,
        None if is_digits(month) && month.len() <= 2 => month.parse().ok()?,
        None => return None,
    };
    let day = Day::from_ymd(year, month, 1)?;
    (crate::usage::DAY_MIN..=crate::usage::DAY_MAX).contains(&day).then_some(day)
}

/// Settles a monthly sheet.
pub fn settle(sheet: Sheet) -> Settled {
    let month_field = if sheet.columns.has(Field::Month) { Field::Month } else { Field::Day };
    let has_tokens = sheet.columns.has(Field::Tokens);
    let amount = if has_tokens { Field::Tokens } else { Field::RunningTotal };
    let choice = sheet.choices.months;
    let mut cells = Cells::of(sheet);
    let mut usable = FileRows::default();
    let mut rows: Vec<(usize, MonthRow)> = Vec::new();
    for row in 0..cells.rows() {
        let Value::Is(day) = cells.day(row, month_field) else {
            cells.leave_out_for_day(row, month_field);
            continue;
        };
        let Value::Is(Number::Tokens(tokens)) = cells.number(row, amount) else {
            cells.leave_out_for_number(row, amount);
            continue;
        };
        let pool = usable.pools.intern(&cells.text(row, Field::Team));
        let line = cells.line(row);
        rows.push((row, MonthRow { pool, month: day.month(), tokens, line }));
    }
    rows.sort_by_key(|(_, row)| (row.pool, row.month, row.line));
    let form = match (has_tokens, choice) {
        (false, _) => Some(MonthlyTokens::RunningTotal),
        (true, Some(chosen)) => Some(chosen),
        (true, None) => decide(&rows, &stated_totals(&cells)),
    };
    match form {
        Some(form) => usable.months = per_month(rows, form),
        None => {
            let question = question(cells.name(amount), &rows);
            cells.report(findings::ambiguous("ambiguous_months", &question, rows.len() as u64));
            cells.months_question = Some(question);
            cells.left_out += rows.len() as u64;
            cells.tokens_left_out += rows.iter().map(|(_, row)| row.tokens).sum();
        }
    }
    if form != Some(MonthlyTokens::PerMonth) {
        cells.sheet.totals.clear();
    }
    cells.settled(usable)
}

/// What totals lines say.
fn stated_totals(cells: &Cells) -> Vec<Tokens> {
    let read = |text: &String| super::numbers::read(text).into_iter().flatten().next();
    let tokens = |number| match number {
        Number::Tokens(tokens) => Some(tokens),
        Number::BeyondLimit(_) => None,
    };
    cells.sheet.totals.iter().filter_map(|line| read(&line.text).and_then(tokens)).collect()
}

/// A running total never falls within a pool; where nothing falls, a totals line may still tell.
fn decide(rows: &[(usize, MonthRow)], totals: &[Tokens]) -> Option<MonthlyTokens> {
    let pairs = || rows.windows(2).filter(|pair| pair[0].1.pool == pair[1].1.pool);
    let falls = pairs().filter(|pair| pair[1].1.tokens < pair[0].1.tokens).count();
    let is_twice = pairs().any(|pair| pair[0].1.month == pair[1].1.month);
    let sum: Tokens = rows.iter().map(|(_, row)| row.tokens).sum();
    let last = rows.last().map(|(_, row)| row.tokens);
    // A running total that starts anew each term falls too, but then it also climbs for months.
    if falls * 6 > pairs().count() || is_twice || pairs().next().is_none() || totals.contains(&sum) {
        return Some(MonthlyTokens::PerMonth);
    }
    if last.is_some_and(|last| totals.contains(&last)) {
        return Some(MonthlyTokens::RunningTotal);
    }
    None
}

fn question(column: &str, rows: &[(usize, MonthRow)]) -> Question {
    let mut before = Tokens::ZERO;
    let samples = rows.iter().take(SAMPLES).map(|(_, row)| {
        let own = row.tokens - before;
        before = row.tokens;
        Sample {
            text: format!("{}: {}", row.month, row.tokens.to_f64()),
            readings: [row.tokens, own].map(|tokens| format!("{} in the month", tokens.to_f64())),
        }
    });
    Question {
        subject: Subject::Months,
        column: column.to_string(),
        readings: MONTH_READINGS,
        contradiction: None,
        samples: samples.collect(),
    }
}

fn per_month(rows: Vec<(usize, MonthRow)>, form: MonthlyTokens) -> Vec<MonthRow> {
    let mut before: Option<MonthRow> = None;
    let mut months: Vec<MonthRow> = rows
        .into_iter()
        .map(|(_, row)| {
            let same_pool = before.filter(|before| before.pool == row.pool);
            before = Some(row);
            let tokens = match (form, same_pool) {
                // Where the total falls, a new term began.
                (MonthlyTokens::RunningTotal, Some(before)) if before.tokens <= row.tokens => {
                    row.tokens - before.tokens
                }
                _ => row.tokens,
            };
            MonthRow { tokens, ..row }
        })
        .collect();
    months.sort_by_key(|row| row.line);
    months
}
