//! Builds the Purchase place.

use super::purchase_view::*;
use super::purchase_ways::ways;
use super::{Facts, Figure, Input, Value};
use crate::analysis::purchase::{
    Clause, CostPoint, GRACE_DAYS_ASKED, LONGER_DAYS_ASKED, Purchase, Renewal, TrueUp, cents, prices_of,
    tokens,
};
use crate::analysis::{Report, Then};
use crate::plan::{Plan, Question};
use crate::rules::Rule;
use crate::usage::{Day, Log, Money, Tokens};

/// People who had a charge in so many days would wait in a stop.
const PEOPLE_DAYS: i32 = 28;

/// The Purchase place.
pub fn purchase(facts: Facts<'_>, report: &Report, ask: PurchaseAsk) -> PurchaseView {
    let plan = facts.plan;
    let then = Then::of(plan, report);
    let bought = Purchase::of(plan, report, then.as_ref());
    let shown = (ask.pool as usize).min(bought.pools.len().saturating_sub(1));
    let curve = bought.pools.get(shown).and_then(|pool| pool.renewal.as_ref()).filter(|r| r.amount.is_some());
    let stops: Vec<Stop> =
        (0..report.pools.len()).map(|pool| Stop::of(facts, report, then.as_ref(), pool)).collect();
    let pool_view = |index: usize| PoolPurchaseView {
        name: report.pools[index].name.clone(),
        true_up: bought.pools[index].true_up.map(|one| true_up(plan, ask, &one, stops[index])),
        renewal: bought.pools[index].renewal.as_ref().map(renewal_tokens),
    };
    let all = stops.iter().zip(&bought.pools).filter(|(_, pool)| to_buy(pool.true_up));
    let all = all.fold(Stop::default(), |sum, (stop, _)| sum.and(*stop));
    PurchaseView {
        revision: facts.revision,
        currency: plan.currency().to_string(),
        as_of: report.period.as_of,
        term_end: plan.term_end,
        is_then: then.is_some(),
        true_up: bought.true_up.map(|one| true_up(plan, ask, &one, all)),
        next_term: next_term(plan, report, &bought, then.is_some()),
        pools: (0..bought.pools.len()).map(pool_view).collect(),
        shown: shown as u32,
        curve: curve
            .map_or_else(Vec::new, |r| r.points(PURCHASE_POINTS_MAX).into_iter().map(point).collect()),
        best: curve.map(|renewal| point(renewal.best)),
        clauses: clauses(plan, &bought),
        subscriptions: subscriptions(facts),
        budget: budget(facts, report, &bought),
        ways: ways(facts, report, &bought),
        checklist: Question::ALL
            .into_iter()
            .map(|question| ChecklistLine { question, answer: plan.answer(question).map(str::to_string) })
            .collect(),
        late_price_is_guess: plan.late_price.is_none(),
    }
}

fn to_buy(true_up: Option<TrueUp>) -> bool {
    true_up.is_some_and(|one| one.tokens.is_positive())
}

/// Money as a figure's value.
pub(super) fn amount(rule: Rule, amount: Option<Money>) -> Figure {
    Figure::new(rule, amount.map(Value::Money))
}

/// Days without tokens, and the people who would wait.
#[derive(Clone, Copy, Default)]
struct Stop {
    days: i64,
    people: u64,
    person_days: u64,
}

impl Stop {
    fn of(facts: Facts<'_>, report: &Report, then: Option<&Then>, index: usize) -> Stop {
        let (pool, forecast) = (&report.pools[index], &report.forecasts[index]);
        let run_out = match then {
            Some(then) => forecast.run_out(pool, facts.plan, then.scenario(index)),
            None => forecast.run_out_now().copied(),
        };
        let (Some(run_out), Some(term)) = (run_out, forecast.term) else { return Stop::default() };
        let in_term = |day: Option<Day>| day.filter(|day| *day <= term.end);
        let out = in_term(run_out.p50).or(in_term(run_out.p10));
        let days = out.map_or(0, |out| i64::from(out.days_until(term.end)) + 1);
        let people = people(facts.log, report, index);
        Stop { days, people, person_days: days as u64 * people }
    }

