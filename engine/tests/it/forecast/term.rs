//! What a term has to use, and what of it is used: packs, readings, terms that lie ahead.

use super::{forecast, report_as_of};
use crate::sheet::{day, every_day, plan, report};
use engine::analysis::Report;
use engine::analysis::forecast::{Allowance, Term};
use engine::usage::Tokens;

const TERM: &str = r#""term_start": "2026-01-01", "term_end": "2026-12-31""#;

/// Ten tokens a day up to the end of June.
fn of(first: &str, fields: &str) -> Report {
    let days = day(first).days_until(day("06-30")) + 1;
    report(&every_day(first, days, "ada AutoCAD 10"), &plan(fields))
}

/// Tokens of the term on its first and its last day, as the months' percent have them.
fn totals(found: &Report, fields: &str) -> [f64; 2] {
    let term = Term { start: day("01-01"), end: day("12-31") };
    let allowance =
        Allowance::of(&found.pools[0], &plan(fields), term, day("06-30")).expect("tokens of the term");
    [term.start, term.end].map(|day| allowance.total(day).to_f64())
}

#[test]
fn what_was_there_to_use() {
    let cases = [
        // What lapses on the eve of the term is none of its tokens.
        (
            r#""packs": [{"tokens": 3000, "start": "2025-01-01", "end": "2025-12-31"},
                         {"tokens": 2500, "start": "2026-01-01", "end": "2026-12-31"}]"#,
            [2_500.0, 2_500.0],
        ),
        // What outlives the eve is: 92 days are used of it.
        (
            r#""packs": [{"tokens": 3000, "start": "2025-01-01", "end": "2026-01-31"},
                         {"tokens": 2500, "start": "2026-01-01", "end": "2026-12-31"}]"#,
            [4_580.0, 4_580.0],
        ),
        // A reading before any pack: what was left then and what was used since the term began.
        (r#""balances": [{"day": "2026-05-31", "tokens": 1000}]"#, [2_510.0, 2_510.0]),
        (
            r#""balances": [{"day": "2026-05-31", "tokens": 1000}],
               "packs": [{"tokens": 500, "start": "2026-06-15", "end": "2027-06-14"}]"#,
            [2_510.0, 3_010.0],
        ),
        (
            r#""balances": [{"day": "2026-05-31", "tokens": 1000}],
               "packs": [{"tokens": 5000, "start": "2027-01-01", "end": "2027-12-31"}]"#,
            [2_510.0, 2_510.0],
        ),
        // A pack of the last term that is over tells nothing of this one.
        (
            r#""balances": [{"day": "2026-05-31", "tokens": 1000}],
               "packs": [{"tokens": 9000, "start": "2024-12-31", "end": "2025-12-30"}]"#,
            [2_510.0, 2_510.0],
        ),
        // The later reading counts where both are known; one after the last row only where it is alone.
        (
            r#""balances": [{"day": "2026-03-31", "tokens": 2000}, {"day": "2026-05-31", "tokens": 1000}]"#,
            [2_510.0, 2_510.0],
        ),
        (
            r#""balances": [{"day": "2026-05-31", "tokens": 1000}, {"day": "2026-07-10", "tokens": 600}]"#,
            [2_510.0, 2_510.0],
        ),
    ];
    for (fields, expected) in cases {
        let fields = format!("{TERM}, {fields}");
        assert_eq!(totals(&of("2025-10-01", &fields), &fields), expected, "{fields}");
    }
}

#[test]
fn a_true_up_after_a_reading_crosses_no_tier() {
    let fields = format!(
        r#"{TERM}, "balances": [{{"day": "2026-05-31", "tokens": 1000}}],
           "packs": [{{"tokens": 500, "start": "2026-06-15", "end": "2027-06-14"}}]"#
    );
    let found = of("2026-01-01", &fields);
    let tiers = forecast(&found).tiers.as_ref().expect("tiers");
    let days: Vec<_> = tiers.iter().map(|tier| (tier.reached.is_some(), tier.day())).collect();
    // A quarter of 2,510 and half of it are crossed; three quarters of 3,010 on the 226th day.
    assert_eq!(days, [(true, Some(day("03-04"))), (true, Some(day("05-06"))), (false, Some(day("08-14")))]);
    let june = forecast(&found).months[5].cumulative_percent.expect("a percent");
    assert!((june - 1_810.0 / 30.1).abs() < 1e-9, "{june}");
}

