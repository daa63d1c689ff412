//! Totals lines: no rows, but compared with the rows. A totals line says so in a cell and names no person;
//! where it has a day, only a sum that fits tells it from a row.

use super::columns::{Columns, Field, PERSON_AND_PRODUCT};
use super::numbers::{self, Number};
use super::record::Record;
use super::text::{fold, trim};
use crate::usage::Tokens;

/// Totals lines that are compared; further ones are passed over.
pub const TOTALS_COMPARED_MAX: usize = 100_000;

/// What a cell of a totals line says, folded.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "total", "totals", "grandtotal", "overalltotal", "sum", "subtotal", "subtotals", "totaltokens",
    "totaltokensused", "summe", "summen", "gesamt", "gesamtsumme", "gesamtergebnis", "insgesamt",
    "zwischensumme", "teilergebnis", "totalgeneral", "sommetotale", "somme", "soustotal", "totaux", "suma",
    "sumatotal", "totales", "totale", "totalgenerale", "totaal", "totalt", "ergebnis",
];

/// What the label of a subtotal ends with: “AutoCAD Total”, “AutoCAD Ergebnis”.
const BEHIND: &[&str] = &["total", "totals", "subtotal", "ergebnis", "gesamt", "totale"];
/// What it begins with: “Total AutoCAD”, “Total tokens: 7”.
const BEFORE: &[&str] = &["total", "subtotal", "somme", "summe", "gesamt", "totale", "totaal"];

/// A cell longer than this is no such word.
const WORD_BYTES_MAX: usize = 60;

/// A totals line.
pub struct TotalsLine {
    /// Its line.
    pub line: u32,
    /// The rows that were kept before it.
    pub rows_before: usize,
    /// What it states.
    pub text: String,
}

/// Whether the cells of a record that names no person say that this is a totals line: one is a word for it, or
/// the only one that is no number is the label of a subtotal.
pub fn is_totals_line(record: &Record<'_>) -> bool {
    if record.fields().any(|cell| is_total(&cell)) {
        return true;
    }
    let mut labels = record.fields().filter(|cell| !trim(cell).is_empty() && !is_number(cell));
    labels.next().is_some_and(|label| is_subtotal(&label)) && labels.next().is_none()
}

/// Whether a totals line says so where a row names its person or product. A team may be called Total.
pub fn is_total_in_place(record: &Record<'_>, columns: &Columns) -> bool {
    PERSON_AND_PRODUCT.iter().any(|field| is_label(&columns.text(*field, record)))
}

/// Whether a cell is what totals lines say.
pub fn is_label(cell: &str) -> bool {
    is_total(cell) || is_subtotal(cell)
}

fn is_total(cell: &str) -> bool {
    !cell.is_empty() && cell.len() <= WORD_BYTES_MAX && WORDS.contains(&fold(cell).as_str())
}

fn is_subtotal(cell: &str) -> bool {
    let mut words = trim(cell).split(|c: char| c.is_whitespace() || c == ':').filter(|word| !word.is_empty());
    let is_one = |word: Option<&str>, known: &[&str]| {
        word.is_some_and(|word| word.len() <= WORD_BYTES_MAX && known.contains(&fold(word).as_str()))
    };
    is_one(words.next(), BEFORE) || is_one(words.next_back(), BEHIND)
}

/// What a totals line states: its cell in the tokens column, else its only number, else what its label says
/// behind a colon.
pub fn stated(record: &Record<'_>, columns: &Columns) -> Option<String> {
    let cell = columns.text(Field::Tokens, record);
    if is_number(&cell) {
        return Some(trim(&cell).to_string());
    }
    let mut cells = record.fields().filter(|cell| is_number(cell));
    let Some(only) = cells.next() else {
        return record.fields().find_map(|cell| {
            let (label, number) = cell.split_once(':')?;
            (is_total(label) && is_number(number)).then(|| trim(number).to_string())
        });
    };
    (trim(&cell).is_empty() && cells.next().is_none()).then(|| trim(&only).to_string())
}

fn is_number(cell: &str) -> bool {
    numbers::read(cell).iter().any(Option::is_some)
}

/// The way to read numbers in which a totals line states the sum of all rows, if it is one of the two only. `sums`
/// are those of the two ways.
pub fn deciding_way(lines: &[TotalsLine], sums: [Tokens; 2]) -> Option<usize> {
    let fits = |way: usize| {
        lines.iter().any(|line| numbers::read(&line.text)[way] == Some(Number::Tokens(sums[way])))
    };
    match [fits(0), fits(1)] {
        [true, false] => Some(0),
        [false, true] => Some(1),
        _ => None,
    }
}

/// The sums a totals line may mean.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    /// All rows of the file.
    pub all: Tokens,
    /// The rows above the line.
    pub above: Tokens,
    /// The rows since the totals line before it.
    pub since_last: Tokens,
    /// All rows of the file that are used.
    pub used: Tokens,
}

/// What the line states, if it is none of the sums in any way of reading it.
pub fn difference(text: &str, sums: Sums, way: usize) -> Option<Tokens> {
    let readings = numbers::read(text);
    let tokens = |number: Option<Number>| match number {
        Some(Number::Tokens(tokens)) => Some(tokens),
        _ => None,
    };
    let is_one = |stated: Tokens| [sums.all, sums.above, sums.since_last, sums.used].contains(&stated);
    if readings.into_iter().filter_map(tokens).any(is_one) {
        return None;
    }
    tokens(readings[way]).or_else(|| readings.into_iter().find_map(tokens))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_folded() {
        for word in WORDS.iter().chain(BEHIND).chain(BEFORE) {
            assert_eq!(fold(word), *word);
        }
    }

    #[test]
    fn subtotals_name_what_they_are_of() {
        for label in ["AutoCAD Total", "AutoCAD Ergebnis", "Total AutoCAD", "Total tokens: 7", "Somme Revit"]
        {
            assert!(is_label(label), "{label}");
        }
        assert!(!is_label("Totally Spies") && !is_label("Li Sum") && !is_label("AutoCAD"));
    }
}
