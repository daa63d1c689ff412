//! *Tell the team* and recognition over answers of the real desk.

use crate::support::{element, example, example_desk, rendered, text};
use engine::desk::{
    Answer, Ask, DraftAsk, DraftKind, DraftView, RecognitionAsk, RecognitionBy, RecognitionSort,
    RecognitionView,
};
use engine::plan::{Edit, Plan, Recognition};
use engine::usage::Tokens;
use flexgauge::session::{Event, View};
use flexgauge::ui::draft::mail_link;
use flexgauge::ui::habits::{RecognitionPanel, TellTeamPanel};
use leptos::prelude::*;
use std::sync::Arc;

fn draft_of(kind: &DraftKind) -> DraftView {
    let mut desk = example_desk(engine::example::plan());
    match desk.answer(Ask::Draft(DraftAsk { kind: kind.clone() })) {
        Answer::Draft(view) => *view,
        other => panic!("expected a draft, got {other:?}"),
    }
}

fn told(kind: DraftKind, hide: bool) -> String {
    let draft = draft_of(&kind);
    let mut state = example();
    state.on(Event::HideNames(hide));
    rendered(state, |_| {
        let view: View<DraftView> = RwSignal::new(Some(Arc::new(draft)));
        view! { <TellTeamPanel view wanted=RwSignal::new(kind) /> }
    })
}

fn tessel() -> DraftKind {
    DraftKind::Person { id: "tessel.marrow@brickline.example".to_string() }
}

#[test]
fn drafts_are_shown_and_lead_to_a_mail() {
    for (kind, mail) in [
        (DraftKind::Reminder, true),
        (tessel(), true),
        (DraftKind::Manager, true),
        (DraftKind::PlannedWork, true),
        (DraftKind::Onboarding, true),
        (DraftKind::Calendar, false),
    ] {
        let html = told(kind.clone(), false);
        let draft = draft_of(&kind);
        let shown = text(&element(&html, "draft"));
        assert!(shown.contains(draft.body.split_whitespace().next().unwrap_or_default()), "{shown}");
        let fits = mail_link(&draft).is_some();
        assert_eq!(html.contains("id=\"mail-draft\""), mail, "{kind:?}");
        assert_eq!(html.contains("Too long to be handed over"), mail && !fits, "{kind:?}");
    }
}

#[test]
fn a_mail_link_holds_the_text_and_is_bounded() {
    let draft = |body: &str| DraftView {
        to: Some("ann@firm.example".to_string()),
        subject: "Tokens & more".to_string(),
        body: body.to_string(),
        file_name: String::new(),
        media_type: "text/plain".to_string(),
    };
    assert_eq!(
        mail_link(&draft("é\nb?")).as_deref(),
        Some("mailto:ann@firm.example?subject=Tokens%20%26%20more&body=%C3%A9%0D%0Ab%3F")
    );
    let head = mail_link(&draft("")).expect("a link").len();
    assert!(mail_link(&draft(&"a".repeat(1_800 - head))).is_some());
    assert!(mail_link(&draft(&"a".repeat(1_801 - head))).is_none());
}

#[test]
fn a_note_is_not_shown_with_names_hidden() {
    let html = told(tessel(), true);
    assert!(html.contains("Names are hidden"), "{html}");
    assert!(!html.contains("Tessel") && !html.contains("brickline.example"), "{html}");
}

fn recognised(set: Recognition, ask: RecognitionAsk, hide: bool) -> (RecognitionView, String) {
    let plan: Plan = engine::example::plan().with(&Edit::Recognition(set));
    let ask = RecognitionAsk { count: 50, ..ask };
    let view = match example_desk(plan.clone()).answer(Ask::Recognition(ask)) {
        Answer::Recognition(view) => *view,
        other => panic!("expected recognition, got {other:?}"),
    };
    let shown = view.clone();
    let mut state = example();
    state.on(Event::Edit(Edit::Whole(Box::new(plan))));
    state.on(Event::HideNames(hide));
    let html = rendered(state, |_| {
        let view: View<RecognitionView> = RwSignal::new(Some(Arc::new(shown)));
        view! { <RecognitionPanel view wanted=RwSignal::new(ask) /> }
    });
    (view, html)
}

#[test]
fn recognition_is_a_list_under_one_switch() {
    let people = RecognitionAsk { by: RecognitionBy::Person, ..RecognitionAsk::default() };
    let target = Recognition { target_per_day: Some(Tokens::whole(9)), ..Recognition::default() };
    let (view, html) = recognised(target, people, true);
    let said = text(&html);
    assert!(said.contains("with 10 active days or more"), "{said}");
    assert!(said.contains("the target of 9 tokens a day"), "{said}");
    assert!(said.contains("Person 0"), "{said}");
    assert!(!html.contains("brickline.example"), "{said}");
    assert_eq!(element(&html, "recognition").matches("<th scope=\"row\"").count(), view.list.len());

    let improved = RecognitionAsk { sort: RecognitionSort::Improved, ..people };
    let (_, html) = recognised(Recognition::default(), improved, false);
    assert!(text(&html).contains("came down, of those with 10 active days or more"), "{html}");

    let (_, html) = recognised(Recognition { off: true, ..Recognition::default() }, people, false);
    assert!(!html.contains("<table"), "{html}");
}
