//! The band's *now → then*, and taking it back.

use engine::desk::{Answer, Ask, Desk, ForecastAsk, ThenView, Value};
use engine::plan::{Busy, BusyChange, Edit, LicenceEdit, Move, Plan, WorkEdit, to_json};
use engine::usage::{Money, Tokens};

fn desk(plan: &Plan) -> Desk {
    let mut desk = Desk::new();
    desk.answer(Ask::Example);
    desk.answer(Ask::Plan { revision: 1, text: to_json(plan) });
    desk
}

fn then(plan: &Plan) -> Option<ThenView> {
    match desk(plan).answer(Ask::Overview) {
        Answer::Overview(overview) => overview.answers.expect("answers").then,
        other => panic!("{other:?}"),
    }
}

fn one_move() -> Edit {
    Edit::Licences(LicenceEdit::Accept(Move {
        user: "tessel.marrow@brickline.example".into(),
        offers: vec!["AutoCAD".into()],
    }))
}

#[test]
fn a_move_shows_in_tokens_money_and_days() {
    let plan = engine::example::plan();
    assert_eq!(then(&plan), None);
    let shown = then(&plan.with(&one_move())).expect("a what-if");
    assert_eq!((shown.moves, shown.habits, shown.busy), (1, 0, 0));
    // 230 days at 7 tokens; a seat for 2,330 instead of 4,830.
    assert_eq!(shown.all.tokens_per_year.value, Some(Value::Tokens(Tokens::whole(-1_610))));
    assert_eq!(shown.all.amount_per_year.value, Some(Value::Money(Money::whole(-2_500))));
    assert!(shown.all.run_out_then > shown.all.run_out_now);
    let days = shown.all.run_out_now.unwrap().days_until(shown.all.run_out_then.unwrap());
    assert_eq!(shown.all.days.value, Some(Value::Days(i64::from(days))));
    // The band and the Forecast place say the same.
    match desk(&plan.with(&one_move())).answer(Ask::Forecast(ForecastAsk::default())) {
        Answer::Forecast(forecast) => {
            let place = forecast.shown.then.expect("then");
            assert_eq!(place.run_out.p50, shown.all.run_out_then);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn one_edit_takes_every_what_if_back() {
    let busy = Busy {
        name: "tender".into(),
        from: engine::example::LAST_DAY.plus(3),
        to: engine::example::LAST_DAY.plus(20),
        change: BusyChange::Percent(50.0),
        probability: 1.0,
    };
    let plan = engine::example::plan();
    let on = plan
        .with(&one_move())
        .with(&Edit::Work(WorkEdit::Busy(vec![busy])))
        .with(&Edit::HabitShare { habit: "several_products".into(), share: 0.5 });
    let shown = then(&on).expect("what-ifs");
    assert_eq!((shown.moves, shown.habits, shown.busy), (1, 1, 1));
    assert_eq!(on.with(&Edit::Work(WorkEdit::NoWhatIfs)), plan);
}
