//! The form of numbers and days. In a browser it is the browser's own; natively, in tests, it is
//! English: `25,690`, `€77,070`, `29 Nov 2026`.

use engine::usage::{Day, Month};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A number with at least `least` and at most `most` decimals.
pub fn number(value: f64, least: u8, most: u8) -> String {
    native_number(value, least, most)
}

/// An amount of money.
pub fn money(value: f64, currency: &str, least: u8, most: u8) -> String {
    let number = native_number(value.abs(), least, most);
    let sign = if value < 0.0 && number.bytes().any(|b| (b'1'..=b'9').contains(&b)) { "−" } else { "" };
    match currency {
        "EUR" => format!("{sign}€{number}"),
        "USD" => format!("{sign}${number}"),
        "GBP" => format!("{sign}£{number}"),
        other => format!("{sign}{other}\u{a0}{number}"),
    }
}

/// A day: `29 Nov 2026`.
pub fn day(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{day} {} {year}", MONTHS[month as usize - 1])
}

/// A month: `Nov 2026`.
pub fn month(month: Month) -> String {
    let (year, number, _) = month.first_day().ymd();
    format!("{} {year}", MONTHS[number as usize - 1])
}

fn native_number(value: f64, least: u8, most: u8) -> String {
    let text = format!("{:.*}", most as usize, value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let kept = fraction.trim_end_matches('0').len().max(least as usize);
    let mut out = String::new();
    if value < 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        out.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if kept > 0 {
        out.push('.');
        out.push_str(&fraction[..kept]);
    }
    out
}
