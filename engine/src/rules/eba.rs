//! The charge rule of the enterprise agreement (Token Flex / EBA) as code: sessions → days.
//!
//! A day is a calendar day at the license server's offset. Of one person and product the first session
//! of a day that is long enough is charged, later ones are free, short ones are casual and free. What a
//! lesser product costs after a greater one (INCREMENTAL) hangs on price lists that only the portal
//! knows: there the charge is taken as given.

use super::flex::{LAUNCH_SECONDS_MIN, Stretch};
use crate::usage::{ChargeCategory, Day};

const SECONDS_A_DAY: i64 = 86_400;

/// What becomes of one session on one calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EbaDay {
    /// The day, by the server's calendar.
    pub day: Day,
    /// The session, by its place among those given.
    pub session: usize,
    /// Whether it is charged.
    pub category: ChargeCategory,
}

/// What becomes of the sessions of one person and product, which come in any order. A session over
/// midnight is on each day that it is open. `utc_offset` is the server's, in seconds.
pub fn eba_days(sessions: &[Stretch], utc_offset: i32) -> Vec<EbaDay> {
    let mut order: Vec<usize> =
        (0..sessions.len()).filter(|&i| sessions[i].end >= sessions[i].start).collect();
    order.sort_by_key(|&i| (sessions[i], i));
    let mut days: Vec<EbaDay> = Vec::new();
    for index in order {
        let Stretch { start, end } = sessions[index];
        let day_of =
            |second: i64| second.saturating_add(i64::from(utc_offset)).div_euclid(SECONDS_A_DAY) as i32;
        let is_short = sessions[index].seconds() < LAUNCH_SECONDS_MIN;
        for day in day_of(start)..=day_of((end - 1).max(start)) {
            days.push(EbaDay {
                day: Day(day),
                session: index,
                category: if is_short { ChargeCategory::Casual } else { ChargeCategory::Charged },
            });
        }
    }
    // The first long one of each day opens it.
    days.sort_by_key(|day| day.day);
    let mut charged = None;
    for day in days.iter_mut().filter(|day| day.category == ChargeCategory::Charged) {
        if charged == Some(day.day) {
            day.category = ChargeCategory::Free;
        }
        charged = Some(day.day);
    }
    days
}
