//! A pool's futures, drawn once and kept: they depend on past use, the calendar and the seed, not on
//! packs, prices or what-ifs.

use super::backtest::Backtest;
use super::calendar::Calendar;
use super::dice::Dice;
use super::model::{Method, Model};
use super::paths::UnitPaths;
use super::trial::{Trial, stretch};
use super::weights::Past;
use crate::usage::Day;

/// How many futures are drawn.
pub const PATHS: usize = 2_000;

/// Everything about a pool's future that packs and what-ifs do not change.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// First day of use.
    pub first_use: Day,
    /// Days from it to the last complete day.
    pub history_days: usize,
    /// The first day ahead.
    pub first_day: Day,
    /// What was learnt.
    pub model: Model,
    /// The futures, in usual weeks.
    pub paths: UnitPaths,
    /// For each day ahead its share of a usual week.
    pub weights: Vec<f32>,
    /// How past forecasts did; `None` where the past is too short for one.
    pub backtest: Option<Backtest>,
    /// What the plan said about days.
    pub calendar: Calendar,
    /// What the draws hang on.
    pub seed: u64,
}

impl Drawn {
    /// Learns from a past and draws `days` days ahead. `name` is the pool's: each has draws of its
    /// own. `made`: trials of this past that still hold.
    pub fn of(past: Past<'_>, days: usize, seed: u64, name: &str, made: &[Trial]) -> Drawn {
        let backtest = Backtest::of(past, seed, made);
        let method = backtest.as_ref().map_or(Method::Smoothed, |backtest| backtest.method);
        let stretch = backtest.as_ref().map_or_else(|| stretch([].into_iter()), |backtest| backtest.stretch);
        let model = Model::of(past, method);
        let mut paths =
            UnitPaths::draw(&model.level, PATHS, days.div_ceil(7), &Dice::new(seed, &format!("pool {name}")));
        paths.centre_and_stretch(model.level.tokens_per_week(), stretch);
        Drawn {
            first_use: past.first,
            history_days: past.tokens.len(),
            first_day: past.end(),
            weights: model.day_weights(past, past.end(), days),
            model,
            paths,
            backtest,
            calendar: past.calendar.clone(),
            seed,
        }
    }

    /// The trials that would be the same under another calendar: the two agree on all their days.
    pub fn trials_under(&self, calendar: &Calendar) -> Vec<Trial> {
        let made = self.backtest.iter().flat_map(|backtest| &backtest.made);
        made.filter(|trial| self.calendar.agrees_with(calendar, trial.to)).copied().collect()
    }

    /// The same futures over more days: the first of them are as before. `tokens` is the past they
    /// were learnt from.
    pub fn longer(&self, tokens: &[f64], days: usize, name: &str) -> Drawn {
        if days <= self.weights.len() {
            return self.clone();
        }
        let past = Past { first: self.first_use, tokens, calendar: &self.calendar };
        let stretch =
            self.backtest.as_ref().map_or_else(|| stretch([].into_iter()), |backtest| backtest.stretch);
        let dice = Dice::new(self.seed, &format!("pool {name}"));
        let mut paths = UnitPaths::draw(&self.model.level, self.paths.count, days.div_ceil(7), &dice);
        paths.centre_and_stretch(self.model.level.tokens_per_week(), stretch);
        Drawn {
            weights: self.model.day_weights(past, past.end(), days),
            paths,
            model: self.model.clone(),
            backtest: self.backtest.clone(),
            calendar: self.calendar.clone(),
            ..*self
        }
    }
}
