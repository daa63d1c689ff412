//! Packs, readings, balance, past cost and the straight line to the run-out.

use crate::sheet::{day, every_day, log, plan, report};
use engine::analysis::{Cause, NoRunOut, Report};
use engine::usage::{Money, Tokens};

/// Balance, past cost, uncovered and unexplained tokens of the first pool.
fn check(sheet: &str, fields: &str, expected: expect_test::Expect) {
    let report = report(sheet, &plan(fields));
    let mut text = String::new();
    for (pool, run_out) in report.pools.iter().zip(&report.runouts) {
        text += &format!(
            "{} on {}: balance {:?}, uncovered {}, unexplained {}, unseen {}\n  burn {} a day over {}, {}\n",
            pool.name.as_deref().unwrap_or("common"),
            pool.balance_day,
            pool.balance().map(Tokens::to_f64),
            pool.uncovered().to_f64(),
            pool.unexplained.to_f64(),
            pool.unseen_before_rows,
            run_out.burn_per_day.to_f64(),
            run_out.burn_days,
            match run_out.date {
                Ok((day, cause)) => format!("{} {day}", cause.name()),
                Err(why) => format!("{why:?}"),
            }
        );
    }
    text += &format!("cost {:?}\n", report.cost.amount.map(Money::to_f64));
    expected.assert_eq(&text);
}

