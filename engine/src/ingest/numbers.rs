//! Texts → tokens. Each text is read twice, with a decimal point and with a decimal comma.

use super::readings::Both;
use super::text::trim;
use crate::usage::{MICRO, ROW_TOKENS_MAX, Tokens};

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// So many tokens.
    Tokens(Tokens),
    /// More than a row may state, in either direction.
    BeyondLimit,
}

/// Reads an amount of tokens: first with a decimal point, then with a decimal comma. Both are the same
/// wherever the text leaves no choice.
pub fn read(text: &str) -> Both<Number> {
    let Some((is_negative, body)) = sign(trim(text)) else { return [None, None] };
    ['.', ','].map(|decimal| {
        let micro = micro(body, decimal)?;
        Some(match micro {
            Some(micro) if micro <= ROW_TOKENS_MAX.0 => {
                Number::Tokens(Tokens(if is_negative { -micro } else { micro }))
            }
            _ => Number::BeyondLimit,
        })
    })
}

/// Takes the sign off, whichever way it is written: -7, 7-, (7), +7.
fn sign(text: &str) -> Option<(bool, &str)> {
    const MINUS: [char; 3] = ['-', '\u{2212}', '\u{2013}'];
    let (is_negative, body) = if let Some(inner) = text.strip_prefix('(') {
        (true, inner.strip_suffix(')')?)
    } else if let Some(body) = text.strip_prefix(MINUS).or_else(|| text.strip_suffix(MINUS)) {
        (true, body)
    } else {
        (false, text.strip_prefix('+').unwrap_or(text))
    };
    Some((is_negative, trim(body)))
}

/// Millionths, rounded, halves away from zero. The outer `None`: it is no number; the inner: it is
/// larger than any that matters.
fn micro(body: &str, decimal: char) -> Option<Option<i64>> {
    let (whole, fraction) = body.split_once(decimal).unwrap_or((body, ""));
    if !fraction.bytes().all(|b| b.is_ascii_digit()) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let digits = whole_digits(whole, if decimal == '.' { ',' } else { '.' })?;
    let digits = digits.trim_start_matches('0');
    if digits.len() > 12 {
        return Some(None);
    }
    let whole: i64 = if digits.is_empty() { 0 } else { digits.parse().ok()? };
    let mut millionths = 0;
    let mut unit = MICRO / 10;
    for digit in fraction.bytes().take(6) {
        millionths += i64::from(digit - b'0') * unit;
        unit /= 10;
    }
    let rounded_up = fraction.as_bytes().get(6).is_some_and(|digit| *digit >= b'5');
    Some(Some(whole * MICRO + millionths + i64::from(rounded_up)))
}

/// The digits before the decimal sign, without what groups them in thousands: `other` (the sign that is
/// not the decimal one), spaces or apostrophes, but one kind only, and each group whole.
fn whole_digits(text: &str, other: char) -> Option<String> {
    let is_group_sign =
        |c: char| c == other || matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}');
    let Some(sign) = text.chars().find(|c| !c.is_ascii_digit()) else { return Some(text.to_string()) };
    if !is_group_sign(sign) {
        return None;
    }
    let mut groups = text.split(sign);
    let first = groups.next().unwrap_or("");
    let is_digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let is_first_whole = (1..=3).contains(&first.len()) && is_digits(first) && !first.starts_with('0');
    (is_first_whole && groups.all(|group| group.len() == 3 && is_digits(group)))
        .then(|| text.split(sign).collect())
}
