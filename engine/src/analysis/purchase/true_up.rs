//! The true-up: the smallest purchase with which enough futures reach the term's end.

use super::need::Futures;
use super::prices::Prices;
use super::renewal::tokens;
use super::sizes::Sizes;
use crate::analysis::forecast::RunOutRange;
use crate::plan::Plan;
use crate::usage::{Day, Money, Tokens};

/// What to buy during the term.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TrueUp {
    /// Tokens; 0 where enough futures reach the end as they are.
    pub tokens: Tokens,
    /// The last day to order on; `None` where nothing is to be ordered, or where the early run-out lies
    /// beyond what is looked at.
    pub order_by: Option<Day>,
    /// The day from which on the futures count with the tokens: the order day, or tomorrow where that has
    /// passed or where too many futures are short before it; `None` where nothing is bought.
    pub from: Option<Day>,
    /// What they cost now; `None` without a known price.
    pub amount: Option<Money>,
    /// What they cost when bought late.
    pub amount_if_late: Option<Money>,
    /// Tokens missing up to the term's end in the futures, before rounding to what can be bought.
    pub missing: f64,
}

impl TrueUp {
    /// Reads it off the futures of a pool whose balance is known.
    pub fn of(plan: &Plan, prices: Option<&Prices>, futures: &Futures<'_>, run_out: RunOutRange) -> TrueUp {
        let order_by = run_out.p10.map(|early| early.plus(-plan.lead_days()));
        let (tomorrow, certainty) = (futures.first_day(), plan.certainty());
        let missing = |from: Day| quantile(&futures.missing_in_term(from), certainty);
        let mut from = order_by.map_or(tomorrow, |day| day.max(tomorrow));
        let mut least = missing(from);
        if least.is_infinite() {
            (from, least) = (tomorrow, missing(tomorrow));
        }
        let needed = Sizes::of(plan).at_least(libm::ceil(least) as u64);
        TrueUp {
            order_by: order_by.filter(|_| needed > 0),
            from: (needed > 0).then_some(from),
            missing: least,
            ..TrueUp::priced(tokens(needed), prices)
        }
    }

    /// A quantity with its prices.
    pub fn priced(tokens: Tokens, prices: Option<&Prices>) -> TrueUp {
        let nothing = (!tokens.is_positive()).then_some(Money::ZERO);
        let known = prices.filter(|prices| prices.known);
        TrueUp {
            tokens,
            amount: nothing.or_else(|| known.map(|prices| prices.true_up_amount(tokens))),
            amount_if_late: nothing.or_else(|| known.map(|prices| prices.late_amount(tokens))),
            ..TrueUp::default()
        }
    }

    /// The sum over pools: all tokens, the earliest order day.
    pub fn sum(all: &[TrueUp]) -> Option<TrueUp> {
        let first = all.first()?;
        Some(all[1..].iter().fold(*first, |sum, one| TrueUp {
            tokens: sum.tokens + one.tokens,
            order_by: [sum.order_by, one.order_by].into_iter().flatten().min(),
            from: [sum.from, one.from].into_iter().flatten().min(),
            amount: sum.amount.zip(one.amount).map(|(a, b)| a + b),
            amount_if_late: sum.amount_if_late.zip(one.amount_if_late).map(|(a, b)| a + b),
            missing: sum.missing + one.missing,
        }))
    }
}

/// The smallest value that at least a part of the sorted values do not exceed.
fn quantile(sorted: &[f64], part: f64) -> f64 {
    let count = libm::ceil(part * sorted.len() as f64 - 1e-9).max(1.0) as usize;
    sorted.get(count.min(sorted.len()).saturating_sub(1)).copied().unwrap_or_default()
}
