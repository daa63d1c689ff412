//! What the log covers, and how a sum becomes a yearly amount (definitions: *Time*).

use crate::usage::{Day, Log, Money, Tokens};

/// Under so many days covered no yearly amount is given.
pub const DAYS_FOR_A_YEAR_MIN: i32 = 56;
/// Under so many days covered a yearly amount is rough.
pub const DAYS_ROUGH_YEAR_MAX: i32 = 182;

/// The days the log covers and the last complete one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day of use.
    pub first: Day,
    /// Last day of use.
    pub last: Day,
    /// The last day for which the data is complete; by default the last day in any row.
    pub as_of: Day,
}

/// How sums of the last year's window become yearly amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearOf {
    /// First day whose amounts are summed.
    pub from: Day,
    /// Last such day.
    pub to: Day,
    /// Days from `from` to `to`, both counted; the sum is scaled by 365 over this.
    pub days: i32,
}

impl Period {
    /// The period of a log; `None` where it holds no use at all. Use is charges; where a log has
    /// only rows without tokens, the days of those rows.
    pub fn of(log: &Log, as_of: Option<Day>) -> Option<Period> {
        let charge_days = log.standing().filter(|e| e.is_charge()).map(|e| e.day);
        let span = |days: &mut dyn Iterator<Item = Day>| {
            days.fold(None, |span: Option<(Day, Day)>, day| match span {
                None => Some((day, day)),
                Some((first, last)) => Some((first.min(day), last.max(day))),
            })
        };
        let (first, last) =
            span(&mut { charge_days }).or_else(|| span(&mut log.standing().map(|e| e.day)))?;
        let as_of = as_of.or_else(|| log.last_day()).unwrap_or(last);
        Some(Period { first, last, as_of })
    }

    /// Days covered, first and last both counted.
    pub fn days_covered(&self) -> i32 {
        self.first.days_until(self.last) + 1
    }

    /// How to make a yearly amount; `None` under [`DAYS_FOR_A_YEAR_MIN`] days covered.
    pub fn year(&self) -> Option<YearOf> {
        let covered = self.days_covered();
        if covered < DAYS_FOR_A_YEAR_MIN {
            return None;
        }
        let days = covered.min(365);
        Some(YearOf { from: self.last.plus(1 - days), to: self.last, days })
    }

    /// Whether yearly amounts rest on less than half a year.
    pub fn is_rough(&self) -> bool {
        self.days_covered() < DAYS_ROUGH_YEAR_MAX
    }
}

impl YearOf {
    /// Whether a day's amounts are in the sum.
    pub fn holds(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// The yearly tokens of a sum over the window; rounded to the millionth.
    pub fn tokens(&self, sum: Tokens) -> Tokens {
        sum.scale_rounded(365, i64::from(self.days))
    }

    /// The yearly money of a sum over the window; rounded to the millionth.
    pub fn money(&self, sum: Money) -> Money {
        sum.scale_rounded(365, i64::from(self.days))
    }

    /// The yearly number of things counted in the window.
    pub fn count(&self, count: u64) -> f64 {
        if self.days == 365 { count as f64 } else { count as f64 * 365.0 / f64::from(self.days) }
    }
}