    /// Of two pools: the longer stop, everybody's days.
    fn and(self, other: Stop) -> Stop {
        Stop {
            days: self.days.max(other.days),
            people: self.people + other.people,
            person_days: self.person_days + other.person_days,
        }
    }
}

/// People with a charge in a pool lately.
fn people(log: &Log, report: &Report, pool: usize) -> u64 {
    let as_of = report.period.as_of;
    let lately = log.standing().filter(|entry| entry.is_charge() && as_of.plus(1 - PEOPLE_DAYS) <= entry.day);
    let of_pool = lately.filter(|entry| report.pool_map.pool_of_team[entry.pool as usize] as usize == pool);
    let mut people: Vec<u32> =
        of_pool.map(|entry| entry.person).filter(|who| !log.people()[*who as usize].is_nobody()).collect();
    people.sort_unstable();
    people.dedup();
    people.len() as u64
}

fn true_up(plan: &Plan, ask: PurchaseAsk, one: &TrueUp, stop: Stop) -> TrueUpView {
    let is_needed = one.tokens.is_positive();
    let missing = Tokens::from_f64(libm::round(one.missing));
    let late = ask.today.zip(one.order_by).map(|(today, by)| i64::from(by.days_until(today)));
    let mut order_by = Figure::new(Rule::OrderBy, one.order_by.map(Value::Day))
        .with(Input::LeadDays, Value::Days(i64::from(plan.lead_days())));
    if let Some(by) = one.order_by {
        order_by = order_by.with(Input::EarlyRunOut, Value::Day(by.plus(plan.lead_days())));
    }
    if let Some(today) = ask.today {
        order_by = order_by.with(Input::Today, Value::Day(today));
    }
    let person_days = Figure::new(Rule::StopCost, Some(Value::Count(stop.person_days)))
        .with(Input::DaysWithout, Value::Days(stop.days))
        .with(Input::People, Value::Count(stop.people));
    TrueUpView {
        tokens: Figure::new(Rule::TrueUp, Some(Value::Tokens(one.tokens)))
            .with(Input::Missing, Value::Tokens(missing))
            .with(Input::Certainty, Value::Share(plan.certainty())),
        amount: amount(Rule::TrueUpPrice, one.amount),
        amount_if_late: amount(Rule::LatePrice, one.amount_if_late),
        order_by,
        days_late: late.filter(|days| *days > 0 && is_needed),
        stop: is_needed.then_some(person_days),
        stop_amount: plan
            .stop_cost_per_token
            .filter(|_| is_needed)
            .map(|cost| amount(Rule::StopCost, Some(missing.at_price(cost)))),
    }
}

fn renewal_tokens(renewal: &Renewal) -> Figure {
    Figure::new(Rule::RenewalTokens, Some(Value::Tokens(tokens(renewal.best.tokens))))
        .with(Input::NextNeed, Value::Tokens(Tokens::from_f64(libm::round(renewal.need.1))))
}

fn money(amount: f64) -> Money {
    Money::from_f64(cents(amount))
}

fn point(point: CostPoint) -> CurvePoint {
    CurvePoint {
        tokens: tokens(point.tokens),
        cost: money(point.cost),
        over: money(point.over),
        under: money(point.under),
        stop_chance: point.stop_chance,
    }
}

fn renewals(bought: &Purchase) -> impl Iterator<Item = &Renewal> {
    bought.pools.iter().filter_map(|pool| pool.renewal.as_ref())
}

fn next_term(plan: &Plan, report: &Report, bought: &Purchase, is_then: bool) -> Option<NextTermView> {
    let sum = bought.renewal.as_ref()?;
    let term = report.forecasts.iter().find_map(|forecast| forecast.term)?;
    let need =
        |part: fn(&Renewal) -> f64| Tokens::from_f64(libm::round(renewals(bought).map(part).sum::<f64>()));
    let average = |part: fn(&CostPoint) -> f64| {
        let total: f64 = renewals(bought).map(|renewal| part(&renewal.best)).sum();
        amount(Rule::OverUnder, sum.amount.map(|_| money(total)))
    };
    let middle = need(|renewal| renewal.need.1);
    let without = is_then.then(|| Purchase::of(plan, report, None).renewal).flatten();
    Some(NextTermView {
        from: term.end.plus(1),
        tokens: Figure::new(Rule::RenewalTokens, Some(Value::Tokens(sum.tokens)))
            .with(Input::NextNeed, Value::Tokens(middle)),
        amount: amount(Rule::RenewalTokens, sum.amount).with(Input::RenewalTokens, Value::Tokens(sum.tokens)),
        need: (need(|renewal| renewal.need.0), middle, need(|renewal| renewal.need.2)),
        over: average(|best| best.over),
        under: average(|best| best.under),
        stop_chance: renewals(bought).map(|renewal| renewal.best.stop_chance).fold(0.0, f64::max),
        less_than_now: without.map(|now| now.tokens - sum.tokens),
    })
}

