//! From session times.

use super::{cost, found, report_of};
use engine::analysis::Habit;

#[test]
fn habits_of_sessions() {
    // 2026-03-02 is a Monday. AutoCAD costs 7, Revit 10.
    let aware = r#""aware_from_version": {"AutoCAD": "2024"}"#;
    for (sessions, fields, expected) in [
        // The published examples: no habit at all.
        (
            "03-02 08:00 03-02 17:00 ada AutoCAD 2025 0\n03-03 07:00 03-03 17:00 ada AutoCAD 2025 0",
            "",
            vec![],
        ),
        ("03-02 19:00 03-03 17:00 ada AutoCAD 2025 0", "", vec![]),
        // Short visits: 29 minutes and 59 of two peeks are, exactly 30 are not; under five minutes is
        // no charge.
        ("03-02 08:00 03-02 08:29 ada AutoCAD 2025 0", "", vec!["short_visits 1 days 7 exact"]),
        ("03-02 08:00 03-02 08:30 ada AutoCAD 2025 0", "", vec![]),
        (
            "03-02 08:00 03-02 08:10 ada AutoCAD 2025 0\n03-02 12:00 03-02 12:10 ada AutoCAD 2025 0",
            "",
            vec!["short_visits 1 days 7 exact"],
        ),
        (
            "03-02 08:00 03-02 08:20 ada AutoCAD 2025 0\n03-03 07:00 03-03 07:20 ada AutoCAD 2025 0",
            "",
            vec![],
        ),
        (
            "03-02 08:00 03-02 08:04 ada AutoCAD 2025 0\n03-02 09:00 03-02 10:00 ada AutoCAD 2025 0",
            "",
            vec![],
        ),
        // Half days: one window from noon to noon would do.
        (
            "03-02 09:00 03-02 11:00 ada AutoCAD 2025 0\n03-03 09:30 03-03 11:00 ada AutoCAD 2025 0",
            "",
            vec!["half_days 1 days 7 exact"],
        ),
        // Three such days are one pair, four are two.
        (
            "03-02 09:00 03-02 11:00 ada AutoCAD 2025 0\n03-03 09:30 03-03 11:00 ada AutoCAD 2025 0\n03-04 10:00 03-04 11:00 ada AutoCAD 2025 0",
            "",
            vec!["half_days 1 days 7 exact"],
        ),
        // The first window went on from the one before, so that it could not have begun later.
        (
            "03-02 08:00 03-03 22:00 ada AutoCAD 2025 0\n03-04 09:00 03-04 13:00 ada AutoCAD 2025 0",
            "",
            vec![],
        ),
        // Use in the evening of the first day is use of that day, however late.
        (
            "03-02 08:00 03-02 10:00 ada AutoCAD 2025 0\n03-02 20:30 03-03 04:00 ada AutoCAD 2025 0\n03-03 09:00 03-03 13:00 ada AutoCAD 2025 0",
            "",
            vec![],
        ),
        // The next morning inside the first window is not.
        (
            "03-02 14:00 03-02 16:00 ada AutoCAD 2025 0\n03-03 08:00 03-03 10:00 ada AutoCAD 2025 0\n03-03 14:30 03-03 15:30 ada AutoCAD 2025 0",
            "",
            vec!["half_days 1 days 7 exact"],
        ),
        // A charge has the version of the session that opened its window, whoever started later that day.
        (
            "03-02 01:30 03-05 01:35 ada Revit 2025 -\n03-03 02:30 03-03 10:31 ada Revit 2022 -",
            r#""aware_from_version": {"Revit": "2025"}"#,
            vec!["every_day", "left_open 3 days 30", "short_visits 1 days 10"],
        ),
        // The whole first day, the whole next day, a day between: no half days.
        (
            "03-02 09:00 03-02 17:00 ada AutoCAD 2025 0\n03-03 09:30 03-03 11:00 ada AutoCAD 2025 0",
            "",
            vec![],
        ),
        (
            "03-02 09:00 03-02 11:00 ada AutoCAD 2025 0\n03-03 09:30 03-03 17:00 ada AutoCAD 2025 0",
            "",
            vec![],
        ),
        (
            "03-02 09:00 03-02 11:00 ada AutoCAD 2025 0\n03-04 09:30 03-04 11:00 ada AutoCAD 2025 0",
            "",
            vec![],
        ),
        // Left open with idle times: two days and nights without input on a version that does not go
        // idle. Of four windows the first has use.
        (
            "03-02 08:00 03-05 10:00 ada AutoCAD 2020 4380",
            aware,
            vec!["every_day 1 days 7", "left_open 3 days 21 exact", "old_version 3 days 21 exact"],
        ),
        // On one that goes idle the same session is one charge.
        ("03-02 08:00 03-05 10:00 ada AutoCAD 2025 4380", aware, vec![]),
        // Not said which go idle: they are charged as if none did, and it is not called an old version.
        (
            "03-02 08:00 03-05 10:00 ada AutoCAD 2025 4380",
            "",
            vec!["every_day 1 days 7", "left_open 3 days 21 exact"],
        ),
        // Use in the next window: what stayed open did not cost it.
        (
            "03-02 08:00 03-03 10:00 ada AutoCAD 2020 1500\n03-03 14:00 03-03 15:00 ada AutoCAD 2020 0",
            aware,
            vec![],
        ),
        // Without idle times: eight hours without a break before the window opens, an upper bound.
        ("03-02 08:00 03-03 08:00 ada AutoCAD 2020 -", "", vec![]),
        (
            // The minute after the 24 hours is little use, too: for savings it is left open only.
            "03-02 08:00 03-03 08:01 ada AutoCAD 2020 -",
            "",
            vec!["left_open 1 days 7 upper_bound", "short_visits 1 days 7 exact"],
        ),
        (
            "03-02 08:00 03-02 09:00 ada AutoCAD 2020 -\n03-03 00:00 03-03 12:00 ada AutoCAD 2020 -",
            "",
            vec!["left_open 1 days 7 upper_bound"],
        ),
        (
            "03-02 08:00 03-02 09:00 ada AutoCAD 2020 -\n03-03 00:01 03-03 12:00 ada AutoCAD 2020 -",
            "",
            vec![],
        ),
        // A Saturday, two products on it, from times.
        (
            "03-07 08:00 03-07 12:00 ada AutoCAD 2025 0\n03-07 13:00 03-07 14:00 ada Revit 2025 0",
            "",
            vec!["several_products 1 days 7 exact", "weekend 1 days 17 exact"],
        ),
    ] {
        let found = found(&report_of(fields, sessions, ""));

        let fits =
            found.len() == expected.len() && found.iter().zip(&expected).all(|(f, e)| f.starts_with(e));
        assert!(fits, "{sessions} {fields}\n{found:?}");
    }
}

