//! What outlives a change of the plan: a new price or pack draws no futures anew, and a share of a habit
//! finds no habits anew.

use super::calendar::Calendar;
use super::draw::Drawn;
use super::pool::{Frame, PoolForecast};
use crate::analysis::pools::PoolAnalysis;
use crate::analysis::runout::horizon;
use crate::analysis::{HabitFlags, HabitFrame, Period};
use crate::plan::Plan;
use crate::usage::{Day, Log};
use std::sync::Arc;

/// What a pool's futures hang on, compared whole.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    name: Option<String>,
    daily: Option<(Day, Vec<f64>)>,
    calendar: Calendar,
    horizon: Day,
    seed: u64,
}

/// The futures of the last report's pools, and the habits of its log.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    pools: Vec<(Key, Option<Arc<Drawn>>)>,
    habits: Option<(Plan, Period, Arc<HabitFlags>)>,
}

impl Kept {
    /// The habits of a log, found anew only where the plan changed in what they hang on.
    pub fn habits(&mut self, log: &Log, frame: HabitFrame<'_>) -> Arc<HabitFlags> {
        let known = self
            .habits
            .take()
            .filter(|(plan, period, _)| period == frame.period && plan.has_same_licence_inputs(frame.plan));
        let found = known.map_or_else(|| Arc::new(HabitFlags::of(log, frame)), |(_, _, flags)| flags);
        self.habits = Some((frame.plan.clone(), *frame.period, Arc::clone(&found)));
        found
    }

    /// The log changed.
    pub fn forget_log(&mut self) {
        self.habits = None;
    }

    /// Forecasts all pools, drawing only where the past, the calendar, the horizon or the seed
    /// changed.
    pub fn forecasts(&mut self, pools: &[PoolAnalysis], frame: &Frame<'_>) -> Vec<PoolForecast> {
        let before = std::mem::take(&mut self.pools);
        let mut forecasts = Vec::with_capacity(pools.len());
        for pool in pools {
            let key = Key {
                name: pool.name.clone(),
                daily: PoolForecast::daily(pool, frame.as_of),
                calendar: frame.calendar.clone(),
                horizon: horizon(frame.plan, frame.as_of),
                seed: frame.plan.seed(),
            };
            let known = before.iter().find(|(other, _)| *other == key).map(|(_, drawn)| drawn.clone());
            let drawn = known.unwrap_or_else(|| PoolForecast::draw(pool, frame).map(Arc::new));
            forecasts.push(PoolForecast::of(pool, frame, drawn.clone()));
            self.pools.push((key, drawn));
        }
        forecasts
    }
}
