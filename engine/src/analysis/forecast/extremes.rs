//! The larger and the smaller of two numbers, for the loops of the futures.

/// The larger of two numbers. `f64::max`, which minds what is no number, is a call in WebAssembly, and this runs
/// for every week of every future.
pub fn larger(one: f64, other: f64) -> f64 {
    if one > other { one } else { other }
}

/// The smaller of two numbers, likewise.
pub fn smaller(one: f64, other: f64) -> f64 {
    if one < other { one } else { other }
}
