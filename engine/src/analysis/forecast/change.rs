//! What a what-if changes about one pool's future days: a linear change, on the same draws.

use super::dice::Dice;
use super::draw::Drawn;
use super::level::usual_weeks;
use super::model::{Method, burn_per_week};
use super::weights::{DayWeights, Past};
use crate::plan::{Busy, BusyChange};
use crate::usage::Day;

/// One pool's part of a scenario.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scenario<'a> {
    /// Tokens a day that moves and habits would have taken out of each past day, beginning with the
    /// pool's first day of use ([`Drawn::first_use`]); shorter is as if zeros followed.
    pub removed: &'a [f64],
    /// Busy periods to count with.
    pub busy: &'a [Busy],
    /// The pool's part of all usual use: so much of a busy period's tokens a day is its own.
    pub share: f64,
}

/// Each future day as a factor and an addition, and periods that may or may not come.
#[derive(Clone, Debug, PartialEq)]
pub struct DayChange {
    /// A day's tokens are its week's times this.
    pub weights: Vec<f32>,
    /// Tokens on top, by day.
    pub added: Vec<f32>,
    /// Periods less than certain.
    pub uncertain: Vec<Period>,
}

/// A period in which days differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// The index of its first day.
    pub from: usize,
    /// By day: what is added to the weight.
    pub weights: Vec<f32>,
    /// By day: tokens on top.
    pub added: Vec<f32>,
    /// In which futures it comes.
    pub comes: Vec<bool>,
}

impl DayChange {
    /// Nothing changes.
    pub fn none(drawn: &Drawn) -> DayChange {
        DayChange { weights: drawn.weights.clone(), added: Vec::new(), uncertain: Vec::new() }
    }

    /// The change of a scenario.
    pub fn of(drawn: &Drawn, scenario: Scenario<'_>) -> DayChange {
        let mut change = DayChange::none(drawn);
        if scenario.removed.iter().any(|tokens| *tokens != 0.0) {
            let kept = kept_by_weekday(drawn, scenario.removed);
            for (index, weight) in change.weights.iter_mut().enumerate() {
                *weight *= kept[drawn.first_day.plus(index as i32).weekday()] as f32;
            }
        }
        let usual = change.weights.clone();
        for (number, busy) in scenario.busy.iter().enumerate() {
            let Some(period) = period(drawn, &usual, busy, (number, scenario.share)) else { continue };
            if busy.probability >= 1.0 {
                change.add(&period);
            } else if busy.probability > 0.0 {
                change.uncertain.push(period);
            }
        }
        change.settle();
        change
    }

    fn add(&mut self, period: &Period) {
        self.added.resize(self.weights.len(), 0.0);
        for (index, (weight, added)) in period.weights.iter().zip(&period.added).enumerate() {
            self.weights[period.from + index] += weight;
            self.added[period.from + index] += added;
        }
    }

    /// Nobody un-uses tokens, however many quiet periods overlap.
    fn settle(&mut self) {
        self.weights.iter_mut().for_each(|weight| *weight = weight.max(0.0));
    }

    /// Tokens of the first `days` days in a usual future, periods weighed by how often they come.
    pub fn expected_tokens(&self, drawn: &Drawn, days: usize) -> f64 {
        let level = drawn.model.level.tokens_per_week();
        let added = |index: usize| f64::from(self.added.get(index).copied().unwrap_or_default());
        let certain = self.weights.iter().take(days).enumerate();
        let certain: f64 = certain.map(|(index, weight)| f64::from(*weight) * level + added(index)).sum();
        let uncertain = self.uncertain.iter().map(|period| {
            let comes = period.comes.iter().filter(|comes| **comes).count() as f64;
            let within = days.saturating_sub(period.from);
            let tokens = period.weights.iter().zip(&period.added).take(within);
            let tokens: f64 = tokens.map(|(w, a)| f64::from(*w) * level + f64::from(*a)).sum();
            tokens * comes / f64::max(period.comes.len() as f64, 1.0)
        });
        certain + uncertain.sum::<f64>()
    }

    /// What each day needs in a future of such usual weeks, uncertain periods left out.
    #[inline(never)]
    pub fn needs(&self, weeks: &[f32], needs: &mut [f64]) {
        for ((needs, weights), week) in needs.chunks_mut(7).zip(self.weights.chunks(7)).zip(weeks) {
            for (need, weight) in needs.iter_mut().zip(weights) {
                *need = f64::from(week * weight);
            }
        }
        for (need, added) in needs.iter_mut().zip(&self.added) {
            *need += f64::from(*added);
        }
    }

    /// Which of the uncertain periods come in one future, as bits.
    pub fn which(&self, path: usize) -> usize {
        self.uncertain.iter().fold(0, |bits, period| bits << 1 | usize::from(period.comes[path]))
    }

    /// The days of one future, where periods may or may not come.
    pub fn of_path(&self, path: usize, days: &mut DayChange) {
        days.weights.clone_from(&self.weights);
        days.added.clone_from(&self.added);
        for period in self.uncertain.iter().filter(|period| period.comes[path]) {
            days.add(period);
        }
        days.settle();
    }
}

/// The part of each weekday's use that stays: one minus removed level by level, both smoothed alike.
fn kept_by_weekday(drawn: &Drawn, removed: &[f64]) -> [f64; 7] {
    let mut tokens = removed.to_vec();
    tokens.resize(drawn.history_days, 0.0);
    let past = Past { first: drawn.first_use, tokens: &tokens, calendar: &drawn.calendar };
    let model = &drawn.model;
    let level = match model.method {
        Method::Smoothed => model.level.of_other(&usual_weeks(past, &model.weights)),
        Method::BurnRate => burn_per_week(past, &model.weights),
    };
    let profile = DayWeights::of(past).profile;
    let mut kept = [1.0; 7];
    for weekday in 0..7 {
        let usual = model.level.tokens_per_week() * model.weights.profile[weekday];
        if usual > 0.0 {
            kept[weekday] = (1.0 - level * profile[weekday] / usual).clamp(0.0, 1.0);
        }
    }
    kept
}

/// The days of a busy period that lie ahead. Percent are of usual use; tokens a day are over all its
/// days and all pools, and fall on them as usual use does, so that a closed weekend stays closed.
fn period(drawn: &Drawn, usual: &[f32], busy: &Busy, (number, share): (usize, f64)) -> Option<Period> {
    let days = usual.len() as i32;
    let index = |day: Day| drawn.first_day.days_until(day);
    let (from, to) = (index(busy.from).max(0), index(busy.to).min(days - 1));
    if from > to {
        return None;
    }
    let (from, to) = (from as usize, to as usize);
    let ahead = &usual[from..=to];
    let none = vec![0.0f32; ahead.len()];
    let (weights, added) = match busy.change {
        BusyChange::Percent(percent) => {
            let factor = (percent / 100.0) as f32;
            (ahead.iter().map(|weight| weight * factor).collect(), none)
        }
        BusyChange::TokensPerDay(tokens) => {
            let sum: f32 = ahead.iter().sum();
            let total = (tokens.to_f64() * share) as f32 * ahead.len() as f32;
            let even = 1.0 / ahead.len() as f32;
            let of_day = |weight: &f32| if sum > 0.0 { weight / sum } else { even };
            (none, ahead.iter().map(|weight| total * of_day(weight)).collect())
        }
    };
    let mut dice = Dice::new(drawn.seed, &format!("busy {number}"));
    let comes = (0..drawn.paths.count).map(|_| dice.unit() < busy.probability).collect();
    Some(Period { from, weights, added, comes })
}
