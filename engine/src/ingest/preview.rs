//! The mapping screen's facts: the first rows of a file, which column may be what and why, and how well
//! the columns read when they are taken so.

use super::columns::Field;
use super::dates;
use super::fields::field_of;
use super::months;
use super::numbers;
use super::readings::{Both, Tally};
use super::text::{clean, fold, trim};
use crate::usage::{DayOrder, DecimalMark, MappedField, Mapping};

/// Rows of a preview.
pub const PREVIEW_ROWS_MAX: usize = 200;
/// Columns of a preview.
pub const PREVIEW_COLUMNS_MAX: usize = 64;
/// Bytes of all its cells.
pub const PREVIEW_BYTES_MAX: usize = 32 * 1024;
/// Characters of one of its cells.
const CELL_CHARS_MAX: usize = 80;
/// Cells that a verdict shows.
const SAMPLES: usize = 3;
/// So many percent of a column's cells make a guess.
const FITTING_PERCENT: usize = 90;

/// The first rows of a file, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The header, or what stands in its place.
    pub header: Vec<String>,
    /// The rows below it.
    pub rows: Vec<Vec<String>>,
}

impl Preview {
    /// From the first records of a file, of which one is the header.
    pub fn of(records: &[Vec<String>], header: usize) -> Preview {
        let mut bytes = 0;
        let short = |cells: &Vec<String>| -> Vec<String> {
            let cells = cells.iter().take(PREVIEW_COLUMNS_MAX);
            cells.map(|cell| trim(cell).chars().take(CELL_CHARS_MAX).collect()).collect()
        };
        let header_cells = records.get(header).map(short).unwrap_or_default();
        let rows = records.iter().skip(header + 1).take(PREVIEW_ROWS_MAX).map(short);
        let rows = rows.take_while(|row| {
            bytes += row.iter().map(String::len).sum::<usize>();
            bytes <= PREVIEW_BYTES_MAX
        });
        Preview { rows: rows.collect(), header: header_cells }
    }

    fn column(&self, index: usize) -> impl Iterator<Item = &str> {
        self.rows
            .iter()
            .map(move |row| row.get(index).map_or("", String::as_str))
            .filter(|cell| !cell.is_empty())
    }
}

/// Why a column is taken for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Its name says so.
    Name,
    /// Its cells look like it.
    Cells,
}

/// A guess for one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// What.
    pub field: MappedField,
    /// The column's place in the header.
    pub column: usize,
    /// Why.
    pub why: Why,
}

/// How well a column reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnVerdict {
    /// As what.
    pub field: MappedField,
    /// The column's place in the header; `None` where the header has no such column.
    pub column: Option<usize>,
    /// Cells that read.
    pub read: usize,
    /// Cells that do not.
    pub unread: usize,
    /// Up to three of those.
    pub samples: Vec<String>,
    /// Whether its cells can be read in two ways and nothing decides.
    pub is_ambiguous: bool,
}

/// What licence managers and home-made sheets call their columns, folded, beside the names in `fields`.
#[rustfmt::skip]
const NAMES: [(MappedField, &[&str]); 9] = [
    (MappedField::Person, &["login", "loginname", "account", "userlogin", "accountname", "who"]),
    (MappedField::Product, &["module", "software", "app", "license", "licence", "featurecode", "modul",
        "lizenz", "licencia", "logiciel"]),
    (MappedField::Start, &["out", "start", "checkout", "checkouttime", "starttime", "begin", "from", "opened",
        "beginn", "von", "debut", "inicio", "timeout"]),
    (MappedField::End, &["in", "end", "checkin", "checkintime", "endtime", "to", "closed", "ende", "bis", "fin",
        "timein"]),
    (MappedField::Minutes, &["minutes", "duration", "durationminutes", "dauer", "minuten", "duree", "duracion"]),
    (MappedField::IdleMinutes, &["idlemin", "idletimeminutes", "inactiveminutes"]),
    (MappedField::Tokens, &["cost", "charge", "units"]),
    (MappedField::Team, &["group", "office", "gruppe", "groupe", "grupo"]),
    (MappedField::Day, &["when"]),
];

/// What a known column is on the mapping screen.
fn mapped(field: Field) -> Option<MappedField> {
    Some(match field {
        Field::Email | Field::FullName | Field::AutodeskId | Field::HashedId => MappedField::Person,
        Field::Team | Field::TokenPool => MappedField::Team,
        Field::Offering | Field::Product => MappedField::Product,
        Field::Version => MappedField::Version,
        Field::Day => MappedField::Day,
        Field::Tokens => MappedField::Tokens,
        Field::SessionStart => MappedField::Start,
        Field::SessionEnd => MappedField::End,
        Field::UsageMinutes => MappedField::Minutes,
        Field::IdleMinutes => MappedField::IdleMinutes,
        Field::Month => MappedField::Month,
        Field::RunningTotal => MappedField::RunningTotal,
        Field::Department => MappedField::Department,
        Field::CostCentre => MappedField::CostCentre,
        Field::Project => MappedField::Project,
        _ => return None,
    })
}

