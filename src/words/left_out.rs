//! What was left out, by kind of problem.

use super::numbers::count;
use super::plural;
use engine::desk::FindingGroupView;

/// The table that adds up, file by file.
pub const BY_FILE: &str = "Every row and every token of each file";
/// What adds up in it.
pub const ADDS_UP: &str =
    "Rows = used + duplicates + left out, and so the tokens, as far as the rows left out state any.";
/// Saves all findings.
pub const SAVE: &str = "Save as CSV";

/// `Days that cannot be read: 312, in 2 files`
pub fn group(group: &FindingGroupView) -> String {
    let files = if group.files > 1 { format!(", in {}", plural::files(group.files)) } else { String::new() };
    format!("{}: {}{files}", title(&group.kind), count(group.count))
}

/// Shows all of a kind.
pub fn show_all(group: &FindingGroupView) -> String {
    format!("Show all {}", count(group.listed))
}

/// Shows the first few again.
pub const SHOW_FEWER: &str = "Show the first only";

/// A kind of problem.
pub fn title(kind: &str) -> String {
    let known = match kind {
        "ambiguous_dates" => "Dates that read in two ways",
        "ambiguous_numbers" => "Numbers that read in two ways",
        "ambiguous_months" => "Months that read in two ways",
        "archive" => "Archives",
        "binary" => "Files that hold no text",
        "cell_too_large" => "Cells that are too large",
        "column_twice" => "Columns that mean the same",
        "columns_not_used" => "Columns that were not used",
        "differs" => "Figures that two files state differently",
        "empty_file" => "Empty files",
        "ends_before_start" => "Sessions that end before they start",
        "excel_workbook" => "Excel workbooks",
        "far_day" => "Days far beyond all others",
        "file_too_large" => "Files that are too large",
        "json" => "JSON files",
        "line_too_long" => "Lines that are too long",
        "missing_column" => "Columns that are missing",
        "missing_day" => "Rows without a day",
        "missing_person" => "Rows without a person",
        "missing_product" => "Rows without a product",
        "no_days" => "Files without days",
        "no_end" => "Sessions without an end",
        "no_place" => "Months and sums without a place beside other files",
        "no_persons" => "Use without persons",
        "no_rate" => "Products without a rate",
        "no_rows" => "Files without rows",
        "no_time" => "Times that cannot be read",
        "no_usable_column" => "Files with unknown columns",
        "office_file" => "Word and PowerPoint files",
        "other_table" => "Tables beside the one that was read",
        "pdf" => "PDFs",
        "people_by_name" => "People told apart by name alone",
        "picture" => "Pictures",
        "session_too_long" => "Sessions of more than a year",
        "spreadsheet" => "Spreadsheets",
        "stray_quote" => "Quotation marks that are not closed",
        "tokens_of_seats" => "Tokens that rows of seats state",
        "tokens_beyond_limit" => "Tokens beyond what a row can state",
        "too_few_fields" => "Rows with too few fields",
        "too_many_columns" => "Headers with too many columns",
        "too_many_fields" => "Rows with too many fields",
        "too_many_rows" => "Files with too many rows",
        "too_much_text" => "Files with too much different text",
        "total_differs" => "Totals lines that differ from the rows",
        "unreadable_day" => "Days that cannot be read",
        "unreadable_last_use" => "Days of last use that cannot be read",
        "unreadable_month" => "Months that cannot be read",
        "unreadable_offset" => "Clock offsets that cannot be read",
        "unreadable_tokens" => "Tokens that cannot be read",
        "web_page" => "Web pages",
        "xml" => "XML files",
        other => return other.replace('_', " "),
    };
    known.to_string()
}
