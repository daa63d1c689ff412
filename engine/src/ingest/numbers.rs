//! Texts → tokens. Each text is read twice, with a decimal point and with a decimal comma.

use super::decode::field_text;
use super::placeholders;
use super::readings::Both;
use super::text::{is_blank, trim};
use crate::usage::{MICRO, ROW_TOKENS_MAX, Tokens, mul_div_rounded};

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// So many tokens.
    Tokens(Tokens),
    /// More than a row may state, in either direction, and how many as far as that can be held.
    BeyondLimit(Option<Tokens>),
}

/// Reads an amount of tokens: first with a decimal point, then with a decimal comma. Both are the same
/// wherever the text leaves no choice.
pub fn read(text: &str) -> Both<Number> {
    let Some((is_negative, body)) = sign(without_unit(text)) else { return [None, None] };
    let body = without_unit(body);
    ['.', ','].map(|decimal| {
        let micro = match body.split_once(['E', 'e']) {
            Some((digits, exponent)) => scientific(digits, exponent, decimal)?,
            None => micro(body, decimal)?,
        };
        let tokens = |micro: i64| Tokens(if is_negative { -micro } else { micro });
        Some(match micro {
            Some(micro) if micro <= ROW_TOKENS_MAX.0 => Number::Tokens(tokens(micro)),
            beyond => Number::BeyondLimit(beyond.map(tokens)),
        })
    })
}

/// What spreadsheets put beside a number, in lower case: its unit, or that of money where somebody chose the
/// wrong format for the column.
const UNITS: [&str; 13] =
    ["tokens", "token", "tok.", "tok", "jetons", "usd", "eur", "gbp", "chf", "$", "€", "£", "¥"];

/// Takes the unit off, on either side, and the apostrophe that makes a spreadsheet's cell a text.
fn without_unit(text: &str) -> &str {
    let text = trim(text);
    let text = text.strip_prefix('\'').unwrap_or(text);
    let is_digit = |c: char| c.is_ascii_digit();
    if text.starts_with(is_digit) && text.ends_with(is_digit) {
        return text;
    }
    let is_unit = |part: &str| UNITS.iter().any(|unit| trim(part).eq_ignore_ascii_case(unit));
    let is_of_number =
        |c: char| is_digit(c) || matches!(c, '.' | ',' | '-' | '+' | '(' | ')' | '\u{2212}' | '\u{2013}');
    let (Some(start), Some(end)) = (text.find(is_of_number), text.rfind(is_digit)) else { return text };
    if start > 0 && is_unit(&text[..start]) {
        return trim(&text[start..]);
    }
    let behind = text[end..].trim_start_matches(is_digit);
    if is_unit(behind) { trim(&text[..text.len() - behind.len()]) } else { text }
}

/// A number as spreadsheets write large and small ones: 1.5E+01. Outer and inner as in [`micro`].
fn scientific(digits: &str, exponent: &str, decimal: char) -> Option<Option<i64>> {
    const EXPONENT_MAX: i32 = 12;
    if digits.contains(|c: char| !c.is_ascii_digit() && c != decimal) || exponent.len() > 3 {
        return None;
    }
    let (micro, exponent) = (micro(digits, decimal)?, exponent.parse::<i32>().ok()?);
    let power = 10_i64.checked_pow(exponent.unsigned_abs()).filter(|_| exponent.abs() <= EXPONENT_MAX);
    Some(match (micro, power) {
        (Some(micro), Some(power)) if exponent < 0 => Some(mul_div_rounded(micro, 1, power)),
        (Some(micro), Some(power)) => micro.checked_mul(power),
        (Some(0), None) => Some(0),
        (Some(_), None) if exponent < 0 => Some(0),
        _ => None,
    })
}

/// Reads a cell of a number; nothing where it is blank or a dash, as accountants write zero.
pub fn read_cell(cell: &[u8]) -> Option<Both<Number>> {
    let text = field_text(cell);
    (!is_blank(cell) && !placeholders::is_dash(&text)).then(|| read(&text))
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
