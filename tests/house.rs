//! The rules of the house that neither the compiler nor clippy can hold. Each names what is wrong and
//! where, so that the message is enough to put it right.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// A file and its lines, numbered from 1, without comments.
struct Source {
    path: String,
    lines: Vec<(usize, String)>,
}

/// All files below `folders` with one of `endings`, in the order of their paths.
fn sources(folders: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    for folder in folders {
        collect(Path::new(folder), &mut paths);
    }
    paths.sort();
    let wanted = paths.into_iter().filter(|path| {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        endings.contains(&ending)
    });
    wanted.map(|path| read(&path)).collect()
}

fn collect(path: &Path, paths: &mut Vec<PathBuf>) {
    if path.is_file() {
        paths.push(path.to_path_buf());
    }
    let Ok(entries) = fs::read_dir(path) else { return };
    for entry in entries {
        collect(&entry.unwrap().path(), paths);
    }
}

fn read(path: &Path) -> Source {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().enumerate().map(|(index, line)| {
        // A comment may say anything. `//` inside a text is an address, which we have none of.
        let code = if line.trim_start().starts_with("//") { "" } else { line };
        (index + 1, code.to_string())
    });
    Source { path: path.display().to_string().replace('\\', "/"), lines: lines.collect() }
}

/// Fails with every line outside `allowed` that contains one of `words`.
fn forbid(words: &[&str], sources: &[Source], allowed: &[&str], instead: &str) {
    assert!(!sources.is_empty(), "the rule looks at no file: has a folder moved?");
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| !allowed.iter().any(|place| source.path.starts_with(place)))
    {
        for (number, line) in &source.lines {
            if let Some(word) = words.iter().find(|word| has_word(line, word)) {
                found.push(format!("{}:{number}: `{word}`", source.path));
            }
        }
    }
    assert!(found.is_empty(), "{instead}\n  {}", found.join("\n  "));
}

/// Whether `word` stands in `line` and does not begin in the middle of a longer name.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '-')
    })
}

#[test]
fn only_src_browser_names_the_browser() {
    let page = sources(&["src"], &["rs"]);
    let words = ["web_sys", "js_sys", "gloo", "wasm_bindgen", "spawn_local"];
    forbid(&words, &page, &["src/browser/"], "only src/browser names the browser; give it a function");
}

#[test]
fn one_place_names_each_heavy_dependency() {
    let all = sources(&["src", "engine/src"], &["rs"]);
    forbid(&["chrono"], &all, &["engine/src/usage/day.rs"], "chrono stays in usage/day.rs; use usage::Day");
    forbid(
        &["csv::", "csv_core"],
        &all,
        &["engine/src/ingest/", "engine/src/export/"],
        "csv is read in ingest",
    );
    forbid(&["plotters"], &all, &["src/chart/"], "plotters stays in src/chart");
}

#[test]
fn the_engine_knows_no_browser_and_no_clock() {
    let manifest = fs::read_to_string("engine/Cargo.toml").unwrap();
    for word in ["wasm-bindgen", "web-sys", "js-sys", "leptos", "gloo", "wasmbind", "getrandom", "rand "] {
        assert!(!manifest.contains(&format!("\n{word}")), "engine/Cargo.toml names {word}");
    }
    let chrono = manifest.lines().find(|line| line.starts_with("chrono ")).unwrap();
    assert!(chrono.contains("default-features = false"), "chrono's default features read the clock");
    assert!(!chrono.contains("clock") && !chrono.contains("wasmbind"), "chrono is not to read the clock");
}

/// The engine's modules, each with those it may use. No arrow goes back.
const LAYERS: [(&str, &[&str]); 7] = [
    ("usage", &[]),
    ("rules", &["usage"]),
    ("ingest", &["usage"]),
    ("plan", &["usage", "rules"]),
    ("analysis", &["usage", "rules", "plan"]),
    ("export", &["usage", "rules", "plan", "ingest", "analysis"]),
    ("desk", &["usage", "rules", "plan", "ingest", "analysis", "export", "example"]),
];

