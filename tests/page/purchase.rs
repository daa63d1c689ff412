//! The Purchase place over answers of the real desk.

use crate::support::{day, element, example, example_desk, rendered, text};
use engine::desk::{Answer, Ask, PurchaseAsk, PurchaseView};
use engine::plan::{Clauses, ContractEdit, Edit, LicenceEdit, Move, Plan, Question};
use engine::usage::Day;
use flexgauge::session::View;
use flexgauge::ui::purchase::Purchase;
use leptos::prelude::*;
use std::sync::Arc;

pub fn view_under(plan: Plan, today: Option<Day>) -> PurchaseView {
    match example_desk(plan).answer(Ask::Purchase(PurchaseAsk { pool: 0, today })) {
        Answer::Purchase(view) => *view,
        other => panic!("expected a purchase, got {other:?}"),
    }
}

fn place(view: PurchaseView) -> String {
    rendered(example(), |_| {
        let view: View<PurchaseView> = RwSignal::new(Some(Arc::new(view)));
        let pool = RwSignal::new(0);
        view! { <Purchase view pool /> }
    })
}

#[test]
fn what_to_buy_until_when_and_what_waiting_costs() {
    let html = place(view_under(engine::example::plan(), None));
    let said = |id: &str| text(&element(&html, id));
    let true_up = said("true-up");
    for words in [
        "Buy 2,398 tokens by",
        "for €7,194.",
        "Bought late they cost €8,633, €1,439 more.",
        "If nobody orders",
    ] {
        assert!(true_up.contains(words), "{words}: {true_up}");
    }
    assert!(!true_up.contains(" late: order now"), "{true_up}");
    let next = said("next-term");
    for words in ["Buy 34,340 tokens for the term from", "Eight of ten futures need", "The chance of a stop"]
    {
        assert!(next.contains(words), "{words}: {next}");
    }
    assert!(said("curve").contains("34,340 tokens cost least"), "{}", said("curve"));
    assert!(said("clauses").contains(
        "Worth most of what is not agreed yet: true-up at the price of the renewal, €4,518 a term."
    ));
    assert!(
        said("budget")
            .contains("Next year €103,020, and on average €19,195 more for what is bought later; in nine"),
        "{}",
        said("budget")
    );
    assert!(said("ways").contains("Review use monthly open"), "{}", said("ways"));
    assert!(said("checklist").contains("0 of 7 questions are answered."));
    assert!(html.contains("href=\"#licences\""));
}

#[test]
fn an_order_day_in_the_past_reads_so_many_days_late() {
    let plan = engine::example::plan();
    let late = view_under(plan, Some(day(2026, 11, 20)));
    let days = late.true_up.as_ref().and_then(|one| one.days_late).expect("late");
    let said = text(&element(&place(late), "days-late"));
    assert!(said.starts_with(&format!("{days} days late: the last day to order was 12 Oct 2026.")), "{said}");
}

#[test]
fn moves_put_seats_beside_the_tokens() {
    let one =
        Move { user: "tessel.marrow@brickline.example".to_string(), offers: vec!["AutoCAD".to_string()] };
    let plan = engine::example::plan().with(&Edit::Licences(LicenceEdit::Accept(one)));
    let html = place(view_under(plan, None));
    assert!(
        text(&element(&html, "budget")).contains("AutoCAD 1 €2,330"),
        "{}",
        text(&element(&html, "budget"))
    );
    assert!(text(&element(&html, "less-than-now")).contains("tokens fewer than without"));
}

#[test]
fn agreed_clauses_and_missing_terms_are_said() {
    let plan = engine::example::plan();
    let agreed = Clauses { same_price_true_up: true, roll_over: true, grace_days: 30, longer_days: 90 };
    let html = place(view_under(plan.with(&Edit::Contract(ContractEdit::Clauses(agreed))), None));
    assert!(text(&element(&html, "clauses")).contains("All 4 clauses are agreed."));
    let html = place(view_under(Plan { term_end: None, term_start: None, ..plan }, None));
    assert!(text(&element(&html, "no-term")).contains("Set the term"));
}

#[test]
fn an_answer_is_used_and_counted() {
    let edit = |question, answer: &str| {
        Edit::Contract(ContractEdit::Answer { question, answer: Some(answer.to_string()) })
    };
    let plan = engine::example::plan().with(&edit(Question::SamePrice, "yes"));
    let view = view_under(plan, None);
    let agreed: Vec<&str> =
        view.clauses.iter().filter(|clause| clause.agreed).map(|clause| clause.clause.as_str()).collect();
    assert_eq!(agreed, ["same_price_true_up"]);
}
