//! Cases one person at a time.

use super::world::{FIRST, Worked, World, offer, plan};
use engine::analysis::licences::{NoOptimum, OFFERS_MAX, Verdict};
use engine::plan::Plan;
use engine::usage::{Access, Money, Tokens};

const KIM: &str = "kim@firm.example";

#[test]
fn a_collection_beats_two_single_seats() {
    let mut world = World::new().covering(365);
    world.every(KIM, "AutoCAD", 0..360, 3, 7);
    world.every(KIM, "Revit", 1..360, 3, 10);
    let singles = vec![offer("AutoCAD", &["AutoCAD"], 2_030), offer("Revit", &["Revit"], 2_985)];
    let mut with_collection = singles.clone();
    with_collection.push(offer("AEC Collection", &["AutoCAD", "Revit"], 3_675));
    let alone = Worked::of(
        {
            let mut world = World::new().covering(365);
            world.every(KIM, "AutoCAD", 0..360, 3, 7);
            world.every(KIM, "Revit", 1..360, 3, 10);
            world
        },
        plan(singles),
    );
    assert_eq!(alone.best(KIM), ["AutoCAD", "Revit"]);
    let worked = Worked::of(world, plan(with_collection));
    assert_eq!(worked.best(KIM), ["AEC Collection"]);
    let mix = worked.person(KIM).best;
    assert_eq!(mix.charge_days, 240);
    assert_eq!(mix.saving_per_year(), Money::whole(120 * 21 + 120 * 30 - 3_675));
    assert_eq!(mix.flex_left_per_year, Money::ZERO);
}

/// AutoCAD LT is another product.
#[test]
fn autocad_lt_does_not_replace_autocad() {
    let mut world = World::new().covering(365);
    world.every(KIM, "AutoCAD", 0..90, 1, 7);
    let worked = Worked::of(world, Plan::default());
    assert_eq!(worked.moves(), Vec::<&str>::new(), "90 days are below the shipped 97");
    let mut world = World::new().covering(365);
    world.every(KIM, "AutoCAD", 0..97, 1, 7);
    let worked = Worked::of(world, Plan::default());
    assert_eq!(worked.best(KIM), ["AutoCAD"]);
}

/// Exports of different dates spell products differently; the names of a collection’s page differ too.
#[test]
fn case_spaces_and_signs_of_a_product_do_not_matter() {
    let mut world = World::new().covering(365);
    world.every(KIM, "AutoCAD – including Specialized Toolsets", 0..200, 1, 7);
    let worked = Worked::of(world, Plan::default());
    assert_eq!(worked.best(KIM), ["AutoCAD"]);
}

#[test]
fn part_of_a_year_is_scaled() {
    let mut world = World::new().covering(73);
    world.every(KIM, "A", 0..70, 5, 10);
    let worked = Worked::of(world, plan(vec![offer("A", &["A"], 2_000)]));
    let who = worked.person(KIM);
    assert_eq!(who.best.charge_days_per_year, 70.0);
    assert_eq!(who.flex_per_year, Money::whole(70 * 30));
    assert_eq!(who.best.saving_per_year(), Money::whole(100));
    assert!(worked.report.period.is_rough());
}

#[test]
fn only_the_last_365_covered_days_count() {
    let mut world = World::new().covering(730);
    world.every(KIM, "A", 0..365, 1, 10);
    let worked = Worked::of(world, plan(vec![offer("A", &["A"], 100)]));
    assert_eq!(worked.moves(), Vec::<&str>::new());
}

#[test]
fn under_56_days_nothing_is_said_per_year() {
    let worked = Worked::of(World::new().covering(55), plan(vec![offer("A", &["A"], 1)]));
    assert_eq!(worked.licences.optimum.as_ref().err(), Some(&NoOptimum::TooFewDays));
    let worked = Worked::of(World::new().covering(56), plan(vec![offer("A", &["A"], 1)]));
    assert!(worked.licences.optimum.is_ok());
}

#[test]
fn without_prices_no_move_is_computed() {
    let euros =
        Plan { currency: Some("EUR".to_string()), token_price: Some(Money::whole(3)), ..Plan::default() };
    let worked = Worked::of(World::new().covering(365), euros.clone());
    assert_eq!(worked.licences.optimum.as_ref().err(), Some(&NoOptimum::NoOfferPrice));
    assert!(worked.licences.book.offers.iter().all(|offer| offer.offer.price_per_year.is_none()));
    let no_token_price = Plan { token_price: None, offers: Some(vec![offer("A", &["A"], 1)]), ..euros };
    let worked = Worked::of(World::new().covering(365), no_token_price);
    assert_eq!(worked.licences.optimum.as_ref().err(), Some(&NoOptimum::NoTokenPrice));
}

