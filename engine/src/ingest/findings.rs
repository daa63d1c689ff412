//! All sentences about files: one function a fact. What is wrong and what was expected stands in
//! `problem`, what became of the row or the file in `effect`.

mod forms;
mod sessions;

pub use forms::*;
pub use sessions::*;

use super::columns::{Columns, Field};
use super::fields::field_of;
use super::limits::Limits;
use super::question::{Question, Subject};
use super::record::{Flaw, Record};
use super::sniff::Foreign;
use super::text::{is_blank, trim};
use crate::usage::{Day, FINDING_TEXT_CHARS_MAX, Finding, ROW_TOKENS_MAX, Tokens};

const ROW_LEFT_OUT: &str = "The row was left out.";
const LAST_USE_UNKNOWN: &str = "The row counts; when the product was last used is not known.";
const FILE_NOT_READ: &str = "Nothing was read from this file.";

/// Column names that are listed in one sentence.
const NAMES_LISTED_MAX: usize = 12;

/// Where in a file a cell stands.
pub struct At<'a> {
    /// The line.
    pub line: u32,
    /// The header as the file spells it.
    pub column: &'a str,
    /// The cell.
    pub text: &'a str,
}

fn whole_file(kind: &'static str, problem: String, effect: &str) -> Finding {
    let (column, text) = (String::new(), String::new());
    Finding { kind, line: None, column, text, problem, effect: effect.to_string() }
}

fn row(kind: &'static str, line: u32, problem: String) -> Finding {
    Finding { line: Some(line), ..whole_file(kind, problem, ROW_LEFT_OUT) }
}

fn cell(kind: &'static str, at: &At<'_>, problem: String) -> Finding {
    Finding { column: shortened(at.column), text: shortened(at.text), ..row(kind, at.line, problem) }
}

/// At most [`FINDING_TEXT_CHARS_MAX`] characters, on one line.
fn shortened(text: &str) -> String {
    let mut chars = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut short: String = chars.by_ref().take(FINDING_TEXT_CHARS_MAX).collect();
    if chars.next().is_some() {
        short.pop();
        short.push('…');
    }
    short
}

/// `“A”, “B” and 3 more`.
fn listed<T: AsRef<str>>(names: &[T]) -> String {
    let quoted: Vec<String> = names
        .iter()
        .map(|name| name.as_ref())
        .filter(|name| !name.is_empty())
        .map(|name| format!("“{}”", shortened(name)))
        .collect();
    match quoted.len() {
        0 => "no names".to_string(),
        1..=NAMES_LISTED_MAX => quoted.join(", "),
        more => format!("{} and {} more", quoted[..NAMES_LISTED_MAX].join(", "), more - NAMES_LISTED_MAX),
    }
}

