//! `cargo xtask forecasts`: the forecast beside other methods; no part of the product.

use crate::{cargo, step};
use anyhow::Result;
use std::path::Path;

/// Prints the tables of docs/forecast.md. `folder` is where the caller stands: a named folder is meant
/// from there.
pub fn forecasts(args: &[String], folder: &Path) -> Result<()> {
    let mut command = cargo::cargo();
    command.args(["run", "--quiet", "--release", "--package", "bench-forecasts", "--"]);
    command.args(args.iter().map(|arg| folder.join(arg)));
    step::run(&mut command)
}
