//! What is asked about files, the mapping screen, and what is offered as bought.

use crate::support::{daily, day, element, html, html_with, in_short, mapping_of, rendered, state_of, text};
use engine::plan::{Edit, MappingEdit, Plan};
use engine::usage::{DayOrder, MappedField, Mapping};
use flexgauge::browser::files::PickedFile;
use flexgauge::session::{
    Event, Field, RowKind, Stage, State, answer, choose, day_field, range_answer, with_kind,
};
use flexgauge::ui::mapping::MappingBody;
use flexgauge::ui::purchases::to_buy;
use flexgauge::words::questions as words;
use leptos::prelude::*;

const DAYS: &str = include_str!("../data/ingest/ambiguous_dates.csv");
const NUMBERS: &str = include_str!("../data/ingest/ambiguous_numbers.csv");
const MONTHS: &str = include_str!("../data/ingest/months_undecided.csv");
const REPORT: &str = include_str!("../data/results/usage_report/report.csv");
const LOG: &str = include_str!("../data/results/mapped_sessions/log.csv");
const BOUGHT: &str = include_str!("../data/ingest/subscriptions.csv");

fn loaded(file: &str) -> State {
    state_of(&[("a.csv", file.to_string())], Plan::default())
}

#[test]
fn each_question_has_its_words_and_its_buttons() {
    let cases: [(&str, &[&str]); 5] = [
        (
            DAYS,
            &["One question about your files", "03/04/2026 3 Apr 2026 4 Mar 2026", "The month comes first"],
        ),
        (NUMBERS, &["a point or a comma", "1,500", "Neither: look at the columns…"]),
        (MONTHS, &["a running total since the term began", "Tokens of each month"]),
        (REPORT, &["For which dates was this usage report made?", "First day", "Use these dates"]),
        (
            "who,what,t1\nann,Revit,soon\n",
            &["its columns (who, what, t1) are not known", "Choose the columns…"],
        ),
    ];
    for (file, words) in cases {
        let panel = text(&element(&html(loaded(file)), "questions"));
        for word in words {
            assert!(panel.contains(word), "{word}: {panel}");
        }
    }
}

/// Rows that hang on an answer are said beside the figures that lack them; where none does, nothing is.
#[test]
fn rows_that_wait_are_said() {
    let clear = daily(day(2026, 1, 1), 3, 1);
    let cases = [
        (DAYS, Some("2 of 3 rows wait for an answer and are not counted until then.")),
        (MONTHS, Some("3 of 3 rows wait")),
        (REPORT, None),
        // Days and numbers are asked one after the other; rows of both kinds wait, each counted once.
        (
            "day_used,email,offering_name,tokens_used\n03/04/2026,a@firm.example,Revit,7\n\
             04/04/2026,a@firm.example,Revit,\"1,500\"\n05/04/2026,a@firm.example,Revit,\"2,500\"\n\
             06/06/2026,b@firm.example,Revit,7\n",
            Some("3 of 4 rows wait"),
        ),
        // Where no header is known nothing is known to be a row.
        ("who,what,t1\nann,Revit,soon\n", None),
        (&clear, None),
    ];
    for (file, expected) in cases {
        let html = html(loaded(file));
        match expected {
            Some(words) => assert!(text(&element(&html, "waiting")).contains(words), "{file}"),
            None => assert!(!html.contains(" id=\"waiting\""), "{file}"),
        }
    }
    let one = words::waiting(1, 9);
    assert_eq!(one.as_deref(), Some("1 of 9 rows waits for an answer and is not counted until then."));
}

#[test]
fn what_is_clear_or_no_table_is_not_asked() {
    let clear = daily(day(2026, 1, 1), 3, 1);
    for file in
        [clear.as_str(), "", "day_used,email,offering_name,tokens_used\n", "PK\u{3}\u{4}xl/workbook.xml"]
    {
        let html = html(loaded(file));
        assert!(!html.contains(" id=\"questions\"") && !html.contains(" id=\"purchases\""), "{file}");
    }
}

#[test]
fn an_answer_keeps_what_was_said_before() {
    let state = loaded(DAYS);
    let question = state.questions[0].clone();
    let Some(Edit::Mapping(MappingEdit::Use(mapping))) = answer(&question, 1) else { panic!("no edit") };
    assert_eq!(mapping, Mapping { days: Some(DayOrder::MonthFirst), ..question.mapping });
    let report = loaded(REPORT).questions[0].clone();
    assert_eq!(answer(&report, 0), None);
    let (from, to) = (day_field("2026-01-01"), day_field("2026-06-30"));
    assert!(matches!(range_answer(&report, from.clone(), to), Some(Edit::Mapping(MappingEdit::Range(_)))));
    assert_eq!(range_answer(&report, from, Field::Empty), None);
}

fn reading(names: &[&str]) -> State {
    let mut state = State::default();
    state.on(Event::Picked(names.iter().map(|name| PickedFile::named(name, 9)).collect()));
    state
}

fn use_mapping() -> Event {
    let mapping = Mapping { header: vec!["a".into(), "b".into()], ..Mapping::default() };
    Event::Edit(Edit::Mapping(MappingEdit::Use(mapping)))
}

