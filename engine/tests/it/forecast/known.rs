//! Cases whose answer anybody can work out.

use super::{forecast, office, pack, report_as_of, run_out, sheet};
use crate::sheet::{day, every_day, plan, report};
use engine::analysis::Cause;
use engine::analysis::forecast::RunOutRange;
use engine::usage::Tokens;

/// All three percentiles on one day.
fn surely(text: &str, cause: Cause, before_term_end: Option<f64>) -> RunOutRange {
    let day = Some(day(text));
    RunOutRange { p10: day, p50: day, p90: day, cause: Some(cause), before_term_end }
}

#[test]
fn constant_use_runs_out_on_the_exact_day() {
    // 980 tokens, 100 days × 7 used: 280 left, which are 40 days: out on the 41st.
    let report = report(&every_day("01-01", 100, "ada AutoCAD 7"), &plan(&pack(980)));
    assert_eq!(run_out(&report), surely("2026-05-21", Cause::UsedUp, None));
}

#[test]
fn constant_use_over_a_year_is_still_exact_to_the_day() {
    let report = report(&every_day("01-01", 200, "ada AutoCAD 0.1"), &plan(&pack(54)));
    assert_eq!(report.pools[0].balance(), Some(Tokens::whole(34)));
    // 340 more days after 2026-07-19.
    assert_eq!(run_out(&report), surely("2027-06-25", Cause::UsedUp, None));
}

#[test]
fn the_last_day_of_the_term_counts_in() {
    let rows = every_day("01-01", 100, "ada AutoCAD 7");
    let chance = |term_end: &str| {
        let fields = format!(r#"{}, "term_end": "{term_end}""#, pack(980));
        run_out(&report(&rows, &plan(&fields))).before_term_end
    };
    assert_eq!(chance("2026-05-20"), Some(0.0));
    assert_eq!(chance("2026-05-21"), Some(1.0));
    assert_eq!(chance("2026-04-10"), None, "a term that is over has no chance");
}

#[test]
fn use_on_weekdays_never_runs_out_on_a_weekend() {
    for tokens in (3_000..4_000).step_by(37) {
        let rows = sheet("01-01", office("01-01", 180, 20.0, 0.3, 5));
        let found = run_out(&report(&rows, &plan(&pack(tokens))));
        for day in [found.p10, found.p50, found.p90].into_iter().flatten() {
            assert!(day.weekday() < 5, "{day} with {tokens} tokens");
        }
        assert!(found.p10.is_some());
    }
}

#[test]
fn a_pack_that_ends_full_lapses() {
    let fields = r#""packs": [{"tokens": 5000, "start": "2026-01-01", "end": "2026-05-31"}]"#;
    let report = report(&every_day("01-01", 100, "ada AutoCAD 7"), &plan(fields));
    assert_eq!(run_out(&report), surely("2026-06-01", Cause::Lapsed, None));
    let lapses = &forecast(&report).now.as_ref().unwrap().lapses;
    // 151 days × 7 until the end of May.
    assert_eq!(lapses.len(), 1);
    assert_eq!(lapses[0].day, day("05-31"));
    assert!((lapses[0].tokens.p50 - (5000.0 - 151.0 * 7.0)).abs() < 0.01, "{lapses:?}");
}

#[test]
fn a_pack_that_ends_before_a_weekend_still_lapsed_on_monday() {
    // 2026-06-05 is a Friday: nothing is needed before Monday.
    let fields = r#""packs": [{"tokens": 50000, "start": "2026-01-01", "end": "2026-06-05"}]"#;
    let rows = sheet("01-01", office("01-01", 120, 20.0, 0.3, 7));
    assert_eq!(run_out(&report(&rows, &plan(fields))), surely("2026-06-08", Cause::Lapsed, None));
}

#[test]
fn a_balance_that_starts_empty_is_out_on_the_first_day_that_needs_tokens() {
    let rows = sheet("01-01", office("01-01", 94, 20.0, 0.1, 3));
    // 2026-04-04 is a Saturday.
    let fields = r#""balances": [{"day": "2026-04-03", "tokens": 0}]"#;
    let report = report_as_of(&rows, fields, "2026-04-03");
    assert_eq!(run_out(&report), surely("2026-04-06", Cause::UsedUp, None));
}

#[test]
fn a_later_reading_resets_the_start() {
    let rows = every_day("01-01", 100, "ada AutoCAD 7");
    let fields = format!(r#"{}, "balances": [{{"day": "2026-04-20", "tokens": 70}}]"#, pack(980));
    // The rows end on 2026-04-10; ten days from the 21st on are covered.
    assert_eq!(run_out(&report(&rows, &plan(&fields))), surely("2026-05-01", Cause::UsedUp, None));
}

#[test]
fn a_pack_to_come_is_counted_from_its_start() {
    let rows = every_day("01-01", 100, "ada AutoCAD 7");
    let two = |start: &str| {
        format!(
            r#""packs": [{{"tokens": 980, "start": "2026-01-01", "end": "2026-12-31"}},
                         {{"tokens": 700, "start": "{start}", "end": "2027-12-31"}}]"#
        )
    };
    let found = |start| run_out(&report(&rows, &plan(&two(start))));
    assert_eq!(found("2026-05-21"), surely("2026-08-29", Cause::UsedUp, None), "in time: 100 days more");
    assert_eq!(found("2026-05-22"), surely("2026-05-21", Cause::UsedUp, None), "one day late");
}

#[test]
fn more_than_enough_lasts_and_says_so() {
    let rows = every_day("01-01", 100, "ada AutoCAD 7");
    let fields = r#""packs": [{"tokens": 100000, "start": "2026-01-01"}], "term_end": "2026-12-31""#;
    let expected = RunOutRange { before_term_end: Some(0.0), ..RunOutRange::default() };
    assert_eq!(run_out(&report(&rows, &plan(fields))), expected);
}

#[test]
fn each_pool_runs_out_on_its_own() {
    let mut rows = every_day("01-01", 100, "ada AutoCAD 7 north");
    rows += &every_day("01-01", 100, "bo Revit 10 south");
    let fields = r#""packs": [{"pool": "north", "tokens": 980, "start": "2026-01-01", "end": "2027-12-31"},
                              {"pool": "south", "tokens": 1100, "start": "2026-01-01", "end": "2027-12-31"}]"#;
    let report = report(&rows, &plan(fields));
    let outs: Vec<_> = report.forecasts.iter().map(|f| *f.run_out_now().unwrap()).collect();
    assert_eq!(outs, [surely("2026-05-21", Cause::UsedUp, None), surely("2026-04-21", Cause::UsedUp, None)]);
}

#[test]
fn days_off_that_the_plan_names_are_not_run_out_days() {
    let rows = sheet("01-01", office("01-01", 180, 20.0, 0.3, 5));
    let free = run_out(&report(&rows, &plan(&pack(3_100)))).p50.unwrap();
    let fields = format!(r#"{}, "holidays": ["{free}"]"#, pack(3_100));
    let found = run_out(&report(&rows, &plan(&fields))).p50.unwrap();
    assert!(found > free, "{found} is not after the day off, {free}");
}
