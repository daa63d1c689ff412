//! What the page asks, and the results.

use engine::desk::{
    Answer, Ask, Desk, ExportKind, LICENCE_ROWS_MAX, LicenceShow, LicenceSort, LicenceState, LicenceVerdict,
    LicencesAsk, LicencesView, SavingWhen, Value,
};
use engine::plan::{Edit, LicenceEdit, Move, Plan, to_json};
use engine::usage::Money;

fn take(desk: &mut Desk, revision: u64, plan: &Plan) {
    assert_eq!(desk.answer(Ask::Plan { revision, text: to_json(plan) }), Answer::Planned { revision });
}

fn example() -> Desk {
    let mut desk = Desk::new();
    desk.answer(Ask::Example);
    take(&mut desk, 1, &engine::example::plan());
    desk
}

fn licences(desk: &mut Desk, ask: LicencesAsk) -> LicencesView {
    match desk.answer(Ask::Licences(ask)) {
        Answer::Licences(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn all_rows() -> LicencesAsk {
    LicencesAsk { count: LICENCE_ROWS_MAX, ..LicencesAsk::default() }
}

#[test]
fn the_headline_is_the_articles() {
    let view = licences(&mut example(), all_rows());
    assert_eq!((view.state, view.revision, view.currency.as_str()), (LicenceState::Ready, 1, "EUR"));
    let headline = view.headline.unwrap();
    assert_eq!(headline.move_now.people, 10);
    assert_eq!(headline.move_now.saving_per_year.value, Some(Value::Money(Money::whole(25_000))));
    assert_eq!(headline.move_now.tokens_share.value, Some(Value::Share(0.4)));
    assert_eq!(headline.move_now.subscriptions_per_year, Money::whole(23_300));
    assert_eq!(headline.all, headline.move_now);
    let (low, high) = headline.all.saving_range.unwrap();
    assert!(low < Money::whole(25_000) && Money::whole(25_000) < high);
    assert_eq!((headline.accepted.people, headline.watch.people), (0, 0));
    assert_eq!(headline.all.by_when.iter().map(|(_, saving)| *saving).sum::<Money>(), Money::whole(25_000));
    assert!(headline.all.by_when.iter().all(|(when, _)| *when != SavingWhen::Unknown));
}

#[test]
fn rows_tell_days_against_break_even() {
    let view = licences(&mut example(), all_rows());
    assert_eq!(view.rows.total, view.rows.rows.len() as u64);
    let first = &view.rows.rows[0];
    assert!(first.is_move && first.verdict == LicenceVerdict::Move);
    let mix = first.mix.as_ref().unwrap();
    assert_eq!(mix.offers, ["AutoCAD"]);
    assert_eq!(mix.charge_days_per_year.value, Some(Value::CountPerYear(230.0)));
    let Some(Value::CountPerYear(break_even)) = mix.break_even_days.value else { panic!() };
    assert_eq!(break_even.round(), 111.0);
    let (low, high) = mix.charge_days_range.unwrap();
    assert!(break_even < low && low < 230.0 && 230.0 < high);
    let last = view.rows.rows.last().unwrap();
    assert!(!last.is_move && last.verdict == LicenceVerdict::Stay);
}

#[test]
fn the_frontier_has_its_best_point() {
    let view = licences(&mut example(), all_rows());
    let (moved, cost) = view.frontier.best.unwrap();
    assert_eq!((moved, cost), (10, Money::whole(40_250 * 3 - 25_000)));
    assert_eq!(view.frontier.points[0], (0, Money::whole(40_250 * 3)));
    assert!(view.frontier.points.iter().all(|point| point.1 >= cost));
}

#[test]
fn accepting_declining_and_setting_are_seen() {
    let mut desk = example();
    let view = licences(&mut desk, all_rows());
    let user = |i: usize| view.rows.rows[i].person.id.clone();
    let accept = |i, offers: &[&str]| {
        Edit::Licences(LicenceEdit::Accept(Move {
            user: user(i),
            offers: offers.iter().map(ToString::to_string).collect(),
        }))
    };
    let plan = engine::example::plan()
        .with(&accept(0, &["AutoCAD"]))
        .with(&accept(11, &["AutoCAD"]))
        .with(&accept(1, &["Unheard of"]))
        .with(&Edit::Licences(LicenceEdit::Decline { user: user(2) }))
        .with(&Edit::Licences(LicenceEdit::Pin { user: user(15), pinned: true }));
    take(&mut desk, 2, &plan);
    let after = licences(&mut desk, all_rows());
    assert_eq!(after.revision, 2);
    assert_eq!(after.rows.rows[0].person.id, user(15), "pinned comes first");
    let headline = after.headline.unwrap();
    assert_eq!(headline.accepted.people, 3);
    assert_eq!(headline.all.people, 10, "the optimum does not depend on what was accepted");
    let shown = |desk: &mut Desk, show| licences(desk, LicencesAsk { show, ..all_rows() }).rows;
    let accepted = shown(&mut desk, LicenceShow::Accepted);
    assert_eq!(accepted.total, 3);
    let odd = accepted.rows.iter().find(|row| row.person.id == user(1)).unwrap().accepted.clone().unwrap();
    assert_eq!(odd.offers, ["Unheard of"]);
    assert_eq!(shown(&mut desk, LicenceShow::Declined).total, 1);
    assert_eq!(shown(&mut desk, LicenceShow::Open).total, 7);
}

#[test]
fn rows_come_filtered_sorted_and_in_parts() {
    let mut desk = example();
    let by_name = LicencesAsk { sort: LicenceSort::Name, ..all_rows() };
    let ids: Vec<String> =
        licences(&mut desk, by_name.clone()).rows.rows.into_iter().map(|row| row.person.id).collect();
    assert!(ids.is_sorted());
    let part = licences(&mut desk, LicencesAsk { first: 5, count: 3, ..by_name.clone() }).rows;
    assert_eq!((part.first, part.total), (5, ids.len() as u64));
    assert_eq!(part.rows.iter().map(|row| row.person.id.clone()).collect::<Vec<_>>(), ids[5..8]);
    let beyond = licences(&mut desk, LicencesAsk { first: 999, ..by_name.clone() }).rows;
    assert!(beyond.rows.is_empty());
    let found = licences(&mut desk, LicencesAsk { find: "MARROW".to_string(), ..by_name }).rows;
    assert_eq!(found.total, 1);
    for sort in [LicenceSort::FlexCost, LicenceSort::ChargeDays, LicenceSort::Chance, LicenceSort::Saving] {
        assert_eq!(licences(&mut desk, LicencesAsk { sort, ..all_rows() }).rows.total, ids.len() as u64);
    }
}

#[test]
fn an_empty_desk_has_no_licences() {
    let view = licences(&mut Desk::new(), all_rows());
    assert_eq!((view.state, view.headline), (LicenceState::NoUse, None));
    let Answer::Document(document) = Desk::new().answer(Ask::Export(ExportKind::Moves)) else { panic!() };
    assert!(document.bytes.is_empty());
}

fn results(desk: &mut Desk) -> serde_json::Value {
    let Answer::Document(document) = desk.answer(Ask::Export(ExportKind::Results)) else { panic!() };
    serde_json::from_slice(&document.bytes).unwrap()
}

#[test]
fn the_results_hold_the_allocation() {
    let results = results(&mut example());
    let allocation = &results["allocation"];
    assert_eq!(allocation["moves"].as_array().unwrap().len(), 10);
    assert_eq!(allocation["saving_per_year"], 25_000);
    assert_eq!(allocation["tokens_share_moved"], 0.4);
    let one = &allocation["moves"][0];
    assert_eq!(one["offers"][0], "AutoCAD");
    assert_eq!((&one["flex_per_year"], &one["subscriptions_per_year"]), (&4_830.into(), &2_330.into()));
    assert_eq!((&one["charge_days_per_year"], &one["break_even_days"]), (&230.into(), &110.952381.into()));
    assert_eq!((&one["chance"], &one["verdict"]), (&1.into(), &"move".into()));
    assert!(one["run_rate_per_year"].is_null());
}

/// In another currency without offers: no move, and why.
#[test]
fn without_prices_the_allocation_says_so() {
    let mut desk = example();
    take(&mut desk, 2, &engine::example::plan().with(&Edit::Licences(LicenceEdit::Offers(None))));
    assert_eq!(licences(&mut desk, all_rows()).state, LicenceState::NoOfferPrice);
    let results = results(&mut desk);
    let allocation = &results["allocation"];
    assert_eq!(allocation["moves"].as_array().unwrap().len(), 0);
    assert!(allocation["saving_per_year"].is_null() && allocation["tokens_share_moved"].is_null());
    assert_eq!(allocation["not_computed"], "no_offer_price");
}

/// A full answer stays small enough to be sent at every keystroke.
#[test]
fn a_full_answer_is_below_256_kilobytes() {
    let products = ["AutoCAD", "Revit", "3ds Max", "Maya", "Navisworks Manage", "Fusion"];
    let mut csv = String::from("Day used,Email,Product,Tokens used\n");
    for who in 0..400 {
        for (i, product) in products.iter().enumerate() {
            for month in 1..=12 {
                let day = 1 + (who + i * 3) % 27;
                csv.push_str(&format!(
                    "2026-{month:02}-{day:02},somebody.{who:05}@firm.example,{product},9\n"
                ));
            }
        }
    }
    let mut desk = Desk::new();
    desk.answer(Ask::Open { name: "usage.csv".to_string() });
    desk.slice(csv.as_bytes());
    desk.answer(Ask::Close);
    let answer = desk.answer(Ask::Licences(LicencesAsk { count: u64::MAX, ..LicencesAsk::default() }));
    let Answer::Licences(view) = &answer else { panic!() };
    assert_eq!((view.rows.total, view.rows.rows.len() as u64), (400, LICENCE_ROWS_MAX));
    let bytes = postcard::to_allocvec(&answer).unwrap().len();
    assert!(bytes < 256 << 10, "{bytes} bytes");
}
