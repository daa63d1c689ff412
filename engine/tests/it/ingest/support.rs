//! Reading a file in a test, and what came of it as text.

use engine::ingest::{Choices, FileRead, FileReader, Limits};
use engine::usage::{Access, MonthRow, SessionRow, SumRow};
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
    assert_eq!(read.rows, read.usable.count() as u64 + read.left_out, "{}", render(read));
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
    for other in render_others(read) {
        writeln!(text, "{other}").unwrap();
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
        let access = match row.access {
            Access::Flex => "",
            Access::Subscription => " seat",
            Access::Eba => " eba",
        };
        let (line, day, tokens) = (row.line, row.day, row.tokens.to_f64());
        format!("{line}: {day} {ids} [{pool}] {product} {version} {tokens}{access}").replace('\n', "⏎")
    };
    usable.rows.iter().map(render).collect()
}

/// One line a row of another kind, or the times of a session.
pub fn render_others(read: &FileRead) -> Vec<String> {
    let usable = &read.usable;
    let who = |identity: u32| {
        let who = &usable.identities[identity as usize];
        if who.is_nobody() {
            return "nobody".to_string();
        }
        [&who.email, &who.autodesk_id, &who.hashed_id, &who.name].map(String::as_str).join("|")
    };
    let product = |number: u32| usable.products.get(number);
    let mut lines = Vec::new();
    for session in &usable.sessions {
        let (who, product, idle) = (who(session.identity), product(session.product), session.idle_seconds);
        let idle = idle.map_or(String::new(), |idle| format!(" idle {idle}"));
        let SessionRow { line, start, seconds, category, .. } = session;
        lines.push(format!("{line}: {who} {product} from {start} for {seconds} s{idle} {category:?}"));
    }
    for sum in &usable.sums {
        let SumRow { line, tokens, days_used, days_inactive, has_seat, access, .. } = sum;
        let (who, product, pool) = (who(sum.identity), product(sum.product), usable.pools.get(sum.pool));
        let last = sum.last_accessed.map_or("never".to_string(), |day| day.to_string());
        lines.push(format!(
            "{line}: {who} [{pool}] {product} {} on {days_used:?} days, last {last}, inactive {days_inactive:?}, \
             seat {has_seat:?}, {access:?}",
            tokens.to_f64()
        ));
    }
    for month in &usable.months {
        let (pool, MonthRow { line, month, tokens, .. }) = (usable.pools.get(month.pool), month);
        lines.push(format!("{line}: {month} [{pool}] {}", tokens.to_f64()));
    }
    for staff in &usable.staff {
        let units = [staff.department, staff.cost_centre, staff.project].map(|unit| usable.units.get(unit));
        lines.push(format!("{}: {} {}", staff.line, who(staff.identity), units.join("|")));
    }
    for row in &usable.subscriptions {
        lines.push(format!("{row:?}, tokens {}", row.is_tokens()));
    }
    lines
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
