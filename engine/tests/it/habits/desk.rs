//! The Habits place as the page asks for it.

use super::{desk, sessions_csv};
use engine::analysis::Habit;
use engine::desk::{
    Answer, Ask, Desk, DraftAsk, DraftKind, HabitBy, HabitsAsk, HabitsLimit, HabitsView, Query, Value,
};

const DAILY: &str = "Day used,Email,Team,Product,Tokens used\n\
    2026-01-02,ada@firm.example,North,AutoCAD,7\n\
    2026-03-02,ada@firm.example,North,AutoCAD,7\n2026-03-02,ada@firm.example,North,Revit,10\n\
    2026-03-07,ben@firm.example,South,AutoCAD,7\n2026-03-07,ben@firm.example,South,Revit,10\n\
    2026-03-08,ben@firm.example,South,Revit,10\n";

fn habits(desk: &mut Desk, ask: HabitsAsk) -> HabitsView {
    match desk.answer(Ask::Habits(ask)) {
        Answer::Habits(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn of(habit: &str, by: HabitBy) -> HabitsAsk {
    HabitsAsk { habit: Some(habit.to_string()), by, first: 0, count: 10 }
}

#[test]
fn a_place_says_what_it_cannot_tell() {
    let sums = "email,offering_name,tokens_used,days_used,last_accessed,seat_assignment\n\
        ann@firm.example,Revit,120,12,2026-03-02,unassigned\n";
    let nobody = "contractYear,tokenPool,usageCategory,usageDate,productLineCode,productName,tokensConsumed,\n\
        1,North,DESKTOP_PRODUCT,2026-03-02 00:00:00,RVT,Revit,10.0,\n";
    let mapping = super::MAPPING;
    let timed = sessions_csv("03-02 08:00 03-02 17:00 ada AutoCAD 2025 0");
    let no_idle = sessions_csv("03-02 08:00 03-05 17:00 ada AutoCAD 2025 -");
    use HabitsLimit::{
        NoIdleTimes, NoPersons, NoSeats, NoTimes, NoUse, NoVersions, OnlySums, TimesInPart, TooFewDays,
    };
    for (files, limits) in [
        (vec![], vec![NoUse]),
        (vec![("a.csv", sums)], vec![OnlySums]),
        (vec![("a.csv", nobody)], vec![NoPersons]),
        (vec![("a.csv", DAILY)], vec![NoTimes, NoSeats]),
        (vec![("a.csv", timed.as_str())], vec![NoSeats, TooFewDays]),
        (vec![("a.csv", no_idle.as_str())], vec![NoIdleTimes, NoSeats, NoVersions, TooFewDays]),
        (vec![("a.csv", timed.as_str()), ("b.csv", DAILY)], vec![TimesInPart, NoSeats]),
    ] {
        let view = habits(&mut desk(mapping, &files), HabitsAsk::default());
        assert_eq!(view.limits, limits, "{files:?}");
        assert_eq!(view.habits.is_empty(), matches!(limits[0], NoUse | OnlySums | NoPersons));
    }
}

#[test]
fn habits_come_costliest_first_with_parts_and_rows() {
    let mut desk = desk(r#""habits": {"weekend": 0.5}"#, &[("a.csv", DAILY)]);
    let view = habits(&mut desk, of("weekend", HabitBy::Person));
    let names: Vec<(&str, u64)> = view.habits.iter().map(|row| (row.habit.as_str(), row.people)).collect();
    assert_eq!(names, [("weekend", 1), ("several_products", 2), ("every_day", 0), ("left_open", 0)]);
    let weekend = &view.habits[0];
    assert_eq!((weekend.share, weekend.suggested_share), (0.5, 0.3));
    // 27 tokens in 66 days are 149.3 a year, of which half; the common pool has no packs.
    assert_eq!(weekend.tokens_per_year.value, weekend.own_tokens_per_year.value);
    let Some(Value::Tokens(saved)) = view.saved_tokens_per_year.value else { panic!("{view:?}") };
    assert!((saved.to_f64() - 27.0 * 365.0 / 66.0 / 2.0).abs() < 1e-5);
    assert_eq!(weekend.when.when, "unknown");
    let parts = view.parts.unwrap();
    assert_eq!((parts.total, parts.parts.len(), parts.tokens.to_f64()), (1, 1, 27.0));
    assert_eq!((parts.parts[0].days, parts.parts[0].charges, parts.parts[0].share), (Some(2), 3, 1.0));
    let products = habits(&mut desk, of("weekend", HabitBy::Product)).parts.unwrap();
    let cut: Vec<(u64, f64)> = products.parts.iter().map(|part| (part.charges, part.share)).collect();
    assert_eq!(cut, [(2, 20.0 / 27.0), (1, 7.0 / 27.0)]);
    assert_eq!(habits(&mut desk, of("weekend", HabitBy::Team)).parts.unwrap().total, 1);
    // Of several products ben’s belongs to the weekend already.
    let several = &view.habits[1];
    let Some(Value::Tokens(own)) = several.own_tokens_per_year.value else { panic!() };
    assert!((own.to_f64() - 7.0 * 365.0 / 66.0).abs() < 1e-5);
    // Pages, and the rows that prove a part.
    let second = HabitsAsk { first: 1, count: 1, ..of("several_products", HabitBy::Person) };
    let second = habits(&mut desk, second).parts.unwrap();
    assert_eq!((second.total, second.first, second.parts.len()), (2, 1, 1));
    let query = second.parts[0].tokens.proof.clone().unwrap();
    let rows = |desk: &mut Desk, query: Query| match desk.answer(Ask::Rows { query, first: 0, count: 10 }) {
        Answer::Rows(rows) => (rows.total, rows.tokens.to_f64()),
        other => panic!("{other:?}"),
    };
    assert_eq!(rows(&mut desk, query), (2, 17.0));
    let weekend = Query { habit: Some(Habit::Weekend), ..Query::default() };
    assert_eq!(rows(&mut desk, weekend), (3, 27.0));
}

#[test]
fn a_share_becomes_money_when_the_pool_says() {
    let pack = r#""habits": {"weekend": 1}, "term_end": "2026-12-31", "packs": [{"tokens": 60, "price": 180, "start": "2026-01-01", "end": "2026-12-31"}]"#;
    let view = habits(&mut desk(pack, &[("a.csv", DAILY)]), HabitsAsk::default());
    let when = &view.habits[0].when;
    assert_eq!(
        (when.when.as_str(), when.best_day.map(|d| d.to_string())),
        ("this_term", Some("2026-03-09".into()))
    );
}

#[test]
fn drafts_are_asked_for() {
    let mut desk = desk("", &[("a.csv", DAILY)]);
    let mut draft = |kind| match desk.answer(Ask::Draft(DraftAsk { kind })) {
        Answer::Draft(draft) => Some(*draft),
        Answer::NoUse => None,
        other => panic!("{other:?}"),
    };
    let note = draft(DraftKind::Person { id: "ben@firm.example".into() }).unwrap();
    assert_eq!(note.to.as_deref(), Some("ben@firm.example"));
    assert!(draft(DraftKind::Person { id: "zoe@firm.example".into() }).is_none());
    let calendar = draft(DraftKind::Calendar).unwrap();
    assert_eq!(calendar.media_type, "text/calendar;charset=utf-8");
    assert!(calendar.body.contains("DTSTART;VALUE=DATE:20260401\r\n"), "{}", calendar.body);
    assert!(draft(DraftKind::Reminder).is_some() && draft(DraftKind::Onboarding).is_some());
}
