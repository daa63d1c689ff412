//! What is said about rows that are not used, and about the lines between them.

use super::support::{kinds, read, render_findings};
use engine::ingest::FileReader;
use engine::usage::{FINDING_TEXT_CHARS_MAX, FINDINGS_KEPT_MAX};
use expect_test::{Expect, expect};

/// Rows below a header of four columns.
#[track_caller]
fn check(rows: &str, left_out: u64, expected: Expect) {
    let read = read(format!("Email,Product,Day used,Tokens used\n{rows}\n").as_bytes());
    expected.assert_eq(&render_findings(&read).join("\n"));
    assert_eq!(read.left_out, left_out);
}

const GOOD: &str = "ann@firm.example,Revit,2026-03-02,10";

#[test]
fn one_fact_a_row() {
    check(
        "ann@firm.example,Revit,31.02.2026,10",
        1,
        expect![
            "unreadable_day line 2 “Day used” «31.02.2026»: “31.02.2026” is not a day; expected one such as 2026-07-31. → The row was left out."
        ],
    );
    check(
        "ann@firm.example,Revit,2026-03-02,ten",
        1,
        expect![
            "unreadable_tokens line 2 “Tokens used” «ten»: “ten” is not a number of tokens; expected one such as 7 or 0.5. → The row was left out."
        ],
    );
    check(
        "ann@firm.example,Revit,2026-03-02,10000001",
        1,
        expect![
            "tokens_beyond_limit line 2 “Tokens used” «10000001»: “10000001” is more than one row can stand for; expected at most 10000000 tokens. → The row was left out."
        ],
    );
    check(
        "ann@firm.example,Revit,,10",
        1,
        expect![
            "missing_day line 2 “Day used” «»: The row has no day; expected one such as 2026-07-31. → The row was left out."
        ],
    );
    check(
        "ann@firm.example, ,2026-03-02,10",
        1,
        expect!["missing_product line 2 “Product” «»: The row names no product. → The row was left out."],
    );
    check(
        "*****,Revit,2026-03-02,10",
        1,
        expect![
            "missing_person line 2 “Email” «»: The row names no person: its e-mail and its ids are empty, masked or mere placeholders. → The row was left out."
        ],
    );
    check(
        "ann@firm.example,Revit",
        1,
        expect![
            "too_few_fields line 2 “Day used” «»: The row has 2 of 4 fields and ends before “Day used”. → The row was left out."
        ],
    );
    check(
        "ann@firm.example,Revit,2026-03-02,7,5",
        1,
        expect![
            "too_many_fields line 2 “” «»: The row has 5 fields, the header 4: which cell belongs to which column is not certain. Perhaps a decimal comma or a name with a comma is not in quotation marks. → The row was left out."
        ],
    );
}

#[test]
fn findings_stand_in_the_order_of_the_file() {
    let rows = "ann@firm.example,Revit,2026-03-02,ten\nann@firm.example,Revit,soon,10\n,Revit,2026-03-02,1";
    let read = read(format!("Email,Product,Day used,Tokens used\n{rows}\n").as_bytes());
    let lines: Vec<Option<u32>> = read.findings.kept().iter().map(|finding| finding.line).collect();
    assert_eq!(lines, [Some(2), Some(3), Some(4)]);
    assert_eq!(read.tokens_left_out.to_f64(), 11.0);
}

#[test]
fn a_stray_quote_costs_its_line_only() {
    let swallowing = "ann@firm.example,\"Revit,2026-03-02,10";
    let one = || {
        expect![[
            r#"stray_quote line 3 “” «»: A quotation mark (") on this line opens a cell and is not closed in it. → The row was left out."#
        ]]
    };
    // To the end of the file.
    check(&format!("{GOOD}\n{swallowing}\n{GOOD}\n{GOOD}"), 1, one());
    check(&format!("{GOOD}\n{swallowing}"), 1, one());
    // Over many lines to the next.
    let many = format!("{GOOD}\n").repeat(100);
    check(&format!("{GOOD}\n{swallowing}\n{many}bob@firm.example,Revit \"2026\",2026-03-02,10"), 1, one());
    // To another stray one nearby, in the same column.
    check(&format!("{GOOD}\n{swallowing}\nann@firm.example,Revit\",2026-03-02,10\n{GOOD}"), 1, one());
    check(&format!("{GOOD}\n{swallowing}\n{GOOD}\nann@firm.example,Revit\",2026-03-02,10\n{GOOD}"), 1, one());
    // In the other columns of the next line.
    check(
        &format!("{GOOD}\n{swallowing}\nann@firm.example,Revit,2026-03-02\",10\n{GOOD}"),
        2,
        expect![[r#"
        stray_quote line 3 “” «»: A quotation mark (") on this line opens a cell and is not closed in it. → The row was left out.
        unreadable_day line 4 “Day used” «2026-03-02"»: “2026-03-02"” is not a day; expected one such as 2026-07-31. → The row was left out."#]],
    );
}

#[test]
fn quotes_inside_a_cell_are_text() {
    check(
        "ann@firm.example,19\" rack,2026-03-02,10\nann@firm.example,\"Revit \"\"x\"\"\",2026-03-02,10",
        0,
        expect![""],
    );
}

#[test]
fn a_totals_line_is_no_row_and_is_compared() {
    let rows = format!("{GOOD}\n{GOOD}");
    check(&format!("{rows}\nTotal,,,20"), 0, expect![""]);
    check(&format!("{rows}\n,,Grand total:,20.0"), 0, expect![""]);
    check(&format!("Summe;;;20\n{rows}").replace(';', ","), 0, expect![""]);
    check(&format!("{rows}\nTotal,20"), 0, expect![""]);
    check(&format!("{rows}\nSubtotal,,,20\n{GOOD}\nSubtotal,,,10\nTotal,,,30"), 0, expect![""]);
    check(
        &format!("{rows}\nTotal,,,\"2,841\""),
        0,
        expect![
            "total_differs line 4 “Tokens used” «2,841»: The totals line says 2841 tokens; the rows add up to 20. → The rows count; the totals line was only compared."
        ],
    );
    // With a person and a day it is a row of a product of that name.
    check("ann@firm.example,Total,2026-03-02,10", 0, expect![""]);
}

#[test]
fn a_header_without_rows() {
    check(
        "",
        0,
        expect![
            "no_rows “” «»: There is a header but no row below it. Choose a range of days with use and export again. → The file adds nothing."
        ],
    );
    check(
        "Total,,,0",
        0,
        expect![
            "no_rows “” «»: There is a header but no row below it. Choose a range of days with use and export again. → The file adds nothing."
        ],
    );
}

#[test]
fn texts_are_shortened_and_kinds_counted() {
    let long = "x".repeat(FINDING_TEXT_CHARS_MAX + 1);
    let row = format!("ann@firm.example,Revit,\"{long}\",10\n");
    let file = format!("Email,Product,Day used,Tokens used\n{}", row.repeat(FINDINGS_KEPT_MAX + 5));
    let read = read(file.as_bytes());
    assert_eq!(read.findings.kept().len(), FINDINGS_KEPT_MAX);
    assert_eq!(read.findings.counts(), [("unreadable_day", FINDINGS_KEPT_MAX as u64 + 5)]);
    assert_eq!(read.findings.kept()[0].text.chars().count(), FINDING_TEXT_CHARS_MAX);
}

#[test]
fn a_file_that_was_never_pushed_is_empty() {
    assert_eq!(kinds(&FileReader::new("x").finish()), ["empty_file"]);
}
