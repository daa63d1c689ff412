//! Alerts: each rule at its edge, keys, dismissal.

use crate::sheet::{every_day, log, plan};
use engine::analysis::{Alert, Report, alerts};
use engine::desk::{AlertKind, Answer, Ask, Desk};
use engine::plan::{AlertRules, Caps, Edit, NoteEdit, WatchEdit, to_json};
use engine::usage::Tokens;

const TERM: &str = r#""token_price": 3, "term_start": "2026-01-01", "term_end": "2026-12-31",
    "packs": [{"tokens": 2000, "start": "2026-01-01", "end": "2026-12-31"}]"#;

/// The keys of what is found: 7 tokens every day up to 2026-07-19, 600 of 2,000 left.
fn keys(fields: &str) -> Vec<String> {
    let log = log(&[&every_day("01-01", 200, "ada AutoCAD 7 North")]);
    let plan = plan(&format!("{TERM}{fields}"));
    let report = Report::of(&log, &plan, None).expect("use");
    alerts(&log, &plan, &report).into_iter().map(|one| one.key).collect()
}

#[test]
fn rules_speak_beyond_their_limit_only() {
    let tier = "tier:2026-12-31:50:";
    let check = |fields: &str, expected: &[&str]| assert_eq!(keys(fields), expected, "{fields}");
    check("", &[tier]);
    check(r#", "alerts": {"balance_below": 600}"#, &[tier]);
    check(r#", "alerts": {"balance_below": 601}"#, &["balance:2026-12-31:601:", tier]);
    check(r#", "alerts": {"run_out_percent": 99}"#, &["run_out:2026-12-31:99:", tier]);
    check(r#", "alerts": {"run_out_percent": 100}"#, &[tier]);
    check(r#", "caps": {"user_per_day": 7}"#, &[tier]);
    check(r#", "tiers": [10, 80]"#, &["tier:2026-12-31:10:"]);
    check(r#", "tiers": [90]"#, &[]);
    check(r#", "budgets": [{"team": "North", "tokens_per_month": 210}]"#, &[tier]);
    check(
        r#", "budgets": [{"team": "North", "tokens_per_month": 209}]"#,
        &[tier, "budget:2026-06:team:North"],
    );
    check(
        r#", "budgets": [{"team": "North", "tokens_per_month": 132}]"#,
        &[tier, "budget:2026-06:team:North", "budget:2026-07:team:North"],
    );
    check(r#", "budgets": [{"project": "North", "tokens_per_month": 1}]"#, &[tier]);
    // 600 left at 7 a day last to October: nothing lapses with the pack.
    check(r#", "alerts": {"lapse_days": 365}"#, &[tier]);
}

#[test]
fn the_articles_rule_speaks_from_one_point_four_on() {
    // 200 of 365 days: 1,400 tokens are fast of fewer than 1,825.
    let log = log(&[&every_day("01-01", 200, "ada AutoCAD 7")]);
    for (tokens, fast) in [(1_900, false), (1_820, true)] {
        let plan = plan(&TERM.replace("2000", &tokens.to_string()));
        let report = Report::of(&log, &plan, None).expect("use");
        let found = alerts(&log, &plan, &report);
        assert_eq!(found.iter().any(|one| matches!(one.alert, Alert::Pace { .. })), fast, "{tokens}");
    }
}

#[test]
fn a_pack_that_lapses_and_a_climb() {
    let log = log(&[&format!(
        "{}{}",
        every_day("01-01", 193, "ada AutoCAD 7"),
        every_day("07-13", 7, "ada AutoCAD 14")
    )]);
    let found = |fields: &str| {
        let plan = plan(&format!("{}{fields}", TERM.replace("2000", "9000")));
        let report = Report::of(&log, &plan, None).expect("use");
        alerts(&log, &plan, &report).into_iter().map(|one| one.key).collect::<Vec<_>>()
    };
    assert_eq!(found(r#", "alerts": {"lapse_days": 180, "lapse_tokens": 1000}"#), ["lapse:2026-12-31:"]);
    assert!(found(r#", "alerts": {"lapse_days": 100, "lapse_tokens": 1000}"#).is_empty());
    assert!(found(r#", "alerts": {"lapse_days": 180, "lapse_tokens": 8000}"#).is_empty());
    assert_eq!(found(r#", "alerts": {"climb_percent": 99}"#), ["climb:2026-07:"]);
    assert!(found(r#", "alerts": {"climb_percent": 100}"#).is_empty());
}

#[test]
fn what_is_dismissed_keeps_its_note_and_comes_last() {
    let rules = AlertRules { balance_below: Some(Tokens::whole(40_000)), ..AlertRules::default() };
    let caps = Caps { user_per_day: Some(Tokens::whole(8)), ..Caps::default() };
    let plan = engine::example::plan()
        .with(&Edit::Watch(WatchEdit::Rules(rules)))
        .with(&Edit::Note(NoteEdit::Caps(caps)));
    let shown = |plan: &engine::plan::Plan| {
        let mut desk = Desk::new();
        desk.answer(Ask::Example);
        desk.answer(Ask::Plan { revision: 1, text: to_json(plan) });
        match desk.answer(Ask::Overview) {
            Answer::Overview(overview) => overview.answers.expect("answers").alerts,
            other => panic!("{other:?}"),
        }
    };
    let before = shown(&plan);
    assert_eq!(before[0].kind, AlertKind::BalanceBelow);
    assert!(before.iter().any(|alert| alert.kind == AlertKind::Cap && alert.who.is_some()));
    let key = before[0].key.clone();
    let dismissed = plan.with(&Edit::Note(NoteEdit::Dismiss { key: key.clone(), note: " ordered ".into() }));
    let after = shown(&dismissed);
    let last = after.last().expect("alerts");
    assert_eq!((last.key.as_str(), last.dismissed.as_deref()), (key.as_str(), Some("ordered")));
    assert_eq!(after.len(), before.len());
    assert_eq!(shown(&dismissed.with(&Edit::Note(NoteEdit::Restore { key }))), before);
}
