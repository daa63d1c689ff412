//! What a field's text says: nothing, a value, or what is wrong.

use crate::support::day;
use engine::plan::Edit;
use engine::usage::{Money, Tokens};
use flexgauge::session::{
    BoughtForm, Field, LeftForm, bought_field, currency_field, day_field, end_field, price_field,
    tokens_field, typed_number, typed_price,
};
use flexgauge::words::fields;

#[test]
fn numbers_in_either_form() {
    assert_eq!(price_field("2,90"), Field::Good(Money(2_900_000)));
    assert_eq!(price_field("2.90"), Field::Good(Money(2_900_000)));
    for text in ["40000", "40,000", "40.000", "40 000", " 40000 "] {
        assert_eq!(tokens_field(text), Field::Good(Tokens::whole(40_000)), "{text}");
    }
    assert_eq!(tokens_field("  "), Field::Empty);
    assert_eq!(tokens_field("0"), Field::Good(Tokens::ZERO));
}

#[test]
fn what_is_wrong_is_a_sentence() {
    let bad = |field: Field<Tokens>| matches!(field, Field::Bad(words) if words.ends_with('.'));
    assert!(bad(tokens_field("many")));
    assert!(bad(tokens_field("-5")));
    assert!(bad(tokens_field("99999999999")));
    assert!(bad(bought_field("0")));
    assert!(matches!(currency_field("Euro"), Field::Bad(_)));
    assert_eq!(currency_field(" eur "), Field::Good("EUR".to_string()));
    assert!(matches!(day_field("2026-02-30"), Field::Bad(_)));
    assert!(matches!(day_field("0026-02-03"), Field::Bad(_)));
    assert_eq!(day_field(""), Field::Empty);
    assert!(matches!(end_field("2026-01-01", &Field::Good(day(2026, 2, 1))), Field::Bad(_)));
}

#[test]
fn how_it_was_read_stands_beside_it() {
    assert_eq!(fields::read_as_tokens(Tokens::whole(40_000)), "= 40,000 tokens");
    assert_eq!(fields::read_as_price(Money(2_900_000), "EUR"), "= €2.90 a token");
    assert_eq!(
        fields::read_as_sum(Money::whole(114_000), Some(Tokens::whole(38_000)), "EUR"),
        "= €114,000, or €3.00 a token"
    );
    assert_eq!(fields::read_as_sum(Money::whole(114_000), None, "EUR"), "= €114,000");
}

#[test]
fn a_form_is_a_change_only_when_all_of_it_can_be_read() {
    let mut left = LeftForm { tokens: "14 310".into(), ..LeftForm::default() };
    assert_eq!(left.edit(), None);
    left.day = "2026-07-31".into();
    let expected = Edit::TokensLeft { pool: None, tokens: Tokens::whole(14_310), day: day(2026, 7, 31) };
    assert_eq!(left.edit(), Some(expected));

    let mut bought = BoughtForm {
        pool: None,
        tokens: "38000".into(),
        price: String::new(),
        start: "2026-01-01".into(),
        end: "2026-12-31".into(),
    };
    assert!(matches!(bought.edit(), Some(Edit::TokensBought { price: None, .. })));
    bought.price = "what?".into();
    assert_eq!(bought.edit(), None);
    bought.price = "114000".into();
    bought.end = "2025-12-31".into();
    assert_eq!(bought.edit(), None);
}

#[test]
fn a_stored_value_can_be_edited_on() {
    assert_eq!(typed_price(Money(2_900_000)), "2.90");
    assert_eq!(typed_price(Money::whole(3)), "3");
    assert_eq!(typed_price(Money(2_345_600)), "2.3456");
    assert_eq!(typed_number(1_500_000), "1.5");
    for micros in [2_900_000, 3_000_000, 2_345_600] {
        assert_eq!(price_field(&typed_price(Money(micros))), Field::Good(Money(micros)));
    }
}
