//! The level: tokens of a usual week, smoothed, and how far each week was from it.

use super::weights::{DayWeights, Past};

/// The part of a week's surprise that stays in the level. Fixed: choosing it anew for each pool did
/// worse on real series, and the mean of the last seven weeks or so is easily said.
const SPEED: f64 = 0.25;
/// Weeks that tell how far a week can be from the level.
const RATIO_WEEKS_MAX: usize = 104;
/// A week may be at most so many times the level: a level near nothing says little.
const RATIO_MAX: f64 = 8.0;
/// Fewer usual weeks than this, and busy ones count too.
const USUAL_WEEKS_MIN: usize = 6;
/// A week whose days off leave less than this part of it says nothing about usual use.
const WEEK_SHARE_MIN: f64 = 0.2;
/// The first weeks, over which the level begins and errors do not count.
const WARM_UP_WEEKS: usize = 4;

/// A usual week's tokens on the last complete day, and the weeks it was learnt from.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Tokens of a usual week.
    pub tokens_per_week: f64,
    /// No future's level rises above this: twice the most that a past week used.
    pub tokens_per_week_max: f64,
    /// The part of a surprise that stays in the level, 0 to 1.
    pub speed: f64,
    /// Past weeks divided by the level before them. Their mean is 1, so that no future drifts.
    pub ratios: Vec<f64>,
}

/// Past weeks as if each had been a usual one, without those that say nothing: closed ones, and
/// busy ones while enough others are left.
pub fn usual_weeks(past: Past<'_>, weights: &DayWeights) -> Vec<f64> {
    let weeks = usual_weeks_of(past, weights, true);
    if weeks.len() < USUAL_WEEKS_MIN { usual_weeks_of(past, weights, false) } else { weeks }
}

fn usual_weeks_of(past: Past<'_>, weights: &DayWeights, skip_special: bool) -> Vec<f64> {
    let skip = past.tokens.len() % 7;
    let weeks = past.tokens[skip..].chunks_exact(7).enumerate();
    let week = |(index, tokens): (usize, &[f64])| {
        let first = past.first.plus((skip + index * 7) as i32);
        let days = (0..7).map(|offset| first.plus(offset));
        let special = days.clone().filter(|day| past.calendar.is_special(*day)).count();
        let share: f64 = days.map(|day| weights.of_day(day, past.calendar)).sum();
        let used = tokens.iter().sum::<f64>().max(0.0);
        (share > WEEK_SHARE_MIN && !(skip_special && special > 3)).then(|| used / share)
    };
    weeks.filter_map(week).collect()
}

impl Level {
    /// Learns the level.
    pub fn of(weeks: &[f64]) -> Level {
        Level::at_speed(weeks, SPEED)
    }

    /// The level that follows at a given speed.
    pub fn at_speed(weeks: &[f64], speed: f64) -> Level {
        let mut levels = Vec::with_capacity(weeks.len());
        let last = smooth(weeks, speed, |level| levels.push(level));
        let most = weeks.iter().fold(last, |most, week| most.max(*week));
        Level {
            tokens_per_week: last,
            tokens_per_week_max: 2.0 * most,
            speed,
            ratios: ratios(weeks, &levels),
        }
    }
}

/// The level of other weeks (a part of the same use, say) at the same speed: a linear function.
pub fn level_at_speed(weeks: &[f64], speed: f64) -> f64 {
    smooth(weeks, speed, |_| ())
}

/// Runs the smoothing; hands out the level before each week and gives the last.
fn smooth(weeks: &[f64], speed: f64, mut before: impl FnMut(f64)) -> f64 {
    let start = &weeks[..weeks.len().min(WARM_UP_WEEKS)];
    let mut level = start.iter().sum::<f64>() / f64::max(start.len() as f64, 1.0);
    for week in weeks {
        before(level);
        level += speed * (week - level);
    }
    level
}

fn ratios(weeks: &[f64], levels: &[f64]) -> Vec<f64> {
    let mean = weeks.iter().sum::<f64>() / f64::max(weeks.len() as f64, 1.0);
    // A small floor keeps a level near nothing from making any use look gigantic.
    let floor = 0.05 * mean;
    let from = weeks.len().saturating_sub(RATIO_WEEKS_MAX).max(WARM_UP_WEEKS.min(weeks.len() / 2));
    let mut ratios: Vec<f64> = weeks[from..]
        .iter()
        .zip(&levels[from..])
        .map(
            |(week, level)| {
                if level + floor > 0.0 { ((week + floor) / (level + floor)).min(RATIO_MAX) } else { 1.0 }
            },
        )
        .collect();
    let mean = ratios.iter().sum::<f64>() / f64::max(ratios.len() as f64, 1.0);
    if mean > 0.0 {
        ratios.iter_mut().for_each(|ratio| *ratio /= mean);
    } else {
        ratios = vec![1.0];
    }
    ratios
}
