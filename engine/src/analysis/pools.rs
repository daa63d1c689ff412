//! Each pool lived through day by day: use, packs, readings, balance.

use super::packs::{Lot, Queue};
use super::period::Period;
use crate::plan::Plan;
use crate::usage::{Day, Log, Money, Tokens, eba_pool, is_eba_pool};

/// Which team spends from which pool.
///
/// Where the plan's packs and readings name no team there is one common pool. A team that they name
/// has a pool of its own; the others share the common one, or, where every pack names a team, have
/// each their own.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolMap {
    /// The pools; `None` is the common one. By name, the common one first.
    pub pools: Vec<Option<String>>,
    /// For each team of the log, the index of its pool.
    pub pool_of_team: Vec<u32>,
}

impl PoolMap {
    /// The pools of a log under a plan.
    pub fn of(log: &Log, plan: &Plan) -> PoolMap {
        let named: Vec<&Option<String>> =
            plan.packs.iter().map(|p| &p.pool).chain(plan.readings.iter().map(|r| &r.pool)).collect();
        let is_named = |team: &str| named.iter().any(|n| n.as_deref() == Some(team));
        let all_named = !named.is_empty() && named.iter().all(|n| n.is_some());
        let is_mixed = is_mixed(log);
        let eba: Vec<&str> = log.pools().iter().filter(|team| is_eba_pool(team)).collect();
        let pool_name = |team: &str| -> Option<String> {
            if is_mixed && is_eba_pool(team) {
                return Some(eba_pool_of(team, &eba).to_string());
            }
            (!team.is_empty() && (all_named || is_named(team))).then(|| team.to_string())
        };
        let mut pools: Vec<Option<String>> = named.iter().map(|name| (*name).clone()).collect();
        pools.extend(log.pools().iter().map(pool_name));
        if pools.is_empty() {
            pools.push(None);
        }
        pools.sort();
        pools.dedup();
        let pool_of_team = log
            .pools()
            .iter()
            .map(|team| pools.binary_search(&pool_name(team)).unwrap_or_default() as u32)
            .collect();
        PoolMap { pools, pool_of_team }
    }
}

/// Whether a log holds both Flex and EBA tokens, which never share a pool.
fn is_mixed(log: &Log) -> bool {
    log.pools().iter().any(is_eba_pool) && !log.pools().iter().all(is_eba_pool)
}

/// The pool of a team with EBA tokens: its own, never the common one. Sessions name no pool; where
/// other files name exactly one, it is theirs.
fn eba_pool_of<'a>(team: &'a str, all: &[&'a str]) -> &'a str {
    let unnamed = eba_pool("");
    let mut named = all.iter().filter(|other| **other != unnamed);
    match (team == unnamed, named.next(), named.next()) {
        (true, Some(only), None) => only,
        _ => team,
    }
}

/// One day of one pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PoolDay {
    /// Net tokens used.
    pub used: Tokens,
    /// What they cost; `None` where a price is unknown.
    pub cost: Option<Money>,
    /// Tokens that no pack covered.
    pub uncovered: Tokens,
    /// Tokens left at the end of the day; 0 before the first pack or reading.
    pub balance: Tokens,
}

/// One pool under a plan.
#[derive(Clone, Debug)]
pub struct PoolAnalysis {
    /// The team; `None` for the common pool.
    pub name: Option<String>,
    /// The day of `days[0]`.
    pub first_day: Day,
    /// Every day from `first_day` on, without gaps.
    pub days: Vec<PoolDay>,
    /// First day with use.
    pub first_use: Option<Day>,
    /// Whether there is a pack or a reading, so that a balance can be told.
    pub knows_balance: bool,
    /// The packs as they stand at the end of [`PoolAnalysis::balance_day`].
    pub queue: Queue,
    /// The last complete day, or the day of a reading after it.
    pub balance_day: Day,
    /// What readings showed and the rows do not; negative where tokens were missing.
    pub unexplained: Tokens,
    /// A pack begins before the first row and no reading tells what was left then.
    pub unseen_before_rows: bool,
    /// Days whose charges and refunds net to nothing: what their charges alone would have cost.
    netted: Vec<(Day, Tokens, Money)>,
}

impl PoolAnalysis {
    /// All pools of a log under a plan, in the order of [`PoolMap::pools`].
    pub fn all(
        log: &Log,
        plan: &Plan,
        map: &PoolMap,
        period: &Period,
        token_price: Option<Money>,
    ) -> Vec<PoolAnalysis> {
        let mut series = vec![Series::default(); map.pools.len()];
        let mut refunds = series.clone();
        for entry in log.standing() {
            let pool = map.pool_of_team[entry.pool as usize] as usize;
            series[pool].add(entry.day, entry.tokens);
            if entry.tokens.0 < 0 {
                refunds[pool].add(entry.day, -entry.tokens);
            }
        }
        let is_mixed = is_mixed(log);
        map.pools
            .iter()
            .zip(series.into_iter().zip(refunds))
            .map(|(name, used)| {
                // The price of a Flex token is not that of an EBA token, unless there are only those.
                let is_other = is_mixed && name.as_deref().is_some_and(is_eba_pool);
                let price = token_price.filter(|_| !is_other);
                PoolAnalysis::live_through(name.clone(), used, plan, period, price)
            })
            .collect()
    }

