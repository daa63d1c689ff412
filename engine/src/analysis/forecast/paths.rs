//! Many futures of weekly tokens, drawn once and kept.

use super::dice::Dice;
use super::extremes::larger;
use super::level::{Level, mean_of};

/// So many futures are drawn side by side.
const SIDE_BY_SIDE: usize = 8;

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
    /// Draws futures. Each week is the level and a past week's surprise, and moves the level.
    pub fn draw(level: &Level, count: usize, weeks: usize, dice: &Dice) -> UnitPaths {
        let mut tokens = vec![0.0; count * weeks];
        // A future's week hangs on the one before it, so that a processor waits; futures side by side fill that time.
        for (block, tokens) in tokens.chunks_mut((SIDE_BY_SIDE * weeks).max(1)).enumerate() {
            let mut dice: [Dice; SIDE_BY_SIDE] =
                std::array::from_fn(|beside| dice.branch(block * SIDE_BY_SIDE + beside));
            let mut parts = [level.parts; SIDE_BY_SIDE];
            for week in 0..weeks {
                for (beside, (dice, parts)) in dice.iter_mut().zip(&mut parts).enumerate() {
                    let drawn = dice.below(level.surprises.len());
                    let surprise = level.surprises.get(drawn).copied().unwrap_or_default();
                    let used = level.week(mean_of(*parts), surprise);
                    *parts = level.after(*parts, used);
                    if let Some(tokens) = tokens.get_mut(beside * weeks + week) {
                        *tokens = used as f32;
                    }
                }
            }
        }
        UnitPaths { count, weeks, tokens }
    }

    /// The weeks of one future.
    pub fn path(&self, path: usize) -> &[f32] {
        &self.tokens[path * self.weeks..(path + 1) * self.weeks]
    }

    /// Lays the middle of the futures on the level and widens (or narrows) them about it: after it,
    /// each sum of the first weeks is `factor` times as far from the middle one, and never falls.
    /// Without the first, lopsided weeks would pull the middle off a level that does not move.
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
            let centre = level_per_week * (week + 1) as f64;
            for path in 0..self.count {
                let now = larger(centre + factor * (sums[path] - middle), stretched[path]);
                self.tokens[path * self.weeks + week] = (now - stretched[path]) as f32;
                stretched[path] = now;
            }
        }
    }
}
