//! What to buy: during the term, and at renewal (definitions: *Run-out, tiers, true-up, renewal*).
//!
//! Everything is read off the futures of the run-out forecast, drawn further where the next term
//! ends later. A true-up's leftovers reduce the renewal: both are on one horizon.

mod curve;
mod need;
mod prices;
mod renewal;
mod sizes;
mod true_up;

use super::forecast::{Frame, Scenario};
use super::{NoRunOut, Report, Then};
use crate::plan::Plan;
use crate::usage::{Money, Tokens, is_eba_pool};

pub use curve::{Curve, CurveTerms};
pub use need::{Futures, NEXT_TERM_DAYS_MAX, Needs, PACE_DAYS};
pub use prices::{LATE_TENTHS, Prices};
pub use renewal::{
    Clause, CostPoint, GRACE_DAYS_ASKED, LONGER_DAYS_ASKED, Pricing, Renewal, STOP_CHANCE_MAX, cents,
    newsvendor, tokens,
};
pub use sizes::{Sizes, TOKENS_MIN};
pub use true_up::TrueUp;

/// One pool's purchases.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PoolPurchase {
    /// `None` where it cannot be told: no balance, no term that ends ahead, too little history.
    pub true_up: Option<TrueUp>,
    /// `None` where it cannot be told.
    pub renewal: Option<Renewal>,
}

/// All pools' purchases.
#[derive(Clone, Debug, PartialEq)]
pub struct Purchase {
    /// In the order of the report's pools.
    pub pools: Vec<PoolPurchase>,
    /// The sum over the pools that can be told; `None` where none can.
    pub true_up: Option<TrueUp>,
    /// The sum of the renewals; `None` where none can be told.
    pub renewal: Option<RenewalSum>,
}

/// The renewals of all pools together.
#[derive(Clone, Debug, PartialEq)]
pub struct RenewalSum {
    /// Tokens to buy.
    pub tokens: Tokens,
    /// What they cost.
    pub amount: Option<Money>,
    /// What each clause is worth, by worth, then name.
    pub clauses: Vec<(Clause, Option<Money>)>,
}

impl Purchase {
    /// The purchases as things are, or, with a scenario, as they would be.
    pub fn of(plan: &Plan, report: &Report, then: Option<&Then>) -> Purchase {
        let pools: Vec<PoolPurchase> = (0..report.pools.len())
            .map(|pool| {
                of_pool(plan, report, pool, then.map_or_else(Scenario::default, |t| t.scenario(pool)))
            })
            .collect();
        let true_ups: Vec<TrueUp> = pools.iter().filter_map(|pool| pool.true_up).collect();
        let renewals: Vec<&Renewal> = pools.iter().filter_map(|pool| pool.renewal.as_ref()).collect();
        Purchase {
            true_up: TrueUp::sum(&true_ups),
            renewal: (!renewals.is_empty()).then(|| RenewalSum::of(&renewals)),
            pools,
        }
    }
}

impl RenewalSum {
    fn of(renewals: &[&Renewal]) -> RenewalSum {
        let mut clauses: Vec<(Clause, Option<Money>)> = Clause::ALL
            .into_iter()
            .enumerate()
            .map(|(index, clause)| (clause, renewals.iter().map(|one| one.clauses[index].1).sum()))
            .collect();
        clauses.sort_by_key(|(clause, worth)| (std::cmp::Reverse(*worth), *clause));
        RenewalSum {
            tokens: renewals.iter().map(|one| tokens(one.best.tokens)).sum(),
            amount: renewals.iter().map(|one| one.amount).sum(),
            clauses,
        }
    }
}

/// The prices of a pool: tokens of an enterprise agreement beside Flex tokens have none.
pub fn prices_of(plan: &Plan, report: &Report, pool: usize) -> Option<Prices> {
    let is_eba = |name: &Option<String>| name.as_deref().is_some_and(is_eba_pool);
    let is_mixed = !report.pools.iter().all(|pool| is_eba(&pool.name));
    let is_other = is_mixed && is_eba(&report.pools[pool].name);
    Prices::of(plan, report.token_price).map(|prices| Prices { known: prices.known && !is_other, ..prices })
}

fn of_pool(plan: &Plan, report: &Report, index: usize, scenario: Scenario<'_>) -> PoolPurchase {
    let (pool, forecast) = (&report.pools[index], &report.forecasts[index]);
    let prices = prices_of(plan, report, index);
    let frame = Frame::of(plan, &report.period);
    let Some(futures) = Futures::of(pool, forecast, &frame, scenario) else {
        // Nothing is used any more, and that is known: nothing is needed.
        let stopped = forecast.silent == Some(NoRunOut::NoUse)
            && forecast.term.is_some_and(|term| report.period.as_of < term.end);
        return PoolPurchase {
            true_up: stopped.then(|| TrueUp::priced(Tokens::ZERO, None)),
            renewal: stopped
                .then(|| prices.map(|prices| Renewal::of(plan, prices, &Needs::none())))
                .flatten(),
        };
    };
    let is_now = scenario.removed.is_empty() && scenario.busy.is_empty();
    let run_out = if is_now {
        forecast.run_out_now().copied()
    } else {
        forecast.run_out(pool, plan, scenario).filter(|_| forecast.silent.is_none())
    };
    let true_up = run_out.map(|run_out| TrueUp::of(plan, prices.as_ref(), &futures, run_out));
    let renewal = prices.map(|prices| {
        let bought = true_up.unwrap_or_default();
        let from = bought.from.unwrap_or(futures.first_day());
        Renewal::of(plan, prices, &futures.next_term(bought.tokens, from))
    });
    PoolPurchase { true_up, renewal }
}
