//! The optimum against every subset of the offers.

use super::world::{Dice, Worked, World, offer, plan};
use engine::analysis::licences::{Choice, OfferSet, STATES_MAX, Solver, TABLE_NEEDS_MAX};
use engine::usage::Money;

/// The best of all subsets: least money, fewest seats, first names.
fn by_force(needs: &[Money], choices: &[Choice], at_least: usize) -> Option<(Money, usize, Vec<usize>)> {
    let mut best: Option<(Money, usize, Vec<usize>)> = None;
    for subset in 0..1u32 << choices.len() {
        if (subset.count_ones() as usize) < at_least {
            continue;
        }
        let chosen = || choices.iter().enumerate().filter(|(i, _)| subset >> i & 1 == 1).map(|(_, c)| c);
        let covered = chosen().fold(0, |covered, choice| covered | choice.covers);
        let flex = needs.iter().enumerate().filter(|(i, _)| covered >> i & 1 == 0).map(|(_, need)| *need);
        let money = flex.sum::<Money>() + chosen().map(|choice| choice.price).sum();
        let mut ranks: Vec<usize> = chosen().map(|choice| choice.rank).collect();
        ranks.sort_unstable();
        let candidate = (money, ranks.len(), ranks);
        if best.as_ref().is_none_or(|best| candidate < *best) {
            best = Some(candidate);
        }
    }
    best
}

fn random_case(dice: &mut Dice, needs: usize, offers: usize) -> (Vec<Money>, Vec<Choice>) {
    // Few different amounts, so that ties are frequent.
    let needs: Vec<Money> = (0..needs).map(|_| Money::whole(1 + dice.below(12) as i64)).collect();
    let choices = (0..offers)
        .map(|rank| Choice {
            covers: dice.below(1 << needs.len()) & dice.below(1 << needs.len()),
            price: Money::whole(dice.below(25) as i64),
            rank,
        })
        .collect();
    (needs, choices)
}

fn check(solver: &mut Solver, needs: &[Money], choices: &[Choice]) {
    let mut usable = choices.to_vec();
    let solved = solver.solve(needs, &mut usable).expect("proven");
    let ranks = |set: OfferSet| set.ranks().collect::<Vec<usize>>();
    let best = by_force(needs, choices, 0).unwrap();
    assert_eq!((solved.best.money, solved.best.offers.len(), ranks(solved.best.offers)), best);
    // With at least one seat; an offer that covers nothing is no comparison.
    let covering: Vec<Choice> = choices.iter().copied().filter(|choice| choice.covers != 0).collect();
    let nearest = by_force(needs, &covering, 1);
    let found = solved.nearest.map(|near| (near.money, near.offers.len(), ranks(near.offers)));
    assert_eq!(found, nearest);
}

#[test]
fn thousands_of_random_people_against_all_subsets() {
    let (mut dice, mut solver) = (Dice(7), Solver::default());
    for _ in 0..6_000 {
        let (needs, offers) = (dice.below(7) as usize, dice.below(9) as usize);
        let (needs, choices) = random_case(&mut dice, needs, offers);
        check(&mut solver, &needs, &choices);
    }
}

/// More needs than the table takes: the rule runs from the whole set down instead.
#[test]
fn many_products_are_as_exact() {
    let (mut dice, mut solver) = (Dice(11), Solver::default());
    for _ in 0..150 {
        let needs = TABLE_NEEDS_MAX - 1 + dice.below(6) as usize;
        let (needs, choices) = random_case(&mut dice, needs, 8);
        check(&mut solver, &needs, &choices);
    }
}

/// Beyond all limits no optimum is given, rather than a guess.
#[test]
fn what_cannot_be_proven_is_not_given() {
    let needs = vec![Money::whole(1); 65];
    assert_eq!(Solver::default().solve(&needs, &mut Vec::new()), None);
    let needs = vec![Money::whole(10); 64];
    let mut dice = Dice(3);
    let mut choices: Vec<Choice> = (0..100)
        .map(|rank| Choice {
            covers: dice.below(u64::MAX) & dice.below(u64::MAX),
            price: Money::whole(30),
            rank,
        })
        .collect();
    assert_eq!(Solver::default().solve(&needs, &mut choices), None, "more than {STATES_MAX} sets");
    // Many products, few offers: few sets can be reached.
    choices.truncate(10);
    assert!(Solver::default().solve(&needs, &mut choices).is_some());
}

/// The same through rows, plan and report: random people, offers and collections.
#[test]
fn random_firms_against_all_subsets() {
    let products = ["A", "B", "C", "D", "E"];
    let mut dice = Dice(23);
    for _ in 0..40 {
        let mut world = World::new().covering(365);
        for who in 0..25 {
            for product in products {
                let days = dice.below(4) * dice.below(60);
                world.every(
                    &format!("p{who:02}@firm.example"),
                    product,
                    0..days as i32,
                    1,
                    1 + dice.below(10) as i64,
                );
            }
        }
        let mut offers = Vec::new();
        for number in 0..dice.below(7) + 1 {
            let covers: Vec<&str> = products.into_iter().filter(|_| dice.below(3) == 0).collect();
            offers.push(offer(&format!("O{number}"), &covers, 100 + 50 * dice.below(60) as i64));
        }
        let worked = Worked::of(world, plan(offers.clone()));
        let mut total = Money::ZERO;
        for who in &worked.optimum().people {
            let mut best: Option<(Money, u32)> = None;
            for subset in 0..1u32 << offers.len() {
                let chosen =
                    || offers.iter().enumerate().filter(|(i, _)| subset >> i & 1 == 1).map(|(_, o)| o);
                let covered = |name: &str| chosen().any(|offer| offer.covers.iter().any(|c| c == name));
                let flex: Money = who
                    .products
                    .iter()
                    .filter(|product| !covered(worked.log.products().get(product.product)))
                    .map(|product| product.flex_per_year)
                    .sum();
                let cost = flex + chosen().filter_map(|offer| offer.price_per_year).sum();
                if best.is_none_or(|best| (cost, subset.count_ones()) < best) {
                    best = Some((cost, subset.count_ones()));
                }
            }
            let (cost, seats) = best.unwrap();
            assert_eq!(who.best.cost_per_year(), cost);
            assert_eq!(who.best.offers.len() as u32, seats);
            total += who.flex_per_year - cost;
        }
        assert_eq!(worked.optimum().saving_per_year(), total);
    }
}
