//! Too little data, gaps, pools that begin or stop: said, not guessed.

use super::{forecast, office, pack, report_as_of, run_out, sheet};
use crate::sheet::{day, every_day, plan, report};
use engine::analysis::NoRunOut;
use engine::analysis::forecast::Caution;
use engine::usage::Tokens;

fn rows(days: i32) -> String {
    every_day("01-01", days, "ada AutoCAD 7")
}

#[test]
fn under_six_weeks_there_is_no_date() {
    let found = report(&rows(41), &plan(&pack(980)));
    assert_eq!(forecast(&found).silent, Some(NoRunOut::TooFewDays));
    assert!(forecast(&found).run_out_now().is_none());
    assert!(forecast(&found).cautions.contains(&Caution::TooFewDays { days: 41 }));
    let found = report(&rows(42), &plan(&pack(980)));
    assert_eq!(forecast(&found).silent, None);
    assert!(run_out(&found).p50.is_some());
}

#[test]
fn under_thirteen_weeks_it_is_rough() {
    let rough = |days| forecast(&report(&rows(days), &plan(&pack(980)))).rough;
    assert!(rough(90));
    assert!(!rough(91));
}

#[test]
fn without_a_balance_there_is_no_date_but_a_backtest() {
    let found = report(&rows(300), &plan(""));
    assert_eq!(forecast(&found).silent, Some(NoRunOut::NoBalance));
    let tried = forecast(&found).drawn.as_ref().unwrap().backtest.as_ref().unwrap();
    assert_eq!((tried.days, tried.held()), (90, tried.dots.len()));
    assert!(tried.smoothed_error_share < 1e-6);
}

#[test]
fn no_use_never_runs_out_and_says_so() {
    let found = report_as_of(&rows(100), &pack(980), "2026-05-08");
    assert_eq!(forecast(&found).silent, Some(NoRunOut::NoUse));
    assert!(forecast(&found).cautions.contains(&Caution::Stopped { last: day("04-10") }));
    // 27 days after the last use there is still use to follow.
    let found = report_as_of(&rows(100), &pack(980), "2026-05-07");
    assert_eq!(forecast(&found).silent, None);
}

#[test]
fn a_gap_is_named() {
    let rows = rows(60) + &every_day("04-15", 60, "ada AutoCAD 7");
    let found = report(&rows, &plan(&pack(9800)));
    assert!(forecast(&found).cautions.contains(&Caution::Gap { from: day("03-02"), to: day("04-14") }));
}

#[test]
fn a_pool_that_just_began_is_named() {
    let rows = rows(150) + &every_day("04-01", 60, "bo Revit 10 south");
    let fields = r#""packs": [{"pool": "south", "tokens": 9000, "start": "2026-01-01"}]"#;
    let found = report(&rows, &plan(fields));
    let south = found.pools.iter().position(|pool| pool.name.as_deref() == Some("south")).unwrap();
    assert!(found.forecasts[south].cautions.contains(&Caution::JustBegan { first: day("04-01") }));
}

#[test]
fn a_season_that_ended_is_named() {
    let mut days = office("01-01", 150, 40.0, 0.1, 4);
    days.extend(office("05-31", 35, 5.0, 0.1, 4));
    let found = report(&sheet("01-01", days), &plan(&pack(9800)));
    assert!(
        forecast(&found).cautions.iter().any(|c| matches!(c, Caution::SeasonEnded { share } if *share < 0.2))
    );
}

#[test]
fn short_pasts_are_tried_on_thirty_days() {
    let tried = |days| {
        let found = report(&rows(days), &plan(&pack(9800)));
        let drawn = forecast(&found).drawn.clone().unwrap();
        drawn.backtest.as_ref().map(|tried| (tried.days, tried.dots.len()))
    };
    assert_eq!(tried(71), None);
    assert_eq!(tried(72), Some((30, 1)));
    assert_eq!(tried(236), Some((30, 6)));
    assert_eq!(tried(237), Some((90, 3)));
    assert_eq!(tried(900), Some((90, 12)));
}

#[test]
fn a_reading_above_all_that_was_bought_is_named() {
    let found = |readings: &str| {
        let packs = r#""packs": [{"tokens": 2000, "start": "2026-01-01", "end": "2026-07-31"}]"#;
        let report = report(&rows(100), &plan(&format!(r#"{packs}, "balances": [{readings}]"#)));
        forecast(&report).cautions.iter().find(|c| matches!(c, Caution::MoreThanBought { .. })).copied()
    };
    let more = Caution::MoreThanBought { day: day("03-15"), tokens: Tokens::whole(1_000) };
    assert_eq!(found(r#"{"day": "2026-03-15", "tokens": 3000}"#), Some(more));
    assert_eq!(found(r#"{"day": "2026-03-15", "tokens": 2000}"#), None);
    assert_eq!(found(r#"{"day": "2025-12-31", "tokens": 3000}"#), None, "before any pack it is a beginning");
}
