//! What the first screen, the Forecast place and the exports say is what the forecast found.
#![allow(clippy::disallowed_types, reason = "a measurement among the ignored tests")]

use super::{office, pack, sheet};
use crate::sheet::day;
use engine::desk::{
    Answer, Ask, Desk, ExportKind, ForecastAsk, ForecastMethod, ForecastView, PoolView, Value, Verdict,
};
use engine::{example, plan};
use std::time::{Duration, Instant};

const TERM: &str = r#""term_start": "2026-01-01", "term_end": "2026-12-31""#;
const BUSY: &str = r#""busy": [{"name": "Tender", "from": "2026-08-03", "to": "2026-08-28", "percent": 50}]"#;

fn desk(rows: &str, fields: &str) -> Desk {
    let mut csv = "day_used,email,offering_name,tokens_used\n".to_string();
    for row in rows.lines() {
        let [day, who, product, tokens] = row.split(' ').collect::<Vec<_>>()[..] else { panic!("{row}") };
        csv += &format!("{day},{who}@brickline.example,{product},{tokens}\n");
    }
    let mut desk = Desk::new();
    desk.answer(Ask::Open { name: "sheet.csv".into() });
    desk.answer(Ask::Slice(csv.into_bytes()));
    desk.answer(Ask::Close);
    let text = format!(r#"{{"schema": "flexgauge.plan/1", "currency": "USD", {fields}}}"#);
    assert_eq!(desk.answer(Ask::Plan { revision: 1, text }), Answer::Planned { revision: 1 });
    desk
}

fn first_pool(desk: &mut Desk) -> PoolView {
    let Answer::Overview(view) = desk.answer(Ask::Overview) else { panic!("overview") };
    view.answers.expect("use").pools.remove(0)
}

fn place(desk: &mut Desk) -> ForecastView {
    let Answer::Forecast(view) = desk.answer(Ask::Forecast(ForecastAsk::default())) else {
        panic!("forecast")
    };
    *view
}

fn document(desk: &mut Desk, kind: ExportKind) -> String {
    let Answer::Document(document) = desk.answer(Ask::Export(kind)) else { panic!("document") };
    String::from_utf8(document.bytes).expect("UTF-8")
}

fn half_a_year() -> String {
    sheet("2026-01-05", office("2026-01-05", 182, 20.0, 0.2, 7))
}

#[test]
fn every_place_tells_the_same_run_out() {
    let mut desk = desk(&half_a_year(), &format!("{}, {TERM}", pack(4_000)));
    let (pool, place) = (first_pool(&mut desk), place(&mut desk));
    let results: serde_json::Value =
        serde_json::from_str(&document(&mut desk, ExportKind::Results)).expect("JSON");
    let told = &results["pools"][0];
    let Some(Value::Day(middle)) = pool.run_out.value else { panic!("{pool:?}") };
    assert_eq!((pool.verdict, pool.method), (Verdict::UsedUp, ForecastMethod::Forecast));
    assert_eq!(pool.range.p50, Some(middle));
    assert!(pool.range.p10.is_some_and(|early| early < middle));
    assert!(pool.range.p90.is_some_and(|late| late > middle));
    assert_eq!(place.shown.now.run_out, pool.range);
    assert_eq!(place.pools[0].run_out, pool.range);
    for (name, day) in [("p10", pool.range.p10), ("p50", pool.range.p50), ("p90", pool.range.p90)] {
        assert_eq!(told["runout"][name], day.expect("a day").to_string(), "{name}");
    }
    assert_eq!(told["runout"]["probability_before_term_end"].as_f64(), pool.range.before_term_end);
    let tried = pool.tried.expect("past forecasts");
    let proof = place.shown.backtest.expect("past forecasts");
    assert_eq!((tried.forecasts, tried.days, tried.held), (proof.forecasts, proof.days, proof.held));
    assert_eq!(proof.dots.len() as u64, proof.forecasts);
    assert_eq!(told["backtest"]["forecasts"], tried.forecasts);
    assert_eq!(pool.order_by, pool.range.p10.map(|early| early.plus(-60)));
    assert_eq!((place.shown.then, place.shown.difference), (None, None));
}

#[test]
fn the_line_ends_on_the_day_that_the_words_name() {
    let mut desk = desk(&half_a_year(), &format!("{}, {TERM}", pack(4_000)));
    let pool = first_pool(&mut desk);
    let (chart, out) = (pool.chart.expect("a chart"), pool.range.p50.expect("a day"));
    assert_eq!(chart.line_from.plus(chart.line.len() as i32 - 1), out);
    assert!(chart.line.windows(2).all(|days| days[0] >= days[1]));
    assert!(chart.line.last().expect("a day").to_f64() < 20.0);
    assert_eq!(chart.to, day("2026-12-31"));
    assert!(chart.fan.iter().all(|day| day.windows(2).all(|parts| parts[0] <= parts[1])));
}

#[test]
fn without_a_balance_there_is_neither_a_date_nor_a_claim_about_it() {
    let mut desk = desk(&half_a_year(), r#""seed": 1"#);
    let pool = first_pool(&mut desk);
    assert_eq!((pool.verdict, pool.method), (Verdict::NoBalance, ForecastMethod::BurnRate));
    assert_eq!((pool.run_out.value, pool.range.p10, pool.chart), (None, None, None));
    assert!(place(&mut desk).shown.now.fan.is_empty());
}

#[test]
fn a_busy_period_moves_then_and_leaves_now() {
    let mut quiet = desk(&half_a_year(), &format!("{}, {TERM}", pack(4_600)));
    let mut busy = desk(&half_a_year(), &format!("{}, {TERM}, {BUSY}", pack(4_600)));
    let (quiet, busy) = (place(&mut quiet).shown, place(&mut busy).shown);
    assert_eq!(quiet.now, busy.now);
    let (then, difference) = (busy.then.expect("then"), busy.difference.expect("a difference"));
    let (now, then) = (busy.now.run_out.p50.expect("a day"), then.run_out.p50.expect("a day"));
    assert!(then < now);
    assert_eq!(difference.days, Some(i64::from(now.days_until(then))));
    assert_eq!(busy.busy.len(), 1);
}

#[test]
fn the_months_are_saved_as_they_are_shown() {
    let mut desk = desk(&half_a_year(), &format!("{}, {TERM}", pack(4_000)));
    let (csv, shown) = (document(&mut desk, ExportKind::Months), place(&mut desk).shown);
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), shown.now.months.len());
    for (row, month) in rows.iter().zip(&shown.now.months) {
        assert_eq!(row[1].ends_with(" (forecast)"), month.forecast);
        assert!(row[1].starts_with(&month.month.to_string()));
        assert_eq!(row[2], format!("{:.2}", month.tokens.to_f64()));
        assert_eq!(row[4], format!("{:.1}", month.percent.expect("a term")));
    }
}

/// Time this thread has run, where the system tells it (Linux), so that its neighbours do not count.
fn time_run(since: Instant) -> Duration {
    let on_cpu = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = on_cpu.split(' ').next().and_then(|number| number.parse().ok());
    nanoseconds.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

#[test]
#[ignore = "a measurement, for release builds"]
fn the_example_is_forecast_in_no_time() {
    let mut desk = Desk::new();
    desk.answer(Ask::Example);
    let since = Instant::now();
    let mut ask = |seed: u64| {
        let plan = plan::Plan { seed: Some(seed), ..example::plan() };
        desk.answer(Ask::Plan { revision: seed, text: plan::to_json(&plan) });
        let start = time_run(since);
        desk.answer(Ask::Overview);
        time_run(since) - start
    };
    ask(1);
    let mut took: Vec<Duration> = (2..22).map(&mut ask).collect();
    took.sort_unstable();
    println!("the example's overview, drawn anew: {:?}, at most {:?}", took[0], took[19]);
    assert!(took[0] < Duration::from_millis(60), "{took:?}");
    // A new price draws nothing anew.
    let kept = (0..10).map(|_| ask(22)).min().expect("a few");
    println!("the same futures kept: {kept:?}");
}
