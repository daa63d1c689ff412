//! The plan's working days as a table, since every charge asks.

use crate::plan::Plan;
use crate::usage::Day;

/// Working days from a first day on, at a glance.
pub struct Calendar {
    first: Day,
    /// For each day, how many days before it are worked.
    worked_before: Vec<u32>,
}

impl Calendar {
    /// The calendar of some days, both counted, with a fortnight on either side.
    pub fn of(plan: &Plan, first: Day, last: Day) -> Calendar {
        let (first, last) = (first.plus(-14), last.plus(14));
        let mut holidays = plan.holidays.clone();
        holidays.sort_unstable();
        let week =
            Plan { holidays: Vec::new(), ..Plan { working_days: plan.working_days, ..Plan::default() } };
        let mut worked_before = vec![0];
        let mut sum = 0;
        for day in (first.0..=last.0).map(Day) {
            sum += u32::from(week.is_working_day(day) && holidays.binary_search(&day).is_err());
            worked_before.push(sum);
        }
        Calendar { first, worked_before }
    }

    /// Whether a day is worked.
    pub fn is_worked(&self, day: Day) -> bool {
        self.worked_between(day, day) == 1
    }

    /// Working days from one day to another, both counted.
    pub fn worked_between(&self, from: Day, to: Day) -> u32 {
        let place = |day: Day| (self.first.days_until(day).max(0) as usize).min(self.worked_before.len() - 1);
        self.worked_before[place(to.plus(1))].saturating_sub(self.worked_before[place(from)])
    }

    /// Days from one to another that are not worked, both counted.
    pub fn off_between(&self, from: Day, to: Day) -> u32 {
        (from.days_until(to) + 1).max(0) as u32 - self.worked_between(from, to)
    }
}
