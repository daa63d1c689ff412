//! Calls of cargo inside cargo, and the places that it uses.

use crate::step;
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// The cargo that runs this, or the one on the path.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Where cargo builds.
pub fn target_dir() -> PathBuf {
    let dir = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    std::path::absolute(&dir).unwrap_or(dir)
}

/// Where cargo keeps the sources of other people's crates.
pub fn home() -> PathBuf {
    let by_default = || std::env::home_dir().unwrap_or_default().join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(by_default, PathBuf::from)
}

/// Where the toolchain lies.
pub fn sysroot(rustc: &str) -> Result<PathBuf> {
    Ok(step::output(Command::new(rustc).args(["--print", "sysroot"]))?.into())
}
