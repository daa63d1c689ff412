//! Numbers and sentences as they are read.

use crate::support::day;
use engine::desk::{Figure, MonthView, Parts, PersonView, ReadView, Value, Who};
use engine::rules::Rule;
use engine::usage::{Money, Tokens};
use flexgauge::words::{findings, forecast, numbers, people, plural, reading};

#[test]
fn numbers_are_rounded_for_reading() {
    let cases = [
        (numbers::tokens(Tokens::whole(25_690)), "25,690"),
        (numbers::tokens(Tokens(118_357_142)), "118"),
        (numbers::tokens(Tokens(7_260_000)), "7.3"),
        (numbers::tokens(Tokens::whole(7)), "7"),
        (numbers::tokens(Tokens::whole(-1_200)), "−1,200"),
        (numbers::tokens_exact(Tokens(118_357_142)), "118.357142"),
        (numbers::money(Money::whole(77_070), "EUR"), "€77,070"),
        (numbers::money(Money(2_900_000), "EUR"), "€2.90"),
        (numbers::money(Money::whole(3), "CHF"), "CHF\u{a0}3"),
        (numbers::money(Money(1_234_560_000), "USD"), "$1,235"),
        (numbers::money_exact(Money(1_234_560_000), "USD"), "$1,234.56"),
        (numbers::price(Money::whole(3), "USD"), "$3.00"),
        (numbers::share(0.634), "63\u{202f}%"),
        (numbers::share(0.0432), "4.3\u{202f}%"),
        (numbers::share_in_column(0.4), "40.0\u{202f}%"),
        (numbers::day(day(2026, 11, 29)), "29 Nov 2026"),
        (numbers::month(day(2026, 7, 1).month()), "Jul 2026"),
        (numbers::month_short(day(2026, 7, 1).month()), "Jul"),
        (numbers::month_short(day(2027, 1, 1).month()), "2027"),
        (numbers::bytes(999), "999 bytes"),
        (numbers::bytes(4_120_000), "4.1 MB"),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
}

#[test]
fn the_order_day_and_whether_it_has_passed() {
    let by = day(2026, 10, 12);
    let ahead = ("Order more by 12 Oct 2026: tokens take a while to arrive.".to_string(), false);
    let passed = ("The last day to order more, 12 Oct 2026, has passed: order now.".to_string(), true);
    let cases = [
        (None, ahead.clone()),
        (Some(day(2026, 10, 11)), ahead.clone()),
        (Some(by), ahead),
        (Some(day(2026, 10, 13)), passed),
    ];
    for (today, expected) in cases {
        assert_eq!(forecast::order_by(by, today), expected, "{today:?}");
    }
}

#[test]
fn one_is_not_many() {
    assert_eq!(plural::days(1), "1 day");
    assert_eq!(plural::days(1_212), "1,212 days");
    assert_eq!(plural::people(1), "1 person");
    assert_eq!(plural::spelled(10), "Ten");
    assert_eq!(plural::spelled(23), "23");
}

fn parts(shown: usize, others: u64, share: f64) -> Parts {
    let part = engine::desk::PartView {
        who: Who::Name("x".into()),
        charges: 1,
        tokens: engine::desk::Figure::new(engine::rules::Rule::TokensUsed, None),
        amount: None,
        share: 0.1,
    };
    Parts { top: vec![part; shown], others, top_share: share, ..Parts::default() }
}

#[test]
fn the_running_sentence_of_the_top_consumers() {
    assert_eq!(findings::top_consumers(&parts(10, 22, 0.63)), "Ten of 32 people use 63\u{202f}% of it.");
    assert_eq!(findings::top_consumers(&parts(1, 0, 1.0)), "One person uses all of it.");
    assert_eq!(findings::top_consumers(&parts(3, 0, 1.0)), "Three people use all of it.");
    assert_eq!(findings::top_consumers(&parts(0, 0, 0.0)), "Nobody was charged.");
}

#[test]
fn what_was_read_as_a_sum() {
    let read = ReadView { rows: 4_116, used: 4_020, duplicate: 90, left_out: 6, ..ReadView::default() };
    assert_eq!(reading::sum(&read), "0 files · 4,116 rows = 4,020 used + 90 duplicates + 6 left out");
    let one = ReadView { rows: 1, duplicate: 1, ..ReadView::default() };
    assert_eq!(reading::sum(&one), "0 files · 1 row = 0 used + 1 duplicate + 0 left out");
}

#[test]
fn data_from_today_is_not_old() {
    let today = day(2026, 8, 12);
    assert_eq!(reading::age(today, Some(today)), None);
    assert_eq!(reading::age(today, None), None);
    assert_eq!(
        reading::age(day(2026, 8, 11), Some(today)).as_deref(),
        Some("Your data is 1 day old: it ends on 11 Aug 2026.")
    );
}

#[test]
fn lines_of_a_file() {
    assert_eq!(reading::lines(&[]), "");
    assert_eq!(reading::lines(&[12]), "line 12");
    assert_eq!(reading::lines(&[12, 40]), "lines 12, 40");
    assert_eq!(reading::lines(&[1, 2, 3, 4, 5, 6]), "lines 1, 2, 3, 4 and 2 more");
}

#[test]
fn a_person_is_a_name_an_id_or_a_number() {
    let named = PersonView { id: "a@b.example".into(), name: "Ann Berg".into(), number: 17 };
    let unnamed = PersonView { name: String::new(), ..named.clone() };
    assert_eq!(people::person(&named, false), "Ann Berg");
    assert_eq!(people::person(&unnamed, false), "a@b.example");
    assert_eq!(people::person(&named, true), "Person 017");
    assert_eq!(people::person_detail(&named, false).as_deref(), Some("a@b.example"));
    assert_eq!(people::person_detail(&named, true), None);
}

#[test]
fn the_month_that_took_most_is_one_with_use() {
    let month = |number: u32, tokens: i64, partial: bool| MonthView {
        month: day(2026, number, 1).month(),
        tokens: Figure::new(Rule::TokensUsed, Some(Value::Tokens(Tokens::whole(tokens)))),
        amount: None,
        partial,
    };
    let cases = [
        (vec![month(3, 9, true), month(4, 7, false), month(5, 5, false)], "Mar 2026 took the most: 9 tokens"),
        (vec![month(3, 9, true), month(4, 0, false), month(5, 5, true)], "Mar 2026 took the most: 9 tokens"),
        (vec![month(4, 5, true)], "5 tokens in Apr 2026"),
        (vec![month(4, 0, false), month(5, 0, true)], "No month has use beyond what was given back"),
    ];
    for (months, expected) in cases {
        assert_eq!(findings::months_caption(&months), expected);
    }
}
