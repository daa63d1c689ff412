//! What the desk keeps between edits never shows: it answers as a fresh desk does.

use engine::desk::{Answer, Ask, Desk, ExportKind, ForecastAsk, LicencesAsk, PurchaseAsk};
use engine::plan::{Busy, BusyChange, Edit, LicenceEdit, Move, Plan, WorkEdit, to_json};
use engine::usage::{Money, Tokens};
use proptest::prelude::*;

fn edit(kind: u32, amount: u32) -> Edit {
    let last = engine::example::LAST_DAY;
    let users = ["tessel.marrow@brickline.example", "nobody@brickline.example"];
    let user = users[amount as usize % users.len()].to_string();
    let share = f64::from(amount % 11) / 10.0;
    // What has begun changes what is learnt from the past, what lies ahead does not.
    let around_now = last.plus(amount as i32 * 8 - 240);
    match kind {
        0 => Edit::Licences(LicenceEdit::Accept(Move { user, offers: vec!["AutoCAD".into()] })),
        1 => Edit::Licences(LicenceEdit::Withdraw { user }),
        2 => Edit::HabitShare { habit: "several_products".into(), share },
        3 => Edit::HabitShare { habit: "every_day".into(), share },
        4 => Edit::Work(WorkEdit::Busy(vec![Busy {
            name: "tender".into(),
            from: around_now,
            to: around_now.plus(20),
            change: BusyChange::Percent(50.0),
            probability: 0.7,
        }])),
        5 => Edit::Work(WorkEdit::Busy(Vec::new())),
        6 => Edit::TokenPrice(Some(Money::whole(2 + i64::from(amount % 3)))),
        7 => Edit::TokensLeft { pool: None, tokens: Tokens::whole(i64::from(amount) * 100), day: last },
        8 => Edit::Work(WorkEdit::Holidays(vec![around_now])),
        _ => Edit::Work(WorkEdit::NoWhatIfs),
    }
}

fn asks() -> Vec<Ask> {
    vec![
        Ask::Overview,
        Ask::Forecast(ForecastAsk::default()),
        Ask::Purchase(PurchaseAsk::default()),
        Ask::Lookout,
        Ask::Licences(LicencesAsk::default()),
        Ask::Export(ExportKind::Results),
    ]
}

fn tell(desk: &mut Desk, revision: u64, plan: &Plan) {
    let answer = desk.answer(Ask::Plan { revision, text: to_json(plan) });
    assert!(matches!(answer, Answer::Planned { .. }), "{answer:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn a_desk_that_was_edited_answers_as_a_fresh_one(
        edits in proptest::collection::vec((0..10u32, 0..40u32, 0..4u32), 1..6),
    ) {
        let mut desk = Desk::new();
        desk.answer(Ask::Example);
        let mut plan = engine::example::plan();
        for (number, (kind, amount, asked)) in edits.iter().enumerate() {
            plan = plan.with(&edit(*kind, *amount));
            tell(&mut desk, number as u64, &plan);
            // Sometimes several edits come between two asks.
            if *asked > 0 {
                desk.answer(Ask::Overview);
            }
        }
        let revision = edits.len() as u64 - 1;
        let mut fresh = Desk::new();
        fresh.answer(Ask::Example);
        tell(&mut fresh, revision, &plan);
        for ask in asks() {
            prop_assert_eq!(desk.answer(ask.clone()), fresh.answer(ask));
        }
    }
}
