//! Files that tell of the same use: what counts, and that their order decides nothing.

use crate::habits::{MAPPING, desk, sessions_csv};
use engine::desk::{Answer, Ask, ExportKind};
use serde_json::Value;

/// The results of some files under a plan.
pub fn results(fields: &str, files: &[(&str, &str)]) -> Value {
    match desk(fields, files).answer(Ask::Export(ExportKind::Results)) {
        Answer::Document(document) => serde_json::from_slice(&document.bytes).expect("JSON"),
        other => panic!("{other:?}"),
    }
}

/// The results, which must be the same in every order of the files but for the lists of files and findings.
fn in_any_order(fields: &str, files: &[(&str, &str)]) -> Value {
    let forth = results(fields, files);
    let reversed: Vec<(&str, &str)> = files.iter().rev().copied().collect();
    let sorted = |mut results: Value| {
        for list in ["files", "findings"] {
            let list = results["read"][list].as_array_mut().expect("a list");
            list.sort_by_key(Value::to_string);
        }
        results
    };
    assert_eq!(sorted(forth.clone()), sorted(results(fields, &reversed)));
    forth
}

/// Rows used, duplicate and left out, file by file.
fn counts(results: &Value) -> Vec<[u64; 3]> {
    let files = results["read"]["files"].as_array().expect("files");
    let count = |file: &Value, what: &str| file[what].as_u64().expect("a count");
    let of = |file: &Value| ["used", "duplicate", "left_out"].map(|what| count(file, what));
    let counts: Vec<[u64; 3]> = files.iter().map(of).collect();
    for (file, counts) in files.iter().zip(&counts) {
        assert_eq!(count(file, "rows"), counts.iter().sum::<u64>(), "{file}");
    }
    counts
}

/// `file:line: problem effect` of every finding.
fn findings(results: &Value) -> Vec<String> {
    let findings = results["read"]["findings"].as_array().expect("findings");
    let text = |finding: &Value, what: &str| finding[what].as_str().unwrap_or_default().to_string();
    let one = |finding: &Value| {
        let line = finding["line"].as_u64().unwrap_or_default();
        format!("{}:{line}: {} {}", text(finding, "file"), text(finding, "problem"), text(finding, "effect"))
    };
    findings.iter().map(one).collect()
}

fn tokens_and_charges(results: &Value) -> (f64, u64) {
    let usage = &results["usage"];
    (usage["tokens"].as_f64().expect("tokens"), usage["charges"].as_u64().expect("charges"))
}

