//! Small usage sheets written as text: `day person product tokens [team]`, one row a line.

use engine::analysis::Report;
use engine::plan::Plan;
use engine::usage::{Access, Day, FileRows, Findings, Identity, Log, NewFile, Row, Shape, Tokens};

/// A file with the rows of a sheet; `name` is its name.
pub fn file(name: &str, sheet: &str) -> NewFile {
    let mut rows = FileRows::default();
    for (number, line) in sheet.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty()) {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let identity = Identity { email: format!("{}@firm.example", cells[1]), ..Identity::default() };
        let known = rows.identities.iter().position(|known| *known == identity);
        let identity = known.unwrap_or_else(|| {
            rows.identities.push(identity);
            rows.identities.len() - 1
        }) as u32;
        let (tokens, access) = match cells[3] {
            "seat" => (Tokens::ZERO, Access::Subscription),
            tokens => (Tokens::from_f64(tokens.parse().expect("tokens")), Access::Flex),
        };
        rows.rows.push(Row {
            identity,
            pool: rows.pools.intern(cells.get(4).copied().unwrap_or_default()),
            product: rows.products.intern(cells[2]),
            version: rows.versions.intern(""),
            day: day(cells[0]),
            tokens,
            line: number as u32 + 1,
            access,
        });
    }
    NewFile {
        name: name.to_string(),
        shape: Shape::Daily,
        rows: rows.rows.len() as u64,
        left_out: 0,
        tokens_left_out: Tokens::ZERO,
        findings: Findings::default(),
        usable: rows,
    }
}

/// A settled log of several sheets.
pub fn log(sheets: &[&str]) -> Log {
    let mut log = Log::default();
    for (number, sheet) in sheets.iter().enumerate() {
        log.add(file(&format!("{number}.csv"), sheet));
    }
    log.settle();
    log
}

/// Everything worked out for one sheet.
pub fn report(sheet: &str, plan: &Plan) -> Report {
    Report::of(&log(&[sheet]), plan, None).expect("the sheet has use")
}

/// `2026-07-31`, or `07-31` in 2026.
pub fn day(text: &str) -> Day {
    let text = if text.len() == 5 { format!("2026-{text}") } else { text.to_string() };
    Day::parse_iso(&text).expect("a day")
}

/// One row a day for `days` days.
pub fn every_day(first: &str, days: i32, rest: &str) -> String {
    (0..days).map(|i| format!("{} {rest}\n", day(first).plus(i))).collect()
}

/// A plan from the fields of its JSON form.
pub fn plan(fields: &str) -> Plan {
    let comma = if fields.is_empty() { "" } else { "," };
    engine::plan::from_json(&format!("{{\"schema\": \"flexgauge.plan/1\"{comma}{fields}}}")).expect("a plan")
}
