//! CSV as spreadsheets read it: in the dialect that was chosen, and no cell that runs.

use crate::plan::CsvForm;
use crate::usage::number;

/// What a cell holds.
pub enum Cell<'a> {
    /// A text, which is made harmless.
    Text(&'a str),
    /// A number that was worked out here, with a decimal point; it is written with the dialect's mark.
    Number(String),
}

impl Cell<'_> {
    /// Nothing is known.
    pub const EMPTY: Cell<'static> = Cell::Text("");

    /// A number with so many decimals.
    pub fn decimals(value: f64, decimals: usize) -> Cell<'static> {
        Cell::Number(format!("{value:.decimals$}"))
    }

    /// A number of millionths, with the decimals it has.
    pub fn micros(micros: i64) -> Cell<'static> {
        Cell::Number(number(micros).to_string())
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Cell<'a> {
        Cell::Text(text)
    }
}

impl<'a> From<&'a String> for Cell<'a> {
    fn from(text: &'a String) -> Cell<'a> {
        Cell::Text(text)
    }
}

/// A CSV file being written to memory.
pub struct Csv {
    writer: csv::Writer<Vec<u8>>,
    form: CsvForm,
}

impl Csv {
    /// An empty file, with the byte-order mark unless it is not wanted.
    pub fn new(form: CsvForm) -> Csv {
        let mut writer = csv::WriterBuilder::new();
        writer.terminator(csv::Terminator::CRLF).delimiter(form.delimiter.byte());
        let mark = if form.no_mark { "" } else { "\u{feff}" };
        Csv { writer: writer.from_writer(mark.as_bytes().to_vec()), form }
    }

    /// Adds a line of names.
    pub fn header<const N: usize>(&mut self, names: [&str; N]) {
        self.line(names.map(Cell::Text));
    }

    /// Adds a line: texts made harmless, numbers with the dialect's decimal mark.
    pub fn line<const N: usize>(&mut self, cells: [Cell<'_>; N]) {
        let decimal = self.form.decimal();
        let written = cells.map(|cell| match cell {
            Cell::Text(text) => harmless(text, decimal),
            Cell::Number(number) => number.replace('.', decimal.encode_utf8(&mut [0; 4])),
        });
        // Writing to memory cannot fail.
        let _ = self.writer.write_record(written);
    }

    /// The bytes of the file.
    pub fn finish(self) -> Vec<u8> {
        self.writer.into_inner().unwrap_or_default()
    }
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe in front. A plain negative
/// number, with the dialect's decimal mark, holds nothing that could run.
fn harmless(cell: &str, decimal: char) -> String {
    let is_number = cell.strip_prefix('-').is_some_and(|rest| {
        let (whole, part) = rest.split_once(decimal).unwrap_or((rest, "0"));
        [whole, part].iter().all(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
    });
    let would_run = |c: char| matches!(c, '=' | '+' | '-' | '@') || c.is_control();
    if !is_number && cell.starts_with(would_run) { format!("'{cell}") } else { cell.to_string() }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Csv, harmless};
    use crate::plan::{CsvForm, Delimiter};
    use proptest::prelude::*;

    fn all_forms() -> impl Iterator<Item = CsvForm> {
        Delimiter::ALL.into_iter().flat_map(|delimiter| {
            [(false, false), (false, true), (true, false), (true, true)]
                .map(|(decimal_comma, no_mark)| CsvForm { delimiter, decimal_comma, no_mark })
        })
    }

    fn written<const N: usize>(form: CsvForm, cells: [Cell<'_>; N]) -> String {
        let mut csv = Csv::new(form);
        csv.line(cells);
        String::from_utf8(csv.finish()).unwrap()
    }

    /// The cells of the first line, as a reader of this dialect sees them.
    fn read(form: CsvForm, text: &str) -> Vec<String> {
        assert_eq!(text.starts_with('\u{feff}'), !form.no_mark);
        let mut reader = csv::ReaderBuilder::new();
        reader.has_headers(false).delimiter(form.delimiter.byte());
        let mut reader = reader.from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let mut records = reader.records();
        let cells = records.next().unwrap().unwrap().iter().map(str::to_string).collect();
        assert!(records.next().is_none(), "one line: {text:?}");
        cells
    }

    #[test]
    fn nothing_runs() {
        let always = [
            "=1+1",
            "+1",
            "-x",
            "--1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "\u{0}=1",
            "\u{85}=1",
            "-",
            "-1.2.3",
            "-1,2,3",
            "-1;2",
            "-5.",
            "-5,",
            "-.5",
            "-1+cmd|'/c calc'!A0",
            "=1;2",
            "=1,2",
            "-1\t2",
        ];
        for form in all_forms() {
            let own = if form.decimal_comma { "-5,25" } else { "-5.25" };
            let other = if form.decimal_comma { "-5.25" } else { "-5,25" };
            for bad in always.into_iter().chain([other]) {
                assert_eq!(harmless(bad, form.decimal()), format!("'{bad}"), "{form:?}");
                let cells = read(form, &written(form, [Cell::Text(bad), Cell::Text("next")]));
                assert_eq!(cells, [&format!("'{bad}"), "next"], "{form:?}");
            }
            for good in ["", "-5", own, "a=b", " x", "Müller", "'quoted", "a;b", "a,b", "a\tb", "a\"b"] {
                let cells = read(form, &written(form, [Cell::Text(good), Cell::Text("next")]));
                assert_eq!(cells, [good, "next"], "{form:?}");
            }
        }
    }

    #[test]
    fn a_line_in_each_dialect() {
        let line = |delimiter, decimal_comma, no_mark| {
            let form = CsvForm { delimiter, decimal_comma, no_mark };
            let cells = [Cell::Text("a,b;c"), Cell::decimals(-5.25, 2), Cell::micros(1_500_000), Cell::EMPTY];
            written(form, cells)
        };
        assert_eq!(line(Delimiter::Comma, false, false), "\u{feff}\"a,b;c\",-5.25,1.5,\r\n");
        assert_eq!(line(Delimiter::Comma, true, true), "\"a,b;c\",\"-5,25\",\"1,5\",\r\n");
        assert_eq!(line(Delimiter::Semicolon, true, false), "\u{feff}\"a,b;c\";-5,25;1,5;\r\n");
        assert_eq!(line(Delimiter::Tab, true, true), "a,b;c\t-5,25\t1,5\t\r\n");
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(
            text in "[-=+@ ,;.\t\r\n\"'a1ü]{0,12}",
            last in any::<String>(),
            micros in any::<i64>(),
        ) {
            for form in all_forms() {
                let cells = [Cell::Text(&text), Cell::micros(micros), Cell::Text(&last)];
                let cells = read(form, &written(form, cells));
                prop_assert_eq!(cells.len(), 3);
                for (cell, text) in [(&cells[0], &text), (&cells[2], &last)] {
                    prop_assert_eq!(cell, &harmless(text, form.decimal()));
                    prop_assert!(cell == text || cell.strip_prefix('\'') == Some(text.as_str()));
                    let number = cell.replace(form.decimal(), ".").parse::<f64>().is_ok();
                    prop_assert!(!cell.starts_with(['=', '+', '@']) && (number || !cell.starts_with('-')));
                }
                let read: f64 = cells[1].replace(form.decimal(), ".").parse().unwrap();
                prop_assert_eq!(read, crate::usage::number(micros).as_f64().unwrap());
            }
        }
    }
}
