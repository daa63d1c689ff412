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

/// Time this thread has run, where the system tells it (Linux), so that its neighbours do not count;
/// elsewhere time itself.
fn time_run(since: Instant) -> Duration {
    let on_cpu = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = on_cpu.split(' ').next().and_then(|number| number.parse().ok());
    nanoseconds.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// The best of several rounds of each, in turns, so that a busy machine treats them alike.
fn best_of(rounds: usize, runs: &mut [&mut dyn FnMut()]) -> Vec<Duration> {
    let since = Instant::now();
    let mut best = vec![Duration::MAX; runs.len()];
    for _ in 0..rounds {
        for (best, run) in best.iter_mut().zip(runs.iter_mut()) {
            let start = time_run(since);
            run();
            *best = (time_run(since) - start).min(*best);
        }
    }
    best
}

#[test]
#[ignore = "a measurement, for release builds"]
fn a_million_rows_against_the_bare_csv_crate() {
    let csv = export();
    let mut bare_bytes = || {
        let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
        let mut record = csv::ByteRecord::new();
        let mut fields = 0;
        while reader.read_byte_record(&mut record).unwrap() {
            fields += record.len();
        }
        assert_eq!(fields, ROWS * 12);
    };
    let mut bare_text = || {
        let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
        let mut record = csv::StringRecord::new();
        let mut fields = 0;
        while reader.read_record(&mut record).unwrap() {
            fields += record.len();
        }
        assert_eq!(fields, ROWS * 12);
    };
    let mut ours = || {
        let mut reader = FileReader::new("speed.csv");
        csv.as_bytes().chunks(1 << 20).for_each(|slice| reader.push(slice));
        assert_eq!(reader.finish().usable.rows.len(), ROWS);
    };
    let best = best_of(15, &mut [&mut bare_bytes, &mut bare_text, &mut ours]);
    let [bytes, text, ours] = [best[0], best[1], best[2]];
    let ratio = |other: Duration| ours.as_secs_f64() / other.as_secs_f64();
    println!("{} MB, {ROWS} rows", csv.len() / 1_000_000);
    println!("csv, bytes: {bytes:?}; csv, text: {text:?}; ours: {ours:?}");
    println!("ours / csv bytes = {:.2}; ours / csv text = {:.2}", ratio(bytes), ratio(text));
}
