//! The monthly review: steps, records, what was promised against what the rows show.

use crate::sheet::day;
use engine::desk::{Answer, Ask, Desk, ReviewView, Value};
use engine::plan::{
    Edit, LicenceEdit, Move, Offer, Plan, Promise, Review, ReviewEdit, Step, StepTaken, from_json, to_json,
};
use engine::usage::{Money, Tokens};

const ANN: &str = "ann@firm.example";

/// Ann uses AutoCAD on every day of 2026 up to `moved`, then on `after` of the next 100 days.
fn rows(moved: &str, after: i32) -> String {
    let mut text = "day_used,email,offering_name,tokens_used\n".to_string();
    let first = day("2026-01-01");
    let moved = day(moved);
    for offset in 0..=first.days_until(moved) {
        text.push_str(&format!("{},{ANN},AutoCAD,7\n", first.plus(offset)));
    }
    for offset in 1..=after {
        text.push_str(&format!("{},{ANN},AutoCAD,7\n", moved.plus(offset)));
    }
    // Somebody goes on, so that the rows do not end.
    for offset in 0..=first.days_until(moved) + 100 {
        text.push_str(&format!("{},ben@firm.example,Revit,10\n", first.plus(offset)));
    }
    text
}

fn plan() -> Plan {
    let offer = Offer {
        name: "AutoCAD".into(),
        covers: vec!["AutoCAD".into()],
        price_per_year: Some(Money::whole(2_000)),
        dated: None,
    };
    let accept = Move { user: ANN.into(), offers: vec!["AutoCAD".into()] };
    Plan { token_price: Some(Money::whole(3)), offers: Some(vec![offer]), ..Plan::default() }
        .with(&Edit::Licences(LicenceEdit::Accept(accept)))
}

fn reviewed(plan: &Plan, as_of: &str, saving: i64) -> Plan {
    let promise = Promise {
        user: ANN.into(),
        offers: vec!["AutoCAD".into()],
        saving_per_year: Some(Money::whole(saving)),
    };
    let review = Review { as_of: day(as_of), moves: vec![promise], ..Review::default() };
    plan.with(&Edit::Review(ReviewEdit::Finish(Box::new(review))))
}

fn view(text: &str, plan: &Plan) -> ReviewView {
    let mut desk = Desk::new();
    desk.answer(Ask::Open { name: "rows.csv".into() });
    desk.slice(text.as_bytes());
    desk.answer(Ask::Close);
    desk.answer(Ask::Plan { revision: 1, text: to_json(plan) });
    match desk.answer(Ask::Review) {
        Answer::Review(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn savings_shown_are_promises_less_what_stays_on_flex() {
    // 10 of 100 days at 7 tokens: 70 × 365 ÷ 100 = 255.5 tokens a year, 766.50 at 3.
    for (after, shown) in [(0, 5_000_000_000), (10, 4_233_500_000)] {
        let found = view(&rows("2026-06-30", after), &reviewed(&plan(), "2026-06-30", 5_000));
        let savings = found.savings.expect("savings");
        assert_eq!((savings.people, savings.open), (1, 0));
        assert_eq!(savings.promised.value, Some(Value::Money(Money::whole(5_000))));
        assert_eq!(savings.shown.value, Some(Value::Money(Money(shown))), "{after}");
        assert_eq!(found.record.savings, Some((Money::whole(5_000), Money(shown))));
        assert_eq!(found.moves_new, 0);
    }
}

#[test]
fn the_first_review_of_an_unbroken_run_counts() {
    // Promised 5,000 in June, 6,000 in July: June’s word stands, and its days.
    let twice = reviewed(&reviewed(&plan(), "2026-06-30", 5_000), "2026-07-31", 6_000);
    let found = view(&rows("2026-06-30", 10), &twice);
    let savings = found.savings.expect("savings");
    assert_eq!(savings.promised.value, Some(Value::Money(Money::whole(5_000))));
    assert_eq!(found.before.map(|review| review.as_of), Some(day("2026-07-31")));
}

#[test]
fn what_cannot_be_judged_is_unknown() {
    // The review's rows end 27 days before these.
    let found = view(&rows("2026-06-30", 0), &reviewed(&plan(), "2026-09-11", 5_000));
    let savings = found.savings.expect("savings");
    assert_eq!((savings.people, savings.open, savings.shown.value), (0, 1, None));
    // A move that was taken back promises nothing any more.
    let withdrawn = reviewed(&plan(), "2026-06-30", 5_000).with(&Edit::Licences(LicenceEdit::WithdrawAll));
    assert_eq!(view(&rows("2026-06-30", 0), &withdrawn).savings, None);
    // A review of these very rows is none to compare with.
    let own = view(&rows("2026-06-30", 0), &reviewed(&plan(), "2026-10-08", 5_000));
    assert_eq!((own.before, own.savings, own.moves_new), (None, None, 1));
}

#[test]
fn the_record_holds_the_numbers_of_the_day() {
    let found = view(&rows("2026-06-30", 0), &plan());
    assert_eq!(found.record.as_of, day("2026-10-08"));
    assert_eq!(found.record.burn_per_day, Some(Tokens::whole(10)));
    let promise = &found.record.moves[0];
    assert_eq!(promise.user, ANN);
    assert!(promise.saving_per_year.is_some(), "{promise:?}");
    assert_eq!(found.next, day("2026-11-02"), "1 November 2026 is a Sunday");
}

#[test]
fn steps_are_kept_until_the_review_ends() {
    let take = |plan: &Plan, step, done, note: &str| {
        plan.with(&Edit::Review(ReviewEdit::Take(StepTaken { step, done, note: note.into() })))
    };
    let open = take(&take(&plan(), Step::Alerts, true, ""), Step::Data, false, " late ");
    assert_eq!(
        open.open_review.iter().map(|taken| taken.step).collect::<Vec<_>>(),
        [Step::Data, Step::Alerts]
    );
    assert_eq!(open.step_taken(Step::Data).map(|taken| taken.note.as_str()), Some("late"));
    // Neither ticked nor noted is not there.
    assert_eq!(take(&open, Step::Alerts, false, "").open_review.len(), 1);
    let ended = reviewed(&open, "2026-06-30", 1);
    assert!(ended.open_review.is_empty());
    assert_eq!(ended.reviews[0].steps, open.open_review);
    // Of the same rows there is one record.
    assert_eq!(reviewed(&ended, "2026-06-30", 2).reviews.len(), 1);
    let removed = ended.with(&Edit::Review(ReviewEdit::Remove(day("2026-06-30"))));
    assert_eq!(removed.reviews, []);
}

#[test]
fn reviews_are_saved_and_read() {
    let mut whole = reviewed(&plan(), "2026-06-30", 5_000);
    let review = &mut whole.reviews[0];
    review.on = Some(day("2026-07-02"));
    review.burn_per_day = Some(Tokens(12_345_678));
    review.run_out = Some(day("2026-12-09"));
    review.savings = Some((Money::whole(2), Money(-500_000)));
    review.steps = vec![StepTaken { step: Step::Spikes, done: true, note: "Müller, \"x\"".into() }];
    whole.open_review = vec![StepTaken { step: Step::Data, done: true, note: String::new() }];
    assert_eq!(from_json(&to_json(&whole)), Ok(whole.clone()));
    let odd = r#"{"schema": "flexgauge.plan/1", "reviews": [{"on": "2026-01-01"}], "open_review": [{"step": "nap"}]}"#;
    let problems = from_json(odd).expect_err("problems");
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].contains("open_review[0].step") && problems[1].contains("as_of"), "{problems:?}");
}
