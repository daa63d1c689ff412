//! What the page shows about files: questions, the mapping screen, purchases, sums, charge-back.

use super::figure::Figure;
use super::forecast_view::{ForecastMonth, TierView};
use super::views::Parts;
use crate::usage::{Day, MappedField, Mapping, Money, Month, Tokens};
use serde::{Deserialize, Serialize};

/// What only a person can tell about a file. Dates, numbers and months are answered by a mapping for the
/// file's header (`MappingEdit::Use`), columns likewise after the mapping screen, a range by
/// `MappingEdit::Range`; then the file is fed again, a range excepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuestionSubject {
    /// The day first, or the month first.
    Days,
    /// A decimal point, or a decimal comma.
    Numbers,
    /// Tokens of each month, or a running total.
    Months,
    /// Which dates were chosen for a usage report.
    Range,
    /// Which column is what, in a table whose header is of no known form.
    Columns,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionView {
    /// The file, by its place in the order of loading.
    pub file: u32,
    /// Its name.
    pub name: String,
    /// What tells its content apart, for a range.
    pub print: u64,
    /// What it is about.
    pub subject: QuestionSubject,
    /// The column's header; empty where no one column is meant.
    pub column: String,
    /// The two ways to read it, in words; empty for a range and for columns.
    pub readings: Vec<String>,
    /// The rows of the file that are left out until all that is asked of it is answered.
    pub rows: u64,
    /// Whether some cells are only read in the one way and some only in the other.
    pub contradicts: bool,
    /// Up to three cells, each with what it says in the two ways.
    pub samples: Vec<(String, [String; 2])>,
    /// A mapping that keeps what was said before, to be filled with the answer.
    pub mapping: Mapping,
}

/// Why a column is taken for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GuessReason {
    /// Its name says so.
    Name,
    /// Its cells look like it.
    Cells,
}

/// One field of the mapping screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MappedFieldView {
    /// Which.
    pub field: MappedField,
    /// The column that is shown as chosen, by its place in the header.
    pub chosen: Option<u32>,
    /// The program's guess, and why.
    pub guess: Option<(u32, GuessReason)>,
    /// Cells of the preview that read as this field.
    pub read: u64,
    /// Cells that do not.
    pub unread: u64,
    /// Up to three of those.
    pub samples: Vec<String>,
    /// Whether its cells can be read in two ways and nothing decides.
    pub is_ambiguous: bool,
}

/// The mapping screen of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MappingView {
    /// The file, by its place in the order of loading.
    pub file: u32,
    /// Its name.
    pub name: String,
    /// Its header, or what stands in its place.
    pub header: Vec<String>,
    /// Its first rows: all that the verdicts are about.
    pub rows: Vec<Vec<String>>,
    /// The mapping that is shown: the one asked about, else the remembered, else the guessed.
    pub mapping: Mapping,
    /// Whether it is remembered already.
    pub is_remembered: bool,
    /// Every field.
    pub fields: Vec<MappedFieldView>,
    /// What is still missing, in words. Empty: it can be used.
    pub missing: Vec<String>,
}

/// Tokens that the portal's list shows as bought; a price is not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackOffered {
    /// The team.
    pub team: Option<String>,
    /// Tokens.
    pub tokens: Tokens,
    /// First day.
    pub start: Option<Day>,
    /// Last day.
    pub end: Option<Day>,
    /// As the portal says it.
    pub status: String,
    /// Whether the plan has a pack of this quantity and these days.
    pub is_in_plan: bool,
}

/// Seats that the portal's list shows as bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatsOffered {
    /// What was bought.
    pub offering: String,
    /// The team.
    pub team: Option<String>,
    /// How many.
    pub seats: u32,
    /// First day.
    pub start: Option<Day>,
    /// Last day.
    pub end: Option<Day>,
    /// As the portal says it.
    pub status: String,
}

/// What was bought, to be offered as edits of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchasesView {
    /// Packs of tokens.
    pub packs: Vec<PackOffered>,
    /// Seats.
    pub seats: Vec<SeatsOffered>,
}

/// What can be told where no file has days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SumsView {
    /// The range that the sums are about, once it is known.
    pub range: Option<(Day, Day)>,
    /// Reports whose dates are to be entered.
    pub without_range: Vec<String>,
    /// Net tokens.
    pub tokens: Figure,
    /// Those at the token price.
    pub amount: Option<Money>,
    /// Tokens a year; `None` without a range of at least eight weeks.
    pub tokens_per_year: Option<Tokens>,
    /// By product; charges are days with use.
    pub by_product: Parts,
    /// By person, likewise.
    pub by_person: Parts,
    /// By team, likewise.
    pub by_team: Parts,
    /// Monthly sheets.
    pub by_month: Vec<(Month, Tokens, Option<Money>)>,
    /// Those of them that are not in the sheet: what was used since the row before was spread over them.
    pub spread: Vec<Month>,
    /// Of a monthly sheet: tokens left, the day of that, tokens a day, and the day they run out or lapse.
    /// Always rough.
    pub run_out: Option<RoughRunOutView>,
}

/// The rough run-out of a monthly sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoughRunOutView {
    /// Tokens left; `None` without packs and readings.
    pub balance: Option<Tokens>,
    /// The day of the balance.
    pub balance_day: Day,
    /// Tokens a day over the last three months.
    pub burn_per_day: Tokens,
    /// The day on which they run out; `None` where too little is known or they last.
    pub out: Option<Day>,
    /// Whether packs lapse on that day with tokens in them.
    pub lapses: bool,
    /// The day on which they run out if use is as fast as an early one in ten.
    pub early: Option<Day>,
    /// The same if it is as slow as a late one in ten.
    pub late: Option<Day>,
    /// Tiers; empty without a term or a known total.
    pub tiers: Vec<TierView>,
    /// The months of the term, or of the sheet, past and ahead.
    pub months: Vec<ForecastMonth>,
}

/// What use is charged to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChargeBackBy {
    /// The people sheet's department.
    Department,
    /// The people sheet's cost centre.
    CostCentre,
    /// The people sheet's project.
    Project,
    /// The export's team.
    Team,
}

/// One department, cost centre, project or team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChargeBackLine {
    /// Its name; `None` for use that nothing says whose it is.
    pub name: Option<String>,
    /// People with a charge.
    pub people: u64,
    /// Tokens and money by month.
    pub months: Vec<(Tokens, Option<Money>)>,
    /// All of them.
    pub tokens: Tokens,
    /// What they cost; `None` where a price is unknown.
    pub amount: Option<Money>,
}

/// Whose use it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChargeBackView {
    /// What it is charged to.
    pub by: ChargeBackBy,
    /// The months, without gaps.
    pub months: Vec<Month>,
    /// The largest first; what is unassigned comes last.
    pub lines: Vec<ChargeBackLine>,
    /// Everything.
    pub tokens: Tokens,
    /// What it cost.
    pub amount: Option<Money>,
    /// Whether a people sheet is loaded.
    pub has_people_sheet: bool,
}
