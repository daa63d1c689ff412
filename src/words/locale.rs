//! The form of numbers and days. In a browser it is the browser's own; natively, in tests, it is
//! English: `25,690`, `€77,070`, `29 Nov 2026`.

use crate::browser::locale;
use engine::usage::{Day, Month};

const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A number with at least `least` and at most `most` decimals.
pub fn number(value: f64, least: u8, most: u8) -> String {
    let decimals = decimals(value, least, most);
    if IN_BROWSER { locale::number(value, decimals) } else { plain(value, decimals) }
}

/// An amount of money.
pub fn money(value: f64, currency: &str, least: u8, most: u8) -> String {
    let decimals = decimals(value, least, most);
    if IN_BROWSER {
        return locale::money(value, currency, decimals);
    }
    let number = plain(value.abs(), decimals);
    let sign = if value < 0.0 && !is_zero(&number) { "−" } else { "" };
    match currency {
        "EUR" => format!("{sign}€{number}"),
        "USD" => format!("{sign}${number}"),
        "GBP" => format!("{sign}£{number}"),
        other => format!("{sign}{other}\u{a0}{number}"),
    }
}

/// A day: `29 Nov 2026`.
pub fn day(of: Day) -> String {
    if IN_BROWSER {
        return locale::day(of);
    }
    let (year, month, day) = of.ymd();
    format!("{day} {} {year}", MONTHS[month as usize - 1])
}

/// A month: `Nov 2026`.
pub fn month(of: Month) -> String {
    if IN_BROWSER {
        return locale::month(of);
    }
    let (year, number, _) = of.first_day().ymd();
    format!("{} {year}", MONTHS[number as usize - 1])
}

/// How many decimals a value needs: trailing zeros beyond `least` say nothing.
fn decimals(value: f64, least: u8, most: u8) -> u8 {
    let text = format!("{:.*}", usize::from(most), value.abs());
    let fraction = text.split_once('.').map_or("", |(_, fraction)| fraction);
    (fraction.trim_end_matches('0').len() as u8).max(least)
}

fn plain(value: f64, decimals: u8) -> String {
    let text = format!("{:.*}", usize::from(decimals), value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if value < 0.0 && !is_zero(&text) {
        out.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

fn is_zero(number: &str) -> bool {
    !number.bytes().any(|b| (b'1'..=b'9').contains(&b))
}

/// A month's short name without its year: `Nov`.
pub fn month_name(of: Month) -> String {
    let written = month(of);
    let name: String = written.chars().filter(|c| c.is_alphabetic() || *c == '.').collect();
    // Where months are written as numbers, the English name still tells them apart.
    let is_word = name.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    if is_word { name } else { MONTHS[of.0.rem_euclid(12) as usize].to_string() }
}
