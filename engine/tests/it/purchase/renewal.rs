//! The renewal against brute force over all quantities, and against the newsvendor.

use super::{needs, priced};
use crate::forecast::Noise;
use engine::analysis::purchase::{Clause, Needs, Prices, Renewal, STOP_CHANCE_MAX, newsvendor};
use engine::plan::Plan;
use engine::usage::Money;

fn renewal(plan: &Plan, needs: &Needs) -> Renewal {
    Renewal::of(plan, Prices::of(plan, plan.token_price).expect("prices"), needs)
}

/// Futures of uneven levels over a year of 100 days.
fn futures(seed: u64, count: usize) -> Vec<Vec<f64>> {
    let mut dice = Noise(seed * 7_919 + 1);
    (0..count)
        .map(|_| {
            let level = 2.0 + 6.0 * dice.unit();
            (0..100).map(|_| (level * (0.5 + dice.unit())).round()).collect()
        })
        .collect()
}

/// The cost of a quantity in one future, told the slow way. (bought later, left, comes too late)
fn slow(needs: &Needs, path: usize, quantity: f64, plan: &Plan) -> (f64, f64, bool) {
    let (early, late) = (3.0, plan.late_price.map_or(3.6, Money::to_f64));
    let late = late + plan.stop_cost_per_token.map_or(0.0, Money::to_f64);
    let stated = plan.true_up_price.map(Money::to_f64);
    let top_up = if plan.clauses.same_price_true_up {
        stated.unwrap_or(early)
    } else {
        stated.unwrap_or(plan.late_price.map_or(3.6, Money::to_f64))
    };
    let days = &needs.short[path * needs.days..(path + 1) * needs.days];
    let need = f64::from(days[needs.days - 1]);
    let Some(out) = days.iter().position(|short| f64::from(*short) > quantity) else {
        return (0.0, quantity - need, false);
    };
    let lead = plan.lead_days() as usize;
    let foreseen = out >= lead && f64::from(needs.foreseen[path * needs.days + out - lead]) > quantity;
    let price = if foreseen { top_up } else { late };
    let grace = plan.grace_days() as usize;
    let in_grace = match grace {
        0 => 0.0,
        _ => f64::from(days[(out + grace - 1).min(needs.days - 1)]) - quantity,
    };
    (in_grace * early.min(price) + (need - quantity - in_grace) * price, 0.0, !foreseen)
}

fn brute_force(needs: &Needs, plan: &Plan, can_buy: impl Fn(u64) -> bool) -> (f64, u64) {
    let most = needs.totals().last().copied().unwrap_or_default().ceil() as u64 * 2 + 600;
    let mut best = (f64::INFINITY, 0);
    for quantity in (0..=most).filter(|quantity| can_buy(*quantity)) {
        let mut price = 3.0;
        for volume in &plan.volume_prices {
            if volume.from_tokens.to_f64() <= quantity as f64 {
                price = f64::min(price, volume.token_price.to_f64());
            }
        }
        let (mut cost, mut stops) = (0.0, 0);
        for path in 0..needs.count {
            let (under, left, is_late) = slow(needs, path, quantity as f64, plan);
            let credit = if plan.clauses.roll_over { left.min(f64::from(needs.gross[path])) } else { 0.0 };
            cost += quantity as f64 * price + under - credit * price.min(3.0);
            stops += usize::from(is_late);
        }
        let cost = cost / needs.count as f64;
        let allowed = stops as f64 <= STOP_CHANCE_MAX * needs.count as f64;
        if allowed && cost < best.0 - 1e-6 {
            best = (cost, quantity);
        }
    }
    best
}