    fn live_through(
        name: Option<String>,
        (used, refunds): (Series, Series),
        plan: &Plan,
        period: &Period,
        token_price: Option<Money>,
    ) -> PoolAnalysis {
        let packs = plan.packs.iter().filter(|pack| pack.pool == name);
        let mut readings: Vec<_> = plan.readings.iter().filter(|r| r.pool == name).collect();
        readings.sort_by_key(|reading| reading.day);
        let lots: Vec<Lot> = packs.map(|p| Lot::new(p.tokens, p.price, p.start, p.end)).collect();
        let knows_balance = !lots.is_empty() || !readings.is_empty();
        let first_pack = lots.iter().map(|lot| lot.start).min();
        let first_day = [used.first(), first_pack, readings.first().map(|r| r.day)]
            .into_iter()
            .flatten()
            .min()
            .unwrap_or(period.as_of)
            .min(period.as_of);
        let last_reading = readings.last().map_or(period.as_of, |reading| reading.day);
        let balance_day = period.as_of.max(last_reading);
        let last_day = balance_day.max(used.last().unwrap_or(balance_day));
        let mut queue = Queue::new(lots, token_price);
        let mut at_balance_day = None;
        let mut unexplained = Tokens::ZERO;
        let mut days = Vec::with_capacity(first_day.days_until(last_day).max(0) as usize + 1);
        let mut next_reading = readings.iter().peekable();
        let (mut has_begun, mut netted) = (false, Vec::new());
        for number in first_day.0..=last_day.0 {
            let day = Day(number);
            queue.begin_day(day);
            let used = used.on(day);
            let gross = used + refunds.on(day);
            if used == Tokens::ZERO && gross.is_positive() {
                let charged = queue.clone().use_tokens(day, gross);
                netted.extend(charged.cost.map(|cost| (day, gross, cost)));
            }
            let drawn = queue.use_tokens(day, used);
            while let Some(reading) = next_reading.next_if(|reading| reading.day <= day) {
                let difference = queue.read_balance(day, reading.tokens);
                // After the last complete day the rows are not expected to explain a reading, and
                // the first reading of a pool without packs is its beginning, not a difference.
                has_begun |= first_pack.is_some_and(|first| first <= day);
                if day <= period.as_of && has_begun {
                    unexplained += difference;
                }
                has_begun = true;
            }
            days.push(PoolDay {
                used,
                cost: drawn.cost,
                uncovered: drawn.uncovered,
                balance: queue.balance(day),
            });
            if day == balance_day {
                at_balance_day = Some(queue.clone());
            }
        }
        let first_use = used.first();
        PoolAnalysis {
            unseen_before_rows: match (first_pack, first_use) {
                (Some(pack), Some(row)) => pack < row && !readings.iter().any(|r| r.day <= period.as_of),
                _ => false,
            },
            name,
            first_day,
            days,
            first_use,
            knows_balance,
            queue: at_balance_day.unwrap_or(queue),
            balance_day,
            unexplained,
            netted,
        }
    }

    /// What the charges and refunds of a day share its price by: tokens and what they cost, `None` where a
    /// price is unknown. Where they net to nothing it is what the charges alone would have cost.
    pub(super) fn price_of(&self, index: usize) -> (Tokens, Option<Money>) {
        let PoolDay { used, cost, .. } = self.days[index];
        let day = self.first_day.plus(index as i32);
        match self.netted.binary_search_by_key(&day, |(day, ..)| *day) {
            Ok(found) => (self.netted[found].1, Some(self.netted[found].2)),
            Err(_) => (used, cost),
        }
    }

    /// Tokens left on [`PoolAnalysis::balance_day`], where that can be told.
    pub fn balance(&self) -> Option<Tokens> {
        self.knows_balance.then(|| self.queue.balance(self.balance_day))
    }

    /// What happened on a day; nothing outside the days kept.
    pub fn on(&self, day: Day) -> PoolDay {
        let index = self.first_day.days_until(day);
        usize::try_from(index).ok().and_then(|i| self.days.get(i)).copied().unwrap_or_default()
    }

    /// Net tokens used from one day to another, both counted.
    pub fn used_between(&self, from: Day, to: Day) -> Tokens {
        (from.0..=to.0).map(|day| self.on(Day(day)).used).sum()
    }

    /// Tokens that no pack covered.
    pub fn uncovered(&self) -> Tokens {
        self.days.iter().map(|day| day.uncovered).sum()
    }
}

/// Daily sums that grow to either side.
#[derive(Clone, Default)]
struct Series {
    first: Option<Day>,
    sums: std::collections::VecDeque<Tokens>,
}

impl Series {
    fn add(&mut self, day: Day, tokens: Tokens) {
        let first = *self.first.get_or_insert(day);
        for _ in day.0..first.0 {
            self.sums.push_front(Tokens::ZERO);
        }
        let first = first.min(day);
        self.first = Some(first);
        let index = first.days_until(day) as usize;
        if index >= self.sums.len() {
            self.sums.resize(index + 1, Tokens::ZERO);
        }
        self.sums[index] += tokens;
    }

    fn first(&self) -> Option<Day> {
        self.first
    }

    fn last(&self) -> Option<Day> {
        self.first.map(|first| first.plus(self.sums.len() as i32 - 1))
    }

    fn on(&self, day: Day) -> Tokens {
        let index = self.first.map(|first| first.days_until(day));
        index
            .and_then(|i| usize::try_from(i).ok())
            .and_then(|i| self.sums.get(i))
            .copied()
            .unwrap_or_default()
    }
}
