//! Numbers, money and dates as the browser's own settings write them.
//!
//! Natively they have one plain form, so components can be rendered in ordinary tests. Unlike the
//! rest of `browser`, these may be called while a component renders: they only compute.

use super::IN_BROWSER;
use engine::usage::{Day, Month};
use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;

const DAY_MS: f64 = 86_400_000.0;

/// A number with exactly `decimals` digits after the mark: `1,234.50`.
pub fn number(value: f64, decimals: u8) -> String {
    let formatted = format_with(&format!("number {decimals}"), value, || number_format(digits(decimals)));
    formatted.unwrap_or_else(|| plain(value, decimals))
}

/// An amount with its currency: `€1,234.50`. `currency` is a code of three letters; any other text
/// is put before the number.
pub fn money(value: f64, currency: &str, decimals: u8) -> String {
    // Intl throws at any other code.
    if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_alphabetic()) {
        return format!("{currency} {}", number(value, decimals)).trim_start().to_string();
    }
    let formatted = format_with(&format!("money {currency} {decimals}"), value, || {
        let mut options = digits(decimals);
        options.push(("style", "currency".into()));
        options.push(("currency", currency.into()));
        number_format(options)
    });
    formatted.unwrap_or_else(|| format!("{currency} {}", plain(value, decimals)))
}

/// A share as a percentage: `0.254` with one decimal is `25.4%`.
pub fn percent(share: f64, decimals: u8) -> String {
    let formatted = format_with(&format!("percent {decimals}"), share, || {
        let mut options = digits(decimals);
        options.push(("style", "percent".into()));
        number_format(options)
    });
    formatted.unwrap_or_else(|| format!("{}%", plain(share * 100.0, decimals)))
}

/// A day: `Jul 31, 2026`; natively `2026-07-31`.
pub fn day(day: Day) -> String {
    let formatted = format_with("day", f64::from(day.0) * DAY_MS, || {
        date_format(vec![("dateStyle", "medium".into()), ("timeZone", "UTC".into())])
    });
    formatted.unwrap_or_else(|| day.to_string())
}

/// A day without its year, for the axis of a chart: `Jul 31`; natively `07-31`.
pub fn day_short(day: Day) -> String {
    let formatted = format_with("day short", f64::from(day.0) * DAY_MS, || {
        date_format(vec![("month", "short".into()), ("day", "numeric".into()), ("timeZone", "UTC".into())])
    });
    formatted.unwrap_or_else(|| day.to_string()[5..].to_string())
}

/// A month: `Jul 2026`; natively `2026-07`.
pub fn month(month: Month) -> String {
    let formatted = format_with("month", f64::from(month.first_day().0) * DAY_MS, || {
        date_format(vec![("month", "short".into()), ("year", "numeric".into()), ("timeZone", "UTC".into())])
    });
    formatted.unwrap_or_else(|| month.to_string())
}

/// The mark before the decimals: `.` or `,`.
pub fn decimal_mark() -> char {
    number(0.5, 1).chars().find(|c| !c.is_numeric()).unwrap_or('.')
}

thread_local! {
    /// Making a formatter costs a hundred times what using it does.
    static FORMATS: RefCell<BTreeMap<String, Function>> = const { RefCell::new(BTreeMap::new()) };
}

type Options = Vec<(&'static str, JsValue)>;

fn format_with(key: &str, value: f64, make: impl FnOnce() -> Function) -> Option<String> {
    if !IN_BROWSER {
        return None;
    }
    let format = FORMATS.with_borrow_mut(|formats| match formats.get(key) {
        Some(format) => format.clone(),
        None => {
            let made = make();
            formats.insert(key.to_string(), made.clone());
            made
        }
    });
    // No "-0".
    let value = if value == 0.0 { 0.0 } else { value };
    format.call1(&JsValue::UNDEFINED, &value.into()).ok()?.as_string()
}

fn digits(decimals: u8) -> Options {
    let decimals = JsValue::from(decimals.min(20));
    vec![("minimumFractionDigits", decimals.clone()), ("maximumFractionDigits", decimals)]
}

fn number_format(options: Options) -> Function {
    Intl::NumberFormat::new(&languages(), &object(options)).format()
}

fn date_format(options: Options) -> Function {
    Intl::DateTimeFormat::new(&languages(), &object(options)).format()
}

/// The reader's languages. An engine started without one calls itself by the name of the POSIX
/// locale, which groups no thousands and which its own formats refuse: English stands in for it.
fn languages() -> Array {
    let wished = super::window().map_or_else(Array::new, |window| window.navigator().languages());
    let languages = Array::new();
    for language in wished.iter().filter(|language| language.as_string().is_some_and(|l| is_language(&l))) {
        languages.push(&language);
    }
    if languages.length() == 0 {
        languages.push(&"en-US".into());
    }
    languages
}

/// Whether a text has the form of a language tag, such as `de` or `pt-BR`. Formats throw on others.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

fn object(options: Options) -> Object {
    let object = Object::new();
    for (name, value) in options {
        // Setting a property of a plain new object does not fail.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object
}

/// `1,234.50` without a browser.
fn plain(value: f64, decimals: u8) -> String {
    let digits = format!("{:.*}", usize::from(decimals), value.abs());
    let (whole, rest) = digits.split_once('.').map_or((digits.as_str(), ""), |(whole, rest)| (whole, rest));
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if !rest.is_empty() {
        text.push('.');
        text.push_str(rest);
    }
    let is_nothing = text.bytes().all(|b| !b.is_ascii_digit() || b == b'0');
    if value < 0.0 && !is_nothing { format!("-{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_language_tags_are_taken_for_languages() {
        let is = |text: &&str| is_language(text);
        assert!(["en", "de-AT", "zh-Hant-TW", "es-419"].iter().all(is));
        assert!(!["", "C", "c", "POSIX", "en_US_POSIX", "en-US-u-va-posix", "en-US-"].iter().any(is));
    }

    #[test]
    fn the_native_form_is_plain() {
        assert_eq!(number(1_234_567.5, 2), "1,234,567.50");
        assert_eq!(number(-999.6, 0), "-1,000");
        assert_eq!(number(-0.001, 2), "0.00");
        assert_eq!(money(12.0, "EUR", 2), "EUR 12.00");
        assert_eq!(money(12.0, "", 0), "12");
        assert_eq!(percent(0.2539, 1), "25.4%");
        assert_eq!(decimal_mark(), '.');
        let last_of_july = Day::from_ymd(2026, 7, 31).unwrap();
        assert_eq!(day(last_of_july), "2026-07-31");
        assert_eq!(day_short(last_of_july), "07-31");
        assert_eq!(month(last_of_july.month()), "2026-07");
    }
}
