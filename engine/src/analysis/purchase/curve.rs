//! What every quantity leads to, averaged over the futures: exact for every whole token.
//!
//! In each future everything is a straight line in the quantity between a few breaks, so the lines
//! are added up as their changes and summed once.

use super::need::Needs;

/// So many quantities are told apart; beyond, they go in steps.
const QUANTITIES_MAX: u64 = 250_000;

/// By quantity, in steps of `step` tokens from 0 on.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Tokens between two quantities: 1 in all but huge pools.
    pub step: u64,
    /// Mean tokens missing.
    pub short: Vec<f64>,
    /// Of those, in futures where a top-up would come too late.
    pub late: Vec<f64>,
    /// Of `short`, within the days of grace.
    pub grace: Vec<f64>,
    /// Of `late`, within the days of grace.
    pub grace_late: Vec<f64>,
    /// Mean tokens left that the following term needs.
    pub left: Vec<f64>,
    /// Of those, within the days of a longer validity.
    pub left_longer: Vec<f64>,
    /// The part of the futures in which a top-up would come too late.
    pub stops: Vec<f64>,
    /// Mean tokens needed.
    pub mean_need: f64,
}

/// What the curve is drawn for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurveTerms {
    /// Days from an order to its tokens.
    pub lead_days: usize,
    /// Days of grace.
    pub grace_days: usize,
    /// Days by which packs are valid longer.
    pub longer_days: usize,
    /// The largest quantity that must be told, in tokens.
    pub at_least: u64,
}

/// Straight lines by quantity, as changes.
struct Lines {
    at: Vec<(f64, f64)>,
    step: f64,
}

impl Lines {
    fn new(quantities: usize, step: u64) -> Lines {
        Lines { at: vec![(0.0, 0.0); quantities + 1], step: step as f64 }
    }

    /// The first quantity that is not below so many tokens.
    fn index(&self, tokens: f64) -> usize {
        let index = libm::ceil(tokens / self.step).max(0.0) as usize;
        index.min(self.at.len() - 1)
    }

    /// Adds `constant + slope × quantity` from one number of tokens on, up to below another.
    fn add(&mut self, from: f64, to: f64, constant: f64, slope: f64) {
        let (from, to) = (self.index(from), self.index(to));
        if from < to {
            self.at[from].0 += constant;
            self.at[from].1 += slope;
            self.at[to].0 -= constant;
            self.at[to].1 -= slope;
        }
    }

    fn mean(self, count: usize) -> Vec<f64> {
        let (mut constant, mut slope) = (0.0, 0.0);
        let quantities = self.at.len() - 1;
        let sums = self.at.iter().take(quantities).enumerate().map(|(index, change)| {
            constant += change.0;
            slope += change.1;
            // What is nothing but the rest of a sum is nothing.
            let sum = (constant + slope * index as f64 * self.step) / count as f64;
            if sum.abs() < 1e-6 { 0.0 } else { sum }
        });
        sums.collect()
    }
}

impl Curve {
    /// Adds up the futures.
    pub fn of(needs: &Needs, terms: CurveTerms) -> Curve {
        let most = (0..needs.count).map(|path| needs.total(path)).fold(0.0, f64::max);
        let last = (libm::ceil(most) as u64 + 1).max(terms.at_least);
        let step = last.div_ceil(QUANTITIES_MAX).max(1);
        let quantities = (last.div_ceil(step) + 1) as usize;
        let [mut short, mut late, mut grace, mut grace_late, mut left, mut left_longer, mut stops] =
            std::array::from_fn(|_| Lines::new(quantities, step));
        let all = f64::INFINITY;
        for path in 0..needs.count {
            let need = needs.total(path);
            short.add(0.0, need, need, -1.0);
            let following = f64::from(needs.gross[path]);
            let within = following * terms.longer_days as f64 / needs.days as f64;
            for (left, most) in [(&mut left, following), (&mut left_longer, within.min(following))] {
                left.add(need, need + most, -need, 1.0);
                left.add(need + most, all, most, 0.0);
            }
            let by_day = &needs.short[path * needs.days..(path + 1) * needs.days];
            let foreseen = &needs.foreseen[path * needs.days..(path + 1) * needs.days];
            let mut before = 0.0;
            for (day, upto) in by_day.iter().map(|tokens| f64::from(*tokens)).enumerate() {
                if upto <= before {
                    continue;
                }
                // A smaller quantity than `upto` and none below `before` is out on this day.
                let too_late_from = match day.checked_sub(terms.lead_days) {
                    Some(order_day) => before.max(f64::from(foreseen[order_day])),
                    None => before,
                };
                late.add(too_late_from, upto, need, -1.0);
                stops.add(too_late_from, upto, 1.0, 0.0);
                if terms.grace_days > 0 {
                    let covered = f64::from(by_day[(day + terms.grace_days - 1).min(needs.days - 1)]);
                    grace.add(before, upto, covered, -1.0);
                    grace_late.add(too_late_from, upto, covered, -1.0);
                }
                before = upto;
            }
        }
        let totals = (0..needs.count).map(|path| needs.total(path)).sum::<f64>();
        Curve {
            step,
            short: short.mean(needs.count),
            late: late.mean(needs.count),
            grace: grace.mean(needs.count),
            grace_late: grace_late.mean(needs.count),
            left: left.mean(needs.count),
            left_longer: left_longer.mean(needs.count),
            stops: stops.mean(needs.count),
            mean_need: totals / needs.count as f64,
        }
    }

    /// The largest quantity told.
    pub fn last(&self) -> u64 {
        (self.short.len() as u64 - 1) * self.step
    }

    /// A line's value for a quantity.
    pub fn at(&self, line: &[f64], tokens: u64) -> f64 {
        let (index, rest) = ((tokens / self.step) as usize, tokens % self.step);
        let at = |index: usize| line[index.min(line.len() - 1)];
        at(index) + (at(index + 1) - at(index)) * rest as f64 / self.step as f64
    }

    /// Mean tokens left over of a quantity.
    pub fn over(&self, tokens: u64) -> f64 {
        (tokens as f64 - self.mean_need + self.at(&self.short, tokens)).max(0.0)
    }
}
