//! Installs what the browser stories need: three browsers, their drivers, a screen without a
//! monitor, and axe-core. What is there already is left alone.
//!
//! The stories' own package includes this file too, so that versions and places are named once;
//! hence std only, and no word of the rest of the kit.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Debian has no geckodriver; this is the version that is built from its source.
const GECKODRIVER: &str = "0.37.1";
/// The accessibility checks. Pinned, since each version finds other things.
const AXE: &str = "4.14.1";

/// A program that must be on the PATH, and the Debian package that brings it.
const PROGRAMS: [(&str, &str); 5] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
];

/// Installs what is missing and prints a line for each step. Without npm the accessibility checks
/// are left out and that is said; everything else that is missing is an error.
pub fn ensure() -> Result<(), String> {
    packages()?;
    geckodriver_from_source()?;
    axe_from_npm()
}

/// Where geckodriver is, or will be: on the PATH, else in the cache folder.
pub fn geckodriver() -> PathBuf {
    on_path("geckodriver").unwrap_or_else(|| geckodriver_root().join("bin/geckodriver"))
}

/// Where the text of axe-core is, or will be.
pub fn axe() -> PathBuf {
    axe_root().join("node_modules/axe-core/axe.min.js")
}

/// The file of a program on the PATH. Debian's folders are looked at as well: a user's PATH may
/// lack them.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain([PathBuf::from("/usr/bin")])
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

fn packages() -> Result<(), String> {
    let missing: Vec<&str> = PROGRAMS
        .iter()
        .filter(|(program, _)| on_path(program).is_none())
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        say("browsers", "there already", None);
        return Ok(());
    }
    // Recommended packages would be four times as many, and none of them is needed.
    let install = format!("apt-get install -y --no-install-recommends {}", missing.join(" "));
    let by_hand = format!("apt-get update && {install}");
    if on_path("apt-get").is_none() {
        return Err(format!(
            "The browser stories need {}, and there is no apt-get here to install them (on Debian: {by_hand}).",
            missing.join(", ")
        ));
    }
    if !is_root() {
        return Err(format!(
            "The browser stories need {}; install them with: sudo sh -c '{by_hand}'",
            missing.join(", ")
        ));
    }
    step("apt-get update", apt().arg("update"))?;
    step(&install, apt().args(["install", "-y", "--no-install-recommends"]).args(&missing))
}

fn geckodriver_from_source() -> Result<(), String> {
    let file = geckodriver();
    if file.is_file() {
        say("geckodriver", "there already", None);
        return Ok(());
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let root = geckodriver_root();
    make(&root)?;
    let mut install = Command::new(cargo);
    install
        .args(["install", "geckodriver", "--version", GECKODRIVER, "--locked", "--root"])
        .arg(&root)
        // Not in the workspace: its settings, and those that the calling cargo passes on, are ours
        // and not geckodriver's.
        .current_dir(&root)
        // It passes small messages on: nobody notices how fast, but everybody waits for its build.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    for ours in ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        install.env_remove(ours);
    }
    step(&format!("cargo install geckodriver {GECKODRIVER}"), &mut install)
}

fn axe_from_npm() -> Result<(), String> {
    if axe().is_file() {
        say("axe-core", "there already", None);
        return Ok(());
    }
    if on_path("npm").is_none() {
        say("axe-core", "no npm here, so the accessibility checks will be skipped", None);
        return Ok(());
    }
    let root = axe_root();
    make(&root)?;
    step(
        &format!("npm install axe-core {AXE}"),
        Command::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
            .arg(&root)
            .arg(format!("axe-core@{AXE}"))
            .current_dir(&root),
    )
}

fn geckodriver_root() -> PathBuf {
    cache().join(format!("geckodriver-{GECKODRIVER}"))
}

fn axe_root() -> PathBuf {
    cache().join(format!("axe-core-{AXE}"))
}

/// Tools outlive `cargo clean` here, and two checkouts share them.
fn cache() -> PathBuf {
    let named = std::env::var_os("XDG_CACHE_HOME").filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    named.or_else(home).unwrap_or_else(std::env::temp_dir).join("flexgauge")
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    // Debian's install scripts ask questions otherwise, and nobody is there to answer.
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    // Another apt may be at work; wait for it instead of failing.
    apt.args(["-q", "-o", "DPkg::Lock::Timeout=300"]);
    apt
}

/// std has no `geteuid`; `id` is in every Unix.
fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn make(folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|why| format!("{} cannot be made: {why}.", folder.display()))
}

/// Runs one step silently, and says how long it took; on failure, what its last lines were.
fn step(what: &str, command: &mut Command) -> Result<(), String> {
    let start = Instant::now();
    let output = command
        .output()
        .map_err(|why| format!("{} cannot be started: {why}.", shown(command.get_program())))?;
    let seconds = start.elapsed().as_secs();
    if output.status.success() {
        say("browsers", what, Some(seconds));
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    let lines: Vec<&str> = said.lines().collect();
    let last = lines[lines.len().saturating_sub(15)..].join("\n    ");
    Err(format!("“{what}” failed after {seconds} s ({}):\n    {last}", output.status))
}

fn shown(program: &OsStr) -> String {
    program.to_string_lossy().into_owned()
}

#[allow(clippy::print_stdout, reason = "a command-line tool speaks on standard output")]
fn say(what: &str, done: &str, seconds: Option<u64>) {
    match seconds {
        Some(seconds) => println!("  {what}: {done}, {seconds} s"),
        None => println!("  {what}: {done}"),
    }
}
