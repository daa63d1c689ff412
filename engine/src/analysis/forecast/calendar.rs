//! What the plan says about days: worked or not, and which past days were special.

use crate::plan::Plan;
use crate::usage::Day;

/// Working days, days off and past busy periods.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    /// Days off that the plan names, sorted. Weekends need no naming: the profile knows them.
    pub days_off: Vec<Day>,
    /// Past days of periods that the plan calls busy. Weeks in them say nothing about usual use. What lies
    /// ahead is not among them: it changes nothing that is learnt or drawn.
    pub special: Vec<(Day, Day)>,
}

impl Calendar {
    /// The calendar of a plan, as far as the last complete day.
    pub fn of(plan: &Plan, as_of: Day) -> Calendar {
        let mut days_off = plan.holidays.clone();
        days_off.sort_unstable();
        days_off.dedup();
        let past = plan.busy.iter().filter(|busy| busy.from <= as_of);
        Calendar { days_off, special: past.map(|busy| (busy.from, busy.to.min(as_of))).collect() }
    }

    /// Whether two calendars say the same of all days up to one.
    pub fn agrees_with(&self, other: &Calendar, to: Day) -> bool {
        let days_off = |of: &Calendar| of.days_off.partition_point(|day| *day <= to);
        let special = |of: &Calendar| -> Vec<(Day, Day)> {
            let begun = of.special.iter().filter(|(from, _)| *from <= to);
            begun.map(|(from, end)| (*from, to.min(*end))).collect()
        };
        self.days_off[..days_off(self)] == other.days_off[..days_off(other)]
            && special(self) == special(other)
    }

    /// Whether the plan names the day as a day off.
    pub fn is_off(&self, day: Day) -> bool {
        self.days_off.binary_search(&day).is_ok()
    }

    /// Whether the day lies in a busy period.
    pub fn is_special(&self, day: Day) -> bool {
        self.special.iter().any(|(from, to)| *from <= day && day <= *to)
    }
}
