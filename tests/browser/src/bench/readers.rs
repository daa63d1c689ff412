//! Other readers and Flexgauge's ingest in one page, on the same bytes, with equal sums.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::args::address;
use crate::engine::{Engine, Setup};
use crate::outcome::{Outcome, check};
use crate::page::Size;
use crate::session;

const PAGE: &str = include_str!("../../fixture/bench.html");

/// Each reader of the page: its name there, what it is, and how many times as long as Flexgauge it is to
/// take at least. The first is Flexgauge, so that its first round is a cold one; the last is measured only where
/// its files are there.
const READERS: [(&str, &str, Option<f64>); 7] = [
    ("flexgauge", "Flexgauge’s ingest, to validated columns", None),
    ("scan", "bare scan (wasm)", None),
    ("csv_crate", "csv crate alone (wasm)", Some(1.0 / 1.6)),
    ("papa_strings", "Papa Parse, strings", Some(3.0)),
    ("papa_dynamic", "Papa Parse, header + dynamicTyping", Some(7.0)),
    ("udsv_typed", "uDSV, typed", Some(3.5)),
    ("duckdb", "DuckDB, into a typed table", None),
];

/// What DuckDB's page side stands on, that side, and what it loads itself.
const DUCKDB_SCRIPTS: [(&str, &str); 2] =
    [("/*ARROW*/", "Arrow.es2015.min.js"), ("/*DUCKDB*/", "duckdb-browser.cjs")];
const DUCKDB_LOADS: [&str; 2] = ["duckdb-browser-eh.worker.js", "duckdb-eh.wasm"];

/// Prints the table, and gives the longer of reading and parsing, in milliseconds.
pub async fn compare(folder: &Path, export: &str, rows: u32, rounds: u32) -> Outcome<f64> {
    let read = |name: &str| fs::read_to_string(folder.join(name));
    let mut page = PAGE
        .replace("/*PAPA*/", &read("papaparse.min.js")?)
        .replace("/*UDSV*/", &read("uDSV.iife.min.js")?)
        .replace("/*WASM*/", &STANDARD.encode(fs::read(folder.join("bench_readers.wasm"))?));
    let duckdb: Vec<PathBuf> = DUCKDB_LOADS.iter().map(|name| folder.join(name)).collect();
    let with_duckdb = duckdb.iter().all(|file| file.exists());
    for (place, name) in DUCKDB_SCRIPTS {
        page = page.replace(place, &if with_duckdb { read(name)? } else { String::new() });
    }
    let readers = &READERS[..READERS.len() - usize::from(!with_duckdb)];
    let file = folder.join("readers.html");
    fs::write(&file, page)?;
    let address = address(&file.display().to_string())?;
    let page = session::open(Engine::Chromium, Setup::default(), None, &address, Size::WIDE).await?;
    let data = page.write("export.csv", export)?;
    page.upload(&[data]).await?;
    if with_duckdb {
        page.upload_to("#duckdb", &duckdb).await?;
        page.script("return startDuckDb()", vec![]).await?;
    }
    let mut read = f64::INFINITY;
    for _ in 0..rounds {
        let took = page.script("return read()", vec![]).await?;
        read = read.min(took.as_f64().unwrap_or(f64::INFINITY));
    }
    // In turns, so that a busy machine treats all alike; the best round counts.
    let mut best = [f64::INFINITY; READERS.len()];
    let (mut sums, mut memory, mut cold) = ([0.0; READERS.len()], [0.0; READERS.len()], 0.0);
    for round in 0..rounds {
        for (index, (name, ..)) in readers.iter().enumerate() {
            let seen = page.script("return measure(arguments[0])", vec![json!(name)]).await?;
            let number = |of: &str| seen[of].as_f64().unwrap_or_default();
            if (round, index) == (0, 0) {
                cold = number("ms");
            }
            best[index] = best[index].min(number("ms"));
            (sums[index], memory[index]) = (number("sum"), number("memory"));
        }
    }
    for (index, (name, ..)) in readers.iter().enumerate() {
        let expected = if *name == "scan" { f64::from(rows) } else { sums[0] };
        check(sums[index] == expected, format!("{name} sums to {}, not {expected}", sums[index]))?;
    }
    println!("| Reader | ms | times Flexgauge | floor | peak wasm MB |");
    println!("|---|---:|---:|---:|---:|");
    for (index, (_, what, floor)) in readers.iter().enumerate() {
        let ratio = best[index] / best[0];
        let floor = floor.map_or("".to_string(), |floor| {
            format!("{floor:.2} {}", if ratio >= floor { "met" } else { "missed" })
        });
        let memory = if memory[index] > 0.0 { format!("{:.1}", memory[index] / 1e6) } else { String::new() };
        println!("| {what} | {:.0} | {ratio:.2} | {floor} | {memory} |", best[index]);
    }
    println!(
        "\nCold {cold:.0} ms, warm {:.0} ms; reading the file alone {read:.0} ms; wasm memory {:.2} of the file.",
        best[0],
        memory[0] / export.len() as f64
    );
    Ok(read.max(best[0]))
}
