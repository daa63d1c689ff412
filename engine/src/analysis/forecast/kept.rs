//! What outlives a change of the plan: a new price or pack draws no futures anew, and a share of a habit
//! finds no habits anew.

use super::calendar::Calendar;
use super::draw::Drawn;
use super::pool::{Frame, PoolForecast};
use crate::analysis::licences::MovedTokens;
use crate::analysis::pools::PoolAnalysis;
use crate::analysis::runout::horizon;
use crate::analysis::scenario::subscriptions;
use crate::analysis::{HabitCost, HabitDays, HabitFlags, HabitFrame, Period};
use crate::plan::Plan;
use crate::usage::{Day, Log, Money};
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

/// The habits of a log, with what they hang on.
#[derive(Clone, Debug)]
struct KeptHabits {
    plan: Plan,
    period: Period,
    flags: Arc<HabitFlags>,
    costs: Vec<HabitCost>,
    days: HabitDays,
    moved: Arc<MovedTokens>,
    subscriptions: Option<Money>,
}

/// What a report tells of habits and of the moves that are taken off before them.
pub struct HabitParts {
    /// Which charges they are.
    pub flags: Arc<HabitFlags>,
    /// What they cost.
    pub costs: Vec<HabitCost>,
    /// What is each habit's own, by pool and day.
    pub days: HabitDays,
    /// What the plan's moves take off.
    pub moved: Arc<MovedTokens>,
    /// What the seats of the moves cost a year; `None` where a price is not known.
    pub subscriptions: Option<Money>,
}

/// The futures of the last report's pools, and the habits of its log.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    pools: Vec<(Key, Option<Arc<Drawn>>)>,
    habits: Option<KeptHabits>,
}

impl Kept {
    /// The habits of a log, what they cost and what is their own by pool and day. Found anew only where
    /// the plan changed in what they hang on, and summed anew only where moves changed too.
    pub fn habits(&mut self, log: &Log, frame: HabitFrame<'_>) -> HabitParts {
        let HabitFrame { plan, period, pools, token_price } = frame;
        let known = self.habits.take();
        let known = known.filter(|kept| kept.period == *period && kept.plan.has_same_licence_inputs(plan));
        let mut kept = match known {
            Some(kept) if kept.plan.moves == plan.moves => kept,
            known => {
                let flags = known.map_or_else(|| Arc::new(HabitFlags::of(log, frame)), |kept| kept.flags);
                let moved = MovedTokens::of(log, plan, pools);
                let costs = flags.costs(log, plan, period, token_price, &moved);
                let days = HabitDays::of(log, pools, &flags, &moved);
                let subscriptions = subscriptions(log, plan, period.as_of);
                let moved = Arc::new(moved);
                KeptHabits { plan: plan.clone(), period: *period, flags, costs, days, moved, subscriptions }
            }
        };
        kept.plan.clone_from(plan);
        for cost in &mut kept.costs {
            cost.share = plan.habits.get(cost.habit.name()).copied().unwrap_or_default();
        }
        let given = HabitParts {
            flags: Arc::clone(&kept.flags),
            costs: kept.costs.clone(),
            days: kept.days.clone(),
            moved: Arc::clone(&kept.moved),
            subscriptions: kept.subscriptions,
        };
        self.habits = Some(kept);
        given
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
