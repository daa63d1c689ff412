//! What must hold whatever the people and the offers.

use super::world::{Dice, Worked, World, offer, plan};
use engine::plan::Offer;
use engine::usage::Money;

const PRODUCTS: [&str; 5] = ["A", "B", "C", "D", "E"];

fn firm(dice: &mut Dice) -> World {
    let mut world = World::new().covering(365);
    for who in 0..30 {
        for product in PRODUCTS {
            let days = dice.below(3) * dice.below(90);
            world.every(
                &format!("p{who:02}@firm.example"),
                product,
                0..days as i32,
                2,
                1 + dice.below(12) as i64,
            );
        }
    }
    world
}

fn offers(dice: &mut Dice) -> Vec<Offer> {
    (0..2 + dice.below(6))
        .map(|number| {
            let covers: Vec<&str> = PRODUCTS.into_iter().filter(|_| dice.below(3) == 0).collect();
            offer(&format!("O{number}"), &covers, 100 + 25 * dice.below(60) as i64)
        })
        .collect()
}

fn total_cost(worked: &Worked) -> Money {
    worked.optimum().people.iter().map(|who| who.best.cost_per_year()).sum()
}

fn seats_of(worked: &Worked, name: &str) -> usize {
    worked.optimum().moves().filter(|who| worked.licences.book.names(who.best.offers).contains(&name)).count()
}

#[test]
fn another_offer_never_costs_more() {
    let mut dice = Dice(1);
    for round in 0..40 {
        let all = offers(&mut dice);
        let mut cost: Option<Money> = None;
        for count in 1..=all.len() {
            let mut same = Dice(round);
            let worked = Worked::of(firm(&mut same), plan(all[..count].to_vec()));
            let now = total_cost(&worked);
            assert!(cost.is_none_or(|before| now <= before));
            cost = Some(now);
        }
    }
}

#[test]
fn a_price_rise_never_adds_seats_of_it() {
    let mut dice = Dice(2);
    for round in 0..40 {
        let mut all = offers(&mut dice);
        let raised = dice.below(all.len() as u64) as usize;
        let name = all[raised].name.clone();
        let mut before = None;
        for _ in 0..4 {
            let mut same = Dice(round);
            let worked = Worked::of(firm(&mut same), plan(all.clone()));
            let seats = seats_of(&worked, &name);
            assert!(before.is_none_or(|before| seats <= before));
            before = Some(seats);
            let price = all[raised].price_per_year.unwrap();
            all[raised].price_per_year = Some(price + Money::whole(40));
        }
    }
}

#[test]
fn the_total_is_the_sum_of_the_persons() {
    let mut dice = Dice(3);
    let worked = Worked::of(firm(&mut dice), plan(offers(&mut dice)));
    let optimum = worked.optimum();
    let sum: Money = optimum.people.iter().map(|who| who.flex_per_year - who.best.cost_per_year()).sum();
    assert_eq!(optimum.saving_per_year(), sum);
    let savings: Vec<Money> = optimum.moves().map(|who| who.best.saving_per_year()).collect();
    assert!(savings.iter().all(|saving| saving.is_positive()));
    assert!(savings.is_sorted_by(|a, b| a >= b));
}

/// The order in which offers are listed changes nothing.
#[test]
fn the_order_of_offers_changes_nothing() {
    let mut dice = Dice(4);
    let all = offers(&mut dice);
    let mut reversed = all.clone();
    reversed.reverse();
    let a = Worked::of(firm(&mut Dice(9)), plan(all));
    let b = Worked::of(firm(&mut Dice(9)), plan(reversed));
    assert_eq!(a.optimum().people, b.optimum().people);
}

#[test]
fn equal_costs_go_to_fewer_seats_then_to_the_name() {
    let both = |world: &mut World| {
        world.every("kim@firm.example", "A", 0..300, 3, 10);
        world.every("kim@firm.example", "B", 0..300, 3, 10);
    };
    let mut world = World::new().covering(365);
    both(&mut world);
    let single = |name: &str, covers: &str| offer(name, &[covers], 1_000);
    let worked = Worked::of(
        world,
        plan(vec![
            single("A", "A"),
            single("B", "B"),
            offer("Z", &["A", "B"], 2_000),
            offer("Y", &["A", "B"], 2_000),
        ]),
    );
    assert_eq!(worked.best("kim@firm.example"), ["Y"]);
    // A seat that saves exactly nothing is no seat.
    let mut world = World::new().covering(365);
    world.every("kim@firm.example", "A", 0..100, 1, 10);
    let worked = Worked::of(world, plan(vec![single("A", "A"), offer("Even", &["A"], 3_000)]));
    assert_eq!(worked.best("kim@firm.example"), ["A"]);
    let mut world = World::new().covering(365);
    world.every("kim@firm.example", "A", 0..100, 1, 10);
    let worked = Worked::of(world, plan(vec![offer("Even", &["A"], 3_000)]));
    assert_eq!(worked.moves(), Vec::<&str>::new());
}
