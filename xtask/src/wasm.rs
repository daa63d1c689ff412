//! Building the page for wasm.

use crate::{cargo, step, tools};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target of the page.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the page and gives where its wasm lies.
pub fn build() -> Result<PathBuf> {
    build_package("flexgauge", "build the page for wasm")?;
    Ok(cargo::target_dir().join(TARGET).join("page/flexgauge.wasm"))
}

/// Builds the readers that are measured, as the page is built, and gives where their wasm lies.
pub fn build_readers() -> Result<PathBuf> {
    build_package("bench-readers", "build the readers for wasm")?;
    Ok(cargo::target_dir().join(TARGET).join("page/bench_readers.wasm"))
}

fn build_package(package: &str, what: &str) -> Result<()> {
    let toolchain = toolchain()?;
    step::step(what, || {
        let mut command = toolchain.cargo();
        command.args(["build", "--package", package, "--profile", "page", "--target", TARGET]);
        command.env("CARGO_ENCODED_RUSTFLAGS", toolchain.rustflags()?.join("\x1f"));
        step::run(&mut command)
    })
}

/// The Rust that can build for wasm.
pub enum Toolchain {
    /// The one that runs this, with its wasm target.
    Own,
    /// Debian's packages, which build the standard library themselves.
    Debian,
}

impl Toolchain {
    /// Its cargo, ready for arguments.
    pub fn cargo(&self) -> Command {
        match self {
            Toolchain::Own => cargo::cargo(),
            Toolchain::Debian => {
                let mut command = Command::new("/usr/bin/cargo");
                command
                    .env("RUSTC", "/usr/bin/rustc")
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22");
                // rustup's proxies would lead back to the toolchain that lacks the target.
                command.env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO");
                command
            }
        }
    }

    fn rustc(&self) -> &'static str {
        match self {
            Toolchain::Own => "rustc",
            Toolchain::Debian => "/usr/bin/rustc",
        }
    }

    /// Vectors of sixteen bytes, which every browser has that can start the page (see loader.js). Takes every
    /// path of this machine out of the wasm, so that two builds give the same bytes; where several prefixes
    /// fit, the last one counts.
    pub fn rustflags(&self) -> Result<Vec<String>> {
        let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
        Ok(vec![
            "--cfg=erase_components".to_string(),
            "-Ctarget-feature=+simd128".to_string(),
            remap(&std::env::current_dir()?, "flexgauge"),
            remap(&cargo::target_dir(), "target"),
            remap(&cargo::home(), "cargo"),
            remap(&cargo::sysroot(self.rustc())?, "rust"),
        ])
    }
}

/// The toolchain to use; fetches what it lacks.
pub fn toolchain() -> Result<Toolchain> {
    if std::env::var_os("FLEXGAUGE_WASM_FALLBACK").is_some_and(|v| v != "0") {
        return debian();
    }
    if has_target()? {
        return Ok(Toolchain::Own);
    }
    let added = step::step("fetch the wasm target", || {
        step::run(Command::new("rustup").args(["target", "add", TARGET]))
    });
    match added {
        Ok(()) => Ok(Toolchain::Own),
        Err(error) => {
            step::note(&format!("rustup could not add {TARGET} ({error}); trying Debian's packages"));
            debian()
        }
    }
}

fn has_target() -> Result<bool> {
    let dir = step::output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
    Ok(Path::new(&dir).is_dir())
}

/// Debian's packages have no built standard library for wasm, but its source.
fn debian() -> Result<Toolchain> {
    const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
    const FILES: [&str; 4] =
        ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/lib/rustlib/src/rust/library", "/usr/bin/wasm-ld-22"];
    if FILES.iter().all(|file| Path::new(file).exists()) {
        return Ok(Toolchain::Debian);
    }
    let by_hand = format!("apt-get install --no-install-recommends {}", PACKAGES.join(" "));
    if !tools::works("apt-get", "--version") {
        bail!(
            "the page needs Rust's target {TARGET}: `rustup target add {TARGET}`, or on Debian `{by_hand}`"
        );
    }
    let installed = step::step("install Debian's Rust for wasm", || {
        step::run(&mut tools::apt_get(&["update"]))?;
        step::run(tools::apt_get(&["install", "-y", "--no-install-recommends"]).args(PACKAGES))
    });
    if let Err(error) = installed {
        bail!("the page needs Rust's target {TARGET}; run as root: `{by_hand}` ({error})");
    }
    Ok(Toolchain::Debian)
}
