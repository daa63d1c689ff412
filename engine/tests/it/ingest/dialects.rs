//! How a table is written: delimiters, quotes, line ends, encodings, and what stands around it.

use super::support::{read, render, render_rows};
use engine::ingest::{FileReader, HEADER_RECORDS_MAX};

const ROW_1: &str = "2: 2026-03-02 ann@firm.example||| [Köln] Revit  10";
const ROW_2: &str = "3: 2026-03-03 bob@firm.example||| [] AutoCAD LT, 2026  7";
const CSV: &str = "Day used,Email,Team,Product,Tokens used\n2026-03-02,ann@firm.example,Köln,Revit,10\n\
                   2026-03-03,bob@firm.example,,\"AutoCAD LT, 2026\",7\n";

#[track_caller]
fn check(bytes: &[u8]) {
    let read = read(bytes);
    assert_eq!(render_rows(&read), [ROW_1, ROW_2], "{}", render(&read));
    assert!(read.findings.kept().is_empty(), "{}", render(&read));
}

/// Rows as in [`check`], with the lines they stand on.
#[track_caller]
fn check_lines(text: &str, lines: [u32; 2]) {
    let read = read(text.as_bytes());
    let found: Vec<u32> = read.usable.rows.iter().map(|row| row.line).collect();
    assert_eq!(found, lines, "{}", render(&read));
    assert!(read.findings.kept().is_empty(), "{}", render(&read));
}

fn with_delimiter(delimiter: &str) -> String {
    CSV.replace(", 2026", "\u{1}").replace(',', delimiter).replace('\u{1}', ", 2026")
}

fn utf_16(text: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn delimiters() {
    for delimiter in [",", ";", "\t", "|"] {
        check(with_delimiter(delimiter).as_bytes());
    }
}

#[test]
fn line_ends() {
    check(CSV.replace('\n', "\r\n").as_bytes());
    check(CSV.replace('\n', "\r").as_bytes());
    check(CSV.trim_end().as_bytes());
}

#[test]
fn encodings() {
    check(&[b"\xEF\xBB\xBF", CSV.as_bytes()].concat());
    check(&utf_16(CSV, u16::to_le_bytes));
    check(&utf_16(CSV, u16::to_be_bytes));
    check(&utf_16(&format!("\u{feff}{CSV}"), u16::to_le_bytes));
    check(&utf_16(&format!("\u{feff}{CSV}").replace('\n', "\r"), u16::to_be_bytes));
    let windows: Vec<u8> = CSV.chars().map(|c| c as u8).collect();
    check(&windows);
}

#[test]
fn windows_1252_is_decided_field_by_field() {
    let bytes = [
        b"day_used,email,team,product,tokens_used\n2026-03-02,ann@firm.example,K\xF6ln \x80,".as_slice(),
        "Über".as_bytes(),
        b",10\n",
    ]
    .concat();
    assert_eq!(render_rows(&read(&bytes)), ["2: 2026-03-02 ann@firm.example||| [Köln €] Über  10"]);
}

#[test]
fn halves_of_a_character_in_neighbouring_fields_stay_apart() {
    let read = read(
        b"day_used,email,team,version,product,tokens_used\n2026-03-02,ann@firm.example,\xC3,\xB6,Revit,10\n",
    );
    assert_eq!(render_rows(&read), ["2: 2026-03-02 ann@firm.example||| [Ã] Revit ¶ 10"]);
}

#[test]
fn half_a_pair_in_utf_16_is_replaced() {
    let text = "\u{feff}day_used,email,team,product,tokens_used\n2026-03-02,ann@firm.example,~,😀,10\n";
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let at = units.iter().position(|u| *u == u16::from(b'~')).unwrap();
    units[at] = 0xD83D;
    let bytes: Vec<u8> = units.into_iter().flat_map(u16::to_le_bytes).collect();
    assert_eq!(render_rows(&read(&bytes)), ["2: 2026-03-02 ann@firm.example||| [\u{fffd}] 😀  10"]);
}

#[test]
fn what_excel_writes_above() {
    check_lines(&format!("sep=;\n{}", with_delimiter(";")), [3, 4]);
    check_lines(&format!("sep=\t\r\n{}", with_delimiter("\t")), [3, 4]);
    check_lines(&format!("\"sep=|\"\n{}", with_delimiter("|")), [3, 4]);
    check_lines(&format!("SEP=^\n{}", with_delimiter("^")), [3, 4]);
}

#[test]
fn titles_and_blank_lines_stand_above() {
    check_lines(&format!("Token usage\nFirm; all teams, 2026\n\n,,,,\n{CSV}"), [6, 7]);
    check_lines(&format!("Token usage of the team \"North, South\"\r\n\r\n{CSV}"), [4, 5]);
    check_lines(&CSV.replace("2026-03-03", "\n   \n,,,,\n2026-03-03"), [2, 6]);
}

#[test]
fn the_header_stands_in_the_first_fifty_records() {
    check_lines(&format!("{}{CSV}", "title\n".repeat(HEADER_RECORDS_MAX - 1)), [51, 52]);
    let read = read(format!("{}{CSV}", "title\n".repeat(HEADER_RECORDS_MAX)).as_bytes());
    assert_eq!(read.findings.kept()[0].kind, "no_usable_column");
}

#[test]
fn trailing_commas() {
    check(CSV.replace('\n', ",\n").as_bytes());
    check(CSV.replacen('\n', ",,\n", 1).as_bytes());
    check(CSV.replace('\n', ",,\n").replacen(",,\n", "\n", 1).as_bytes());
}

#[test]
fn quotes() {
    let quoted =
        |cell: &str| if cell.is_empty() { String::new() } else { format!("\"{}\"", cell.replace('"', "")) };
    let line = |line: &str| {
        let cells: Vec<String> = line.split('\u{2}').map(quoted).collect();
        cells.join(",")
    };
    let text = CSV.replace(", 2026", "\u{1}").replace(',', "\u{2}");
    let lines: Vec<String> = text.lines().map(line).collect();
    check(lines.join("\n").replace('\u{1}', ", 2026").as_bytes());
}

#[test]
fn quoted_line_breaks_count_as_lines() {
    let text = CSV.replace("Köln", "\"Köln\nRhein\r\nSüd \"\"X\"\"\"");
    let read = read(text.as_bytes());
    let lines: Vec<u32> = read.usable.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [2, 5]);
    assert_eq!(read.usable.pools.get(0), "Köln\nRhein\r\nSüd \"X\"");
}

#[test]
fn a_header_repeated_in_the_middle_is_no_row() {
    let read = read(format!("{CSV}{CSV}").as_bytes());
    assert_eq!((read.rows, read.left_out), (4, 0));
}

#[test]
fn progress_counts_bytes_and_rows() {
    let mut reader = FileReader::new("x.csv");
    let row = "2026-03-02,ann@firm.example,,Revit,10\n";
    reader.push(b"Day used,Email,Team,Product,Tokens used\n");
    reader.push(row.repeat(10_000).as_bytes());
    let bytes = 40 + 10_000 * row.len() as u64;
    assert_eq!(reader.progress(), (bytes, 10_000));
    assert_eq!(reader.finish().rows, 10_000);
}
