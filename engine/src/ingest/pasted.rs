//! Tables pasted below one another: whether a record is a header once more, and whether the rows below it can
//! be read on.

use super::columns::{Columns, known_columns};
use super::header::KNOWN_COLUMNS_MIN;
use super::record::Record;
use super::text::{fold, is_blank, trim};

/// So many known columns make a header, even where the first header knew more; fewer where there are no others.
const KNOWN_COLUMNS_ENOUGH: usize = 3;

/// A longer cell is no column's name.
const NAME_BYTES_MAX: usize = 200;

/// A header below the first.
pub enum Again {
    /// The same columns in the same order.
    Same,
    /// Others, or in another order.
    Other(Box<Columns>),
}

/// A table whose rows are left out, since the first header's columns are not its own.
pub struct OtherTable {
    /// The line of its header.
    pub line: u32,
    /// Its columns as the file spells them.
    pub names: Vec<String>,
    /// Its rows so far.
    pub rows: u64,
}

/// What kind of header a record is, if it is one. A line that names the delimiter belongs to one.
pub fn header_again(record: &Record<'_>, columns: &Columns) -> Option<Again> {
    // Nearly every row has a cell with a number or a date, and no header has one.
    let is_digit = |index: usize| record.cell(index).first().is_some_and(u8::is_ascii_digit);
    let has_digits = (0..record.len()).any(is_digit);
    if has_digits && columns.names.first().is_none_or(|name| *name != trim(&record.field(0))) {
        return None;
    }
    if is_separator_line(record) || has_same_names(record, columns) {
        return Some(Again::Same);
    }
    if has_digits {
        return None;
    }
    let known = known_columns(record);
    let filled = (0..record.len()).filter(|index| !is_blank(record.cell(*index))).count();
    let is_enough = known >= columns.known || known >= KNOWN_COLUMNS_ENOUGH || known == filled;
    let is_known = known >= KNOWN_COLUMNS_MIN && is_enough;
    if !is_known || known * 2 < filled {
        return None;
    }
    let other = Columns::of(record);
    Some(if other.stands_as(columns) { Again::Same } else { Again::Other(Box::new(other)) })
}

/// `sep=;`, whatever the file's own delimiter makes of it.
fn is_separator_line(record: &Record<'_>) -> bool {
    let first = record.field(0);
    let is_separator = trim(&first).strip_prefix("sep=").is_some_and(|rest| rest.chars().count() <= 1);
    is_separator && (1..record.len()).all(|index| is_blank(record.cell(index)))
}

fn has_same_names(record: &Record<'_>, columns: &Columns) -> bool {
    let name = |index: usize| columns.names.get(index).map_or("", String::as_str);
    let is_same = |index: usize| {
        record.cell(index).len() <= NAME_BYTES_MAX && fold(&record.field(index)) == fold(name(index))
    };
    (0..columns.names.len().max(record.len())).all(is_same)
}
