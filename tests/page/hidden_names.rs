//! One switch hides all names: no name, no e-mail, no id is left anywhere in the document.

use crate::support::{daily, day, element, example, html_with, rendered, state_of, text};
use engine::desk::{Answer, Ask, Desk, Query};
use engine::plan::Plan;
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
