//! Tools that are fetched once and kept in the user's cache, by name and version: a `cargo clean`
//! does not lose them, and a new version does not meet an old one.

use crate::step;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const BINARYEN: &str = "132.0.0";

/// The folder of one tool in one version; it may not exist yet.
pub fn cache(name: &str, version: &str) -> PathBuf {
    let base = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|dir| dir.is_absolute())
        .or_else(|| Some(std::env::home_dir()?.join(".cache")))
        .unwrap_or_else(|| "target/cache".into());
    base.join("flexgauge").join(format!("{name}-{version}"))
}

/// Whether a command is there and works.
pub fn works(name: &str, argument: &str) -> bool {
    let mut command = Command::new(name);
    command.arg(argument).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// apt-get that asks nothing and waits for another one at work.
pub fn apt_get(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command.args(["-q", "-o", "DPkg::Lock::Timeout=300"]).args(arguments);
    command
}

/// `wasm-opt` of one known version, from the npm package `binaryen`; none where there is no node.
pub fn wasm_opt() -> Option<PathBuf> {
    let dir = cache("binaryen", BINARYEN);
    let script = dir.join("node_modules/binaryen/bin/wasm-opt");
    if !works("node", "--version") {
        step::note("wasm-opt: done without, since there is no node here (the file gets some 8 % larger)");
        return None;
    }
    if !script.exists() {
        let fetched = step::step("fetch wasm-opt", || {
            std::fs::create_dir_all(&dir)?;
            let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
            npm.args([
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--loglevel=error",
                "--prefix",
            ]);
            step::run(npm.arg(&dir).arg(format!("binaryen@{BINARYEN}")))
        });
        if let Err(error) = fetched {
            step::note(&format!("wasm-opt: done without, since npm could not fetch it ({error})"));
            return None;
        }
    }
    Some(script)
}
