//! Monthly budgets: what a pool, team, department or project may use, by busy period.

use super::Busy;
use crate::usage::{Day, Tokens};
use serde::{Deserialize, Serialize};

/// Whose budget it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum BudgetOf {
    /// A pool; `None` is the common one.
    Pool(Option<String>),
    /// A team or department.
    Team(String),
    /// A project.
    Project(String),
}

/// Another amount in the days of a busy period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BusyBudget {
    /// The name of the period: all periods of the plan with this name.
    pub period: String,
    /// How many tokens a month that lies in it whole.
    pub tokens_per_month: Tokens,
}

/// Tokens that somebody may use in a month.
#[derive(Clone, Debug, PartialEq)]
pub struct Budget {
    /// Whose.
    pub of: BudgetOf,
    /// How many.
    pub tokens_per_month: Tokens,
    /// How many instead in busy periods, one entry a name.
    pub busy: Vec<BusyBudget>,
}

/// Days of a month on which the same amount counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BudgetDays {
    /// Tokens a month.
    pub tokens_per_month: Tokens,
    /// On how many days of the month.
    pub days: i32,
    /// It is a busy period's amount.
    pub is_busy: bool,
}

impl Budget {
    /// A budget that is the same in all months.
    pub fn even(of: BudgetOf, tokens_per_month: Tokens) -> Budget {
        Budget { of, tokens_per_month, busy: Vec::new() }
    }

    /// The amounts that count on the days of one month from one to another, the usual one first.
    /// On a day of several periods the largest of their amounts counts. How likely a period is
    /// changes nothing: a budget is what was agreed.
    pub fn days(&self, periods: &[Busy], from: Day, to: Day) -> Vec<BudgetDays> {
        let is_in = |name: &str, day: Day| {
            periods.iter().any(|busy| busy.name == name && busy.from <= day && day <= busy.to)
        };
        let mut found: Vec<BudgetDays> = Vec::new();
        for day in (from.0..=to.0).map(Day) {
            let periods = self.busy.iter().filter(|busy| is_in(&busy.period, day));
            let busy = periods.map(|busy| busy.tokens_per_month).max();
            let (tokens_per_month, is_busy) = (busy.unwrap_or(self.tokens_per_month), busy.is_some());
            let same =
                |one: &&mut BudgetDays| one.tokens_per_month == tokens_per_month && one.is_busy == is_busy;
            match found.iter_mut().find(same) {
                Some(one) => one.days += 1,
                None => found.push(BudgetDays { tokens_per_month, days: 1, is_busy }),
            }
        }
        found.sort_by_key(|one| (one.is_busy, one.tokens_per_month));
        found
    }

    /// The budget of these days of one month: each has its part of the month's amount, to the
    /// nearest millionth.
    pub fn tokens(&self, periods: &[Busy], from: Day, to: Day) -> Tokens {
        let month = from.month();
        let all = i64::from(month.first_day().days_until(month.last_day())) + 1;
        let days = self.days(periods, from, to);
        days.iter().map(|one| one.tokens_per_month.scale_rounded(i64::from(one.days), all)).sum()
    }

    /// A list of budgets in which this one's amounts count for whom it is of: its usual amount, and
    /// its periods' before those that were there.
    pub fn put_into(self, budgets: &mut Vec<Budget>) {
        match budgets.iter_mut().find(|other| other.of == self.of) {
            Some(other) => {
                other.tokens_per_month = self.tokens_per_month;
                other.busy.retain(|old| self.busy.iter().all(|new| new.period != old.period));
                other.busy.extend(self.busy);
            }
            None => budgets.push(self),
        }
    }
}
