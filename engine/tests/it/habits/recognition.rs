//! Recognition: few tokens on active days, improvement, and no praise of absence.

use crate::sheet::{day, log, plan};
use engine::analysis::{Period, Recognition, RecognitionOf, Report};
use engine::desk::{Answer, Ask, RecognitionAsk, RecognitionBy, RecognitionSort, RecognitionView};
use engine::usage::Tokens;

/// `days` charges from a day on, one a day.
fn charges(from: &str, days: i32, rest: &str) -> String {
    (0..days).map(|i| format!("{} {rest}\n", day(from).plus(i))).collect()
}

/// Two quarters: 2026-01-01 to 2026-04-01 and to 2026-07-01.
fn sheet() -> String {
    let mut sheet = charges("2026-01-01", 20, "ada AutoCAD 7 North");
    sheet += &charges("2026-01-01", 20, "ada Revit 10 North");
    sheet += &charges("2026-04-10", 20, "ada AutoCAD 7 North");
    sheet += &charges("2026-01-05", 20, "ben AutoCAD 7 North");
    sheet += &charges("2026-04-10", 12, "ben AutoCAD 7 North");
    sheet += &charges("2026-04-10", 6, "ben Revit 10 North");
    // Nine days are too few to be praised for; cy was not there before.
    sheet += &charges("2026-04-10", 9, "dan Fusion 3 South");
    sheet += &charges("2026-04-10", 10, "cy Fusion 3 South");
    sheet + "2026-07-01 eve AutoCAD 0\n"
}

fn named(recognition: &Recognition, log: &engine::usage::Log) -> Vec<String> {
    let one = |one: &engine::analysis::Recognised| {
        let id = log.people()[one.index as usize].id.split('@').next().unwrap_or_default().to_string();
        format!("{id} {} {:?}", one.tokens_per_day.to_f64(), one.improvement.map(Tokens::to_f64))
    };
    recognition.list.iter().map(one).collect()
}

#[test]
fn fewest_tokens_per_active_day_first() {
    let log = log(&[&sheet()]);
    let period = Period::of(&log, None).unwrap();
    assert_eq!(period.as_of, day("2026-07-01"));
    let found = Recognition::of(&log, &period, RecognitionOf::People, 10);
    assert_eq!(found.now, (day("2026-04-02"), day("2026-07-01")));
    assert_eq!(found.before, Some((day("2026-01-01"), day("2026-04-01"))));
    assert_eq!(named(&found, &log), ["cy 3 None", "ada 7 Some(10.0)", "ben 12 Some(-5.0)"]);
    assert_eq!(found.too_few_days, 1);
    assert_eq!(found.improved().len(), 1);
    // A team’s active days are its people’s.
    let teams = Recognition::of(&log, &period, RecognitionOf::Teams, 10);
    let per_day: Vec<f64> = teams.list.iter().map(|one| one.tokens_per_day.to_f64()).collect();
    assert_eq!(per_day, [3.0, (20.0 * 7.0 + 12.0 * 7.0 + 60.0) / 32.0]);
    // Where the rows begin later there is nothing to compare with.
    let late = Period { first: day("2026-01-02"), ..period };
    let found = Recognition::of(&log, &late, RecognitionOf::People, 10);
    assert!(found.before.is_none() && found.improved().is_empty());
}

#[test]
fn the_plan_sets_a_target_and_can_switch_it_off() {
    let csv: String = sheet()
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.split_whitespace().collect();
            format!("{},{}@firm.example,{},{}\n", cells[0], cells[1], cells[2], cells[3])
        })
        .collect();
    let csv = format!("Day used,Email,Product,Tokens used\n{csv}");
    let view = |fields: &str, ask: RecognitionAsk| -> RecognitionView {
        match super::desk(fields, &[("a.csv", &csv)]).answer(Ask::Recognition(ask)) {
            Answer::Recognition(view) => *view,
            other => panic!("{other:?}"),
        }
    };
    let people = RecognitionAsk { by: RecognitionBy::Person, count: 50, ..RecognitionAsk::default() };
    let found = view(r#""recognition": {"target_per_day": 7}"#, people);
    assert_eq!((found.total, found.meet_target, found.too_few_days), (3, Some(2), 1));
    let met: Vec<Option<bool>> = found.list.iter().map(|one| one.meets_target).collect();
    assert_eq!(met, [Some(true), Some(true), Some(false)]);
    assert_eq!(view(r#""recognition": {"days_min": 11}"#, people).total, 2);
    let improved = RecognitionAsk { sort: RecognitionSort::Improved, ..people };
    assert_eq!(view("", improved).total, 1);
    let second = view("", RecognitionAsk { first: 1, count: 1, ..people });
    assert_eq!((second.total, second.first, second.list.len()), (3, 1, 1));
    let off = view(r#""recognition": {"off": true}"#, people);
    assert!(off.is_off && off.list.is_empty() && off.total == 0);
}

#[test]
fn nothing_is_worked_out_of_nothing() {
    let log = log(&["03-02 ada AutoCAD 7"]);
    let report = Report::of(&log, &plan(""), None).unwrap();
    assert!(Recognition::of(&log, &report.period, RecognitionOf::People, 10).list.is_empty());
}
