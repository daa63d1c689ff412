//! The article's table: month, tokens, cumulative percent, projected run-out; past and ahead.

use super::outlook::{Outlook, TokenRange};
use super::term::{Allowance, Term};
use crate::analysis::pools::PoolAnalysis;
use crate::usage::{Day, Month, Tokens};

/// A line through use looks back over so many rows.
const LINE_MONTHS: usize = 3;

/// One month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthRow {
    /// Which.
    pub month: Month,
    /// The last day counted in it: its own, or the term's.
    pub to: Day,
    /// Tokens used, or the middle of what will be.
    pub tokens: Tokens,
    /// Tokens used since the first row, up to and with this one.
    pub cumulative: Tokens,
    /// The range of that; equal ends for past months.
    pub cumulative_range: (Tokens, Tokens),
    /// That as a part of the term's tokens, in percent; `None` where they are not known.
    pub cumulative_percent: Option<f64>,
    /// A part of it, or all, lies ahead.
    pub forecast: bool,
    /// For a past month: the day on which a straight line through it and the three months before
    /// uses up the term's tokens. For one ahead: the middle of the forecast.
    pub projected_run_out: Option<Day>,
}

/// The months from the day after `as_of` to a last day, each with the last day counted in it.
pub fn months_ahead(as_of: Day, last: Day) -> Vec<(Month, Day)> {
    if last <= as_of {
        return Vec::new();
    }
    let (first, end) = (as_of.plus(1).month(), last.month());
    (first.0..=end.0).map(|number| (Month(number), Month(number).last_day().min(last))).collect()
}

/// The table. It begins with the term, or without one with the first use.
pub fn month_rows(
    pool: &PoolAnalysis,
    as_of: Day,
    term: Option<Term>,
    allowance: Option<&Allowance>,
    ahead: &[(Month, Day)],
    outlook: Option<&Outlook>,
    used_before_balance: f64,
) -> Vec<MonthRow> {
    let Some(from) = term.map(|term| term.start).or(pool.first_use) else { return Vec::new() };
    let until = term.map_or(as_of, |term| term.end.min(as_of));
    let mut rows: Vec<MonthRow> = Vec::new();
    let percent = |tokens: Tokens, day: Day| {
        let total = allowance.map(|allowance| allowance.total(day).to_f64()).filter(|total| *total > 0.0);
        total.map(|total| tokens.to_f64() / total * 100.0)
    };
    let mut cumulative = Tokens::ZERO;
    // Of a term that lies ahead nothing has passed.
    for number in (from.month().0..=until.month().0).filter(|_| from <= until) {
        let month = Month(number);
        let to = month.last_day().min(until);
        let tokens = pool.used_between(month.first_day().max(from), to);
        cumulative += tokens;
        // A month that is still running gets its row below, unless nothing can be said about it.
        if to < month.last_day() && outlook.is_some() && ahead.first().is_some_and(|(m, _)| *m == month) {
            continue;
        }
        rows.push(MonthRow {
            month,
            to,
            tokens,
            cumulative,
            cumulative_range: (cumulative, cumulative),
            cumulative_percent: percent(cumulative, to),
            forecast: false,
            projected_run_out: None,
        });
    }
    for index in 0..rows.len() {
        rows[index].projected_run_out = line_through(&rows, index, from, allowance);
    }
    let Some(outlook) = outlook else { return rows };
    for ((month, to), used) in ahead.iter().zip(&outlook.used_by).filter(|((_, to), _)| from <= *to) {
        let before = rows.last().map_or(Tokens::ZERO, |row| row.cumulative);
        let TokenRange { p10, p50, p90 } = *used;
        let sum = |ahead: f64| cumulative + Tokens::from_f64(ahead + used_before_balance);
        rows.push(MonthRow {
            month: *month,
            to: *to,
            tokens: sum(p50) - before,
            cumulative: sum(p50),
            cumulative_range: (sum(p10), sum(p90)),
            cumulative_percent: percent(sum(p50), *to),
            forecast: true,
            projected_run_out: if pool.knows_balance { outlook.run_out.p50 } else { None },
        });
    }
    rows
}

/// The day on which the line through a row and the one three rows before uses everything up.
pub fn line_through(
    rows: &[MonthRow],
    index: usize,
    from: Day,
    allowance: Option<&Allowance>,
) -> Option<Day> {
    let row = &rows[index];
    let total = allowance?.total(row.to).to_f64();
    let before = index.checked_sub(LINE_MONTHS).map(|before| &rows[before]);
    let (day, used) = before.map_or((from.plus(-1), 0.0), |before| (before.to, before.cumulative.to_f64()));
    let pace = (row.cumulative.to_f64() - used) / f64::from(day.days_until(row.to).max(1));
    super::sheet::line_end(row.to, row.cumulative.to_f64(), pace, total)
}
