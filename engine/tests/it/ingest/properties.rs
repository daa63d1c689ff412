//! What holds for every file.

use super::support::{assert_counts, read, render, render_rows};
use engine::ingest::{FileRead, FileReader, HEAD_BYTES_MAX, Limits};
use engine::usage::{Day, Tokens};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// One row as it is meant.
#[derive(Clone, Debug)]
struct Meant {
    person: u8,
    team: String,
    product: String,
    version: u16,
    day: i32,
    /// In hundredths.
    tokens: i64,
    is_seat: bool,
}

/// How it is written.
#[derive(Clone, Debug)]
pub struct Dialect {
    delimiter: char,
    line_end: &'static str,
    quotes_all: bool,
    encoding: &'static str,
    pub days: &'static str,
    pub numbers: &'static str,
    title: &'static str,
    trailing: bool,
    order: Vec<usize>,
}

/// A text with whatever a cell may hold.
pub fn cell() -> impl Strategy<Value = String> {
    "[A-Za-zäé][a-zäé ]{0,4}([,;\t|\"'\n][a-zA-Zé]{1,4}){0,3}".prop_map(|text| text.trim().to_string())
}

fn meant() -> impl Strategy<Value = Meant> {
    (0..5_u8, prop_oneof![Just(String::new()), cell()], cell(), 2020..2030_u16, 0..4000_i32, any::<bool>())
        .prop_flat_map(|(person, team, product, version, day, is_seat)| {
            prop_oneof![-2_000..2_000_i64, -900_000_000..900_000_000_i64].prop_map(move |tokens| Meant {
                person,
                team: team.clone(),
                product: product.clone(),
                version,
                day: 12_000 + day,
                tokens,
                is_seat,
            })
        })
}

/// Any dialect, for tables of at most eight columns.
pub fn dialect() -> impl Strategy<Value = Dialect> {
    let looks = (
        select(vec![',', ';', '\t', '|']),
        select(vec!["\n", "\r\n", "\r"]),
        any::<bool>(),
        select(vec!["utf-8", "bom", "utf-16le", "utf-16be", "utf-16le bom", "utf-16be bom", "windows"]),
    );
    let forms = (
        select(vec![
            "iso", "time", "zone", "d/m/y", "m/d/y", "d.m.y", "d-m-y", "d/m/yy", "d Mon y", "Mon d, y",
            "serial",
        ]),
        select(vec!["7.5", "7,5", "1,234.5", "1.234,5", "1 234,5", "1'234.5", "(7.5)", "7.5-"]),
        select(vec!["", "Token usage", "Usage\n\n2026"]),
    );
    (looks, forms, any::<bool>(), Just((0..8).collect::<Vec<usize>>()).prop_shuffle()).prop_map(
        |((delimiter, line_end, quotes_all, encoding), (days, numbers, title), trailing, order)| Dialect {
            delimiter,
            line_end,
            quotes_all,
            encoding,
            days,
            numbers,
            title,
            trailing,
            order,
        },
    )
}

/// A day as a file writes it.
pub fn day_text(day: Day, form: &str) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (y, m, d) = day.ymd();
    let month = MONTHS[m as usize - 1];
    match form {
        "time" => format!("{day} 13:45:00"),
        "zone" => format!("{day}T00:00:00Z"),
        "d/m/y" => format!("{d:02}/{m:02}/{y}"),
        "m/d/y" => format!("{m}/{d}/{y} 0:00"),
        "d.m.y" => format!("{d}.{m}.{y}"),
        "d-m-y" => format!("{d:02}-{m:02}-{y}"),
        "d/m/yy" => format!("{d}/{m}/{:02}", y % 100),
        "d Mon y" => format!("{d} {month} {y}"),
        "Mon d, y" => format!("{month} {d}, {y}"),
        "serial" => (day.0 + 25_569).to_string(),
        _ => day.to_string(),
    }
}

/// Tokens as a file writes them.
pub fn tokens_text(hundredths: i64, form: &str) -> String {
    let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
    let decimal = if form.contains(",5") { ',' } else { '.' };
    let group = form.strip_prefix('1').map_or("", |rest| &rest[..1]);
    let mut digits = whole.to_string();
    if !group.is_empty() {
        let mut at = digits.len();
        while at > 3 {
            at -= 3;
            digits.insert_str(at, group);
        }
    }
    let text = if part == 0 { digits } else { format!("{digits}{decimal}{part:02}") };
    match (hundredths < 0, form) {
        (false, _) => text,
        (true, "(7.5)") => format!("({text})"),
        (true, "7.5-") => format!("{text}-"),
        (true, _) => format!("-{text}"),
    }
}

fn write(rows: &[Meant], dialect: &Dialect) -> Vec<u8> {
    let header =
        ["Email", "Last name", "Team", "Product", "Version", "Day used", "Tokens used", "access_option"];
    let mut lines = vec![header.map(str::to_string)];
    for row in rows {
        lines.push([
            format!("P{}@Firm.example", row.person),
            format!("Person {}", row.person),
            row.team.clone(),
            row.product.clone(),
            row.version.to_string(),
            day_text(Day(row.day), dialect.days),
            tokens_text(row.tokens, dialect.numbers),
            if row.is_seat { "Subscription" } else { "Flex" }.to_string(),
        ]);
    }
    table(&lines, dialect)
}

