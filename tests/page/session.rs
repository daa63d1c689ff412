//! What each event changes, and what is done then.

use crate::support::{day, element, html, in_short, nothing, text};
use engine::desk::Ask;
use engine::plan::{Edit, MappingEdit, Plan};
use engine::usage::{Mapping, Money, Tokens};
use flexgauge::browser::files::PickedFile;
use flexgauge::session::{Command, Content, Event, Stage, State, open_workspace, workspace_text};

fn price(amount: i64) -> Event {
    Event::Edit(Edit::TokenPrice(Some(Money::whole(amount))))
}

fn picked(names: &[&str]) -> Event {
    Event::Picked(names.iter().map(|name| PickedFile::named(name, 100)).collect())
}

#[test]
fn files_are_read_one_after_the_other_and_then_asked_about() {
    let mut state = State::default();
    assert_eq!(in_short(&state.on(picked(&["a.csv", "b.csv"]))), ["feed 0"]);
    assert_eq!(state.content(), Content::Loading);
    assert_eq!(in_short(&state.on(picked(&["c.csv"]))), [""; 0], "it queues");
    state.on(Event::Progress { id: 0, bytes: 50, rows: 3 });
    assert_eq!(state.files[0].stage, Stage::Reading { bytes: 50, rows: 3 });
    assert_eq!(in_short(&state.on(Event::Closed { id: 0, rows: 6 })), ["feed 1"]);
    assert_eq!(in_short(&state.on(Event::Closed { id: 1, rows: 6 })), ["feed 2"]);
    assert_eq!(in_short(&state.on(Event::Closed { id: 2, rows: 6 })), ["overview"]);
    assert!(!state.is_reading());
}

/// A file of four used rows.
fn a_file(name: &str, shape: &str) -> engine::desk::FileView {
    engine::desk::FileView {
        name: name.into(),
        shape: Some(shape.into()),
        rows: 4,
        used: 4,
        duplicate: 0,
        left_out: 0,
        tokens_used: Tokens::whole(9),
        tokens_duplicate: Tokens::ZERO,
        tokens_left_out: Tokens::ZERO,
        findings: 0,
    }
}

#[test]
fn files_without_days_are_asked_for_their_sums() {
    let mut state = State::default();
    state.on(picked(&["report.csv"]));
    state.on(Event::Closed { id: 0, rows: 4 });
    let mut overview = nothing(state.revision);
    overview.read.files.push(a_file("report.csv", "usage_report"));
    (overview.read.rows, overview.read.used) = (4, 4);
    assert_eq!(in_short(&state.on(Event::Answered(overview))), ["sums", "questions", "purchases"]);
    assert_eq!(state.content(), Content::Sums);
    // A file with days brings the answers, and the sums go.
    assert_eq!(in_short(&state.on(Event::Answered(nothing(state.revision)))), [""; 0]);
    assert_eq!(state.sums, None);
}

#[test]
fn a_file_that_fails_is_a_sentence_and_the_next_one_is_read() {
    let mut state = State::default();
    state.on(picked(&["a.csv", "b.csv"]));
    let commands = state.on(Event::Failed { id: 0, problem: "a.csv could not be read.".into() });
    assert_eq!(in_short(&commands), ["feed 1"]);
    assert_eq!(state.notices[0].text, "a.csv could not be read.");
    state.on(Event::Dismiss(state.notices[0].id));
    assert!(state.notices.is_empty());
}

#[test]
fn stop_keeps_what_was_loaded_before() {
    let mut state = State::default();
    state.on(picked(&["a.csv", "b.csv", "c.csv"]));
    state.on(Event::Closed { id: 0, rows: 6 });
    assert_eq!(in_short(&state.on(Event::Stop)), ["abandon", "overview"]);
    assert_eq!(state.files.len(), 1);
    assert_eq!(state.said, "Stopped: 2 files not loaded.");
    // A late word of the file that was stopped changes nothing.
    state.on(Event::Progress { id: 1, bytes: 9, rows: 9 });
    assert_eq!(state.files.len(), 1);
}

#[test]
fn a_file_stopped_too_late_is_loaded_all_the_same() {
    let mut state = State::default();
    state.on(picked(&["a.csv", "b.csv"]));
    state.on(Event::Stop);
    assert_eq!(in_short(&state.on(Event::Closed { id: 0, rows: 6 })), ["overview"]);
    assert_eq!(state.files[0].stage, Stage::Read { rows: 6 });
}

