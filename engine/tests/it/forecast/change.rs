//! What-ifs: linear, on the same draws.

use super::{forecast, office, pack, run_out, sheet};
use crate::sheet::{day, every_day, plan, report};
use engine::analysis::forecast::{PoolForecast, Scenario};
use engine::analysis::{Cause, Report};
use engine::plan::Plan;

fn then(report: &Report, plan: &Plan, removed: &[f64]) -> engine::analysis::forecast::RunOutRange {
    let scenario = Scenario { removed, busy: &plan.busy, share: 1.0 };
    forecast(report).run_out(&report.pools[0], plan, scenario).expect("a run-out")
}

#[test]
fn nothing_changed_is_now() {
    let plan = plan(&pack(4_500));
    let report = report(&sheet("01-01", office("01-01", 200, 20.0, 0.4, 11)), &plan);
    assert_eq!(then(&report, &plan, &[]), run_out(&report));
}

#[test]
fn half_the_use_lasts_twice_as_long() {
    let plan = plan(&pack(980));
    let report = report(&every_day("01-01", 100, "ada AutoCAD 7"), &plan);
    let found = then(&report, &plan, &[3.5; 100]);
    // 280 tokens at 3.5 a day: 80 days from 2026-04-11 on, out on the 81st.
    assert_eq!((found.p10, found.p90), (Some(day("06-30")), Some(day("06-30"))));
    assert_eq!(then(&report, &plan, &[7.0; 100]).p10, None, "without any use it never runs out");
}

#[test]
fn a_busy_period_is_then_and_not_now() {
    let fields = format!(
        r#"{}, "busy": [{{"name": "tender", "from": "2026-04-11", "to": "2026-04-20", "percent": 100}}]"#,
        pack(980)
    );
    let plan = plan(&fields);
    let report = report(&every_day("01-01", 100, "ada AutoCAD 7"), &plan);
    assert_eq!(run_out(&report).p50, Some(day("05-21")));
    // Ten days of double use take ten days away.
    assert_eq!(then(&report, &plan, &[]).p50, Some(day("05-11")));
}

#[test]
fn tokens_a_day_add_up_to_what_was_said_and_spare_the_weekend() {
    let fields = r#""balances": [{"day": "2026-04-10", "tokens": 1000}],
                    "busy": [{"name": "tender", "from": "2026-04-11", "to": "2026-04-24", "tokens_per_day": 10}]"#;
    let plan = plan(fields);
    let weekdays = |tokens: f64| {
        let one = move |i: i32| if day("01-01").plus(i).weekday() < 5 { tokens } else { 0.0 };
        (0..100).map(one).collect::<Vec<_>>()
    };
    let report = report(&sheet("01-01", weekdays(10.0)), &plan);
    // 1,000 − 14 × 10 = 860: 86 working days from Monday 2026-04-13 on, out on the 87th.
    let expected = (0..).map(|i| day("04-13").plus(i)).filter(|d| d.weekday() < 5).nth(86);
    let found = then(&report, &plan, &[]);
    assert_eq!((found.p50, found.cause), (expected, Some(Cause::UsedUp)));
}

#[test]
fn a_likely_period_comes_in_as_many_futures() {
    let fields = format!(
        r#"{}, "term_end": "2026-05-15",
           "busy": [{{"name": "tender", "from": "2026-04-11", "to": "2026-04-20", "percent": 100, "probability": 0.3}}]"#,
        pack(980)
    );
    let plan = plan(&fields);
    let report = report(&every_day("01-01", 100, "ada AutoCAD 7"), &plan);
    let chance = then(&report, &plan, &[]).before_term_end.unwrap();
    assert!((chance - 0.3).abs() < 0.04, "{chance}");
}

#[test]
fn a_change_of_price_draws_nothing_anew() {
    use engine::analysis::forecast::Kept;
    let log = crate::sheet::log(&[&sheet("01-01", office("01-01", 200, 20.0, 0.4, 11))]);
    let mut kept = Kept::default();
    let drawn = |kept: &mut Kept, fields: &str| {
        let report = Report::with_kept(&log, &plan(fields), None, kept).unwrap();
        report.forecasts[0].drawn.clone().unwrap()
    };
    let first = drawn(&mut kept, &pack(4_500));
    let priced = drawn(&mut kept, &format!(r#"{}, "token_price": 2"#, pack(5_500)));
    assert!(std::sync::Arc::ptr_eq(&first, &priced));
    let seeded = drawn(&mut kept, &format!(r#"{}, "seed": 9"#, pack(5_500)));
    assert!(!std::sync::Arc::ptr_eq(&first, &seeded));
}

#[test]
fn a_scenario_is_linear_in_what_it_removes() {
    let plan = plan(&pack(4_500));
    let days = office("01-01", 200, 20.0, 0.4, 11);
    let report = report(&sheet("01-01", days.iter().copied()), &plan);
    let (_, daily) = PoolForecast::daily(&report.pools[0], report.period.as_of).unwrap();
    let part = |share: f64| daily.iter().map(|tokens| tokens * share).collect::<Vec<_>>();
    let removed = part(0.25);
    let found = then(&report, &plan, &removed);
    // A quarter less of everything is a third more tokens.
    let left = report.pools[0].balance().unwrap().to_f64();
    let used = report.cost.tokens.to_f64();
    let larger = super::with(&pack(0), |p| {
        p.packs[0].tokens = engine::usage::Tokens::from_f64(used + left / 0.75);
    });
    let more = run_out(&crate::sheet::report(&sheet("01-01", days), &larger));
    let near = |a: Option<engine::usage::Day>, b: Option<engine::usage::Day>| {
        a.unwrap().days_until(b.unwrap()).abs() <= 1
    };
    assert!(
        near(found.p10, more.p10) && near(found.p50, more.p50) && near(found.p90, more.p90),
        "{found:?} {more:?}"
    );
}