/// Lines of cells as the bytes of a file, the columns in the dialect's order.
pub fn table<const N: usize>(lines: &[[String; N]], dialect: &Dialect) -> Vec<u8> {
    let mut text = String::new();
    if !dialect.title.is_empty() {
        text += &dialect.title.replace('\n', dialect.line_end);
        text += dialect.line_end;
    }
    let special = |c: char| matches!(c, ',' | ';' | '\t' | '|' | '"' | '\n' | '\r');
    for line in lines {
        for (position, &column) in dialect.order.iter().filter(|column| **column < N).enumerate() {
            if position > 0 {
                text.push(dialect.delimiter);
            }
            let cell = &line[column];
            if dialect.quotes_all || cell.contains(special) {
                text += &format!("\"{}\"", cell.replace('"', "\"\""));
            } else {
                text += cell;
            }
        }
        if dialect.trailing {
            text.push(dialect.delimiter);
        }
        text += dialect.line_end;
    }
    encode(&text, dialect.encoding)
}

fn encode(text: &str, encoding: &str) -> Vec<u8> {
    let mark = if encoding.ends_with("bom") { "\u{feff}" } else { "" };
    let units = || mark.encode_utf16().chain(text.encode_utf16());
    match &encoding[..encoding.len().min(8)] {
        "utf-16le" => units().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => units().flat_map(u16::to_be_bytes).collect(),
        "windows" => text.chars().map(|c| c as u8).collect(),
        _ => format!("{mark}{text}").into_bytes(),
    }
}

/// What a reader must find, without the lines.
fn expected(row: &Meant) -> String {
    let access = if row.is_seat { " seat" } else { "" };
    let Meant { person, team, product, version, day, tokens, .. } = row;
    // A seat costs no tokens, whatever its row says.
    let tokens = if row.is_seat { 0 } else { *tokens };
    let (day, tokens) = (Day(*day), Tokens(tokens * 10_000).to_f64());
    format!("{day} p{person}@firm.example|||Person {person} [{team}] {product} {version} {tokens}{access}")
        .replace('\n', "⏎")
}

fn without_lines(read: &FileRead) -> Vec<String> {
    render_rows(read).into_iter().map(|row| row.split_once(": ").unwrap().1.to_string()).collect()
}

/// Rows that leave no doubt about the order of day and month and about the decimal mark.
fn decisive() -> Meant {
    let (team, product) = (String::new(), "Revit".to_string());
    let day = Day::from_ymd(2026, 3, 13).unwrap().0;
    Meant { person: 0, team, product, version: 2026, day, tokens: 50, is_seat: false }
}

/// Pieces that files are made of, and that break them.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => select(vec![
            "Email,Product,Day used,Tokens used\n", "ann@firm.example,Revit,2026-03-02,10\n",
            "bob@firm.example,AutoCAD,03/04/2026,\"1,500\"\r\n", "Total,,,20\n", "sep=;\n", "a;b;c\n",
            ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", "\n\n\n\n", "\"x\n", ",\"", "\",",
            "ann@firm.example,", "2026-03-02", "7", "*****", "ä€😀", "\u{feff}", "\u{1f}", "x,y,z,1,2,3,4,5,6,7,8\n",
            "a long cell that goes beyond the small limit of a cell in these tests",
        ]).prop_map(|text| text.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 0..8),
    ];
    let text = vec(piece, 0..40).prop_map(|pieces| pieces.concat());
    let start = select(vec![
        "",
        "Email,Product,Day used,Tokens used,Comment\n",
        "\u{feff}Day used;Email;Product;Tokens\n",
    ]);
    // The head is read in one piece, so most files here have it end in their midst: blank lines fill it.
    let blank_bytes = prop_oneof![Just(0), HEAD_BYTES_MAX - 400..HEAD_BYTES_MAX];
    (start, blank_bytes, text, any::<bool>()).prop_map(|(start, blank_bytes, text, is_wide)| {
        let blank_lines = "\n".repeat(if is_wide { blank_bytes / 2 } else { blank_bytes });
        let bytes = [start.as_bytes(), blank_lines.as_bytes(), &text].concat();
        if !is_wide {
            return bytes;
        }
        let wide: Vec<u8> =
            String::from_utf8_lossy(&bytes).encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xFF\xFE".as_slice(), &wide].concat()
    })
}

fn small_limits() -> Limits {
    Limits {
        rows_max: 12,
        columns_max: 10,
        cell_bytes_max: 40,
        line_bytes_max: 300,
        quoted_line_breaks_max: 3,
        distinct_bytes_max: 600,
        ..Limits::default()
    }
}

