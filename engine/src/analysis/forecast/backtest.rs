//! The forecast's proof on the user's own data, and what it decides: how far to stretch the ranges
//! and whether the burn rate is used instead.

use super::model::Method;
use super::trial::{Sum, Trial, stretch, trials};
use super::weights::Past;
use crate::usage::Day;

/// Past forecasts that are shown and compared.
pub const FORECASTS_MAX: usize = 12;
/// The burn rate's error must be smaller than this part of the smoothed level's: a dozen forecasts
/// that share days tell less apart, and choosing by them did worse than never choosing.
const BETTER_SHARE_MAX: f64 = 0.9;
/// Fewer past forecasts decide nothing about the burn rate.
const FORECASTS_TO_DECIDE_MIN: usize = 3;

/// The sum that a past forecast was about.
const LONG: (usize, usize) = (90, 91);
/// Where that leaves fewer than three forecasts: 30 days, with at least six weeks known.
const SHORT: (usize, usize) = (30, 42);

/// One past forecast against what came: the dot of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// The last day that was known.
    pub origin: Day,
    /// The last day of the sum.
    pub to: Day,
    /// The forecast's middle, in tokens.
    pub middle: f64,
    /// The 80 % range, stretched by what was known then.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// What that day's burn rate gave.
    pub burn: f64,
    /// What came.
    pub actual: f64,
}

impl Dot {
    /// Whether the range held what came.
    pub fn held(&self) -> bool {
        // Sums of the same numbers in another order differ in the last digits.
        let slack = 1e-6 * self.actual.abs();
        self.low - slack <= self.actual && self.actual <= self.high + slack
    }
}

/// Past forecasts, the latest first, and what follows from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Backtest {
    /// Days of each sum: 90 or 30.
    pub days: usize,
    /// The method that is used: the burn rate only where it was clearly better here.
    pub method: Method,
    /// The forecasts of that method, at most [`FORECASTS_MAX`], the latest first.
    pub dots: Vec<Dot>,
    /// Mean error of the smoothed level, as a part of the mean of what came.
    pub smoothed_error_share: f64,
    /// The same of the burn rate, on the same days.
    pub burn_error_share: f64,
    /// How far ranges are stretched from now on.
    pub stretch: f64,
    /// All that were made for it, of both methods.
    pub made: Vec<Trial>,
}

impl Backtest {
    /// Tries the methods on a past; `None` where it is too short for a single trial. `made`: trials of it that
    /// still hold.
    pub fn of(past: Past<'_>, seed: u64, made: &[Trial]) -> Option<Backtest> {
        let attempt = |method, days| trials(past, method, days, seed, made);
        let mut days = LONG.0;
        let mut smoothed = attempt(Method::Smoothed, LONG);
        if smoothed.len() < FORECASTS_TO_DECIDE_MIN {
            days = SHORT.0;
            smoothed = attempt(Method::Smoothed, SHORT);
        }
        if smoothed.is_empty() {
            return None;
        }
        let shown = &smoothed[..smoothed.len().min(FORECASTS_MAX)];
        let [smoothed_error_share, burn_error_share] = error_shares(shown, |trial| trial.far);
        let is_better = |[smoothed, burn]: [f64; 2]| burn < BETTER_SHARE_MAX * smoothed;
        let burn_is_better = shown.len() >= FORECASTS_TO_DECIDE_MIN
            && is_better([smoothed_error_share, burn_error_share])
            && is_better(error_shares(shown, |trial| trial.near));
        let mut made = smoothed.clone();
        let (method, used) = if burn_is_better {
            let known = if days == LONG.0 { LONG } else { SHORT };
            let burned = attempt(Method::BurnRate, known);
            made.extend_from_slice(&burned);
            (Method::BurnRate, burned)
        } else {
            (Method::Smoothed, smoothed)
        };
        Some(Backtest {
            days,
            method,
            made,
            dots: dots(&used, days),
            smoothed_error_share,
            burn_error_share,
            stretch: stretch(used.iter().map(Trial::surprise)),
        })
    }

    /// Mean error of the method that is used.
    pub fn error_share(&self) -> f64 {
        match self.method {
            Method::Smoothed => self.smoothed_error_share,
            Method::BurnRate => self.burn_error_share,
        }
    }

    /// How many ranges held what came.
    pub fn held(&self) -> usize {
        self.dots.iter().filter(|dot| dot.held()).count()
    }
}

/// The latest trials with ranges as they would have been drawn then: stretched by the outcome of
/// those trials whose days were over.
fn dots(trials: &[Trial], days: usize) -> Vec<Dot> {
    let dot = |(index, trial): (usize, &Trial)| {
        let over = trials[index + 1..].iter().filter(|other| other.known_days + days <= trial.known_days);
        let (low, high) = trial.range(stretch(over.map(Trial::surprise)));
        Dot {
            origin: trial.origin,
            to: trial.origin.plus(days as i32),
            middle: trial.far.middle,
            low,
            high,
            burn: trial.far.burn,
            actual: trial.far.actual,
        }
    };
    trials.iter().enumerate().take(FORECASTS_MAX).map(dot).collect()
}

/// The smoothed level's and the burn rate's sum of errors by the sum of what came; 0 where nothing
/// came and nothing was forecast.
fn error_shares(trials: &[Trial], sum: impl Fn(&Trial) -> Sum) -> [f64; 2] {
    let sums: Vec<Sum> = trials.iter().map(sum).collect();
    let actual: f64 = sums.iter().map(|sum| sum.actual.max(0.0)).sum();
    let share = |forecast: fn(&Sum) -> f64| {
        let errors: f64 = sums.iter().map(|sum| (forecast(sum) - sum.actual).abs()).sum();
        if actual > 0.0 { errors / actual } else { f64::from(u8::from(errors > 0.0)) }
    };
    [share(|sum| sum.middle), share(|sum| sum.burn)]
}
