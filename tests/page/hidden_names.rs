//! One switch hides all names: no name, no e-mail, no id is left anywhere in the document.

use crate::support::{HEADER, daily, day, element, example, html_with, rendered, state_of, text};
use engine::desk::{Answer, Ask, ChargeBackBy, Desk, ExportKind, Query};
use engine::plan::{Edit, LicenceEdit, Move, Plan, to_json};
use flexgauge::session::{Event, State};
use flexgauge::ui::why::RowsTable;
use leptos::prelude::*;

#[test]
fn no_name_and_no_address_is_left() {
    let mut state = example();
    let people: Vec<(String, String)> = {
        let overview = state.overview.clone().expect("answers");
        let answers = overview.answers.as_ref().expect("answers");
        let of = |who: &engine::desk::Who| match who {
            engine::desk::Who::Person(person) => Some((person.id.clone(), person.name.clone())),
            engine::desk::Who::Name(_) => None,
        };
        answers.cost.by_person.top.iter().filter_map(|part| of(&part.who)).collect()
    };
    assert_eq!(people.len(), 10);
    state.on(Event::HideNames(true));
    let html = html_with(state, |ui| ui.drawer.set(true));
    for (id, name) in people {
        assert!(!html.contains(&id), "{id}");
        assert!(!html.contains(&name), "{name}");
        assert!(!html.contains(name.split(' ').next_back().unwrap_or(&name)), "{name}");
    }
    assert!(!html.contains('@'));
    assert!(text(&element(&html, "people")).contains("Person 0"));
}

#[test]
fn names_come_back() {
    let mut state = state_of(&[("a.csv", daily(day(2026, 1, 1), 60, 2))], Plan::default());
    state.on(Event::HideNames(true));
    state.on(Event::HideNames(false));
    let html = html_with(state, |_| {});
    assert!(text(&element(&html, "people")).contains("Ann No0"));
}

#[test]
fn the_rows_behind_a_figure_hide_them_too() {
    let mut desk = Desk::new();
    desk.answer(Ask::Example);
    let Answer::Rows(rows) = desk.answer(Ask::Rows { query: Query::default(), first: 0, count: 50 }) else {
        panic!("rows");
    };
    let names: Vec<String> = rows.rows.iter().map(|row| row.person.name.clone()).collect();
    let mut state = State::default();
    state.on(Event::HideNames(true));
    let html = rendered(state, |_| view! { <RowsTable rows /> });
    assert!(names.iter().all(|name| !html.contains(name.as_str())));
    assert!(!html.contains('@'));
}

/// A file whose cells name people where none belong: some of them known, others in no other row.
fn shifted() -> String {
    let mut text = daily(day(2026, 1, 1), 200, 3);
    for row in [
        // A day cell with a name that is known, and with one that is not.
        "Ann No1,Ann,No1,ann.no1@firm.example,Alpha,AutoCAD,7",
        "Zoe Unseen,Zoe,Unseen,zoe.unseen@firm.example,Alpha,AutoCAD,7",
        "31.02.2026,Ann,No1,ann.no1@firm.example,Alpha,AutoCAD,7",
        // One with a quotation mark of its own.
        "x”Zoe Unseen,Zoe,Unseen,zoe.unseen@firm.example,Alpha,AutoCAD,7",
        // Tokens that are an address.
        "2026-01-05,Ann,No2,ann.no2@firm.example,Alpha,AutoCAD,ANN.NO2@FIRM.EXAMPLE",
    ] {
        text.push_str(row);
        text.push('\n');
    }
    text
}

/// A header that is a row, so that its names stand in the sentence about it.
const NO_HEADER: &str = "Zoe Unseen,Revit,seven\nAnn No1,Revit,eight\n";

/// What no text may hold, in lower case.
const NAMES: [&str; 6] = ["no0", "no1", "no2", "zoe", "unseen", "firm.example"];

fn named(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    NAMES.into_iter().filter(|name| text.contains(name)).collect()
}

