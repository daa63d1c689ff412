//! *Now → then*: what the plan's moves, habits and busy periods lead to, on the same random numbers
//! (definitions: *Now and then*).

use super::forecast::{Changed, DayChange, Frame, PoolForecast, Scenario};
use super::licences::OfferBook;
use super::{Cost, DayPrices, PoolAnalysis, Report, by_day};
use crate::plan::{Busy, Plan};
use crate::usage::{Day, Entry, Log, Money, Tokens, is_eba_pool};

/// What the what-ifs would have taken off the pools.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relief {
    /// For each pool of the map, net tokens by day, days ascending, each once.
    pub by_pool: Vec<Vec<(Day, Tokens)>>,
}

impl Relief {
    /// Everything that the plan states: moves first, then habits on what is left.
    pub fn of(report: &Report) -> Relief {
        let mut relief = Relief { by_pool: vec![Vec::new(); report.pools.len()] };
        relief.add(&report.moved.by_pool);
        relief.add(&report.saved.by_pool);
        relief
    }

    /// Adds tokens of the same shape.
    pub fn add(&mut self, more: &[Vec<(Day, Tokens)>]) {
        for (days, more) in self.by_pool.iter_mut().zip(more) {
            days.extend_from_slice(more);
            by_day::merge(days, |sum, more| *sum += *more);
        }
    }

    /// Tokens taken off a pool from one day to another, both counted.
    pub fn between(&self, pool: usize, from: Day, to: Day) -> Tokens {
        let days = self.by_pool.get(pool).map_or(&[][..], Vec::as_slice);
        days.iter().filter(|(day, _)| from <= *day && *day <= to).map(|(_, tokens)| *tokens).sum()
    }

    /// Tokens a day from a pool's first use to the last complete day, as a [`Scenario`] wants them;
    /// empty where nothing is taken.
    fn daily(&self, pool: usize, first_use: Option<Day>, as_of: Day) -> Vec<f64> {
        let days = self.by_pool.get(pool).filter(|days| !days.is_empty());
        let (Some(days), Some(first)) = (days, first_use) else { return Vec::new() };
        let mut daily = vec![0.0; (first.days_until(as_of) + 1).max(0) as usize];
        for (day, tokens) in days {
            let index = usize::try_from(first.days_until(*day)).ok();
            if let Some(sum) = index.and_then(|index| daily.get_mut(index)) {
                *sum += tokens.to_f64();
            }
        }
        daily
    }
}

/// The plan's what-ifs on the report's pools.
#[derive(Clone, Debug)]
pub struct Then {
    /// What moves and habits would have taken away.
    pub relief: Relief,
    /// The same by pool and day from its first use on.
    removed: Vec<Vec<f64>>,
    /// Busy periods that the plan counts with.
    busy: Vec<Busy>,
    /// By pool, its part of all usual use.
    shares: Vec<f64>,
    /// What the subscriptions of the moves cost a year; `None` where a price is not known.
    pub subscriptions_per_year: Option<Money>,
}

impl Then {
    /// `None` where the plan states no what-if.
    pub fn of(plan: &Plan, report: &Report) -> Option<Then> {
        if !plan.has_what_ifs() {
            return None;
        }
        let relief = Relief::of(report);
        let daily =
            |(index, pool): (usize, &PoolAnalysis)| relief.daily(index, pool.first_use, report.period.as_of);
        Some(Then {
            removed: report.pools.iter().enumerate().map(daily).collect(),
            relief,
            busy: plan.busy.clone(),
            shares: shares_of_use(report),
            subscriptions_per_year: report.subscriptions_per_year,
        })
    }

    /// A pool's part of it.
    pub fn scenario(&self, pool: usize) -> Scenario<'_> {
        Scenario {
            removed: self.removed.get(pool).map_or(&[], Vec::as_slice),
            busy: &self.busy,
            share: self.shares.get(pool).copied().unwrap_or_default(),
        }
    }

    /// Whether anything changes for a pool after a day.
    pub fn changes(&self, pool: usize, as_of: Day) -> bool {
        self.removed.get(pool).is_some_and(|days| days.iter().any(|tokens| *tokens != 0.0))
            || self.busy.iter().any(|busy| busy.to > as_of)
    }

    /// Outlook, tiers and months of all pools.
    pub fn pools(&self, plan: &Plan, report: &Report) -> Vec<Changed> {
        let frame = Frame::of(plan, &report.period);
        let all = report.pools.iter().zip(&report.forecasts).enumerate();
        all.map(|(index, (pool, forecast))| forecast.outlook(pool, &frame, self.scenario(index), false))
            .collect()
    }

    /// Tokens a year more (or, below zero, fewer) of a pool: what moves and habits would have taken
    /// away in the year's window, and what busy periods add on average within the coming 365 days.
    /// `None` where too few days are covered.
    pub fn tokens_per_year(&self, pool: usize, report: &Report) -> Option<Tokens> {
        let year = report.period.year()?;
        let taken = year.tokens(self.relief.between(pool, year.from, year.to));
        Some(busy_tokens(&report.forecasts[pool], self.scenario(pool)) - taken)
    }

    /// Past cost as it would have been: moved people's covered charges left out, of the others the
    /// habits' shares, packs and readings as they are.
    pub fn cost(&self, log: &Log, plan: &Plan, report: &Report) -> Cost {
        let book = OfferBook::of(log, plan).unwrap_or_default();
        let moved = &*report.moved;
        let left = |index: usize, entry: &Entry| {
            if moved.covers(&book, entry.person, entry.product) {
                return Tokens::ZERO;
            }
            let habit = report.habit_flags.owner(moved, index, entry).filter(|_| entry.tokens.is_positive());
            let share = habit.and_then(|habit| plan.habits.get(habit.name())).copied().unwrap_or_default();
            Tokens::from_f64(entry.tokens.to_f64() * (1.0 - share))
        };
        let log = log.with_tokens(left);
        let pools = PoolAnalysis::all(&log, plan, &report.pool_map, &report.period, report.token_price);
        Cost::of(&log, &DayPrices::of(&log, &report.pool_map, &pools), &pools)
    }
}

/// Each pool's part of the usual week of all: what a plan says of a busy period is about the whole firm.
/// Tokens of an enterprise agreement are of another kind and count only where there are no others.
fn shares_of_use(report: &Report) -> Vec<f64> {
    let is_eba = |pool: &PoolAnalysis| pool.name.as_deref().is_some_and(is_eba_pool);
    let is_all_eba = report.pools.iter().all(is_eba);
    let usual = |(pool, forecast): (&PoolAnalysis, &PoolForecast)| {
        let drawn = forecast.drawn.as_deref().filter(|_| is_all_eba || !is_eba(pool));
        drawn.map_or(0.0, |drawn| drawn.model.level.tokens_per_week())
    };
    let usual: Vec<f64> = report.pools.iter().zip(&report.forecasts).map(usual).collect();
    let all: f64 = usual.iter().sum();
    usual.iter().map(|tokens| if all > 0.0 { tokens / all } else { 0.0 }).collect()
}

/// The mean of what busy periods add within 365 days, on what moves and habits leave.
fn busy_tokens(forecast: &PoolForecast, scenario: Scenario<'_>) -> Tokens {
    let Some(drawn) = forecast.drawn.as_deref() else { return Tokens::ZERO };
    if scenario.busy.is_empty() {
        return Tokens::ZERO;
    }
    let of = |busy| DayChange::of(drawn, Scenario { busy, ..scenario }).expected_tokens(drawn, 365);
    Tokens::from_f64(libm::round(of(scenario.busy) - of(&[])))
}