/// A number of tokens as one writes it.
fn tokens_text(tokens: Tokens) -> String {
    let text = format!("{:.6}", tokens.to_f64());
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

fn rows_text(rows: u64) -> String {
    if rows == 1 { "1 row".to_string() } else { format!("{rows} rows") }
}

// The whole file.

/// It is no table of text.
pub fn foreign_file(foreign: &'static Foreign) -> Finding {
    whole_file(foreign.kind, format!("{} {}", foreign.what, foreign.remedy), FILE_NOT_READ)
}

/// There is nothing in it.
pub fn empty_file() -> Finding {
    let problem = "The file is empty. Export it again and wait until the download is complete.";
    whole_file("empty_file", problem.to_string(), FILE_NOT_READ)
}

/// There is a header and nothing below it.
pub fn no_rows() -> Finding {
    let problem = "There is a header but no row below it. Choose a range of days with use and export again.";
    whole_file("no_rows", problem.to_string(), "The file adds nothing.")
}

/// No line looks like a header.
pub fn no_usable_column(found: &[String]) -> Finding {
    let is_monthly =
        found.iter().any(|name| matches!(field_of(name), Some(Field::Month | Field::RunningTotal)));
    let needed = if is_monthly {
        "for a sheet of months: the month (“Month”) and its tokens (“Tokens used” or “Running total”)"
    } else {
        "the day (“Day used”), the product (“Product” or “offering_name”), “Tokens used” and the person \
         (“Email”, “autodesk_id” or “hashed_autodesk_id”)"
    };
    let problem =
        format!("No line has the names of known columns. Found: {}. Needed: {needed}.", listed(found));
    whole_file("no_usable_column", problem, FILE_NOT_READ)
}

/// A header without a column that every row needs.
pub fn missing_column(columns: &Columns, missing: &[&'static str]) -> Finding {
    let problem = format!(
        "There is no column with {}. Found: {}.",
        missing.join(", nor with "),
        listed(&columns.names)
    );
    whole_file("missing_column", problem, "None of its rows could be used.")
}

/// Sums over a range that the file does not state.
pub fn no_days_in_report() -> Finding {
    let problem = "This is a usage report: it has sums over a range of days, but neither the range nor days.";
    let effect = "Cost and licences are worked out from it, habits and a forecast are not. Nothing is given per \
                  year until the dates that were chosen for it are entered.";
    whole_file("no_days", problem.to_string(), effect)
}

/// Use without persons.
pub fn no_persons() -> Finding {
    let problem = "This daily export of an enterprise agreement (Token Flex / EBA) names no persons.";
    let effect = "Its tokens count for “(no person named)”; nothing is said of habits and licences from it.";
    whole_file("no_persons", problem.to_string(), effect)
}

/// A daily export without a column of persons.
pub fn no_column_of_persons() -> Finding {
    let effect = "Its tokens count for “(no person named)”; nothing is said of habits and licences from it.";
    whole_file("no_persons", "The file has no column with persons.".to_string(), effect)
}

/// Days of an enterprise agreement without persons.
pub fn days_of_nobody(rows: u64) -> Finding {
    Finding { effect: "Their tokens count for “(no person named)”.".to_string(), ..rows_of_nobody(rows) }
}

/// Use by month, or by day without products, that has persons or products too.
pub fn only_months(columns: &Columns, unused: &[&str]) -> Finding {
    let has = if columns.has(Field::Month) { "months, but no days" } else { "days, but no products" };
    let problem = format!("The file has {has}; beside them it has {}.", listed(unused));
    let effect = "Its tokens count by month; nothing is said of people, products and habits from it. For that drop \
                  the daily export.";
    whole_file("columns_not_used", problem, effect)
}

/// Two columns mean the same.
pub fn column_twice(later: &str, first: &str) -> Finding {
    let problem = format!("“{}” means the same as “{}”.", shortened(later), shortened(first));
    let effect = "In each row the first of them that is not empty was taken.";
    Finding { column: shortened(later), ..whole_file("column_twice", problem, effect) }
}

/// There is no id in the file, only names.
pub fn people_by_name() -> Finding {
    let problem = "The file has no column with an e-mail or an id.".to_string();
    let effect = "People were told apart by their names: two of the same name count as one.";
    whole_file("people_by_name", problem, effect)
}

/// A column reads in two ways, and nothing in it decides.
pub fn ambiguous(question: &Question) -> Finding {
    let kind = match question.subject {
        Subject::Days => "ambiguous_dates",
        Subject::Numbers => "ambiguous_numbers",
        Subject::Months => "ambiguous_months",
    };
    let samples: Vec<String> = question
        .samples
        .iter()
        .map(|sample| {
            let [first, second] = &sample.readings;
            format!("“{}” is {first} or {second}", shortened(&sample.text))
        })
        .collect();
    let [first, second] = question.readings;
    let samples = samples.join("; ");
    let problem = match &question.contradiction {
        None => format!(
            "The column can be read with {first} or with {second}, and nothing in it decides: {samples}."
        ),
        Some(cells) => {
            let [one, other] = cells.each_ref().map(|cell| shortened(cell));
            format!(
                "The column contradicts itself: “{one}” speaks for {first}, “{other}” for {second}. What can be \
                 read in both ways cannot be told: {samples}."
            )
        }
    };
    let were = if question.rows == 1 { "was" } else { "were" };
    let effect = format!("{} with such values {were} left out.", rows_text(question.rows));
    let text = question.samples.first().map_or(String::new(), |sample| shortened(&sample.text));
    Finding { column: shortened(&question.column), text, ..whole_file(kind, problem, &effect) }
}

/// Rows of seats state tokens.
pub fn tokens_of_seats(rows: u64, tokens: Tokens) -> Finding {
    let verb = if rows == 1 { "states" } else { "state" };
    let problem = format!(
        "{} with access through a subscription {verb} {} tokens; expected none, since a seat's use costs none.",
        rows_text(rows),
        tokens_text(tokens)
    );
    let effect = "The rows tell who has a seat; their tokens were left out.";
    whole_file("tokens_of_seats", problem, effect)
}

/// A totals line and the rows disagree.
pub fn total_differs(at: &At<'_>, stated: Tokens, sum: Tokens) -> Finding {
    let problem = format!(
        "The totals line says {} tokens; the rows add up to {}.",
        tokens_text(stated),
        tokens_text(sum)
    );
    let effect = "The rows count; the totals line was only compared.".to_string();
    Finding { effect, ..cell("total_differs", at, problem) }
}

/// The file is larger than is read.
pub fn file_too_large(limits: &Limits, line: u32) -> Finding {
    let problem = format!("The file has more than {} bytes.", limits.file_bytes_max);
    let effect =
        format!("It was read up to line {line}; what follows was not. Split the file and drop the parts.");
    whole_file("file_too_large", problem, &effect)
}

/// The file has more rows than are kept.
pub fn too_many_rows(limits: &Limits, beyond: u64) -> Finding {
    let problem = format!("The file has more than {} rows.", limits.rows_max);
    let effect =
        format!("The {} beyond were left out. Split the file and drop the parts.", rows_text(beyond));
    whole_file("too_many_rows", problem, &effect)
}

/// The header has more columns than are read.
pub fn too_many_columns(limits: &Limits) -> Finding {
    let problem = format!("The header has more than {} columns.", limits.columns_max);
    whole_file("too_many_columns", problem, FILE_NOT_READ)
}

// One row.

/// The record itself cannot be trusted.
pub fn flawed(flaw: Flaw, line: u32, limits: &Limits) -> Finding {
    match flaw {
        Flaw::StrayQuote => row(
            "stray_quote",
            line,
            "A quotation mark (\") on this line opens a cell and is not closed in it.".to_string(),
        ),
        Flaw::LineTooLong => {
            row("line_too_long", line, format!("The line has more than {} bytes.", limits.line_bytes_max))
        }
        Flaw::TooManyFields => {
            row("too_many_fields", line, format!("The row has more than {} fields.", limits.columns_max))
        }
        Flaw::CellTooLarge => {
            row("cell_too_large", line, format!("A cell has more than {} bytes.", limits.cell_bytes_max))
        }
    }
}

/// Fields that are not empty stand beyond the last column that has a name.
pub fn too_many_fields(record: &Record<'_>, columns: usize) -> Finding {
    let line = record.line;
    let fields =
        (0..record.len()).rposition(|index| !is_blank(record.cell(index))).map_or(0, |last| last + 1);
    let problem = format!(
        "The row has {fields} fields, the header {columns}: which cell belongs to which column is not certain. \
         Perhaps a decimal comma or a name with a comma is not in quotation marks."
    );
    row("too_many_fields", line, problem)
}

/// The row ends before a field it needs.
pub fn too_few_fields(line: u32, fields: usize, columns: usize, missing: &str) -> Finding {
    let problem =
        format!("The row has {fields} of {columns} fields and ends before “{}”.", shortened(missing));
    Finding { column: shortened(missing), ..row("too_few_fields", line, problem) }
}

/// Nobody is named.
pub fn missing_person(line: u32, columns: &Columns) -> Finding {
    let problem = if columns.has_id() {
        "The row names no person: its e-mail and its ids are empty, masked or mere placeholders."
    } else {
        "The row names no person."
    };
    let fields = [Field::Email, Field::AutodeskId, Field::HashedId, Field::FullName, Field::LastName];
    let column = fields.iter().find(|f| columns.has(**f)).map_or("", |f| columns.name(*f));
    Finding { column: shortened(column), ..row("missing_person", line, problem.to_string()) }
}

/// No product is named.
pub fn missing_product(line: u32, columns: &Columns, found: &str) -> Finding {
    let field = if columns.has(Field::Offering) { Field::Offering } else { Field::Product };
    let problem = match shortened(trim(found)) {
        found if found.is_empty() => "The row names no product.".to_string(),
        found => format!("The row names no product: “{found}” only stands in its place."),
    };
    cell("missing_product", &At { line, column: columns.name(field), text: trim(found) }, problem)
}

/// The day is empty.
pub fn missing_day(line: u32, columns: &Columns) -> Finding {
    let column = shortened(columns.name(Field::Day));
    let problem = "The row has no day; expected one such as 2026-07-31.".to_string();
    Finding { column, ..row("missing_day", line, problem) }
}

/// The day cannot be read.
pub fn unreadable_day(at: &At<'_>) -> Finding {
    let problem = format!("“{}” is not a day; expected one such as 2026-07-31.", shortened(at.text));
    cell("unreadable_day", at, problem)
}

/// The month of a monthly sheet cannot be read.
pub fn unreadable_month(at: &At<'_>) -> Finding {
    let problem = format!(
        "“{}” is not a month with its year; expected one such as 2026-07 or July 2026.",
        shortened(at.text)
    );
    cell("unreadable_month", at, problem)
}

/// The year has two digits and may stand in front.
pub fn short_year(at: &At<'_>) -> Finding {
    let problem = format!(
        "“{}” may begin with its year or end with it; expected a year of four digits, as in 2026-07-31.",
        shortened(at.text)
    );
    cell("unreadable_day", at, problem)
}

/// The day is years beyond all others.
pub fn far_day(at: &At<'_>, last: Day) -> Finding {
    let problem = format!(
        "“{}” is more than two years beyond all other days of the file, of which the last is {last}; expected a day \
         near them.",
        shortened(at.text)
    );
    cell("far_day", at, problem)
}

/// The cell reads well, but not in the way the rest of its column is read.
pub fn of_another_reading(kind: &'static str, at: &At<'_>, reading: &str) -> Finding {
    let problem = format!(
        "“{}” cannot be read with {reading}; expected that, as in the rest of the column.",
        shortened(at.text)
    );
    cell(kind, at, problem)
}

/// The tokens cannot be read.
pub fn unreadable_tokens(at: &At<'_>) -> Finding {
    let problem =
        format!("“{}” is not a number of tokens; expected one such as 7 or 0.5.", shortened(at.text));
    cell("unreadable_tokens", at, problem)
}

/// More tokens than one row may state.
pub fn tokens_beyond_limit(at: &At<'_>) -> Finding {
    let problem = format!(
        "“{}” is more than one row can stand for; expected at most {} tokens.",
        shortened(at.text),
        tokens_text(ROW_TOKENS_MAX)
    );
    cell("tokens_beyond_limit", at, problem)
}

/// The file's distinct texts fill what is kept of one file.
pub fn too_much_text(line: u32, limits: &Limits) -> Finding {
    let problem = format!("The file has more than {} bytes of different texts.", limits.distinct_bytes_max);
    row("too_much_text", line, problem)
}
