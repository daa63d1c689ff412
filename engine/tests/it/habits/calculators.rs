//! The article's calculators: its own arithmetic, and what the rule makes of it.

use super::desk;
use engine::desk::{Answer, Ask, CalculateAsk, CalculateView};
use engine::rules::{CALCULATOR_COUNT_MAX, Calculation, Calculator, Operation, Quantity, StepName};
use engine::usage::{Money, Tokens};

fn calculate(fields: &str, calculator: Calculator, product: &str, other: Option<&str>) -> CalculateView {
    let other = other.map(str::to_string);
    let ask = CalculateAsk { calculator, product: product.to_string(), other, people: 10 };
    match desk(fields, &[]).answer(Ask::Calculate(ask)) {
        Answer::Calculate(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn whole(calculation: &Option<Calculation>) -> Option<(f64, Option<f64>, f64)> {
    let of = calculation.as_ref()?;
    Some((of.tokens.to_f64(), of.amount.map(Money::to_f64), of.tokens_of_all.to_f64()))
}

#[test]
fn calculators_say_what_the_rule_says() {
    use Calculator::{FewerDays, LeftOpen, MinutesADay, TwoProducts};
    for (calculator, product, other, today) in [
        // The article’s “nearly USD 4,000” is 6 × 3 × 220; at today’s rate of 7 it is 4,620.
        (MinutesADay { minutes: 10, days: 220 }, "AutoCAD", None, Some((1540.0, Some(4620.0), 15400.0))),
        // Minutes do not matter beyond five; below them nothing is charged.
        (MinutesADay { minutes: 600, days: 220 }, "AutoCAD", None, Some((1540.0, Some(4620.0), 15400.0))),
        (MinutesADay { minutes: 5, days: 1 }, "AutoCAD", None, Some((7.0, Some(21.0), 70.0))),
        (MinutesADay { minutes: 4, days: 220 }, "AutoCAD", None, Some((0.0, Some(0.0), 0.0))),
        // Overnight costs nothing more for whoever works again the next day, and for nobody before 24
        // hours are over.
        (LeftOpen { nights: 1, used_after: true, times: 100 }, "Revit", None, Some((0.0, Some(0.0), 0.0))),
        (LeftOpen { nights: 1, used_after: false, times: 100 }, "Revit", None, Some((0.0, Some(0.0), 0.0))),
        // Friday 8:00 to Monday: Saturday’s and Sunday’s windows, on a version that does not go idle.
        (
            LeftOpen { nights: 3, used_after: true, times: 40 },
            "Revit",
            None,
            Some((800.0, Some(2400.0), 8000.0)),
        ),
        (
            LeftOpen { nights: 3, used_after: false, times: 40 },
            "Revit",
            None,
            Some((800.0, Some(2400.0), 8000.0)),
        ),
        (TwoProducts { days: 100 }, "AutoCAD", Some("Revit"), Some((700.0, Some(2100.0), 7000.0))),
        (TwoProducts { days: 100 }, "Revit", Some("AutoCAD"), Some((700.0, Some(2100.0), 7000.0))),
        (FewerDays { days_a_week: 3, weeks: 44 }, "AutoCAD", None, Some((616.0, Some(1848.0), 6160.0))),
        (FewerDays { days_a_week: 7, weeks: 44 }, "AutoCAD", None, Some((0.0, Some(0.0), 0.0))),
        (MinutesADay { minutes: 10, days: 220 }, "Rhino", None, None),
        (TwoProducts { days: 100 }, "AutoCAD", Some("Rhino"), None),
    ] {
        let view = calculate("", calculator, product, other);
        assert_eq!(whole(&view.today), today, "{calculator:?} {product}");
    }
}

#[test]
fn the_articles_own_numbers_stand_beside() {
    let minutes = Calculator::MinutesADay { minutes: 10, days: 220 };
    let view = calculate(r#""currency": "EUR", "rates": {"AutoCAD": 8}"#, minutes, "AutoCAD", None);
    assert_eq!(whole(&view.article), Some((1320.0, Some(3960.0), 13_200.0)));
    // Euros are asked for, and the plan’s rate counts.
    assert_eq!(whole(&view.today), Some((1760.0, None, 17_600.0)));
    assert_eq!(view.rate, Some(Tokens::whole(8)));
    assert!(calculate("", minutes, "Revit", None).article.is_none());
    assert!(view.products.contains(&"Revit".to_string()));
}

#[test]
fn counts_have_a_limit() {
    for days in [CALCULATOR_COUNT_MAX, CALCULATOR_COUNT_MAX + 1, u32::MAX] {
        let view = calculate("", Calculator::TwoProducts { days }, "AutoCAD", Some("Revit"));
        assert_eq!(whole(&view.today).map(|of| of.0), Some(700_000.0), "{days}");
    }
}

#[test]
fn idle_awareness_spares_the_weekend() {
    let open = Calculator::LeftOpen { nights: 3, used_after: true, times: 40 };
    let view = calculate("", open, "Revit", None);
    assert_eq!(view.today.and_then(|today| today.tokens_aware), Some(Tokens::ZERO));
}

#[test]
fn every_step_is_right_and_goes_into_the_next() {
    let calculators = [
        Calculator::MinutesADay { minutes: 30, days: 17 },
        Calculator::LeftOpen { nights: 4, used_after: false, times: 9 },
        Calculator::TwoProducts { days: 31 },
        Calculator::FewerDays { days_a_week: 2, weeks: 40 },
    ];
    for calculator in calculators {
        let today = calculate("", calculator, "AutoCAD", Some("Revit")).today.unwrap();
        let value = |quantity: &Quantity| match *quantity {
            Quantity::Charges(n) | Quantity::ChargesEach(n) | Quantity::Days(n) | Quantity::Weeks(n) => {
                n as f64
            }
            Quantity::DaysAWeek(n) | Quantity::Times(n) | Quantity::People(n) => n as f64,
            Quantity::Rate(tokens) | Quantity::Tokens(tokens) => tokens.to_f64(),
            Quantity::Price(money) | Quantity::Money(money) => money.to_f64(),
        };
        for step in &today.steps {
            let numbers: Vec<f64> = step.of.iter().map(value).collect();
            let expected = match step.operation {
                Operation::Times => numbers.iter().product(),
                Operation::Minus => numbers[0] - numbers[1],
            };
            assert_eq!(value(&step.result), expected, "{step:?}");
        }
        let last = |name| today.steps.iter().find(|step| step.name == name).map(|step| step.result);
        assert_eq!(last(StepName::Tokens), Some(Quantity::Tokens(today.tokens)));
        assert_eq!(last(StepName::MoneyOfAll), today.amount_of_all.map(Quantity::Money));
    }
}
