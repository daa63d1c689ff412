//! One file out of the page's wasm and frame.

use crate::frame::{self, Parts};
use crate::{cargo, glue, step, tools, wasm};
use anyhow::{Context, Result, bail};
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What all this is for.
pub const FILE: &str = "dist/flexgauge.html";

/// Builds the page and packs it; gives where the file is.
pub fn package() -> Result<PathBuf> {
    let wasm = wasm::build()?;
    let wasm_opt = tools::wasm_opt();
    let file = PathBuf::from(FILE);
    let stamp = Stamp::of(&wasm, wasm_opt.is_some())?;
    if stamp.fits(&file) {
        step::note(&format!("{FILE} is up to date"));
        return Ok(file);
    }
    let page = step::step("pack it into one file", || pack(&wasm, wasm_opt.as_deref()))?;
    std::fs::create_dir_all("dist")?;
    std::fs::write(&file, &page)?;
    stamp.keep(&page)?;
    Ok(file)
}

fn pack(wasm: &Path, wasm_opt: Option<&Path>) -> Result<String> {
    let raw = std::fs::read(wasm)?;
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen
        .no_modules(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .input_bytes("flexgauge", raw.clone());
    let mut bound = bindgen.generate_output().context("wasm-bindgen")?;
    if bound.snippets().values().any(|inline| !inline.is_empty()) || !bound.local_modules().is_empty() {
        bail!(
            "a crate brings JavaScript files of its own; the one file cannot have them: {:?} {:?}",
            bound.snippets(),
            bound.local_modules()
        );
    }
    let glue = glue::cut(bound.js())?;
    let bare = bound.wasm_mut().emit_wasm();
    let module = match wasm_opt {
        Some(script) => optimise(script, &bare)?,
        None => bare.clone(),
    };
    names_no_machine_path(&module)?;
    let mut gz = GzBuilder::new().write(Vec::new(), Compression::best());
    gz.write_all(&module)?;
    let wasm_gz = gz.finish()?;
    let kb = |bytes: usize| bytes.div_ceil(1000);
    step::note(&format!(
        "wasm {} kB, bound {} kB, optimised {} kB, gzip {} kB; glue {} kB",
        kb(raw.len()),
        kb(bare.len()),
        kb(module.len()),
        kb(wasm_gz.len()),
        kb(glue.len())
    ));
    let frame = std::fs::read_to_string("index.html").context("index.html")?;
    let read = |path: &str| std::fs::read_to_string(path).with_context(|| path.to_string());
    let page = frame::fill(&frame, &Parts { glue, wasm_gz }, &read)?;
    reaches_no_network(&page)?;
    Ok(page)
}

/// How large a function may be that is moved into its only caller. Without a limit the tool makes functions
/// of 230 kB, which a browser compiles whole before their first line runs; with it the file grows by 0.3 %.
const ONE_CALLER_MAX: [&str; 2] = ["--one-caller-inline-max-function-size", "500"];

/// The features are named one by one: with `--all-features` the tool uses some that browsers refuse.
fn optimise(script: &Path, wasm: &[u8]) -> Result<Vec<u8>> {
    const FEATURES: [&str; 6] = [
        "--enable-bulk-memory",
        "--enable-multivalue",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-sign-ext",
    ];
    let dir = cargo::target_dir().join("package");
    std::fs::create_dir_all(&dir)?;
    let (before, after) = (dir.join("before.wasm"), dir.join("after.wasm"));
    std::fs::write(&before, wasm)?;
    let mut command = Command::new("node");
    command.arg(script).arg(&before).arg("-o").arg(&after).arg("-Oz").args(ONE_CALLER_MAX).args(FEATURES);
    step::run(&mut command)?;
    Ok(std::fs::read(after)?)
}

/// The promise that nothing leaves the browser, checked on the file itself: the policy forbids it,
/// and there is nothing in it to forbid.
fn reaches_no_network(page: &str) -> Result<()> {
    const FORBIDDEN: [&str; 7] =
        ["fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "EventSource", "import(", "https://"];
    for word in FORBIDDEN {
        if page.contains(word) {
            bail!("the packed file contains `{word}`");
        }
    }
    for (at, _) in page.match_indices("http://") {
        if !page[at..].starts_with("http://www.w3.org/") {
            let end = (at + 60).min(page.len());
            bail!("the packed file names an address: {}", String::from_utf8_lossy(&page.as_bytes()[at..end]));
        }
    }
    Ok(())
}

/// A path of the machine that built it would differ from machine to machine.
fn names_no_machine_path(module: &[u8]) -> Result<()> {
    let mut paths = vec![std::env::current_dir()?, cargo::target_dir(), cargo::home()];
    paths.extend(std::env::home_dir().map(|home| home.join("")));
    for path in paths {
        let path = path.display().to_string();
        if path.len() > 1 && module.windows(path.len()).any(|window| window == path.as_bytes()) {
            bail!("the wasm contains a path of this machine: {path}");
        }
    }
    Ok(())
}

/// What a packed file was made of, so that packing is skipped when nothing changed.
struct Stamp(String);

impl Stamp {
    fn of(wasm: &Path, optimised: bool) -> Result<Stamp> {
        let mut hash = Sha256::new();
        let ours = std::env::current_exe()?;
        for path in [wasm, &ours, Path::new("index.html"), Path::new("src/loader.js")] {
            hash.update(Sha256::digest(std::fs::read(path).with_context(|| path.display().to_string())?));
        }
        let mut styles: Vec<PathBuf> =
            std::fs::read_dir("style")?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
        styles.sort();
        for style in styles {
            hash.update(Sha256::digest(std::fs::read(style)?));
        }
        hash.update([u8::from(optimised)]);
        Ok(Stamp(format!("{:x}", hash.finalize())))
    }

    fn fits(&self, file: &Path) -> bool {
        let Ok(page) = std::fs::read(file) else { return false };
        std::fs::read_to_string(Stamp::path()).is_ok_and(|kept| kept == self.line(&page))
    }

    fn keep(&self, page: &str) -> Result<()> {
        std::fs::create_dir_all(cargo::target_dir().join("package"))?;
        Ok(std::fs::write(Stamp::path(), self.line(page.as_bytes()))?)
    }

    fn line(&self, page: &[u8]) -> String {
        format!("{} {:x}\n", self.0, Sha256::digest(page))
    }

    fn path() -> PathBuf {
        cargo::target_dir().join("package/stamp")
    }
}
