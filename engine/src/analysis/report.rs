//! Everything that was worked out, as plain data.

use super::forecast::{Frame, Kept, PoolForecast};
use super::licences::MovedTokens;
use super::{
    Climb, Cost, DayPrices, HabitCost, HabitDays, HabitFlags, HabitFrame, PartUse, Period, PoolAnalysis,
    PoolMap, RunOut, SavedTokens, Spike, climb, spikes,
};
use crate::plan::{Pack, Plan};
use crate::rules::{LIST_CURRENCY, LIST_TOKEN_PRICE};
use crate::usage::{Day, Log, Money, Tokens, is_eba_pool};
use std::sync::Arc;

/// Where the token price comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceSource {
    /// The plan says so.
    Plan,
    /// The mean of the packs valid on the last day.
    Packs,
    /// The list price, in US dollars only.
    List,
    /// No price is known.
    Unknown,
}

/// The results for one log, plan and last complete day.
#[derive(Clone, Debug)]
pub struct Report {
    /// What the log covers.
    pub period: Period,
    /// What a token costs; `None` where unknown.
    pub token_price: Option<Money>,
    /// Where that comes from.
    pub price_source: PriceSource,
    /// Which team spends from which pool.
    pub pool_map: PoolMap,
    /// The pools, in the order of the map.
    pub pools: Vec<PoolAnalysis>,
    /// The straight line of each: the burn rate, kept for comparison.
    pub runouts: Vec<RunOut>,
    /// The forecast of each.
    pub forecasts: Vec<PoolForecast>,
    /// What each entry cost.
    pub prices: DayPrices,
    /// What it all cost.
    pub cost: Cost,
    /// What habits cost.
    pub habits: Vec<HabitCost>,
    /// Which charges they are.
    pub habit_flags: Arc<HabitFlags>,
    /// What is each habit's own, by pool and day.
    pub habit_days: HabitDays,
    /// What the plan's moves take off the pools.
    pub moved: Arc<MovedTokens>,
    /// What the seats of the moves cost a year; `None` where a price is not known.
    pub subscriptions_per_year: Option<Money>,
    /// What the plan's shares of habits take off the pools.
    pub saved: SavedTokens,
    /// What teams, departments and projects with a budget used by day, in the order of the budgets.
    pub budget_use: Arc<Vec<Option<PartUse>>>,
    /// Days far above what they should be, over all pools.
    pub spikes: Vec<Spike>,
    /// The climb or fall of all use lately; `None` where too few weeks are known.
    pub climb: Option<Climb>,
}

impl Report {
    /// Works everything out; `None` where the log holds no use.
    pub fn of(log: &Log, plan: &Plan, as_of: Option<Day>) -> Option<Report> {
        Report::with_kept(log, plan, as_of, &mut Kept::default())
    }

    /// The same, with the futures of the last report at hand.
    pub fn with_kept(log: &Log, plan: &Plan, as_of: Option<Day>, kept: &mut Kept) -> Option<Report> {
        let period = Period::of(log, as_of)?;
        let (token_price, price_source) = token_price(log, plan, period.as_of);
        let pool_map = PoolMap::of(log, plan);
        let pools = PoolAnalysis::all(log, plan, &pool_map, &period, token_price);
        let prices = DayPrices::of(log, &pool_map, &pools);
        let frame = Frame::of(plan, &period);
        let used_on = |day| pools.iter().map(|pool| pool.on(Day(day)).used).sum();
        let daily: Vec<Tokens> = (period.first.0..=period.as_of.0).map(used_on).collect();
        let habit = HabitFrame { plan, period: &period, pools: &pool_map, token_price };
        let habits = kept.habits(log, habit);
        Some(Report {
            saved: habits.days.saved(plan),
            habits: habits.costs,
            habit_flags: habits.flags,
            habit_days: habits.days,
            moved: habits.moved,
            subscriptions_per_year: habits.subscriptions,
            forecasts: kept.forecasts(&pools, &frame),
            budget_use: kept.budget_use(log, plan),
            spikes: spikes(period.first, &daily),
            climb: climb(&daily),
            cost: Cost::of(log, &prices, &pools),
            runouts: pools.iter().map(|pool| RunOut::of(pool, plan, period.as_of)).collect(),
            period,
            token_price,
            price_source,
            pool_map,
            pools,
            prices,
        })
    }

    /// The same for another plan with the same licence inputs ([`Plan::has_same_licence_inputs`]):
    /// pools, prices and what was paid stay; habits, moves and forecasts follow the plan.
    pub fn follow(&mut self, log: &Log, plan: &Plan, kept: &mut Kept) {
        let (pools, token_price) = (&self.pool_map, self.token_price);
        let habits = kept.habits(log, HabitFrame { plan, period: &self.period, pools, token_price });
        self.saved = habits.days.saved(plan);
        self.habits = habits.costs;
        self.habit_flags = habits.flags;
        self.habit_days = habits.days;
        self.moved = habits.moved;
        self.subscriptions_per_year = habits.subscriptions;
        self.budget_use = kept.budget_use(log, plan);
        kept.follow(&mut self.forecasts, &self.pools, &Frame::of(plan, &self.period));
    }
}

/// The plan's token price, else the mean price of the packs valid on the last day, else the list
/// price, and only in its currency and for Flex tokens.
pub(super) fn token_price(log: &Log, plan: &Plan, as_of: Day) -> (Option<Money>, PriceSource) {
    if let Some(price) = plan.token_price {
        return (Some(price), PriceSource::Plan);
    }
    let is_eba = !log.pools().is_empty() && log.pools().iter().all(is_eba_pool);
    let is_of_kind = |p: &&Pack| is_eba || !p.pool.as_deref().is_some_and(is_eba_pool);
    let valid = plan.packs.iter().filter(|p| p.start <= as_of && p.end.is_none_or(|end| as_of <= end));
    let valid = valid.filter(is_of_kind);
    let (tokens, money) = valid
        .filter_map(|p| p.price.map(|price| (p.tokens, price)))
        .fold((Tokens::ZERO, Money::ZERO), |(tokens, money), (more_tokens, more_money)| {
            (tokens + more_tokens, money + more_money)
        });
    if tokens.is_positive() {
        let price = money.scale_rounded(crate::usage::MICRO, tokens.0);
        return (Some(price), PriceSource::Packs);
    }
    if plan.currency() == LIST_CURRENCY && !is_eba {
        return (Some(LIST_TOKEN_PRICE), PriceSource::List);
    }
    (None, PriceSource::Unknown)
}
