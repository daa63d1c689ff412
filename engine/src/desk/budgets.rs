//! Builds the budgets of the Forecast place.

use super::budgets_view::*;
use super::{Facts, Figure, Input, Query, Value};
use crate::analysis::{BudgetLine, BudgetMonth, Report, Then};
use crate::plan::BudgetOf;
use crate::rules::Rule;
use crate::usage::{Day, Tokens};
use std::collections::BTreeSet;

/// The budgets of a plan; `drawn` is the one to draw, by default the shown pool's, else the first.
pub fn budgets(
    facts: Facts<'_>,
    report: &Report,
    then: Option<&Then>,
    shown_pool: usize,
    drawn: Option<u64>,
) -> BudgetsView {
    let lines = BudgetLine::all(facts.plan, report);
    let all: Vec<Vec<BudgetMonth>> = lines.iter().map(|line| line.months(then)).collect();
    let of_shown_pool = lines.iter().position(|line| line.pool() == Some(shown_pool));
    let wanted = drawn.map(|line| line as usize).filter(|line| *line < lines.len());
    let drawn = wanted.or(of_shown_pool).or_else(|| all.iter().position(|months| !months.is_empty()));
    let drawn = drawn.filter(|line| !all[*line].is_empty());
    let this = report.period.as_of.month();
    let view = |(line, months): (&BudgetLine<'_>, &Vec<BudgetMonth>)| BudgetLineView {
        who: line.budget.of.clone(),
        is_known: line.is_known(),
        lately: months
            .iter()
            .filter(|one| one.month == this || one.month.0 + 1 == this.0)
            .map(|one| month(facts, line, one))
            .collect(),
        chance: chance(line, line.chance(then), this),
    };
    BudgetsView {
        months_of_shown_pool: of_shown_pool.map_or_else(Vec::new, |index| {
            all[index].iter().map(|one| month(facts, &lines[index], one)).collect()
        }),
        names: names(facts, report),
        drawn: drawn.map(|index| draw(facts, report, index, &lines[index], &all[index])),
        lines: lines.iter().zip(&all).map(view).collect(),
    }
}

/// The chance that a month passes its budget.
pub fn chance(line: &BudgetLine<'_>, chance: Option<f64>, month: crate::usage::Month) -> Option<Figure> {
    let figure = Figure::new(Rule::BudgetChance, chance.map(Value::Share));
    chance.is_some().then(|| figure.with(Input::Limit, Value::Tokens(line.budget_of(month))))
}

/// A month's budget with the amounts that it is made of.
fn budget(one: &BudgetMonth) -> Figure {
    let mut figure = Figure::new(Rule::Budget, Some(Value::Tokens(one.budget)));
    for days in &one.days {
        let (amount, count) = if days.is_busy {
            (Input::BusyBudget, Input::BusyBudgetDays)
        } else {
            (Input::UsualBudget, Input::UsualBudgetDays)
        };
        figure = figure
            .with(amount, Value::Tokens(days.tokens_per_month))
            .with(count, Value::Days(i64::from(days.days)));
    }
    let all = one.month.first_day().days_until(one.month.last_day()) + 1;
    figure.with(Input::DaysOfMonth, Value::Days(i64::from(all)))
}

fn month(facts: Facts<'_>, line: &BudgetLine<'_>, one: &BudgetMonth) -> BudgetMonthView {
    let over = |over: Tokens| {
        let figure = Figure::new(Rule::Budget, Some(Value::Tokens(over)))
            .with(Input::TokensUsed, Value::Tokens(one.used))
            .with(Input::Limit, Value::Tokens(one.budget));
        match rows(facts, &line.budget.of, one.from, one.to).filter(|_| !one.forecast) {
            Some(query) => figure.proven_by(query),
            None => figure,
        }
    };
    BudgetMonthView {
        month: one.month,
        used: one.used,
        budget: budget(one),
        over_by: one.over_by().map(over),
        forecast: one.forecast,
        so_far: one.so_far,
    }
}

/// The rows of a team in some days; departments and projects have no query of their own.
pub fn rows(facts: Facts<'_>, of: &BudgetOf, from: Day, to: Day) -> Option<Query> {
    let query = Query { from: Some(from), to: Some(to), ..Query::default() };
    match of {
        BudgetOf::Team(name) | BudgetOf::Pool(Some(name)) => {
            let is_team = facts.log.pools().iter().any(|team| team == name);
            is_team.then(|| Query { team: Some(name.clone()), ..query })
        }
        // The common pool is all rows only where there is no other.
        BudgetOf::Pool(None) => facts.report.filter(|report| report.pools.len() == 1).map(|_| query),
        BudgetOf::Project(_) => None,
    }
}

fn draw(
    facts: Facts<'_>,
    report: &Report,
    index: usize,
    line: &BudgetLine<'_>,
    months: &[BudgetMonth],
) -> BudgetDrawn {
    let from = line.start().unwrap_or(report.period.as_of);
    let from = months.first().map_or(from, |first| from.max(first.from));
    let last = months.last().map_or(from, |last| last.to).min(report.period.as_of);
    let mut sum = Tokens::ZERO;
    let mut add = |day: i32| {
        sum += line.used_between(Day(day), Day(day));
        sum
    };
    BudgetDrawn {
        line: index as u64,
        months: months.iter().map(|one| month(facts, line, one)).collect(),
        from,
        used: (from.0..=last.0).map(&mut add).collect(),
        ends: months
            .iter()
            .map(|one| BudgetEnd {
                from: one.from,
                to: one.to,
                budget: one.cumulative_budget,
                used: one.cumulative,
                range: one.cumulative_range,
                forecast: one.forecast,
            })
            .collect(),
    }
}

/// Pools first; a team that is a pool is listed as one.
fn names(facts: Facts<'_>, report: &Report) -> Vec<BudgetOf> {
    let pools: BTreeSet<&str> = report.pools.iter().filter_map(|pool| pool.name.as_deref()).collect();
    let mut teams: BTreeSet<&str> = facts.log.pools().iter().collect();
    let mut projects = BTreeSet::new();
    for staff in facts.log.people_sheet().iter().filter(|staff| staff.stands) {
        teams.insert(facts.log.units().get(staff.department));
        projects.insert(facts.log.units().get(staff.project));
    }
    let named = |name: &&str| !name.is_empty();
    let of_pools = report.pools.iter().map(|pool| BudgetOf::Pool(pool.name.clone()));
    let of_teams = teams.difference(&pools).copied().filter(named).map(|name| BudgetOf::Team(name.into()));
    let of_projects = projects.into_iter().filter(named).map(|name| BudgetOf::Project(name.into()));
    of_pools.chain(of_teams).chain(of_projects).take(BUDGET_NAMES_MAX).collect()
}
