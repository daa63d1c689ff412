//! Sheets of months on the page: what they tell, roughly, and what they do not.

use crate::support::{day, element, html, state_of, text};
use engine::plan::from_json;
use engine::usage::Day;

const SHEET: &str = "Month,Running total\n2026-01,500\n2026-04,1800\n2026-07,3200\n";

/// The panel of the article's sheet.
fn panel(sheet: &str, today: Day) -> String {
    let plan = r#"{"schema": "flexgauge.plan/1", "term_start": "2026-01-01", "term_end": "2026-12-31",
        "packs": [{"tokens": 5000, "start": "2026-01-01", "end": "2026-12-31"}]}"#;
    let mut state = state_of(&[("sheet.csv", sheet.to_string())], from_json(plan).expect("a plan"));
    state.today = Some(today);
    element(&html(state), "sums")
}

#[test]
fn a_sheet_with_gaps_marks_what_is_worked_out_and_rounds_it() {
    let panel = panel(SHEET, day(2026, 8, 20));
    let text = text(&panel);
    assert!(!text.contains("408.988764"), "{text}");
    for told in
        ["409", "457", "500", "1,800 left", "out around 27 Nov 2026, between 15 Nov 2026 and 10 Dec 2026"]
    {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert_eq!(panel.matches("Not in the sheet: worked out").count(), 4, "{text}");
    for told in ["no busy autumn", "why this day?", "can only tell a rough run-out"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(panel.contains("wide-table"));
    assert!(!text.contains("days old") && !text.contains("passed already"), "{text}");
}

#[test]
fn a_sheet_without_gaps_is_shown_as_it_is() {
    let sheet = "Month,Tokens\n2026-01,500\n2026-02,400.5\n2026-03,420\n2026-04,480\n";
    let text = text(&panel(sheet, day(2026, 5, 10)));
    assert!(text.contains("400.5") && !text.contains("spread"), "{text}");
}

#[test]
fn an_old_sheet_says_so_and_a_day_that_has_passed_too() {
    let told = |today| text(&panel(SHEET, today));
    // 45 days after 31 July, and a day more.
    assert!(!told(day(2026, 9, 14)).contains("days old"));
    assert!(told(day(2026, 9, 15)).contains("Your data is 46 days old: it ends on 31 Jul 2026."));
    assert!(!told(day(2026, 11, 27)).contains("passed already"));
    assert!(told(day(2026, 11, 28)).contains("That day has passed already."));
}