#[test]
fn refunds_net() {
    let mut world = World::new().covering(365);
    world.every(KIM, "A", 0..100, 1, 10);
    world.row("", KIM, "A", FIRST.plus(200), Tokens::whole(-500), Access::Flex);
    world.row("", KIM, "B", FIRST.plus(200), Tokens::whole(-700), Access::Flex);
    let worked = Worked::of(world, plan(vec![offer("A", &["A"], 2_000)]));
    let who = worked.person(KIM);
    assert_eq!(who.flex_per_year, Money::whole(1_500));
    assert_eq!(who.products[0].days, 100);
    assert!(!who.is_move());
}

/// A refund of more than was charged counts on both sides of the share, or it would pass the whole.
#[test]
fn the_share_moved_is_net_tokens_of_net_tokens() {
    let mut world = World::new().covering(365);
    world.every(KIM, "A", 0..300, 1, 10);
    world.row("", KIM, "B", FIRST.plus(200), Tokens::whole(-700), Access::Flex);
    let worked = Worked::of(world, plan(vec![offer("Both", &["A", "B"], 2_000)]));
    let optimum = worked.licences.optimum.as_ref().unwrap();
    assert_eq!((optimum.tokens_moved(), optimum.tokens), (Tokens::whole(2_300), Tokens::whole(2_302)));
    assert_eq!(worked.person(KIM).flex_per_year, Money::whole(9_000));
}

/// Weekdays only, all year: nothing is in doubt. A fifth of it in bursts: much is.
#[test]
fn chances_follow_how_regular_the_use_is() {
    let mut world = World::new().covering(364);
    world.every("steady@firm.example", "A", 0..364, 2, 7);
    for burst in 0..7 {
        world.every("bursts@firm.example", "A", burst * 52..burst * 52 + 14, 1, 7);
    }
    let worked = Worked::of(world, plan(vec![offer("A", &["A"], 2_000)]));
    let steady = worked.person("steady@firm.example");
    assert_eq!((steady.chance, steady.verdict), (Some(1.0), Verdict::Move));
    let bursts = worked.person("bursts@firm.example");
    let chance = bursts.chance.unwrap();
    assert!(bursts.is_move() && (0.4..0.9).contains(&chance), "{chance}");
    assert_eq!(bursts.verdict, if chance >= 0.5 { Verdict::Watch } else { Verdict::Stay });
    let ranges = worked.licences.ranges(&worked.log, bursts.person, &bursts.best).unwrap();
    assert!(ranges.saving.0 < Money::ZERO && ranges.saving.1 > bursts.best.saving_per_year());
    assert!(ranges.days.0 < 98.0 && ranges.days.1 > 98.0);
}

#[test]
fn the_seed_decides_the_chance() {
    let chance = |seed| {
        let mut world = World::new().covering(364);
        for burst in 0..7 {
            world.every(KIM, "A", burst * 52..burst * 52 + 14, 1, 7);
        }
        let plan = Plan { seed, ..plan(vec![offer("A", &["A"], 2_000)]) };
        Worked::of(world, plan).person(KIM).chance.unwrap()
    };
    assert_eq!(chance(None), chance(Some(1)));
    assert!((2..12).any(|seed| chance(Some(seed)) != chance(None)));
}

/// Nobody for eight weeks, then at least half of the weeks: a second figure, and *watch* where it
/// says otherwise.
#[test]
fn a_joiner_has_a_pace_of_their_own() {
    let mut world = World::new().covering(364);
    world.every("new@firm.example", "A", 264..364, 2, 10);
    world.every("rare@firm.example", "A", 264..364, 25, 10);
    let worked = Worked::of(world, plan(vec![offer("A", &["A"], 3_000)]));
    let new = worked.person("new@firm.example");
    assert!(new.presence.unwrap().joiner && !new.presence.unwrap().leaver);
    assert!(!new.is_move(), "50 days in the window are 1,504 a year");
    assert_eq!(new.run_rate_per_year, Some(Money::whole(1_500).scale_rounded(365, 100)));
    assert_eq!(new.verdict, Verdict::Watch);
    let rare = worked.person("rare@firm.example");
    assert!(!rare.presence.unwrap().joiner, "4 of 15 weeks are not half of them");
    assert_eq!((rare.run_rate_per_year, rare.verdict), (None, Verdict::Stay));
}

