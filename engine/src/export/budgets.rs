//! Months against their budgets, as CSV.

use super::cells::{Cell, Csv};
use crate::analysis::{BudgetLine, BudgetMonth, Report, Then};
use crate::plan::{BudgetOf, Plan};
use crate::usage::Tokens;

/// One line a budget and month, in the plan's dialect, with the changes that the plan states: as the
/// page shows them.
pub fn budgets_csv(report: Option<&Report>, plan: &Plan) -> Vec<u8> {
    let mut csv = Csv::new(plan.csv);
    csv.header(["of", "name", "month", "tokens", "budget", "over_by", "tokens_are"]);
    let tokens = |tokens: Tokens| Cell::decimals(tokens.to_f64(), 2);
    let then = report.and_then(|report| Then::of(plan, report));
    for line in report.iter().flat_map(|report| BudgetLine::all(plan, report)) {
        let (of, name) = match &line.budget.of {
            BudgetOf::Pool(name) => ("pool", name.as_deref().unwrap_or_default()),
            BudgetOf::Team(name) => ("team or department", name.as_str()),
            BudgetOf::Project(name) => ("project", name.as_str()),
        };
        for one in line.months(then.as_ref()) {
            let tokens_are = match (one.forecast, one.so_far) {
                (true, _) => "forecast",
                (false, true) => "so far",
                (false, false) => "used",
            };
            csv.line([
                of.into(),
                name.into(),
                (&one.month.to_string()).into(),
                tokens(one.used),
                tokens(one.budget),
                BudgetMonth::over_by(&one).map_or(Cell::EMPTY, tokens),
                tokens_are.into(),
            ]);
        }
    }
    csv.finish()
}
