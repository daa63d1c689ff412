//! Months against their budgets.

use super::charge_back::{ChargeTo, units_of_people};
use super::forecast::{MonthRow, Term, month_rows_of};
use super::{Report, Then};
use crate::plan::{Budget, BudgetDays, BudgetOf, Plan};
use crate::usage::{Day, Log, Month, Tokens};

/// Without a term so many months up to the last complete day are looked at.
pub const BUDGET_MONTHS: i32 = 12;
/// This month's budget is said to be passed where more than this part of the futures pass it.
pub const AHEAD_CHANCE_MIN: f64 = 0.5;

/// Net tokens by day of a team, department or project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartUse {
    first: Day,
    days: Vec<Tokens>,
}

impl PartUse {
    /// The use of everyone whose budget is not a pool's, in the order of `wanted`; `None` for a pool
    /// and for a name that no row and no people sheet knows. One pass over the log.
    pub fn of_all(log: &Log, wanted: &[BudgetOf]) -> Vec<Option<PartUse>> {
        let departments = units_of_people(log, ChargeTo::Department);
        let projects = units_of_people(log, ChargeTo::Project);
        let mut of_team: Vec<Vec<usize>> = vec![Vec::new(); log.pools().len()];
        let mut of_person: Vec<Vec<usize>> = vec![Vec::new(); log.people().len()];
        let mut place = |units: &[Option<&str>], name: &str, slot: usize| {
            let theirs = units.iter().zip(&mut of_person).filter(|(unit, _)| **unit == Some(name));
            theirs.map(|(_, slots)| slots.push(slot)).count() > 0
        };
        let known: Vec<bool> = (wanted.iter().enumerate())
            .map(|(slot, of)| match of {
                BudgetOf::Pool(_) => false,
                // A team of the export, else a department of the people sheet.
                BudgetOf::Team(name) => match log.pools().find(name) {
                    Some(team) => {
                        of_team[team as usize].push(slot);
                        true
                    }
                    None => place(&departments, name, slot),
                },
                BudgetOf::Project(name) => place(&projects, name, slot),
            })
            .collect();
        if !known.contains(&true) {
            return vec![None; wanted.len()];
        }
        let days = || log.standing().map(|entry| entry.day);
        let (Some(first), Some(last)) = (days().min(), days().max()) else { return vec![None; wanted.len()] };
        let count = first.days_until(last) as usize + 1;
        let mut all: Vec<Option<PartUse>> = known
            .iter()
            .map(|known| known.then(|| PartUse { first, days: vec![Tokens::ZERO; count] }))
            .collect();
        for entry in log.standing() {
            for slot in of_team[entry.pool as usize].iter().chain(&of_person[entry.person as usize]) {
                if let Some(part) = &mut all[*slot] {
                    part.days[first.days_until(entry.day) as usize] += entry.tokens;
                }
            }
        }
        all
    }

    /// Net tokens from one day to another, both counted.
    pub fn used_between(&self, from: Day, to: Day) -> Tokens {
        let count = self.days.len() as i32;
        let place = |day: Day| self.first.days_until(day).clamp(0, count) as usize;
        self.days.get(place(from)..place(to.plus(1))).unwrap_or_default().iter().copied().sum()
    }

    fn first_use(&self) -> Option<Day> {
        self.days.iter().position(|tokens| *tokens != Tokens::ZERO).map(|index| self.first.plus(index as i32))
    }
}

/// One month against its budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetMonth {
    /// Which.
    pub month: Month,
    /// The first day counted.
    pub from: Day,
    /// The last day counted: of the month, or of the term.
    pub to: Day,
    /// Tokens used; of a month ahead the middle of what will be.
    pub used: Tokens,
    /// The budget of these days.
    pub budget: Tokens,
    /// The amounts it is made of.
    pub days: Vec<BudgetDays>,
    /// A part of it, or all, lies ahead, and `used` is a forecast.
    pub forecast: bool,
    /// It is still running, and `used` is what was used so far.
    pub so_far: bool,
    /// Tokens from the first month on, up to and with this one.
    pub cumulative: Tokens,
    /// The range of that; equal ends where nothing is forecast.
    pub cumulative_range: (Tokens, Tokens),
    /// The budgets of the months up to and with this one.
    pub cumulative_budget: Tokens,
}

impl BudgetMonth {
    /// Tokens above the budget; `None` where it holds.
    pub fn over_by(&self) -> Option<Tokens> {
        Some(self.used - self.budget).filter(|over| over.is_positive())
    }
}

/// Whose use a budget is held against.
#[derive(Clone, Copy, Debug)]
enum Measured<'a> {
    Pool(usize),
    Part(&'a PartUse),
    Nobody,
}

/// One budget of the plan.
#[derive(Clone, Copy, Debug)]
pub struct BudgetLine<'a> {
    /// The plan's.
    pub budget: &'a Budget,
    plan: &'a Plan,
    report: &'a Report,
    measured: Measured<'a>,
}

