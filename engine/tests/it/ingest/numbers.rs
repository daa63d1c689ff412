//! Which numbers a column of tokens is read as.

use super::support::{kinds, read, read_with, render_findings};
use engine::ingest::{Choices, DecimalMark, Limits};

fn table(cells: &[&str]) -> String {
    let row = |cell: &&str| format!("ann@firm.example\tAutoCAD\t2026-03-02\t{cell}\n");
    let rows: String = cells.iter().map(row).collect();
    format!("Email\tProduct\tDay used\tTokens used\n{rows}")
}

/// Reads a column of tokens; `-` where the row was left out.
fn tokens(cells: &[&str], numbers: Option<DecimalMark>) -> Vec<String> {
    let choices = Choices { numbers, ..Choices::default() };
    let read = read_with(table(cells).as_bytes(), choices, Limits::default());
    let mut found = vec!["-".to_string(); cells.len()];
    for row in &read.usable.rows {
        found[row.line as usize - 2] = row.tokens.to_f64().to_string();
    }
    found
}

#[track_caller]
fn check(cells: &[&str], expected: &[&str]) {
    assert_eq!(tokens(cells, None), expected, "{cells:?}");
}

#[test]
fn a_number_by_itself() {
    for (text, expected) in [
        ("7", "7"),
        ("", "0"),
        ("  ", "0"),
        ("0", "0"),
        ("007", "7"),
        ("7.0", "7"),
        ("7,0", "7"),
        ("45.0", "45"),
        ("0.25", "0.25"),
        (".5", "0.5"),
        ("7.", "7"),
        ("0.500", "0.5"),
        ("0,500", "0.5"),
        ("1.2345", "1.2345"),
        ("0.0000005", "0.000001"),
        ("0.00000049", "0"),
        ("1 500", "1500"),
        ("1\u{a0}500", "1500"),
        ("1\u{202f}500,5", "1500.5"),
        ("1'500.25", "1500.25"),
        ("1’500", "1500"),
        ("1.500,25", "1500.25"),
        ("1,500.25", "1500.25"),
        ("1.500.000", "1500000"),
        ("1500.000", "1500"),
        ("+7", "7"),
        ("-7", "-7"),
        ("−7", "-7"),
        ("7-", "-7"),
        ("(7)", "-7"),
        ("(1.500,5)", "-1500.5"),
    ] {
        check(&[text], &[expected]);
    }
}

#[test]
fn what_is_no_number() {
    for text in [
        "seven",
        "1.2.3",
        "1,2,3",
        "1.50.000",
        "--7",
        "(7",
        "7)",
        ".",
        "1 50",
        "1 500'000",
        "0.500.000",
        "N/A",
        "NaN",
        "0x7",
        "٧",
    ] {
        check(&[text], &["-"]);
    }
}

#[test]
fn as_spreadsheets_write_them() {
    check(&["1.5E+01", "2e1", "'7", "=\"7\"", "-"], &["15", "20", "7", "7", "0"]);
    check(&["1,5E+01", "5E-01", "0,5"], &["15", "0.5", "0.5"]);
    check(&["7 tokens", "$7.00", "7 €", "USD -7", "($7.50)", "7 Tok."], &["7", "7", "7", "-7", "-7.5", "7"]);
    check(&["7 days", "e7", "7e", "1.5e99", "$"], &["-", "-", "-", "-", "-"]);
}

#[test]
fn the_column_decides_the_decimal_mark() {
    check(&["1.500", "0,5"], &["1500", "0.5"]);
    check(&["1.500", "7.5"], &["1.5", "7.5"]);
    check(&["1,500", "7.5"], &["1500", "7.5"]);
    check(&["1,500", "7,5"], &["1.5", "7.5"]);
    check(&["1.500", "45.0"], &["1.5", "45"]);
}

#[test]
fn what_no_cell_decides_is_asked_and_left_out() {
    check(&["1.500", "7", "2.000"], &["-", "7", "-"]);
    check(&["1,500", "7", "1 500"], &["-", "7", "1500"]);
    let read = read(table(&["1.500", "7"]).as_bytes());
    assert_eq!(kinds(&read), ["ambiguous_numbers"]);
    expect_test::expect![[r#"
        ambiguous_numbers “Tokens used” «1.500»: The column can be read with a decimal point or with a decimal comma, and nothing in it decides: “1.500” is 1.5 or 1500. → 1 row with such values was left out."#]]
    .assert_eq(&render_findings(&read).join("\n"));
    assert_eq!(read.question.unwrap().column, "Tokens used");
    assert_eq!(tokens(&["1.500"], Some(DecimalMark::Point)), ["1.5"]);
    assert_eq!(tokens(&["1.500"], Some(DecimalMark::Comma)), ["1500"]);
    assert_eq!(tokens(&["7.5"], Some(DecimalMark::Comma)), ["-"]);
}

#[test]
fn a_row_states_at_most_ten_million() {
    check(&["10000000", "-10000000"], &["10000000", "-10000000"]);
    check(&["10000000.000001", "-10000001", "99999999999999999999"], &["-", "-", "-"]);
    let read = read(table(&["10000001"]).as_bytes());
    assert_eq!(kinds(&read), ["tokens_beyond_limit"]);
    assert_eq!(read.tokens_left_out.to_f64(), 10_000_001.0);
}
