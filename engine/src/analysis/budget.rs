//! Monthly budgets against use.

use crate::plan::{BudgetOf, Plan};
use crate::usage::{Day, Log, Month, Tokens};

/// One budget in one month.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetLine {
    /// Whose.
    pub of: BudgetOf,
    /// Tokens allowed in the month.
    pub budget: Tokens,
    /// The month of the last complete day.
    pub month: Month,
    /// Tokens used in it; `None` where the rows cannot tell (projects need a people sheet).
    pub used: Option<Tokens>,
    /// The same in each of the twelve months before, oldest first.
    pub before: Vec<(Month, Tokens)>,
    /// What the month comes to if its days go on as the last 28 did.
    pub projected: Option<Tokens>,
}

/// Months looked back.
const MONTHS_BEFORE: i32 = 12;
/// Days that say how the running month goes on.
const PACE_DAYS: i32 = 28;

/// The plan's budgets in its order.
pub fn budget_lines(log: &Log, plan: &Plan, as_of: Day) -> Vec<BudgetLine> {
    let month = as_of.month();
    let line = |budget: &crate::plan::Budget| {
        let team = match &budget.of {
            BudgetOf::Team(name) => log.pools().find(name),
            BudgetOf::Project(_) => None,
        };
        let used = |from: Day, to: Day| -> Tokens {
            let own = log.standing().filter(|e| Some(e.pool) == team && from <= e.day && e.day <= to);
            own.map(|entry| entry.tokens).sum()
        };
        let so_far = team.map(|_| used(month.first_day(), as_of));
        let ahead = as_of.days_until(month.last_day());
        let pace = |so_far: Tokens| {
            let lately = used(as_of.plus(1 - PACE_DAYS), as_of);
            so_far + lately.scale_rounded(i64::from(ahead), i64::from(PACE_DAYS))
        };
        BudgetLine {
            of: budget.of.clone(),
            budget: budget.tokens_per_month,
            month,
            used: so_far,
            before: match team {
                Some(_) => (month.0 - MONTHS_BEFORE..month.0)
                    .map(|number| (Month(number), used(Month(number).first_day(), Month(number).last_day())))
                    .collect(),
                None => Vec::new(),
            },
            projected: so_far.map(pace),
        }
    };
    plan.budgets.iter().map(line).collect()
}
