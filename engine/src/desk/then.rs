//! *Now → then* for the band at the top.

use super::forecast::range;
use super::then_view::{ThenLine, ThenView};
use super::{Facts, Figure, Input, Value};
use crate::analysis::{Report, Then};
use crate::rules::Rule;
use crate::usage::{Day, Money, Tokens};

/// What the plan's what-ifs change; `None` where it states none.
pub fn then(facts: Facts<'_>, report: &Report) -> Option<ThenView> {
    let then = Then::of(facts.plan, report)?;
    let seats = then.subscriptions_per_year;
    let pools: Vec<Line> = (0..report.pools.len()).map(|pool| line(facts, report, &then, pool)).collect();
    let first = |day: fn(&Line) -> Option<Day>| pools.iter().filter_map(day).min();
    let sum = Line {
        name: None,
        tokens: pools.iter().map(|line| line.tokens).sum(),
        now: first(|line| line.now),
        then: first(|line| line.then),
    };
    // The seats of people cannot be split on pools: they count in the sum alone.
    let view = |line: &Line, seats: Option<Money>| {
        let amount = line.tokens.zip(report.token_price).map(|(tokens, price)| tokens.at_price(price));
        let mut tokens = Figure::new(Rule::NowThen, line.tokens.map(Value::Tokens));
        if let Some(year) = report.period.year() {
            tokens = tokens
                .with(Input::YearFrom, Value::Day(year.from))
                .with(Input::YearDays, Value::Days(i64::from(year.days)));
        }
        let mut money =
            Figure::new(Rule::NowThen, amount.zip(seats).map(|(flex, seats)| Value::Money(flex + seats)));
        if let Some(seats) = seats.filter(|seats| seats.is_positive()) {
            money = money.with(Input::Subscriptions, Value::Money(seats));
        }
        if let Some(price) = report.token_price {
            money = money.with(Input::TokenPrice, Value::Price(price));
        }
        let days = line.now.zip(line.then).map(|(now, then)| i64::from(now.days_until(then)));
        ThenLine {
            name: line.name.clone(),
            tokens_per_year: tokens,
            amount_per_year: money,
            days: Figure::new(Rule::NowThen, days.map(Value::Days)),
            run_out_now: line.now,
            run_out_then: line.then,
        }
    };
    Some(ThenView {
        all: view(&sum, seats),
        pools: pools.iter().map(|line| view(line, Some(Money::ZERO))).collect(),
        moves: facts.plan.moves.iter().filter(|one| !one.offers.is_empty()).count() as u64,
        habits: facts.plan.habits.values().filter(|share| **share > 0.0).count() as u64,
        busy: facts.plan.busy.len() as u64,
    })
}

struct Line {
    name: Option<String>,
    tokens: Option<Tokens>,
    now: Option<Day>,
    then: Option<Day>,
}

fn line(facts: Facts<'_>, report: &Report, then: &Then, index: usize) -> Line {
    let (pool, forecast) = (&report.pools[index], &report.forecasts[index]);
    let now = range(forecast, forecast.now.as_ref()).p50;
    let changed = if then.changes(index, report.period.as_of) {
        let run_out = forecast.run_out(pool, facts.plan, then.scenario(index));
        run_out.filter(|_| forecast.silent.is_none()).and_then(|run_out| run_out.p50)
    } else {
        now
    };
    Line { name: pool.name.clone(), tokens: then.tokens_per_year(index, report), now, then: changed }
}
