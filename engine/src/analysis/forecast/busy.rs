//! What past busy periods really did, against usual use.

use super::draw::Drawn;
use super::level::usual_weeks;
use super::weights::Past;
use crate::plan::Busy;
use crate::usage::{Day, Tokens};

/// Weeks before a period that say what was usual then.
const WEEKS_BEFORE: usize = 8;
/// Fewer say nothing.
const WEEKS_BEFORE_MIN: usize = 4;

/// A busy period that has begun.
#[derive(Clone, Debug, PartialEq)]
pub struct PastBusy {
    /// Its number in the plan.
    pub index: usize,
    /// Its last day, or the last complete one.
    pub to: Day,
    /// Tokens used in it up to then.
    pub used: Tokens,
    /// What the eight weeks before it would have led to.
    pub usual: Tokens,
    /// The difference in percent of the usual; `None` where nothing was usual.
    pub percent: Option<f64>,
}

/// The periods of a plan that have begun, in its order. `daily` is the pool's use from its first day
/// on.
pub fn past_busy(drawn: &Drawn, daily: &[f64], busy: &[Busy]) -> Vec<PastBusy> {
    let past = Past { first: drawn.first_use, tokens: daily, calendar: &drawn.calendar };
    let of = |(index, period): (usize, &Busy)| {
        let from = drawn.first_use.days_until(period.from);
        let to = drawn.first_use.days_until(period.to).min(daily.len() as i32 - 1);
        if from < (WEEKS_BEFORE_MIN * 7) as i32 || to < from {
            return None;
        }
        let (from, to) = (from as usize, to as usize);
        let weeks = usual_weeks(past.until(from), &drawn.model.weights);
        let before = &weeks[weeks.len().saturating_sub(WEEKS_BEFORE)..];
        let level = before.iter().sum::<f64>() / f64::max(before.len() as f64, 1.0);
        let weight =
            |index: usize| drawn.model.weights.of_day(drawn.first_use.plus(index as i32), past.calendar);
        let usual = level * (from..=to).map(weight).sum::<f64>();
        let used: f64 = daily[from..=to].iter().sum();
        Some(PastBusy {
            index,
            to: drawn.first_use.plus(to as i32),
            used: Tokens::from_f64(used),
            usual: Tokens::from_f64(usual),
            percent: (usual > 0.0).then(|| (used / usual - 1.0) * 100.0),
        })
    };
    busy.iter().enumerate().filter_map(of).collect()
}
