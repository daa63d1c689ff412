//! Alerts as the page shows them.

use super::alerts_view::{AlertKind, AlertView, AlertWho};
use super::budgets::rows as budget_rows;
use super::parts::{person, rows_of_person};
use super::{Facts, Figure, Input, Query, Value};
use crate::analysis::{Alert, Alerted, Report, alerts};
use crate::plan::BudgetOf;
use crate::rules::Rule;
use crate::usage::Day;

/// Everything to act on, most urgent first; dismissed ones last.
pub fn alert_views(facts: Facts<'_>, report: &Report) -> Vec<AlertView> {
    let found = alerts(facts.log, facts.plan, report);
    let mut views: Vec<AlertView> = found.into_iter().map(|one| view(facts, report, one)).collect();
    views.sort_by_key(|view| view.dismissed.is_some());
    views
}

fn view(facts: Facts<'_>, report: &Report, one: Alerted) -> AlertView {
    let Alerted { key, alert } = one;
    let pool = alert.pool().and_then(|pool| report.pools[pool].name.clone());
    let team = pool.clone();
    let (kind, who, day, value) = parts(facts, report, alert, team);
    AlertView { dismissed: facts.plan.dismissed.get(&key).cloned(), key, kind, pool, who, day, value }
}

type Parts = (AlertKind, Option<AlertWho>, Option<Day>, Figure);

fn parts(facts: Facts<'_>, report: &Report, alert: Alert, team: Option<String>) -> Parts {
    let as_of = report.period.as_of;
    let rows =
        |from: Day, to: Day| Query { from: Some(from), to: Some(to), team: team.clone(), ..Query::default() };
    let limited = |rule, value, limit| Figure::new(rule, Some(value)).with(Input::Limit, limit);
    match alert {
        Alert::RunOut { chance, limit, .. } => (
            AlertKind::RunOut,
            None,
            facts.plan.term_end,
            limited(Rule::RunOutChance, Value::Share(chance), Value::Share(limit)),
        ),
        Alert::BalanceBelow { pool, balance, limit } => (
            AlertKind::BalanceBelow,
            None,
            Some(report.pools[pool].balance_day),
            limited(Rule::Balance, Value::Tokens(balance), Value::Tokens(limit)),
        ),
        Alert::Tier { percent, day, .. } => {
            (AlertKind::Tier, None, Some(day), Figure::new(Rule::Tier, Some(Value::Share(percent / 100.0))))
        }
        Alert::Pace { used_share, elapsed_share, .. } => (
            AlertKind::Pace,
            None,
            Some(as_of),
            limited(Rule::Pace, Value::Share(used_share), Value::Share(elapsed_share)),
        ),
        Alert::Lapse { day, tokens, .. } => {
            (AlertKind::Lapse, None, Some(day), Figure::new(Rule::Lapse, Some(Value::Tokens(tokens))))
        }
        Alert::Budget { of, month, tokens, budget } => {
            let figure = limited(Rule::Budget, Value::Tokens(tokens), Value::Tokens(budget));
            let figure = match budget_rows(facts, &of, month.first_day(), month.last_day()) {
                Some(query) => figure.proven_by(query),
                None => figure,
            };
            (AlertKind::Budget, budget_who(of), Some(month.first_day()), figure)
        }
        Alert::BudgetAhead { of, month, chance, budget } => (
            AlertKind::BudgetAhead,
            budget_who(of),
            Some(month.first_day()),
            limited(Rule::BudgetChance, Value::Share(chance), Value::Tokens(budget)),
        ),
        Alert::Climb { tokens, usual, .. } => (
            AlertKind::Climb,
            None,
            Some(as_of),
            Figure::new(Rule::SuddenClimb, Some(Value::Tokens(tokens)))
                .with(Input::Expected, Value::Tokens(usual))
                .proven_by(rows(as_of.plus(-6), as_of)),
        ),
        Alert::Cap(crossed) => (
            AlertKind::Cap,
            crossed.person.map(|index| AlertWho::Person(person(facts.log, index))),
            Some(crossed.day),
            limited(Rule::Caps, Value::Tokens(crossed.tokens), Value::Tokens(crossed.cap)).proven_by(Query {
                person: crossed.person.and_then(|index| rows_of_person(facts.log, index).person),
                from: Some(crossed.day),
                to: Some(crossed.day),
                ..Query::default()
            }),
        ),
    }
}

/// Nobody by name where it is the common pool.
fn budget_who(of: BudgetOf) -> Option<AlertWho> {
    match of {
        BudgetOf::Pool(name) => name.map(AlertWho::Team),
        BudgetOf::Team(name) => Some(AlertWho::Team(name)),
        BudgetOf::Project(name) => Some(AlertWho::Project(name)),
    }
}
