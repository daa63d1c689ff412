//! Lists of what belongs to days, brought into order.

use crate::usage::Day;

/// Sorts by day and makes one entry of all of a day.
pub(super) fn merge<T>(days: &mut Vec<(Day, T)>, mut add: impl FnMut(&mut T, &T)) {
    days.sort_by_key(|(day, _)| *day);
    days.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            add(&mut kept.1, &next.1);
        }
        same
    });
}