/// What each column may be: by its name, else by its cells. At most one guess a field and a column.
pub fn guesses(preview: &Preview) -> Vec<Guess> {
    let mut guesses: Vec<Guess> = Vec::new();
    let mut add = |field: MappedField, column: usize, why: Why| {
        if !guesses.iter().any(|known| known.field == field || known.column == column) {
            guesses.push(Guess { field, column, why });
        }
    };
    for (column, name) in preview.header.iter().enumerate() {
        let folded = fold(name);
        let by_name = field_of(name).and_then(mapped).or_else(|| {
            NAMES.iter().find(|(_, names)| names.contains(&folded.as_str())).map(|(field, _)| *field)
        });
        if let Some(field) = by_name {
            add(field, column, Why::Name);
        }
    }
    let is_time =
        |cell: &str| dates::split_time(cell).is_some_and(|(date, _)| dates::read(date) != [None, None]);
    for column in 0..preview.header.len() {
        let fits = |test: &dyn Fn(&str) -> bool| {
            let cells = preview.column(column).count();
            cells > 0
                && preview.column(column).filter(|cell| test(cell)).count() * 100 >= cells * FITTING_PERCENT
        };
        if fits(&|cell| cell.contains('@')) {
            add(MappedField::Person, column, Why::Cells);
        } else if fits(&is_time) {
            add(MappedField::Start, column, Why::Cells);
            add(MappedField::End, column, Why::Cells);
        } else if fits(&|cell| dates::read(cell) != [None, None] && !cell.bytes().all(|b| b.is_ascii_digit()))
        {
            add(MappedField::Day, column, Why::Cells);
        }
    }
    guesses.sort_by_key(|guess| guess.field);
    guesses
}

/// How well the mapped columns of a preview read.
pub fn verdicts(preview: &Preview, mapping: &Mapping) -> Vec<ColumnVerdict> {
    let days = mapping.days.map(|order| usize::from(order == DayOrder::MonthFirst));
    let numbers_choice = mapping.numbers.map(|mark| usize::from(mark == DecimalMark::Comma));
    let place = |name: &str| preview.header.iter().position(|known| trim(known) == trim(name));
    mapping
        .fields
        .iter()
        .map(|(field, name)| {
            let column = place(name);
            let cells: Vec<&str> = column.map(|column| preview.column(column).collect()).unwrap_or_default();
            match field {
                MappedField::Day => judge(*field, column, &cells, days, dates::read),
                MappedField::Month => judge(*field, column, &cells, days, months::read),
                MappedField::Start | MappedField::End => judge(*field, column, &cells, days, |cell| {
                    dates::split_time(cell).map_or([None, None], |(date, _)| dates::read(date))
                }),
                MappedField::Tokens
                | MappedField::RunningTotal
                | MappedField::Minutes
                | MappedField::IdleMinutes => judge(*field, column, &cells, numbers_choice, numbers::read),
                _ => judge(*field, column, &cells, None, |cell| {
                    let text = Some(()).filter(|()| !clean(cell).is_empty());
                    [text, text]
                }),
            }
        })
        .collect()
}

fn judge<T: Copy + PartialEq>(
    field: MappedField,
    column: Option<usize>,
    cells: &[&str],
    choice: Option<usize>,
    read: impl Fn(&str) -> Both<T>,
) -> ColumnVerdict {
    let mut tally = Tally::default();
    cells.iter().for_each(|cell| tally.count(&read(cell), 1));
    let verdict = tally.verdict(choice);
    let unread: Vec<&str> =
        cells.iter().copied().filter(|cell| verdict.value(read(cell)).is_none()).collect();
    ColumnVerdict {
        field,
        column,
        read: cells.len() - unread.len(),
        unread: unread.len(),
        samples: unread.iter().take(SAMPLES).map(|cell| (*cell).to_string()).collect(),
        is_ambiguous: verdict.is_open(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_folded_and_stands_once() {
        let names: Vec<&str> = NAMES.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        for (index, name) in names.iter().enumerate() {
            assert_eq!(fold(name), *name);
            assert!(!names[..index].contains(name), "{name} stands twice");
        }
    }
}