#[test]
fn answers_and_their_undoing_feed_the_files_again() {
    let mut state = reading(&["a.csv", "b.csv"]);
    state.on(Event::Closed { id: 0, rows: 3 });
    state.on(Event::Closed { id: 1, rows: 3 });
    for (event, revision) in [(use_mapping(), 1), (Event::Undo, 2), (Event::Redo, 3)] {
        let commands = in_short(&state.on(event));
        assert_eq!(commands, ["clear", &format!("plan {revision}"), "mirror", "feed 0"]);
        assert_eq!(state.files[1].stage, Stage::Waiting);
        assert_eq!(in_short(&state.on(Event::Closed { id: 0, rows: 3 })), ["feed 1"]);
        assert_eq!(in_short(&state.on(Event::Closed { id: 1, rows: 3 })), ["overview"]);
    }
    // Without files there is nothing to feed, and other changes feed nothing.
    assert_eq!(in_short(&State::default().on(use_mapping())), ["plan 1", "overview", "mirror"]);
    assert_eq!(
        in_short(&state.on(Event::Edit(Edit::Currency("EUR".into())))),
        ["plan 4", "overview", "mirror"]
    );
}

#[test]
fn an_answer_while_a_file_is_read_begins_with_a_new_worker() {
    let mut state = reading(&["a.csv", "b.csv"]);
    state.on(Event::Closed { id: 0, rows: 3 });
    assert_eq!(in_short(&state.on(use_mapping())), ["respawn", "plan 1", "mirror", "feed 0"]);
}

fn screen(view: engine::desk::MappingView, hide: bool) -> String {
    let mut state = State::default();
    state.on(Event::HideNames(hide));
    text(&rendered(state, |ui| {
        ui.mapping.set(Some(view));
        view! { <MappingBody /> }
    }))
}

#[test]
fn the_mapping_screen_shows_rows_guesses_and_verdicts() {
    let seen = screen(mapping_of(LOG, &Plan::default()), false);
    for words in [
        "ann AutoCAD 02.03.2026 08:00 02.03.2026 17:00 PC01",
        "Person (e-mail, id or name)",
        "Guessed: its name says so. All 6 values of the first rows can be read.",
        "Times are in",
        "Everything that is needed is chosen.",
        "Use this",
    ] {
        assert!(seen.contains(words), "{words}: {seen}");
    }
    let unclear = "a,b,c\nann,Revit,1\n";
    let seen = screen(mapping_of(unclear, &Plan::default()), false);
    assert!(
        seen.contains(
            "Still missing: the person, the product, the day, or the start of a session, the tokens."
        ),
        "{seen}"
    );
    assert!(!seen.contains("Forget this mapping"));
    assert!(screen(mapping_of("", &Plan::default()), false).contains("no table in this file"));
}

#[test]
fn with_names_hidden_no_cell_is_shown() {
    let seen = screen(mapping_of(LOG, &Plan::default()), true);
    assert!(!seen.contains("ann") && !seen.contains("PC01"), "{seen}");
    assert!(seen.contains("Names are hidden"), "{seen}");
}

#[test]
fn what_the_rows_are_decides_the_fields() {
    let view = mapping_of(LOG, &Plan::default());
    assert_eq!(RowKind::of(&view.mapping), RowKind::Sessions);
    let as_days = with_kind(&view, RowKind::Days);
    assert_eq!(
        (as_days.column(MappedField::Start), as_days.column(MappedField::Person)),
        (None, Some("User"))
    );
    assert_eq!(RowKind::of(&as_days), RowKind::Days);
    let back = with_kind(&engine::desk::MappingView { mapping: as_days, ..view.clone() }, RowKind::Sessions);
    assert_eq!(back.column(MappedField::Start), Some("Out"));
    let mut mapping = view.mapping;
    choose(&mut mapping, MappedField::Person, Some("Host".into()));
    assert_eq!(mapping.column(MappedField::Person), Some("Host"));
    choose(&mut mapping, MappedField::Person, None);
    assert_eq!(mapping.column(MappedField::Person), None);
}

#[test]
fn what_was_bought_is_offered_until_it_is_in_the_plan() {
    let state = loaded(BOUGHT);
    let panel = text(&element(&html(state.clone()), "purchases"));
    assert!(panel.contains("500 tokens, 15 Jan 2026 – 14 Jan 2027 (North, Active)"), "{panel}");
    let packs = state.purchases.packs.clone();
    let pack = to_buy(&packs[0], &packs).expect("a pack");
    assert_eq!((pack.pool.clone(), pack.price), (None, None));
    let mut other = packs[0].clone();
    other.team = Some("South".into());
    let own = to_buy(&packs[0], &[packs[0].clone(), other]).expect("a pack");
    assert_eq!(own.pool.as_deref(), Some("North"));

    let plan = Plan { packs: vec![pack], ..Plan::default() };
    let html = html(state_of(&[("a.csv", BOUGHT.to_string())], plan));
    assert!(!html.contains("500 tokens, 15 Jan 2026 – 14 Jan 2027 (North, Active)"));
}

#[test]
fn the_drawer_leads_to_the_columns_of_each_file() {
    let plan =
        Plan::default().with(&Edit::Mapping(MappingEdit::Use(mapping_of(LOG, &Plan::default()).mapping)));
    let html = html_with(state_of(&[("log.csv", LOG.to_string())], plan), |ui| ui.drawer.set(true));
    let drawer = element(&html, "plan");
    assert!(drawer.contains("aria-label=\"Columns… log.csv\""), "{drawer}");
    assert!(text(&drawer).contains("User, Module, Out, In, Host Forget"), "{}", text(&drawer));
}
