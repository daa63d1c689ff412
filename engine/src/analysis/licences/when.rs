//! When a saving becomes money: prepaid tokens are sunk (definitions: *Now and then*).

use crate::analysis::PoolAnalysis;
use crate::plan::Plan;
use crate::usage::{Day, Tokens};

/// Days that tell what a day needs, here.
pub const NEED_DAYS: i32 = 28;
/// How far ahead it is looked.
pub const AHEAD_DAYS: i32 = 365;

/// When tokens that are not used any more become money not spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// The pool runs short within the term: a true-up becomes smaller. The sooner the better.
    ThisTerm,
    /// The pool lasts to the term's end: until then the tokens would lapse, and the next purchase
    /// becomes smaller. Best from the day after the term.
    AtRenewal,
    /// Not within a year: the packs already bought last longer, and the tokens would lapse.
    Lapses,
    /// Tokens left are not known.
    Unknown,
}

impl When {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            When::ThisTerm => "this_term",
            When::AtRenewal => "at_renewal",
            When::Lapses => "lapses",
            When::Unknown => "unknown",
        }
    }
}

/// When tokens saved in one pool become money, and the best day to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhenMoney {
    /// When.
    pub when: When,
    /// The best day for the move; `None` where there is none or nothing is known.
    pub best_day: Option<Day>,
}

impl WhenMoney {
    /// Lives a pool's coming days, each needing the mean of the last four weeks, until one cannot be
    /// met from the packs already bought.
    pub fn of(pool: &PoolAnalysis, plan: &Plan, as_of: Day) -> WhenMoney {
        if !pool.knows_balance {
            return WhenMoney { when: When::Unknown, best_day: None };
        }
        let renewal = plan.term_end.or_else(|| pool.queue.lots().iter().filter_map(|lot| lot.end).max());
        let need = need_per_day(pool, as_of);
        let mut queue = pool.queue.clone();
        let short = (pool.balance_day.0 + 1..=as_of.plus(AHEAD_DAYS).0).map(Day).find(|day| {
            queue.begin_day(*day);
            queue.balance(*day) < need || {
                queue.use_tokens(*day, need);
                false
            }
        });
        let tomorrow = as_of.plus(1);
        match (short.filter(|_| need.is_positive()), renewal) {
            (Some(day), Some(renewal)) if renewal < day => {
                WhenMoney { when: When::AtRenewal, best_day: Some(renewal.plus(1).max(tomorrow)) }
            }
            (Some(_), _) => WhenMoney { when: When::ThisTerm, best_day: Some(tomorrow) },
            (None, _) => WhenMoney { when: When::Lapses, best_day: None },
        }
    }
}

/// What a day needs: the mean of the last four weeks, or of the days since the first use.
pub fn need_per_day(pool: &PoolAnalysis, as_of: Day) -> Tokens {
    let seen = pool.first_use.map_or(0, |first| first.days_until(as_of) + 1).clamp(1, NEED_DAYS);
    let used = pool.used_between(as_of.plus(1 - seen), as_of).max(Tokens::ZERO);
    used.scale_rounded(1, i64::from(seen))
}
