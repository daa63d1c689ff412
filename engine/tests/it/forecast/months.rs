//! Tiers, pace and the article's table.

use super::{forecast, pack, report_as_of};
use crate::sheet::{day, every_day, plan, report};
use engine::analysis::Report;

const TERM: &str = r#""term_start": "2026-01-01", "term_end": "2026-12-31""#;

fn tiers(report: &Report) -> Vec<(f64, bool, Option<String>)> {
    let tiers = forecast(report).tiers.as_ref().expect("tiers");
    tiers.iter().map(|t| (t.percent, t.reached.is_some(), t.day().map(|d| d.to_string()))).collect()
}

#[test]
fn tiers_are_crossed_on_the_day_or_will_be() {
    // 1,400 tokens at 7 a day: a quarter after 50 days, half after 100, three quarters after 150.
    let report =
        report(&every_day("01-01", 100, "ada AutoCAD 7"), &plan(&format!("{}, {TERM}", pack(1_400))));
    assert_eq!(
        tiers(&report),
        [
            (25.0, true, Some("2026-02-19".to_string())),
            (50.0, true, Some("2026-04-10".to_string())),
            (75.0, false, Some("2026-05-30".to_string())),
        ]
    );
}

#[test]
fn a_true_up_enlarges_the_total_and_uncrosses_nothing() {
    let packs = r#""packs": [{"tokens": 1400, "start": "2026-01-01", "end": "2026-12-31"},
                             {"tokens": 1400, "start": "2026-03-01", "end": "2027-02-28"}]"#;
    let report = report(&every_day("01-01", 100, "ada AutoCAD 7"), &plan(&format!("{packs}, {TERM}")));
    // A quarter of 1,400 was crossed before the true-up; half of 2,800 after 200 days.
    assert_eq!(
        tiers(&report),
        [
            (25.0, true, Some("2026-02-19".to_string())),
            (50.0, false, Some("2026-07-19".to_string())),
            (75.0, false, Some("2026-10-27".to_string())),
        ]
    );
}

#[test]
fn a_tier_that_waits_for_the_next_term_has_no_day() {
    let packs = r#""packs": [{"tokens": 9000, "start": "2026-01-01", "end": "2027-12-31"}]"#;
    let report = report(&every_day("01-01", 100, "ada AutoCAD 7"), &plan(&format!("{packs}, {TERM}")));
    assert_eq!(tiers(&report)[1], (50.0, false, None));
}

#[test]
fn the_articles_pace_rule() {
    // 70 % used by the middle of the year warns; 69 % does not.
    let pace = |tokens: u32| {
        let rows = every_day("01-01", 73, "ada AutoCAD 7");
        let report = report_as_of(&rows, &format!("{}, {TERM}", pack(tokens)), "2026-03-14");
        forecast(&report).pace.expect("a pace")
    };
    // A fifth of the year has passed: 511 tokens are 28 % of 1,825.
    let fast = pace(1_825);
    assert!((fast.used_share - 0.28).abs() < 1e-9 && (fast.elapsed_share - 0.2).abs() < 1e-9);
    assert!(fast.is_fast);
    assert!(!pace(1_840).is_fast);
}

#[test]
fn months_past_and_ahead_add_up() {
    let report =
        report(&every_day("01-01", 100, "ada AutoCAD 7"), &plan(&format!("{}, {TERM}", pack(1_400))));
    let rows: Vec<String> = forecast(&report)
        .months
        .iter()
        .map(|row| {
            format!(
                "{} {} {:.1} % {}{}",
                row.month,
                row.tokens.to_f64().round(),
                row.cumulative_percent.unwrap(),
                row.projected_run_out.map(|d| d.to_string()).unwrap_or_default(),
                if row.forecast { " forecast" } else { "" },
            )
        })
        .collect();
    assert_eq!(
        rows[..8],
        [
            "2026-01 217 15.5 % 2026-07-19",
            "2026-02 196 29.5 % 2026-07-19",
            "2026-03 217 45.0 % 2026-07-19",
            "2026-04 210 60.0 % 2026-07-20 forecast",
            "2026-05 217 75.5 % 2026-07-20 forecast",
            "2026-06 210 90.5 % 2026-07-20 forecast",
            "2026-07 133 100.0 % 2026-07-20 forecast",
            "2026-08 0 100.0 % 2026-07-20 forecast",
        ]
    );
    assert_eq!(rows.len(), 12);
    assert_eq!(forecast(&report).months[3].to, day("04-30"));
}

#[test]
fn without_a_plan_there_are_months_but_no_percent() {
    let report = report(&every_day("01-01", 100, "ada AutoCAD 7"), &plan(""));
    let months = &forecast(&report).months;
    assert_eq!((months[0].cumulative_percent, months[0].projected_run_out), (None, None));
    assert!(months.len() > 12 && months[4].forecast);
    assert!((months[4].tokens.to_f64() - 217.0).abs() < 0.01);
    assert!(forecast(&report).tiers.is_none() && forecast(&report).pace.is_none());
}
