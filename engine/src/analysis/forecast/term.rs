//! The term: what was there to use, what is used, and when its tiers are crossed
//! (definitions: *Run-out, tiers, true-up, renewal*).

use crate::analysis::pools::PoolAnalysis;
use crate::plan::Plan;
use crate::usage::{Day, Tokens};

/// The article's rule: 70 % used by mid-year, generalised.
pub const PACE_RATIO_MIN: f64 = 1.4;
/// Before a tenth of the term has passed the rule says nothing.
const PACE_ELAPSED_MIN: f64 = 0.1;

/// A contract year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its first day.
    pub start: Day,
    /// Its last day, the renewal.
    pub end: Day,
}

/// How fast the term's tokens go against its days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Used part of the term's tokens.
    pub used_share: f64,
    /// Passed part of the term's days.
    pub elapsed_share: f64,
    /// The first by the second is 1.4 or more, and a tenth of the term has passed.
    pub is_fast: bool,
}

impl Term {
    /// The plan's term; where it states only one end, a year from or to it.
    pub fn of(plan: &Plan) -> Option<Term> {
        let (start, end) = match (plan.term_start, plan.term_end) {
            (Some(start), Some(end)) => (start, end),
            (Some(start), None) => (start, start.plus(364)),
            (None, Some(end)) => (end.plus(-364), end),
            (None, None) => return None,
        };
        (start <= end).then_some(Term { start, end })
    }

    /// Whether days without known use lie between the last complete day and its first one.
    pub fn lies_ahead(&self, as_of: Day) -> bool {
        as_of.plus(1) < self.start
    }

    /// Its days, both ends counted.
    pub fn days(&self) -> i32 {
        self.start.days_until(self.end) + 1
    }
}

/// What a pool had to use in a term, as known on each day.
#[derive(Clone, Debug, PartialEq)]
pub struct Allowance {
    /// Tokens left when it began.
    pub at_start: Tokens,
    /// Packs that start in it, by start.
    pub packs: Vec<(Day, Tokens)>,
    /// Whose term.
    pub term: Term,
}

impl Allowance {
    /// The allowance of a pool; `None` where its tokens are not known.
    pub fn of(pool: &PoolAnalysis, plan: &Plan, term: Term, as_of: Day) -> Option<Allowance> {
        let left = pool.knows_balance.then(|| left_at_start(pool, plan, term, as_of))?;
        Allowance::starting_with(&pool.name, plan, term, left)
    }

    /// The same where it is known how many tokens a pool has when the term begins.
    pub fn starting_with(
        name: &Option<String>,
        plan: &Plan,
        term: Term,
        at_start: Tokens,
    ) -> Option<Allowance> {
        let own = plan.packs.iter().filter(|pack| pack.pool == *name);
        let mut packs: Vec<(Day, Tokens)> = own
            .filter(|pack| term.start <= pack.start && pack.start <= term.end)
            .map(|pack| (pack.start, pack.tokens))
            .collect();
        packs.sort_unstable();
        let allowance = Allowance { at_start, packs, term };
        allowance.total(term.end).is_positive().then_some(allowance)
    }

    /// Tokens there had been to use up to a day. A true-up enlarges it.
    pub fn total(&self, day: Day) -> Tokens {
        let started = self.packs.iter().take_while(|(start, _)| *start <= day);
        self.at_start + started.map(|(_, tokens)| *tokens).sum()
    }

    /// The day on which a part of them was used, up to the last complete day.
    pub fn crossed(&self, pool: &PoolAnalysis, percent: f64, as_of: Day) -> Option<Day> {
        let mut used = Tokens::ZERO;
        for number in self.term.start.0..=as_of.min(self.term.end).0 {
            used += pool.on(Day(number)).used;
            if self.total(Day(number)).is_positive() && used.to_f64() >= self.needed(percent, Day(number)) {
                return Some(Day(number));
            }
        }
        None
    }

    /// Tokens that must be used for a tier to be crossed on a day.
    pub fn needed(&self, percent: f64, day: Day) -> f64 {
        // Sums of decimals that should just reach the tier must not miss it by a rounding.
        self.total(day).to_f64() * percent / 100.0 - 1e-6
    }

    /// How fast the tokens go.
    pub fn pace(&self, pool: &PoolAnalysis, as_of: Day) -> Option<Pace> {
        let last = as_of.min(self.term.end);
        let total = self.total(last).to_f64();
        if last < self.term.start || total <= 0.0 {
            return None;
        }
        let used_share = pool.used_between(self.term.start, last).to_f64() / total;
        let elapsed_share = f64::from(self.term.start.days_until(last) + 1) / f64::from(self.term.days());
        let is_fast = elapsed_share >= PACE_ELAPSED_MIN && used_share >= PACE_RATIO_MIN * elapsed_share;
        Some(Pace { used_share, elapsed_share, is_fast })
    }
}

/// Tokens left when a term begins. What lapses on its eve is none of them.
fn left_at_start(pool: &PoolAnalysis, plan: &Plan, term: Term, as_of: Day) -> Tokens {
    if let Some((day, tokens)) = first_known(&pool.name, plan, term, as_of) {
        return tokens + pool.used_between(term.start, day);
    }
    if pool.balance_day < term.start {
        let outlive = |end: Option<Day>| end.is_none_or(|end| term.start <= end);
        let lots = pool.queue.lots().iter().filter(|lot| lot.start < term.start && outlive(lot.end));
        return lots.map(|lot| lot.left).sum();
    }
    let eve = term.start.plus(-1);
    let lapsed = pool.queue.lapses().iter().filter(|lapse| lapse.day == eve).map(|lapse| lapse.tokens).sum();
    (pool.on(eve).balance - lapsed).max(Tokens::ZERO)
}

/// The reading that tells what a term began with, where nothing was known of its tokens before. Of
/// several the last one counts that the rows reach: it knows what the earlier ones did not explain.
pub fn first_known(name: &Option<String>, plan: &Plan, term: Term, as_of: Day) -> Option<(Day, Tokens)> {
    let own = plan.packs.iter().filter(|pack| pack.pool == *name);
    let of_term = own.filter(|pack| pack.end.is_none_or(|end| term.start <= end));
    let first_pack = of_term.map(|pack| pack.start).min();
    let readings = plan.readings.iter().filter(|reading| reading.pool == *name);
    let mut alone: Vec<(Day, Tokens)> = readings
        .filter(|reading| first_pack.is_none_or(|first| reading.day < first))
        .map(|reading| (reading.day, reading.tokens))
        .collect();
    alone.sort_by_key(|(day, _)| *day);
    let (first, _) = *alone.first()?;
    if first < term.start {
        return None;
    }
    let reached = alone.iter().rfind(|(day, _)| *day <= as_of);
    reached.or(alone.first()).copied()
}
