//! The Review place over answers of the real desk.

use crate::support::{day, element, example, example_desk, rendered, state_of, text};
use engine::desk::{Answer, Ask, LicenceFlag, LicenceShow, LicencesAsk};
use engine::plan::{Edit, LicenceEdit, Move, Plan, Promise, Review as Record, ReviewEdit, Step, StepTaken};
use engine::usage::{Money, Tokens};
use flexgauge::session::{Event, State};
use flexgauge::ui::review::{Review, Views};
use leptos::prelude::*;
use std::sync::Arc;

fn place(state: State) -> String {
    let mut desk = example_desk(state.history.plan().clone());
    let show = LicenceShow::Flagged(LicenceFlag::Heavy);
    let heavy = match desk.answer(Ask::Licences(LicencesAsk { count: 1, show, ..LicencesAsk::default() })) {
        Answer::Licences(view) => *view,
        other => panic!("{other:?}"),
    };
    let Answer::Review(review) = desk.answer(Ask::Review) else { panic!("expected a review") };
    let Answer::Lookout(lookout) = desk.answer(Ask::Lookout) else { panic!("expected a lookout") };
    rendered(state, |_| {
        let views = Views {
            review: RwSignal::new(Some(Arc::new(*review))),
            lookout: RwSignal::new(Some(Arc::new(*lookout))),
            heavy: RwSignal::new(Some(Arc::new(heavy))),
        };
        view! { <Review views /> }
    })
}

fn with(edits: Vec<Edit>) -> State {
    let mut state = example();
    for edit in edits {
        state.on(Event::Edit(edit));
    }
    state
}

#[test]
fn every_step_is_filled_from_the_data() {
    let html = place(example());
    let said = |id: &str| text(&element(&html, id));
    assert!(said("since").contains("This is the first review"));
    for (step, words) in [
        ("data", "rows of 1 file count, up to"),
        ("top_ten", "Tessel Marrow"),
        ("top_ten", "0 of 10 are marked as expected."),
        ("spikes", "notice"),
        ("people", "11 people above 100 charge days a year"),
        ("people", "Not looked at in any review yet"),
        ("forecast", "No earlier review to compare with."),
        ("alerts", "open"),
        ("decisions", "0 moves accepted, 0 declined, 10 undecided."),
        ("decisions", "0 of 7 questions"),
    ] {
        let said = said(&format!("step-{step}"));
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(said("finish").contains("0 of 7 steps are ticked."));
    assert!(said("reviews").contains("0 reviews are kept yet."));
}

#[test]
fn ticks_and_notes_end_in_a_record() {
    let take = |step, note: &str| {
        Edit::Review(ReviewEdit::Take(StepTaken { step, done: true, note: note.to_string() }))
    };
    let state = with(vec![take(Step::Data, "whole"), take(Step::People, "")]);
    assert!(text(&element(&place(state.clone()), "finish")).contains("2 of 7 steps are ticked."));
    let record = Record { on: day(2026, 11, 3).into(), as_of: day(2026, 10, 31), ..Record::default() };
    let state = with(vec![
        take(Step::Data, "whole"),
        take(Step::People, ""),
        Edit::Review(ReviewEdit::Finish(Box::new(record))),
    ]);
    let html = place(state);
    let records = text(&element(&html, "reviews"));
    assert!(records.contains("1 review is kept"), "{records}");
    assert!(records.contains("2 of 7") && records.contains("whole"), "{records}");
    assert!(text(&element(&html, "step-people")).contains("Last looked at on"));
    assert!(text(&element(&html, "finish")).contains("0 of 7 steps are ticked."));
}

#[test]
fn savings_are_held_against_the_rows() {
    let user = "tessel.marrow@brickline.example".to_string();
    let offers = vec!["AutoCAD".to_string()];
    let before = Record {
        as_of: day(2026, 7, 31),
        burn_per_day: Some(Tokens::whole(100)),
        run_out: Some(day(2026, 12, 1)),
        moves: vec![Promise {
            user: user.clone(),
            offers: offers.clone(),
            saving_per_year: Some(Money::whole(2_500)),
        }],
        ..Record::default()
    };
    let html = place(with(vec![
        Edit::Licences(LicenceEdit::Accept(Move { user, offers })),
        Edit::Review(ReviewEdit::Finish(Box::new(before))),
    ]));
    let since = text(&element(&html, "since"));
    assert!(since.contains("from 100 to"), "{since}");
    assert!(since.contains("0 moves made"), "{since}");
    assert!(since.contains("€2,500 a year promised for 1 person, "), "{since}");
    assert!(text(&element(&html, "step-forecast")).contains("The last review said"));
}

#[test]
fn names_can_be_hidden_in_the_walk() {
    let mut state = example();
    state.on(Event::HideNames(true));
    let html = place(state);
    assert!(!html.contains("Tessel") && html.contains("Person 0"));
    let empty = place_of_nothing();
    assert!(empty.is_empty() || !empty.contains("walk"));
}

/// Without an answer nothing is drawn.
fn place_of_nothing() -> String {
    rendered(state_of(&[], Plan::default()), |_| {
        let views =
            Views { review: RwSignal::new(None), lookout: RwSignal::new(None), heavy: RwSignal::new(None) };
        view! { <Review views /> }
    })
}
