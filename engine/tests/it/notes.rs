//! What the user notes is part of the plan: set, taken back, saved and read.

use engine::plan::{Caps, Edit, NoteEdit, Plan, from_json, to_json};
use engine::usage::Tokens;

fn noted(edits: &[NoteEdit]) -> Plan {
    edits.iter().fold(Plan::default(), |plan, edit| plan.with(&Edit::Note(edit.clone())))
}

fn expected(user: &str, note: &str) -> NoteEdit {
    NoteEdit::Expected { user: user.into(), note: note.into() }
}

fn dismiss(key: &str, note: &str) -> NoteEdit {
    NoteEdit::Dismiss { key: key.into(), note: note.into() }
}

#[test]
fn notes_are_set_and_taken_back() {
    let plan = noted(&[
        expected("Zoe@firm.example", ""),
        expected("ann@firm.example", " leads it "),
        expected("zoe@firm.example", "again"),
        dismiss("spike:2026-03-04", "a deadline"),
        NoteEdit::Caps(Caps { user_per_day: Some(Tokens::whole(20)), ..Caps::default() }),
    ]);
    assert_eq!(plan.expected.len(), 2);
    for (user, note) in [
        ("ann@firm.example", Some("leads it")),
        ("ZOE@firm.example", Some("again")),
        ("ben@firm.example", None),
    ] {
        assert_eq!(plan.expected_note(user), note, "{user}");
    }
    let read = from_json(&to_json(&plan)).expect("a plan");
    assert_eq!(read, plan);
    let back = [
        NoteEdit::NotExpected { user: "ANN@firm.example".into() },
        NoteEdit::NotExpected { user: "zoe@firm.example".into() },
        NoteEdit::Restore { key: "spike:2026-03-04".into() },
        NoteEdit::Caps(Caps::default()),
    ];
    let undone = back.iter().fold(plan, |plan, edit| plan.with(&Edit::Note(edit.clone())));
    assert_eq!(undone, Plan::default());
}

#[test]
fn saved_notes_are_read_leniently_and_wrong_ones_are_named() {
    let plan = |fields: &str| from_json(&format!("{{\"schema\": \"flexgauge.plan/1\", {fields}}}"));
    let twice = plan(r#""expected": [{"user": "B"}, {"user": "a"}, {"user": "b", "note": "last"}]"#);
    let twice = twice.expect("a plan");
    assert_eq!(twice.expected.len(), 2);
    assert_eq!(twice.expected_note("b"), Some("last"));
    assert_eq!(plan(r#""dismissed": {"k": null}"#).expect("a plan").dismissed["k"], "");
    for (fields, named) in [
        (r#""expected": [{"note": "who?"}]"#, "expected[0]"),
        (r#""dismissed": ["x"]"#, "dismissed"),
        (r#""dismissed": {"k": 3}"#, "dismissed.k"),
    ] {
        let problems = plan(fields).expect_err(fields);
        assert!(problems.iter().any(|problem| problem.contains(named)), "{problems:?}");
    }
}

#[test]
fn notes_leave_the_licences_standing() {
    let plain = Plan::default();
    assert!(plain.has_same_licence_inputs(&noted(&[expected("a", ""), dismiss("k", "")])));
}
