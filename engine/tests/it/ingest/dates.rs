//! Which days a column of dates is read as.

use super::support::{kinds, read, read_with, render_findings};
use engine::ingest::{Choices, DayOrder, Limits};
use engine::usage::{DAY_MAX, DAY_MIN, Day};

fn table(cells: &[&str]) -> String {
    let row = |cell: &&str| format!("ann@firm.example\tAutoCAD\t{cell}\t7\n");
    let rows: String = cells.iter().map(row).collect();
    format!("Email\tProduct\tDay used\tTokens used\n{rows}")
}

/// Reads a column of dates; days as text, `-` where the row was left out.
fn days(cells: &[&str], days: Option<DayOrder>) -> Vec<String> {
    let choices = Choices { days, ..Choices::default() };
    let read = read_with(table(cells).as_bytes(), choices, Limits::default());
    let mut found = vec!["-".to_string(); cells.len()];
    for row in &read.usable.rows {
        found[row.line as usize - 2] = row.day.to_string();
    }
    found
}

#[track_caller]
fn check(cells: &[&str], expected: &[&str]) {
    assert_eq!(days(cells, None), expected, "{cells:?}");
}

#[test]
fn a_date_by_itself() {
    for text in [
        "2026-03-02",
        " 2026-03-02 ",
        "2026-3-2",
        "2026/03/02",
        "2026.03.02",
        "20260302",
        "2026-03-02T14:05:33Z",
        "2026-03-02T14:05:33.123Z",
        "2026-03-02 00:00:00",
        "2026-03-02 00:00:00.000",
        "2026-03-02T00:00:00+01:00",
        "2026-03-02T14:05:33+0100",
        "2026-03-02 14:05 UTC",
        "2026-03-02 2:05 PM",
        "02.03.2026",
        "2.3.2026",
        "2. 3. 2026",
        "02.03.26",
        "02.03.2026 13:45",
        "2 Mar 2026",
        "02-Mar-26",
        "02-MAR-2026",
        "Mar 2, 2026",
        "March 2, 2026",
        "Mar. 2, 2026",
        "Monday, March 2, 2026",
        "Mon 2 Mar 2026",
        "2nd of March 2026",
        "2026-Mar-02",
        "2. März 2026",
        "2. Mrz. 2026",
        "2 mars 2026",
        "lundi 2 mars 2026",
        "2 de marzo de 2026",
        "46083",
        "46083.0",
        "46083.75",
        "46083,75",
    ] {
        check(&[text], &["2026-03-02"]);
    }
}

#[test]
fn a_time_with_a_zone_is_the_day_of_utc() {
    check(&["2026-03-02T23:30:00-05:00"], &["2026-03-03"]);
    check(&["2026-03-02T00:30:00+01:00"], &["2026-03-01"]);
    check(&["2026-03-02T00:00:00-05:00"], &["2026-03-02"]);
}

#[test]
fn what_is_no_date() {
    for text in [
        "soon",
        "31.02.2026",
        "2026-02-30",
        "2026-13-01",
        "0",
        "7",
        "2026",
        "03/2026",
        "2026-03",
        "1/2/3",
        "2026-03-02 25:00",
        "2026-03-02 noon",
        "2026-03-02-04",
        "-2026-03-02",
        "12345678",
        "123456",
        "2/3-2026",
        "1 Foo 2026",
        "2026-03-02Tea",
        "Mar 2026",
        "2026-03-02T14:05+99:00",
        "#########",
        "March",
    ] {
        check(&[text], &["-"]);
    }
}

#[test]
fn days_lie_within_the_limits() {
    let (before, after) = (DAY_MIN.plus(-1).to_string(), DAY_MAX.plus(1).to_string());
    let (first, last) = (DAY_MIN.to_string(), DAY_MAX.to_string());
    check(&[&before, &first, &last, &after], &["-", &first, &last, "-"]);
    check(&["32873", "32874", "73050", "73051"], &["-", "1990-01-01", "2099-12-31", "-"]);
    assert_eq!(Day::from_ymd(1990, 1, 1), Some(DAY_MIN));
}

#[test]
fn the_column_decides_between_day_and_month() {
    check(&["03/04/2026", "13/04/2026"], &["2026-04-03", "2026-04-13"]);
    check(&["03/04/2026", "04/13/2026"], &["2026-03-04", "2026-04-13"]);
    check(&["3-4-26", "13-4-26"], &["2026-04-03", "2026-04-13"]);
    check(&["3/4/2026 0:00", "4/13/2026 9:30 AM"], &["2026-03-04", "2026-04-13"]);
    check(&["03.04.2026"], &["2026-04-03"]);
    // In range in one order only.
    check(&["01/12/1989", "12/31/1990"], &["-", "1990-12-31"]);
}

