//! What must hold whatever the data.

use super::{forecast, office, pack, run_out, sheet};
use crate::sheet::{plan, report};
use engine::analysis::Report;
use engine::analysis::forecast::RunOutRange;
use engine::usage::Day;
use proptest::prelude::*;

/// `None` is later than any day.
fn order(day: Option<Day>) -> Day {
    day.unwrap_or(Day(i32::MAX))
}

fn not_later(a: RunOutRange, b: RunOutRange) -> bool {
    order(a.p10) <= order(b.p10) && order(a.p50) <= order(b.p50) && order(a.p90) <= order(b.p90)
}

fn of(days: &[f64], fields: &str) -> Report {
    report(&sheet("01-01", days.iter().copied()), &plan(fields))
}

/// Office weeks of some length, level and noise; a few days without any use.
fn days() -> impl Strategy<Value = Vec<f64>> {
    (50..220i32, 3.0..60.0f64, 0.0..0.8f64, 1..10_000u64)
        .prop_map(|(days, level, noise, seed)| office("01-01", days, level, noise, seed))
        .prop_filter("some use at the end", |days| days[days.len() - 10..].iter().any(|d| *d > 0.0))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn percentiles_are_in_order_and_causes_go_with_days(days in days(), tokens in 200..20_000u32) {
        let fields = format!(r#"{}, "term_end": "2026-12-31""#, pack(tokens));
        let found = run_out(&of(&days, &fields));
        prop_assert!(order(found.p10) <= order(found.p50) && order(found.p50) <= order(found.p90));
        prop_assert_eq!(found.cause.is_some(), found.p10.is_some());
        let chance = found.before_term_end.unwrap();
        prop_assert!((0.0..=1.0).contains(&chance));
        let end = crate::sheet::day("12-31");
        prop_assert_eq!(order(found.p10) <= end, chance >= 0.1);
        prop_assert_eq!(order(found.p90) <= end, chance >= 0.9);
    }

    #[test]
    fn more_use_is_never_later(days in days(), tokens in 4_000..20_000u32, more in 1.0..2.0f64) {
        // The balance is read on the last day, so that only the future differs.
        let last = crate::sheet::day("01-01").plus(days.len() as i32 + 5);
        let fields = format!(r#""balances": [{{"day": "{last}", "tokens": {tokens}}}]"#);
        let larger: Vec<f64> = days.iter().map(|day| day * more).collect();
        let (less, more) = (run_out(&of(&days, &fields)), run_out(&of(&larger, &fields)));
        prop_assert!(not_later(more, less), "{more:?} is later than {less:?}");
    }

    #[test]
    fn more_tokens_are_never_earlier(days in days(), tokens in 3_000..9_000u32, more in 1..5_000u32, second in 0..2_000u32) {
        let fields = |first: u32| format!(
            r#""packs": [{{"tokens": {first}, "start": "2026-01-01", "end": "2026-10-31"}},
                         {{"tokens": {second}, "start": "2026-08-01", "end": "2027-07-31"}}]"#
        );
        let (few, many) = (run_out(&of(&days, &fields(tokens))), run_out(&of(&days, &fields(tokens + more))));
        prop_assert!(not_later(few, many), "{few:?} is later than {many:?}");
    }

    #[test]
    fn the_fan_is_in_order_and_never_below_nothing(days in days(), tokens in 500..9_000u32) {
        let plan = plan(&pack(tokens));
        let report = report(&sheet("01-01", days), &plan);
        let frame = engine::analysis::forecast::Frame::of(&plan, &report.period);
        let changed = forecast(&report).outlook(&report.pools[0], &frame, Default::default(), true);
        let outlook = changed.outlook.unwrap();
        prop_assert_eq!(outlook.fan.len() as i32, report.period.as_of.days_until(forecast(&report).horizon));
        for day in &outlook.fan {
            prop_assert!(day[0] >= 0.0 && day.is_sorted());
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_answer_and_another_one_nearly_so() {
    let days = office("01-01", 200, 20.0, 0.4, 11);
    let seeded = |seed: u32| run_out(&of(&days, &format!(r#"{}, "seed": {seed}"#, pack(4_500))));
    assert_eq!(seeded(1), seeded(1));
    let (one, other) = (seeded(1).p50.unwrap(), seeded(2).p50.unwrap());
    assert!(one.days_until(other).abs() <= 4, "{one} and {other}");
}

#[test]
fn the_end_of_the_term_moves_no_path() {
    let days = office("01-01", 200, 20.0, 0.4, 11);
    let with_end = |end: &str| {
        let found = run_out(&of(&days, &format!(r#"{}, "term_end": "{end}""#, pack(4_500))));
        (found.p10, found.p50, found.p90)
    };
    assert_eq!(with_end("2026-12-31"), with_end("2028-03-31"));
}

/// The numbers of one case, to the last digit. The browser's tests hold the page against the same.
#[test]
fn the_numbers_of_one_case() {
    let days = office("01-01", 330, 20.0, 0.4, 11);
    let report =
        of(&days, &format!(r#"{}, "term_start": "2026-01-01", "term_end": "2027-03-31""#, pack(7_000)));
    let found = run_out(&report);
    let tried = forecast(&report).drawn.as_ref().unwrap().backtest.as_ref().unwrap();
    expect_test::expect![[r#"
        Some("2027-03-11") Some("2027-03-29") Some("2027-04-19") Some(0.594)
        6 forecasts of 90 days, error 0.083697, burn rate 0.102556, held 5, stretch 0.924278
    "#]].assert_eq(&format!(
        "{:?} {:?} {:?} {:?}\n{} forecasts of {} days, error {:.6}, burn rate {:.6}, held {}, stretch {:.6}\n",
        found.p10.map(|d| d.to_string()),
        found.p50.map(|d| d.to_string()),
        found.p90.map(|d| d.to_string()),
        found.before_term_end,
        tried.dots.len(),
        tried.days,
        tried.smoothed_error_share,
        tried.burn_error_share,
        tried.held(),
        tried.stretch,
    ));
}
