//! `cargo xtask analyze`: the engine's command line.

use crate::cargo;
use anyhow::{Result, bail};
use std::path::Path;
use std::process::{Command, Stdio};

/// Passes the arguments on; only the results come to standard output. `folder` is where the caller
/// stands: the files are named from there.
pub fn analyze(args: &[String], folder: &Path) -> Result<()> {
    let mut command: Command = cargo::cargo();
    command.args(["run", "--quiet", "--release", "--package", "engine", "--bin", "analyze"]);
    command.arg("--manifest-path").arg(std::env::current_dir()?.join("Cargo.toml"));
    let status = command.arg("--").args(args).current_dir(folder).stdin(Stdio::null()).status()?;
    match status.code() {
        Some(0) => Ok(()),
        // The command has said why.
        Some(code) => std::process::exit(code),
        None => bail!("analyze ended with {status}"),
    }
}
