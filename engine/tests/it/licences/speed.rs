//! How long ten thousand people take. Not run by default, and no test asserts a time:
//! `cargo test --release -p engine --test it licences::speed -- --ignored --nocapture`.
#![allow(clippy::disallowed_types, reason = "a measurement among the ignored tests")]

use super::world::{Dice, FIRST, Worked, World, offer, plan};
use engine::analysis::Report;
use engine::analysis::licences::{Choice, Licences, OfferSet, Solver};
use engine::plan::Offer;
use engine::usage::{Access, Money, Tokens};
use std::time::Instant;

const PRODUCTS: [(&str, i64); 10] = [
    ("AutoCAD", 7),
    ("Revit", 10),
    ("3ds Max", 6),
    ("Maya", 6),
    ("Navisworks Manage", 9),
    ("Civil 3D", 10),
    ("Inventor Professional", 8),
    ("Fusion", 3),
    ("InfraWorks", 5),
    ("Vault", 2),
];

fn twelve_offers() -> Vec<Offer> {
    let mut offers: Vec<Offer> =
        PRODUCTS[..9].iter().map(|(name, rate)| offer(name, &[name], rate * 300)).collect();
    offers.push(offer(
        "AEC",
        &["AutoCAD", "Revit", "Civil 3D", "Navisworks Manage", "InfraWorks", "3ds Max"],
        3_675,
    ));
    offers.push(offer(
        "PDM",
        &["AutoCAD", "Inventor Professional", "Navisworks Manage", "3ds Max", "Fusion"],
        3_515,
    ));
    offers.push(offer("M&E", &["3ds Max", "Maya"], 2_500));
    offers
}

#[test]
#[ignore = "a measurement"]
fn ten_thousand_people_and_twelve_offers() {
    let mut dice = Dice(5);
    let mut world = World::new().covering(365);
    let mut rows = 0;
    for who in 0..10_000 {
        let name = format!("p{who:05}@firm.example");
        for _ in 0..1 + dice.below(4) {
            let (product, rate) = PRODUCTS[dice.below(10) as usize];
            let share = dice.below(100);
            for day in 0..365 {
                if dice.below(200) < share {
                    world.row("", &name, product, FIRST.plus(day), Tokens::whole(rate), Access::Flex);
                    rows += 1;
                }
            }
        }
    }
    let (log, plan) = (world.log(), plan(twelve_offers()));
    let report = Report::of(&log, &plan, None).unwrap();
    for _ in 0..3 {
        let begin = Instant::now();
        let licences = Licences::of(&log, &plan, &report);
        let optimum = licences.optimum.as_ref().unwrap();
        println!(
            "{rows} rows, {} people, {} moves: {:?}",
            optimum.people.len(),
            optimum.moves.len(),
            begin.elapsed()
        );
    }
    let worked = Worked { licences: Licences::of(&log, &plan, &report), log, plan, report };
    let (people, book) = (&worked.optimum().people, &worked.licences.book);
    let mut solver = Solver::default();
    let begin = Instant::now();
    let mut seats = 0;
    for who in people {
        let used: Vec<_> = who.products.iter().filter(|p| book.group(p.product).is_some()).collect();
        let needs: Vec<Money> = used.iter().map(|product| product.flex_per_year).collect();
        let mut choices: Vec<Choice> = (0..book.offers.len())
            .map(|rank| Choice {
                covers: used.iter().enumerate().fold(0, |covers, (place, product)| {
                    covers | u64::from(book.covers(OfferSet::one(rank), product.product)) << place
                }),
                price: book.price(rank).unwrap_or_default(),
                rank,
            })
            .collect();
        seats += solver.solve(&needs, &mut choices).map_or(0, |solved| solved.best.offers.len());
    }
    println!("the optima alone: {seats} seats in {:?}", begin.elapsed());
}
