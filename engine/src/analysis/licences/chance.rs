//! How sure a yearly sum is: its weeks drawn again, with replacement.
//!
//! The draws are the same for everybody, so that a sum over people is drawn alike, and they depend
//! on the plan's seed only.

use crate::analysis::YearOf;
use crate::usage::Day;

/// How often the weeks are drawn again. With 400 a chance of 0.9 is known to ± 0.015.
pub const RESAMPLES: usize = 400;

/// The drawn weeks.
#[derive(Clone, Debug, Default)]
pub struct Resample {
    weeks: usize,
    /// How often each week was drawn: by week, then by draw. `f64`, since the sums of whole numbers
    /// below 2^53 are exact and run through several lanes.
    counts: Vec<f64>,
}

/// A small fixed generator (SplitMix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Below `count`: the high half of a product, without the bias of a remainder that matters.
    fn below(&mut self, count: usize) -> usize {
        (((self.next() >> 32) * count as u64) >> 32) as usize
    }
}

impl YearOf {
    /// How many whole weeks the window has. The days left over belong to the first of them, so that
    /// every day of the window is in one.
    pub fn weeks(&self) -> usize {
        (self.days / 7).max(1) as usize
    }

    /// The week of a day of the window, the latest being 0.
    pub fn week_of(&self, day: Day) -> usize {
        ((day.days_until(self.to) / 7).max(0) as usize).min(self.weeks() - 1)
    }
}

impl Resample {
    /// Draws as many weeks as there are, [`RESAMPLES`] times.
    pub fn new(weeks: usize, seed: u64) -> Resample {
        let mut dice = Dice(seed);
        let mut counts = vec![0.0; weeks * RESAMPLES];
        for draw in 0..RESAMPLES {
            for _ in 0..weeks {
                counts[dice.below(weeks) * RESAMPLES + draw] += 1.0;
            }
        }
        Resample { weeks, counts }
    }

    /// How many weeks there are.
    pub fn weeks(&self) -> usize {
        self.weeks
    }

    /// The sums of the drawn weeks, one a draw, in no order.
    pub fn sums(&self, by_week: &[f64], sums: &mut [f64; RESAMPLES]) {
        sums.fill(0.0);
        for (week, counts) in by_week.iter().zip(self.counts.chunks_exact(RESAMPLES)) {
            if *week != 0.0 {
                for (sum, count) in sums.iter_mut().zip(counts) {
                    *sum += *week * *count;
                }
            }
        }
    }

    /// The share of draws whose sum is above `threshold`.
    pub fn chance_above(&self, by_week: &[f64], threshold: f64) -> f64 {
        let mut sums = [0.0; RESAMPLES];
        self.sums(by_week, &mut sums);
        sums.iter().filter(|sum| **sum > threshold).count() as f64 / RESAMPLES as f64
    }

    /// The sums that a tenth of the draws stay below and above.
    pub fn p10_p90(&self, by_week: &[f64]) -> (f64, f64) {
        let mut sums = [0.0; RESAMPLES];
        self.sums(by_week, &mut sums);
        sums.sort_unstable_by(f64::total_cmp);
        (sums[RESAMPLES / 10], sums[RESAMPLES - 1 - RESAMPLES / 10])
    }
}
