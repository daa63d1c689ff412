//! Habits: each on constructed logs with known answers, and the laws that hold for all of them.

mod calculators;
mod desk;
mod drafts;
mod exact;
mod inferred;
mod laws;
mod recognition;
mod simulator;
mod year;

use engine::analysis::{Habit, HabitCost, Report};
use engine::desk::{Answer, Ask, Desk};
use engine::ingest::FileReader;
use engine::plan::Plan;
use engine::usage::Log;

/// What a habit comes to in the days covered: person-days, charges, tokens; nothing where it cannot be
/// told.
pub fn cost(report: &Report, habit: Habit) -> Option<&HabitCost> {
    report.habits.iter().find(|cost| cost.habit == habit)
}

/// All habits that anyone has, by name: `weekend 2 days 14 inferred`.
pub fn found(report: &Report) -> Vec<String> {
    let mut found: Vec<String> = report
        .habits
        .iter()
        .filter(|cost| cost.days > 0)
        .map(|cost| {
            let (name, evidence) = (cost.habit.name(), cost.evidence.name());
            format!("{name} {} days {} {evidence}", cost.days, cost.tokens.to_f64())
        })
        .collect();
    found.sort();
    found
}

/// The mapping of a licence manager's log with idle minutes, as a plan remembers it.
pub const MAPPING: &str = r#""mappings": [{"header": ["User", "Product", "Version", "Start", "End", "Idle"],
    "fields": {"person": "User", "product": "Product", "version": "Version", "start": "Start",
    "end": "End", "idle_minutes": "Idle"}, "rule": "flex"}]"#;

/// Sessions written `day hh:mm day hh:mm person product [version] [idle minutes]`, `-` for none, as a
/// mapped log.
pub fn sessions_csv(sheet: &str) -> String {
    let mut csv = String::from("User,Product,Version,Start,End,Idle\n");
    for line in sheet.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let cell = |i: usize| cells.get(i).copied().filter(|cell| *cell != "-").unwrap_or_default();
        let (start, end) = (format!("{} {}", cell(0), cell(1)), format!("{} {}", cell(2), cell(3)));
        let date = |text: String| if text.starts_with("20") { text } else { format!("2026-{text}") };
        let who = format!("{}@firm.example", cell(4));
        csv += &format!("{who},{},{},{},{},{}\n", cell(5), cell(6), date(start), date(end), cell(7));
    }
    csv
}

/// A desk with some files under a plan.
pub fn desk(fields: &str, files: &[(&str, &str)]) -> Desk {
    let mut desk = Desk::new();
    let comma = if fields.is_empty() { "" } else { ", " };
    let text = format!(r#"{{"schema": "flexgauge.plan/1"{comma}{fields}}}"#);
    assert_eq!(desk.answer(Ask::Plan { revision: 1, text }), Answer::Planned { revision: 1 });
    for (name, text) in files {
        desk.answer(Ask::Open { name: (*name).to_string() });
        desk.slice(text.as_bytes());
        assert!(matches!(desk.answer(Ask::Close), Answer::Closed { .. }), "{name}");
    }
    desk
}

/// A settled log of sessions and daily sheets, with its charges worked out.
pub fn log_of(plan: &Plan, sessions: &str, daily: &str) -> Log {
    let mut log = Log::default();
    if !sessions.is_empty() {
        let mut reader = FileReader::new("sessions.csv").with_mappings(plan.mappings.clone());
        reader.push(sessions_csv(sessions).as_bytes());
        log.add(reader.finish().into());
    }
    if !daily.is_empty() {
        log.add(crate::sheet::file("daily.csv", daily));
    }
    log.settle();
    engine::analysis::work_out_charges(&mut log, plan);
    log
}

/// Everything worked out for sessions under a plan.
pub fn report_of(fields: &str, sessions: &str, daily: &str) -> Report {
    let comma = if fields.is_empty() { "" } else { ", " };
    let plan = crate::sheet::plan(&format!("{MAPPING}{comma}{fields}"));
    Report::of(&log_of(&plan, sessions, daily), &plan, None).expect("there is use")
}
