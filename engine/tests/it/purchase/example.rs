//! The article's firm: what it buys, now and with its ten heavy users moved.

use engine::desk::{Answer, Ask, Desk, ExportKind};
use engine::plan::{Edit, LicenceEdit, Move, Plan, to_json};
use serde_json::{Value, json};

/// The results of the example under a plan.
pub fn results(plan: &Plan) -> Value {
    let mut desk = Desk::new();
    desk.answer(Ask::Example);
    desk.answer(Ask::Plan { revision: 1, text: to_json(plan) });
    let Answer::Document(document) = desk.answer(Ask::Export(ExportKind::Results)) else {
        panic!("no results")
    };
    serde_json::from_slice(&document.bytes).expect("JSON")
}

#[test]
fn ten_seats_end_the_true_up_and_reduce_the_renewal() {
    let plan = engine::example::plan();
    let now = results(&plan);
    assert_eq!(now["then"], Value::Null);
    assert!(now["true_up"]["tokens"].as_f64().unwrap() > 0.0);
    assert_eq!(now["true_up"], now["pools"][0]["true_up"]);
    let moves = now["allocation"]["moves"].as_array().expect("moves").iter();
    let moves = moves.filter(|one| one["verdict"] == "move").map(|one| Move {
        user: one["user"].as_str().expect("an id").to_string(),
        offers: vec!["AutoCAD".to_string()],
    });
    let moved = plan.with(&Edit::Licences(LicenceEdit::AcceptAll(moves.collect())));
    let found = results(&moved);
    for field in ["cost", "pools", "true_up", "renewal"] {
        assert_eq!(found[field], now[field], "what is accepted leaves {field} as it is now");
    }
    let then = &found["then"];
    // 40,250 tokens less 10 × 230 × 7, at 3.00.
    assert_eq!(then["cost"]["amount"], json!(72_450));
    assert_eq!(then["true_up"]["tokens"], json!(0));
    assert_eq!(
        then["renewal"]["subscriptions"],
        json!([{ "offer": "AutoCAD", "seats": 10, "amount": 23_300 }])
    );
    let tokens = |results: &Value| results["renewal"]["tokens"].as_f64().unwrap();
    let less = 1.0 - tokens(then) / tokens(&found);
    assert!((0.35..0.45).contains(&less), "the pool shrinks by about 40 %: {less}");
}
