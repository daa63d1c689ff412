//! Millionths as JSON numbers.

use serde_json::Value;

/// A fixed-point value as a JSON number: whole values without a fraction, others to the millionth.
pub fn number(micros: i64) -> Value {
    if micros % super::MICRO == 0 {
        (micros / super::MICRO).into()
    } else {
        // A correctly rounded quotient prints as the shortest text that reads back the same.
        (micros as f64 / super::MICRO as f64).into()
    }
}
