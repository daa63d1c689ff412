//! The true-up: known cases and laws.

use super::{priced, purchase};
use crate::forecast::{office, sheet};
use crate::sheet::{day, every_day, plan};
use engine::analysis::purchase::TrueUp;
use engine::usage::{Money, Tokens};

const TERM: &str = r#""term_start": "2026-01-01", "term_end": "2026-12-31""#;

fn pack(tokens: u32) -> String {
    format!(
        r#""packs": [{{"tokens": {tokens}, "price": {}, "start": "2026-01-01", "end": "2026-12-31"}}]"#,
        tokens * 3
    )
}

fn true_up(fields: &str) -> TrueUp {
    // 7 tokens every day: 2,555 a year, 1,400 by 2026-07-19.
    let sheet = every_day("01-01", 200, "ada AutoCAD 7");
    purchase(&sheet, &plan(fields)).pools[0].true_up.expect("a true-up")
}

#[test]
fn what_is_missing_is_bought() {
    // 2,000 tokens last to 2026-10-12 (285 days, five tokens left); out on the 13th.
    let found = true_up(&format!("{TERM}, {}", pack(2_000)));
    assert_eq!(found.tokens, Tokens::whole(555));
    assert_eq!(found.order_by, Some(day("10-13").plus(-60)));
    assert_eq!(found.amount, Some(Money::whole(1_665)));
    assert_eq!(found.amount_if_late, Some(Money::whole(1_998)));
}

#[test]
fn prices_sizes_and_lead_time_are_the_plans() {
    let more = r#""pack_sizes": [100, 250], "lead_days": 30, "true_up_price": 3.1, "late_price": 4,
                  "volume_prices": [{"from_tokens": 500, "token_price": 2.5}]"#;
    let found = true_up(&format!("{TERM}, {}, {more}", pack(2_000)));
    assert_eq!(found.tokens, Tokens::whole(600));
    assert_eq!(found.order_by, Some(day("10-13").plus(-30)));
    assert_eq!((found.amount, found.amount_if_late), (Some(Money::whole(1_500)), Some(Money::whole(2_400))));
}

