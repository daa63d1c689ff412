//! Days far above what they should be, and steady climbs.

use super::period::Period;
use super::stats::{mann_kendall_p, median, theil_sen};
use crate::usage::{Day, Entry, Log, Tokens};
use std::collections::BTreeMap;

/// Weeks before and after a day that say what its weekday usually brings.
const WEEKS_AROUND: usize = 4;
/// How far above the expected, in robust standard deviations, a day is a spike.
const SPIKE_DEVIATIONS_MIN: f64 = 4.5;
/// A spike is at least so many times the expected.
const SPIKE_FACTOR_MIN: f64 = 1.5;
/// And at least so many tokens above it: three charges of a dear product.
const SPIKE_TOKENS_MIN: f64 = 30.0;
/// Tokens of one charge, for the spread that chance alone gives a day.
const TOKENS_PER_CHARGE: f64 = 10.0;
/// A standard deviation in median absolute deviations, for normal values.
const DEVIATIONS_PER_MAD: f64 = 1.4826;
/// Weeks that a climb is looked for in.
const CLIMB_WEEKS_MAX: usize = 26;
/// Weeks on each side of a step that make a level.
const STEP_WEEKS_MIN: usize = 3;
/// Fewer weeks say nothing of a climb.
const CLIMB_WEEKS_MIN: usize = 10;
/// The chance with which a level series would look like a climb.
const CLIMB_P_MAX: f64 = 0.005;
/// A climb that matters: so much of the usual week over the weeks looked at.
const CLIMB_SHARE_MIN: f64 = 0.15;

/// A day far above what its weekday and its time would give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spike {
    /// Which.
    pub day: Day,
    /// What was used.
    pub tokens: Tokens,
    /// What same weekdays of the weeks around used: the larger of the medians before and after, so
    /// that a step to a new level is no spike.
    pub expected: Tokens,
}

/// How weekly tokens changed lately.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Climb {
    /// Theil–Sen slope: tokens a week, more every week.
    pub tokens_per_week_per_week: f64,
    /// The median week.
    pub tokens_per_week: f64,
    /// Weeks looked at.
    pub weeks: usize,
    /// Mann–Kendall says that chance hardly does this, and it is large enough to matter.
    pub significant: bool,
}

/// The spikes of a daily series, `days[0]` on `first`, in the order of time.
///
/// Robust throughout: medians of the same weekday, and the spread from the median absolute
/// deviation, never below what charges by chance would give.
pub fn spikes(first: Day, days: &[Tokens]) -> Vec<Spike> {
    let values: Vec<f64> = days.iter().map(|tokens| tokens.to_f64()).collect();
    let expected: Vec<Option<f64>> = (0..values.len()).map(|i| expected_on(&values, i)).collect();
    let spread: Vec<f64> = (0..7.min(values.len())).map(|phase| spread(&values, &expected, phase)).collect();
    let mut found = Vec::new();
    for (index, (&value, expected)) in values.iter().zip(&expected).enumerate() {
        let Some(expected) = *expected else { continue };
        let by_chance = libm::sqrt(expected.max(TOKENS_PER_CHARGE) * TOKENS_PER_CHARGE);
        let above = value - expected;
        if above >= SPIKE_TOKENS_MIN
            && value >= SPIKE_FACTOR_MIN * expected
            && above > SPIKE_DEVIATIONS_MIN * by_chance.max(spread[index % 7])
        {
            found.push(Spike {
                day: first.plus(index as i32),
                tokens: days[index],
                expected: Tokens::from_f64(expected),
            });
        }
    }
    found
}

