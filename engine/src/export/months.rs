//! The article's table as CSV: month, tokens, cumulative percent, projected run-out.

use super::cells::{Cell, Csv};
use crate::analysis::{BudgetLine, BudgetMonth, Report};
use crate::plan::Plan;
use crate::usage::Tokens;

/// The table of all pools, in the plan's dialect; the budgets of those that have one.
pub fn months_csv(report: Option<&Report>, plan: &Plan) -> Vec<u8> {
    let mut csv = Csv::new(plan.csv);
    csv.header([
        "pool",
        "month",
        "tokens",
        "cumulative_tokens",
        "cumulative_percent",
        "low",
        "high",
        "projected_run_out",
        "budget",
        "over_by",
    ]);
    let tokens = |tokens: Tokens| Cell::decimals(tokens.to_f64(), 2);
    let pools = report.iter().flat_map(|report| report.pools.iter().zip(&report.forecasts));
    let lines = report.map_or_else(Vec::new, |report| BudgetLine::all(plan, report));
    for (index, (pool, forecast)) in pools.enumerate() {
        // As things are, like the other columns.
        let budget = lines.iter().find(|line| line.pool() == Some(index));
        let budgets = budget.map_or_else(Vec::new, |line| line.months(None));
        for row in &forecast.months {
            let month = format!("{}{}", row.month, if row.forecast { " (forecast)" } else { "" });
            let run_out = row.projected_run_out.map(|day| day.to_string()).unwrap_or_default();
            let budget = budgets.iter().find(|one| one.month == row.month);
            csv.line([
                pool.name.as_deref().unwrap_or_default().into(),
                (&month).into(),
                tokens(row.tokens),
                tokens(row.cumulative),
                row.cumulative_percent.map_or(Cell::EMPTY, |percent| Cell::decimals(percent, 1)),
                tokens(row.cumulative_range.0),
                tokens(row.cumulative_range.1),
                (&run_out).into(),
                budget.map_or(Cell::EMPTY, |one| tokens(one.budget)),
                budget.and_then(BudgetMonth::over_by).map_or(Cell::EMPTY, tokens),
            ]);
        }
    }
    csv.finish()
}
