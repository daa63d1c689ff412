//! Whole files in `tests/data/ingest`, each with what is read from it beside it.
//! `UPDATE_GOLDENS=1 cargo test` writes the latter anew.

use super::support::{read, render};
use std::path::{Path, PathBuf};

#[test]
fn every_fixture_reads_as_its_golden_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/ingest");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            !name.ends_with(".read.txt") && !name.starts_with('.')
        })
        .collect();
    files.sort();
    assert!(files.len() >= 10, "the fixtures are gone");
    let mut differing = Vec::new();
    for file in files {
        let found = render(&read(&std::fs::read(&file).unwrap()));
        let golden = file.with_extension("read.txt");
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            std::fs::write(&golden, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&golden).unwrap_or_default();
        if expected != found {
            differing.push(format!("{}\n--- expected\n{expected}\n--- found\n{found}", file.display()));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// The bytes of a workbook are made here, so that no binary file lies among the others.
#[test]
fn a_workbook_is_told_and_not_read() {
    let mut bytes = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0".to_vec();
    bytes.extend([0; 14]);
    bytes.extend(b"[Content_Types].xml");
    bytes.extend((0..=255).cycle().take(5_000));
    expect_test::expect![[r#"
        unknown: rows 0, left out 0 (0 tokens)
        excel_workbook “” «»: This is an Excel workbook. In Excel choose File › Save as › CSV UTF-8 and drop that file. → Nothing was read from this file.
    "#]].assert_eq(&render(&read(&bytes)));
}
