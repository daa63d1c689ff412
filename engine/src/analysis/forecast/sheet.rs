//! A rough run-out from a monthly sheet: what many admins keep by hand, and the source article's
//! table. Months are too few for the forecast; a straight line with an honest range must do.

use super::term::Term;
use crate::usage::{Day, Month, Tokens};

/// A range is never narrower than a tenth of the pace to either side: months hide their weeks.
const PACE_RANGE_MIN: f64 = 0.1;
/// Beyond ten years a line says nothing.
const LINE_DAYS_MAX: f64 = 3_660.0;
/// How far a middle value may be off, eight times of ten, in standard deviations that were
/// themselves estimated from 1, 2, 3 … more values than one (Student's t, 90 %).
const STUDENT_T: [f64; 6] = [3.078, 1.886, 1.638, 1.533, 1.476, 1.440];

/// One row of the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SheetRow {
    /// Which month's end.
    pub month: Month,
    /// Tokens used up to it.
    pub cumulative: Tokens,
    /// As a part of all tokens, in percent.
    pub percent: f64,
    /// Tokens a day since the row before.
    pub tokens_per_day: f64,
}

/// What a monthly sheet says.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The rows, by month.
    pub rows: Vec<SheetRow>,
    /// The day on which the line through the last two rows uses everything up.
    pub run_out: Option<Day>,
    /// The same if use is as fast as an early one in ten.
    pub early: Option<Day>,
    /// The same if it is as slow as a late one in ten.
    pub late: Option<Day>,
}

/// A rough run-out from running totals at month ends. `total` are the term's tokens. Needs two rows,
/// the second later and larger than the first.
pub fn rough_from_months(running: &[(Month, Tokens)], total: Tokens, term: Term) -> Sheet {
    let mut sorted = running.to_vec();
    sorted.sort_unstable_by_key(|(month, _)| *month);
    sorted.dedup_by_key(|(month, _)| *month);
    let (mut day, mut used) = (term.start.plus(-1), 0.0);
    let mut rows = Vec::with_capacity(sorted.len());
    for (month, cumulative) in sorted {
        let (end, now) = (month.last_day(), cumulative.to_f64());
        let days = f64::from(day.days_until(end).max(1));
        let percent = if total.is_positive() { now / total.to_f64() * 100.0 } else { 0.0 };
        rows.push(SheetRow { month, cumulative, percent, tokens_per_day: (now - used) / days });
        (day, used) = (end, now);
    }
    let (Some(last), true) = (rows.last().copied(), rows.len() >= 2) else {
        return Sheet { rows, run_out: None, early: None, late: None };
    };
    let spread = pace_spread(&rows);
    let at = |factor: f64| line_end(day, used, last.tokens_per_day * factor, total.to_f64());
    let factor = libm::exp(spread);
    Sheet { run_out: at(1.0), early: at(factor), late: at(1.0 / factor), rows }
}

/// How far the next pace may be from the last one, as a difference of logarithms.
fn pace_spread(rows: &[SheetRow]) -> f64 {
    let paces: Vec<f64> =
        rows.iter().filter(|row| row.tokens_per_day > 0.0).map(|row| libm::log(row.tokens_per_day)).collect();
    let least = libm::log(1.0 + PACE_RANGE_MIN);
    if paces.len() < 2 {
        return least;
    }
    let count = paces.len() as f64;
    let mean = paces.iter().sum::<f64>() / count;
    let squares: f64 = paces.iter().map(|pace| (pace - mean) * (pace - mean)).sum();
    let deviation = libm::sqrt(squares / (count - 1.0) * (1.0 + 1.0 / count));
    let student = STUDENT_T.get(paces.len() - 2).copied().unwrap_or(1.4);
    (student * deviation).max(least)
}

/// The first day by which a line from `used` tokens at the end of `day` passes `total`.
pub fn line_end(day: Day, used: f64, tokens_per_day: f64, total: f64) -> Option<Day> {
    if used >= total {
        return Some(day);
    }
    let days = (total - used) / tokens_per_day;
    // A pace of nothing, or back, never ends.
    (tokens_per_day > 0.0 && days <= LINE_DAYS_MAX).then(|| day.plus(libm::ceil(days) as i32))
}