/// What a day's weekday brings in the weeks around: the larger of the medians before and after.
/// `None` where fewer than three such weeks are known.
fn expected_on(values: &[f64], index: usize) -> Option<f64> {
    let before: Vec<f64> =
        (1..=WEEKS_AROUND).filter_map(|week| index.checked_sub(7 * week)).map(|i| values[i]).collect();
    let after: Vec<f64> =
        (1..=WEEKS_AROUND).filter_map(|week| values.get(index + 7 * week)).copied().collect();
    if before.len() + after.len() < 3 {
        return None;
    }
    // One or two weeks on one side are no level to compare with.
    let of = |side: &[f64]| if side.len() >= 2 { median(side) } else { None };
    match (of(&before), of(&after)) {
        (Some(before), Some(after)) => Some(before.max(after)),
        (one, other) => one.or(other),
    }
}

/// The robust standard deviation of one weekday around what was expected.
fn spread(values: &[f64], expected: &[Option<f64>], phase: usize) -> f64 {
    let deviations: Vec<f64> = values
        .iter()
        .zip(expected)
        .skip(phase)
        .step_by(7)
        .filter_map(|(value, expected)| expected.map(|expected| (value - expected).abs()))
        .collect();
    median(&deviations).map_or(0.0, |mad| mad * DEVIATIONS_PER_MAD)
}

/// The climb (or fall) of the last complete weeks of a daily series whose last day is complete.
/// `None` where fewer than ten weeks are known.
pub fn climb(days: &[Tokens]) -> Option<Climb> {
    let mut weeks: Vec<f64> = days
        .rchunks_exact(7)
        .take(CLIMB_WEEKS_MAX)
        .map(|week| week.iter().map(|tokens| tokens.to_f64()).sum())
        .collect();
    weeks.reverse();
    climb_of_weeks(&weeks)
}

/// The climb of weekly sums, oldest first. `None` where fewer than ten weeks are known.
fn climb_of_weeks(weeks: &[f64]) -> Option<Climb> {
    if weeks.len() < CLIMB_WEEKS_MIN {
        return None;
    }
    let slope = theil_sen(weeks)?;
    let usual = median(weeks)?;
    let change = slope.abs() * weeks.len() as f64;
    let matters = change >= CLIMB_SHARE_MIN * usual && change >= SPIKE_TOKENS_MIN;
    Some(Climb {
        tokens_per_week_per_week: slope,
        tokens_per_week: usual,
        weeks: weeks.len(),
        significant: matters && mann_kendall_p(weeks) < CLIMB_P_MAX && !is_step(weeks, slope),
    })
}

/// Whether one step explains the weeks at least as well as the line: a change that came once is no
/// climb. Both are judged by the squares they leave.
fn is_step(weeks: &[f64], slope: f64) -> bool {
    let squares = |values: &[f64]| {
        let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
        values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>()
    };
    let flat: Vec<f64> = weeks.iter().enumerate().map(|(week, value)| value - slope * week as f64).collect();
    // A week or two at an end are no level of their own.
    let steps = STEP_WEEKS_MIN..=weeks.len().saturating_sub(STEP_WEEKS_MIN);
    let best = steps.map(|at| squares(&weeks[..at]) + squares(&weeks[at..])).min_by(f64::total_cmp);
    best.is_some_and(|best| best <= squares(&flat))
}

/// The significant climbs of every product, team or person: whose `index_of` an entry is. In the
/// order of indices.
pub fn climbs_of(log: &Log, period: &Period, index_of: fn(&Entry) -> u32) -> Vec<(u32, Climb)> {
    let weeks = (period.first.days_until(period.as_of) + 1).max(0) as usize / 7;
    let weeks = weeks.min(CLIMB_WEEKS_MAX);
    let mut sums: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
    for entry in log.standing() {
        let weeks_ago = entry.day.days_until(period.as_of).div_euclid(7);
        if let Some(week) = usize::try_from(weeks_ago).ok().and_then(|ago| weeks.checked_sub(ago + 1)) {
            let of_index = sums.entry(index_of(entry)).or_insert_with(|| vec![0.0; weeks]);
            of_index[week] += entry.tokens.to_f64();
        }
    }
    sums.into_iter()
        .filter_map(|(index, weeks)| climb_of_weeks(&weeks).map(|climb| (index, climb)))
        .filter(|(_, climb)| climb.significant)
        .collect()
}
