//! What a pool has to use before its futures say more: the term's tokens, and those that left unseen
//! before a reading.

use super::change::DayChange;
use super::pool::PoolForecast;
use super::term::Allowance;
use crate::analysis::pools::PoolAnalysis;
use crate::plan::Plan;
use crate::usage::{Day, Tokens};

impl PoolForecast {
    /// What the term has to use, as far as that is known; of one that lies ahead, what the middle of
    /// the futures leaves for it.
    pub(super) fn allowance(
        &self,
        pool: &PoolAnalysis,
        plan: &Plan,
        as_of: Day,
        change: Option<&DayChange>,
    ) -> Option<Allowance> {
        let term = self.term?;
        let ahead = change.filter(|_| pool.knows_balance);
        match ahead.and_then(|change| self.left_for(pool, term.start, change)) {
            Some(left) => Allowance::starting_with(&pool.name, plan, term, left),
            None => Allowance::of(pool, plan, term, as_of),
        }
    }

    /// The middle of what the futures leave in the packs for a day that begins after days unlived, as
    /// one that lapses on its eve does not; `None` for other days.
    fn left_for(&self, pool: &PoolAnalysis, day: Day, change: &DayChange) -> Option<Tokens> {
        let drawn = self.drawn.as_deref()?;
        // The day itself is lived too: what lapses is told on the day after.
        let days = drawn.first_day.days_until(day) + 1;
        if days < 2 || days as usize > drawn.weights.len() || day <= pool.balance_day {
            return None;
        }
        let eve = days as usize - 2;
        let packs = self.packs_for(pool, days as usize)?;
        let mut left = vec![0.0; drawn.paths.count];
        let mut lapsed = left.clone();
        packs.run(
            &drawn.paths,
            change,
            |path, life| left[path] = life.balance[eve],
            |path, lot, tokens| {
                if packs.last_day(lot) == Some(eve as i32) {
                    lapsed[path] += tokens;
                }
            },
        );
        left.iter_mut().zip(lapsed).for_each(|(left, lapsed)| *left -= lapsed);
        left.sort_unstable_by(f64::total_cmp);
        Some(Tokens::from_f64(left[(left.len() - 1) / 2].max(0.0)))
    }
}

/// Tokens that left between the last complete day and a later reading: packs that started meanwhile
/// hide none of it, and what lapsed meanwhile was not used.
pub fn used_before_balance(pool: &PoolAnalysis, plan: &Plan, as_of: Day) -> Tokens {
    if pool.balance_day <= as_of {
        return Tokens::ZERO;
    }
    let started = plan.packs.iter().filter(|pack| pack.pool == pool.name);
    let started = started.filter(|pack| as_of < pack.start && pack.start <= pool.balance_day);
    let bought: Tokens = started.map(|pack| pack.tokens).sum();
    let lapses = pool.queue.lapses().iter();
    let lapses = lapses.filter(|lapse| as_of <= lapse.day && lapse.day < pool.balance_day);
    let lapsed: Tokens = lapses.map(|lapse| lapse.tokens).sum();
    let left = pool.on(as_of).balance + bought - lapsed - pool.queue.balance(pool.balance_day);
    left.max(Tokens::ZERO)
}
