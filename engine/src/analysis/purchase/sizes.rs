//! What quantities can be bought.

use crate::plan::Plan;
use crate::usage::{MICRO, Tokens};

/// The smallest purchase where no pack sizes are given, in tokens.
pub const TOKENS_MIN: u64 = 33;
/// More remainders than this are not tabled: the smallest size is bought again and again then.
const REMAINDERS_MAX: u64 = 1_000_000;

/// The quantities that can be bought, in whole tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sizes {
    /// Any from [`TOKENS_MIN`] on.
    Any,
    /// Sums of sizes. `unit` divides them all; `smallest[r]` is the smallest sum, in units, that
    /// leaves `r` when divided by the smallest size.
    Sums {
        /// Tokens.
        unit: u64,
        /// In units.
        smallest: Vec<u64>,
    },
}

impl Sizes {
    /// The plan's sizes; parts of a token count as a whole one.
    pub fn of(plan: &Plan) -> Sizes {
        let whole = |size: &Tokens| (size.0.max(0) as u64).div_ceil(MICRO as u64);
        let sizes = plan.pack_sizes.as_deref().unwrap_or_default();
        Sizes::from_whole(&sizes.iter().map(whole).collect::<Vec<_>>())
    }

    /// Sums of sizes in tokens; none of them: any quantity.
    pub fn from_whole(sizes: &[u64]) -> Sizes {
        let mut sizes: Vec<u64> = sizes.iter().copied().filter(|size| *size > 0).collect();
        sizes.sort_unstable();
        sizes.dedup();
        let Some(unit) = sizes.iter().copied().reduce(divisor) else { return Sizes::Any };
        let first = sizes[0] / unit;
        if first > REMAINDERS_MAX {
            return Sizes::Sums { unit: sizes[0], smallest: vec![0] };
        }
        let mut smallest = vec![u64::MAX; first as usize];
        smallest[0] = 0;
        // One size after the other: around each circle of remainders twice, and it has settled.
        for size in sizes[1..].iter().map(|size| size / unit) {
            let circles = divisor(first, size % first).max(1);
            for start in 0..if size.is_multiple_of(first) { 0 } else { circles } {
                let mut at = start;
                for _ in 0..2 * (first / circles) {
                    let next = (at + size) % first;
                    let sum = smallest[at as usize].saturating_add(size);
                    smallest[next as usize] = smallest[next as usize].min(sum);
                    at = next;
                }
            }
        }
        Sizes::Sums { unit, smallest }
    }

    /// The smallest quantity that covers a need; 0 where nothing is needed.
    pub fn at_least(&self, need: u64) -> u64 {
        match self {
            _ if need == 0 => 0,
            Sizes::Any => need.max(TOKENS_MIN),
            Sizes::Sums { unit, smallest } => {
                let (units, first) = (need.div_ceil(*unit), smallest.len() as u64);
                let reach = |(rest, sum): (usize, &u64)| {
                    let next = units + (rest as u64 + first - units % first) % first;
                    (*sum != u64::MAX).then(|| next.max(*sum))
                };
                smallest.iter().enumerate().filter_map(reach).min().unwrap_or(units).saturating_mul(*unit)
            }
        }
    }

    /// Whether a quantity can be bought; nothing always can.
    pub fn has(&self, tokens: u64) -> bool {
        match self {
            _ if tokens == 0 => true,
            Sizes::Any => tokens >= TOKENS_MIN,
            Sizes::Sums { unit, smallest } => {
                let units = tokens / unit;
                tokens.is_multiple_of(*unit) && smallest[(units % smallest.len() as u64) as usize] <= units
            }
        }
    }
}

fn divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { divisor(b, a % b) }
}
