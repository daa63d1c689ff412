//! Where an axis has its lines: round numbers, and the first days of months.

use engine::usage::{Day, Month};

/// The step of an axis from 0 to `max` with about `count` lines: 1, 2 or 5 times a power of ten.
pub fn step(max: f64, count: usize) -> f64 {
    let raw = max.max(1e-9) / count.max(1) as f64;
    let mut power = 1e-6;
    while power * 10.0 <= raw {
        power *= 10.0;
    }
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|step| *step >= raw).unwrap_or(power * 10.0)
}

/// 0, one step, two steps … up to the first that holds `max`.
pub fn values(max: f64, count: usize) -> Vec<f64> {
    let step = step(max, count);
    let steps = (max / step).ceil().max(1.0) as usize;
    (0..=steps).map(|i| i as f64 * step).collect()
}

/// First days of months between two days, thinned to at most `count`.
pub fn months(from: Day, to: Day, count: usize) -> Vec<Day> {
    let first = from.month().0 + 1;
    let last = to.month().0;
    let all = (last - first + 1).max(0) as usize;
    let every =
        [1, 2, 3, 4, 6, 12].into_iter().find(|every| all.div_ceil(*every) <= count.max(1)).unwrap_or(24);
    (first..=last)
        .map(Month)
        .filter(|month| month.0.rem_euclid(every as i32) == 0)
        .map(Month::first_day)
        .filter(|day| *day <= to)
        .collect()
}
