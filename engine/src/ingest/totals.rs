//! Totals lines: no rows, but compared with the rows.

use super::columns::{Columns, Field};
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
    "sumatotal", "totales", "totale", "totalgenerale", "totaal", "totalt",
];

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

/// Whether one of the cells says that this is a totals line.
pub fn is_totals_line(record: &Record<'_>) -> bool {
    record.fields().filter(|cell| !cell.is_empty() && cell.len() <= WORD_BYTES_MAX).any(|cell| {
        let folded = fold(&cell);
        WORDS.contains(&folded.as_str())
    })
}

/// What a totals line states: its cell in the tokens column, else its only number.
pub fn stated(record: &Record<'_>, columns: &Columns) -> Option<String> {
    let cell = columns.text(Field::Tokens, record);
    if is_number(&cell) {
        return Some(trim(&cell).to_string());
    }
    let mut cells = record.fields().filter(|cell| is_number(cell));
    let only = cells.next()?;
    (trim(&cell).is_empty() && cells.next().is_none()).then(|| trim(&only).to_string())
}

fn is_number(cell: &str) -> bool {
    numbers::read(cell).iter().any(Option::is_some)
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
}

/// What the line states, if it is none of the sums in any way of reading it.
pub fn difference(text: &str, sums: Sums, way: usize) -> Option<Tokens> {
    let readings = numbers::read(text);
    let tokens = |number: Option<Number>| match number {
        Some(Number::Tokens(tokens)) => Some(tokens),
        _ => None,
    };
    let is_one = |stated: Tokens| [sums.all, sums.above, sums.since_last].contains(&stated);
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
        for word in WORDS {
            assert_eq!(fold(word), *word);
        }
    }
}
