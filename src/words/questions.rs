//! What only a person can tell about a file.

use super::numbers;
use super::plural;
use engine::desk::{QuestionSubject, QuestionView};
use engine::usage::Day;

/// The heading of the panel.
pub fn heading(number: u64) -> String {
    match number {
        1 => "One question about your files".to_string(),
        many => format!("{} questions about your files", plural::spelled(many)),
    }
}

/// What happens after an answer.
pub const AFTER: &str = "An answer is remembered for files with the same columns, and can be undone.";
/// Opens the mapping screen.
pub const CHOOSE_COLUMNS: &str = "Choose the columns…";
/// Opens it where two readings were offered and neither fits.
pub const NEITHER: &str = "Neither: look at the columns…";
/// The label of a report's first day.
pub const FROM: &str = "First day";
/// The label of its last day.
pub const TO: &str = "Last day";
/// Takes the dates.
pub const SET_RANGE: &str = "Use these dates";
/// The column of cells as found.
pub const IN_THE_FILE: &str = "In the file";

/// `369 of 400 rows wait for an answer and are not counted until then.` Nothing where none waits.
pub fn waiting(rows: u64, of: u64) -> Option<String> {
    let wait = if rows == 1 { "waits" } else { "wait" };
    (rows > 0).then(|| {
        format!(
            "{} of {} {wait} for an answer and {} not counted until then.",
            numbers::count(rows),
            plural::rows(of),
            plural::is_or_are(rows)
        )
    })
}

/// Leads to the questions from elsewhere.
pub const TO_QUESTIONS: &str = "To the questions on the Overview";

/// What is asked, as a sentence. While names are hidden the columns of a file that could not be read are not
/// listed: what was taken for its header may be a row.
pub fn asks(question: &QuestionView, hide_names: bool) -> String {
    let column = &question.column;
    let why = match question.contradicts {
        false => "Both fit every row.",
        true => "The column contradicts itself: the answer is for the rows that both fit.",
    };
    match question.subject {
        QuestionSubject::Days => {
            format!("Which comes first in “{column}”, the day or the month? {why}")
        }
        QuestionSubject::Numbers => {
            format!("What separates whole tokens from parts in “{column}”, a point or a comma? {why}")
        }
        QuestionSubject::Months => {
            format!("Is “{column}” the tokens of each month, or a running total since the term began?")
        }
        QuestionSubject::Range => "For which dates was this usage report made? The file does not say, and \
                                   nothing can be told per year without them."
            .to_string(),
        QuestionSubject::Columns if hide_names => {
            "Nothing of this file could be used: its columns are not known, and not shown while names are hidden. \
             You can say which is what."
                .to_string()
        }
        QuestionSubject::Columns => {
            let header = &question.mapping.header;
            let names: Vec<&str> =
                header.iter().map(String::as_str).filter(|name| !name.trim().is_empty()).take(6).collect();
            let more = if header.len() > names.len() { " …" } else { "" };
            format!(
                "Nothing of this file could be used: its columns ({}{more}) are not known. You can say which is what.",
                names.join(", ")
            )
        }
    }
}

/// The two answers, as buttons.
pub fn answers(subject: QuestionSubject) -> Option<[&'static str; 2]> {
    match subject {
        QuestionSubject::Days => Some(["The day comes first", "The month comes first"]),
        QuestionSubject::Numbers => Some(["A point: 1.500 is one and a half", "A comma: 1.500 is 1,500"]),
        QuestionSubject::Months => Some(["Tokens of each month", "A running total"]),
        QuestionSubject::Range | QuestionSubject::Columns => None,
    }
}

/// The two columns of readings.
pub fn readings(subject: QuestionSubject) -> [&'static str; 2] {
    match subject {
        QuestionSubject::Days => ["With the day first", "With the month first"],
        QuestionSubject::Numbers => ["With a decimal point", "With a decimal comma"],
        _ => ["As tokens of each month", "As a running total"],
    }
}

/// A cell as it reads one way: a day in the reader's own form, else as the engine says it.
pub fn reads_as(text: &str) -> String {
    Day::parse_iso(text).map_or_else(|| text.to_string(), numbers::day)
}