#[test]
fn the_best_quantity_is_what_trying_all_of_them_finds() {
    let cases = [
        "",
        r#""late_price": 9"#,
        r#""late_price": 9, "stop_cost_per_token": 20, "lead_days": 30"#,
        r#""late_price": 6, "true_up_price": 3.5, "lead_days": 20"#,
        r#""lead_days": 10, "clauses": {"same_price_true_up": true, "roll_over": true}"#,
        r#""lead_days": 25, "stop_cost_per_token": 4, "clauses": {"grace_days": 12}"#,
        r#""late_price": 5, "volume_prices": [{"from_tokens": 600, "token_price": 2.4}]"#,
        r#""late_price": 5, "pack_sizes": [70, 110]"#,
        r#""late_price": 4, "pack_sizes": [500], "lead_days": 5"#,
    ];
    for (number, fields) in cases.into_iter().enumerate() {
        for seed in 1..5 {
            let plan = priced(fields);
            let needs = needs(&futures(seed + number as u64 * 10, 40), seed as f64 * 30.0);
            let found = renewal(&plan, &needs);
            let (cost, quantity) = brute_force(&needs, &plan, |quantity| found.pricing.can_buy(quantity));
            assert_eq!(found.best.tokens, quantity, "{fields} {seed}");
            assert!((found.best.cost - cost).abs() < 1e-3, "{fields} {seed}: {} {cost}", found.best.cost);
        }
    }
}

#[test]
fn one_price_and_one_late_price_are_the_newsvendor() {
    // An order is there at once, so that nothing but the two prices counts.
    for late in [4.0, 6.0, 10.0, 30.0] {
        for seed in 1..4 {
            let needs = needs(&futures(seed, 201), 0.0);
            let plan = priced(&format!(r#""late_price": {late}, "lead_days": 0"#));
            let expected = newsvendor(&needs.totals(), 3.0, late);
            let found = renewal(&plan, &needs);
            assert_eq!(found.best.tokens as f64, expected.ceil(), "{late} {seed}");
        }
    }
}

#[test]
fn a_stop_is_never_gambled_on() {
    // A late token is hardly dearer, so that money alone would buy little.
    let needs = needs(&futures(3, 200), 0.0);
    for lead in [0, 20, 60, 90] {
        let plan = priced(&format!(r#""late_price": 3.01, "lead_days": {lead}"#));
        let found = renewal(&plan, &needs);
        assert!(found.best.stop_chance <= STOP_CHANCE_MAX + 1e-9, "{lead}: {}", found.best.stop_chance);
        assert!(found.best.tokens > 0 || lead == 0);
    }
}

#[test]
fn between_its_ends_the_cost_falls_and_rises_once() {
    let needs = needs(&futures(9, 300), 0.0);
    let plan = priced(r#""late_price": 9, "lead_days": 0"#);
    let found = renewal(&plan, &needs);
    let points = found.points(60);
    assert!(points.len() <= 60, "{}", points.len());
    let best = points.iter().position(|point| point.tokens == found.best.tokens).expect("the best is drawn");
    assert!(points[..=best].is_sorted_by(|a, b| a.cost >= b.cost));
    assert!(points[best..].is_sorted_by(|a, b| a.cost <= b.cost));
}

#[test]
fn a_clause_is_never_worth_less_than_nothing() {
    let cases = [
        "",
        r#""clauses": {"same_price_true_up": true, "roll_over": true, "grace_days": 30, "longer_days": 60}"#,
        r#""true_up_price": 2, "late_price": 2.5"#,
        r#""true_up_price": 5, "clauses": {"same_price_true_up": true}, "stop_cost_per_token": 3"#,
        r#""volume_prices": [{"from_tokens": 400, "token_price": 1}], "pack_sizes": [90]"#,
    ];
    for fields in cases {
        for lead in [0, 15, 60] {
            let plan = priced(&format!(
                "{fields}{}\"lead_days\": {lead}",
                if fields.is_empty() { "" } else { ", " }
            ));
            let found = renewal(&plan, &needs(&futures(lead + 2, 120), 50.0));
            for (clause, worth) in found.clauses {
                assert!(worth.expect("a price") >= Money::ZERO, "{fields} {lead} {clause:?}");
            }
        }
    }
    let worth = |found: &Renewal, clause: Clause| found.clauses[clause as usize].1.expect("a price");
    let found = renewal(&priced(r#""late_price": 6"#), &needs(&futures(4, 120), 0.0));
    for clause in [Clause::SamePriceTrueUp, Clause::GraceDays, Clause::RollOver, Clause::LongerValidity] {
        assert!(worth(&found, clause).is_positive(), "{clause:?}");
    }
}

#[test]
fn nothing_needed_is_nothing_bought() {
    let found = renewal(&priced(""), &Needs::none());
    assert_eq!((found.best.tokens, found.amount), (0, Some(Money::ZERO)));
}
