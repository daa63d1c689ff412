//! From daily rows without times.

use super::{cost, found};
use crate::sheet::{day, every_day, log, plan, report};
use engine::analysis::{Habit, Report};

#[test]
fn habits_of_daily_rows() {
    // 2026-03-02 is a Monday.
    let week = "03-02 ada AutoCAD 7\n03-03 ada AutoCAD 7\n03-04 ada AutoCAD 7\n";
    let seat = r#""seats": [{"user": "ada@firm.example", "offer": "AutoCAD", "from": "2026-03-03", "to": "2026-03-03"}]"#;
    for (sheet, fields, expected) in [
        (week.to_string(), "", vec![]),
        // Several products.
        ("03-02 ada AutoCAD 7\n03-02 ada Revit 10".into(), "", vec!["several_products 1 days 7 inferred"]),
        // Weekends, holidays, and other working weeks.
        ("03-07 ada AutoCAD 7\n03-08 ada AutoCAD 7".into(), "", vec!["weekend 2 days 14 inferred"]),
        (week.into(), r#""holidays": ["2026-03-04"]"#, vec!["weekend 1 days 7 inferred"]),
        ("03-07 ada AutoCAD 7".into(), r#""working_days": ["Sat"]"#, vec![]),
        // Beside a seat, and only while it is there.
        (week.into(), seat, vec!["seat_holder 1 days 7 inferred"]),
        ("03-02 ada AutoCAD seat\n03-03 ada AutoCAD 7\n03-04 ada AutoCAD seat\n03-06 ada AutoCAD 7".into(), "",
            vec!["seat_holder 1 days 7 inferred"]),
        // Every day: five charge days of five are two above three.
        (every_day("03-02", 5, "ada AutoCAD 7"), "", vec!["every_day 2 days 14 inferred"]),
        (every_day("03-02", 5, "ada AutoCAD 7"), r#""every_day_limit": 4"#, vec!["every_day 1 days 7 inferred"]),
        (every_day("03-02", 5, "ada AutoCAD 7"), r#""every_day_limit": 5"#, vec![]),
        // Exactly four in five working days are daily use; three in four are not.
        ("03-02 ada AutoCAD 7\n03-03 ada AutoCAD 7\n03-04 ada AutoCAD 7\n03-06 ada AutoCAD 7".into(), "",
            vec!["every_day 1 days 7 inferred"]),
        ("03-02 ada AutoCAD 7\n03-03 ada AutoCAD 7\n03-05 ada AutoCAD 7\n03-09 ada AutoCAD 7\n03-10 ada AutoCAD 7".into(),
            "", vec![]),
        // Left open over a weekend: Friday to Monday.
        (every_day("03-06", 4, "ada AutoCAD 7"), "",
            vec!["left_open 2 days 14 inferred", "weekend 2 days 14 inferred"]),
        // Three days, a run that ends on Sunday, and one that begins on Saturday are not.
        (every_day("03-06", 3, "ada AutoCAD 7"), "", vec!["weekend 2 days 14 inferred"]),
        (every_day("03-05", 4, "ada AutoCAD 7"), "", vec!["every_day 1 days 7 inferred", "weekend 2 days 14 inferred"]),
        (every_day("03-07", 4, "ada AutoCAD 7"), "", vec!["weekend 2 days 14 inferred"]),
        // Two products do not make one run.
        ("03-06 ada AutoCAD 7\n03-07 ada AutoCAD 7\n03-08 ada Revit 10\n03-09 ada Revit 10".into(), "",
            vec!["weekend 2 days 17 inferred"]),
    ] {
        let found = found(&report(&sheet, &plan(fields)));
        assert_eq!(found, expected, "{sheet} {fields}");
    }
}

#[test]
fn who_works_on_weekends_left_nothing_open() {
    let run = every_day("03-06", 4, "ada AutoCAD 7");
    // Ten weekends around: one other Saturday in eighteen days is fewer than one in ten, two are not.
    let span = "01-05 ada AutoCAD 7\n04-06 ada AutoCAD 7\n";
    for (others, is_open) in
        [("", true), ("01-10", true), ("01-10 01-11", true), ("01-10 01-11 01-17", false)]
    {
        let saturdays: String =
            others.split_whitespace().map(|day| format!("{day} ada AutoCAD 7\n")).collect();
        let found = report(&format!("{span}{saturdays}{run}"), &plan(""));
        let open = cost(&found, Habit::LeftOpen).map(|cost| cost.days);
        assert_eq!(open, Some(if is_open { 2 } else { 0 }), "{others}");
    }
}

#[test]
fn old_versions_are_asked_and_not_assumed() {
    let csv = |version: &str| {
        let rows =
            ["06", "07", "08", "09"].map(|d| format!("2026-03-{d},ada@firm.example,Revit,{version},10\n"));
        format!("Day used,Email,Offering name,Version,Tokens used\n{}", rows.concat())
    };
    for (version, aware, days) in [
        ("2022", "", None),
        ("2022", r#""AutoCAD": "2024""#, None),
        ("2022", r#""Revit": "2024""#, Some(2)),
        ("2024", r#""Revit": "2024""#, Some(0)),
        ("2025", r#""Revit": "2024""#, Some(0)),
        // No number in the version: not known to be old.
        ("beta", r#""Revit": "2024""#, Some(0)),
    ] {
        let plan = plan(&format!(r#""aware_from_version": {{{aware}}}"#));
        let mut reader = engine::ingest::FileReader::new("a.csv");
        reader.push(csv(version).as_bytes());
        let mut log = engine::usage::Log::default();
        log.add(reader.finish().into());
        log.settle();
        let report = Report::of(&log, &plan, None).unwrap();
        assert_eq!(cost(&report, Habit::OldVersion).map(|cost| cost.days), days, "{version} {aware}");
        assert_eq!(cost(&report, Habit::LeftOpen).map(|cost| cost.days), Some(2));
    }
}

#[test]
fn every_day_is_only_of_people_without_a_paying_move() {
    let mut year = String::new();
    for i in 0..364 {
        let day = day("2025-03-03").plus(i);
        if day.weekday() < 5 {
            year += &format!("{day} ada AutoCAD 7\n{day} ben Rhino 2\n");
        }
    }
    let people = |fields: &str| {
        let report = report(&year, &plan(fields));
        let log = log(&[&year]);
        let ids = cost(&report, Habit::EveryDay).unwrap().people.iter();
        ids.map(|part| log.people()[part.person as usize].id.clone()).collect::<Vec<_>>()
    };
    // AutoCAD’s shipped seat pays for 260 days, and nothing covers Rhino.
    assert_eq!(people(""), ["ben@firm.example"]);
    // Without any price nothing is known to pay.
    assert_eq!(people(r#""currency": "EUR""#), ["ada@firm.example", "ben@firm.example"]);
    // Whether a paying move was accepted makes no difference.
    assert_eq!(
        people(r#""moves": [{"user": "ada@firm.example", "offers": ["AutoCAD"]}]"#),
        ["ben@firm.example"]
    );
}

#[test]
fn what_cannot_be_told_is_absent() {
    let names = |report: &Report| {
        let mut names: Vec<&str> = report.habits.iter().map(|cost| cost.habit.name()).collect();
        names.sort_unstable();
        names
    };
    let daily = report("03-02 ada AutoCAD 7", &plan(""));
    assert_eq!(names(&daily), ["every_day", "left_open", "several_products", "weekend"]);
    assert!(daily.habits.iter().all(|cost| cost.tokens_per_year.is_none()));
    let seats = report("03-02 ada AutoCAD 7\n03-02 ben AutoCAD seat", &plan(""));
    assert!(names(&seats).contains(&"seat_holder"));
    let nobody = report("03-02 ada AutoCAD 0", &plan(""));
    assert!(nobody.habits.is_empty());
}