/// An answer about how a file is read.
fn mapped(header: &str) -> Event {
    let mapping = Mapping { header: vec![header.to_string()], ..Mapping::default() };
    Event::Edit(Edit::Mapping(MappingEdit::Use(mapping)))
}

#[test]
fn stop_during_a_second_reading_loses_no_file() {
    let mut state = State::default();
    state.on(picked(&["a.csv", "b.csv"]));
    state.on(Event::Closed { id: 0, rows: 6 });
    state.on(Event::Closed { id: 1, rows: 6 });
    assert_eq!(in_short(&state.on(mapped("Day"))), ["clear", "plan 1", "mirror", "feed 0"]);
    // A new file waits behind them.
    state.on(picked(&["new.csv"]));
    state.on(Event::Closed { id: 0, rows: 6 });
    assert_eq!(in_short(&state.on(Event::Stop)), ["abandon", "overview"]);
    let stages = |state: &State| state.files.iter().map(|file| file.stage.clone()).collect::<Vec<_>>();
    assert_eq!(stages(&state), [Stage::Read { rows: 6 }, Stage::NotReadAgain]);
    assert_eq!(state.said, "Stopped: 1 file not loaded, 1 not read again yet.");
    assert!(!state.is_reading());
    let page = html(state.clone());
    let said = text(&element(&page, "incomplete"));
    assert!(said.contains("1 file is not read again yet") && said.contains("b.csv"), "{said}");
    // What is shown then is no word that all is read.
    let mut shown = state.clone();
    let mut overview = nothing(shown.revision);
    overview.read.files.push(a_file("a.csv", "daily"));
    (overview.read.rows, overview.read.used) = (4, 4);
    shown.on(Event::Answered(overview));
    assert_eq!(shown.said, "Read 1 file, 4 rows. 1 file not read again yet.");

    // A new file is read beside it; what was missing stays named.
    let mut other = state.clone();
    assert_eq!(in_short(&other.on(picked(&["c.csv"]))), ["feed 3"]);
    assert_eq!(in_short(&other.on(Event::Closed { id: 3, rows: 1 })), ["overview"]);
    assert!(other.is_incomplete());

    // Stopped too late: it is whole.
    let mut late = state.clone();
    assert_eq!(in_short(&late.on(Event::Closed { id: 1, rows: 6 })), ["overview"]);
    assert!(!late.is_incomplete());

    // The desk begins anew, so that nothing can be in it twice.
    assert_eq!(in_short(&state.on(Event::ReadAgain)), ["respawn", "plan 1", "mirror", "feed 0"]);
    assert_eq!(stages(&state), [Stage::Reading { bytes: 0, rows: 0 }, Stage::Waiting]);
}

#[test]
fn with_nothing_read_again_the_page_is_not_the_empty_one() {
    let mut state = State::default();
    state.on(picked(&["a.csv"]));
    state.on(Event::Closed { id: 0, rows: 6 });
    state.on(mapped("Day"));
    state.on(Event::Stop);
    state.on(Event::Answered(nothing(state.revision)));
    assert_eq!(state.content(), Content::Loading);
    assert_eq!(state.files[0].stage, Stage::NotReadAgain);
    // Taking the answer back reads all of them as before.
    assert_eq!(in_short(&state.on(Event::Undo)), ["respawn", "plan 2", "mirror", "feed 0"]);
}

#[test]
fn every_change_of_the_plan_is_told_with_a_revision_of_its_own() {
    let mut state = State::default();
    assert_eq!(in_short(&state.on(price(3))), ["plan 1", "overview", "mirror"]);
    assert_eq!(in_short(&state.on(price(3))), [""; 0], "the same again is no change");
    assert_eq!(in_short(&state.on(Event::Undo)), ["plan 2", "overview", "mirror"]);
    assert_eq!(state.history.plan().token_price, None);
    assert_eq!(in_short(&state.on(Event::Undo)), [""; 0]);
    assert_eq!(in_short(&state.on(Event::Redo)), ["plan 3", "overview", "mirror"]);
    assert_eq!(state.history.plan().token_price, Some(Money::whole(3)));
}

