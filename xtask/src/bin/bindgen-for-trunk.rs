//! What Trunk wants to find on the PATH: a `wasm-bindgen` of exactly our version.
//!
//! The real command takes six minutes to install; this one is the library that the packager links
//! anyway, behind the few arguments that Trunk passes. `cargo xtask trunk-check` gives it its name:
//! rustc takes a crate of that name for an old version of the real one, and refuses it.

use anyhow::{Context, Result, bail};
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: impl Iterator<Item = String>) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.typescript(true);
    let mut folder = None;
    for arg in args {
        let (name, value) = arg.split_once('=').unwrap_or((&arg, ""));
        match name {
            "--version" | "-V" => {
                print_version()?;
                return Ok(());
            }
            "--target" if value == "web" => {
                bindgen.web(true)?;
            }
            "--target" if value == "no-modules" => {
                bindgen.no_modules(true)?;
            }
            "--out-dir" => folder = Some(value.to_string()),
            "--out-name" => {
                bindgen.out_name(value);
            }
            "--no-typescript" => {
                bindgen.typescript(false);
            }
            "--keep-debug" => {
                bindgen.keep_debug(true);
            }
            "--no-demangle" => {
                bindgen.demangle(false);
            }
            "--reference-types" | "--weak-refs" => {} // on wherever the module has them
            option if option.starts_with('-') => bail!("{arg} is not known here"),
            _ => {
                bindgen.input_path(&arg);
            }
        }
    }
    bindgen.generate(folder.context("--out-dir=… is missing")?)
}

#[expect(clippy::print_stdout, reason = "a command answers on standard output")]
fn print_version() -> Result<()> {
    let lock = include_str!("../../../Cargo.lock");
    let entry = lock.split("[[package]]").find(|entry| entry.contains("name = \"wasm-bindgen-cli-support\""));
    let version = entry.and_then(|entry| entry.split("version = \"").nth(1)?.split('"').next());
    println!("wasm-bindgen {}", version.context("Cargo.lock has no wasm-bindgen-cli-support")?);
    Ok(())
}
