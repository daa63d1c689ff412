//! The exports kept in a workspace, on request.

use crate::support::in_short;
use engine::plan::{Edit, Plan};
use engine::usage::Money;
use flexgauge::browser::files::PickedFile;
use flexgauge::browser::packing::{Packed, Unpackable};
use flexgauge::session::{
    Command, EXPORTS_BYTES_MAX, Event, State, WORKSPACE_BYTES_MAX, open_workspace, workspace_text,
    workspace_with,
};

fn packed(name: &str, gzip: &[u8]) -> Packed {
    Packed { name: name.to_string(), bytes: 100, gzip: gzip.to_vec() }
}

/// A page with these files read, which are to be kept.
fn with_files(names: &[&str]) -> State {
    let mut state = State::default();
    state.on(Event::Picked(names.iter().map(|name| PickedFile::named(name, 100)).collect()));
    for id in 0..names.len() as u32 {
        state.on(Event::Closed { id, rows: 1 });
    }
    state.on(Event::KeepExports(true));
    state
}

fn saved(commands: &[Command]) -> &str {
    let Some(Command::SaveWorkspace(text)) = commands.first() else { panic!("{commands:?}") };
    text
}

#[test]
fn exports_come_back_byte_by_byte() {
    let plan = Plan { token_price: Some(Money::whole(7)), ..Plan::default() };
    let all_bytes: Vec<u8> = (0..=255).collect();
    for count in 0..4 {
        let exports: Vec<Packed> = (0..count)
            .map(|i| packed(&format!("“{i}”\n\\\".csv"), all_bytes.get(..i * 85 + i).unwrap()))
            .collect();
        let opened = open_workspace(&workspace_with(&plan, true, &exports)).expect("a workspace");
        assert_eq!((opened.plan, opened.exports, opened.damaged), (plan.clone(), exports, vec![]));
    }
    assert_eq!(workspace_with(&plan, true, &[]), workspace_text(&plan, true));
}

#[test]
fn exports_are_kept_on_request_and_each_once() {
    let mut state = with_files(&["a.csv", "b.csv", "a.csv"]);
    assert!(state.is_unsaved(), "they are in no file yet");
    assert_eq!(in_short(&state.on(Event::Save)), ["pack [0, 1, 2]"]);
    let exports = vec![packed("a.csv", b"1"), packed("b.csv", b"2"), packed("a.csv", b"1")];
    let commands = state.on(Event::Packed { ids: vec![0, 1, 2], packed: Ok(exports) });
    let names: Vec<String> =
        open_workspace(saved(&commands)).expect("ok").exports.into_iter().map(|export| export.name).collect();
    assert_eq!(names, ["a.csv", "b.csv"]);
    assert!(!state.is_unsaved());
    state.on(Event::Picked(vec![PickedFile::named("c.csv", 9)]));
    assert!(state.is_unsaved(), "one more is in no file");
    // Not asked for: what is saved, and what a panic leaves, has none.
    state.on(Event::KeepExports(false));
    assert!(!state.is_unsaved());
    assert_eq!(saved(&state.on(Event::Save)), workspace_text(&Plan::default(), false));
    state.on(Event::KeepExports(true));
    assert!(state.is_unsaved(), "the newest file has none");
    let commands = state.on(Event::Edit(Edit::TokenPrice(Some(Money::whole(3)))));
    let Some(Command::Mirror(text)) = commands.last() else { panic!("{commands:?}") };
    assert!(!text.contains("exports"));
}

#[test]
fn kept_exports_are_fed_like_dropped_ones() {
    let text = workspace_with(&Plan::default(), false, &[packed("a.csv", b"1"), packed("w.json", b"2")]);
    let mut state = State::default();
    let commands = state.on(Event::WorkspaceRead { name: "w".into(), text: Ok(text.clone()) });
    assert_eq!(in_short(&commands), ["mirror", "unpack 2"]);
    let files = vec![Ok(PickedFile::named("a.csv", 100)), Ok(PickedFile::named("w.json", 100))];
    let commands = state.on(Event::Unpacked { name: "w".into(), files: files.clone() });
    assert_eq!(in_short(&commands), ["feed 0"], "whatever they are called");
    assert_eq!(in_short(&state.on(Event::Closed { id: 0, rows: 1 })), ["feed 1"]);
    assert!(state.keep_exports && !state.is_unsaved(), "they stay kept, and are in a file");
    // The example makes room, as for dropped files.
    let mut state = State::default();
    state.on(Event::Example);
    let commands = state.on(Event::WorkspaceRead { name: "w".into(), text: Ok(text) });
    assert!(!state.example && in_short(&commands).contains(&"respawn".to_string()), "{commands:?}");
    assert_eq!(in_short(&state.on(Event::Unpacked { name: "w".into(), files })), ["feed 0"]);
}

