//! Cost, habits, yearly amounts; every way of cutting agrees.

use crate::sheet::{day, every_day, log, plan, report};
use engine::analysis::{Habit, HabitCost, Report};
use engine::usage::{Money, Tokens};
use proptest::prelude::*;

fn several_products(sheet: &str, fields: &str) -> HabitCost {
    let habits = report(sheet, &plan(fields)).habits;
    habits.into_iter().find(|habit| habit.habit == Habit::SeveralProducts).expect("it can be told")
}

#[test]
fn all_but_the_dearest_product_of_a_day_is_the_habit() {
    for (sheet, days, tokens) in [
        ("03-02 ada AutoCAD 7", 0, 0.0),
        ("03-02 ada AutoCAD 7\n03-02 ben Revit 10", 0, 0.0),
        ("03-02 ada AutoCAD 7\n03-03 ada Revit 10", 0, 0.0),
        ("03-02 ada AutoCAD 7\n03-02 ada Revit 10", 1, 7.0),
        ("03-02 ada AutoCAD 7\n03-02 ada Revit 10\n03-02 ada Maya 6", 1, 13.0),
        // The same product in two teams is one product.
        ("03-02 ada Revit 10 North\n03-02 ada Revit 10 South", 0, 0.0),
        ("03-02 ada AutoCAD 7 North\n03-02 ada Revit 10 South", 1, 7.0),
        // Free launches and refunds are no charges.
        ("03-02 ada AutoCAD 0\n03-02 ada Revit 10", 0, 0.0),
        ("03-02 ada AutoCAD -7\n03-02 ada Revit 10", 0, 0.0),
        ("03-02 ada AutoCAD seat\n03-02 ada Revit 10", 0, 0.0),
    ] {
        let habit = several_products(sheet, "");
        assert_eq!((habit.days, habit.tokens.to_f64()), (days, tokens), "{sheet}");
    }
}

#[test]
fn a_year_is_the_last_365_days_or_what_is_covered_scaled() {
    let both = |days| {
        every_day("2025-01-01", days, "ada AutoCAD 7") + &every_day("2025-01-01", days, "ada Revit 10")
    };
    for (days, charges, tokens) in [
        (55, None, None),
        (56, Some(365.0), Some(7.0 * 365.0)),
        (100, Some(365.0), Some(7.0 * 365.0)),
        (365, Some(365.0), Some(7.0 * 365.0)),
        (500, Some(365.0), Some(7.0 * 365.0)),
    ] {
        let habit = several_products(&both(days), "");
        assert_eq!(habit.charges_per_year, charges, "{days} days");
        assert_eq!(habit.tokens_per_year.map(Tokens::to_f64), tokens, "{days} days");
        assert_eq!(habit.amount_per_year.map(Money::to_f64), tokens.map(|t| t * 3.0), "{days} days");
    }
}

#[test]
fn use_before_the_last_year_is_not_in_the_year() {
    let sheet = "2024-01-01 ada AutoCAD 7\n2024-01-01 ada Revit 10\n2026-01-01 ada Revit 10";
    assert_eq!(several_products(sheet, "").tokens_per_year, Some(Tokens::ZERO));
}

#[test]
fn habits_save_nothing_until_the_plan_says_so() {
    let sheet = every_day("01-01", 100, "ada AutoCAD 7") + &every_day("01-01", 100, "ada Revit 10");
    assert_eq!(several_products(&sheet, "").saved_tokens_per_year(), Some(Tokens::ZERO));
    let half = several_products(
        &sheet,
        r#""habits": {"several_products": 0.5}, "working_days": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]"#,
    );
    assert_eq!(half.saved_tokens_per_year(), Some(Tokens::from_f64(7.0 * 365.0 / 2.0)));
}