#[test]
fn what_no_cell_decides_is_asked_and_left_out() {
    check(&["03/04/2026", "05/06/2026"], &["-", "-"]);
    check(&["03/04/2026", "05/05/2026", "2026-03-15"], &["-", "2026-05-05", "2026-03-15"]);
    let cells = ["03/04/2026", "05/06/2026", "05/05/2026", "07/08/2026", "09/08/2026"];
    let read = read(table(&cells).as_bytes());
    assert_eq!(kinds(&read), ["ambiguous_dates"]);
    assert_eq!((read.left_out, read.tokens_left_out.to_f64()), (4, 28.0));
    expect_test::expect![[r#"
        ambiguous_dates “Day used” «03/04/2026»: The column can be read with the day first or with the month first, and nothing in it decides: “03/04/2026” is 2026-04-03 or 2026-03-04; “05/06/2026” is 2026-06-05 or 2026-05-06; “07/08/2026” is 2026-08-07 or 2026-07-08. → 4 rows with such values were left out."#]]
    .assert_eq(&render_findings(&read).join("\n"));
    let question = read.question.unwrap();
    assert_eq!((question.column.as_str(), question.samples.len()), ("Day used", 3));
    assert_eq!(days(&["03/04/2026"], Some(DayOrder::DayFirst)), ["2026-04-03"]);
    assert_eq!(days(&["03/04/2026"], Some(DayOrder::MonthFirst)), ["2026-03-04"]);
    assert_eq!(days(&["13/04/2026"], Some(DayOrder::MonthFirst)), ["-"]);
}

#[test]
fn an_order_that_nearly_fits_is_asked_for() {
    let mut cells = vec!["03/04/2026"; 5];
    cells.extend(["13/04/2026"; 4]);
    cells.push("04/13/2026");
    let read = days(&cells, None);
    assert_eq!([&read[0], &read[5], &read[9]], ["-", "2026-04-13", "2026-04-13"]);
    expect_test::expect!["ambiguous_dates “Day used” «03/04/2026»: The column contradicts itself: “13/04/2026” speaks for the day first, “04/13/2026” for the month first. What can be read in both ways cannot be told: “03/04/2026” is 2026-04-03 or 2026-03-04. → 5 rows with such values were left out."].assert_eq(&render_findings(&super::support::read(table(&cells).as_bytes())).join("\n"));
    // The answer is for those that both orders fit.
    let read = days(&cells, Some(DayOrder::MonthFirst));
    assert_eq!([&read[0], &read[5], &read[9]], ["2026-03-04", "2026-04-13", "2026-04-13"]);
    check(&["13/04/2026", "04/13/2026", "2026-04-13"], &["2026-04-13", "2026-04-13", "2026-04-13"]);
}

#[test]
fn dots_stand_behind_the_day_unless_the_column_says_otherwise() {
    check(&["03.04.2026", "13.04.2026"], &["2026-04-03", "2026-04-13"]);
    check(&["03.04.2026", "03.13.2026"], &["2026-03-04", "2026-03-13"]);
    check(&["03.04.2026", "3/13/2026"], &["-", "2026-03-13"]);
    check(&["03.04.2026", "13/3/2026"], &["2026-04-03", "2026-03-13"]);
}

#[test]
fn a_year_of_two_digits_may_stand_in_front() {
    check(&["26-03-02", "26-03-13"], &["2026-03-02", "2026-03-13"]);
    check(&["26/03/24", "26/03/25"], &["-", "-"]);
    check(&["13/03/26", "26/03/26"], &["2026-03-13", "2026-03-26"]);
    check(&["30/12/25", "31/12/25", "02/01/26"], &["2025-12-30", "2025-12-31", "2026-01-02"]);
}

#[test]
fn a_day_years_beyond_all_others_is_left_out() {
    check(&["2026-03-02", "2026-03-03", "2028-03-03"], &["2026-03-02", "2026-03-03", "2028-03-03"]);
    check(&["2026-03-02", "2026-03-03", "2028-03-04"], &["2026-03-02", "2026-03-03", "-"]);
    let mut cells = vec!["2026-03-02"; 7];
    cells.extend(["2062-03-02"; 6]);
    assert_eq!(days(&cells, None)[12], "2062-03-02");
}

#[test]
fn unreadable_dates_do_not_disturb_the_others() {
    check(&["13/04/2026", "n/a", "", "03/04/2026"], &["2026-04-13", "-", "-", "2026-04-03"]);
}