#[test]
fn what_was_left_out_hides_them_and_still_says_why() {
    let files = [("a.csv", shifted()), ("b.csv", NO_HEADER.to_string())];
    let mut state = state_of(&files, Plan::default());
    let shown = element(&html_with(state.clone(), |_| {}), "left-out");
    assert!(shown.contains("Ann No1") && shown.contains("Zoe Unseen"), "{shown}");
    state.on(Event::HideNames(true));
    let html = html_with(state, |_| {});
    let hidden = element(&html, "left-out");
    assert_eq!(named(&hidden), [""; 0], "{hidden}");
    let hidden = text(&hidden);
    assert!(hidden.contains("“(hidden)” is not a day; expected one such as 2026-07-31."), "{hidden}");
    assert!(hidden.contains("“31.02.2026” is not a day"), "a cell without a letter is shown: {hidden}");
    assert!(hidden.contains("Needed: the day (“Day used”)"), "{hidden}");
}

#[test]
fn what_is_asked_names_nobody() {
    let mut state = state_of(&[("b.csv", NO_HEADER.to_string())], Plan::default());
    let asked = |state: State| text(&element(&html_with(state, |_| {}), "questions"));
    assert!(asked(state.clone()).contains("Zoe Unseen"));
    state.on(Event::HideNames(true));
    let hidden = asked(state);
    assert_eq!(named(&hidden), [""; 0], "{hidden}");
    assert!(hidden.contains("not shown while names are hidden"), "{hidden}");
}

#[test]
fn nothing_that_leaves_the_page_names_them() {
    let mut desk = Desk::new();
    let user = "ann.no1@firm.example".to_string();
    let note = "Ann No1 asked for it".to_string();
    let plan = Plan::default()
        .with(&Edit::TokenPrice(Some(engine::usage::Money::whole(3))))
        .with(&Edit::Licences(LicenceEdit::Accept(Move {
            user: user.clone(),
            offers: vec!["AutoCAD".to_string()],
        })))
        .with(&Edit::Licences(LicenceEdit::Note { user, note }));
    desk.answer(Ask::Plan { revision: 1, text: to_json(&plan) });
    let people = "email,department\nann.no1@firm.example,Planning\n".to_string();
    let seldom = format!("{HEADER}2026-01-02,Zoe,Unseen,zoe.unseen@firm.example,Alpha,Revit,10\n");
    for (name, text) in [
        ("a.csv", shifted()),
        ("b.csv", NO_HEADER.to_string()),
        ("c.csv", people),
        ("d of Zoe Unseen.csv", seldom),
    ] {
        desk.answer(Ask::Open { name: name.to_string() });
        desk.slice(text.as_bytes());
        desk.answer(Ask::Close);
    }
    let mut text_of = |ask: Ask| match desk.answer(ask) {
        Answer::Document(document) => String::from_utf8(document.bytes).expect("text"),
        other => panic!("{other:?}"),
    };
    let kinds = [
        ExportKind::Results,
        ExportKind::Findings,
        ExportKind::Months,
        ExportKind::Moves,
        ExportKind::MovesText,
        ExportKind::Unassign,
        ExportKind::UnassignText,
        ExportKind::Calendar,
        ExportKind::PurchaseText,
        ExportKind::ChargeBack(ChargeBackBy::Department),
        ExportKind::ChargeBack(ChargeBackBy::Team),
    ];
    let mut naming = 0;
    for kind in kinds {
        let hidden = text_of(Ask::ExportHidden(kind));
        assert_eq!(named(&hidden), [""; 0], "{kind:?}: {hidden}");
        let shown = text_of(Ask::Export(kind));
        assert_eq!(shown.lines().count(), hidden.lines().count(), "{kind:?}");
        if !named(&shown).is_empty() {
            naming += 1;
            assert!(hidden.contains("Person 00") || kind == ExportKind::Findings, "{kind:?}: {hidden}");
        } else {
            assert_eq!(shown, hidden, "{kind:?}");
        }
    }
    assert!(naming >= 6, "only {naming} exports name anybody");
}
