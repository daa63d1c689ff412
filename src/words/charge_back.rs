//! The sentences of the charge-back.

use super::numbers::{self, share, tokens};
use super::plural;
use engine::desk::{ChargeBackBy, ChargeBackLine, ChargeBackView};
use engine::plan::{Budget, BudgetOf, Busy};
use engine::usage::Month;

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
pub fn budget<'a>(by: ChargeBackBy, line: &ChargeBackLine, budgets: &'a [Budget]) -> Option<&'a Budget> {
    let name = line.name.as_ref()?;
    let is_its = |budget: &&Budget| match (&budget.of, by) {
        (BudgetOf::Team(of), ChargeBackBy::Department | ChargeBackBy::Team)
        | (BudgetOf::Project(of), ChargeBackBy::Project) => of == name,
        (BudgetOf::Pool(of), ChargeBackBy::Team) => of.as_ref() == Some(name),
        _ => false,
    };
    budgets.iter().find(is_its)
}

/// `4 of 12 months above 500 a month`
pub fn against_budget(line: &ChargeBackLine, months: &[Month], budget: &Budget, busy: &[Busy]) -> String {
    let of = |month: &Month| budget.tokens(busy, month.first_day(), month.last_day());
    let above = line.months.iter().zip(months).filter(|((tokens, _), month)| *tokens > of(month)).count();
    format!(
        "{} of {} above {}",
        numbers::count(above as u64),
        plural::of(line.months.len() as u64, "month", "months"),
        super::budgets::amounts(budget)
    )
}

/// `The last 12 of 31 months`
pub fn months_shown(shown: usize, all: usize) -> String {
    if shown == all {
        return plural::of(all as u64, "month", "months");
    }
    format!("The last {} of {}", numbers::count(shown as u64), plural::of(all as u64, "month", "months"))
}
