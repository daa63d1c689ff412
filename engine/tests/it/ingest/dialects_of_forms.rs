//! Every form reads alike in any dialect and encoding.

use super::support::{read, render};
use std::path::Path;

const FORMS: [&str; 7] = [
    "eba_sessions.csv",
    "eba_swapped_names.csv",
    "eba_daily.csv",
    "usage_report.csv",
    "months_running_total.csv",
    "subscriptions.csv",
    "daily_usage.csv",
];

/// The records of a fixture, written anew.
fn written(text: &str, delimiter: u8, line_end: csv::Terminator, quotes: csv::QuoteStyle) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
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
                    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
                    for bytes in [
                        text.clone().into_bytes(),
                        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
                        [b"\xFF\xFE".as_slice(), &wide].concat(),
                    ] {
                        assert_eq!(render(&read(&bytes)), meant, "{name} {delimiter} {quotes:?}");
                    }
                }
            }
        }
    }
}
