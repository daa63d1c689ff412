//! The Purchase place: figures, lateness, ways, the checklist, the mail.

use crate::sheet::day;
use engine::desk::{
    Answer, Ask, Desk, ExportKind, PURCHASE_POINTS_MAX, PurchaseAsk, PurchaseView, Value, Way, WayState,
};
use engine::plan::{ContractEdit, Edit, LicenceEdit, Move, Plan, Question, from_json, to_json};
use engine::usage::{Money, Tokens};

fn desk(plan: &Plan) -> Desk {
    let mut desk = Desk::new();
    desk.answer(Ask::Example);
    desk.answer(Ask::Plan { revision: 1, text: to_json(plan) });
    desk
}

fn view(plan: &Plan, today: Option<&str>) -> PurchaseView {
    match desk(plan).answer(Ask::Purchase(PurchaseAsk { pool: 0, today: today.map(day) })) {
        Answer::Purchase(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn answered(plan: &Plan, question: Question, answer: &str) -> Plan {
    plan.with(&Edit::Contract(ContractEdit::Answer { question, answer: Some(answer.into()) }))
}

#[test]
fn an_order_day_in_the_past_is_so_many_days_late() {
    let plan = engine::example::plan();
    let unknown = view(&plan, None).true_up.expect("a true-up");
    let Some(Value::Day(by)) = unknown.order_by.value else { panic!("{unknown:?}") };
    assert_eq!(unknown.days_late, None);
    for (today, late) in [(by.plus(-1), None), (by, None), (by.plus(9), Some(9))] {
        let found = view(&plan, Some(&today.to_string())).true_up.expect("a true-up");
        assert_eq!(found.days_late, late, "{today}");
    }
    let stop = unknown.stop.expect("a stop").value;
    assert!(matches!(stop, Some(Value::Count(days)) if days > 0), "{stop:?}");
}

#[test]
fn the_curve_is_small_and_holds_the_best() {
    let view = view(&engine::example::plan(), None);
    let best = view.best.expect("a best point");
    assert!(view.curve.len() as u64 <= PURCHASE_POINTS_MAX && view.curve.contains(&best));
    let next = view.next_term.expect("a next term");
    assert_eq!(next.tokens.value, Some(Value::Tokens(best.tokens)));
    let allowed = view.curve.iter().filter(|point| point.stop_chance <= 0.1);
    assert!(allowed.map(|point| point.cost).min().expect("points") >= best.cost);
    let bytes = serde_json::to_vec(&view.curve).expect("JSON").len();
    assert!(bytes < 20_000, "{bytes}");
}

#[test]
fn moves_make_it_then() {
    let plan = engine::example::plan();
    let moved = plan.with(&Edit::Licences(LicenceEdit::Accept(Move {
        user: "tessel.marrow@brickline.example".into(),
        offers: vec!["AutoCAD".into()],
    })));
    let (now, then) = (view(&plan, None), view(&moved, None));
    assert!(!now.is_then && then.is_then);
    assert_eq!(then.subscriptions.len(), 1);
    assert_eq!(then.subscriptions[0].amount.value, Some(Value::Money(Money::whole(2_330))));
    let less = then.next_term.as_ref().expect("a next term").less_than_now.expect("fewer");
    assert!(less > Tokens::whole(1_000), "{less:?}");
    let state = |view: &PurchaseView, way| view.ways.iter().find(|one| one.way == way).unwrap().state;
    assert_eq!(state(&now, Way::MoveDailyUsers), WayState::Open);
    assert_eq!(state(&then, Way::MoveDailyUsers), WayState::Begun);
    assert_eq!(state(&now, Way::ForecastNextTerm), WayState::Done);
}

#[test]
fn answers_are_kept_and_count() {
    let plan = engine::example::plan();
    let yes = answered(&plan, Question::SamePrice, "yes");
    assert!(yes.clauses.same_price_true_up);
    let no = answered(&yes, Question::TrueUpClause, "no");
    assert!(!no.clauses.same_price_true_up, "without a clause there is no price in it");
    let grace = answered(&plan, Question::GraceDays, "30");
    assert_eq!(grace.grace_days(), 30);
    assert_eq!(answered(&plan, Question::TrueUpPrice, "2,90").true_up_price, Some(Money(2_900_000)));
    for (question, answer) in
        [(Question::RollOver, "perhaps"), (Question::GraceDays, "-3"), (Question::ConfirmedOn, "soon")]
    {
        assert_eq!(answered(&plan, question, answer), plan, "{answer}");
    }
    let confirmed = answered(&yes, Question::ConfirmedOn, "2026-03-31");
    assert_eq!(from_json(&to_json(&confirmed)).expect("a plan"), confirmed);
    let lines = view(&confirmed, None).checklist;
    assert_eq!(lines.iter().filter(|line| line.answer.is_some()).count(), 2);
    let agreed = view(&confirmed, None).clauses;
    assert!(agreed.iter().any(|clause| clause.clause == "same_price_true_up" && clause.agreed));
}

#[test]
fn the_mail_says_what_to_order() {
    let plan = engine::example::plan();
    let text = |plan: &Plan| match desk(plan).answer(Ask::Export(ExportKind::PurchaseText)) {
        Answer::Document(document) => String::from_utf8(document.bytes).expect("UTF-8"),
        other => panic!("{other:?}"),
    };
    let found = text(&plan);
    expect_test::expect_file!["../../../../tests/data/purchase/procurement.txt"].assert_eq(&found);
}
