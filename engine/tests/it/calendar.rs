//! Calendar files: as written down, and as a parser that is not ours reads them.

use engine::desk::{Answer, Ask, Desk, ExportKind};
use engine::plan::{Plan, to_json};
use ical::parser::ical::component::IcalEvent;
use std::collections::BTreeSet;

fn calendar(plan: &Plan) -> String {
    let mut desk = Desk::new();
    desk.answer(Ask::Example);
    desk.answer(Ask::Plan { revision: 1, text: to_json(plan) });
    match desk.answer(Ask::Export(ExportKind::Calendar)) {
        Answer::Document(document) => String::from_utf8(document.bytes).expect("UTF-8"),
        other => panic!("{other:?}"),
    }
}

fn events(text: &str) -> Vec<IcalEvent> {
    let mut calendars = ical::IcalParser::new(text.as_bytes());
    let first = calendars.next().expect("a calendar").expect("it parses");
    assert!(calendars.next().is_none());
    first.events
}

fn value<'a>(event: &'a IcalEvent, name: &str) -> &'a str {
    let property = event.properties.iter().find(|property| property.name == name);
    property.and_then(|property| property.value.as_deref()).unwrap_or_default()
}

#[test]
fn the_examples_calendar() {
    let text = calendar(&engine::example::plan());
    expect_test::expect_file!["../../../tests/data/purchase/calendar.ics"]
        .assert_eq(&text.replace("\r\n", "\n"));
    let events = events(&text);
    let kinds: Vec<&str> = events.iter().map(|event| value(event, "UID")).collect();
    for kind in ["order-by-2026-12-31", "tier-75-2026-12-31", "renewal-2026-12-31", "pack-", "review-monthly"]
    {
        assert!(kinds.iter().any(|uid| uid.starts_with(kind)), "{kind}: {kinds:?}");
    }
    assert_eq!(kinds.iter().collect::<BTreeSet<_>>().len(), kinds.len(), "an identity is one event’s");
}

#[test]
fn a_newer_file_updates_the_old() {
    let mut plan = engine::example::plan();
    let before = calendar(&plan);
    plan.lead_days = Some(30);
    let after = calendar(&plan);
    let uids = |text: &str| -> BTreeSet<String> {
        events(text).iter().map(|event| value(event, "UID").to_string()).collect()
    };
    assert_ne!(before, after);
    assert_eq!(uids(&before), uids(&after));
}

#[test]
fn lines_are_folded_and_texts_escaped() {
    let mut plan = engine::example::plan();
    let name = "Straße, Brücken; Tunnel \\ Nord und alles, was sonst noch dazugehört – 東京";
    for pack in &mut plan.packs {
        pack.pool = Some(name.to_string());
    }
    let text = calendar(&plan);
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\n', '\r']), "{line}");
    }
    assert_eq!(text.matches("DTSTAMP:").count(), text.matches("BEGIN:VEVENT").count());
    let unescaped = |text: &str| text.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
    let summaries: Vec<String> =
        events(&text).iter().map(|event| unescaped(value(event, "SUMMARY"))).collect();
    assert!(
        summaries.iter().any(|summary| *summary == format!("A Flex pack ends ({name})")),
        "{summaries:?}"
    );
}

#[test]
fn without_use_there_is_an_empty_calendar() {
    match Desk::new().answer(Ask::Export(ExportKind::Calendar)) {
        Answer::Document(document) => {
            let text = String::from_utf8(document.bytes).expect("UTF-8");
            assert!(events(&text).is_empty());
        }
        other => panic!("{other:?}"),
    }
}
