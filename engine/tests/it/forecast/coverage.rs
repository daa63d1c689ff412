//! Where the truth is known, the range must hold it about eight times of ten.

use super::{Noise, run_out};
use crate::sheet::log;
use crate::sheet::{day, plan};
use engine::analysis::Report;
use engine::analysis::forecast::{calendar::Calendar, draw::Drawn, weights::Past};

/// Weekly levels that wander and days that scatter, as whole tokens.
fn wandering(days: usize, seed: u64) -> Vec<f64> {
    let mut dice = Noise(seed * 0x9E37_79B9 + 1_234_567);
    let (mut level, first) = (30.0f64, day("2024-01-01"));
    let mut values = Vec::with_capacity(days);
    for index in 0..days {
        if index % 7 == 0 {
            level *= 1.0 + 0.04 * dice.normal();
        }
        let usual = [1.2, 1.3, 1.2, 1.1, 0.8, 0.1, 0.0][first.plus(index as i32).weekday()];
        values.push((level * usual * (1.0 + 0.25 * dice.normal())).max(0.0).round());
    }
    values
}

/// How often the 80 % range of the coming 90 days holds what came, over many worlds.
fn share_held(known: usize, world: impl Fn(usize, u64) -> Vec<f64>) -> f64 {
    let (cases, ahead) = (120, 90);
    let calendar = Calendar::default();
    let mut held = 0;
    for seed in 1..=cases {
        let values = world(known + ahead, seed);
        let past = Past { first: day("2024-01-01"), tokens: &values[..known], calendar: &calendar };
        let drawn = Drawn::of(past, ahead, 1, "");
        let mut totals: Vec<f64> = (0..drawn.paths.count)
            .map(|path| {
                let weeks = drawn.paths.path(path);
                drawn.weights.iter().enumerate().map(|(day, w)| f64::from(w * weeks[day / 7])).sum()
            })
            .collect();
        totals.sort_by(f64::total_cmp);
        let actual: f64 = values[known..].iter().sum();
        held += u32::from(totals[200] <= actual && actual <= totals[1_799]);
    }
    f64::from(held) / cases as f64
}

/// The same with busy months that come every year.
fn wandering_with_busy_months(days: usize, seed: u64) -> Vec<f64> {
    let mut values = wandering(days, seed);
    for (index, tokens) in values.iter_mut().enumerate() {
        let (_, month, _) = day("2024-01-01").plus(index as i32).ymd();
        let factor = match month {
            3 | 4 => 1.4,
            8 => 0.6,
            _ => 1.0,
        };
        *tokens = (*tokens * factor).round();
    }
    values
}

#[test]
fn the_80_percent_range_of_a_total_holds_about_eight_times_of_ten() {
    for (what, share) in [
        ("a level that wanders", share_held(420, wandering)),
        ("busy months, three years known", share_held(1_100, wandering_with_busy_months)),
    ] {
        assert!((0.70..=0.90).contains(&share), "{what}: held {share}");
    }
}

#[test]
fn the_range_of_the_run_out_day_holds_about_eight_times_of_ten() {
    let (cases, known) = (40, 400);
    let mut held = 0;
    for seed in 1..=cases {
        let values = wandering(known + 365, seed + 500);
        // A balance that the truth uses up after about three months.
        let tokens = 2_200.0;
        let mut left = tokens;
        let out = values[known..].iter().position(|use_| {
            let short = left < *use_;
            left -= use_;
            short
        });
        let truth = day("2024-01-01").plus((known + out.expect("it runs out")) as i32);
        let rows: String = values[..known]
            .iter()
            .enumerate()
            .map(|(index, tokens)| format!("{} ada AutoCAD {tokens}\n", day("2024-01-01").plus(index as i32)))
            .collect();
        let as_of = day("2024-01-01").plus(known as i32 - 1);
        let fields = format!(r#""balances": [{{"day": "{as_of}", "tokens": {tokens}}}]"#);
        let report = Report::of(&log(&[&rows]), &plan(&fields), Some(as_of)).unwrap();
        let found = run_out(&report);
        held += u32::from(found.p10.unwrap() <= truth && truth <= found.p90.unwrap());
    }
    let share = f64::from(held) / cases as f64;
    assert!((0.65..=0.95).contains(&share), "held {share}");
}
