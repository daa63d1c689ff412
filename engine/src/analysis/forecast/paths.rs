//! Many futures of weekly tokens, drawn once and kept.

use super::dice::Dice;
use super::level::Level;

/// How far the middle may be lifted to the level where weeks are very lopsided.
pub const CENTRE_MAX: f64 = 2.0;

/// Futures of usual weeks: what would be used if every week were a usual one. A day's tokens are
/// its week's times its weight, so that days off, months and what-ifs need no new draw.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitPaths {
    /// How many futures.
    pub count: usize,
    /// How many weeks each.
    pub weeks: usize,
    /// Tokens of a usual week: all weeks of the first future, then of the second, and so on.
    pub tokens: Vec<f32>,
}

impl UnitPaths {
    /// Draws futures. Each week is the level times a past week's ratio, and moves the level.
    pub fn draw(level: &Level, count: usize, weeks: usize, dice: &Dice) -> UnitPaths {
        let mut tokens = Vec::with_capacity(count * weeks);
        let steps: Vec<(f64, f64)> =
            level.ratios.iter().map(|ratio| (*ratio, 1.0 + level.speed * (ratio - 1.0))).collect();
        for path in 0..count {
            let mut dice = dice.branch(path);
            let mut now = level.tokens_per_week;
            for _ in 0..weeks {
                let (ratio, step) = steps.get(dice.below(steps.len())).copied().unwrap_or((1.0, 1.0));
                tokens.push((now * ratio) as f32);
                now = (now * step).min(level.tokens_per_week_max);
            }
        }
        UnitPaths { count, weeks, tokens }
    }

    /// The weeks of one future.
    pub fn path(&self, path: usize) -> &[f32] {
        &self.tokens[path * self.weeks..(path + 1) * self.weeks]
    }

    /// Lays the middle of the futures on the level and widens (or narrows) them about it: after it,
    /// each sum of the first weeks is `factor` times as far from the middle one, in proportions.
    /// Without the first, lopsided weeks would pull the middle below a level that does not fall.
    pub fn centre_and_stretch(&mut self, level_per_week: f64, factor: f64) {
        if self.count == 0 {
            return;
        }
        let mut sums = vec![0.0f64; self.count];
        let mut stretched = vec![0.0f64; self.count];
        let mut sorted = vec![0.0f64; self.count];
        for week in 0..self.weeks {
            for (path, sum) in sums.iter_mut().enumerate() {
                *sum += f64::from(self.tokens[path * self.weeks + week]);
            }
            sorted.copy_from_slice(&sums);
            let middle = *sorted.select_nth_unstable_by(self.count / 2, f64::total_cmp).1;
            let target = level_per_week * (week + 1) as f64;
            let centre = if middle > 0.0 { middle * (target / middle).clamp(0.5, CENTRE_MAX) } else { 0.0 };
            for path in 0..self.count {
                let now = if sums[path] == middle {
                    centre
                } else if middle > 0.0 && sums[path] > 0.0 {
                    centre * libm::exp(factor * libm::log(sums[path] / middle))
                } else {
                    sums[path]
                };
                self.tokens[path * self.weeks + week] = (now - stretched[path]).max(0.0) as f32;
                stretched[path] = now.max(stretched[path]);
            }
        }
    }
}
