//! Tokens stranded in the pools of small teams, and what one shared pool would have saved.

use super::when::{AHEAD_DAYS, need_per_day};
use crate::analysis::{Lot, PoolAnalysis, Queue};
use crate::plan::Plan;
use crate::usage::{Day, Money, Tokens};

/// The tokens of one pool that will lapse while others have to buy.
#[derive(Clone, Debug, PartialEq)]
pub struct Stranded {
    /// Into the pools of the report.
    pub pool: usize,
    /// Tokens left.
    pub balance: Tokens,
    /// Tokens that lapsed so far.
    pub lapsed: Tokens,
    /// Tokens that will lapse within a year if every day needs what the last four weeks needed.
    pub will_lapse: Tokens,
}

/// Several pools against one shared pool of the same packs and the same use.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedPool {
    /// Pools with packs, by tokens that lapse, then as they come.
    pub stranded: Vec<Stranded>,
    /// Tokens up to the last complete day that no pack covered, each pool by itself.
    pub uncovered_apart: Tokens,
    /// The same in one pool.
    pub uncovered_shared: Tokens,
    /// Tokens that lapsed up to the last complete day, each pool by itself.
    pub lapsed_apart: Tokens,
    /// The same in one pool.
    pub lapsed_shared: Tokens,
    /// Tokens that will lapse within a year, each pool by itself.
    pub will_lapse_apart: Tokens,
    /// The same in one pool.
    pub will_lapse_shared: Tokens,
}

impl SharedPool {
    /// `None` where fewer than two pools have packs. Readings are left out of the past: they say
    /// nothing about what another pool would have read.
    pub fn of(plan: &Plan, pools: &[PoolAnalysis], as_of: Day) -> Option<SharedPool> {
        let with_packs: Vec<usize> =
            (0..pools.len()).filter(|i| plan.packs.iter().any(|pack| pack.pool == pools[*i].name)).collect();
        if with_packs.len() < 2 {
            return None;
        }
        let past = |of: &[usize]| past(plan, pools, of, as_of);
        let coming = |of: &[usize]| coming(pools, of, as_of);
        let mut shared = SharedPool {
            stranded: Vec::new(),
            uncovered_apart: Tokens::ZERO,
            uncovered_shared: past(&with_packs).1,
            lapsed_apart: Tokens::ZERO,
            lapsed_shared: past(&with_packs).0,
            will_lapse_apart: Tokens::ZERO,
            will_lapse_shared: coming(&with_packs),
        };
        for &pool in &with_packs {
            let (lapsed, uncovered) = past(&[pool]);
            let will_lapse = coming(&[pool]);
            shared.lapsed_apart += lapsed;
            shared.uncovered_apart += uncovered;
            shared.will_lapse_apart += will_lapse;
            let balance = pools[pool].balance().unwrap_or_default();
            shared.stranded.push(Stranded { pool, balance, lapsed, will_lapse });
        }
        shared.stranded.sort_by_key(|one| std::cmp::Reverse(one.lapsed + one.will_lapse));
        Some(shared)
    }

    /// Tokens that one shared pool would have kept from lapsing so far: they would still be left, or
    /// would have met what another pool had to buy.
    pub fn saved_so_far(&self) -> Tokens {
        (self.lapsed_apart - self.lapsed_shared).max(Tokens::ZERO)
    }

    /// Tokens that it would save from here on.
    pub fn saves_within_a_year(&self) -> Tokens {
        (self.will_lapse_apart - self.will_lapse_shared).max(Tokens::ZERO)
    }

    /// Those of [`SharedPool::saved_so_far`] at a price.
    pub fn saved_so_far_money(&self, token_price: Option<Money>) -> Option<Money> {
        token_price.map(|price| self.saved_so_far().at_price(price))
    }
}

/// Tokens lapsed and uncovered up to a day, of some pools put together.
fn past(plan: &Plan, pools: &[PoolAnalysis], of: &[usize], as_of: Day) -> (Tokens, Tokens) {
    let packs = plan.packs.iter().filter(|pack| of.iter().any(|i| pools[*i].name == pack.pool));
    let mut queue = Queue::new(packs.map(|p| Lot::new(p.tokens, p.price, p.start, p.end)).collect(), None);
    let first = of.iter().map(|i| pools[*i].first_day).min().unwrap_or(as_of);
    let mut uncovered = Tokens::ZERO;
    for day in (first.0..=as_of.0).map(Day) {
        queue.begin_day(day);
        let used = of.iter().map(|i| pools[*i].on(day).used).sum();
        uncovered += queue.use_tokens(day, used).uncovered;
    }
    (queue.lapses().iter().map(|lapse| lapse.tokens).sum(), uncovered)
}

/// Tokens that will lapse in the year after a day, of some pools put together.
fn coming(pools: &[PoolAnalysis], of: &[usize], as_of: Day) -> Tokens {
    let lots: Vec<Lot> = of.iter().flat_map(|i| pools[*i].queue.lots().iter().cloned()).collect();
    let need = of.iter().map(|i| need_per_day(&pools[*i], as_of)).sum();
    let mut queue = Queue::new(lots, None);
    for day in (as_of.0 + 1..=as_of.plus(AHEAD_DAYS).0).map(Day) {
        queue.begin_day(day);
        queue.use_tokens(day, need);
    }
    queue.lapses().iter().map(|lapse| lapse.tokens).sum()
}
