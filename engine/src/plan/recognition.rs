//! Recognition: whether, and against what.

use crate::usage::Tokens;

/// How recognition is wanted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recognition {
    /// Nobody is compared.
    pub off: bool,
    /// Tokens per active day that are aimed at.
    pub target_per_day: Option<Tokens>,
    /// The least number of active days in a quarter; `None`: 10.
    pub days_min: Option<i32>,
}

impl Recognition {
    /// The least number of active days in a quarter, so that absence is not praised: 10.
    pub fn days_min(&self) -> u32 {
        self.days_min.unwrap_or(10).max(1) as u32
    }
}
