//! Every form reads alike in any dialect and encoding.

use super::support::{read, render};
use std::path::Path;

const FORMS: [&str; 9] = [
    "eba_sessions.csv",
    "eba_swapped_names.csv",
    "eba_daily.csv",
    "usage_report.csv",
    "months_running_total.csv",
    "subscriptions.csv",
    "daily_usage.csv",
    "french_headers.csv",
    "spanish_headers.csv",
];

/// The records of a fixture, written anew.
fn written(text: &str, delimiter: u8, line_end: csv::Terminator, quotes: csv::QuoteStyle) -> String {
    // Fixtures stand in commas or in semicolons.
    let is_semicolon = text.lines().next().is_some_and(|header| header.contains(';'));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(if is_semicolon { b';' } else { b',' })
        .from_reader(text.as_bytes());
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .delimiter(delimiter)
        .terminator(line_end)
        .quote_style(quotes)
        .from_writer(Vec::new());
    for record in reader.byte_records() {
        writer.write_byte_record(&record.unwrap()).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// A text in every encoding: UTF-8, UTF-16 of both byte orders, each with and without a mark, and
/// Windows-1252. The bytes are made here, so that no binary file lies among the others.
fn encodings(text: &str) -> Vec<Vec<u8>> {
    let units = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let (little, big) = (units(u16::to_le_bytes), units(u16::to_be_bytes));
    let windows = |c: char| if c == '’' { 0x92 } else { u8::try_from(c).unwrap() };
    vec![
        text.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        [b"\xFF\xFE".as_slice(), &little].concat(),
        little,
        [b"\xFE\xFF".as_slice(), &big].concat(),
        big,
        text.chars().map(windows).collect(),
    ]
}

#[test]
fn forms_read_alike_in_any_dialect() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/ingest");
    for name in FORMS {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let meant = render(&read(text.as_bytes()));
        for delimiter in [b',', b';', b'\t', b'|'] {
            for quotes in [csv::QuoteStyle::Necessary, csv::QuoteStyle::Always] {
                for line_end in [csv::Terminator::CRLF, csv::Terminator::Any(b'\n')] {
                    let text = written(&text, delimiter, line_end, quotes);
                    for bytes in encodings(&text) {
                        assert_eq!(render(&read(&bytes)), meant, "{name} {delimiter} {quotes:?}");
                    }
                }
            }
        }
    }
}
