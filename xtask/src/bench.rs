//! `cargo xtask bench`: what the comparison needs is fetched and built here, and stays out of the product.

use crate::{browsers, cargo, package, step, test, wasm};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Readers to be measured with, pinned, each with the file that a page loads.
const NPM: [(&str, &str); 2] =
    [("papaparse@5.7.1", "papaparse/papaparse.min.js"), ("udsv@0.7.3", "udsv/dist/uDSV.iife.min.js")];

/// Packs the page, builds the readers, and measures in headless Chromium.
pub fn bench() -> Result<()> {
    package::package()?;
    browsers::ensure().map_err(anyhow::Error::msg)?;
    let folder = readers()?;
    step::run(test::browser_tests().arg("--bench").arg("--readers").arg(folder))
}

/// The folder with all readers.
fn readers() -> Result<PathBuf> {
    let folder = cargo::target_dir().join("bench");
    std::fs::create_dir_all(&folder)?;
    step::step("fetch the other readers", || {
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(&folder);
        npm.args(NPM.map(|(package, _)| package)).current_dir(&folder);
        step::run(&mut npm)
    })?;
    for (_, file) in NPM {
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
