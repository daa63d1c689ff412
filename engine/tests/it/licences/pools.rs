//! Accepted moves against the pools; when savings become money; tokens stranded in small teams.

use super::world::{FIRST, Worked, World, example_log, offer, plan};
use engine::analysis::licences::{MovedTokens, When};
use engine::plan::{Edit, LicenceEdit, Move, Pack, Plan};
use engine::usage::{Access, Day, Money, Tokens};

fn pack(pool: Option<&str>, tokens: i64, start: Day, end: Day) -> Pack {
    Pack { pool: pool.map(str::to_string), tokens: Tokens::whole(tokens), price: None, start, end: Some(end) }
}

fn accept_all(worked: &Worked) -> Plan {
    let moves = worked.optimum().moves().map(|who| Move {
        user: worked.log.people()[who.person as usize].id.clone(),
        offers: worked.licences.book.names(who.best.offers).into_iter().map(str::to_string).collect(),
    });
    worked.plan.with(&Edit::Licences(LicenceEdit::AcceptAll(moves.collect())))
}

#[test]
fn accepted_moves_take_forty_percent_off_the_examples_pool() {
    let worked = Worked::of_log(example_log(), engine::example::plan());
    let none = MovedTokens::of(&worked.log, &worked.plan, &worked.report.pool_map);
    assert_eq!(none.by_pool, [Vec::new()]);
    let plan = accept_all(&worked);
    let moved = MovedTokens::of(&worked.log, &plan, &worked.report.pool_map);
    assert_eq!(moved.people.len(), 10);
    let seats = worked.licences.subscriptions(&worked.log, &plan);
    assert_eq!(seats, [(0, 10, Some(Money::whole(23_300)))]);
    let total: Tokens = moved.by_pool[0].iter().map(|(_, tokens)| *tokens).sum();
    assert_eq!(total, Tokens::whole(16_100));
    for (day, tokens) in &moved.by_pool[0] {
        assert!(*tokens <= worked.report.pools[0].on(*day).used);
        assert_eq!(moved.on(0, *day), *tokens);
    }
}

#[test]
fn moved_tokens_are_net_by_pool_and_day_and_only_of_what_is_covered() {
    let mut world = World::new();
    let kim = "kim@firm.example";
    for (team, product, day, tokens) in [
        ("North", "A", 0, 10),
        ("North", "A", 5, 10),
        ("North", "A", 5, -4),
        ("North", "B", 5, 100),
        ("South", "A", 5, 3),
    ] {
        world.row(team, kim, product, FIRST.plus(day), Tokens::whole(tokens), Access::Flex);
    }
    world.row("South", "lee@firm.example", "A", FIRST.plus(5), Tokens::whole(50), Access::Flex);
    let year = FIRST.plus(364);
    let base = Plan {
        packs: vec![pack(Some("North"), 100, FIRST, year), pack(Some("South"), 100, FIRST, year)],
        moves: vec![
            Move { user: kim.to_string(), offers: vec!["a".to_string(), "No such offer".to_string()] },
            Move { user: "nobody@firm.example".to_string(), offers: vec!["A".to_string()] },
        ],
        ..plan(vec![offer("A", &["A"], 100)])
    };
    let worked = Worked::of(world, base);
    let moved = MovedTokens::of(&worked.log, &worked.plan, &worked.report.pool_map);
    assert_eq!(worked.report.pool_map.pools, [Some("North".to_string()), Some("South".to_string())]);
    assert_eq!(
        moved.by_pool,
        [
            vec![(FIRST, Tokens::whole(10)), (FIRST.plus(5), Tokens::whole(6))],
            vec![(FIRST.plus(5), Tokens::whole(3))]
        ]
    );
    assert_eq!(moved.on(0, FIRST.plus(1)), Tokens::ZERO);
}

#[test]
fn a_saving_becomes_money_when_a_purchase_becomes_smaller() {
    let worked = |tokens: i64, term_end: i32, pack_end: i32| {
        let mut world = World::new();
        world.every("kim@firm.example", "A", 0..100, 1, 10);
        let as_of = FIRST.plus(99);
        Worked::of(
            world,
            Plan {
                packs: vec![pack(None, 1_000 + tokens, FIRST, as_of.plus(pack_end))],
                term_end: Some(as_of.plus(term_end)),
                ..plan(vec![offer("A", &["A"], 100)])
            },
        )
    };
    let tomorrow = FIRST.plus(100);
    let short = worked(500, 60, 60);
    assert_eq!(short.licences.when[0].when, When::ThisTerm);
    assert_eq!(short.licences.when[0].best_day, Some(tomorrow));
    let lasts = worked(700, 60, 60);
    assert_eq!(lasts.licences.when[0].when, When::AtRenewal);
    assert_eq!(lasts.licences.when[0].best_day, Some(tomorrow.plus(60)));
    let plenty = worked(5_000, 60, 700);
    assert_eq!((plenty.licences.when[0].when, plenty.licences.when[0].best_day), (When::Lapses, None));
    let mut world = World::new();
    world.every("kim@firm.example", "A", 0..100, 1, 10);
    let unknown = Worked::of(world, plan(vec![offer("A", &["A"], 100)]));
    assert_eq!(unknown.licences.when[0].when, When::Unknown);
}

#[test]
fn a_shared_pool_keeps_tokens_from_lapsing() {
    let mut world = World::new();
    for day in 0..100 {
        let day = FIRST.plus(day);
        world.row("Large", "kim@firm.example", "A", day, Tokens::whole(10), Access::Flex);
        world.row("Small", "lee@firm.example", "A", day, Tokens::whole(1), Access::Flex);
    }
    let half = FIRST.plus(49);
    let base = Plan {
        packs: vec![
            pack(Some("Large"), 400, FIRST, half),
            pack(Some("Small"), 200, FIRST, half),
            pack(Some("Large"), 600, half.plus(1), FIRST.plus(400)),
            pack(Some("Small"), 300, half.plus(1), FIRST.plus(149)),
        ],
        ..plan(vec![offer("A", &["A"], 100)])
    };
    let worked = Worked::of(world, base);
    let shared = worked.licences.shared_pool.as_ref().unwrap();
    // Small used 50 of 200; Large was short of 100. Together 550 of 600 were used.
    assert_eq!(shared.lapsed_apart, Tokens::whole(150));
    assert_eq!(shared.lapsed_shared, Tokens::whole(50));
    assert_eq!((shared.uncovered_apart, shared.uncovered_shared), (Tokens::whole(100), Tokens::ZERO));
    assert_eq!(shared.saved_so_far(), Tokens::whole(100));
    assert_eq!(shared.stranded[0].pool, 1);
    // Left: 100 of 600 and 250 of 300; together the 250 are used before they end.
    assert_eq!(shared.will_lapse_apart, Tokens::whole(200));
    assert_eq!(shared.will_lapse_shared, Tokens::ZERO);
    assert_eq!(shared.saves_within_a_year(), Tokens::whole(200));
    assert_eq!(worked.report.token_price, Some(Money::whole(3)));
}
