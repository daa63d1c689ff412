//! Every limit, at its edge.

use super::support::{kinds, read, read_with, render};
use engine::ingest::{CELL_BYTES_MAX, COLUMNS_MAX, Choices, FileRead, Limits, QUOTED_LINE_BREAKS_MAX};

const HEADER: &str = "Email,Product,Day used,Tokens used,Comment\n";
const ROW: &str = "ann@firm.example,Revit,2026-03-02,10,\n";

fn with_comment(comment: &str) -> String {
    format!("{HEADER}{ROW}ann@firm.example,Revit,2026-03-02,10,{comment}\n{ROW}")
}

fn read_limited(file: &str, limits: Limits) -> FileRead {
    read_with(file.as_bytes(), Choices::default(), limits)
}

#[track_caller]
fn check(read: &FileRead, rows: u64, left_out: u64, expected: &[&str]) {
    assert_eq!((read.rows, read.left_out), (rows, left_out), "{}", render(read));
    assert_eq!(kinds(read), expected);
}

#[test]
fn bytes_of_a_cell() {
    check(&read(with_comment(&"x".repeat(CELL_BYTES_MAX)).as_bytes()), 3, 0, &[]);
    check(&read(with_comment(&"x".repeat(CELL_BYTES_MAX + 1)).as_bytes()), 3, 1, &["cell_too_large"]);
}

#[test]
fn bytes_of_a_line() {
    let many_cells = ",".repeat(2_000) + &("x".repeat(5_000) + ",").repeat(2_000);
    assert!(many_cells.len() > 10_000_000);
    check(&read(with_comment(&many_cells).as_bytes()), 3, 1, &["too_many_fields"]);
    let limits = Limits { line_bytes_max: 1_000, ..Limits::default() };
    let room = 1_000 - ROW.len();
    check(&read_limited(&with_comment(&"x".repeat(room)), limits), 3, 0, &[]);
    check(&read_limited(&with_comment(&"x".repeat(room + 2)), limits), 3, 1, &["line_too_long"]);
    check(
        &read_limited(&with_comment(&format!("\"{}\"", "x".repeat(room))), limits),
        3,
        1,
        &["line_too_long"],
    );
    check(&read_limited(with_comment(&"x".repeat(90_000)).trim_end(), limits), 3, 1, &["line_too_long"]);
}

#[test]
fn columns() {
    let with_columns = |columns: usize| {
        let header = HEADER.trim_end().to_string() + &",x".repeat(columns - 5);
        let row = ROW.trim_end().to_string() + &",1".repeat(columns - 5);
        format!("{header}\n{row}\n{row}")
    };
    check(&read(with_columns(2_000).as_bytes()), 2, 0, &[]);
    check(&read(with_columns(COLUMNS_MAX).as_bytes()), 2, 0, &[]);
    check(&read(with_columns(COLUMNS_MAX + 1).as_bytes()), 0, 0, &["too_many_columns"]);
    let wide_row =
        format!("{HEADER}{ROW}{}\n{ROW}", ROW.trim_end().to_string() + &",".repeat(COLUMNS_MAX - 5));
    check(&read(wide_row.as_bytes()), 3, 0, &[]);
    let wider_row =
        format!("{HEADER}{ROW}{}\n{ROW}", ROW.trim_end().to_string() + &",".repeat(COLUMNS_MAX - 4));
    check(&read(wider_row.as_bytes()), 3, 1, &["too_many_fields"]);
}

#[test]
fn line_breaks_in_a_quoted_cell() {
    let breaks = "x\n".repeat(QUOTED_LINE_BREAKS_MAX as usize);
    check(&read(with_comment(&format!("\"{breaks}\"")).as_bytes()), 3, 0, &[]);
    let read = read(with_comment(&format!("\"{breaks}\n\"")).as_bytes());
    assert_eq!(kinds(&read)[0], "stray_quote");
    // The last two lines of what was no cell after all: its end, and the row below.
    assert!(read.usable.rows.len() >= 2, "{}", render(&read));
}

#[test]
fn rows() {
    let limits = Limits { rows_max: 3, ..Limits::default() };
    check(&read_limited(&format!("{HEADER}{}", ROW.repeat(3)), limits), 3, 0, &[]);
    check(&read_limited(&format!("{HEADER}{}", ROW.repeat(5)), limits), 5, 2, &["too_many_rows"]);
}

#[test]
fn bytes_of_a_file() {
    let file = format!("{HEADER}{}", ROW.repeat(3));
    let limits = |bytes: usize| Limits { file_bytes_max: bytes as u64, ..Limits::default() };
    check(&read_limited(&file, limits(file.len())), 3, 0, &[]);
    check(&read_limited(&file, limits(file.len() - 1)), 2, 0, &["file_too_large"]);
    check(&read_limited(&file, limits(file.len() - ROW.len() - 5)), 1, 0, &["file_too_large"]);
}

#[test]
fn bytes_of_distinct_texts() {
    let rows: String = (0..10).map(|i| format!("ann{i}@firm.example,Revit,2026-03-02,10,\n")).collect();
    let limits = |bytes: u64| Limits { distinct_bytes_max: bytes, ..Limits::default() };
    check(&read_limited(&format!("{HEADER}{rows}"), limits(1_000)), 10, 0, &[]);
    let read = read_limited(&format!("{HEADER}{rows}"), limits(100));
    assert!(read.left_out > 0 && read.left_out < 10);
    assert_eq!(kinds(&read)[0], "too_much_text");
}