#[test]
fn a_joiner_may_be_moved_and_too_few_own_days_give_no_pace() {
    let mut world = World::new().covering(364);
    world.every("new@firm.example", "A", 56..364, 1, 10);
    world.every("newer@firm.example", "A", 314..364, 1, 10);
    let worked = Worked::of(world, plan(vec![offer("A", &["A"], 3_000)]));
    let new = worked.person("new@firm.example");
    assert!(new.presence.unwrap().joiner);
    assert_eq!(new.verdict, Verdict::Move);
    let newer = worked.person("newer@firm.example");
    assert!(newer.presence.unwrap().joiner);
    assert_eq!((newer.run_rate_per_year, newer.verdict), (None, Verdict::Stay));
}

#[test]
fn who_left_is_only_watched() {
    let mut world = World::new().covering(364);
    world.every("gone@firm.example", "A", 0..308, 1, 10);
    world.every("here@firm.example", "A", 0..309, 1, 10);
    let worked = Worked::of(world, plan(vec![offer("A", &["A"], 3_000)]));
    let gone = worked.person("gone@firm.example");
    assert!(gone.presence.unwrap().leaver && gone.is_move());
    assert_eq!(gone.chance, Some(1.0));
    assert_eq!(gone.verdict, Verdict::Watch);
    assert_eq!(gone.run_rate_per_year, Some(Money::whole(3_650 * 3)));
    let here = worked.person("here@firm.example");
    assert!(!here.presence.unwrap().leaver, "a charge in the last eight weeks");
    assert_eq!(here.verdict, Verdict::Move);
    // Too few days of their own for a second figure: nothing changes the verdict.
    let mut world = World::new().covering(120);
    world.every("short@firm.example", "A", 0..50, 1, 10);
    let worked = Worked::of(world, plan(vec![offer("A", &["A"], 300)]));
    let short = worked.person("short@firm.example");
    assert!(short.presence.unwrap().leaver && short.is_move());
    assert_eq!((short.run_rate_per_year, short.chance, short.verdict), (None, Some(1.0), Verdict::Move));
}

#[test]
fn inactive_people_are_listed_longest_first() {
    let mut world = World::new().covering(365);
    world.charge("a@firm.example", "A", 10, 1);
    world.charge("b@firm.example", "A", 304, 1);
    world.charge("c@firm.example", "A", 305, 1);
    world.row("", "d@firm.example", "A", FIRST.plus(3), Tokens::ZERO, Access::Flex);
    world.seat_use("seat@firm.example", "A", 3);
    let worked = Worked::of(world, Plan::default());
    let listed: Vec<(&str, i32)> = worked
        .licences
        .inactive
        .iter()
        .map(|one| (worked.log.people()[one.person as usize].id.as_str(), one.days_inactive))
        .collect();
    assert_eq!(listed, [("d@firm.example", 361), ("a@firm.example", 354), ("b@firm.example", 60)]);
}

#[test]
fn seasonal_people_have_their_months() {
    let mut world = World::new().covering(365);
    world.every("summer@firm.example", "A", 212..300, 2, 7);
    world.charge("summer@firm.example", "A", 20, 7);
    world.every("always@firm.example", "A", 0..365, 9, 7);
    world.every("joined@firm.example", "A", 300..365, 2, 7);
    world.every("left@firm.example", "A", 0..80, 2, 7);
    let worked = Worked::of(world, Plan::default());
    let seasonal = &worked.licences.seasonal;
    assert_eq!(seasonal.len(), 1);
    assert_eq!(worked.log.people()[seasonal[0].person as usize].id, "summer@firm.example");
    let months: Vec<String> = seasonal[0].months.iter().map(ToString::to_string).collect();
    assert_eq!(months, ["2026-06", "2026-07", "2026-08"]);
    assert_eq!((seasonal[0].days_inside, seasonal[0].days_outside), (44, 1));
    assert_eq!(seasonal[0].tokens_outside, Tokens::whole(7));
}

#[test]
fn as_many_offers_as_fit_are_compared() {
    let worked = |count: usize| {
        let mut world = World::new().covering(365);
        world.every(KIM, "A", 0..200, 1, 10);
        let offers = (0..count).map(|number| offer(&format!("O{number:03}"), &["A"], 2_000 - number as i64));
        Worked::of(world, plan(offers.collect()))
    };
    assert_eq!(worked(OFFERS_MAX).best(KIM), ["O127"]);
    assert_eq!(worked(OFFERS_MAX + 1).licences.optimum.err(), Some(NoOptimum::TooManyOffers));
}