#[test]
fn mixed_files_say_what_is_weakest() {
    let report = report_of(
        "",
        "03-02 08:00 03-02 08:10 ada AutoCAD 2025 0\n03-02 09:00 03-02 12:00 ada Revit 2025 0",
        "03-06 ben AutoCAD 7\n03-07 ben AutoCAD 7\n03-08 ben AutoCAD 7\n03-09 ben AutoCAD 7",
    );
    assert_eq!(
        found(&report),
        [
            "left_open 2 days 14 inferred",
            "several_products 1 days 7 inferred",
            "short_visits 1 days 7 exact",
            "weekend 2 days 14 inferred"
        ]
    );
}

#[test]
fn an_enterprise_agreement_has_no_half_days() {
    let row = |day: &str, from: &str, to: &str| {
        format!(
            "2026-03-{day},Revit,ann,2026-03-{day}T{from}:00,2026-03-{day}T{to}:00,-8:00,CHARGED,DESKTOP_PRODUCT,10\n"
        )
    };
    let csv = format!(
        "usageDate,productName,userName,sessionStartDate,sessionEndDate,licenseServerTimeZoneOffset,chargeCategory,usageCategory,tokensConsumed\n{}{}{}",
        row("02", "09:00", "11:00"),
        row("03", "09:30", "11:00"),
        // In the evening of the server’s Wednesday it is Thursday in UTC.
        row("04", "17:00", "17:20"),
    );
    let mut reader = engine::ingest::FileReader::new("eba.csv");
    reader.push(csv.as_bytes());
    let mut log = engine::usage::Log::default();
    log.add(reader.finish().into());
    log.settle();
    let report = engine::analysis::Report::of(&log, &crate::sheet::plan(""), None).unwrap();
    assert!(cost(&report, Habit::HalfDays).is_none());
    assert_eq!(found(&report), ["short_visits 1 days 10 exact"]);
}
