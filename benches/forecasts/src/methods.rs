//! Ways to tell the sum of the coming days, each from the past alone.

use augurs::ets::AutoETS;
use augurs::mstl::MSTLModel;
use augurs::prelude::*;
use engine::analysis::forecast::draw::Drawn;
use engine::analysis::forecast::weights::Past;

/// The sums that are forecast, in days.
pub const HORIZONS: [usize; 2] = [30, 90];
/// How far from its middle a normal range of 80 % reaches, in standard deviations.
const NORMAL_80: f64 = 1.281_551_565_5;

/// A forecast sum.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// Its middle.
    pub middle: f64,
    /// The range that is to hold eight of ten.
    pub range: Option<(f64, f64)>,
}

impl Told {
    /// What counts cannot be: below nothing.
    fn normal(middle: f64, deviation: f64) -> Told {
        let reach = NORMAL_80 * deviation;
        Told { middle: middle.max(0.0), range: Some(((middle - reach).max(0.0), (middle + reach).max(0.0))) }
    }
}

/// A way, by name.
pub struct Method {
    /// How the tables call it.
    pub name: &'static str,
    /// The sums of [`HORIZONS`]; `None` where it gives none.
    pub tell: fn(Past<'_>) -> Option<[Told; 2]>,
}

/// All of them; the first is ours, the second what it is held against.
pub const METHODS: [Method; 5] = [
    Method { name: "Flexgauge", tell: flexgauge },
    Method { name: "burn rate, 28 days", tell: burn_rate },
    Method { name: "seasonal naive, 7 days", tell: seasonal_naive },
    Method { name: "augurs: ETS on weeks", tell: ets_weeks },
    Method { name: "augurs: MSTL and ETS on days", tell: mstl_days },
];

/// The page's own futures, read off as the page reads them, with its own choice of method.
fn flexgauge(past: Past<'_>) -> Option<[Told; 2]> {
    let drawn = Drawn::of(past, HORIZONS[1], 1, "", &[]);
    Some(HORIZONS.map(|days| {
        let total = |path: usize| -> f64 {
            let weeks = drawn.paths.path(path);
            drawn.weights.iter().take(days).enumerate().map(|(d, w)| f64::from(w * weeks[d / 7])).sum()
        };
        let mut totals: Vec<f64> = (0..drawn.paths.count).map(total).collect();
        totals.sort_by(f64::total_cmp);
        let at = |percent: usize| totals[(totals.len() * percent).div_ceil(100) - 1];
        Told { middle: at(50), range: Some((at(10), at(90))) }
    }))
}

/// The mean of the last 28 days goes on. It has no range.
fn burn_rate(past: Past<'_>) -> Option<[Told; 2]> {
    Some(HORIZONS.map(|days| Told { middle: past.last_days(28) / 28.0 * days as f64, range: None }))
}

/// The last week comes again. Each weekday wanders by its own: its range follows from how far days were
/// from the same day a week before.
fn seasonal_naive(past: Past<'_>) -> Option<[Told; 2]> {
    let tokens = past.tokens;
    let steps: Vec<f64> = tokens.windows(8).map(|week| (week[7] - week[0]).powi(2)).collect();
    let variance = steps.iter().sum::<f64>() / steps.len().max(1) as f64;
    let last = tokens.get(tokens.len().checked_sub(7)?..)?;
    Some(HORIZONS.map(|days| {
        let middle: f64 = (0..days).map(|day| last[day % 7]).sum();
        // A weekday that comes n times adds up n, n − 1, … 1 times each of its steps.
        let times = |weekday: usize| (days - weekday).div_ceil(7);
        let squares: usize = (0..7).map(|weekday| (1..=times(weekday)).map(|n| n * n).sum::<usize>()).sum();
        Told::normal(middle, (variance * squares as f64).sqrt())
    }))
}

/// Exponential smoothing of the sums of seven days; the package chooses trend and speed.
fn ets_weeks(past: Past<'_>) -> Option<[Told; 2]> {
    let skip = past.tokens.len() % 7;
    let weeks: Vec<f64> = past.tokens[skip..].chunks_exact(7).map(|week| week.iter().sum()).collect();
    let fitted = AutoETS::new(1, "AZN").ok()?.fit(&weeks).ok()?;
    let ahead = fitted.predict(HORIZONS[1].div_ceil(7), 0.8).ok()?;
    Some(HORIZONS.map(|days| total(&ahead, days as f64 / 7.0)))
}

/// A weekly season taken out, exponential smoothing of the rest.
fn mstl_days(past: Past<'_>) -> Option<[Told; 2]> {
    let trend = AutoETS::new(1, "AZN").ok()?.into_trend_model();
    let fitted = MSTLModel::new(vec![7], trend).fit(past.tokens).ok()?;
    let ahead = fitted.predict(HORIZONS[1], 0.8).ok()?;
    Some(HORIZONS.map(|days| total(&ahead, days as f64)))
}

/// The sum of the first steps, the last of them in part. The package gives a range for each step; with
/// additive errors the growth of its variance from step to step tells how much of an error stays, and
/// from that follows the variance of the sum.
fn total(ahead: &Forecast, steps: f64) -> Told {
    let part = |step: usize| (steps - step as f64).clamp(0.0, 1.0);
    let middle = ahead.point.iter().enumerate().map(|(step, value)| value * part(step)).sum();
    let Some(ranges) = &ahead.intervals else { return Told { middle, range: None } };
    let variances: Vec<f64> = ranges
        .upper
        .iter()
        .zip(&ahead.point)
        .map(|(upper, value)| ((upper - value) / NORMAL_80).powi(2))
        .collect();
    let Some(first) = variances.first().copied().filter(|first| *first > 0.0) else {
        return Told { middle, range: Some((middle, middle)) };
    };
    let stays: Vec<f64> =
        variances.windows(2).map(|pair| ((pair[1] - pair[0]).max(0.0) / first).sqrt()).collect();
    let of_error = |step: usize| -> f64 {
        let later = stays.iter().enumerate().map(|(distance, stays)| stays * part(step + distance + 1));
        part(step) + later.sum::<f64>()
    };
    let variance: f64 = (0..variances.len()).map(|step| first * of_error(step).powi(2)).sum();
    Told::normal(middle, variance.sqrt())
}
