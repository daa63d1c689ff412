//! Reads what a person types into a form: `2,90` as well as `2.90`, `40 000` as well as `40000`.

use crate::usage::{MICRO, Money, Tokens};

/// Why a field cannot be read. The words are the page's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// Nothing was typed.
    Empty,
    /// Not a number.
    NotANumber,
    /// A number below zero.
    Negative,
    /// A number beyond any purchase.
    TooLarge,
}

/// The largest amount a form field takes, in tokens or currency.
pub const FIELD_AMOUNT_MAX: i64 = 1_000_000_000;

/// A price or an amount of money. A single separator is the decimal sign, whatever follows it.
pub fn parse_price(text: &str) -> Result<Money, FieldProblem> {
    parse(text, false).map(Money)
}

/// A number of tokens. A single separator before exactly three digits separates thousands:
/// nobody buys forty tokens and writes `40.000`.
pub fn parse_tokens(text: &str) -> Result<Tokens, FieldProblem> {
    parse(text, true).map(Tokens)
}

fn parse(text: &str, three_digits_are_thousands: bool) -> Result<i64, FieldProblem> {
    let text: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '\u{202f}')).collect();
    if text.is_empty() {
        return Err(FieldProblem::Empty);
    }
    if let Some(rest) = text.strip_prefix('-') {
        return parse(rest, three_digits_are_thousands).and(Err(FieldProblem::Negative));
    }
    let decimal_sign = decimal_sign(&text, three_digits_are_thousands);
    let (whole, fraction) = match decimal_sign.and_then(|sign| text.rsplit_once(sign)) {
        Some((whole, fraction)) => (whole, fraction),
        None => (text.as_str(), ""),
    };
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let grouped_well =
        groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    let digits = groups.concat();
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !grouped_well
        || !all_digits(&digits)
        || !all_digits(fraction)
        || (digits.is_empty() && fraction.is_empty())
    {
        return Err(FieldProblem::NotANumber);
    }
    let whole: i64 = if digits.is_empty() {
        0
    } else if digits.trim_start_matches('0').len() > 10 {
        return Err(FieldProblem::TooLarge);
    } else {
        digits.parse().map_err(|_| FieldProblem::TooLarge)?
    };
    if whole > FIELD_AMOUNT_MAX {
        return Err(FieldProblem::TooLarge);
    }
    let micros: String = fraction.chars().chain("000000".chars()).take(6).collect();
    Ok(whole * MICRO + micros.parse::<i64>().unwrap_or(0))
}

/// Which character separates the decimals, if any does.
fn decimal_sign(text: &str, three_digits_are_thousands: bool) -> Option<char> {
    let last = text.rfind(['.', ','])?;
    let sign = if text[last..].starts_with('.') { '.' } else { ',' };
    let other = if sign == '.' { ',' } else { '.' };
    let count = text.matches(sign).count();
    if count > 1 {
        return None; // 1.000.000
    }
    if text.contains(other) {
        return Some(sign); // 1.000,50
    }
    if three_digits_are_thousands && text.len() - last == 4 && last > 0 { None } else { Some(sign) }
}
