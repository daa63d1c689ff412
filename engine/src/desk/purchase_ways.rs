//! The article's five ways before renewal, each with its state.

use super::purchase::amount;
use super::purchase_view::{Place, Way, WayState, WayView};
use super::{Facts, Figure};
use crate::analysis::Report;
use crate::analysis::licences::Verdict;
use crate::analysis::purchase::{Clause, Purchase, cents};
use crate::plan::Plan;
use crate::rules::Rule;
use crate::usage::{MICRO, Money};

/// Rows that are so many days newer than the last review's call for another.
const REVIEW_DAYS: i32 = 31;

/// All five, in the article's order.
pub fn ways(facts: Facts<'_>, report: &Report, bought: &Purchase) -> Vec<WayView> {
    let (move_state, moves) = daily_users(facts);
    let (idle_state, idle) = idle_apps(report);
    let (clause_state, clause) = true_up_clause(facts, bought);
    let way = |way, state, per_year, place| WayView { way, state, per_year, place };
    vec![
        way(Way::ReviewMonthly, review_state(facts.plan, report), None, Place::Review),
        way(Way::MoveDailyUsers, move_state, moves, Place::Licences),
        way(Way::CloseIdleApps, idle_state, idle, Place::Habits),
        way(Way::NegotiateTrueUp, clause_state, clause, Place::Purchase),
        way(
            Way::ForecastNextTerm,
            if bought.renewal.is_some() { WayState::Done } else { WayState::Unknown },
            as_before(facts, report, bought),
            Place::Forecast,
        ),
    ]
}

/// A review of the last month's rows or of newer ones is one in time.
fn review_state(plan: &Plan, report: &Report) -> WayState {
    match plan.last_review() {
        None => WayState::Open,
        Some(last) if last.as_of.days_until(report.period.as_of) <= REVIEW_DAYS => WayState::Done,
        Some(_) => WayState::Begun,
    }
}

/// People to move now: how many are decided, and what the moves save.
fn daily_users(facts: Facts<'_>) -> (WayState, Option<Figure>) {
    let Some(licences) = facts.licences else { return (WayState::Unknown, None) };
    let Ok(optimum) = &licences.optimum else { return (WayState::Unknown, None) };
    let accepted = licences.accepted(facts.log, facts.plan);
    let is_decided = |person: u32| {
        let id = facts.log.people()[person as usize].id.to_lowercase();
        accepted.iter().any(|(who, _)| *who == person) || facts.plan.decision(&id).is_some_and(|d| d.declined)
    };
    let now: Vec<u32> =
        optimum.moves().filter(|who| who.verdict == Verdict::Move).map(|who| who.person).collect();
    let decided = now.iter().filter(|person| is_decided(**person)).count();
    let state = match decided {
        all if all == now.len() => WayState::Done,
        0 => WayState::Open,
        _ => WayState::Begun,
    };
    let saving: Money = optimum
        .moves()
        .filter(|who| who.verdict == Verdict::Move)
        .map(|who| who.best.saving_per_year())
        .sum();
    (state, Some(amount(Rule::MoveSaving, Some(saving))))
}

/// What products left open cost; unknown where the rows cannot tell.
fn idle_apps(report: &Report) -> (WayState, Option<Figure>) {
    let Some(habit) = report.habits.iter().find(|habit| habit.habit.name() == "left_open") else {
        return (WayState::Unknown, None);
    };
    let is_nothing = habit.tokens_per_year.is_some_and(|tokens| !tokens.is_positive());
    let state = if is_nothing { WayState::Done } else { WayState::Open };
    (state, Some(amount(Rule::PerYear, habit.amount_per_year)))
}

fn true_up_clause(facts: Facts<'_>, bought: &Purchase) -> (WayState, Option<Figure>) {
    let clauses = bought.renewal.iter().flat_map(|renewal| &renewal.clauses);
    let worth = clauses.filter(|(clause, _)| *clause == Clause::SamePriceTrueUp).map(|(_, worth)| *worth);
    let state = if facts.plan.clauses.same_price_true_up { WayState::Done } else { WayState::Open };
    (state, worth.map(|worth| amount(Rule::ClauseWorth, worth)).next())
}

/// What buying as many tokens as in this term would cost more.
fn as_before(facts: Facts<'_>, report: &Report, bought: &Purchase) -> Option<Figure> {
    let mut more = 0.0;
    for (index, pool) in bought.pools.iter().enumerate() {
        let (renewal, term) = (pool.renewal.as_ref()?, report.forecasts[index].term?);
        renewal.amount?;
        let of_pool = facts.plan.packs.iter().filter(|pack| pack.pool == report.pools[index].name);
        let in_term = of_pool.filter(|pack| term.start <= pack.start && pack.start <= term.end);
        let before: i64 = in_term.map(|pack| pack.tokens.0 / MICRO).sum();
        if before <= 0 {
            return None;
        }
        more += (renewal.pricing.cost(before as u64).cost - renewal.best.cost).max(0.0);
    }
    Some(amount(Rule::BoughtAsBefore, Some(Money::from_f64(cents(more)))))
}
