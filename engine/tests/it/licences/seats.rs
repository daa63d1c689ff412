//! Seats that people already have.

use super::world::{FIRST, Worked, World, offer, plan, seat};
use engine::plan::Plan;
use engine::usage::{Access, Money, Tokens};

const KIM: &str = "kim@firm.example";

fn with_seats(to: Option<i32>) -> Worked {
    let mut world = World::new().covering(365);
    world.every(KIM, "A", 0..40, 1, 10);
    let base = plan(vec![offer("A", &["A"], 3_650)]);
    Worked::of(world, Plan { seats: vec![seat(KIM, "A", to.map(|days| FIRST.plus(364 + days)))], ..base })
}

#[test]
fn a_seat_already_paid_costs_nothing_until_its_end_and_its_price_after() {
    let endless = with_seats(None);
    assert_eq!(endless.best(KIM), ["A"]);
    assert_eq!(endless.person(KIM).best.subscriptions_per_year, Money::ZERO);
    assert_eq!(endless.person(KIM).best.saving_per_year(), Money::whole(1_200));
    assert_eq!(with_seats(Some(365)).person(KIM).best.subscriptions_per_year, Money::ZERO);
    // The last hundred of the coming 365 days are to be paid: 1,000 of 3,650.
    let ending = with_seats(Some(265));
    assert_eq!(ending.best(KIM), ["A"]);
    assert_eq!(ending.person(KIM).best.subscriptions_per_year, Money::whole(1_000));
    assert_eq!(ending.person(KIM).best.saving_per_year(), Money::whole(200));
    // From here on Flex is cheaper.
    assert_eq!(with_seats(Some(245)).moves(), Vec::<&str>::new());
    // Ended: the price in full.
    assert_eq!(with_seats(Some(0)).person(KIM).nearest.unwrap().subscriptions_per_year, Money::whole(3_650));
}

#[test]
fn charges_beside_a_seat_are_counted_on_its_days_only() {
    let mut world = World::new().covering(365);
    world.every(KIM, "A", 0..40, 1, 10);
    world.every(KIM, "B", 0..40, 1, 10);
    let mut one = seat(KIM, "A", Some(FIRST.plus(29)));
    one.from = Some(FIRST.plus(10));
    let worked = Worked::of(world, Plan { seats: vec![one], ..plan(vec![offer("A", &["A"], 9_999)]) });
    assert_eq!(worked.person(KIM).mis_assigned, Tokens::whole(200));
    assert_eq!(worked.person(KIM).mis_assigned_days, 20);
}

#[test]
fn seats_are_seen_in_subscription_rows() {
    let mut world = World::new().covering(365);
    for day in (300..364).step_by(2) {
        world.seat_use(KIM, "A", day);
    }
    world.charge(KIM, "A", 290, 10);
    world.charge(KIM, "A", 311, 10);
    let worked = Worked::of(world, plan(vec![offer("A", &["A"], 500)]));
    assert_eq!(worked.person(KIM).mis_assigned, Tokens::whole(10));
    assert_eq!(worked.person(KIM).best.subscriptions_per_year, Money::ZERO);
    assert_eq!(worked.best(KIM), ["A"]);
}

/// A seat of the plan does not hide that rows show one on other days too.
#[test]
fn rows_show_a_seat_beside_one_of_the_plan() {
    let mut world = World::new().covering(365);
    world.every(KIM, "A", 0..40, 1, 10);
    world.seat_use(KIM, "A", 5);
    world.seat_use(KIM, "A", 14);
    let mut one = seat(KIM, "A", Some(FIRST.plus(29)));
    one.from = Some(FIRST.plus(10));
    let worked = Worked::of(world, Plan { seats: vec![one], ..plan(vec![offer("A", &["A"], 9_999)]) });
    assert_eq!(worked.person(KIM).mis_assigned_days, 25);
    // What is held is said by the plan alone.
    assert_eq!(worked.person(KIM).nearest.unwrap().subscriptions_per_year, Money::whole(9_999));
}

/// Whoever is on Flex after the last row of a seat has lost it.
#[test]
fn a_seat_that_ended_is_not_held() {
    let mut world = World::new().covering(365);
    for day in (200..320).step_by(2) {
        world.seat_use(KIM, "A", day);
    }
    world.charge(KIM, "A", 330, 10);
    let worked = Worked::of(world, plan(vec![offer("A", &["A"], 500)]));
    assert!(!worked.person(KIM).is_move());
    assert_eq!(worked.person(KIM).mis_assigned, Tokens::ZERO);
}

#[test]
fn a_seat_used_fewer_days_than_break_even_is_listed() {
    let mut world = World::new().covering(365);
    for day in (0..365).step_by(10) {
        world.seat_use("rare@firm.example", "AutoCAD", day);
    }
    for day in 0..300 {
        world.seat_use("often@firm.example", "AutoCAD", day);
    }
    // Whoever is charged beside an unused seat needs it.
    world.every("wrong@firm.example", "AutoCAD", 0..200, 1, 7);
    world.seat_use("rare@firm.example", "AutoCAD", 364);
    let end = FIRST.plus(500);
    let seats =
        ["rare", "often", "wrong"].map(|who| seat(&format!("{who}@firm.example"), "AutoCAD", Some(end)));
    let base = plan(vec![offer("AutoCAD", &["AutoCAD"], 2_100)]);
    let worked = Worked::of(world, Plan { seats: seats.to_vec(), ..base });
    let underused = &worked.optimum().underused;
    assert_eq!(underused.len(), 1);
    assert_eq!(worked.log.people()[underused[0].person as usize].id, "rare@firm.example");
    assert_eq!(underused[0].days_per_year, 38.0);
    assert_eq!(underused[0].flex_per_year, Money::whole(38 * 21));
    assert_eq!(underused[0].saving_per_year, Money::whole(2_100 - 38 * 21));
    assert_eq!(underused[0].break_even_days, Some(100.0));
    assert_eq!(underused[0].ends, Some(end));
}

/// Without any row of use through seats nothing is known about them.
#[test]
fn no_seat_is_judged_without_rows() {
    let mut world = World::new().covering(365);
    world.row("", KIM, "A", FIRST, Tokens::whole(1), Access::Flex);
    let base = plan(vec![offer("A", &["A"], 2_100)]);
    let worked = Worked::of(world, Plan { seats: vec![seat(KIM, "A", None)], ..base });
    assert!(worked.optimum().underused.is_empty());
}

#[test]
fn seats_of_nobody_and_of_nothing_are_counted() {
    let mut world = World::new().covering(365);
    world.charge(KIM, "A", 3, 7);
    let base = plan(vec![offer("A", &["A"], 2_100)]);
    let seats = vec![seat("nobody@firm.example", "A", None), seat(KIM, "Nothing", None)];
    let worked = Worked::of(world, Plan { seats, ..base });
    assert_eq!((worked.licences.seats.unknown_people, worked.licences.seats.unknown_offers), (1, 1));
}
