//! The mapping screen: which column is what.

use super::numbers::count;
use super::plural;
use crate::session::RowKind;
use engine::desk::{GuessReason, MappedFieldView};
use engine::usage::{DayOrder, DecimalMark, MappedField, MappedRule, MonthlyTokens};

/// Its heading.
pub fn heading(name: &str) -> String {
    format!("Columns of {name}")
}

/// Opens it from the list of files.
pub const COLUMNS: &str = "Columns…";
/// Takes what is chosen.
pub const USE: &str = "Use this";
/// Takes it back.
pub const FORGET: &str = "Forget this mapping";
/// What happens then.
pub const AFTER: &str = "Remembered with your plan, and used by itself for files with the same columns.";
/// Said where it is in use.
pub const REMEMBERED: &str = "This is how such files are read now.";
/// The heading of the remembered ones.
pub const REMEMBERED_HEADING: &str = "Columns you chose";
/// Where a file has no table.
pub const NO_COLUMNS: &str = "There is no table in this file whose columns could be chosen.";
/// The rows' heading.
pub const FIRST_ROWS: &str = "The first rows";
/// Instead of the rows while names are hidden.
pub const ROWS_HIDDEN: &str = "Names are hidden, so the rows of the file are not shown.";
/// What the rows are.
pub const EACH_ROW: &str = "Each row is";
/// No column.
pub const NOT_IN_FILE: &str = "— not in this file —";
/// Above the choices.
pub const WHICH: &str = "Which column is what";
/// Above the ways to read.
pub const HOW: &str = "How it is read";
/// The labels of the ways to read.
pub const DATES: &str = "Dates";
/// Decimal point or comma.
pub const NUMBERS: &str = "Numbers";
/// Tokens of the month or a running total.
pub const MONTHS: &str = "Tokens of a month";
/// Hours from UTC.
pub const OFFSET: &str = "Times are in";
/// How charges come about.
pub const RULE: &str = "Charges";
/// Where nothing is said.
pub const AS_COLUMN_SAYS: &str = "as the column itself shows";

/// What is still missing.
pub fn missing(missing: &[String]) -> String {
    if missing.is_empty() {
        "Everything that is needed is chosen.".to_string()
    } else {
        format!("Still missing: {}.", missing.join(", "))
    }
}

/// What a row is.
pub fn kind(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Days => "tokens of a person on a day",
        RowKind::Sessions => "a session, with start and end",
        RowKind::Months => "a month with its tokens",
        RowKind::People => "a person with department or cost centre",
    }
}

/// A field.
pub fn field(field: MappedField) -> &'static str {
    match field {
        MappedField::Person => "Person (e-mail, id or name)",
        MappedField::Team => "Team",
        MappedField::Product => "Product",
        MappedField::Version => "Version",
        MappedField::Day => "Day",
        MappedField::Tokens => "Tokens",
        MappedField::Start => "Start of the session",
        MappedField::End => "End of the session",
        MappedField::Minutes => "Minutes it lasted",
        MappedField::IdleMinutes => "Minutes without input",
        MappedField::Month => "Month",
        MappedField::RunningTotal => "Running total of tokens",
        MappedField::Department => "Department",
        MappedField::CostCentre => "Cost centre",
        MappedField::Project => "Project",
    }
}

/// Why the column is proposed.
pub fn guess(field: &MappedFieldView) -> &'static str {
    match field.guess {
        Some((column, why)) if field.chosen == Some(column) => match why {
            GuessReason::Name => "Guessed: its name says so.",
            GuessReason::Cells => "Guessed: its cells look like it.",
        },
        Some(_) if field.chosen.is_none() => "There is a guess.",
        _ => "",
    }
}

/// How the chosen column reads; nothing where none is chosen. The samples are left out while names are
/// hidden: nobody knows what stands in a column that was chosen by mistake.
pub fn verdict(field: &MappedFieldView, hide_names: bool) -> String {
    if field.chosen.is_none() {
        return String::new();
    }
    let (read, all) = (field.read, field.read + field.unread);
    let ambiguous = if field.is_ambiguous { " It reads in two ways: say below which." } else { "" };
    if all == 0 {
        return "Empty in the first rows.".to_string();
    }
    if field.unread == 0 {
        return format!(
            "All {} of the first rows can be read.{ambiguous}",
            plural::of(all, "value", "values")
        );
    }
    let samples: Vec<String> = field.samples.iter().map(|sample| format!("“{sample}”")).collect();
    let which = if hide_names { String::new() } else { format!(": {}", samples.join(", ")) };
    format!(
        "{} of {} can be read, {} cannot{which}.{ambiguous}",
        count(read),
        count(all),
        count(field.unread)
    )
}

/// Whether it is worth a look.
pub fn is_doubtful(field: &MappedFieldView) -> bool {
    field.chosen.is_some() && (field.unread > 0 || field.is_ambiguous || field.read == 0)
}

/// Day first or month first.
pub fn days(order: DayOrder) -> &'static str {
    match order {
        DayOrder::DayFirst => "day first (31/12/2026)",
        DayOrder::MonthFirst => "month first (12/31/2026)",
    }
}

/// Decimal point or comma.
pub fn numbers(mark: DecimalMark) -> &'static str {
    match mark {
        DecimalMark::Point => "decimal point (1.5)",
        DecimalMark::Comma => "decimal comma (1,5)",
    }
}

/// Of the month or running.
pub fn months(months: MonthlyTokens) -> &'static str {
    match months {
        MonthlyTokens::PerMonth => "of each month alone",
        MonthlyTokens::RunningTotal => "a running total",
    }
}

/// How charges come about.
pub fn rule(rule: Option<MappedRule>) -> &'static str {
    match rule {
        None => "as the file states them, else by the rule of Flex",
        Some(MappedRule::Flex) => "by the rule of Flex (24 hours each)",
        Some(MappedRule::Eba) => "by the rule of an enterprise agreement (days)",
        Some(MappedRule::AsGiven) => "as the file states them",
    }
}

/// `UTC`, `UTC+1`, `UTC−3:30`
pub fn offset(minutes: i32) -> String {
    if minutes == 0 {
        return "UTC".to_string();
    }
    let sign = if minutes < 0 { '−' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    if rest == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{rest:02}") }
}

/// A column among the choices: its place and its name.
pub fn column(index: usize, name: &str) -> String {
    format!("{}: {name}", index + 1)
}