#[test]
fn a_window_is_one_charge_whichever_files_hold_its_sessions() {
    let morning = sessions_csv("03-02 08:00 03-02 10:00 ada AutoCAD 2024");
    let later = sessions_csv(
        "03-02 14:00 03-02 15:00 ada AutoCAD 2024
         03-06 08:00 03-06 17:00 ben AutoCAD 2024",
    );
    for rule in ["flex", "eba"] {
        let mapping = MAPPING.replace("\"flex\"", &format!("\"{rule}\""));
        let fields = format!(r#"{mapping}, "rates": {{"AutoCAD": 7}}, "currency": "USD""#);
        let found = in_any_order(&fields, &[("a.csv", &morning), ("b.csv", &later)]);
        assert_eq!(tokens_and_charges(&found), (14.0, 2), "{rule}");
        assert_eq!(counts(&found), [[1, 0, 0], [2, 0, 0]]);
        assert_eq!(findings(&found), [] as [String; 0]);

        // The same sessions in another file, and more beside them, are duplicates one by one.
        let all = sessions_csv(
            "03-02 08:00 03-02 10:00 ada AutoCAD 2024
             03-02 14:00 03-02 15:00 ada AutoCAD 2024
             03-06 08:00 03-06 17:00 ben AutoCAD 2024",
        );
        for (files, expected) in [
            (vec![("a.csv", &all), ("b.csv", &all)], vec![[3, 0, 0], [0, 3, 0]]),
            (vec![("b.csv", &all), ("a.csv", &all)], vec![[0, 3, 0], [3, 0, 0]]),
            (vec![("a.csv", &later), ("b.csv", &all)], vec![[2, 0, 0], [1, 2, 0]]),
        ] {
            let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
            let found = in_any_order(&fields, &files);
            assert_eq!(tokens_and_charges(&found), (14.0, 2), "{rule}");
            assert_eq!(counts(&found), expected);
            assert_eq!(findings(&found), [] as [String; 0]);
        }
    }
}

#[test]
fn a_session_left_open_into_another_files_day_is_charged_there() {
    // The second window opens on the third of March, of which only the other file has a session.
    let over_night = sessions_csv("03-02 08:00 03-03 10:00 ada AutoCAD 2024");
    let next = sessions_csv("03-03 12:00 03-03 13:00 ada AutoCAD 2024");
    let fields = format!(r#"{MAPPING}, "rates": {{"AutoCAD": 7}}"#);
    let found = in_any_order(&fields, &[("a.csv", &over_night), ("b.csv", &next)]);
    assert_eq!(tokens_and_charges(&found), (14.0, 2));
    assert_eq!(counts(&found), [[1, 0, 0], [1, 0, 0]]);
    // Daily rows beside sessions are duplicates, and a difference is told.
    let daily = "Day used,Email,Product,Tokens used\n2026-03-02,ada@firm.example,AutoCAD,7\n\
                 2026-03-03,ada@firm.example,AutoCAD,14\n";
    let found = in_any_order(&fields, &[("a.csv", &over_night), ("b.csv", &next), ("d.csv", daily)]);
    assert_eq!(tokens_and_charges(&found), (14.0, 2));
    assert_eq!(counts(&found)[2], [0, 2, 0]);
    assert_eq!(findings(&found).len(), 1);
}

#[test]
fn of_equal_files_the_one_first_by_name_counts() {
    let header = "Day used,Email,Product,Team,Tokens used";
    let text = format!("{header}\n2026-01-05,ada@firm.example,AutoCAD,North,7\n");
    let found = in_any_order("", &[("b.csv", &text), ("a.csv", &text)]);
    assert_eq!(counts(&found), [[0, 1, 0], [1, 0, 0]]);
    // What differs is held against the same file in every order.
    let other = format!("{header}\n2026-01-05,ada@firm.example,AutoCAD,North,6\n");
    in_any_order("", &[("c.csv", &text), ("a.csv", &text), ("b.csv", &other)]);
    let months = "Month,Tokens used\n2026-01,500\n2026-02,400\n";
    let found = in_any_order("", &[("b.csv", months), ("a.csv", months)]);
    assert_eq!(counts(&found), [[0, 2, 0], [2, 0, 0]]);
}

const DAILY: &str = "Day used,Email,Product,Team,Tokens used\n2026-01-05,ada@firm.example,AutoCAD,North,7\n\
                     2026-02-06,ada@firm.example,AutoCAD,North,7\n";

/// What a log's files say together: tokens used, and tokens left out.
fn used_and_left_out(results: &Value) -> (f64, f64) {
    let left_out = &results["read"]["tokens_left_out"];
    (results["usage"]["tokens"].as_f64().expect("tokens"), left_out.as_f64().expect("tokens"))
}

#[test]
fn months_that_no_day_tells_are_left_out_and_say_so() {
    let months = "Month,Tokens used\n2025-11,500\n2025-12,400\n2026-01,450\n";
    let packs = r#""packs": [{"tokens": 2000, "price": 4000, "start": "2025-11-01", "end": "2026-10-31"}]"#;
    let found = in_any_order(packs, &[("months.csv", months), ("daily.csv", DAILY)]);
    assert_eq!(counts(&found), [[0, 1, 2], [2, 0, 0]]);
    assert_eq!(used_and_left_out(&found), (14.0, 900.0));
    let findings = findings(&found);
    assert_eq!(findings.len(), 2);
    assert!(findings[0].contains("500 tokens for 2025-11"), "{}", findings[0]);
    // A second sheet is a duplicate, and alone they count.
    let found = in_any_order(packs, &[("months.csv", months), ("again.csv", months), ("daily.csv", DAILY)]);
    assert_eq!(counts(&found), [[0, 3, 0], [0, 1, 2], [2, 0, 0]]);
    assert_eq!(used_and_left_out(&results(packs, &[("months.csv", months)])), (1350.0, 0.0));
}

#[test]
fn months_beside_a_usage_report_are_left_out() {
    let months = "Month,Tokens used\n2026-01,500\n2026-02,400\n2026-03,450\n";
    let found = in_any_order("", &[("months.csv", months), ("report.csv", &report("North"))]);
    assert_eq!(counts(&found), [[0, 0, 3], [1, 0, 0]]);
    assert_eq!(used_and_left_out(&found), (100.0, 1350.0));
    assert_eq!(found["cost"]["by_month"].as_array().map(Vec::len), Some(0));
}

/// A usage report of one row of 100 tokens.
fn report(team: &str) -> String {
    format!(
        "hashed_autodesk_id,email,team_alias,offering_name,access_option,days_used,tokens_used,last_accessed\n\
         h9,zoe@firm.example,{team},Revit,Flex,10,100,2026-07-29\n"
    )
}

#[test]
fn a_sum_of_a_pool_that_no_day_tells_is_no_duplicate() {
    let eba = "contractYear,tokenPool,usageCategory,usageDate,productLineCode,productName,tokensConsumed,\n\
               1,North,DESKTOP_PRODUCT,2026-03-02 00:00:00,RVT,Revit,10.0,\n";
    for (report, days, expected) in [
        (report("North"), DAILY, [0, 1, 0]),
        (report("South"), DAILY, [0, 0, 1]),
        (report(""), DAILY, [0, 1, 0]),
        (report("North"), eba, [0, 0, 1]),
        (report(""), eba, [0, 0, 1]),
    ] {
        let found = in_any_order("", &[("report.csv", &report), ("days.csv", days)]);
        assert_eq!(counts(&found)[0], expected, "{report}{days}");
        assert_eq!(used_and_left_out(&found).1, expected[2] as f64 * 100.0);
    }
}

#[test]
fn sheets_that_differ_about_a_month_say_so() {
    let (one, two) =
        ("Month,Tokens used\n2026-01,500\n2026-02,400\n", "Month,Tokens used\n2026-02,410\n2026-03,300\n");
    let found = in_any_order("", &[("one.csv", one), ("two.csv", two)]);
    assert_eq!(used_and_left_out(&found).0, 1210.0);
    assert_eq!(
        findings(&found),
        [
            "one.csv:3: “two.csv” states 410 tokens for 2026-02. The figure of “two.csv” counts; this one is a duplicate."
        ]
    );
}

#[test]
fn a_monthly_sheets_cost_goes_through_the_packs() {
    let months = "Month,Tokens used\n2026-01,500\n2026-02,400\n2026-03,450\n";
    for (tokens, amount, uncovered) in [(2_000, 2_700.0, 0.0), (1_000, 3_050.0, 350.0)] {
        let fields = format!(
            r#""token_price": 3, "packs": [{{"tokens": {tokens}, "price": {}, "start": "2026-01-01", "end": "2026-12-31"}}]"#,
            tokens * 2
        );
        let cost = &results(&fields, &[("months.csv", months)])["cost"];
        let by_month: f64 =
            cost["by_month"].as_array().into_iter().flatten().filter_map(|m| m["amount"].as_f64()).sum();
        assert_eq!((cost["amount"].as_f64(), by_month), (Some(amount), amount));
        assert_eq!(cost["uncovered_tokens"].as_f64(), Some(uncovered));
    }
}

#[test]
fn an_agreements_charges_count_on_the_day_that_both_forms_list() {
    // The server is behind: what it lists on the last of February began on the first of March in UTC.
    let sessions = "usageDate,productName,userName,sessionStartDate,sessionEndDate,licenseServerTimeZoneOffset,\
         chargeCategory,usageCategory,tokensConsumed\n\
         2026-02-28,AutoCAD,ann,2026-03-01T03:30:00,2026-03-01T03:50:00,-8:00,CHARGED,DESKTOP_PRODUCT,7\n\
         2026-03-01,AutoCAD,ben,2026-03-01T12:30:00,2026-03-01T13:50:00,-8:00,CHARGED,DESKTOP_PRODUCT,7\n";
    let daily = "contractYear,tokenPool,usageCategory,usageDate,productLineCode,productName,tokensConsumed,\n\
        1,P,DESKTOP_PRODUCT,2026-02-28 00:00:00,ACD,AutoCAD,7.0,\n\
        1,P,DESKTOP_PRODUCT,2026-03-01 00:00:00,ACD,AutoCAD,7.0,\n";
    let found = in_any_order("", &[("c.csv", daily), ("d.csv", sessions)]);
    assert_eq!(tokens_and_charges(&found), (14.0, 2));
    assert_eq!(found["usage"]["first_day"], "2026-02-28");
    // The window is still found as its charge.
    let mut log = engine::usage::Log::default();
    let mut reader = engine::ingest::FileReader::new("d.csv");
    reader.push(sessions.as_bytes());
    log.add(reader.finish().into());
    log.settle();
    let report = engine::analysis::Report::of(&log, &crate::sheet::plan(""), None).expect("use");
    assert_eq!(crate::habits::found(&report), ["short_visits 1 days 7 exact", "weekend 2 days 14 exact"]);
}