#[test]
fn grace_does_not_move_the_order_day() {
    let with =
        true_up(&format!(r#"{TERM}, {}, "grace_days": 30, "clauses": {{"grace_days": 30}}"#, pack(2_000)));
    assert_eq!(with.order_by, Some(day("10-13").plus(-60)));
}

#[test]
fn nothing_is_bought_where_it_lasts() {
    let found = true_up(&format!("{TERM}, {}", pack(2_555)));
    assert_eq!((found.tokens, found.order_by, found.amount), (Tokens::ZERO, None, Some(Money::ZERO)));
}

#[test]
fn the_smallest_purchase_is_thirty_three() {
    assert_eq!(true_up(&format!("{TERM}, {}", pack(2_550))).tokens, Tokens::whole(33));
}

#[test]
fn what_cannot_be_told_is_not() {
    let sheet = every_day("01-01", 200, "ada AutoCAD 7");
    for fields in ["", TERM, &pack(2_000)] {
        assert_eq!(purchase(&sheet, &plan(fields)).true_up, None, "{fields}");
    }
    let short = every_day("01-01", 30, "ada AutoCAD 7");
    assert_eq!(purchase(&short, &plan(&format!("{TERM}, {}", pack(2_000)))).true_up, None);
    let unpriced =
        format!(r#""currency": "EUR", {TERM}, "balances": [{{"day": "2026-07-19", "tokens": 100}}]"#);
    let found = purchase(&sheet, &plan(&unpriced)).true_up.expect("tokens are known");
    assert_eq!((found.tokens, found.amount, found.amount_if_late), (Tokens::whole(1_055), None, None));
}

#[test]
fn more_certainty_never_buys_less() {
    let sheet = sheet("01-01", office("01-01", 200, 20.0, 0.4, 11));
    let at = |certainty: f64| {
        let fields = format!(r#"{TERM}, {}, "certainty": {certainty}"#, pack(4_000));
        let report = purchase(&sheet, &priced(&fields));
        report.true_up.expect("a true-up").tokens
    };
    let all = [0.5, 0.6, 0.75, 0.9, 0.95, 0.99].map(at);
    assert!(all.is_sorted(), "{all:?}");
    assert!(all[0] < all[5], "{all:?}");
}

#[test]
fn with_the_true_up_enough_futures_reach_the_end() {
    let use_of = office("01-01", 200, 20.0, 0.4, 5);
    let chance = |tokens: f64| {
        let fields =
            format!(r#"{TERM}, {}, "balances": [{{"day": "2026-07-19", "tokens": {tokens}}}]"#, pack(4_000));
        let report = crate::sheet::report(&sheet("01-01", use_of.clone()), &plan(&fields));
        let out = crate::forecast::run_out(&report).before_term_end.expect("a chance");
        (out, report)
    };
    let (before, report) = chance(500.0);
    assert!(before > 0.1);
    let fields = format!(r#"{TERM}, {}, "balances": [{{"day": "2026-07-19", "tokens": 500}}]"#, pack(4_000));
    let plan = plan(&fields);
    let bought = engine::analysis::purchase::Purchase::of(&plan, &report, None).true_up.expect("a true-up");
    let needed = bought.tokens.to_f64();
    assert!(chance(500.0 + needed).0 <= 0.1);
    assert!(chance(500.0 + needed - 2.0).0 > 0.1, "one token less would not do");
}

#[test]
fn a_pool_that_needs_nothing_hurries_nobody() {
    // North is at the edge of a term's end, so that a half of the futures are out before it.
    let days = office("01-01", 200, 20.0, 0.4, 11);
    let north = sheet("01-01", days).replace(" AutoCAD ", " Revit ");
    let north: String = north.lines().map(|line| format!("{line} north\n")).collect();
    let rows = north + &every_day("01-01", 200, "bo AutoCAD 7 south");
    let bought = |north: u32| {
        let fields = format!(
            r#"{TERM}, "certainty": 0.5, "packs": [
                {{"pool": "north", "tokens": {north}, "start": "2026-01-01", "end": "2026-12-31"}},
                {{"pool": "south", "tokens": 2500, "start": "2026-01-01", "end": "2026-12-31"}}]"#
        );
        purchase(&rows, &plan(&fields))
    };
    let south = Some(day("12-24").plus(-60));
    let all = bought(5_650);
    let north = all.pools[0].true_up.expect("a true-up");
    assert_eq!((north.tokens, north.order_by), (Tokens::ZERO, None));
    assert_eq!(all.true_up.expect("a sum").order_by, south);
    let all = bought(5_000);
    let north = all.pools[0].true_up.expect("a true-up");
    assert!(north.tokens.is_positive() && north.order_by < south, "{north:?}");
    assert_eq!(all.true_up.expect("a sum").order_by, north.order_by);
}

#[test]
fn bought_as_stated_enough_futures_reach_the_end() {
    // A first pack that is nearly empty, a small one that comes before the order day: some futures are
    // short before the tokens are there, so the others must hold the longer.
    let rows = sheet("01-01", office("01-01", 120, 20.0, 0.6, 3));
    for (certainty, lead_days) in [(0.9, 30), (0.9, 0), (0.8, 60), (0.95, 0), (0.99, 14)] {
        let with = |bought: &str| {
            let fields = format!(
                r#"{TERM}, "certainty": {certainty}, "lead_days": {lead_days}, "packs": [
                    {{"tokens": 1600, "start": "2026-01-01", "end": "2026-10-28"}},
                    {{"tokens": 1500, "start": "2026-05-19", "end": "2027-05-18"}}{bought}]"#
            );
            (crate::sheet::report(&rows, &plan(&fields)), plan(&fields))
        };
        let (report, plan) = with("");
        let found = engine::analysis::purchase::Purchase::of(&plan, &report, None).pools[0].true_up;
        let found = found.expect("a true-up");
        let from = found.from.expect("a day");
        let reached = |tokens: f64| {
            let pack = format!(r#", {{"tokens": {tokens}, "start": "{from}", "end": "{}"}}"#, from.plus(364));
            1.0 - crate::forecast::run_out(&with(&pack).0).before_term_end.expect("a chance")
        };
        let tokens = found.tokens.to_f64();
        assert!(reached(tokens) >= certainty - 1e-9, "{certainty}, {lead_days}: {}", reached(tokens));
        assert!(reached(tokens - 2.0) < certainty, "{certainty}, {lead_days}: a smaller one would do");
    }
}

#[test]
fn a_term_of_two_years_is_covered_to_its_end() {
    // 5,110 tokens a term, 1,400 used: its tokens do not end before the term.
    let term = r#""term_start": "2026-01-01", "term_end": "2027-12-31""#;
    let packs = r#""packs": [{"tokens": 2000, "start": "2026-01-01", "end": "2027-12-31"}]"#;
    assert_eq!(true_up(&format!("{term}, {packs}")).tokens, Tokens::whole(3_110));
}