/// Cuts lie in the last bytes; what stands before is mostly blank.
const CUT_BYTES_MAX: usize = 1_000;

fn read_cut(bytes: &[u8], cuts: &[Index], limits: Limits) -> FileRead {
    let blank = bytes.len().saturating_sub(CUT_BYTES_MAX);
    let mut at: Vec<usize> = cuts.iter().map(|cut| blank + cut.index(bytes.len() - blank + 1)).collect();
    at.extend([0, bytes.len()]);
    at.sort_unstable();
    let mut reader = FileReader::new("test.csv").with_limits(limits);
    at.windows(2).for_each(|pair| reader.push(&bytes[pair[0]..pair[1]]));
    let read = reader.finish();
    assert_counts(&read);
    read
}

fn read_bytewise(bytes: &[u8], limits: Limits) -> FileRead {
    let (blank, rest) = bytes.split_at(bytes.len().saturating_sub(CUT_BYTES_MAX));
    let mut reader = FileReader::new("test.csv").with_limits(limits);
    reader.push(blank);
    rest.chunks(1).for_each(|byte| reader.push(byte));
    reader.finish()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn a_table_reads_back_however_it_was_written(mut rows in vec(meant(), 0..12), dialect in dialect()) {
        // So many that nothing before them makes them far beyond all others.
        rows.extend(std::iter::repeat_n(decisive(), 6));
        let bytes = write(&rows, &dialect);
        let read = read(&bytes);
        let meant: Vec<String> = rows.iter().map(expected).collect();
        prop_assert_eq!(without_lines(&read), meant, "{}", render(&read));
        let is_of_seats = |finding: &engine::usage::Finding| finding.kind == "tokens_of_seats";
        prop_assert!(read.findings.kept().iter().all(is_of_seats), "{}", render(&read));
        let tokens_of_seats: i64 = rows.iter().filter(|row| row.is_seat).map(|row| row.tokens * 10_000).sum();
        prop_assert_eq!(read.tokens_left_out, Tokens(tokens_of_seats));
        prop_assert_eq!(read.usable.identities.iter().filter(|i| i.email == "p0@firm.example").count(), 1);
    }

    #[test]
    fn where_slices_are_cut_changes_nothing(bytes in pieces(), cuts in vec(any::<Index>(), 0..6), is_small in any::<bool>()) {
        let limits = if is_small { small_limits() } else { Limits::default() };
        let whole = render(&read_cut(&bytes, &[], limits));
        prop_assert_eq!(&render(&read_cut(&bytes, &cuts, limits)), &whole);
        prop_assert_eq!(&render(&read_bytewise(&bytes, limits)), &whole);
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..2_000)) {
        read(&bytes);
    }

    #[test]
    fn the_order_of_rows_changes_nothing((rows, shuffled) in vec(meant(), 0..12).prop_flat_map(|rows| {
        (Just(rows.clone()), Just(rows).prop_shuffle())
    }), dialect in dialect()) {
        let sorted = |rows: &[Meant]| {
            let read = read(&write(rows, &dialect));
            let mut found = without_lines(&read);
            found.sort();
            (found, read.rows, read.left_out, read.tokens_left_out)
        };
        prop_assert_eq!(sorted(&rows), sorted(&shuffled));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Beyond the head, and beyond what is parsed at a time.
    #[test]
    fn large_files_may_be_cut_anywhere_too(
        middle in pieces(),
        cuts in vec(any::<Index>(), 1..4),
        repeats in 1..4_usize,
    ) {
        let rows = "ann@firm.example,Revit,2026-03-02,10,x\n".repeat(1_500);
        let bytes = [b"Email,Product,Day used,Tokens used,Comment\n".as_slice(), rows.as_bytes(), &middle].concat().repeat(repeats);
        let whole = render(&read_cut(&bytes, &[], Limits::default()));
        prop_assert_eq!(&render(&read_cut(&bytes, &cuts, Limits::default())), &whole);
    }
}

#[test]
fn quotes_are_told_apart_in_slices_of_any_size() {
    let head = "Email,Product,Day used,Tokens used,Comment\n".to_string() + &"\n".repeat(HEAD_BYTES_MAX);
    let tail = "ann@firm.example,\"x\n\"x\n\",\nann@firm.example,Revit,2026-03-02,10,\"a\nb\"\r\nann@firm.example,\"Revit,2\n\
                bob@firm.example,Revit\",x\n,,,1\r\n\"ann@firm.example\",Revit,2026-03-02,\"10\",\n\"bob,\n";
    let read_in = |size: usize, offset: usize| {
        let mut reader = FileReader::new("test.csv");
        let (first, rest) = tail.as_bytes().split_at(offset);
        [head.as_bytes(), first].into_iter().chain(rest.chunks(size)).for_each(|slice| reader.push(slice));
        render(&reader.finish())
    };
    let whole = read_in(tail.len(), 0);
    for size in 1..30 {
        for offset in 0..size.min(9) {
            assert_eq!(read_in(size, offset), whole, "slices of {size} after {offset}");
        }
    }
}
