//! Tokens and money as fixed-point integers, with named roundings.
//!
//! Both count millionths: render and simulation services charge fractions of a token, and a price
//! for a pack divided over its tokens needs more than cents. Totals of either fit `i64` with room:
//! ten billion tokens are 10^16 millionths, a thousandth of the range.

use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// Millionths in one.
pub const MICRO: i64 = 1_000_000;

macro_rules! fixed_point {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(
            /// The value in millionths.
            pub i64,
        );

        impl $name {
            /// Nothing.
            pub const ZERO: $name = $name(0);

            /// A whole number of them.
            pub const fn whole(value: i64) -> $name {
                $name(value * MICRO)
            }

            /// The nearest millionth; halves away from zero. For values that are estimates already.
            pub fn from_f64(value: f64) -> $name {
                // `as` saturates, so that a wild estimate is a large number and never a panic.
                $name((value * MICRO as f64 + if value < 0.0 { -0.5 } else { 0.5 }) as i64)
            }

            /// For shares, charts and JSON.
            pub fn to_f64(self) -> f64 {
                self.0 as f64 / MICRO as f64
            }

            /// `self × numerator / denominator`, rounded to the nearest millionth, halves away from
            /// zero; nothing where the denominator is zero.
            pub fn scale_rounded(self, numerator: i64, denominator: i64) -> $name {
                $name(mul_div_rounded(self.0, numerator, denominator))
            }

            /// Whether it is more than nothing.
            pub fn is_positive(self) -> bool {
                self.0 > 0
            }
        }

        impl Add for $name {
            type Output = $name;
            fn add(self, other: $name) -> $name {
                $name(self.0.saturating_add(other.0))
            }
        }
        impl Sub for $name {
            type Output = $name;
            fn sub(self, other: $name) -> $name {
                $name(self.0.saturating_sub(other.0))
            }
        }
        impl Neg for $name {
            type Output = $name;
            fn neg(self) -> $name {
                $name(self.0.saturating_neg())
            }
        }
        impl AddAssign for $name {
            fn add_assign(&mut self, other: $name) {
                *self = *self + other;
            }
        }
        impl SubAssign for $name {
            fn sub_assign(&mut self, other: $name) {
                *self = *self - other;
            }
        }
        impl Sum for $name {
            fn sum<I: Iterator<Item = $name>>(items: I) -> $name {
                items.fold($name::ZERO, Add::add)
            }
        }
    };
}

fixed_point! {
    /// Flex tokens. Decimal, since services charge fractions; negative for a refund.
    Tokens
}
fixed_point! {
    /// Money in the workspace's one currency.
    Money
}

/// The largest amount of tokens one row may state; beyond it the row is left out with a finding.
pub const ROW_TOKENS_MAX: Tokens = Tokens::whole(10_000_000);

impl Tokens {
    /// What these tokens cost at `price` a token, to the nearest millionth.
    pub fn at_price(self, price: Money) -> Money {
        Money(mul_div_rounded(self.0, price.0, MICRO))
    }
}

/// `a × b` where its size is sure to fit 63 bits. (A checked product is one of 128 bits in WebAssembly.)
fn product(a: i64, b: i64) -> Option<i64> {
    let fits = a.unsigned_abs().leading_zeros() + b.unsigned_abs().leading_zeros() > u64::BITS;
    fits.then(|| a.wrapping_mul(b))
}

/// `a × b / c` without overflow in between, halves away from zero; 0 where `c` is 0. Saturates.
pub fn mul_div_rounded(a: i64, b: i64, c: i64) -> i64 {
    if c == 0 {
        return 0;
    }
    // Arithmetic in 128 bits is slow in WebAssembly, and seldom needed: tokens are mostly whole, and what both
    // have in common drops out without changing a rounding.
    let (product, divisor) = match product(a, b) {
        None if b % MICRO == 0 && c % MICRO == 0 => (product(a, b / MICRO), c / MICRO),
        product => (product, c),
    };
    if let (Some(product), Some(divisor_size)) = (product, divisor.checked_abs())
        && let Some(sum) = product.abs().checked_add(divisor_size / 2)
    {
        let value = sum / divisor_size;
        return if (product < 0) != (divisor < 0) { -value } else { value };
    }
    let product = i128::from(a) * i128::from(b);
    let c = i128::from(c);
    let half = c.abs() / 2;
    let negative = (product < 0) != (c < 0);
    let magnitude = (product.abs() + half) / c.abs();
    let value = if negative { -magnitude } else { magnitude };
    i64::try_from(value).unwrap_or(if negative { i64::MIN } else { i64::MAX })
}
