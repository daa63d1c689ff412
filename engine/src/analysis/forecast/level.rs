//! The level: tokens of a usual week, smoothed, and how far each week was from it.

use super::extremes::{larger, smaller};
use super::weights::{DayWeights, Past};

/// The parts of a week's surprise that stay in the two smoothings whose mean is the level: about
/// what the means of the last twelve and of the last four weeks keep. One speed for all pools:
/// choosing it anew for each did worse on real series.
const SPEEDS: [f64; 2] = [0.15, 0.4];
/// Weeks that tell how far a week can be from the level.
const SURPRISE_WEEKS_MAX: usize = 104;
/// A level lower than this part of the mean week says little about how weeks scatter.
const LEVEL_SHARE_MIN: f64 = 0.05;
/// Fewer usual weeks than this, and busy days count too.
const USUAL_WEEKS_MIN: usize = 6;
/// A week of which days off and busy ones leave less than this part says nothing about usual use.
const WEEK_SHARE_MIN: f64 = 0.2;
/// The first weeks, over which the level begins and errors do not count.
const WARM_UP_WEEKS: usize = 4;

/// A usual week's tokens on the last complete day, and the weeks it was learnt from.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The two smoothings, the slow one first.
    pub parts: [f64; 2],
    /// The part of a surprise that stays in each, 0 to 1.
    pub speeds: [f64; 2],
    /// No future's level rises above this: twice the most that a past week used.
    pub tokens_per_week_max: f64,
    /// Below this, weeks scatter as at this level.
    pub scatter_from: f64,
    /// Past weeks less the level before them, divided by the square root of that level: counts
    /// scatter so, and so does a surprise of a small pool say little about a large one. Their mean
    /// is 0, so that no future drifts.
    pub surprises: Vec<f64>,
}

/// Past weeks as if each had been a usual one: of the days in busy periods nothing counts while enough
/// other weeks are left, and the rest of a week stands for the whole of it. Without those that say nothing.
pub fn usual_weeks(past: Past<'_>, weights: &DayWeights) -> Vec<f64> {
    let weeks = usual_weeks_of(past, weights, true);
    if weeks.len() < USUAL_WEEKS_MIN { usual_weeks_of(past, weights, false) } else { weeks }
}

fn usual_weeks_of(past: Past<'_>, weights: &DayWeights, skip_busy: bool) -> Vec<f64> {
    let skip = past.tokens.len() % 7;
    let weeks = past.tokens[skip..].chunks_exact(7).enumerate();
    let week = |(index, tokens): (usize, &[f64])| {
        let first = past.first.plus((skip + index * 7) as i32);
        let (mut share, mut used) = (0.0, 0.0);
        for (offset, tokens) in tokens.iter().enumerate() {
            let day = first.plus(offset as i32);
            if !(skip_busy && past.calendar.is_special(day)) {
                share += weights.of_day(day, past.calendar);
                used += tokens;
            }
        }
        (share > WEEK_SHARE_MIN).then(|| f64::max(used, 0.0) / share)
    };
    weeks.filter_map(week).collect()
}

impl Level {
    /// Learns the level.
    pub fn of(weeks: &[f64]) -> Level {
        Level::at_speeds(weeks, SPEEDS)
    }

    /// The level that follows at given speeds.
    pub fn at_speeds(weeks: &[f64], speeds: [f64; 2]) -> Level {
        let mut levels = Vec::with_capacity(weeks.len());
        let parts = smooth(weeks, speeds, |level| levels.push(level));
        let most = weeks.iter().fold(mean_of(parts), |most, week| most.max(*week));
        let mean = weeks.iter().sum::<f64>() / f64::max(weeks.len() as f64, 1.0);
        let mut level = Level {
            parts,
            speeds,
            tokens_per_week_max: 2.0 * most,
            scatter_from: LEVEL_SHARE_MIN * mean,
            surprises: Vec::new(),
        };
        level.surprises = level.surprises_of(weeks, &levels);
        level
    }

    /// Tokens of a usual week.
    pub fn tokens_per_week(&self) -> f64 {
        mean_of(self.parts)
    }

    /// The level of other weeks (a part of the same use, say), smoothed alike: a linear function.
    pub fn of_other(&self, weeks: &[f64]) -> f64 {
        mean_of(smooth(weeks, self.speeds, |_| ()))
    }

    /// A week's tokens after a surprise.
    pub fn week(&self, level: f64, surprise: f64) -> f64 {
        larger(level + surprise * self.scatter(level), 0.0)
    }

    /// Both parts after a week.
    pub fn after(&self, parts: [f64; 2], week: f64) -> [f64; 2] {
        let most = self.tokens_per_week_max;
        next(parts, self.speeds, week).map(|part| smaller(part, most))
    }

    fn scatter(&self, level: f64) -> f64 {
        larger(larger(level, self.scatter_from), 0.0).sqrt()
    }

    fn surprises_of(&self, weeks: &[f64], levels: &[f64]) -> Vec<f64> {
        let from = weeks.len().saturating_sub(SURPRISE_WEEKS_MAX).max(WARM_UP_WEEKS.min(weeks.len() / 2));
        let surprise = |(week, level): (&f64, &f64)| {
            let scatter = self.scatter(*level);
            if scatter > 0.0 { (week - level) / scatter } else { 0.0 }
        };
        let mut found: Vec<f64> = weeks.iter().zip(levels).skip(from).map(surprise).collect();
        let mean = found.iter().sum::<f64>() / f64::max(found.len() as f64, 1.0);
        found.iter_mut().for_each(|surprise| *surprise -= mean);
        found
    }
}

/// The level of two parts.
pub fn mean_of([slow, fast]: [f64; 2]) -> f64 {
    (slow + fast) / 2.0
}

fn next([slow, fast]: [f64; 2], speeds: [f64; 2], week: f64) -> [f64; 2] {
    [slow + speeds[0] * (week - slow), fast + speeds[1] * (week - fast)]
}

/// Runs the smoothings; hands out the level before each week and gives the last parts.
fn smooth(weeks: &[f64], speeds: [f64; 2], mut before: impl FnMut(f64)) -> [f64; 2] {
    let start = &weeks[..weeks.len().min(WARM_UP_WEEKS)];
    let mut parts = [start.iter().sum::<f64>() / f64::max(start.len() as f64, 1.0); 2];
    for week in weeks {
        before(mean_of(parts));
        parts = next(parts, speeds, *week);
    }
    parts
}
