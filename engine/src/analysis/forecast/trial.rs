//! Forecasts of the past: each made only from what was known on its day, then held against what
//! came. They tell how wide the ranges must be, and whether the burn rate does better here.

use super::dice::Dice;
use super::model::{Method, Model};
use super::weights::Past;
use crate::usage::Day;

/// Days from one past forecast to the next: whole weeks, so that weekdays do not matter.
pub const STEP_DAYS: usize = 28;
/// Futures of a past forecast: enough for its 80 % range.
const PATHS: usize = 500;
/// Days of the shorter sum that a method must be good at too.
const NEAR_DAYS: usize = 30;
/// How many past forecasts the ranges are learnt from.
const TRIALS_MAX: usize = 36;
/// The least and the most that ranges are stretched: beyond that the past is no guide.
const STRETCH_MIN: f64 = 0.5;
const STRETCH_MAX: f64 = 2.0;
/// A surprise beyond so many times the range is no measure of it.
const SURPRISE_MAX: f64 = STRETCH_MAX;

/// With few trials: ranges as the weeks' own scatter gives them, as if so many more had needed that.
const PRIOR: f64 = 1.0;
const PRIOR_WEIGHT: f64 = 4.0;

/// One past forecast of a sum of days, and what came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// How the level was found.
    pub method: Method,
    /// The last day that was known.
    pub origin: Day,
    /// The last day of the sum: what the plan says of later days does not matter here.
    pub to: Day,
    /// Days known then.
    pub known_days: usize,
    /// The whole sum.
    pub far: Sum,
    /// Its unstretched p10.
    pub low: f64,
    /// Its unstretched p90.
    pub high: f64,
    /// The first [`NEAR_DAYS`] of the same days.
    pub near: Sum,
}

/// A sum of days by both methods, and what came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum {
    /// The middle of the forecast total, in tokens.
    pub middle: f64,
    /// What the 28-day burn rate of that day gives.
    pub burn: f64,
    /// What came.
    pub actual: f64,
}

impl Trial {
    /// Forecasts the sum of the `days` days after the first `known` days of a past.
    fn of(past: Past<'_>, known: usize, method: Method, days: usize, seed: u64) -> Trial {
        let then = past.until(known);
        let model = Model::of(then, method);
        let totals = model.totals(then, days, PATHS, &Dice::new(seed, "trial"));
        let burn_days = known.min(28);
        let burn_a_day = then.last_days(burn_days).max(0.0) / burn_days as f64;
        let sum = |days: usize, middle: f64| Sum {
            middle,
            burn: burn_a_day * days as f64,
            actual: past.tokens[known..known + days].iter().sum(),
        };
        let near = days.min(NEAR_DAYS);
        Trial {
            method,
            origin: then.end().plus(-1),
            to: then.end().plus(days as i32 - 1),
            known_days: known,
            far: sum(days, totals[PATHS / 2]),
            low: totals[PATHS / 10],
            high: totals[PATHS - 1 - PATHS / 10],
            near: sum(near, model.total(then, near)),
        }
    }

    /// How many times the range would have had to be as wide to just hold what came.
    pub fn surprise(&self) -> f64 {
        let Sum { middle, actual, .. } = self.far;
        let edge = if actual >= middle { self.high } else { self.low };
        let (edge, came) = ((edge - middle).abs(), (actual - middle).abs());
        // Sums of the same numbers in another order differ in the last digits.
        let least = 1e-6 * middle;
        if came <= least {
            0.0
        } else if edge <= least {
            SURPRISE_MAX
        } else {
            (came / edge).min(SURPRISE_MAX)
        }
    }

    /// The 80 % range after stretching.
    pub fn range(&self, stretch: f64) -> (f64, f64) {
        let middle = self.far.middle;
        let stretched = |value: f64| (middle + stretch * (value - middle)).max(0.0);
        (stretched(self.low), stretched(self.high))
    }
}

/// Past forecasts of the sum of `days` days, the latest first, each with at least `known_days_min`
/// days known. Those among `made` are not made again.
pub fn trials(
    past: Past<'_>,
    method: Method,
    (days, known_days_min): (usize, usize),
    seed: u64,
    made: &[Trial],
) -> Vec<Trial> {
    let mut trials = Vec::new();
    let mut known = past.tokens.len().saturating_sub(days);
    while known >= known_days_min.max(1) && trials.len() < TRIALS_MAX {
        let to = past.first.plus((known + days) as i32 - 1);
        let is_this = |trial: &&Trial| (trial.method, trial.known_days, trial.to) == (method, known, to);
        let trial = made.iter().find(is_this).copied();
        trials.push(trial.unwrap_or_else(|| Trial::of(past, known, method, days, seed)));
        if known < STEP_DAYS {
            break;
        }
        known -= STEP_DAYS;
    }
    trials
}

/// The factor that would have made the ranges of these past forecasts hold eight times of ten.
/// With few of them it leans on [`PRIOR`], as if [`PRIOR_WEIGHT`] more forecasts had needed just that.
pub fn stretch(surprises: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = surprises.collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let last = sorted.len() as f64 - 1.0;
    // One more than there are, since it is the next one that shall be held.
    let place = (0.8 * (sorted.len() as f64 + 1.0) - 1.0).clamp(0.0, last.max(0.0));
    let at = |index: usize| sorted.get(index.min(sorted.len().saturating_sub(1))).copied().unwrap_or(PRIOR);
    let below = at(place as usize);
    let quantile = below + (place - place.floor()) * (at(place as usize + 1) - below);
    let count = sorted.len() as f64;
    ((quantile * count + PRIOR * PRIOR_WEIGHT) / (count + PRIOR_WEIGHT)).clamp(STRETCH_MIN, STRETCH_MAX)
}
