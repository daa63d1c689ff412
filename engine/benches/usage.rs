//! How long the Usage place's answers take at the size it is made for: a million charges of 10,000
//! people in five years; and how long a what-if takes from its edit to the overview. `cargo bench -p engine --bench usage`; prints a line an ask.

#![allow(clippy::print_stdout, clippy::disallowed_types, missing_docs, reason = "it measures and prints")]

use engine::desk::{Answer, Ask, ChargeBackBy, CompareAsk, Cut, Desk, Query, UsageAsk};
use engine::plan::{Busy, BusyChange, Edit, LicenceEdit, Move, Pack, Plan, WorkEdit, to_json};
use engine::usage::{Day, Tokens};
use std::fmt::Write;
use std::time::{Duration, Instant};

const CHARGES: u32 = 1_000_000;
const PEOPLE: u32 = 10_000;
const DAYS: i32 = 5 * 365;
const PRODUCTS: u32 = 40;
const TIMES: usize = 5;

fn main() {
    let first = Day::from_ymd(2021, 1, 1).unwrap_or_default();
    let mut desk = Desk::new();
    desk.answer(Ask::Open { name: "large.csv".into() });
    desk.slice(b"day_used,email,team_alias,offering_name,tokens_used\n");
    let mut dice = 1_u64;
    let mut text = String::new();
    for number in 0..CHARGES {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let roll = (dice >> 33) as u32;
        let (person, product) = (roll % PEOPLE, (roll >> 8) % PRODUCTS);
        let day = first.plus((i64::from(number) * i64::from(DAYS) / i64::from(CHARGES)) as i32);
        let _ = writeln!(
            text,
            "{day},u{person}@firm.example,Team {},Product {product},{}",
            person % 20,
            3 + product % 7
        );
        if text.len() > 1 << 20 {
            desk.slice(text.as_bytes());
            text.clear();
        }
    }
    desk.slice(text.as_bytes());
    let start = Instant::now();
    desk.answer(Ask::Close);
    println!("closing the file: {:.0?}", start.elapsed());
    let start = Instant::now();
    desk.answer(Ask::Overview);
    println!("everything worked out: {:.0?}", start.elapsed());

    let usage = |filter: Query, cut: Cut| Ask::Usage(UsageAsk { filter, cut, first: 0, count: 50 });
    let product = || Query { product: Some("Product 7".into()), ..Query::default() };
    let person = || Query { person: Some("u77@firm.example".into()), ..Query::default() };
    let last_year = || Query { from: Some(first.plus(DAYS - 365)), ..Query::default() };
    let month = |from: i32| (first.plus(from), first.plus(from + 29));
    let compare = CompareAsk { filter: Query::default(), before: month(DAYS - 60), after: month(DAYS - 30) };
    for (name, ask) in [
        ("no filter, by product", usage(Query::default(), Cut::Product)),
        ("no filter, by person", usage(Query::default(), Cut::Person)),
        ("one product, by person", usage(product(), Cut::Person)),
        ("one person, by product", usage(person(), Cut::Product)),
        ("the last year, by team", usage(last_year(), Cut::Team)),
        ("month against month", Ask::Compare(compare)),
        ("charge-back by team", Ask::ChargeBack(ChargeBackBy::Team)),
        ("what to look at", Ask::Lookout),
    ] {
        measure(&mut desk, name, &ask);
    }
    what_ifs(&mut desk, first.plus(DAYS - 1));
}

/// Steps of sliders: each a changed plan, then what the band shows.
fn what_ifs(desk: &mut Desk, last: Day) {
    let pack = Pack {
        pool: None,
        tokens: Tokens::whole(8_000_000),
        price: None,
        start: last.plus(-5 * 365),
        end: Some(last.plus(200)),
    };
    let plan = Plan::default().with(&Edit::Packs(vec![pack]));
    let moved = |person: usize| {
        let user = format!("u{person}@firm.example");
        plan.with(&Edit::Licences(LicenceEdit::Accept(Move { user, offers: vec!["AEC Collection".into()] })))
    };
    let busy = |days: usize| {
        let (from, to) = (last.plus(10), last.plus(20 + days as i32));
        let change = BusyChange::Percent(50.0);
        let busy = Busy { name: "tender".into(), from, to, change, probability: 0.7 };
        plan.with(&Edit::Work(WorkEdit::Busy(vec![busy])))
    };
    let share = |step: usize| {
        let share = step as f64 / 10.0;
        plan.with(&Edit::HabitShare { habit: "several_products".into(), share })
    };
    let steps: [(&str, &dyn Fn(usize) -> Plan); 3] =
        [("a habit's share", &share), ("a busy period's end", &busy), ("a move", &moved)];
    let mut revision = 0;
    for (name, plan_of) in steps {
        let mut times: Vec<(Duration, Duration)> = (0..=TIMES)
            .map(|step| {
                revision += 1;
                let text = to_json(&plan_of(step + 1));
                let start = Instant::now();
                desk.answer(Ask::Plan { revision, text });
                let answer = desk.answer(Ask::Overview);
                let first = start.elapsed();
                assert!(matches!(answer, Answer::Overview(_)), "{name}: {answer:?}");
                let start = Instant::now();
                desk.answer(Ask::Overview);
                (first, start.elapsed())
            })
            .skip(1)
            .collect();
        times.sort();
        let (whole, again) = times[TIMES / 2];
        println!("{name}, edit to overview: {whole:.1?}; the overview again: {again:.1?}");
    }
}

/// Prints the middle of several times.
fn measure(desk: &mut Desk, name: &str, ask: &Ask) {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            let answer = desk.answer(ask.clone());
            let time = start.elapsed();
            assert!(!matches!(answer, Answer::Refused(_) | Answer::NoUse), "{name}: {answer:?}");
            time
        })
        .collect();
    times.sort();
    println!("{name}: {:.1?}", times[TIMES / 2]);
}