#[test]
fn a_term_that_lies_ahead_begins_with_what_its_eve_leaves() {
    let fields = r#""term_start": "2026-08-01", "term_end": "2027-07-31",
        "packs": [{"tokens": 2300, "start": "2026-01-01", "end": "2029-12-31"},
                  {"tokens": 2000, "start": "2026-08-01", "end": "2027-07-31"}]"#;
    let found = of("2026-01-01", fields);
    let (forecast, months) = (forecast(&found), &forecast(&found).months);
    // 490 are left at the end of June and 180 at the end of July: 2,180 for the term.
    let tiers = forecast.tiers.as_ref().expect("tiers");
    assert_eq!(tiers[0].day(), Some(day("09-24")));
    assert_eq!((tiers[0].reached, tiers[0].ahead.p10), (None, Some(day("09-24"))));
    assert_eq!(months[0].month, day("08-01").month());
    assert!((months[0].tokens.to_f64() - 310.0).abs() < 0.01, "{:?}", months[0]);
    assert!((months[0].cumulative_percent.expect("a percent") - 31.0 / 2.18).abs() < 0.01);
    assert_eq!((forecast.pace, months.len()), (None, 12));
    assert!(months.iter().all(|month| month.cumulative_percent.expect("a percent") < 100.001));
    // What lapses on its eve is none of its tokens either.
    let fields = fields.replace("2029-12-31", "2026-07-31");
    let tiers = of("2026-01-01", &fields).forecasts[0].tiers.clone().expect("tiers");
    assert_eq!(tiers[0].day(), Some(day("09-19")), "a quarter of 2,000");
}

#[test]
fn a_term_that_begins_tomorrow_has_what_is_left_tonight() {
    let fields = r#""term_start": "2026-07-01", "term_end": "2027-06-30",
        "packs": [{"tokens": 2300, "start": "2026-01-01", "end": "2026-06-30"},
                  {"tokens": 2000, "start": "2026-07-01", "end": "2027-06-30"}]"#;
    let tiers = of("2026-01-01", fields).forecasts[0].tiers.clone().expect("tiers");
    assert_eq!(tiers[0].day(), Some(day("08-19")), "a quarter of 2,000");
}

#[test]
fn a_term_without_an_end_is_a_year() {
    let packs = r#""packs": [{"tokens": 2500, "start": "2026-01-01", "end": "2026-12-31"}]"#;
    let both = of("2026-01-01", &format!("{TERM}, {packs}"));
    let start = of("2026-01-01", &format!(r#""term_start": "2026-01-01", {packs}"#));
    let chance = |found: &Report| super::run_out(found).before_term_end;
    assert_eq!((chance(&both), chance(&start)), (Some(1.0), Some(1.0)));
}

#[test]
fn a_pack_that_starts_before_a_later_reading_hides_no_use() {
    let fields = format!(
        r#"{TERM}, "packs": [{{"tokens": 2500, "start": "2026-01-01", "end": "2026-12-31"}},
                             {{"tokens": 1000, "start": "2026-07-05", "end": "2027-06-30"}}],
           "balances": [{{"day": "2026-07-10", "tokens": 1500}}]"#
    );
    let found = of("2026-01-01", &fields);
    // 690 on the last day, 1,000 more, 1,500 read.
    assert_eq!(forecast(&found).used_before_balance, Tokens::whole(190));
    // What lapsed meanwhile was not used.
    let fields = r#""packs": [{"tokens": 1810, "start": "2026-01-01", "end": "2026-07-02"},
                              {"tokens": 500, "start": "2026-01-01", "end": "2026-07-02"},
                              {"tokens": 1000, "start": "2026-07-03", "end": "2027-06-30"}],
                    "balances": [{"day": "2026-07-10", "tokens": 930}]"#;
    let rows = every_day("01-01", 181, "ada AutoCAD 10");
    let found = report_as_of(&rows, fields, "2026-06-30");
    assert_eq!(forecast(&found).used_before_balance, Tokens::whole(70));
}
