//! The words of monthly budgets.

use super::numbers::{day, month, share, tokens};
use engine::desk::{BudgetDrawn, BudgetEnd, BudgetLineView, BudgetMonthView, Value};
use engine::plan::{Budget, BudgetOf};

/// The panel.
pub const TITLE: &str = "Monthly budgets";
/// What it is for.
pub const ABOUT: &str = "How many tokens a pool, department or project may use in a month. A month that passes its budget, \
or that most futures say will pass it, is told at the top of the Overview.";
/// How a month partly in a busy period counts.
pub const BY_DAYS: &str = "A month that a busy period covers in part counts by days.";
/// The drawing.
pub const DRAWN: &str = "Use against budget";
/// Saves all of them.
pub const EXPORT: &str = "Budgets as CSV";
/// Without another amount.
pub const NO_PERIOD: &str = "no other amount";
/// Nobody of that name.
pub const UNKNOWN: &str = "Nobody of that name is in the files or the plan’s pools now.";
/// Nothing of this month or the one before.
pub const NO_MONTHS: &str = "No use in this month or the one before.";

/// Whose budget it is.
pub fn who(of: &BudgetOf) -> String {
    match of {
        BudgetOf::Pool(None) => super::findings::name_of_pool(None),
        BudgetOf::Pool(Some(name)) => format!("Pool {name}"),
        BudgetOf::Team(name) => name.clone(),
        BudgetOf::Project(name) => format!("Project {name}"),
    }
}

/// `400 a month, in Tender season 900`
pub fn amounts(budget: &Budget) -> String {
    let busy = budget.busy.iter().map(|one| format!(", in {} {}", one.period, tokens(one.tokens_per_month)));
    format!("{} a month{}", tokens(budget.tokens_per_month), busy.collect::<String>())
}

/// `Common pool: 400 a month, in Tender season 900`
pub fn line(budget: &Budget) -> String {
    format!("{}: {}", who(&budget.of), amounts(budget))
}

/// `Oct 2026: 461 of 400, 61 over. Nov 2026 so far: 212 of 400.`
pub fn lately(line: &BudgetLineView) -> String {
    if !line.is_known {
        return UNKNOWN.to_string();
    }
    let said: Vec<String> = line.lately.iter().map(one_month).collect();
    let mut said = if said.is_empty() { NO_MONTHS.to_string() } else { said.join(" ") };
    if let Some(Value::Share(chance)) = line.chance.as_ref().and_then(|figure| figure.value) {
        said.push_str(&format!(" The chance to pass it is {}.", share(chance)));
    }
    said
}

fn one_month(one: &BudgetMonthView) -> String {
    let when = match (one.so_far, one.forecast) {
        (true, _) => " so far",
        (false, true) => " in the middle of the futures",
        (false, false) => "",
    };
    let over = one.over_by.as_ref().and_then(|over| over.tokens());
    let over = over.map(|over| format!(", {} over", tokens(over))).unwrap_or_default();
    let budget = one.budget.tokens().unwrap_or_default();
    format!("{}{when}: {} of {}{over}.", month(one.month), tokens(one.used), tokens(budget))
}

/// `By 18 Nov 2026 4,210 of the 4,800 tokens budgeted up to 30 Nov 2026 are used; by 31 Dec 2026 it will be 5,300
/// of 5,200 in the middle of the futures, 100 over.`
pub fn caption(drawn: &BudgetDrawn) -> String {
    let used = drawn.used.last().copied().unwrap_or_default();
    let last = drawn.from.plus(drawn.used.len() as i32 - 1);
    let at = |day: &BudgetEnd| day.from <= last && last <= day.to;
    let (Some(now), Some(end)) = (drawn.ends.iter().find(|end| at(end)), drawn.ends.last()) else {
        return format!("By {}, {} tokens are used", day(last), tokens(used));
    };
    let budgeted = if now.to == last {
        format!("{} of {} budgeted tokens are used", tokens(used), tokens(now.budget))
    } else {
        format!(
            "{} of the {} tokens budgeted up to {} are used",
            tokens(used),
            tokens(now.budget),
            day(now.to)
        )
    };
    let difference = end.used - end.budget;
    let against = if difference.is_positive() {
        format!("{} over", tokens(difference))
    } else {
        format!("{} below", tokens(engine::usage::Tokens(difference.0.abs())))
    };
    let ahead = end.forecast.then(|| {
        format!(
            "; by {} it will be {} of {} in the middle of the futures, {against}",
            day(end.to),
            tokens(end.used),
            tokens(end.budget)
        )
    });
    format!("By {}, {budgeted}{}", day(last), ahead.unwrap_or_default())
}

/// `Budget of Nov 2026`
pub fn of_month(one: &BudgetMonthView) -> String {
    format!("Budget of {}", month(one.month))
}

/// `Over the budget of Nov 2026`
pub fn over_month(one: &BudgetMonthView) -> String {
    format!("Over the budget of {}", month(one.month))
}
