//! The sentences of the charge-back.

use super::numbers::{self, share, tokens};
use super::plural;
use engine::desk::{ChargeBackBy, ChargeBackLine, ChargeBackView};
use engine::plan::{Budget, BudgetOf};
use engine::usage::Tokens;

/// The heading.
pub const CHARGE_BACK: &str = "Charge-back";
/// What nothing says whose it is.
pub const UNASSIGNED: &str = "Unassigned";
/// Saves it.
pub const EXPORT: &str = "Save as CSV";
/// By what.
pub const BY: [(ChargeBackBy, &str); 4] = [
    (ChargeBackBy::Department, "Department"),
    (ChargeBackBy::CostCentre, "Cost centre"),
    (ChargeBackBy::Project, "Project"),
    (ChargeBackBy::Team, "Team"),
];
/// Without a people sheet.
pub const NO_SHEET: &str = "No people sheet is loaded, so nothing says who belongs where. Drop a CSV with the columns email, \
department, cost centre and project; by team it works without.";
/// What it is about.
pub const ALL_ROWS: &str = "Of all rows, whatever is filtered above.";

/// The name of a line.
pub fn name(line: &ChargeBackLine) -> String {
    line.name.clone().unwrap_or_else(|| UNASSIGNED.to_string())
}

/// `Bridges takes 41 % of 25,690 tokens; 4.2 % are unassigned.`
pub fn finding(view: &ChargeBackView) -> String {
    let whole = view.tokens.to_f64();
    let part = |line: &ChargeBackLine| if whole > 0.0 { line.tokens.to_f64() / whole } else { 0.0 };
    let unassigned = view.lines.iter().find(|line| line.name.is_none()).map_or(0.0, part);
    let first = view.lines.iter().find(|line| line.name.is_some());
    let all = tokens(view.tokens);
    let rest = if unassigned > 0.0 {
        format!("{} are unassigned.", share(unassigned))
    } else {
        "0 tokens are unassigned.".to_string()
    };
    match first {
        Some(first) => format!("{} takes {} of {all} tokens; {rest}", name(first), share(part(first))),
        None => format!("All of {all} tokens: {rest}"),
    }
}

/// The monthly budget of a line, where one is set.
pub fn budget(by: ChargeBackBy, line: &ChargeBackLine, budgets: &[Budget]) -> Option<Tokens> {
    let name = line.name.as_ref()?;
    let is_its = |budget: &&Budget| match (&budget.of, by) {
        (BudgetOf::Team(of), ChargeBackBy::Department | ChargeBackBy::Team)
        | (BudgetOf::Project(of), ChargeBackBy::Project) => of == name,
        _ => false,
    };
    budgets.iter().find(is_its).map(|budget| budget.tokens_per_month)
}

/// `4 of 12 months above 500 a month`
pub fn against_budget(line: &ChargeBackLine, budget: Tokens) -> String {
    let above = line.months.iter().filter(|(tokens, _)| *tokens > budget).count() as u64;
    format!(
        "{} of {} above {} a month",
        numbers::count(above),
        plural::of(line.months.len() as u64, "month", "months"),
        tokens(budget)
    )
}

/// `The last 12 of 31 months`
pub fn months_shown(shown: usize, all: usize) -> String {
    if shown == all {
        return plural::of(all as u64, "month", "months");
    }
    format!("The last {} of {}", numbers::count(shown as u64), plural::of(all as u64, "month", "months"))
}