#[test]
fn without_packs_and_readings_there_is_no_balance() {
    check(
        &every_day("01-01", 60, "ada AutoCAD 7"),
        "",
        expect_test::expect![[r#"
            common on 2026-03-01: balance None, uncovered 420, unexplained 0, unseen false
              burn 7 a day over 28, NoBalance
            cost Some(1260.0)
        "#]],
    );
}

#[test]
fn constant_use_runs_out_on_the_exact_day() {
    // 700 tokens, 60 days × 7 used: 280 left, which are 40 days: out on the 41st.
    check(
        &every_day("01-01", 60, "ada AutoCAD 7"),
        r#""packs": [{"tokens": 700, "price": 1400, "start": "2026-01-01", "end": "2026-12-31"}]"#,
        expect_test::expect![[r#"
            common on 2026-03-01: balance Some(280.0), uncovered 0, unexplained 0, unseen false
              burn 7 a day over 28, used_up 2026-04-11
            cost Some(840.0)
        "#]],
    );
}

#[test]
fn the_pack_that_ends_first_is_spent_first() {
    // 60 × 7 = 420 tokens: 210 at 1.00 from the earlier end, then 210 at 2.00.
    check(
        &every_day("01-01", 60, "ada AutoCAD 7"),
        r#""packs": [{"tokens": 1000, "price": 2000, "start": "2026-01-01", "end": "2026-12-31"},
                     {"tokens": 210, "price": 210, "start": "2026-01-01", "end": "2026-06-30"}]"#,
        expect_test::expect![[r#"
            common on 2026-03-01: balance Some(790.0), uncovered 0, unexplained 0, unseen false
              burn 7 a day over 28, used_up 2026-06-22
            cost Some(630.0)
        "#]],
    );
}

#[test]
fn a_pack_that_ends_with_tokens_lapses() {
    check(
        &every_day("01-01", 60, "ada AutoCAD 7"),
        r#""packs": [{"tokens": 5000, "price": 15000, "start": "2026-01-01", "end": "2026-03-31"}]"#,
        expect_test::expect![[r#"
            common on 2026-03-01: balance Some(4580.0), uncovered 0, unexplained 0, unseen false
              burn 7 a day over 28, lapsed 2026-04-01
            cost Some(1260.0)
        "#]],
    );
}

#[test]
fn use_before_the_first_pack_is_uncovered() {
    check(
        &every_day("01-01", 60, "ada AutoCAD 7"),
        r#""token_price": 10, "packs": [{"tokens": 700, "price": 700, "start": "2026-01-31", "end": "2026-12-31"}]"#,
        expect_test::expect![[r#"
            common on 2026-03-01: balance Some(490.0), uncovered 210, unexplained 0, unseen false
              burn 7 a day over 28, used_up 2026-05-11
            cost Some(2310.0)
        "#]],
    );
}

#[test]
fn a_reading_counts_from_its_day_on() {
    check(
        &every_day("01-01", 60, "ada AutoCAD 7"),
        r#""packs": [{"tokens": 700, "price": 1400, "start": "2026-01-01", "end": "2026-12-31"}],
           "balances": [{"day": "2026-01-31", "tokens": 400}]"#,
        expect_test::expect![[r#"
            common on 2026-03-01: balance Some(197.0), uncovered 0, unexplained -83, unseen false
              burn 7 a day over 28, used_up 2026-03-30
            cost Some(840.0)
        "#]],
    );
}

#[test]
fn a_reading_alone_is_a_balance() {
    check(
        &every_day("01-01", 60, "ada AutoCAD 7"),
        r#""balances": [{"day": "2026-01-31", "tokens": 400}]"#,
        expect_test::expect![[r#"
            common on 2026-03-01: balance Some(197.0), uncovered 217, unexplained 0, unseen false
              burn 7 a day over 28, used_up 2026-03-30
            cost Some(1260.0)
        "#]],
    );
}

#[test]
fn a_reading_after_the_last_row_is_where_the_line_begins() {
    check(
        &every_day("01-01", 60, "ada AutoCAD 7"),
        r#""balances": [{"day": "2026-03-11", "tokens": 70}]"#,
        expect_test::expect![[r#"
            common on 2026-03-11: balance Some(70.0), uncovered 420, unexplained 0, unseen false
              burn 7 a day over 28, used_up 2026-03-22
            cost Some(1260.0)
        "#]],
    );
}

#[test]
fn a_pack_that_begins_before_the_rows_asks_for_a_reading() {
    check(
        &every_day("02-01", 60, "ada AutoCAD 7"),
        r#""packs": [{"tokens": 700, "price": 1400, "start": "2026-01-01", "end": "2026-12-31"}]"#,
        expect_test::expect![[r#"
            common on 2026-04-01: balance Some(280.0), uncovered 0, unexplained 0, unseen true
              burn 7 a day over 28, used_up 2026-05-12
            cost Some(840.0)
        "#]],
    );
}

#[test]
fn a_refund_goes_back_where_it_came_from() {
    // 10 tokens at 1.00, then 10 at 2.00; 15 come back: 10 at 2.00 and 5 at 1.00.
    check(
        "01-01 ada Cloud 20
         01-02 ada Cloud -15",
        r#""packs": [{"tokens": 10, "price": 10, "start": "2026-01-01", "end": "2026-06-30"},
                     {"tokens": 10, "price": 20, "start": "2026-01-01", "end": "2026-12-31"}]"#,
        expect_test::expect![[r#"
            common on 2026-01-02: balance Some(15.0), uncovered 0, unexplained 0, unseen false
              burn 2.5 a day over 2, TooFewDays
            cost Some(5.0)
        "#]],
    );
}

#[test]
fn a_refund_of_more_than_was_drawn_stays_in_the_pack() {
    // 100 − 7 + 10 − 10: what was given back beyond the seven tokens is not lost and nothing is uncovered.
    check(
        "01-01 ada AutoCAD 7
         01-02 ben Cloud -10
         01-03 ben Cloud 10",
        r#""packs": [{"tokens": 100, "price": 200, "start": "2026-01-01", "end": "2026-12-31"}]"#,
        expect_test::expect![[r#"
            common on 2026-01-03: balance Some(93.0), uncovered 0, unexplained 0, unseen false
              burn 2.333333 a day over 3, TooFewDays
            cost Some(14.0)
        "#]],
    );
    // Without a pack later use takes it.
    check(
        "01-01 ada AutoCAD 7
         01-02 ben Cloud -10
         01-03 ben Cloud 10",
        "",
        expect_test::expect![[r#"
            common on 2026-01-03: balance None, uncovered 7, unexplained 0, unseen false
              burn 2.333333 a day over 3, NoBalance
            cost Some(21.0)
        "#]],
    );
}

#[test]
fn charges_of_a_day_that_nets_to_nothing_have_a_price() {
    let sheet = "01-01 ada AutoCAD 7
                 01-02 ada AutoCAD 7
                 01-02 ben Cloud -7
                 01-03 ben Cloud 10";
    let fields = r#""token_price": 9, "packs": [{"tokens": 100, "price": 200, "start": "2026-01-01", "end": "2026-12-31"}]"#;
    let report = report(sheet, &plan(fields));
    let amounts: Vec<f64> =
        report.cost.by_person.iter().filter_map(|part| part.amount.map(Money::to_f64)).collect();
    assert_eq!(
        (amounts.as_slice(), report.cost.amount.map(Money::to_f64)),
        ([28.0, 6.0].as_slice(), Some(34.0))
    );
}

#[test]
fn readings_without_packs_show_what_is_unexplained() {
    // The first is the beginning; then seven a day until the second: 1,000 − 210 are 790.
    check(
        &every_day("01-01", 60, "ada AutoCAD 7"),
        r#""balances": [{"day": "2026-01-20", "tokens": 1000}, {"day": "2026-02-19", "tokens": 700}]"#,
        expect_test::expect![[r#"
            common on 2026-03-01: balance Some(630.0), uncovered 140, unexplained -90, unseen false
              burn 7 a day over 28, used_up 2026-05-31
            cost Some(1260.0)
        "#]],
    );
}

#[test]
fn teams_with_packs_of_their_own_have_pools_of_their_own() {
    check(
        &(every_day("01-01", 60, "ada AutoCAD 7 Civil") + &every_day("01-01", 60, "ben Revit 10 Bridges")),
        r#""packs": [{"pool": "Civil", "tokens": 700, "price": 700, "start": "2026-01-01", "end": "2026-12-31"},
                     {"pool": "Bridges", "tokens": 500, "price": 1000, "start": "2026-01-01", "end": "2026-12-31"}]"#,
        expect_test::expect![[r#"
            Bridges on 2026-03-01: balance Some(0.0), uncovered 100, unexplained 0, unseen false
              burn 10 a day over 28, used_up 2026-03-02
            Civil on 2026-03-01: balance Some(280.0), uncovered 0, unexplained 0, unseen false
              burn 7 a day over 28, used_up 2026-04-11
            cost Some(1561.6667)
        "#]],
    );
}

#[test]
fn without_use_lately_it_never_runs_out() {
    let log = log(&[&every_day("01-01", 60, "ada AutoCAD 7")]);
    let plan = plan(r#""balances": [{"day": "2026-03-01", "tokens": 70}]"#);
    let report = Report::of(&log, &plan, Some(day("06-30"))).expect("use");
    assert_eq!(report.runouts[0].date, Err(NoRunOut::NoUse));
}

#[test]
fn more_tokens_never_run_out_earlier() {
    let sheet = every_day("01-01", 60, "ada AutoCAD 7");
    let out = |tokens: i64| {
        let report = report(
            &sheet,
            &plan(&format!(
                r#""packs": [{{"tokens": {tokens}, "price": 1, "start": "2026-01-01", "end": "2026-12-31"}}]"#
            )),
        );
        report.runouts[0].date
    };
    let mut before = day("01-01");
    for tokens in (420..2_500).step_by(3) {
        match out(tokens) {
            Ok((day, Cause::UsedUp)) => {
                assert!(before <= day, "{tokens} tokens run out on {day}, fewer on {before}");
                before = day;
            }
            other => assert!(tokens > 2_100, "{tokens}: {other:?}"),
        }
    }
}
