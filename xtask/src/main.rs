//! The development kit: `cargo xtask run | package | test | analyze | trunk-check`.
//!
//! Links none of our packages, so that it can speak when one of them does not compile. Needs nothing
//! but Rust on the machine: what else is wanted it fetches, and says so.

mod analyze;
mod bench;
mod browsers;
mod cargo;
mod forecasts;
mod frame;
mod glue;
mod package;
mod run;
mod serve;
mod step;
mod test;
mod tools;
mod trunk;
mod wasm;

use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask run [--no-serve] [--no-open]   build the page, pack it into dist/flexgauge.html, serve it
cargo xtask package                        the same without serving
cargo xtask test [--no-browsers] [NAME…]   all checks and tests, or those whose name contains NAME
cargo xtask analyze [--plan plan.json] [--as-of 2026-07-31] FILE…   the results of exports, as JSON
cargo xtask bench [--duckdb]               speed in headless Chromium, beside other readers
cargo xtask forecasts [FOLDER]             the forecast beside other methods, on daily series
cargo xtask trunk-check                    builds the page with Trunk too and uses it in a browser
";

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Without the backtrace that anyhow adds: what failed is in the words.
            step::note(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    let callers_folder = std::env::current_dir()?;
    // All paths below are relative to the project.
    std::env::set_current_dir(root())?;
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    match command {
        "run" => run::run(rest),
        "package" => package::package().map(|_| ()),
        "test" => test::run(rest),
        "analyze" => analyze::analyze(rest, &callers_folder),
        "bench" => bench::bench(rest),
        "forecasts" => forecasts::forecasts(rest, &callers_folder),
        "trunk-check" => trunk::check(),
        "help" | "--help" | "-h" => {
            step::say(HELP);
            Ok(())
        }
        other => bail!("there is no `cargo xtask {other}`\n{HELP}"),
    }
}

/// The project's folder: this package lies in it.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}
