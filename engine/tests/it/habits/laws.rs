//! Laws: each charge once, linear shares, the same in any order.

use super::{MAPPING, log_of};
use crate::sheet::{day, plan};
use engine::analysis::forecast::Kept;
use engine::analysis::licences::MovedTokens;
use engine::analysis::{Habit, PoolMap, Report};
use engine::usage::{Log, Tokens};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What a set of charges comes to.
fn tokens(log: &Log, charges: &BTreeSet<u32>) -> Tokens {
    charges.iter().map(|charge| log.entries()[*charge as usize].tokens).sum()
}

type Sheets = (Vec<(i32, i32, i32, u32, u32)>, Vec<(i32, u32, u32, u32)>);

fn sheets() -> impl Strategy<Value = Sheets> {
    (
        proptest::collection::vec((0..60i32, 0..1440i32, 1..6000i32, 0..3u32, 0..2u32), 0..40),
        proptest::collection::vec((0..60i32, 0..4u32, 0..3u32, 1..12u32), 1..80),
    )
}

fn moment(day_number: i32, minutes: i32) -> String {
    let day = day("03-02").plus(day_number + minutes / 1440);
    format!("{day} {:02}:{:02}", minutes % 1440 / 60, minutes % 60)
}

fn text((sessions, daily): &Sheets) -> (String, String) {
    let products = ["AutoCAD", "Revit", "Maya"];
    let session = |(d, from, length, who, product): &(i32, i32, i32, u32, u32)| {
        let (start, end) = (moment(*d, *from), moment(*d, from + length));
        format!(
            "{start} {end} p{who} {} 2023 {}\n",
            products[*product as usize],
            if who % 2 == 0 { "-" } else { "45" }
        )
    };
    let row = |(d, who, product, tokens): &(i32, u32, u32, u32)| {
        format!("{} q{who} {} {tokens} team{}\n", day("03-02").plus(*d), products[*product as usize], who % 2)
    };
    (sessions.iter().map(session).collect(), daily.iter().map(row).collect())
}

const SHARES: &str = r#""habits": {"several_products": 1, "short_visits": 1, "left_open": 1, "every_day": 1,
    "half_days": 1, "weekend": 1, "seat_holder": 1, "old_version": 1}"#;
const BESIDE: &str = r#""aware_from_version": {"AutoCAD": "2024"},
    "seats": [{"user": "q1@firm.example", "offer": "AutoCAD", "from": "2026-03-10", "to": null}],
    "packs": [{"pool": "team1", "tokens": 5000, "price": 15000, "start": "2026-01-01", "end": "2026-12-31"}],
    "moves": [{"user": "q0@firm.example", "offers": ["AutoCAD"]}]"#;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn savings_at_one_hundred_percent_are_the_charges_removed_each_once(sheets in sheets()) {
        let (sessions, daily) = text(&sheets);
        let plan = plan(&format!("{MAPPING}, {SHARES}, {BESIDE}"));
        let log = log_of(&plan, &sessions, &daily);
        let report = Report::of(&log, &plan, None).expect("use");
        let mut removed: BTreeSet<u32> = BTreeSet::new();
        for habit in &report.habits {
            if habit.habit == Habit::SeveralProducts {
                continue;
            }
            removed.extend(report.habit_flags.entries(&log, habit.habit));
        }
        // Of several products the proof lists whole days: its own charges come from the flags.
        let flagged = |index: &u32| report.habit_flags.of_entry(*index as usize).first().is_some();
        removed.extend((0..log.entries().len() as u32).filter(flagged));
        let map = PoolMap::of(&log, &plan);
        let moved = MovedTokens::of(&log, &plan, &map);
        let q0 = log.people().iter().position(|p| p.id == "q0@firm.example").map(|i| i as u32);
        removed.retain(|charge| {
            let entry = &log.entries()[*charge as usize];
            Some(entry.person) != q0 || log.products().get(entry.product) != "AutoCAD"
        });
        let saved: Tokens = report.saved.by_pool.iter().flatten().map(|(_, tokens)| *tokens).sum();
        prop_assert_eq!(saved, tokens(&log, &removed));
        let own: Tokens = report.habits.iter().map(|habit| habit.own_tokens).sum();
        prop_assert_eq!(own, saved);
        // A year’s savings are each habit’s own, and never more than what it costs alone.
        for habit in &report.habits {
            prop_assert!(habit.own_tokens <= habit.tokens, "{:?}", habit.habit);
            prop_assert_eq!(habit.saved_tokens_per_year(), habit.own_tokens_per_year);
        }
        // No day of a pool loses more than it used.
        for (pool, days) in report.saved.by_pool.iter().enumerate() {
            for (day, tokens) in days {
                let gone = *tokens + moved.on(pool, *day);
                let used = report.pools[pool].used_between(*day, *day);
                prop_assert!(gone <= used, "{} of {} on {}", gone.to_f64(), used.to_f64(), day);
                prop_assert_eq!(report.saved.on(pool, *day), *tokens);
            }
        }
    }

    #[test]
    fn shares_are_linear(sheets in sheets(), shares in proptest::collection::vec(0..=4u32, 8)) {
        let (sessions, daily) = text(&sheets);
        let with = |shares: &[u32]| {
            let share = |(habit, share): (Habit, &u32)| format!(r#""{}": {}"#, habit.name(), f64::from(*share) / 4.0);
            let shares: Vec<String> = Habit::ALL.into_iter().zip(shares).map(share).collect();
            let plan = plan(&format!(r#"{MAPPING}, "habits": {{{}}}"#, shares.join(", ")));
            let report = Report::of(&log_of(&plan, &sessions, &daily), &plan, None).expect("use");
            report.saved.by_pool.iter().flatten().map(|(_, tokens)| *tokens).sum::<Tokens>()
        };
        let one = |place: usize| {
            let mut only = vec![0; 8];
            only[place] = shares[place];
            with(&only)
        };
        prop_assert_eq!(with(&shares), (0..8).map(one).sum::<Tokens>());
    }
}

#[test]
fn what_is_kept_is_what_would_be_found_anew() {
    let daily: String = (0..90)
        .map(|i| {
            let day = day("03-02").plus(i);
            let weekend = if i % 7 == 5 { format!("{day} q1 Maya 6 team1\n") } else { String::new() };
            format!("{day} q0 AutoCAD 7 team0\n{day} q0 Revit 10 team0\n{weekend}")
        })
        .collect();
    let mut kept = Kept::default();
    let changes = [
        "",
        r#""habits": {"weekend": 0.5}"#,
        r#""habits": {"weekend": 0.5, "several_products": 1}"#,
        r#""habits": {"several_products": 1}, "moves": [{"user": "q0@firm.example", "offers": ["AutoCAD"]}]"#,
        r#""habits": {"several_products": 1}, "holidays": ["2026-03-04"]"#,
        r#""every_day_limit": 1"#,
        r#""token_price": 2, "seats": [{"user": "q1@firm.example", "offer": "M&E Collection"}]"#,
    ];
    for fields in changes {
        let plan = plan(fields);
        let log = log_of(&plan, "", &daily);
        let anew = Report::of(&log, &plan, None).expect("use");
        let report = Report::with_kept(&log, &plan, None, &mut kept).expect("use");
        assert_eq!((report.habits, report.saved), (anew.habits, anew.saved), "{fields}");
    }
}