impl<'a> BudgetLine<'a> {
    /// All budgets of a plan in its order.
    pub fn all(plan: &'a Plan, report: &'a Report) -> Vec<BudgetLine<'a>> {
        let uses = report.budget_use.iter().map(Option::as_ref).chain(std::iter::repeat(None));
        let place = |name: Option<&str>| report.pools.iter().position(|pool| pool.name.as_deref() == name);
        let line = |(budget, part): (&'a Budget, Option<&'a PartUse>)| {
            let pool = match &budget.of {
                BudgetOf::Pool(name) => place(name.as_deref()),
                // A team that has a pool of its own: the same use, and it has a forecast.
                BudgetOf::Team(name) => place(Some(name)),
                BudgetOf::Project(_) => None,
            };
            let measured = match (pool, part) {
                (Some(pool), _) => Measured::Pool(pool),
                (None, Some(part)) => Measured::Part(part),
                (None, None) => Measured::Nobody,
            };
            BudgetLine { budget, plan, report, measured }
        };
        plan.budgets.iter().zip(uses).map(line).collect()
    }

    /// The first day that counts: of the term; without one, of twelve months, or of the use. `None`
    /// where nobody of that name is known.
    pub fn start(&self) -> Option<Day> {
        let first = match self.measured {
            Measured::Pool(pool) => self.report.pools[pool].first_use,
            Measured::Part(part) => part.first_use(),
            Measured::Nobody => None,
        }?;
        let months = Month(self.report.period.as_of.month().0 + 1 - BUDGET_MONTHS).first_day();
        Some(Term::of(self.plan).map_or(first.max(months), |term| term.start))
    }

    /// The months of the term so far, and of a pool those ahead, under the plan's what-ifs.
    pub fn months(&self, then: Option<&Then>) -> Vec<BudgetMonth> {
        let Some(start) = self.start() else { return Vec::new() };
        let as_of = self.report.period.as_of;
        let rows = match self.measured {
            Measured::Pool(index) => month_rows_of(self.plan, self.report, index, then),
            _ => self.rows_so_far(start, Term::of(self.plan).map_or(as_of, |term| term.end.min(as_of))),
        };
        self.against(&rows, start)
    }

    /// The chance, 0 to 1, that this month's use passes its budget; of a pool with a forecast, as long
    /// as the month runs and has not passed it.
    pub fn chance(&self, then: Option<&Then>) -> Option<f64> {
        let Measured::Pool(index) = self.measured else { return None };
        let (as_of, report) = (self.report.period.as_of, self.report);
        let month = as_of.month();
        let (from, to) = self.counted(month);
        if to <= as_of || self.over_in(month).is_some() {
            return None;
        }
        let needed = (self.budget_of(month) - self.used_between(from, as_of)).to_f64();
        let scenario = then.map(|then| then.scenario(index)).unwrap_or_default();
        let ahead = report.forecasts[index].used_up_to(&report.pools[index], as_of, to, scenario)?;
        let passing = ahead.iter().filter(|more| **more > needed).count();
        Some(passing as f64 / ahead.len().max(1) as f64)
    }

    /// The days of a month that count: those in the term, where it covers the month in part.
    fn counted(&self, month: Month) -> (Day, Day) {
        let (first, last) = (month.first_day(), month.last_day());
        match Term::of(self.plan) {
            Some(term) if term.start <= last && first <= term.end => {
                (first.max(term.start), last.min(term.end))
            }
            _ => (first, last),
        }
    }

    /// Whether anybody of that name is known.
    pub fn is_known(&self) -> bool {
        !matches!(self.measured, Measured::Nobody)
    }

    /// The pool that it is of, into the report's.
    pub fn pool(&self) -> Option<usize> {
        match self.measured {
            Measured::Pool(pool) => Some(pool),
            _ => None,
        }
    }

    /// Net tokens used from one day to another, both counted.
    pub fn used_between(&self, from: Day, to: Day) -> Tokens {
        match self.measured {
            Measured::Pool(pool) => self.report.pools[pool].used_between(from, to),
            Measured::Part(part) => part.used_between(from, to),
            Measured::Nobody => Tokens::ZERO,
        }
    }

    /// What was used in a month up to the last complete day, and its budget, where the first is more.
    pub fn over_in(&self, month: Month) -> Option<(Tokens, Tokens)> {
        let (from, to) = self.counted(month);
        let used = self.used_between(from, to.min(self.report.period.as_of));
        let budget = self.budget_of(month);
        (used > budget).then_some((used, budget))
    }

    /// The budget of a month's days that count.
    pub fn budget_of(&self, month: Month) -> Tokens {
        let (from, to) = self.counted(month);
        self.budget.tokens(&self.plan.busy, from, to)
    }

    /// Months without a forecast.
    fn rows_so_far(&self, from: Day, until: Day) -> Vec<MonthRow> {
        let mut cumulative = Tokens::ZERO;
        let row = |month: Month| {
            let to = month.last_day().min(until);
            let tokens = self.used_between(month.first_day().max(from), to);
            cumulative += tokens;
            MonthRow {
                month,
                to,
                tokens,
                cumulative,
                cumulative_range: (cumulative, cumulative),
                cumulative_percent: None,
                forecast: false,
                projected_run_out: None,
            }
        };
        (from.month().0..=until.month().0).map(Month).filter(|_| from <= until).map(row).collect()
    }

    /// Months from the one of `start` on; sums begin with it.
    fn against(&self, rows: &[MonthRow], start: Day) -> Vec<BudgetMonth> {
        let as_of = self.report.period.as_of;
        let mut before = None;
        let mut cumulative_budget = Tokens::ZERO;
        let month = |row: &MonthRow| {
            let (from, to) = self.counted(row.month);
            // Futures end in the midst of a month: its budget is that of the days they reach.
            let to = if row.forecast { to.min(row.to) } else { to };
            let before = *before.get_or_insert(row.cumulative - row.tokens);
            let budget = self.budget.tokens(&self.plan.busy, from, to);
            cumulative_budget += budget;
            let (low, high) = row.cumulative_range;
            BudgetMonth {
                month: row.month,
                from,
                to,
                used: row.tokens,
                budget,
                days: self.budget.days(&self.plan.busy, from, to),
                forecast: row.forecast,
                so_far: !row.forecast && as_of < to,
                cumulative: row.cumulative - before,
                cumulative_range: (low - before, high - before),
                cumulative_budget,
            }
        };
        rows.iter().filter(|row| start.month() <= row.month).map(month).collect()
    }
}
