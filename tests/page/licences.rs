//! The Licences place over answers of the real desk.

use crate::support::{element, example, example_desk, rendered, text};
use engine::desk::{Answer, Ask, LicencesAsk, LicencesView};
use engine::plan::{Edit, LicenceEdit, Plan};
use flexgauge::session::View;
use flexgauge::ui::licences::Licences;
use leptos::prelude::*;
use std::sync::Arc;

fn view_under(change: impl FnOnce(Plan) -> Plan) -> LicencesView {
    let mut desk = example_desk(change(engine::example::plan()));
    match desk.answer(Ask::Licences(LicencesAsk { count: 50, ..LicencesAsk::default() })) {
        Answer::Licences(view) => *view,
        other => panic!("expected licences, got {other:?}"),
    }
}

fn place(view: LicencesView) -> String {
    rendered(example(), |_| {
        let view: View<LicencesView> = RwSignal::new(Some(Arc::new(view)));
        let wanted = RwSignal::new(LicencesAsk::default());
        view! { <Licences view wanted /> }
    })
}

#[test]
fn the_article_is_the_headline() {
    let html = place(view_under(|plan| plan));
    let said = text(&element(&html, "licences-headline"));
    assert!(
        said.contains(
            "Move 10 people to subscriptions: saves €25,000 a year and takes 40\u{202f}% off the pool."
        ),
        "{said}"
    );
    assert!(said.contains("Nothing is accepted yet."), "{said}");
    let people = text(&element(&html, "licence-people"));
    assert!(people.contains("Tessel Marrow"), "{people}");
    assert!(people.contains("move now"), "{people}");
    let frontier = text(&element(&html, "frontier"));
    assert!(frontier.contains("10 people moved is the cheapest"), "{frontier}");
    assert!(text(&element(&html, "worked")).contains("111 days"));
}

#[test]
fn accepted_moves_are_summed_and_marked() {
    let html = place(view_under(|plan| {
        let one = engine::plan::Move {
            user: "tessel.marrow@brickline.example".to_string(),
            offers: vec!["AutoCAD".to_string()],
        };
        plan.with(&Edit::Licences(LicenceEdit::Accept(one)))
    }));
    assert!(text(&element(&html, "accepted-moves")).contains("1 person accepted: saves €2,500 a year"));
    assert!(text(&element(&html, "licence-people")).contains("accepted: AutoCAD"));
}

#[test]
fn without_a_price_it_says_what_is_missing() {
    let html = place(view_under(|plan| Plan { offers: None, ..plan }));
    let said = text(&element(&html, "licences-problem"));
    assert!(said.contains("No subscription has a price in your currency."), "{said}");
    assert!(!html.contains(" id=\"licences-headline\""));
    assert!(html.contains(" id=\"offers\""));
}