fn clauses(plan: &Plan, bought: &Purchase) -> Vec<ClauseView> {
    let or_asked = |days: i32, asked: i32| Some(i64::from(if days > 0 { days } else { asked }));
    let view = |(clause, worth): &(Clause, Option<Money>)| ClauseView {
        clause: clause.name().to_string(),
        worth: amount(Rule::ClauseWorth, *worth),
        agreed: clause.is_agreed(plan),
        days: match clause {
            Clause::GraceDays => or_asked(plan.grace_days(), GRACE_DAYS_ASKED),
            Clause::LongerValidity => or_asked(plan.clauses.longer_days, LONGER_DAYS_ASKED),
            Clause::RollOver | Clause::SamePriceTrueUp => None,
        },
    };
    bought.renewal.iter().flat_map(|renewal| &renewal.clauses).map(view).collect()
}

fn subscriptions(facts: Facts<'_>) -> Vec<SeatsNeeded> {
    let Some(licences) = facts.licences else { return Vec::new() };
    let mut needed = licences.subscriptions(facts.log, facts.plan);
    needed.sort_by_key(|(_, _, amount)| std::cmp::Reverse(*amount));
    let view = |(rank, seats, price): (usize, u64, _)| SeatsNeeded {
        offer: licences.book.offers[rank].offer.name.clone(),
        seats,
        amount: amount(Rule::OfferPrice, price),
    };
    needed.into_iter().map(view).collect()
}

fn budget(facts: Facts<'_>, report: &Report, bought: &Purchase) -> BudgetView {
    let plan = facts.plan;
    let term = report.forecasts.iter().find_map(|forecast| forecast.term);
    let in_term = plan.packs.iter().filter(|p| term.is_some_and(|t| t.start <= p.start && p.start <= t.end));
    let packs: Vec<Option<Money>> = in_term.map(|pack| pack.price).collect();
    let paid: Option<Money> = packs.iter().copied().sum();
    let paid = paid.filter(|_| !packs.is_empty());
    let true_up = bought.true_up.map_or(Some(Money::ZERO), |one| one.amount);
    let seats = facts.licences.map(|licences| licences.subscriptions(facts.log, plan));
    let seats: Option<Money> = seats.into_iter().flatten().map(|(_, _, price)| price).sum();
    let renewal = bought.renewal.as_ref().and_then(|renewal| renewal.amount);
    let next_year = renewal.zip(seats).map(|(tokens, seats)| tokens + seats);
    let later: f64 = bought.pools.iter().flat_map(|pool| &pool.renewal).map(|one| one.best.under).sum();
    let at_most_later: f64 = bought
        .pools
        .iter()
        .enumerate()
        .filter_map(|(index, pool)| {
            let (renewal, prices) = (pool.renewal.as_ref()?, prices_of(plan, report, index)?);
            Some((renewal.need.2 - renewal.best.tokens as f64).max(0.0) * prices.late.to_f64())
        })
        .sum();
    let next = |value: Option<Money>| {
        let figure = amount(Rule::LicenceBudget, value);
        match seats.filter(|seats| seats.is_positive()) {
            Some(seats) => figure.with(Input::Subscriptions, Value::Money(seats)),
            None => figure,
        }
    };
    BudgetView {
        this_year: amount(Rule::LicenceBudget, paid.zip(true_up).map(|(packs, true_up)| packs + true_up)),
        next_year: next(next_year),
        later: amount(Rule::LicenceBudget, renewal.map(|_| money(later))),
        next_year_high: next(next_year.map(|amount| amount + money(at_most_later))),
    }
}
