//! How fast reading is, beside the bare csv crate over the same bytes. Run it with
//! `cargo test --release -p engine --test it speed -- --ignored --nocapture`.
#![allow(clippy::disallowed_types, reason = "a benchmark among the ignored tests")]

use engine::ingest::FileReader;
use engine::usage::Day;
use std::fmt::Write;
use std::time::{Duration, Instant};

const ROWS: usize = 1_000_000;
const PEOPLE: usize = 2_000;

/// A year of an office's use, as the portal exports it.
fn export() -> String {
    let products = ["AutoCAD", "Revit", "3ds Max", "Navisworks Manage", "Civil 3D", "Inventor Professional"];
    let mut csv = String::from(
        "hashed_autodesk_id,first_name,last_name,email,autodesk_id,team_alias,offering_name,product_name,\
         version,day_used,tokens_used,access_option\n",
    );
    let mut state = 1_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let first_day = Day::from_ymd(2025, 8, 1).unwrap();
    for row in 0..ROWS {
        let (person, product) = (next(PEOPLE), next(products.len()));
        let day = first_day.plus((row * 365 / ROWS) as i32);
        let name = products[product];
        writeln!(
            csv,
            "{person:032x},First{person},Last{person},first.last{person}@firm.example,ID{person:08},Team {},\
             {name},{name},{},{day},{},Flex",
            person % 8,
            2024 + next(3),
            6 + product,
        )
        .unwrap();
    }
    csv
}

fn best_of(times: usize, mut run: impl FnMut()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..times).map(time).min().unwrap()
}

#[test]
#[ignore = "a measurement, for release builds"]
fn a_million_rows_against_the_bare_csv_crate() {
    let csv = export();
    let bare = best_of(5, || {
        let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
        let mut record = csv::ByteRecord::new();
        let mut fields = 0;
        while reader.read_byte_record(&mut record).unwrap() {
            fields += record.len();
        }
        assert_eq!(fields, ROWS * 12);
    });
    let bare_text = best_of(5, || {
        let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
        let mut record = csv::StringRecord::new();
        let mut fields = 0;
        while reader.read_record(&mut record).unwrap() {
            fields += record.len();
        }
        assert_eq!(fields, ROWS * 12);
    });
    let ours = best_of(5, || {
        let mut reader = FileReader::new("speed.csv");
        csv.as_bytes().chunks(1 << 20).for_each(|slice| reader.push(slice));
        assert_eq!(reader.finish().usable.rows.len(), ROWS);
    });
    let ratio = |other: Duration| ours.as_secs_f64() / other.as_secs_f64();
    println!("{} MB, {ROWS} rows", csv.len() / 1_000_000);
    println!("csv, bytes: {bare:?}; csv, text: {bare_text:?}; ours: {ours:?}");
    println!("ours / csv bytes = {:.2}; ours / csv text = {:.2}", ratio(bare), ratio(bare_text));
}
