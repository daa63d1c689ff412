//! A real-looking year of a hundred people, as golden; and what it takes.

#![allow(clippy::disallowed_types, reason = "a measurement among the ignored tests")]
use super::{MAPPING, log_of};
use crate::sheet::{day, plan};
use engine::analysis::forecast::Kept;
use engine::analysis::licences::MovedTokens;
use engine::analysis::{Habit, HabitDays, HabitFlags, HabitFrame, Report};
use engine::usage::{Day, Log};
use expect_test::expect;
use std::fmt::Write;
use std::time::Instant;

/// A small fixed generator (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % count.max(1)
    }

    fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// People of four kinds: who draws daily, who models with two products, who peeks, who leaves it open
/// over weekends. Half of the teams' sessions have idle times.
fn sessions(people: u64, days: i32) -> String {
    let mut dice = Dice(7);
    let mut sheet = String::new();
    let mut add = |day: Day, from: u64, minutes: u64, who: u64, product: &str, idle: Option<u64>| {
        let (start, end) =
            (i64::from(day.0) * 1440 + from as i64, i64::from(day.0) * 1440 + (from + minutes) as i64);
        let text = |minute: i64| {
            let of_day = minute.rem_euclid(1440);
            format!("{} {:02}:{:02}", Day(minute.div_euclid(1440) as i32), of_day / 60, of_day % 60)
        };
        let idle = idle.map_or("-".to_string(), |idle| idle.to_string());
        let _ =
            writeln!(sheet, "{} {} p{who:03} {product} {} {idle}", text(start), text(end), 2022 + who % 3);
    };
    for day in (0..days).map(|i| day("2025-08-01").plus(i)) {
        let (is_worked, friday) = (day.weekday() < 5, day.weekday() == 4);
        for who in 0..people {
            match who % 4 {
                0 if is_worked && dice.percent(88) => {
                    add(day, 420 + dice.below(120), 400, who, "AutoCAD", None)
                }
                1 if is_worked && dice.percent(40) => {
                    add(day, 480 + dice.below(60), 200, who, "Revit", Some(30));
                    if dice.percent(60) {
                        add(day, 800, 90, who, "AutoCAD", Some(10));
                    }
                }
                2 if is_worked && dice.percent(30) => {
                    add(day, 540, 5 + dice.below(50), who, "AutoCAD", Some(0))
                }
                3 if friday && dice.percent(25) => add(day, 480, 4320, who, "Revit", Some(3900)),
                3 if dice.percent(8) => add(day, 600, 60, who, "Revit", Some(0)),
                _ => {}
            }
        }
    }
    sheet
}

const PLAN: &str = r#""aware_from_version": {"AutoCAD": "2023", "Revit": "2024"}, "token_price": 3,
    "seats": [{"user": "p001@firm.example", "offer": "AutoCAD", "from": "2026-01-01", "to": null}],
    "habits": {"left_open": 0.8, "old_version": 1, "several_products": 0.25, "short_visits": 0.5}"#;

fn told(report: &Report) -> String {
    let mut text = String::new();
    for cost in &report.habits {
        let _ = writeln!(
            text,
            "{} {}: {} days of {} people, {} charges, {} tokens a year; own {}, saved {}",
            cost.habit.name(),
            cost.evidence.name(),
            cost.days,
            cost.people.len(),
            cost.charges_per_year.unwrap_or_default(),
            cost.tokens_per_year.unwrap_or_default().to_f64(),
            cost.own_tokens_per_year.unwrap_or_default().to_f64(),
            cost.saved_tokens_per_year().unwrap_or_default().to_f64(),
        );
    }
    text
}

fn year(people: u64) -> (Log, engine::plan::Plan) {
    let plan = plan(&format!("{MAPPING}, {PLAN}"));
    (log_of(&plan, &sessions(people, 365), ""), plan)
}