#[test]
fn no_arrow_of_the_engine_goes_back() {
    for (layer, below) in LAYERS {
        let files = sources(&[&format!("engine/src/{layer}")], &["rs"]);
        let forbidden: Vec<String> = LAYERS
            .iter()
            .filter(|(other, _)| *other != layer && !below.contains(other))
            .map(|(other, _)| format!("crate::{other}"))
            .collect();
        let forbidden: Vec<&str> = forbidden.iter().map(String::as_str).collect();
        forbid(&forbidden, &files, &[], &format!("`{layer}` may use {below:?} only"));
    }
    let folders = fs::read_dir("engine/src").unwrap().map(|entry| entry.unwrap());
    for folder in folders.filter(|entry| entry.path().is_dir() && entry.file_name() != "bin") {
        let name = folder.file_name().into_string().unwrap();
        assert!(LAYERS.iter().any(|(layer, _)| *layer == name), "engine/src/{name} has no place in LAYERS");
    }
}

#[test]
fn no_style_attribute() {
    let page = sources(&["src"], &["rs"]);
    forbid(&["style="], &page, &[], "the policy blocks style=\"…\": use a class, or style:property=");
}

/// Forms and quotations of a file, which hold nothing of ours to take along.
const NO_RESULTS: [&str; 3] =
    ["src/ui/mapping/preview.rs", "src/ui/licences/offers.rs", "src/ui/questions.rs"];

#[test]
fn every_table_can_be_copied() {
    let page = sources(&["src/ui"], &["rs"]);
    let allowed: Vec<&str> =
        NO_RESULTS.into_iter().chain(["src/ui/copies.rs", "src/ui/picture.rs"]).collect();
    forbid(&["class=\"scroll\""], &page, &allowed, "a table of results stands in a TableFrame or AsTable");
}

#[test]
fn colours_stand_in_tokens_css_alone() {
    let mut found = Vec::new();
    for source in sources(&["style", "src"], &["css", "rs"]) {
        // Pictures and reports leave the page, so their ink has its colours with it.
        if source.path == "style/tokens.css" || source.path == "src/chart/ink.rs" {
            continue;
        }
        for (number, line) in &source.lines {
            if has_colour(line) {
                found.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    assert!(
        found.is_empty(),
        "colours are declared in style/tokens.css; use a role\n  {}",
        found.join("\n  ")
    );
}

fn has_colour(line: &str) -> bool {
    let function = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab(", "lab(", "lch("];
    let hex = |at: usize| {
        let digits = line[at + 1..].chars().take_while(char::is_ascii_hexdigit).count();
        let ends =
            !line[at + 1 + digits..].starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
        // Before a colour stands nothing, a blank, a quote or a mark; before the # of `&#39;` an `&`.
        let begins = !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '&' || c == '-');
        matches!(digits, 3 | 4 | 6 | 8) && ends && begins
    };
    function.iter().any(|name| has_word(line, name)) || line.match_indices('#').any(|(at, _)| hex(at))
}

#[test]
fn colours_are_recognised() {
    for line in ["color: #fff;", "fill(\"#0b6b74\")", "a: rgb(1 2 3)"] {
        assert!(has_colour(line), "{line}");
    }
    for line in ["href=\"#overview\"", "&#39;", "#[test]", "#panic {", "r#\"x\"#", "#decade-long"] {
        assert!(!has_colour(line), "{line}");
    }
}

#[test]
fn no_file_is_long() {
    const LINES_MAX: usize = 400;
    let folders = ["src", "style", "engine/src", "engine/tests", "xtask/src", "tests", "benches"];
    let long = sources(&folders, &["rs", "js", "css"]);
    let long: Vec<String> = long
        .iter()
        .filter(|source| source.lines.len() > LINES_MAX)
        .map(|source| format!("{}: {} lines", source.path, source.lines.len()))
        .collect();
    assert!(
        long.is_empty(),
        "more than {LINES_MAX} lines: split by what changes together\n  {}",
        long.join("\n  ")
    );
}

#[test]
fn the_kit_links_none_of_ours() {
    let manifest = fs::read_to_string("xtask/Cargo.toml").unwrap();
    for word in ["\nengine", "\nflexgauge", "path ="] {
        assert!(!manifest.contains(word), "xtask must speak when a package of ours does not compile");
    }
}
