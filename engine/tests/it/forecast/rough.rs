//! Monthly sheets: a straight line with an interval, tiers and months.

use crate::sheet::{day, plan};
use engine::analysis::{Cause, RoughRunOut};
use engine::usage::Tokens;
use std::collections::BTreeMap;

const YEAR: &str = r#""term_start": "2026-01-01", "term_end": "2026-12-31",
    "packs": [{"tokens": 5000, "start": "2026-01-01", "end": "2026-12-31"}]"#;

/// Of months' last days with the tokens since the row before.
fn of(rows: &[(&str, i64)], fields: &str) -> RoughRunOut {
    let months: BTreeMap<_, _> =
        rows.iter().map(|(text, tokens)| (day(text).month(), Tokens::whole(*tokens))).collect();
    let (found, drawn) = RoughRunOut::of(&months, &plan(fields), None).expect("a sheet");
    // What the months used is what stands in the sheet, to the last millionth.
    let used: Tokens = drawn.values().map(|(tokens, _)| *tokens).sum();
    assert_eq!(used, rows.iter().map(|(_, tokens)| Tokens::whole(*tokens)).sum());
    found
}

const ARTICLE: [(&str, i64); 3] = [("01-31", 500), ("04-30", 1_300), ("07-31", 1_400)];

#[test]
fn the_articles_sheet_gives_late_november_with_its_interval() {
    let found = of(&ARTICLE, YEAR);
    assert_eq!(found.out, Some((day("11-27"), Cause::UsedUp)));
    assert_eq!((found.early, found.late), (Some(day("11-15")), Some(day("12-10"))));
    assert_eq!(found.balance, Some(Tokens::whole(1_800)));
    let percent = |month: usize| found.months[month].cumulative_percent.expect("a percent");
    assert_eq!([percent(0), percent(3), percent(6)], [10.0, 36.0, 64.0]);
    assert_eq!(found.months.iter().map(|month| month.forecast).collect::<Vec<_>>()[6..8], [false, true]);
    assert_eq!(found.months.len(), 12);
    assert!((percent(9) - 92.0).abs() < 0.01, "{}", percent(9));
    assert!((percent(11) - 100.0).abs() < 1e-6, "all is used");
    let [low, high] = [found.months[8].cumulative_range.0, found.months[8].cumulative_range.1];
    assert!(low < found.months[8].cumulative && found.months[8].cumulative < high);
    let tiers = found.tiers.as_ref().expect("tiers");
    // 750 of the 1,300 after January: on the 52nd of 89 days; 700 of the next 1,400: on the 46th of 92.
    assert_eq!(
        tiers.iter().map(|tier| tier.reached).collect::<Vec<_>>(),
        [Some(day("03-24")), Some(day("06-15")), None]
    );
    // 550 of what is left, at 15.2 a day.
    assert_eq!(tiers[2].ahead.p50, Some(day("09-06")));
    assert!(tiers[2].ahead.p10 < tiers[2].ahead.p50 && tiers[2].ahead.p50 < tiers[2].ahead.p90);
}

#[test]
fn what_a_row_covers_is_spread_over_its_days() {
    let burn = |rows: &[(&str, i64)]| {
        let found = of(rows, YEAR);
        (found.burn_per_day.to_f64(), found.out.expect("a day").0)
    };
    // 2,700 in 181 days: 14.9 a day, and 1,800 are left.
    let (pace, out) = burn(&[("01-31", 500), ("07-31", 2_700)]);
    assert!((pace - 2_700.0 / 181.0).abs() < 1e-3, "{pace}");
    assert_eq!(out, day("11-29"));
    // 15 a day in May, 900 in the 61 days after it.
    let (pace, _) = burn(&[("01-31", 500), ("05-31", 1_800), ("07-31", 900)]);
    assert!((pace - (31.0 * 15.0 + 900.0) / 92.0).abs() < 1e-3, "{pace}");
    // A first total of the midst of the term tells of days before it that nobody counts.
    let (pace, _) = burn(&[("03-31", 1_500), ("04-30", 500), ("05-31", 500)]);
    assert!((pace - 1_000.0 / 61.0).abs() < 1e-3, "{pace}");
}

#[test]
fn too_little_draws_no_line() {
    let found = of(&[("01-31", 500)], YEAR);
    assert_eq!((found.out, found.early, found.late), (None, None, None));
    assert_eq!((found.months.len(), found.months[0].cumulative_percent), (1, Some(10.0)));
    let found = of(&ARTICLE, "");
    assert_eq!((found.balance, found.out, found.tiers), (None, None, None));
    assert!(found.months.iter().all(|month| month.cumulative_percent.is_none()));
    assert!(found.months.len() > 12 && found.months[7].forecast);
}

#[test]
fn a_reading_alone_tells_what_the_term_began_with() {
    let term = r#""term_start": "2026-01-01", "term_end": "2026-12-31""#;
    let found = of(&ARTICLE, &format!(r#"{term}, "balances": [{{"day": "2026-07-31", "tokens": 1800}}]"#));
    assert_eq!(found.months[6].cumulative_percent, Some(64.0));
    assert_eq!(found.out.map(|(day, _)| day), Some(day("11-27")));
}

#[test]
fn a_true_up_enlarges_the_total_and_what_is_left() {
    let packs = r#""term_start": "2026-01-01", "term_end": "2026-12-31",
        "packs": [{"tokens": 5000, "start": "2026-01-01", "end": "2026-12-31"},
                  {"tokens": 1000, "start": "2026-05-01", "end": "2027-04-30"}]"#;
    let found = of(&ARTICLE, packs);
    assert_eq!(found.months[3].cumulative_percent, Some(36.0));
    assert!((found.months[6].cumulative_percent.expect("a percent") - 3_200.0 / 60.0).abs() < 1e-9);
    assert_eq!(found.balance, Some(Tokens::whole(2_800)));
    assert!(found.out.expect("a day").0 > day("12-31"));
}
