//! Exports → results, as goldens beside the exports; and the command line prints the same bytes.
//!
//! A folder of `tests/data/results` is one case: its CSV files in the order of their names, its
//! `plan.json` where there is one, and `results.json`. `UPDATE_GOLDENS=1 cargo test` rewrites them.

use engine::desk::{Answer, Ask, Desk, ExportKind};
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/results")
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

/// Loads files, cut into slices of `slice_bytes`, and exports the results.
fn results(files: &[PathBuf], plan: Option<&Path>, slice_bytes: usize) -> String {
    let mut desk = Desk::new();
    if let Some(plan) = plan {
        let text = std::fs::read_to_string(plan).expect("a plan");
        assert_eq!(desk.answer(Ask::Plan { revision: 1, text }), Answer::Planned { revision: 1 });
    }
    for file in files {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        desk.answer(Ask::Open { name });
        for slice in std::fs::read(file).expect("a file").chunks(slice_bytes) {
            desk.slice(slice);
        }
        desk.answer(Ask::Close);
    }
    match desk.answer(Ask::Export(ExportKind::Results)) {
        Answer::Document(document) => String::from_utf8(document.bytes).expect("UTF-8"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn results_are_as_written_down_and_the_command_line_prints_them() {
    let cases = sorted(&folder());
    assert!(!cases.is_empty());
    for case in cases {
        let files: Vec<PathBuf> =
            sorted(&case).into_iter().filter(|path| path.extension().is_some_and(|e| e != "json")).collect();
        let plan = Some(case.join("plan.json")).filter(|plan| plan.exists());
        let found = results(&files, plan.as_deref(), 1 << 20);
        assert_eq!(
            found,
            results(&files, plan.as_deref(), 7),
            "the cut of slices shows in {}",
            case.display()
        );

        let mut command = Command::new(env!("CARGO_BIN_EXE_analyze"));
        if let Some(plan) = &plan {
            command.arg("--plan").arg(plan);
        }
        let output = command.args(&files).output().expect("analyze runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8_lossy(&output.stdout), found, "{}", case.display());

        let golden = case.join("results.json");
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            std::fs::write(&golden, &found).expect("the golden can be written");
        }
        let expected = std::fs::read_to_string(&golden).unwrap_or_default();
        assert_eq!(found, expected, "{}", golden.display());
    }
}

#[test]
fn the_command_line_says_what_it_cannot_open() {
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_analyze")).args(arguments).output().expect("runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).trim().to_string())
    };
    let (code, said) = run(&["no-such-file.csv"]);
    assert_eq!(code, Some(2));
    assert!(said.starts_with("cannot open no-such-file.csv"), "{said}");
    assert_eq!(run(&[]).0, Some(2));
    assert_eq!(
        run(&["--as-of", "31.07.2026"]),
        (Some(2), "“31.07.2026” is not a day such as 2026-07-31".into())
    );
    assert_eq!(run(&["--frobnicate"]).0, Some(2));
}