#[test]
fn a_year_of_a_hundred_people() {
    let (log, plan) = year(100);
    let report = Report::of(&log, &plan, None).unwrap();
    expect![[r#"
        several_products exact: 1571 days of 25 people, 1571 charges, 10997 tokens a year; own 10703, saved 2675.75
        half_days exact: 811 days of 68 people, 899 charges, 7067 tokens a year; own 5201, saved 0
        short_visits exact: 976 days of 25 people, 976 charges, 6832 tokens a year; own 5404, saved 2702
        weekend exact: 651 days of 25 people, 651 charges, 6510 tokens a year; own 2060, saved 0
        left_open upper_bound: 445 days of 17 people, 445 charges, 4450 tokens a year; own 0, saved 0
        old_version upper_bound: 445 days of 17 people, 445 charges, 4450 tokens a year; own 4450, saved 4450
        seat_holder exact: 42 days of 1 people, 42 charges, 294 tokens a year; own 294, saved 0
        every_day exact: 0 days of 0 people, 0 charges, 0 tokens a year; own 0, saved 0
    "#]].assert_eq(&told(&report));
    // What is counted one way is counted the other: a habit's parts add up to it, and all own charges to
    // the charges that have a habit.
    for cost in &report.habits {
        let parts: Vec<(u64, i64)> = [
            cost.people.iter().map(|p| (p.charges, p.tokens.0)).collect::<Vec<_>>(),
            cost.teams.iter().map(|p| (p.charges, p.tokens.0)).collect(),
            cost.products.iter().map(|p| (p.charges, p.tokens.0)).collect(),
        ]
        .map(|parts| parts.iter().fold((0, 0), |(c, t), (charges, tokens)| (c + charges, t + tokens)))
        .to_vec();
        assert!(parts.iter().all(|part| part.1 == cost.tokens.0), "{:?} {parts:?}", cost.habit);
        assert!(parts.windows(2).all(|pair| pair[0] == pair[1]));
    }
    let window = report.period.year().unwrap();
    let flagged = log.entries().iter().enumerate().filter(|(index, entry)| {
        window.holds(entry.day) && report.habit_flags.of_entry(*index).first().is_some()
    });
    assert_eq!(flagged.count() as u64, report.habits.iter().map(|cost| cost.own_charges).sum::<u64>());
    assert!(report.habit_flags.evidence(Habit::HalfDays).is_some());
}

#[test]
#[ignore = "a measurement"]
fn a_year_of_five_thousand_people() {
    let (log, mut plan) = year(5_000);
    let mut kept = Kept::default();
    let begun = Instant::now();
    Report::with_kept(&log, &plan, None, &mut kept).unwrap();
    println!("{} charges, first: {:?}", log.entries().len(), begun.elapsed());
    plan.habits.insert("weekend".into(), 0.3);
    let begun = Instant::now();
    Report::with_kept(&log, &plan, None, &mut kept).unwrap();
    println!("after a slider: {:?}", begun.elapsed());
    let report = Report::with_kept(&log, &plan, None, &mut kept).unwrap();
    let frame = HabitFrame {
        plan: &plan,
        period: &report.period,
        pools: &report.pool_map,
        token_price: report.token_price,
    };
    let begun = Instant::now();
    let flags = HabitFlags::of(&log, frame);
    println!("found: {:?}", begun.elapsed());
    let moved = MovedTokens::of(&log, &plan, &report.pool_map);
    let begun = Instant::now();
    let costs = flags.costs(&log, &plan, &report.period, report.token_price, &moved);
    println!("{} costs: {:?}", costs.len(), begun.elapsed());
    let begun = Instant::now();
    let days = HabitDays::of(&log, &report.pool_map, &flags, &moved);
    println!("by pool and day: {:?}", begun.elapsed());
    let begun = Instant::now();
    println!("{} pools’ shares: {:?}", days.saved(&plan).by_pool.len(), begun.elapsed());
}
