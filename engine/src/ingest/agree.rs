//! Our records are those of the csv crate wherever no record is given up.

use super::limits::Limits;
use super::record::Record;
use super::records::{Records, Sink};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

#[derive(Default)]
struct Collected {
    records: Vec<Vec<Vec<u8>>>,
    is_any_given_up: bool,
}

impl Sink for Collected {
    fn record(&mut self, record: &Record<'_>) {
        self.is_any_given_up |= record.flaw.is_some();
        self.records.push((0..record.len()).map(|index| record.cell(index).to_vec()).collect());
    }

    fn columns(&self) -> usize {
        0
    }
}

fn ours(bytes: &[u8], delimiter: u8, cut: usize) -> Collected {
    let mut records = Records::new(delimiter, Limits::default());
    let mut collected = Collected::default();
    bytes.chunks(cut).for_each(|slice| records.push(slice, &mut collected));
    records.finish(&mut collected);
    collected
}

fn theirs(bytes: &[u8], delimiter: u8) -> Vec<Vec<Vec<u8>>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes);
    let records = reader.byte_records().filter_map(Result::ok);
    records.map(|record| record.iter().map(<[u8]>::to_vec).collect()).collect()
}

fn text() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        6 => select(vec![
            "ann@firm.example", "Revit", "2026-03-02", "1,5", ",", ";", "\t", "\n", "\r\n", "\r", "\"x\"", "\"a,b\"",
            "\"a\nb\"", "\"say \"\"no\"\"\"", "\"\"", "é€", " ", "0123456789abcdef0123456789abcdef",
        ]).prop_map(|text| text.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 0..6),
    ];
    vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn records_are_those_of_the_csv_crate(bytes in text(), delimiter in select(vec![b',', b';', b'\t']), cut in 1..200_usize) {
        // The csv crate takes a byte order mark off; here the decoder did before.
        prop_assume!(!bytes.starts_with(b"\xEF\xBB\xBF"));
        let ours = ours(&bytes, delimiter, cut);
        if !ours.is_any_given_up {
            prop_assert_eq!(ours.records, theirs(&bytes, delimiter));
        }
    }

    #[test]
    fn so_are_all_lines_without_quotation_marks(bytes in text(), cut in 1..200_usize) {
        let bytes: Vec<u8> = bytes.into_iter().filter(|byte| *byte != b'"').collect();
        prop_assume!(!bytes.starts_with(b"\xEF\xBB\xBF"));
        let ours = ours(&bytes, b',', cut);
        prop_assert!(!ours.is_any_given_up);
        prop_assert_eq!(ours.records, theirs(&bytes, b','));
    }
}
