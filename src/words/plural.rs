//! One thing, two things.

use super::numbers::count;

/// `1 day`, `2 days`.
pub fn of(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// `1 day`, `32 days`.
pub fn days(number: u64) -> String {
    of(number, "day", "days")
}

/// `1 person`, `20 people`.
pub fn people(number: u64) -> String {
    of(number, "person", "people")
}

/// `1 product`, `5 products`.
pub fn products(number: u64) -> String {
    of(number, "product", "products")
}

/// `1 row`, `4,116 rows`.
pub fn rows(number: u64) -> String {
    of(number, "row", "rows")
}

/// `1 file`, `2 files`.
pub fn files(number: u64) -> String {
    of(number, "file", "files")
}

/// Small numbers in letters, as prose has them, with a capital for the start of a sentence:
/// `Ten`, else `23`.
pub fn spelled(number: u64) -> String {
    const WORDS: [&str; 13] = [
        "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
        "Twelve",
    ];
    match usize::try_from(number).ok().and_then(|n| WORDS.get(n)) {
        Some(word) => (*word).to_string(),
        None => count(number),
    }
}

/// `1 of them is`, `2 of them are`.
pub fn is_or_are(number: u64) -> &'static str {
    if number == 1 { "is" } else { "are" }
}