#[test]
fn a_slider_in_motion_is_told_and_asks_for_the_band_alone() {
    let share = |share| Event::Move(Edit::HabitShare { habit: "weekend".into(), share });
    let mut state = State::default();
    state.on(picked(&["a.csv"]));
    state.on(Event::Closed { id: 0, rows: 6 });
    let answer = |state: &mut State| {
        let mut overview = nothing(state.revision);
        overview.read.used = 6;
        overview.read.files.push(a_file("a.csv", "usage_report"));
        in_short(&state.on(Event::Answered(overview)))
    };
    assert_eq!(answer(&mut state), ["sums", "questions", "purchases"]);
    assert_eq!(in_short(&state.on(share(0.1))), ["plan 1", "overview", "mirror"]);
    assert_eq!(answer(&mut state), [""; 0]);
    assert_eq!(in_short(&state.on(share(0.2))), ["plan 2", "overview", "mirror"]);
    assert!(state.on(Event::Rest).is_empty());
    assert_eq!(answer(&mut state), ["sums", "questions", "purchases"]);
    assert_eq!(in_short(&state.on(Event::Undo)), ["plan 3", "overview", "mirror"]);
    assert!(state.history.plan().habits.is_empty(), "both steps are one");
}

#[test]
fn answers_to_an_older_plan_are_dropped() {
    let mut state = State::default();
    state.on(price(3));
    state.on(Event::Answered(nothing(0)));
    assert!(state.overview.is_none());
    state.on(Event::Answered(nothing(1)));
    assert!(state.overview.is_some());
    assert!(state.is_current());
    state.on(price(4));
    assert!(!state.is_current());
}

#[test]
fn the_example_puts_the_own_plan_aside_and_gives_it_back() {
    let mut state = State::default();
    state.on(price(5));
    let commands = in_short(&state.on(Event::Example));
    assert_eq!(commands, ["abandon", "respawn", "plan 2", "example", "overview"]);
    assert_eq!(state.history.plan().packs.len(), 2);
    assert!(state.is_loading());
    let commands = in_short(&state.on(Event::ClearExample));
    assert_eq!(commands, ["respawn", "plan 3", "mirror"]);
    assert_eq!(state.history.plan().token_price, Some(Money::whole(5)));
    assert!(state.history.can_undo());
    assert_eq!(state.content(), Content::Empty);
}

#[test]
fn own_files_take_the_place_of_the_example() {
    let mut state = State::default();
    state.on(Event::Example);
    assert_eq!(in_short(&state.on(picked(&["a.csv"]))), ["respawn", "plan 2", "feed 0"]);
    assert!(!state.example);
    assert_eq!(*state.history.plan(), Plan::default());
}

#[test]
fn after_the_worker_died_everything_is_fed_again() {
    let mut state = State::default();
    state.on(price(3));
    state.on(picked(&["a.csv", "b.csv"]));
    state.on(Event::Closed { id: 0, rows: 6 });
    state.on(Event::Closed { id: 1, rows: 6 });
    assert!(state.on(Event::WorkerDied).is_empty());
    assert!(!state.is_loading());
    assert_eq!(in_short(&state.on(Event::WorkerStartAgain)), ["respawn", "plan 1", "feed 0"]);
    assert_eq!(state.files[1].stage, Stage::Waiting);
}

#[test]
fn all_files_can_be_removed_and_the_plan_stays() {
    let mut state = State::default();
    state.on(price(3));
    state.on(picked(&["a.csv"]));
    state.on(Event::Closed { id: 0, rows: 6 });
    assert_eq!(in_short(&state.on(Event::RemoveAll)), ["abandon", "respawn", "plan 1"]);
    assert_eq!(state.content(), Content::Empty);
    assert_eq!(state.history.plan().token_price, Some(Money::whole(3)));
    assert_eq!(in_short(&state.on(Event::PutBack)), ["feed 1"]);
    assert_eq!(state.files[0].picked.name, "a.csv");
    // What was removed is forgotten when other files come.
    state.on(Event::RemoveAll);
    state.on(picked(&["b.csv"]));
    assert!(state.on(Event::PutBack).is_empty());
    assert_eq!(state.files.len(), 1);
}

