//! `cargo xtask run`: from a bare machine to the open page.

use crate::{package, serve, step};
use anyhow::{Result, bail};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Builds, packs, serves and opens the page.
pub fn run(args: &[String]) -> Result<()> {
    let (mut serving, mut opening) = (true, has_desktop());
    for arg in args {
        match arg.as_str() {
            "--no-serve" => serving = false,
            "--no-open" => opening = false,
            other => bail!("`run` takes --no-serve and --no-open, not `{other}`"),
        }
    }
    let begun = Instant::now();
    let file = std::path::absolute(package::package()?)?;
    let kb = std::fs::metadata(&file)?.len().div_ceil(1000);
    step::note(&format!("ready after {:.1} s", begun.elapsed().as_secs_f64()));
    step::say(&format!("{} ({kb} kB): open it from here, a share or a server", file.display()));
    if !serving {
        return Ok(());
    }
    let server = serve::Server::bind(8080)?;
    step::say(&format!("{} serves it until Ctrl-C", server.address()));
    if opening {
        open(&server.address());
    }
    server.serve_file(&file)
}

fn has_desktop() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("CI") && (cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY"))
}

fn open(address: &str) {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/c", "start", ""]);
        command
    } else {
        Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" })
    };
    let quiet = command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if quiet.spawn().is_err() {
        step::note("no browser could be opened here; open the address yourself");
    }
}
