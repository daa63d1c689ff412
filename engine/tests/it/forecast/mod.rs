//! The run-out forecast: known cases, laws, coverage where the truth is known.

mod busy;
mod change;
mod coverage;
mod known;
mod laws;
mod months;
mod queue;
mod rough;
mod term;
mod thin;
mod views;

use crate::sheet::{day, log, plan};
use engine::analysis::Report;
use engine::analysis::forecast::{PoolForecast, RunOutRange};
use engine::plan::Plan;

/// A sheet of one person's use: tokens by day from a first day on.
pub fn sheet(first: &str, tokens: impl IntoIterator<Item = f64>) -> String {
    let first = day(first);
    let row = |(index, tokens): (usize, f64)| format!("{} ada AutoCAD {tokens}\n", first.plus(index as i32));
    tokens.into_iter().enumerate().filter(|(_, tokens)| *tokens != 0.0).map(row).collect()
}

/// A report whose last complete day is given.
pub fn report_as_of(sheet: &str, fields: &str, as_of: &str) -> Report {
    Report::of(&log(&[sheet]), &plan(fields), Some(day(as_of))).expect("the sheet has use")
}

/// The only pool's forecast.
pub fn forecast(report: &Report) -> &PoolForecast {
    assert_eq!(report.forecasts.len(), 1);
    &report.forecasts[0]
}

/// The only pool's run-out.
pub fn run_out(report: &Report) -> RunOutRange {
    *forecast(report).run_out_now().expect("a run-out")
}

/// A small generator for test data, apart from the engine's.
pub struct Noise(pub u64);

impl Noise {
    /// From 0 to 1.
    pub fn unit(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Mean 0, deviation 1, nearly normal.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }
}

/// Working days with a noisy level, whole tokens; weekends empty.
pub fn office(first: &str, days: i32, level: f64, noise: f64, seed: u64) -> Vec<f64> {
    let (first, mut dice) = (day(first), Noise(seed * 2_654_435_761 + 88_172_645_463_325_252));
    let one = |index: i32| {
        let weekday = first.plus(index).weekday();
        let value = level * (1.0 + noise * dice.normal());
        if weekday < 5 { value.max(0.0).round() } else { 0.0 }
    };
    (0..days).map(one).collect()
}

/// One pack over two years.
pub fn pack(tokens: u32) -> String {
    format!(r#""packs": [{{"tokens": {tokens}, "start": "2026-01-01", "end": "2027-12-31"}}]"#)
}

/// A plan changed in one place.
pub fn with(fields: &str, change: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan = plan(fields);
    change(&mut plan);
    plan
}
