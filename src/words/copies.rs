//! What is copied: the words of the buttons, and a table as text for a spreadsheet.

/// Before the buttons of a chart.
pub const COPY_AS: &str = "Copy as";
/// A chart's first button.
pub const PICTURE: &str = "picture";
/// Its second.
pub const TEXT: &str = "text";
/// A table's button.
pub const TABLE: &str = "Copy as text";

/// A chart's button for a listener; begins with what is seen, so that it can be called by that.
pub fn of_chart(what: &str, title: &str) -> String {
    format!("{what}: copy {title}")
}

/// A button, and for a moment that it has copied.
pub fn done(button: &str, done: bool) -> String {
    if done { format!("{button} ✓") } else { button.to_string() }
}

/// After copying.
pub const COPIED: &str = "Copied.";
/// The browser would not.
pub const REFUSED: &str =
    "The browser would not copy. Mark the text and press Ctrl+C, or save it where a button offers that.";

/// The picture was saved.
pub fn saved_instead(name: &str) -> String {
    format!(
        "This browser takes no pictures into the clipboard: {name} is saved among your downloads instead."
    )
}

/// Rows of cells as spreadsheets take them from the clipboard: tabs between cells, columns that hold
/// nothing left out, and no cell that would run.
pub fn tab_separated(rows: &[Vec<String>]) -> String {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let cell = |row: &Vec<String>, column: usize| row.get(column).map(|cell| plain(cell)).unwrap_or_default();
    let columns: Vec<usize> =
        (0..width).filter(|column| rows.iter().any(|row| !cell(row, *column).is_empty())).collect();
    let line = |row: &Vec<String>| {
        columns.iter().map(|column| harmless(&cell(row, *column))).collect::<Vec<_>>().join("\t")
    };
    rows.iter().map(|row| line(row) + "\n").collect()
}

/// A cell in one line, with plain blanks: a spreadsheet knows no percentage with a narrow one.
fn plain(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe in front, as in the tables that are
/// saved; a number as the page shows it holds nothing that could run. A quotation mark in front would make
/// the spreadsheet look for its end.
fn harmless(cell: &str) -> String {
    let is_number = cell.strip_prefix(['-', '+']).is_some_and(|rest| {
        rest.contains(|c: char| c.is_ascii_digit())
            && rest.chars().all(|c| c.is_ascii_digit() || ".,’ %€$£¥".contains(c))
    });
    let would_run = |c: char| matches!(c, '=' | '+' | '-' | '@') || c.is_control();
    if !is_number && cell.starts_with(would_run) {
        format!("'{cell}")
    } else if cell.starts_with('"') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::tab_separated;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    }

    #[test]
    fn tables_as_text() {
        let check =
            |table: &[&[&str]], text: &str| assert_eq!(tab_separated(&rows(table)), text, "{table:?}");
        check(&[], "");
        check(&[&["Person", "Tokens"], &["Ann", "1,234"]], "Person\tTokens\nAnn\t1,234\n");
        // What would end a cell is a blank, and lines of other lengths stay in their columns.
        check(&[&["a\tb", "c\n d "], &["e"]], "a b\tc d\ne\t\n");
        check(&[&["63\u{202f}%"]], "63 %\n");
        // Columns of buttons alone, and the second half of a heading over two.
        check(&[&["Year", "", "Amount", ""], &["2026", "", "€5", " "]], "Year\tAmount\n2026\t€5\n");
    }

    #[test]
    fn nothing_runs() {
        let cell = |cell: &str| tab_separated(&rows(&[&["x", cell]]))[2..].trim_end_matches('\n').to_string();
        for bad in [
            "=1+1",
            "+x",
            "-x",
            "@SUM(A1)",
            "-1+2",
            "+1+cmd|'/c calc'!A0",
            "-",
            "+3 days",
            "\u{7}=1",
            "=\"a\"",
        ] {
            assert_eq!(cell(bad), format!("'{bad}"), "{bad}");
        }
        for good in ["-5", "-1,234.5", "+12 %", "-€77", "−5", "–", "5 – 7", "a=b", "'x", "Müller"] {
            assert_eq!(cell(good), good);
        }
        assert_eq!(cell("\"Ann\" Moss"), "\"\"\"Ann\"\" Moss\"");
    }
}
