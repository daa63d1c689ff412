//! Edits and the saved form.

use super::world::{offer, seat};
use engine::plan::{Decision, Edit, History, LicenceEdit, Move, Plan, from_json, to_json};
use engine::usage::Money;

fn edit(plan: &Plan, edit: LicenceEdit) -> Plan {
    plan.with(&Edit::Licences(edit))
}

fn one_move(user: &str, offers: &[&str]) -> Move {
    Move { user: user.to_string(), offers: offers.iter().map(ToString::to_string).collect() }
}

#[test]
fn a_move_replaces_the_persons_move_and_their_refusal() {
    let plan = edit(&Plan::default(), LicenceEdit::Decline { user: "Kim@Firm.example".to_string() });
    assert!(plan.decision("kim@firm.example").unwrap().declined);
    let plan = edit(&plan, LicenceEdit::Accept(one_move("Kim@Firm.example", &["A"])));
    assert_eq!(
        (plan.moves.clone(), plan.decisions.clone()),
        (vec![one_move("kim@firm.example", &["A"])], vec![])
    );
    let plan = edit(&plan, LicenceEdit::Accept(one_move("kim@firm.example", &[])));
    assert_eq!(plan.moves, [one_move("kim@firm.example", &[])]);
    let plan = edit(&plan, LicenceEdit::Decline { user: "kim@firm.example".to_string() });
    assert!(plan.moves.is_empty());
    let plan = edit(&plan, LicenceEdit::Withdraw { user: "kim@firm.example".to_string() });
    assert_eq!(plan, Plan::default());
}

#[test]
fn accepting_all_is_one_step_to_undo() {
    let mut history = History::default();
    let all = vec![one_move("b@x.example", &["A"]), one_move("a@x.example", &["B"])];
    history.edit(&Edit::Licences(LicenceEdit::AcceptAll(all)));
    let users: Vec<&str> = history.plan().moves.iter().map(|one| one.user.as_str()).collect();
    assert_eq!(users, ["a@x.example", "b@x.example"]);
    history.undo();
    assert_eq!(*history.plan(), Plan::default());
}

#[test]
fn pins_and_notes_are_saved() {
    let user = || "kim@firm.example".to_string();
    let plan = edit(&Plan::default(), LicenceEdit::Pin { user: user(), pinned: true });
    let plan = edit(&plan, LicenceEdit::Note { user: user(), note: " ask in May ".to_string() });
    let plan = edit(&plan, LicenceEdit::Decline { user: "a@firm.example".to_string() });
    let plan = edit(&plan, LicenceEdit::Offers(Some(vec![offer("A", &["A", "B"], 12)])));
    let plan = edit(&plan, LicenceEdit::Seats(vec![seat("kim@firm.example", "A", None)]));
    let plan = edit(&plan, LicenceEdit::InactiveDays(Some(90)));
    let plan = edit(&plan, LicenceEdit::HeavyDays(Some(120)));
    assert_eq!(plan.decision("kim@firm.example").unwrap().note.as_deref(), Some("ask in May"));
    assert_eq!(from_json(&to_json(&plan)).unwrap(), plan);
    let plan = edit(&plan, LicenceEdit::Note { user: user(), note: String::new() });
    let plan = edit(&plan, LicenceEdit::Pin { user: user(), pinned: false });
    let declined = Decision { user: "a@firm.example".to_string(), declined: true, ..Decision::default() };
    assert_eq!(plan.decisions, [declined]);
}

#[test]
fn decisions_of_a_file_are_in_order_and_one_a_person() {
    let text = r#"{"schema": "flexgauge.plan/1", "decisions": [
        {"user": "B@x.example", "pinned": true}, {"user": "a@x.example", "declined": true},
        {"user": "b@x.example", "note": "second"}]}"#;
    let plan = from_json(text).unwrap();
    let users: Vec<&str> = plan.decisions.iter().map(|one| one.user.as_str()).collect();
    assert_eq!(users, ["a@x.example", "b@x.example"]);
    assert!(plan.decision("b@x.example").unwrap().pinned);
}

#[test]
fn shipped_prices_are_dollars_and_offers_of_a_plan_replace_them() {
    let price = |plan: &Plan, name: &str| {
        plan.offers().into_iter().find(|offer| offer.name == name).and_then(|offer| offer.price_per_year)
    };
    let dollars = Plan::default();
    assert_eq!(price(&dollars, "AutoCAD"), Some(Money::whole(2_030)));
    assert_eq!(price(&dollars, "M&E Collection"), None);
    assert!(dollars.offers().iter().all(|offer| offer.dated.is_some()));
    let euros = edit(&dollars, LicenceEdit::Offers(None)).with(&Edit::Currency("EUR".to_string()));
    assert_eq!((euros.offers().len(), price(&euros, "AutoCAD")), (8, None));
    let own = edit(&euros, LicenceEdit::Offers(Some(Vec::new())));
    assert_eq!(own.offers(), []);
}
