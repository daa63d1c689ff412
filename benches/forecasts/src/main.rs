//! Rolling forecasts of real daily series, by several methods: `cargo xtask forecasts [FOLDER]`. Prints the
//! tables of docs/forecast.md.

#![allow(clippy::print_stdout, reason = "it measures and prints")]

mod methods;

use engine::analysis::forecast::{calendar::Calendar, weights::Past};
use engine::usage::Day;
use methods::{HORIZONS, METHODS, Told};
use std::process::ExitCode;

const FILE: &str = "daily_series.csv";
/// Days known at the first forecast: from here on a date is not called rough.
const KNOWN_DAYS_MIN: usize = 91;
/// Days from one forecast to the next.
const STEP_DAYS: usize = 14;

/// Counts a day, without gaps.
struct Series {
    name: String,
    first: Day,
    values: Vec<f64>,
}

/// How a method did on one series, for one horizon.
#[derive(Clone, Copy, Default)]
struct Score {
    error: f64,
    actual: f64,
    forecasts: f64,
    held: f64,
    ranges: f64,
    width: f64,
}

impl Score {
    fn add(&mut self, told: Told, actual: f64) {
        self.error += (told.middle - actual).abs();
        self.actual += actual;
        self.forecasts += 1.0;
        if let Some((low, high)) = told.range {
            let slack = 1e-6 * actual;
            self.held += f64::from(u8::from(low - slack <= actual && actual <= high + slack));
            self.width += high - low;
            self.ranges += 1.0;
        }
    }

    fn error_share(&self) -> f64 {
        self.error / self.actual
    }

    fn coverage(&self) -> Option<f64> {
        (self.ranges > 0.0).then(|| self.held / self.ranges)
    }

    fn width_share(&self) -> Option<f64> {
        (self.ranges > 0.0).then(|| self.width / self.actual)
    }
}

fn main() -> ExitCode {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "../shared/data".to_string());
    let Ok(text) = std::fs::read_to_string(format!("{folder}/{FILE}")) else {
        println!("There is no {FILE} in {folder}. It holds lines of `series,day,value`, days in order.");
        println!("Say where it is: cargo xtask forecasts FOLDER");
        return ExitCode::FAILURE;
    };
    let all = series(&text);
    let scores: Vec<Vec<[Score; 2]>> = all.iter().map(scores_of).collect();
    for half in ["all", "first half", "second half"] {
        let which = |index: usize| half == "all" || index.is_multiple_of(2) == (half == "first half");
        let of: Vec<&Vec<[Score; 2]>> =
            scores.iter().enumerate().filter(|(index, _)| which(*index)).map(|(_, s)| s).collect();
        println!("\n### {} series ({half})\n", of.len());
        methods_table(&of);
    }
    println!("\n### Each series\n");
    series_table(&all, &scores);
    ExitCode::SUCCESS
}

/// Series of lines `series,day,value`; days that a file leaves out are zero.
fn series(text: &str) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    for line in text.lines().skip(1) {
        let mut parts = line.split(',');
        let (Some(name), Some(day), Some(value)) = (parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        let (Some(day), Ok(value)) = (Day::parse_iso(day), value.trim().parse::<f64>()) else { continue };
        if all.last().is_none_or(|last| last.name != name) {
            all.push(Series { name: name.to_string(), first: day, values: Vec::new() });
        }
        let Some(last) = all.last_mut() else { continue };
        let index = usize::try_from(last.first.days_until(day)).unwrap_or_default();
        last.values.resize(last.values.len().max(index + 1), 0.0);
        last.values[index] = value;
    }
    all
}

/// All methods on one series, from the same days on.
fn scores_of(series: &Series) -> Vec<[Score; 2]> {
    let calendar = Calendar::default();
    let mut scores = vec![[Score::default(); 2]; METHODS.len()];
    let last = series.values.len().saturating_sub(HORIZONS[1]);
    for known in (KNOWN_DAYS_MIN..=last).step_by(STEP_DAYS) {
        let past = Past { first: series.first, tokens: &series.values[..known], calendar: &calendar };
        for (method, scores) in METHODS.iter().zip(&mut scores) {
            let Some(told) = (method.tell)(past) else { continue };
            for ((days, told), score) in HORIZONS.into_iter().zip(told).zip(scores) {
                score.add(told, series.values[known..known + days].iter().sum());
            }
        }
    }
    scores
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_string(), |share| format!("{:.1} %", share * 100.0))
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let values: Vec<f64> = values.collect();
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Each series counts alike, however many forecasts it has.
fn methods_table(scores: &[&Vec<[Score; 2]>]) {
    println!("| method | sum of | error | against burn rate | range holds | its width | forecasts |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for (number, method) in METHODS.iter().enumerate() {
        for (index, days) in HORIZONS.into_iter().enumerate() {
            let of = || scores.iter().map(|methods| methods[number][index]);
            let ratio =
                mean(scores.iter().map(|m| m[number][index].error_share() / m[1][index].error_share()));
            println!(
                "| {} | {days} days | {} | {:.2} | {} | {} | {:.0} |",
                method.name,
                percent(mean(of().map(|score| score.error_share()))),
                ratio.unwrap_or_default(),
                percent(mean(of().filter_map(|score| score.coverage()))),
                percent(mean(of().filter_map(|score| score.width_share()))),
                of().map(|score| score.forecasts).sum::<f64>(),
            );
        }
    }
}

fn series_table(all: &[Series], scores: &[Vec<[Score; 2]>]) {
    println!("| series | days | error 30 | burn rate | holds | error 90 | burn rate | holds | width |");
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (series, methods) in all.iter().zip(scores) {
        let [ours, burn] = [&methods[0], &methods[1]];
        let part = |index: usize| {
            let [error, other] = [ours[index].error_share(), burn[index].error_share()];
            format!(
                "{} | {} | {}",
                percent(Some(error)),
                percent(Some(other)),
                percent(ours[index].coverage())
            )
        };
        let width = percent(ours[1].width_share());
        println!("| {} | {} | {} | {} | {width} |", series.name, series.values.len(), part(0), part(1));
    }
}