#[test]
fn a_dropped_workspace_is_opened_and_can_be_undone() {
    let mut saved = State::default();
    saved.on(Event::Edit(Edit::TokensLeft {
        pool: None,
        tokens: Tokens::whole(14_310),
        day: day(2026, 7, 31),
    }));
    let text = workspace_text(saved.history.plan(), true);
    assert!(text.contains(engine::plan::WORKSPACE_SCHEMA));

    let mut state = State::default();
    let commands = state.on(picked(&["mine.flexgauge.json", "a.csv"]));
    assert_eq!(in_short(&commands), ["read mine.flexgauge.json", "feed 0"]);
    let commands = state.on(Event::WorkspaceRead { name: "mine.flexgauge.json".into(), text: Ok(text) });
    assert_eq!(in_short(&commands), ["plan 1", "overview", "mirror"]);
    assert_eq!(state.history.plan(), saved.history.plan());
    assert!(state.hide_names);
    state.on(Event::Undo);
    assert_eq!(*state.history.plan(), Plan::default());
}

#[test]
fn what_no_file_has_is_unsaved() {
    let mut state = State::default();
    assert!(!state.is_unsaved(), "an empty plan is nothing to save");
    state.on(price(3));
    assert!(state.is_unsaved());
    state.on(Event::Undo);
    assert!(!state.is_unsaved(), "taken back");
    state.on(price(4));
    state.on(Event::Save);
    assert!(!state.is_unsaved());
    // The example’s plan is nobody’s; the own one waits beside it.
    state.on(price(5));
    state.on(Event::Example);
    assert!(state.is_unsaved());
    state.on(Event::Save);
    state.on(Event::ClearExample);
    assert!(state.is_unsaved(), "saving the example saves nothing of one’s own");
    let text = workspace_text(&Plan { token_price: Some(Money::whole(7)), ..Plan::default() }, false);
    state.on(Event::WorkspaceRead { name: "w.json".into(), text: Ok(text) });
    assert!(!state.is_unsaved(), "what was opened is in a file");
}

#[test]
fn a_workspace_that_is_none_changes_nothing() {
    let cases = [
        ("{", "not JSON"),
        ("[]", "no Flexgauge workspace"),
        ("{\"schema\": \"flexgauge.workspace/9\"}", "newer Flexgauge"),
        ("{\"schema\": \"flexgauge.workspace/1\", \"hide_names\": 3}", "hide_names"),
        (
            "{\"schema\": \"flexgauge.workspace/1\", \"plan\": {\"schema\": \"flexgauge.plan/1\", \"packs\": 7}}",
            "packs",
        ),
    ];
    for (text, word) in cases {
        let problems = open_workspace(text).expect_err(text);
        assert!(problems[0].contains(word), "{problems:?}");
        assert!(problems[0].ends_with("Nothing was changed."), "{problems:?}");
    }
    let bare = open_workspace("{\"schema\": \"flexgauge.plan/1\", \"token_price\": 3}").expect("a bare plan");
    assert_eq!(bare.hide_names, None);
}

#[test]
fn the_mirror_holds_what_save_writes() {
    let mut state = State::default();
    let commands = state.on(price(3));
    let Some(Command::Mirror(text)) = commands.last() else { panic!("{commands:?}") };
    assert_eq!(*text, workspace_text(state.history.plan(), false));
    let Some(Command::Ask(Ask::Plan { revision, .. })) = commands.first() else { panic!("{commands:?}") };
    assert_eq!(*revision, state.revision);
}

/// A workspace as the first version saved it. It stays as it is: whatever comes later must open it.
const VERSION_1: &str = include_str!("../data/workspace/version_1.flexgauge.json");

#[test]
fn a_workspace_of_the_first_version_opens() {
    let opened = open_workspace(VERSION_1).expect("version 1");
    assert_eq!(opened.hide_names, Some(true));
    assert_eq!(workspace_text(&opened.plan, true), VERSION_1, "nothing is lost");
}

#[test]
fn a_workspace_cut_short_or_edited_badly_changes_nothing() {
    let mut state = State::default();
    state.on(price(3));
    let before = state.history.plan().clone();
    let cut = VERSION_1.get(..VERSION_1.len() / 2).expect("plain text").to_string();
    let edited = VERSION_1.replace("\"certainty\": 0.95", "\"certainty\": 95");
    for text in [cut, edited] {
        assert!(state.on(Event::WorkspaceRead { name: "w.json".into(), text: Ok(text) }).is_empty());
        let notice = state.notices.pop().expect("a sentence").text;
        assert!(notice.starts_with("w.json: ") && notice.ends_with("Nothing was changed."), "{notice}");
        assert_eq!((state.history.plan(), state.hide_names), (&before, false));
    }
}
