//! What outlives a change of the plan: a new price or pack draws no futures anew, and a share of a habit
//! finds no habits anew.

use super::calendar::Calendar;
use super::draw::Drawn;
use super::pool::{Frame, PoolForecast};
use crate::analysis::licences::{MoveGround, MovedTokens};
use crate::analysis::pools::PoolAnalysis;
use crate::analysis::runout::horizon;
use crate::analysis::{HabitCost, HabitDays, HabitFlags, HabitFrame, PartUse, Period};
use crate::plan::{BudgetOf, Plan};
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

impl Key {
    fn of(pool: &PoolAnalysis, frame: &Frame<'_>) -> Key {
        Key {
            name: pool.name.clone(),
            daily: PoolForecast::daily(pool, frame.as_of),
            calendar: frame.calendar.clone(),
            horizon: horizon(frame.plan, frame.as_of),
            seed: frame.plan.seed(),
        }
    }

    /// Whether the futures of another are learnt from the same days of use with the same draws.
    fn has_past_of(&self, other: &Key) -> bool {
        (self.seed, &self.daily) == (other.seed, &other.daily)
    }
}

/// The habits of a log, with what they hang on.
#[derive(Clone, Debug)]
struct KeptHabits {
    plan: Plan,
    period: Period,
    found: Arc<Found>,
    costs: Vec<HabitCost>,
    days: HabitDays,
    moved: Arc<MovedTokens>,
    subscriptions: Option<Money>,
}

/// What is found once for a log and the plan's licence inputs, before any move.
#[derive(Clone, Debug)]
struct Found {
    ground: MoveGround,
    flags: Arc<HabitFlags>,
    costs: Vec<HabitCost>,
    days: HabitDays,
}

impl Found {
    fn of(log: &Log, frame: HabitFrame<'_>) -> Found {
        let HabitFrame { plan, period, pools, token_price } = frame;
        let ground = MoveGround::of(log, plan, period.as_of);
        let flags = HabitFlags::with(log, frame, &ground);
        let none = MovedTokens::none(pools);
        Found {
            costs: flags.costs(log, plan, period, token_price, &none),
            days: HabitDays::of(log, pools, &flags, &none),
            flags: Arc::new(flags),
            ground,
        }
    }
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
    budget_use: Option<KeptBudgetUse>,
}

/// Whose use was summed by day for budgets, and the sums.
type KeptBudgetUse = (Vec<BudgetOf>, Arc<Vec<Option<PartUse>>>);

impl Kept {
    /// The use by day of everyone with a budget, in the order of the plan's budgets; summed anew only
    /// where somebody else has one.
    pub fn budget_use(&mut self, log: &Log, plan: &Plan) -> Arc<Vec<Option<PartUse>>> {
        let wanted: Vec<BudgetOf> = plan.budgets.iter().map(|budget| budget.of.clone()).collect();
        let kept = self.budget_use.take().filter(|(of, _)| *of == wanted);
        let kept = kept.unwrap_or_else(|| {
            let sums = Arc::new(PartUse::of_all(log, &wanted));
            (wanted, sums)
        });
        Arc::clone(&self.budget_use.insert(kept).1)
    }

    /// The habits of a log, what they cost and what is their own by pool and day. Found anew only where
    /// the plan changed in what they hang on, and summed anew only where moves changed too.
    pub fn habits(&mut self, log: &Log, frame: HabitFrame<'_>) -> HabitParts {
        let HabitFrame { plan, period, pools, token_price } = frame;
        let known = self.habits.take();
        let known = known.filter(|kept| kept.period == *period && kept.plan.has_same_licence_inputs(plan));
        let mut kept = match known {
            Some(kept) if kept.plan.moves == plan.moves => kept,
            known => {
                let found = known.map_or_else(|| Arc::new(Found::of(log, frame)), |kept| kept.found);
                let moved = found.ground.moved(log, plan, pools);
                let costs = found.flags.costs_with(log, (period, token_price), &found.costs, &moved);
                let days = found.days.with_moves(log, pools, &found.flags, &moved);
                let subscriptions = if plan.moves.is_empty() {
                    Some(Money::ZERO)
                } else {
                    found.ground.seats_per_year(&moved.people)
                };
                let moved = Arc::new(moved);
                KeptHabits { plan: plan.clone(), period: *period, found, costs, days, moved, subscriptions }
            }
        };
        kept.plan.clone_from(plan);
        for cost in &mut kept.costs {
            cost.share = plan.habits.get(cost.habit.name()).copied().unwrap_or_default();
        }
        let given = HabitParts {
            flags: Arc::clone(&kept.found.flags),
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
        (self.habits, self.budget_use) = (None, None);
    }

    /// Forecasts all pools, drawing only where the past, the calendar, the horizon or the seed
    /// changed.
    pub fn forecasts(&mut self, pools: &[PoolAnalysis], frame: &Frame<'_>) -> Vec<PoolForecast> {
        let before = std::mem::take(&mut self.pools);
        let mut forecasts = Vec::with_capacity(pools.len());
        for pool in pools {
            let key = Key::of(pool, frame);
            let known = before.iter().find(|(other, _)| *other == key).map(|(_, drawn)| drawn.clone());
            // Where only the calendar changed, past forecasts of days on which it did not still hold.
            let same_past = || before.iter().find(|(other, _)| other.has_past_of(&key));
            let drawn = known.unwrap_or_else(|| {
                let earlier = same_past().and_then(|(_, drawn)| drawn.as_deref());
                let made = earlier.map_or_else(Vec::new, |drawn| drawn.trials_under(&frame.calendar));
                PoolForecast::draw(pool, frame, &made).map(Arc::new)
            });
            forecasts.push(PoolForecast::of(pool, frame, drawn.clone()));
            self.pools.push((key, drawn));
        }
        forecasts
    }

    /// The same where the plan changed in nothing that pools hang on: a forecast whose futures stay, stays.
    pub fn follow(&mut self, forecasts: &mut Vec<PoolForecast>, pools: &[PoolAnalysis], frame: &Frame<'_>) {
        let is_same = |(pool, (key, _)): (&PoolAnalysis, &(Key, _))| Key::of(pool, frame) == *key;
        let all_same = self.pools.len() == pools.len() && pools.iter().zip(&self.pools).all(is_same);
        if !all_same {
            *forecasts = self.forecasts(pools, frame);
        }
    }
}
