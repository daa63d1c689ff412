//! The fixed words: names of places, buttons, headings, the empty page.

/// The program.
pub const NAME: &str = "Flexgauge";
/// The title of the tab at a place.
pub fn title_of(place: &str) -> String {
    format!("{place} · {NAME}")
}

/// The one sentence of promise.
pub const PROMISE: &str =
    "See what your Autodesk Flex tokens cost, which habits cost it, and when they run out.";
/// What you will see, in three points.
pub const POINTS: [(&str, &str); 3] = [
    ("Cost", "tokens and money by product, by person and by month"),
    ("Habits", "what days with several products cost a year, and whose they are"),
    ("Run-out", "the day the tokens run out, set against your renewal"),
];
/// The drop zone.
pub const DROP_HERE: &str = "Drop usage exports here";
/// While something is held over the window.
pub const DROP_NOW: &str = "Let go to add these files";
/// The button of the drop zone.
pub const CHOOSE_FILES: &str = "Choose files…";
/// Where the export is found.
pub const WHERE_TO_EXPORT: &str =
    "In Autodesk Account: Reporting → Flex usage (or Token usage) → Export. CSV files, as many as you have.";
/// The example.
pub const TRY_EXAMPLE: &str = "Try it with an example";
/// The banner over the example.
pub const EXAMPLE_BANNER: &str = "Example data: the construction firm of the article, all names invented.";
/// Ends the example.
pub const CLEAR_EXAMPLE: &str = "Clear";
/// The quiet line.
pub const INDEPENDENT: &str = "Independent, not affiliated with Autodesk.";
/// The other quiet line.
pub const NOTHING_LEAVES: &str = "Nothing leaves this browser";
/// And its link.
pub const HOW_TO_CHECK: &str = "how to check";
/// How to check it.
pub const PROOF: [&str; 3] = [
    "The page carries a policy that forbids the browser every connection: open its source and look for \
     “connect-src 'none'”.",
    "Open the developer tools (F12), choose Network, and drop a file: nothing appears.",
    "Or pull the plug: Flexgauge works without a network.",
];
/// Skip link.
pub const SKIP: &str = "Skip to the answers";

/// Places and buttons.
pub const OVERVIEW: &str = "Overview";
/// Who, what, when, how much.
pub const USAGE: &str = "Usage";
/// Who would be cheaper on a subscription.
pub const LICENCES: &str = "Licences";
/// When the tokens run out.
pub const FORECAST: &str = "Forecast";
/// What to buy, until when.
pub const PURCHASE: &str = "Purchase";
/// The fifteen minutes a month.
pub const REVIEW: &str = "Review";
/// Adds files.
pub const ADD_EXPORTS: &str = "Add exports…";
/// Opens the drawer.
pub const DATA_AND_PLAN: &str = "Data and plan";
/// The plan holds something that no file has.
pub const UNSAVED: &str = "unsaved";
/// What that means.
pub const UNSAVED_HINT: &str =
    "The plan, or the exports to be kept in it, changed since the workspace was saved: save it in here";
/// Opens the guide.
pub const GUIDE: &str = "Guide";
/// Stops reading.
pub const STOP: &str = "Stop";
/// Asks why.
pub const WHY: &str = "why?";
/// Closes a dialog or the drawer.
pub const CLOSE: &str = "Close";

/// The three answers.
pub const COST: &str = "Cost";
/// The second.
pub const HABITS: &str = "Habits";
/// The third.
pub const RUN_OUT: &str = "Run-out";

/// Table headings and panels.
pub const BY_PRODUCT: &str = "By product";
/// The top ten.
pub const TOP_CONSUMERS: &str = "Top consumers";
/// By team.
pub const BY_TEAM: &str = "By team";
/// By month.
pub const BY_MONTH: &str = "By month";
/// Balance.
pub const BALANCE: &str = "Balance";
/// Who has a habit most.
pub const WHO_MOST: &str = "Who has it most";
/// What was read.
pub const WHAT_WAS_READ: &str = "What was read";
/// What was left out.
pub const LEFT_OUT_LINK: &str = "What was left out, and why";
/// The chart's numbers.
pub const AS_TABLE: &str = "The same as a table";
/// A product the file does not name.
pub const NO_PRODUCT: &str = "(no product named)";
/// A team the file does not name.
pub const NO_TEAM: &str = "(no team named)";
/// An amount that is not known.
pub const UNKNOWN: &str = "unknown";
/// The label of a price that ships with the page.
pub const LIST_PRICE: &str = "list price — check this";
/// The label of an amount that rests on little.
pub const ROUGH: &str = "rough";
/// The label of something worked out without session times.
pub const INFERRED: &str = "inferred";
/// The label of a month the rows cover in part.
pub const PARTIAL: &str = "partial";
/// What a lighter bar means.
pub const LIGHTER: &str = "Lighter: a month that your rows cover in part";
/// What rough means, on hover.
pub const ROUGH_YEAR: &str = "Rests on less than half a year of rows";
/// The same for a run-out.
pub const ROUGH_RUN_OUT: &str = "Rests on less than thirteen weeks of rows";
/// What inferred means, on hover.
pub const INFERRED_HINT: &str = "Daily rows have no times: the export cannot tell more";
/// The heading of the choice of how tables are saved.
pub const CSV_TITLE: &str = "Tables for Excel (CSV)";
/// When to choose what.
pub const CSV_HINT: &str = "For every table saved as CSV. If your Excel shows all of a line in one cell, choose the semicolon; if it \
    writes 5,25, choose the decimal comma too.";
/// What tabs mean for Excel.
pub const CSV_TAB_HINT: &str =
    "A double click shows such a file in one column: in Excel choose Data, From Text/CSV.";
/// What stands between two cells of a table.
pub fn delimiter(delimiter: engine::plan::Delimiter) -> &'static str {
    match delimiter {
        engine::plan::Delimiter::Comma => "comma ,",
        engine::plan::Delimiter::Semicolon => "semicolon ;",
        engine::plan::Delimiter::Tab => "tab",
    }
}

/// The button that puts removed files back.
pub fn put_back(number: u64) -> String {
    match number {
        1 => "Put the removed file back".to_string(),
        _ => format!("Put {number} removed files back"),
    }
}
