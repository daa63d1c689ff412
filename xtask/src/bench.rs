//! `cargo xtask bench`: what the comparison needs is fetched and built here, and stays out of the product.

use crate::{browsers, cargo, package, step, test, wasm};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Readers to be measured with, pinned, each with the file that a page loads.
const NPM: [(&str, &str); 2] =
    [("papaparse@5.7.1", "papaparse/papaparse.min.js"), ("udsv@0.7.3", "udsv/dist/uDSV.iife.min.js")];

/// DuckDB, measured by a switch: some 35 MB, and with its own worker, which the page loads from files.
const DUCKDB: [(&str, &str); 4] = [
    ("@duckdb/duckdb-wasm@1.32.0", "@duckdb/duckdb-wasm/dist/duckdb-browser.cjs"),
    ("@duckdb/duckdb-wasm@1.32.0", "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js"),
    ("@duckdb/duckdb-wasm@1.32.0", "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"),
    ("apache-arrow@17.0.0", "apache-arrow/Arrow.es2015.min.js"),
];

/// Packs the page, builds the readers, and measures in headless Chromium.
pub fn bench(options: &[String]) -> Result<()> {
    let mut npm = NPM.to_vec();
    match options.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => {}
        ["--duckdb"] => npm.extend(DUCKDB),
        _ => bail!("`bench` takes --duckdb only"),
    }
    package::package()?;
    browsers::ensure().map_err(anyhow::Error::msg)?;
    let folder = readers(&npm)?;
    step::run(test::browser_tests().arg("--bench").arg("--readers").arg(folder))
}

/// The folder with all readers, made anew.
fn readers(packages: &[(&str, &str)]) -> Result<PathBuf> {
    let folder = cargo::target_dir().join("bench");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    step::step("fetch the other readers", || {
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(&folder);
        npm.args(packages.iter().map(|(package, _)| package)).current_dir(&folder);
        step::run(&mut npm)
    })?;
    for (_, file) in packages {
        take(&folder, &folder.join("node_modules").join(file))?;
    }
    take(&folder, &wasm::build_readers()?)?;
    Ok(folder)
}

fn take(folder: &Path, file: &Path) -> Result<()> {
    let name = file.file_name().unwrap_or_default();
    std::fs::copy(file, folder.join(name))?;
    Ok(())
}
