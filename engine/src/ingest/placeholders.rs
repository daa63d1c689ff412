//! Cells that say that there is nothing. Databases, spreadsheets and people write something in place of an
//! empty cell; taken for a name, it would make one person of everybody whose cell it stands in.

use super::text::trim;

/// What stands for an id, a person or a product that is not there, in lower case.
#[rustfmt::skip]
const NOTHING: &[&str] = &[
    "n/a", "n.a.", "n/d", "k.a.", "k. a.", "null", "nil", "none", "nan", "undefined", "(null)", "(none)", "<null>",
    "(blank)", "(empty)", "(leer)", "(vide)", "(en blanco)",
];

/// What stands for a person, beside these.
#[rustfmt::skip]
const NOBODY: &[&str] = &[
    "unknown", "(unknown)", "unbekannt", "(unbekannt)", "inconnu", "(inconnu)", "desconocido", "(desconocido)",
    "anonymous", "(anonymous)",
];

/// A longer text is none of them.
const WORD_BYTES_MAX: usize = 20;

/// An id, an e-mail or a name somebody logs in with; empty where it is masked or a placeholder.
pub fn id(text: &str) -> &str {
    let text = trim(text);
    if says_nothing(text) || is_masked(text) || is_one(text, NOTHING) || is_one(text, NOBODY) {
        ""
    } else {
        text
    }
}

/// A first or last name. Null, None and Nan are surnames, so that only what can be none is taken away.
pub fn name(text: &str) -> &str {
    let text = trim(text);
    if says_nothing(text) || is_masked(text) || is_one(text, &NOTHING[..1]) { "" } else { text }
}

/// A product.
pub fn product(text: &str) -> &str {
    let text = trim(text);
    if says_nothing(text) || is_one(text, NOTHING) { "" } else { text }
}

/// A dash, as accountants write zero.
pub fn is_dash(text: &str) -> bool {
    let text = trim(text);
    !text.is_empty() && text.chars().all(|c| matches!(c, '-' | '\u{2013}' | '\u{2014}' | '\u{2212}'))
}

/// Whether a cell says that there is no number.
pub fn is_no_number(text: &str) -> bool {
    is_dash(text) || is_one(trim(text), NOTHING)
}

/// Dashes, dots, asterisks and the like only, or what a spreadsheet writes where it found nothing: #N/A, #REF!.
fn says_nothing(text: &str) -> bool {
    let is_mark = |c: char| {
        c.is_ascii_punctuation()
            || c.is_whitespace()
            || matches!(c, '\u{2013}' | '\u{2014}' | '\u{2212}' | '…')
    };
    text.chars().all(is_mark) || is_spreadsheet_error(text)
}

fn is_spreadsheet_error(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|name| {
        name.ends_with(['!', '?'])
            || ["N/A", "NV", "N/D"].iter().any(|known| name.eq_ignore_ascii_case(known))
    })
}

/// No id and no name has an asterisk: `j***@firm.example` is somebody, but not one person.
fn is_masked(text: &str) -> bool {
    text.contains('*')
}

fn is_one(text: &str, words: &[&str]) -> bool {
    text.len() <= WORD_BYTES_MAX && words.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_in_many_ways() {
        for text in [
            "",
            " - ",
            "—",
            "*****@*****",
            "#N/A",
            "#NV",
            "#BEZUG!",
            "#NAME?",
            "N/A",
            "null",
            "(blank)",
            "Unknown",
        ] {
            assert_eq!(id(text), "", "{text}");
        }
        assert_eq!(id("j***@firm.example"), "");
    }

    #[test]
    fn what_may_be_a_name_stays() {
        assert_eq!([name("Null"), name("None"), name("Unknown")], ["Null", "None", "Unknown"]);
        assert_eq!([id("ann@firm.example"), id("#12"), id("na")], ["ann@firm.example", "#12", "na"]);
        assert_eq!([product("AutoCAD*"), product("#2"), product("Unknown")], ["AutoCAD*", "#2", "Unknown"]);
    }

    #[test]
    fn a_dash_is_no_number() {
        assert!(is_no_number("-") && is_no_number(" -   ") && is_no_number("NULL") && !is_no_number("-7"));
    }
}