#[test]
fn a_damaged_export_is_named_and_the_rest_opens() {
    let text = workspace_with(&Plan::default(), true, &[packed("a.csv", b"1234567"), packed("b.csv", b"1")]);
    let mut state = State::default();
    let edited = text.replace("MTIzNDU2Nw==", "MTIz*DU2Nw==");
    let commands = state.on(Event::WorkspaceRead { name: "w.json".into(), text: Ok(edited) });
    assert_eq!(in_short(&commands), ["mirror", "unpack 1"]);
    state.on(Event::Unpacked { name: "w.json".into(), files: vec![Err("b.csv".into())] });
    let said: Vec<&str> = state.notices.iter().map(|notice| notice.text.as_str()).collect();
    assert!(said[0].starts_with("w.json: the export “a.csv” kept in it is damaged"), "{said:?}");
    assert!(said[1].contains("“b.csv”") && said.len() == 2, "{said:?}");
    assert!(state.hide_names, "opened all the same");
    for exports in [r#"{}"#, r#"[3]"#, r#"[{"name": "a", "bytes": -1, "gzip": ""}]"#] {
        let text = format!(r#"{{"schema": "flexgauge.workspace/1", "exports": {exports}}}"#);
        let problems = open_workspace(&text).expect_err(exports);
        assert!(
            problems[0].contains("exports") && problems[0].ends_with("Nothing was changed."),
            "{problems:?}"
        );
    }
}

#[test]
fn what_cannot_be_kept_is_said_and_nothing_is_saved() {
    let refused = |state: &mut State, event: Event, words: &str| {
        assert!(state.on(event).is_empty());
        let notice = state.notices.pop().expect("a sentence").text;
        assert!(notice.starts_with("The workspace was not saved.") && notice.contains(words), "{notice}");
        assert!(state.is_unsaved());
    };
    let mut state = with_files(&["a.csv"]);
    let gone = Unpackable { name: "a.csv".into(), why: "it was moved".into() };
    refused(&mut state, Event::Packed { ids: vec![0], packed: Err(gone) }, "a.csv");
    refused(&mut state, Event::Packed { ids: vec![0, 7], packed: Ok(vec![]) }, "changed meanwhile");
    let too_much = Packed { gzip: vec![0; WORKSPACE_BYTES_MAX as usize / 4 * 3], ..packed("a.csv", b"") };
    refused(&mut state, Event::Packed { ids: vec![0], packed: Ok(vec![too_much]) }, "it can hold 200 MB");
    state.on(Event::Picked(vec![PickedFile::named("b.csv", EXPORTS_BYTES_MAX - 100)]));
    assert_eq!(in_short(&state.on(Event::Save)), ["pack [0, 1]"], "just so much");
    state.on(Event::Picked(vec![PickedFile::named("c.csv", 1)]));
    refused(&mut state, Event::Save, "it can hold 2 GB");
}

#[test]
fn exports_that_unpack_to_too_much_are_not_opened() {
    let of = |bytes: u64| {
        let export = Packed { bytes, ..packed("a.csv", b"1") };
        open_workspace(&workspace_with(&Plan::default(), false, &[packed("b.csv", b"2"), export]))
    };
    assert!(of(EXPORTS_BYTES_MAX - 100).is_ok());
    let problems = of(EXPORTS_BYTES_MAX - 99).expect_err("one byte more");
    assert!(problems[0].contains("2 GB"), "{problems:?}");
    assert!(of(u64::MAX).is_err());
}
