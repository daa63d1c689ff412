//! `cargo xtask trunk-check`: what `trunk build --release` makes works too.
//!
//! A green `trunk build` proves nothing (it can emit a page that stays blank), so the built page is
//! opened in a browser and a file is dropped on it.

use crate::{cargo, serve, step, test, tools, wasm};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;

const TRUNK: &str = "0.21.14";

/// Where Trunk.toml has it put the page.
const DIST: &str = "target/trunk";

/// Builds the page with Trunk, serves it, and has a browser use it.
pub fn check() -> Result<()> {
    let trunk = install()?;
    let path = path_with_our_bindgen()?;
    let toolchain = wasm::toolchain()?;
    step::step("trunk build --release", || {
        let mut command = Command::new(&trunk);
        command.args(["build", "--release"]).env("PATH", &path);
        // The same flags as the packager's, so that cargo does not build everything again.
        command.env("CARGO_ENCODED_RUSTFLAGS", toolchain.rustflags()?.join("\x1f"));
        // Trunk takes this for a setting of its own and knows only true and false.
        command.env_remove("NO_COLOR");
        step::run(&mut command)
    })?;
    let server = serve::Server::bind(0)?;
    let address = server.address();
    std::thread::spawn(move || server.serve_folder(DIST.into()));
    let counted = step::step("use that page in a browser", || test::trunk_story(&address))?;
    step::say(&counted.to_string());
    if counted.failed > 0 || counted.passed == 0 {
        bail!("the page that Trunk builds does not work");
    }
    Ok(())
}

fn install() -> Result<PathBuf> {
    let root = tools::cache("trunk", TRUNK);
    let trunk = root.join("bin").join(if cfg!(windows) { "trunk.exe" } else { "trunk" });
    if !trunk.exists() {
        step::step("install Trunk (some minutes, once)", || {
            let mut command = cargo::cargo();
            command.args(["install", "trunk", "--locked", "--version", TRUNK, "--root"]).arg(&root);
            // Elsewhere, so that neither our settings nor our build folder are touched.
            std::fs::create_dir_all(&root)?;
            command.current_dir(&root).env_remove("CARGO_TARGET_DIR");
            step::run(&mut command)
        })?;
    }
    Ok(trunk)
}

/// The PATH with a `wasm-bindgen` of our version in front; Trunk would fetch one otherwise.
fn path_with_our_bindgen() -> Result<std::ffi::OsString> {
    const BINARY: &str = "bindgen-for-trunk";
    step::step("build wasm-bindgen for Trunk", || {
        step::run(cargo::cargo().args(["build", "--quiet", "--package", "xtask", "--bin", BINARY]))
    })?;
    let suffix = std::env::consts::EXE_SUFFIX;
    let this = std::env::current_exe()?;
    let built = this.with_file_name(format!("{BINARY}{suffix}"));
    let folder = cargo::target_dir().join("package/path");
    std::fs::create_dir_all(&folder)?;
    std::fs::copy(&built, folder.join(format!("wasm-bindgen{suffix}"))).context("wasm-bindgen for Trunk")?;
    let path = std::env::var_os("PATH").unwrap_or_default();
    Ok(std::env::join_paths(std::iter::once(folder).chain(std::env::split_paths(&path)))?)
}
