//! The monthly sheet that many keep by hand: a month and its tokens, or a running total.

use super::cells::Cells;
use super::columns::{Columns, Field};
use super::dates;
use super::findings;
use super::numbers::Number;
use super::question::{MonthlyTokens, Question, Sample, Subject};
use super::readings::Both;
use super::settle::Settled;
use super::sheet::Sheet;
use super::text::{fold, trim};
use super::values::Value;
use crate::usage::{Day, FileRows, Month, MonthRow, Tokens};

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
    let stated = stated_form(&sheet.columns);
    let choice = sheet.choices.months;
    let mut cells = Cells::of(sheet);
    let mut usable = FileRows::default();
    let mut rows: Vec<(usize, MonthRow)> = Vec::new();
    for row in 0..cells.rows() {
        let Value::Is(day) = cells.day(row, month_field) else {
            cells.leave_out_for_day(row, month_field);
            continue;
        };
        let number = cells.number(row, amount);
        // Sheets list the months to come; there is nothing in them to be lost.
        if number == Value::Blank && cells.number(row, Field::RunningTotal) == Value::Blank {
            cells.not_rows += 1;
            continue;
        }
        let Value::Is(Number::Tokens(tokens)) = number else {
            cells.leave_out_for_number(row, amount);
            continue;
        };
        let pool = usable.pools.intern(&cells.text(row, Field::Team));
        let line = cells.line(row);
        rows.push((row, MonthRow { pool, month: day.month(), tokens, line }));
    }
    sort(&mut rows);
    let form = choice.filter(|_| has_tokens).or(stated).or_else(|| decide(&rows, &stated_totals(&cells)));
    match form {
        Some(form) => usable.months = per_month(rows, form),
        None => {
            let question = question(cells.name(amount), &rows);
            cells.report(findings::ambiguous(&question));
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

/// Names of columns that hold a running total though they call it tokens, folded.
#[rustfmt::skip]
const RUNNING: &[&str] = &[
    "runningtotal", "cumulative", "cumulated", "cumul", "todate", "yeartodate", "kumuliert", "aufgelaufen",
    "laufendesumme", "acumulad",
];

/// What the header says of the tokens: a column for the running total leaves the other for those of each month,
/// and beside persons stands what each of them used.
fn stated_form(columns: &Columns) -> Option<MonthlyTokens> {
    let name = fold(columns.name(Field::Tokens));
    match (columns.has(Field::Tokens), columns.has(Field::RunningTotal)) {
        (false, _) => Some(MonthlyTokens::RunningTotal),
        (true, true) => Some(MonthlyTokens::PerMonth),
        (true, false) if columns.names_people() => Some(MonthlyTokens::PerMonth),
        (true, false) => {
            RUNNING.iter().any(|word| name.contains(word)).then_some(MonthlyTokens::RunningTotal)
        }
    }
}

/// By pool and month. Several readings of one month stand in the order of the file, or against it where the
/// file's last month comes first.
fn sort(rows: &mut [(usize, MonthRow)]) {
    let months = rows.first().zip(rows.last()).map(|((_, first), (_, last))| (first.month, last.month));
    let is_downward = months.is_some_and(|(first, last)| first > last);
    rows.sort_by_key(|(_, row)| {
        let line = i64::from(row.line);
        (row.pool, row.month, if is_downward { -line } else { line })
    });
}

/// What totals lines say.
fn stated_totals(cells: &Cells) -> Vec<Tokens> {
    let way = cells.number_way();
    let read = |text: &String| super::numbers::read(text)[way];
    let tokens = |number| match number {
        Number::Tokens(tokens) => Some(tokens),
        Number::BeyondLimit(_) => None,
    };
    cells.sheet.totals.iter().filter_map(|line| read(&line.text).and_then(tokens)).collect()
}

/// What becomes of a running total from one reading to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// It grows.
    Climb,
    /// It falls by next to nothing: tokens were given back.
    Refund,
    /// It begins anew: a new term.
    Restart,
    /// It does what no running total does.
    Fall,
}

/// A fall of at most so many percent may be a refund.
const REFUND_PERCENT_MAX: i64 = 2;
/// A fall to at most so many percent may be the start of a new term.
const RESTART_PERCENT_MAX: i64 = 50;
/// Months from the start of one term to that of the next.
const TERM_MONTHS: i32 = 12;

fn step(before: Tokens, after: Tokens) -> Step {
    let share = |percent: i64| before.0 / 100 * percent;
    if after >= before {
        Step::Climb
    } else if after.0 <= share(RESTART_PERCENT_MAX) {
        Step::Restart
    } else if after.0 >= share(100 - REFUND_PERCENT_MAX) {
        Step::Refund
    } else {
        Step::Fall
    }
}

/// Whether the rows cannot be a running total, or a totals line tells what they are.
fn decide(rows: &[(usize, MonthRow)], totals: &[Tokens]) -> Option<MonthlyTokens> {
    let pairs = || rows.windows(2).filter(|pair| pair[0].1.pool == pair[1].1.pool);
    let steps: Vec<Step> = pairs().map(|pair| step(pair[0].1.tokens, pair[1].1.tokens)).collect();
    let count = |wanted: Step| steps.iter().filter(|step| **step == wanted).count();
    let sum: Tokens = rows.iter().map(|(_, row)| row.tokens).sum();
    let last = rows.last().map(|(_, row)| row.tokens);
    let is_no_running_total = steps.is_empty()
        || count(Step::Fall) > 0
        || count(Step::Refund) * 6 > steps.len()
        || restarts_too_often(rows);
    if is_no_running_total || totals.contains(&sum) {
        return Some(MonthlyTokens::PerMonth);
    }
    if last.is_some_and(|last| totals.contains(&last)) {
        return Some(MonthlyTokens::RunningTotal);
    }
    None
}

/// Whether terms would begin sooner than a year after the last.
fn restarts_too_often(rows: &[(usize, MonthRow)]) -> bool {
    let mut last: Option<MonthRow> = None;
    rows.windows(2).any(|pair| {
        let (before, after) = (pair[0].1, pair[1].1);
        if before.pool != after.pool || step(before.tokens, after.tokens) != Step::Restart {
            return false;
        }
        let is_too_early = last.is_some_and(|last| {
            last.pool == after.pool && months_between(last.month, after.month) < TERM_MONTHS - 1
        });
        last = Some(after);
        is_too_early
    })
}

fn months_between(earlier: Month, later: Month) -> i32 {
    let count = |month: Month| {
        let (year, month, _) = month.first_day().ymd();
        year * 12 + month as i32
    };
    count(later) - count(earlier)
}

fn question(column: &str, rows: &[(usize, MonthRow)]) -> Question {
    let mut before = None;
    let readings =
        rows.iter().map(|(_, row)| (row, [row.tokens, of_running_total(before.replace(*row), row)]));
    // The first month reads the same in both ways.
    let differing = readings.filter(|(_, [stated, own])| stated != own);
    let samples = differing.take(SAMPLES).map(|(row, readings)| Sample {
        text: format!("{}: {}", row.month, row.tokens.to_f64()),
        readings: readings.map(|tokens| format!("{} in the month", tokens.to_f64())),
    });
    Question {
        subject: Subject::Months,
        column: column.to_string(),
        readings: MONTH_READINGS,
        contradiction: None,
        rows: rows.len() as u64,
        samples: samples.collect(),
    }
}

/// The tokens since the reading before. Where the total falls to a part of what it was, a new term began; where it
/// falls by less, tokens were given back.
fn of_running_total(before: Option<MonthRow>, row: &MonthRow) -> Tokens {
    match before.filter(|before| before.pool == row.pool) {
        Some(before) if step(before.tokens, row.tokens) != Step::Restart => row.tokens - before.tokens,
        _ => row.tokens,
    }
}

fn per_month(rows: Vec<(usize, MonthRow)>, form: MonthlyTokens) -> Vec<MonthRow> {
    let mut before: Option<MonthRow> = None;
    let mut months: Vec<MonthRow> = rows
        .into_iter()
        .map(|(_, row)| {
            let before = before.replace(row);
            let tokens = match form {
                MonthlyTokens::RunningTotal => of_running_total(before, &row),
                MonthlyTokens::PerMonth => row.tokens,
            };
            MonthRow { tokens, ..row }
        })
        .collect();
    months.sort_by_key(|row| row.line);
    months
}
