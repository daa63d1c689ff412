//! Busy periods and days off in the past: what is learnt from the days around them, by both methods.

use super::{forecast, office, sheet};
use crate::sheet::{day, every_day, plan, report};
use engine::analysis::forecast::Method;
use engine::analysis::forecast::calendar::Calendar;
use engine::analysis::forecast::model::Model;
use engine::analysis::forecast::weights::Past;
use engine::analysis::{Report, Then};

/// 2026-01-01 is a Thursday; 181 days end on Tuesday, 2026-06-30.
const FIRST: &str = "01-01";

/// The usual week that a method learns.
fn level(tokens: &[f64], calendar: &Calendar, method: Method) -> f64 {
    let past = Past { first: day(FIRST), tokens, calendar };
    Model::of(past, method).level.tokens_per_week()
}

#[test]
fn days_in_a_busy_period_are_left_out_of_the_usual_level() {
    let weekly = |index: i32| if day(FIRST).plus(index).weekday() < 5 { 10.0 } else { 0.0 };
    for (usual, per_week) in [((|_| 10.0) as fn(i32) -> f64, 70.0), (weekly, 50.0)] {
        for (from, to) in [
            ("06-26", "06-26"),
            ("06-26", "06-28"),
            ("06-25", "06-28"),
            ("06-29", "06-29"),
            ("06-15", "06-28"),
            ("06-01", "06-30"),
            ("03-09", "04-05"),
        ] {
            let (from, to) = (day(from), day(to));
            let calendar = Calendar { days_off: Vec::new(), special: vec![(from, to)] };
            let tokens: Vec<f64> = (0..181)
                .map(|index| {
                    let date = day(FIRST).plus(index);
                    usual(index) + if from <= date && date <= to { 200.0 } else { 0.0 }
                })
                .collect();
            for method in [Method::Smoothed, Method::BurnRate] {
                let found = level(&tokens, &calendar, method);
                assert!((found - per_week).abs() < 1e-9, "{from} to {to}, {method:?}: {found} a week");
            }
        }
    }
}

#[test]
fn where_all_was_busy_the_busy_days_count() {
    let calendar = Calendar { days_off: Vec::new(), special: vec![(day(FIRST), day("06-30"))] };
    for method in [Method::Smoothed, Method::BurnRate] {
        assert!((level(&[10.0; 181], &calendar, method) - 70.0).abs() < 1e-9);
    }
}

#[test]
fn both_methods_know_the_plans_days_off() {
    // Closed on four past days; a week of days off lies ahead.
    let off = ["02-17", "04-03", "05-01", "06-12", "07-06", "07-07", "07-08", "07-09", "07-10"].map(day);
    let calendar = Calendar { days_off: off.to_vec(), special: Vec::new() };
    let usual = |index: i32| {
        let date = day(FIRST).plus(index);
        if off.contains(&date) || date.weekday() > 4 { 0.0 } else { 10.0 }
    };
    let tokens: Vec<f64> = (0..181).map(usual).collect();
    let past = Past { first: day(FIRST), tokens: &tokens, calendar: &calendar };
    for method in [Method::Smoothed, Method::BurnRate] {
        let model = Model::of(past, method);
        // Three days of this week, none of the next, five of the third.
        assert!((model.total(past, 19) - 80.0).abs() < 0.01, "{method:?}: {}", model.total(past, 19));
        let none = Calendar::default();
        let past = Past { calendar: &none, ..past };
        assert!(Model::of(past, method).total(past, 19) > 115.0, "without the plan, {method:?}");
    }
}

/// How much more than usual is used in August, in all pools.
fn added(rows: &str, fields: &str) -> f64 {
    let plan = plan(fields);
    let report: Report = report(rows, &plan);
    let then = Then::of(&plan, &report).expect("a busy period");
    let pools = then.pools(&plan, &report);
    let august = |months: &[engine::analysis::forecast::MonthRow]| {
        let row = months.iter().find(|row| row.month == day("08-01").month()).expect("August");
        row.tokens.to_f64()
    };
    let more = |(changed, now): (
        &engine::analysis::forecast::Changed,
        &engine::analysis::forecast::PoolForecast,
    )| { august(&changed.months) - august(&now.months) };
    pools.iter().zip(&report.forecasts).map(more).sum()
}

#[test]
fn a_busy_periods_tokens_a_day_are_the_whole_firms() {
    let rows = every_day(FIRST, 181, "ada AutoCAD 10 north") + &every_day(FIRST, 181, "bo Revit 30 south");
    let busy = r#""busy": [{"name": "b", "from": "2026-08-01", "to": "2026-08-31", "tokens_per_day": 8}]"#;
    let packs = r#""packs": [{"pool": "north", "tokens": 9000, "start": "2026-01-01"},
                             {"pool": "south", "tokens": 19000, "start": "2026-01-01"}]"#;
    assert!((added(&rows, &format!("{packs}, {busy}")) - 248.0).abs() < 0.05);
    let common = r#""packs": [{"tokens": 19000, "start": "2026-01-01"}]"#;
    assert!((added(&rows, &format!("{common}, {busy}")) - 248.0).abs() < 0.05);
    // A quarter of them is north's.
    let plan = plan(&format!("{packs}, {busy}"));
    let report = report(&rows, &plan);
    let then = Then::of(&plan, &report).expect("a busy period");
    let shares = [0, 1].map(|pool| then.scenario(pool).share);
    assert!((shares[0] - 0.25).abs() < 1e-9 && (shares[1] - 0.75).abs() < 1e-9, "{shares:?}");
    let years = [0, 1].map(|pool| then.tokens_per_year(pool, &report).expect("a year").to_f64());
    assert_eq!(years, [62.0, 186.0]);
}

#[test]
fn a_pool_with_scatter_learns_the_same_beside_a_busy_day() {
    let days = office(FIRST, 181, 20.0, 0.3, 5);
    let of = |days: &[f64], fields: &str| {
        let report = report(&sheet(FIRST, days.iter().copied()), &plan(fields));
        forecast(&report).drawn.as_ref().expect("futures").model.level.tokens_per_week()
    };
    let mut busy = days.clone();
    busy[179] += 400.0;
    let fields = r#""busy": [{"name": "x", "from": "2026-06-29", "to": "2026-06-29", "percent": 900}]"#;
    let (quiet, known) = (of(&days, ""), of(&busy, fields));
    assert!((known / quiet - 1.0).abs() < 0.1, "{quiet} and {known}");
    assert!(of(&busy, "") > 1.5 * quiet);
}
