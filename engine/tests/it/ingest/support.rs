//! Reading a file in a test, and what came of it as text.

use engine::ingest::{Choices, FileRead, FileReader, Limits};
use engine::usage::Access;
use std::fmt::Write;

/// Reads a whole file in one slice.
pub fn read(bytes: &[u8]) -> FileRead {
    read_with(bytes, Choices::default(), Limits::default())
}

/// Reads a whole file in one slice, with answers and limits.
pub fn read_with(bytes: &[u8], choices: Choices, limits: Limits) -> FileRead {
    let mut reader = FileReader::new("test.csv").with_choices(choices).with_limits(limits);
    reader.push(bytes);
    let read = reader.finish();
    assert_counts(&read);
    read
}

/// Every row read is used or left out.
pub fn assert_counts(read: &FileRead) {
    assert_eq!(read.rows, read.usable.rows.len() as u64 + read.left_out, "{}", render(read));
    if read.left_out > 0 {
        assert!(!read.findings.kept().is_empty(), "rows were left out without a finding");
    }
}

/// Everything that came of a file, as the text that goldens hold.
pub fn render(read: &FileRead) -> String {
    let mut text = String::new();
    let shape = read.shape.name().unwrap_or("unknown");
    let FileRead { rows, left_out, tokens_left_out, .. } = read;
    let left_tokens = tokens_left_out.to_f64();
    writeln!(text, "{shape}: rows {rows}, left out {left_out} ({left_tokens} tokens)").unwrap();
    for row in render_rows(read) {
        writeln!(text, "{row}").unwrap();
    }
    for finding in render_findings(read) {
        writeln!(text, "{finding}").unwrap();
    }
    if let Some(question) = &read.question {
        writeln!(text, "question: {question:?}").unwrap();
    }
    text
}

/// One line a usable row.
pub fn render_rows(read: &FileRead) -> Vec<String> {
    let usable = &read.usable;
    let render = |row: &engine::usage::Row| {
        let who = &usable.identities[row.identity as usize];
        let ids = [&who.email, &who.autodesk_id, &who.hashed_id, &who.name].map(String::as_str).join("|");
        let (pool, product) = (usable.pools.get(row.pool), usable.products.get(row.product));
        let version = usable.versions.get(row.version);
        let access = if row.access == Access::Subscription { " seat" } else { "" };
        let (line, day, tokens) = (row.line, row.day, row.tokens.to_f64());
        format!("{line}: {day} {ids} [{pool}] {product} {version} {tokens}{access}").replace('\n', "⏎")
    };
    usable.rows.iter().map(render).collect()
}

/// One line a finding.
pub fn render_findings(read: &FileRead) -> Vec<String> {
    let render = |f: &engine::usage::Finding| {
        let line = f.line.map_or(String::new(), |line| format!(" line {line}"));
        format!("{}{line} “{}” «{}»: {} → {}", f.kind, f.column, f.text, f.problem, f.effect)
    };
    read.findings.kept().iter().map(render).collect()
}

/// The kinds of the findings, in order.
pub fn kinds(read: &FileRead) -> Vec<&'static str> {
    read.findings.kept().iter().map(|finding| finding.kind).collect()
}
