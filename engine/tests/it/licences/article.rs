//! The source article: ten moves, 40 % of the tokens, EUR 25,000 a year.

use super::world::{Worked, example_log};
use engine::analysis::licences::{Verdict, When};
use engine::usage::{Money, Tokens};

#[test]
fn the_example_reproduces_the_article() {
    let worked = Worked::of_log(example_log(), engine::example::plan());
    let optimum = worked.optimum();
    assert_eq!(optimum.moves.len(), 10);
    assert_eq!(optimum.saving_per_year(), Money::whole(25_000));
    assert_eq!(optimum.tokens_moved(), Tokens::whole(16_100));
    assert_eq!(optimum.tokens, Tokens::whole(40_250));
    assert_eq!(optimum.tokens_share_moved(), Some(0.4));
    for who in optimum.moves() {
        assert_eq!(who.flex_per_year, Money::whole(4_830));
        assert_eq!(who.best.subscriptions_per_year, Money::whole(2_330));
        assert_eq!(who.best.saving_per_year(), Money::whole(2_500));
        assert_eq!(who.best.charge_days, 230);
        assert_eq!(who.best.charge_days_per_year, 230.0);
        assert_eq!(who.best.break_even_days.map(f64::round), Some(111.0));
        assert_eq!(who.chance, Some(1.0));
        assert_eq!(who.verdict, Verdict::Move);
        assert_eq!(worked.licences.book.names(who.best.offers), ["AutoCAD"]);
    }
}

/// Everybody with the same saving: by id.
#[test]
fn equal_savings_come_by_id() {
    let worked = Worked::of_log(example_log(), engine::example::plan());
    assert!(worked.moves().is_sorted());
}

/// The example's packs cannot carry the whole year after the term, so that a smaller renewal, or a
/// smaller true-up before it, is where the money is.
#[test]
fn the_saving_becomes_money() {
    let worked = Worked::of_log(example_log(), engine::example::plan());
    assert_eq!(worked.licences.when.len(), 1);
    assert!(matches!(worked.licences.when[0].when, When::ThisTerm | When::AtRenewal));
}
