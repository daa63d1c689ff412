//! Fixed-point amounts, days and names.

use engine::plan::{FieldProblem, parse_price, parse_tokens};
use engine::usage::{Day, Money, Names, Tokens, mul_div_rounded, number};
use proptest::prelude::*;

#[test]
fn products_and_quotients_round_halves_away_from_zero() {
    for (a, b, c, expected) in [
        (1, 1, 2, 1),
        (-1, 1, 2, -1),
        (1, 1, 3, 0),
        (2, 1, 3, 1),
        (7, 365, 365, 7),
        (5, 1, -2, -3),
        (1, 1, 0, 0),
        (i64::MAX, i64::MAX, i64::MAX, i64::MAX),
        (i64::MAX, 2, 1, i64::MAX),
        (i64::MIN, 2, 1, i64::MIN),
        (3_000_000_000_000, 4_000_000_000_000, 5_000_000, 2_400_000_000_000_000_000),
    ] {
        assert_eq!(mul_div_rounded(a, b, c), expected, "{a} × {b} / {c}");
    }
}

fn by_128_bits(a: i64, b: i64, c: i64) -> i64 {
    let (product, divisor) = (i128::from(a) * i128::from(b), i128::from(c));
    let magnitude = (product.abs() + divisor.abs() / 2) / divisor.abs();
    let exact = if (product < 0) == (divisor < 0) { magnitude } else { -magnitude };
    i64::try_from(exact).unwrap_or(if exact < 0 { i64::MIN } else { i64::MAX })
}

proptest! {
    #[test]
    fn the_short_way_through_64_bits_agrees_with_128(a: i64, b in -1_000_000_i64..1_000_000, c: i64) {
        prop_assume!(c != 0);
        prop_assert_eq!(mul_div_rounded(a, b, c), by_128_bits(a, b, c));
        // Of whole tokens the millionths are left out: that changes nothing.
        let (b, c) = (b * 1_000_000, c % 1_000_000_000_000 * 1_000_000);
        prop_assume!(c != 0);
        prop_assert_eq!(mul_div_rounded(a, b, c), by_128_bits(a, b, c));
    }

    #[test]
    fn days_and_dates_are_two_spellings_of_one_thing(number in 0_i32..60_000) {
        let day = Day(number);
        let (year, month, of_month) = day.ymd();
        prop_assert_eq!(Day::from_ymd(year, month, of_month), Some(day));
        prop_assert_eq!(Day::parse_iso(&day.to_string()), Some(day));
        prop_assert!(day.month().first_day() <= day && day <= day.month().last_day());
        prop_assert_eq!(day.plus(7).weekday(), day.weekday());
    }

    #[test]
    fn names_stand_for_themselves(words in proptest::collection::vec("[a-zé\u{1f}]{0,20}", 0..80)) {
        let mut names = Names::default();
        let numbers: Vec<u32> = words.iter().map(|word| names.intern(word)).collect();
        for (word, number) in words.iter().zip(&numbers) {
            prop_assert_eq!(names.get(*number), word);
            prop_assert_eq!(names.find(word), Some(*number));
        }
        let distinct: std::collections::BTreeSet<&String> = words.iter().collect();
        prop_assert_eq!(names.len(), distinct.len());
    }
}

#[test]
fn weekdays_begin_on_monday() {
    assert_eq!(Day::from_ymd(2026, 11, 23).map(Day::weekday), Some(0));
    assert_eq!(Day::from_ymd(2026, 11, 22).map(Day::weekday), Some(6));
    assert_eq!(Day::from_ymd(2026, 2, 29), None);
}

#[test]
fn numbers_in_json_are_short() {
    for (micros, text) in
        [(7_000_000, "7"), (0, "0"), (-2_500_000, "-2.5"), (100_000, "0.1"), (77_070_123_456, "77070.123456")]
    {
        assert_eq!(number(micros).to_string(), text);
    }
}

#[test]
fn form_fields_take_both_decimal_signs() {
    for (text, price, tokens) in [
        ("2,90", Ok(2.9), Ok(2.9)),
        ("2.90", Ok(2.9), Ok(2.9)),
        (" 3 ", Ok(3.0), Ok(3.0)),
        ("40000", Ok(40_000.0), Ok(40_000.0)),
        ("40 000", Ok(40_000.0), Ok(40_000.0)),
        ("40.000", Ok(40.0), Ok(40_000.0)),
        ("40,000", Ok(40.0), Ok(40_000.0)),
        ("0,125", Ok(0.125), Ok(125.0)),
        ("1.234,50", Ok(1_234.5), Ok(1_234.5)),
        ("1,234.50", Ok(1_234.5), Ok(1_234.5)),
        ("1.000.000", Ok(1_000_000.0), Ok(1_000_000.0)),
        ("1'000", Ok(1_000.0), Ok(1_000.0)),
        (",5", Ok(0.5), Ok(0.5)),
        ("", Err(FieldProblem::Empty), Err(FieldProblem::Empty)),
        ("abc", Err(FieldProblem::NotANumber), Err(FieldProblem::NotANumber)),
        ("1,2,3", Err(FieldProblem::NotANumber), Err(FieldProblem::NotANumber)),
        ("12.34.567", Err(FieldProblem::NotANumber), Err(FieldProblem::NotANumber)),
        ("-5", Err(FieldProblem::Negative), Err(FieldProblem::Negative)),
        ("99999999999", Err(FieldProblem::TooLarge), Err(FieldProblem::TooLarge)),
    ] {
        assert_eq!(parse_price(text), price.map(Money::from_f64), "price {text:?}");
        if text != "0,125" {
            assert_eq!(parse_tokens(text), tokens.map(Tokens::from_f64), "tokens {text:?}");
        }
    }
}