#[test]
fn the_token_price_comes_from_the_plan_the_packs_or_the_list() {
    let pack = r#""packs": [{"tokens": 100, "price": 250, "start": "2026-01-01", "end": "2026-12-31"},
                            {"tokens": 300, "price": 950, "start": "2026-01-01", "end": "2026-12-31"},
                            {"tokens": 100, "price": 900, "start": "2025-01-01", "end": "2025-12-31"}]"#;
    for (fields, price) in [
        ("".to_string(), Some(3.0)),
        (r#""currency": "EUR""#.to_string(), None),
        (pack.to_string(), Some(3.0)),
        (format!(r#""currency": "EUR", {pack}"#), Some(3.0)),
        (format!(r#""token_price": 2.5, {pack}"#), Some(2.5)),
    ] {
        let report = report("03-02 ada AutoCAD 7", &plan(&fields));
        assert_eq!(report.token_price.map(Money::to_f64), price, "{fields}");
    }
}

#[test]
fn an_unknown_price_is_unknown_and_not_zero() {
    let report = report("03-02 ada AutoCAD 7", &plan(r#""currency": "EUR""#));
    assert_eq!(report.cost.amount, None);
    assert_eq!(report.cost.tokens, Tokens::whole(7));
    assert_eq!(report.cost.by_person[0].amount, None);
}

#[test]
fn lists_are_sorted_by_size_then_name_and_months_have_no_gaps() {
    let log = log(&["01-05 zoe Revit 10
                     01-05 ada Revit 10
                     03-05 ben Revit 20"]);
    let report = Report::of(&log, &plan(""), None).expect("use");
    let people: Vec<&str> =
        report.cost.by_person.iter().map(|part| log.people()[part.index as usize].id.as_str()).collect();
    assert_eq!(people, ["ben@firm.example", "ada@firm.example", "zoe@firm.example"]);
    let months: Vec<(String, f64)> =
        report.cost.by_month.iter().map(|m| (m.month.to_string(), m.tokens.to_f64())).collect();
    assert_eq!(months, [("2026-01".into(), 20.0), ("2026-02".into(), 0.0), ("2026-03".into(), 20.0)]);
}

#[test]
fn the_period_is_use_and_the_last_complete_day_is_any_row() {
    let report = report("03-02 ada AutoCAD 7\n03-05 ada AutoCAD 7\n03-09 ada AutoCAD 0", &plan(""));
    assert_eq!((report.period.first, report.period.last), (day("03-02"), day("03-05")));
    assert_eq!(report.period.as_of, day("03-09"));
    assert_eq!(report.period.days_covered(), 4);
}

proptest! {
    #[test]
    fn every_way_of_cutting_agrees(
        rows in proptest::collection::vec((0..9i32, 0..4u32, 0..3u32, -2..12i32, 0..3u32), 1..40),
        packs in proptest::collection::vec((1..80i64, 0..300i64, 0..6i32, 0..9i32), 0..4),
    ) {
        let sheet: String = rows
            .iter()
            .map(|(d, p, product, tokens, team)| {
                format!("{} p{p} product{product} {tokens} team{team}\n", day("03-01").plus(*d))
            })
            .collect();
        let packs: Vec<String> = packs
            .iter()
            .map(|(tokens, price, start, length)| {
                let start = day("03-01").plus(*start);
                format!(r#"{{"tokens": {tokens}, "price": {price}, "start": "{start}", "end": "{}"}}"#, start.plus(*length))
            })
            .collect();
        let cost = report(&sheet, &plan(&format!(r#""token_price": 2.9, "packs": [{}]"#, packs.join(",")))).cost;
        for parts in [&cost.by_product, &cost.by_person, &cost.by_team] {
            prop_assert_eq!(parts.iter().map(|part| part.tokens).sum::<Tokens>(), cost.tokens);
            prop_assert_eq!(parts.iter().map(|part| part.amount).sum::<Option<Money>>(), cost.amount);
            prop_assert_eq!(parts.iter().map(|part| part.charges).sum::<u64>(), cost.charges);
        }
        prop_assert_eq!(cost.by_month.iter().map(|month| month.amount).sum::<Option<Money>>(), cost.amount);
    }
}
