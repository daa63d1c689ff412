//! What the past of a pool says about its future: level, spread, and how use falls on days.

use super::dice::Dice;
use super::level::{Level, usual_weeks};
use super::paths::UnitPaths;
use super::weights::{DayWeights, Past};
use crate::usage::Day;

/// How the level is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Two weekly smoothings, weekday profile, days off, months.
    Smoothed,
    /// The mean of the last 28 days, weekday profile, days off. Used where it was clearly better on this
    /// pool's past.
    BurnRate,
}

/// A pool's model on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// How the level was found.
    pub method: Method,
    /// How a usual week's tokens fall on its days.
    pub weights: DayWeights,
    /// A usual week's tokens and how far weeks are from it.
    pub level: Level,
}

/// How fast a level follows that is the mean of four weeks: 2 / (4 + 1).
const BURN_SPEEDS: [f64; 2] = [0.4, 0.4];
const BURN_DAYS: usize = 28;

/// The burn rate as a usual week's tokens: of the last 28 days outside busy periods, in which a day off
/// counts as the part of a day that it usually takes.
pub fn burn_per_week(past: Past<'_>, weights: &DayWeights) -> f64 {
    let (mut tokens, mut share) = (0.0, 0.0);
    for (day, of_day) in past.usual_days(BURN_DAYS) {
        tokens += of_day;
        share += weights.of_day(day, past.calendar);
    }
    if share > 0.0 { f64::max(tokens, 0.0) / share } else { 0.0 }
}

impl Model {
    /// Learns from a past.
    pub fn of(past: Past<'_>, method: Method) -> Model {
        match method {
            Method::Smoothed => {
                let weights = DayWeights::of(past);
                let level = Level::of(&usual_weeks(past, &weights));
                Model { method, weights, level }
            }
            Method::BurnRate => {
                // The total is the burn rate's; the days still follow the weekday profile and the plan.
                let weights = DayWeights { months: [1.0; 12], ..DayWeights::of(past) };
                let level = Level::at_speeds(&usual_weeks(past, &weights), BURN_SPEEDS);
                let level = Level { parts: [burn_per_week(past, &weights); 2], ..level };
                Model { method, weights, level }
            }
        }
    }

    /// For each of `days` days from `first` on, its share of a usual week.
    pub fn day_weights(&self, past: Past<'_>, first: Day, days: usize) -> Vec<f32> {
        let weight = |offset| self.weights.of_day(first.plus(offset), past.calendar) as f32;
        (0..days as i32).map(weight).collect()
    }

    /// The sum of the first `days` days after the past, as the level has it.
    pub fn total(&self, past: Past<'_>, days: usize) -> f64 {
        let weights = self.day_weights(past, past.end(), days);
        weights.iter().map(|weight| f64::from(*weight)).sum::<f64>() * self.level.tokens_per_week()
    }

    /// The sums of the first `days` days after the past, sorted, of `count` futures.
    pub fn totals(&self, past: Past<'_>, days: usize, count: usize, dice: &Dice) -> Vec<f64> {
        let weights = self.day_weights(past, past.end(), days);
        let weeks: Vec<f64> =
            weights.chunks(7).map(|week| week.iter().map(|w| f64::from(*w)).sum()).collect();
        let paths = UnitPaths::draw(&self.level, count, weeks.len(), dice);
        let total = |path: usize| -> f64 {
            paths.path(path).iter().zip(&weeks).map(|(tokens, weight)| f64::from(*tokens) * weight).sum()
        };
        let mut totals: Vec<f64> = (0..count).map(total).collect();
        totals.sort_unstable_by(f64::total_cmp);
        let moved = weeks.iter().sum::<f64>() * self.level.tokens_per_week() - totals[count / 2];
        totals.iter_mut().for_each(|total| *total = (*total + moved).max(0.0));
        totals
    }
}
