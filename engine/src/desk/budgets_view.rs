//! Months against their budgets, as plain data.

use super::figure::Figure;
use crate::plan::BudgetOf;
use crate::usage::{Day, Month, Tokens};
use serde::{Deserialize, Serialize};

/// At most so many names are offered for a new budget.
pub const BUDGET_NAMES_MAX: usize = 200;

/// The budgets of the plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BudgetsView {
    /// In the order of the plan.
    pub lines: Vec<BudgetLineView>,
    /// The months of the shown pool's, where it has one.
    pub months_of_shown_pool: Vec<BudgetMonthView>,
    /// Who may get one: pools, teams, departments, projects.
    pub names: Vec<BudgetOf>,
    /// The one that is drawn.
    pub drawn: Option<BudgetDrawn>,
}

/// One budget against what was used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BudgetLineView {
    /// Whose.
    pub who: BudgetOf,
    /// Somebody of that name is in the files.
    pub is_known: bool,
    /// The month of the last complete day and the one before, where they are counted.
    pub lately: Vec<BudgetMonthView>,
    /// The chance that this month passes its budget; a pool's, where it has a forecast.
    pub chance: Option<Figure>,
}

/// One month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BudgetMonthView {
    /// Which.
    pub month: Month,
    /// Tokens used, or the middle of what will be.
    pub used: Tokens,
    /// Its budget.
    pub budget: Figure,
    /// Tokens above it; `None` where it holds.
    pub over_by: Option<Figure>,
    /// A part of it, or all, lies ahead, and `used` is a forecast.
    pub forecast: bool,
    /// It is still running, and `used` is what was used so far.
    pub so_far: bool,
}

/// Use as it adds up, against the budgets as they add up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BudgetDrawn {
    /// Which of the lines.
    pub line: u64,
    /// All its months.
    pub months: Vec<BudgetMonthView>,
    /// The first day counted: the day of `used[0]`.
    pub from: Day,
    /// Tokens used from there to the end of each day, up to the last complete one.
    pub used: Vec<Tokens>,
    /// The ends of months.
    pub ends: Vec<BudgetEnd>,
}

/// The end of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetEnd {
    /// The month's first day that counts.
    pub from: Day,
    /// Its last one.
    pub to: Day,
    /// The budgets up to it.
    pub budget: Tokens,
    /// Tokens used up to it, or the middle of what will be; where nothing is forecast, so far.
    pub used: Tokens,
    /// The low and the high end of its range; equal where it is past.
    pub range: (Tokens, Tokens),
    /// It lies ahead, and `used` is a forecast.
    pub forecast: bool,
}
