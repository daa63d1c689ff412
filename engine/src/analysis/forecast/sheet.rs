//! A monthly sheet, what many admins keep by hand and the source article's table: its use by day, its
//! tiers and its months. There are no days in it: a straight line with an honest range must do.

use super::months::{MonthRow, line_through};
use super::outlook::DayRange;
use super::pool::Tier;
use super::term::{Allowance, Term};
use crate::usage::{Day, Month, Tokens};
use std::collections::BTreeMap;

/// A range is never narrower than a tenth of the pace to either side: months hide their weeks.
const PACE_RANGE_MIN: f64 = 0.1;
/// Beyond ten years a line says nothing.
const LINE_DAYS_MAX: f64 = 3_660.0;
/// How far a middle value may be off, eight times of ten, in standard deviations that were
/// themselves estimated from 1, 2, 3 … more values than one (Student's t, 90 %).
const STUDENT_T: [f64; 6] = [3.078, 1.886, 1.638, 1.533, 1.476, 1.440];

/// The use of a sheet as if the tokens of each row had fallen evenly on the days that it covers: those
/// since the row before, so that a month that is not listed is no month without use.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetDays {
    /// The day of `tokens[0]`.
    pub first: Day,
    /// Tokens by day up to the last month's end.
    pub tokens: Vec<Tokens>,
    /// From here on it is known which days a row covers: a running total that begins in the midst of a
    /// term tells of earlier days too.
    pub known_from: Day,
    /// Tokens a day of the rows from there on.
    paces: Vec<f64>,
}

impl SheetDays {
    /// The days of a sheet; `None` where it is empty.
    pub fn of(months: &BTreeMap<Month, Tokens>, term: Option<Term>) -> Option<SheetDays> {
        let first = months.keys().next()?.first_day();
        let begins_term = term.is_none_or(|term| term.start.month() == first.month());
        let skips_first = !begins_term && months.len() > 1;
        let mut days = SheetDays { first, tokens: Vec::new(), known_from: first, paces: Vec::new() };
        for (number, (month, tokens)) in months.iter().enumerate() {
            let covered = i64::from(days.end().days_until(month.last_day()) + 1);
            let up_to = |day: i64| tokens.scale_rounded(day, covered);
            days.tokens.extend((0..covered).map(|day| up_to(day + 1) - up_to(day)));
            if number == 0 && skips_first {
                days.known_from = days.end();
            } else {
                days.paces.push(tokens.to_f64() / covered as f64);
            }
        }
        Some(days)
    }

    /// The day after the last one.
    pub fn end(&self) -> Day {
        self.first.plus(self.tokens.len() as i32)
    }

    /// Tokens from one day to another, both counted.
    pub fn between(&self, from: Day, to: Day) -> Tokens {
        let index = |day: Day| (self.first.days_until(day).max(0) as usize).min(self.tokens.len());
        let (from, to) = (index(from), index(to.plus(1)));
        self.tokens[from.min(to)..to].iter().copied().sum()
    }

    /// By how many times the next pace may be faster or slower than the last one, eight times of ten.
    pub fn pace_factor(&self) -> f64 {
        let paces = self.paces.iter().filter(|pace| **pace > 0.0).map(|pace| libm::log(*pace));
        let paces: Vec<f64> = paces.collect();
        let least = 1.0 + PACE_RANGE_MIN;
        if paces.len() < 2 {
            return least;
        }
        let count = paces.len() as f64;
        let mean = paces.iter().sum::<f64>() / count;
        let squares: f64 = paces.iter().map(|pace| (pace - mean) * (pace - mean)).sum();
        let deviation = libm::sqrt(squares / (count - 1.0) * (1.0 + 1.0 / count));
        let student = STUDENT_T.get(paces.len() - 2).copied().unwrap_or(1.4);
        libm::exp(student * deviation).max(least)
    }

    /// When so many percent of the term's tokens are used: in the sheet, else ahead at an early, a middle
    /// and a late pace, by day from the sheet's end on.
    pub fn tier(&self, allowance: &Allowance, percent: f64, ahead: [&[Tokens]; 3]) -> Tier {
        let reached = self.crossed(allowance, percent, &[]);
        let [p10, p50, p90] = ahead.map(|ahead| self.crossed(allowance, percent, ahead));
        let ahead = if reached.is_some() { DayRange::default() } else { DayRange { p10, p50, p90 } };
        Tier { percent, reached, ahead }
    }

    fn crossed(&self, allowance: &Allowance, percent: f64, ahead: &[Tokens]) -> Option<Day> {
        let mut used = Tokens::ZERO;
        for (index, tokens) in self.tokens.iter().chain(ahead).enumerate() {
            let day = self.first.plus(index as i32);
            if day < allowance.term.start || allowance.term.end < day {
                continue;
            }
            used += *tokens;
            let is_known = allowance.total(day).is_positive();
            if is_known && used.to_f64() >= allowance.needed(percent, day) {
                return Some(day);
            }
        }
        None
    }

    /// The months of the term, or without one all of them; those ahead with the range of their paces.
    pub fn months(
        &self,
        term: Option<Term>,
        allowance: Option<&Allowance>,
        ahead: [&[Tokens]; 3],
        run_out: Option<Day>,
    ) -> Vec<MonthRow> {
        let from = term.map_or(self.first, |term| term.start.max(self.first));
        let last = term.map_or(Day(i32::MAX), |term| term.end);
        let until = self.end().plus(ahead[1].len() as i32 - 1).min(last);
        let mut rows: Vec<MonthRow> = Vec::new();
        let [mut early, mut cumulative, mut late] = [Tokens::ZERO; 3];
        for number in (from.month().0..=until.month().0).filter(|_| from <= until) {
            let month = Month(number);
            let (start, to) = (month.first_day().max(from), month.last_day().min(until));
            let past = self.between(start, to);
            let part = |ahead: &[Tokens]| {
                let index = |day: Day| (self.end().days_until(day).max(0) as usize).min(ahead.len());
                ahead[index(start)..index(to.plus(1))].iter().copied().sum::<Tokens>()
            };
            let [fast, middle, slow] = ahead.map(part);
            early += past + fast;
            cumulative += past + middle;
            late += past + slow;
            let total = allowance.map(|allowance| allowance.total(to).to_f64()).filter(|total| *total > 0.0);
            let forecast = self.end() <= to;
            rows.push(MonthRow {
                month,
                to,
                tokens: past + middle,
                cumulative,
                cumulative_range: (late.min(cumulative), early.max(cumulative)),
                cumulative_percent: total.map(|total| cumulative.to_f64() / total * 100.0),
                forecast,
                projected_run_out: run_out.filter(|_| forecast),
            });
        }
        for index in (0..rows.len()).filter(|index| self.end() > rows[*index].to).collect::<Vec<_>>() {
            rows[index].projected_run_out = line_through(&rows, index, from, allowance);
        }
        rows
    }
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
