//! Spikes and climbs on series with known answers, and none where there is nothing to see.

use crate::sheet::day;
use engine::analysis::{climb, mann_kendall_p, median, spikes, theil_sen};
use engine::usage::Tokens;

fn series(days: i32, value: impl Fn(i32) -> f64) -> Vec<Tokens> {
    (0..days).map(|day| Tokens::from_f64(value(day))).collect()
}

/// Which days of a series that begins on Monday 2026-01-05 are spikes.
fn spike_days(series: &[Tokens]) -> Vec<i32> {
    spikes(day("01-05"), series).iter().map(|spike| day("01-05").days_until(spike.day)).collect()
}

#[test]
fn known_series_have_known_spikes() {
    let weekly = |day: i32| if day % 7 < 5 { 120.0 } else { 0.0 };
    for (name, series, expected) in [
        ("constant", series(200, |_| 100.0), vec![]),
        ("weekly", series(200, weekly), vec![]),
        ("a step up and down", series(300, |d| if (100..200).contains(&d) { 300.0 } else { 100.0 }), vec![]),
        ("very sparse", series(365, |d| if d % 60 == 0 { 10.0 } else { 0.0 }), vec![]),
        ("one day three times as high", series(200, |d| if d == 70 { 300.0 } else { 100.0 }), vec![70]),
        ("work on a Saturday", series(200, |d| if d == 75 { 120.0 } else { weekly(d) }), vec![75]),
        ("the last day", series(200, |d| if d == 199 { 400.0 } else { 100.0 }), vec![199]),
        (
            "half as much again is a busy day, no spike",
            series(200, |d| if d == 70 { 140.0 } else { 100.0 }),
            vec![],
        ),
        ("a quiet day is no spike", series(200, |d| if d == 70 { 0.0 } else { 100.0 }), vec![]),
        ("too short to say", series(14, |d| if d == 9 { 900.0 } else { 100.0 }), vec![]),
    ] {
        assert_eq!(spike_days(&series), expected, "{name}");
    }
}

#[test]
fn a_spike_says_what_was_expected() {
    let found = spikes(day("01-05"), &series(200, |d| if d == 70 { 300.0 } else { 100.0 }));
    assert_eq!((found[0].tokens, found[0].expected), (Tokens::whole(300), Tokens::whole(100)));
}

#[test]
fn known_series_have_known_climbs() {
    for (name, series, slope, significant) in [
        ("constant", series(210, |_| 100.0), 0.0, false),
        ("a token a day more every week", series(182, |d| 100.0 + f64::from(d / 7)), 7.0, true),
        ("a steady fall", series(182, |d| 100.0 - f64::from(d / 7)), -7.0, true),
        ("too slow to matter", series(182, |d| 1_000.0 + f64::from(d / 7) * 0.1), 0.7, false),
        ("one wild week", series(182, |d| if d / 7 == 9 { 900.0 } else { 100.0 }), 0.0, false),
    ] {
        let climb = climb(&series).expect("long enough");
        assert!((climb.tokens_per_week_per_week - slope).abs() < 1e-6, "{name}: {climb:?}");
        assert_eq!(climb.significant, significant, "{name}: {climb:?}");
    }
    assert_eq!(climb(&series(69, |_| 100.0)), None);
}

#[test]
fn robust_statistics_agree_with_the_textbook() {
    assert_eq!(median(&[]), None);
    assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
    assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
    assert_eq!(theil_sen(&[1.0, 2.0, 30.0, 4.0, 5.0]), Some(1.0));
    // S = 45, variance 125: z = 44 / √125.
    let p = mann_kendall_p(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0]);
    assert!((p - 8.3e-5).abs() < 1e-6, "{p}");
    assert!((mann_kendall_p(&[5.0; 12]) - 1.0).abs() < f64::EPSILON);
}

/// A small generator for random series.
struct Dice(u64);

impl Dice {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Charges of a day, by chance around a mean.
    fn poisson(&mut self, mean: f64) -> f64 {
        let (limit, mut product, mut count) = (libm::exp(-mean), self.uniform(), 0.0);
        while product > limit {
            product *= self.uniform();
            count += 1.0;
        }
        count
    }
}

#[test]
fn false_alarms_are_rare_on_a_thousand_random_series() {
    let mut dice = Dice(1);
    let (mut with_spike, mut with_climb, mut days) = (0, 0, 0);
    for number in 0..1_000 {
        let mean = [0.3, 2.0, 10.0, 40.0][number % 4];
        // A fifth of them each: the same every day, weekly, weekly with a step for a third of the year,
        // very sparse, and weekly again with the other rate.
        let series: Vec<Tokens> = (0..365)
            .map(|day| {
                let weekday = if day % 7 < 5 { 1.0 } else { 0.1 };
                let kind = match number % 5 {
                    0 => 1.0,
                    2 if (120..240).contains(&day) => weekday * 3.0,
                    3 => 0.05,
                    _ => weekday,
                };
                Tokens::from_f64(dice.poisson(mean * kind) * if number % 3 == 0 { 10.0 } else { 7.0 })
            })
            .collect();
        days += series.len();
        with_spike += usize::from(!spikes(day("01-05"), &series).is_empty());
        // A step within the weeks looked at is a change of its own, which the test for climbs cannot
        // tell from a slope: it is not counted here.
        let is_stepped = number % 5 == 2;
        with_climb += usize::from(!is_stepped && climb(&series).is_some_and(|climb| climb.significant));
    }
    // Stated in the guide: fewer than five in a hundred pools a year by chance, fewer than one in a
    // hundred for climbs.
    assert!(with_spike < 50, "{with_spike} of 1,000 series with {days} days have a spike");
    assert!(with_climb < 10, "{with_climb} of 1,000 series have a climb");
}
