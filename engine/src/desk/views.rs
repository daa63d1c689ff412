//! What the page shows, as plain data. These are wire structs: no domain type crosses the wire.

use super::alerts_view::AlertView;
use super::figure::{Figure, Query};
use super::forecast_view::{CautionView, ForecastMethod, RangeView, TriedView};
use super::then_view::ThenView;
use crate::usage::{Day, Money, Month, Tokens};
use serde::{Deserialize, Serialize};

/// How many people, products and teams an overview lists; the rest is one line.
pub const OVERVIEW_LIST_MAX: usize = 10;

/// How many rows one answer holds at most.
pub const ROWS_PER_ANSWER_MAX: u64 = 500;

/// The first screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// The revision of the plan it was worked out with.
    pub revision: u64,
    /// ISO code.
    pub currency: String,
    /// What was read. Always there, also where nothing could be used.
    pub read: ReadView,
    /// The answers; `None` while the log holds no use.
    pub answers: Option<Answers>,
}

/// The three answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answers {
    /// First day of use.
    pub first_day: Day,
    /// Last day of use.
    pub last_day: Day,
    /// Days covered, both counted.
    pub days_covered: i64,
    /// The last complete day.
    pub as_of: Day,
    /// The price behind everything per year.
    pub token_price: Figure,
    /// Where it comes from.
    pub price_source: PriceOrigin,
    /// What it costs.
    pub cost: CostView,
    /// Which habits cost it.
    pub habits: Vec<HabitView>,
    /// When the tokens run out, a pool each.
    pub pools: Vec<PoolView>,
    /// What the plan's what-ifs change; `None` where it states none.
    pub then: Option<ThenView>,
    /// What to act on, most urgent first, dismissed ones last.
    pub alerts: Vec<AlertView>,
}

/// Where the token price comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PriceOrigin {
    /// The plan says so.
    Plan,
    /// The mean of the packs valid on the last day.
    Packs,
    /// The list price.
    List,
    /// Unknown: amounts are unknown too.
    Unknown,
}

/// What it costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostView {
    /// Net tokens used.
    pub tokens: Figure,
    /// What they cost.
    pub amount: Figure,
    /// Tokens that no pack covers; only where there are packs.
    pub uncovered: Option<Figure>,
    /// Charges.
    pub charges: u64,
    /// People with a charge.
    pub people: u64,
    /// Products with a charge.
    pub products: u64,
    /// By product, largest first, at most [`OVERVIEW_LIST_MAX`].
    pub by_product: Parts,
    /// By person: the top ten consumers.
    pub by_person: Parts,
    /// By team; empty where the files name no team.
    pub by_team: Parts,
    /// By month, in the order of time.
    pub by_month: Vec<MonthView>,
}

/// The largest parts of a whole and what is left.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Parts {
    /// The largest.
    pub top: Vec<PartView>,
    /// How many more there are.
    pub others: u64,
    /// Their tokens.
    pub others_tokens: Tokens,
    /// Their money.
    pub others_amount: Option<Money>,
    /// The share of the ones in `top`, 0 to 1.
    pub top_share: f64,
}

/// A product, a person or a team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartView {
    /// Who or what.
    pub who: Who,
    /// Charges.
    pub charges: u64,
    /// Net tokens, with the rows behind them.
    pub tokens: Figure,
    /// What they cost.
    pub amount: Option<Money>,
    /// Part of the whole, 0 to 1.
    pub share: f64,
}

/// A name on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Who {
    /// A person. The page shows them through one function, so that one switch hides all names.
    Person(PersonView),
    /// A product or a team, by name; empty where the file names none.
    Name(String),
}

/// A person as the page needs them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// The id in results.
    pub id: String,
    /// First and last name; empty where no file gives one.
    pub name: String,
    /// From 1, in the order of ids: the number of *Person 017*.
    pub number: u32,
}

/// One month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthView {
    /// Which.
    pub month: Month,
    /// Net tokens, with the rows behind them.
    pub tokens: Figure,
    /// What they cost.
    pub amount: Option<Money>,
    /// The rows do not cover all of it.
    pub partial: bool,
}

/// One habit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HabitView {
    /// Its stable name, such as `several_products`.
    pub habit: String,
    /// `inferred` from daily rows, and so on.
    pub evidence: String,
    /// Days on which it shows in the window, and the window.
    pub days: Figure,
    /// Tokens in the window.
    pub tokens: Tokens,
    /// The same in money at the token price.
    pub amount: Option<Money>,
    /// A year; unknown where too few days are covered.
    pub tokens_per_year: Figure,
    /// A year, in money.
    pub amount_per_year: Figure,
    /// Rests on less than half a year.
    pub rough: bool,
    /// Who has it most, at most [`OVERVIEW_LIST_MAX`].
    pub people: Vec<HabitPerson>,
    /// How many more there are.
    pub others: u64,
}

/// A person's part in a habit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HabitPerson {
    /// Who.
    pub person: PersonView,
    /// Days on which it shows.
    pub days: u64,
    /// Tokens in the window, with the rows behind them.
    pub tokens: Figure,
}

/// One pool.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PoolView {
    /// The team; `None` for the common pool.
    pub name: Option<String>,
    /// Tokens left; unknown without packs and readings.
    pub balance: Figure,
    /// The day at whose end they are left.
    pub balance_day: Day,
    /// Tokens bought in packs valid on that day: the full gauge.
    pub bought: Option<Tokens>,
    /// Tokens a day lately.
    pub burn_per_day: Figure,
    /// The run-out date.
    pub run_out: Figure,
    /// The range of that date and the chance that it lies in the term.
    pub range: RangeView,
    /// How the futures behind `run_out` and `range` were drawn.
    pub method: ForecastMethod,
    /// Past forecasts: how many, how many ranges held, and the mean error; where there were any.
    pub tried: Option<TriedView>,
    /// What must be said before the date is believed.
    pub cautions: Vec<CautionView>,
    /// The straight line of the burn rate, for comparison.
    pub straight_line: Figure,
    /// The last day to order more tokens on; unknown where the renewal comes first.
    pub order_by: Option<Day>,
    /// Why there is a date, or none.
    pub verdict: Verdict,
    /// Under thirteen weeks of rows.
    pub rough: bool,
    /// Renewal day of the plan.
    pub renewal: Option<Day>,
    /// Days from the run-out to the renewal; negative where it lasts longer.
    pub days_before_renewal: Option<i64>,
    /// Tokens that lapse on the way if nothing changes, with their day.
    pub lapses: Vec<(Day, Tokens)>,
    /// Unexplained tokens, where a reading shows some.
    pub unexplained: Option<Figure>,
    /// A pack begins before the first row: use before it is unseen.
    pub unseen_before_rows: bool,
    /// The balance over time; `None` without a balance.
    pub chart: Option<BalanceChart>,
}

/// What can be said of a run-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// The balance falls below what a day needs.
    UsedUp,
    /// Packs end with tokens in them before that.
    Lapsed,
    /// Tokens left are unknown: the page asks for them.
    NoBalance,
    /// Fewer than six weeks of rows.
    TooFewDays,
    /// No use lately.
    NoUse,
    /// It lasts beyond the horizon.
    Lasts,
}

/// The balance over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BalanceChart {
    /// The day of `actual[0]`.
    pub actual_from: Day,
    /// Tokens left at the end of each day, as packs, readings and rows give them.
    pub actual: Vec<Tokens>,
    /// The day of `line[0]`.
    pub line_from: Day,
    /// Tokens left at the end of each day in the middle of the futures; where there are none, if every
    /// day needs the burn rate.
    pub line: Vec<Tokens>,
    /// The day of `fan[0]`.
    pub fan_from: Day,
    /// Every seventh day ahead, beginning with `fan_from`: the balance at its end below which 10, 25,
    /// 50, 75 and 90 % of the futures are. The Forecast place has every day.
    pub fan: Vec<[f32; 5]>,
    /// The last day of the chart: the renewal, or the end of the line.
    pub to: Day,
}

/// What was read. `rows = used + duplicate + left_out`, and likewise for tokens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReadView {
    /// Rows read.
    pub rows: u64,
    /// Rows that count.
    pub used: u64,
    /// Rows that another file states too.
    pub duplicate: u64,
    /// Rows left out, each with a finding.
    pub left_out: u64,
    /// Tokens of the rows that count.
    pub tokens_used: Tokens,
    /// Tokens of the duplicates.
    pub tokens_duplicate: Tokens,
    /// Tokens of the rows left out, as far as they could be read.
    pub tokens_left_out: Tokens,
    /// The files, in the order in which they came.
    pub files: Vec<FileView>,
    /// How many findings there are in all.
    pub findings: u64,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileView {
    /// Its name.
    pub name: String,
    /// What it was recognised as; `None` where nothing could be read.
    pub shape: Option<String>,
    /// Rows read.
    pub rows: u64,
    /// Rows that count.
    pub used: u64,
    /// Duplicates.
    pub duplicate: u64,
    /// Left out.
    pub left_out: u64,
    /// Findings.
    pub findings: u64,
}

/// A part of the list of findings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingsView {
    /// How many are listed in all; beyond a thousand of a kind they are only counted.
    pub total: u64,
    /// How many were counted but not kept.
    pub not_kept: u64,
    /// The index of the first of `findings`.
    pub first: u64,
    /// By file, then line.
    pub findings: Vec<FindingView>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingView {
    /// The file's name.
    pub file: String,
    /// The line; the first is 1.
    pub line: Option<u32>,
    /// The column's header; empty where no one column is meant.
    pub column: String,
    /// The text as found.
    pub text: String,
    /// What is wrong and what was expected.
    pub problem: String,
    /// What happened to the row or file.
    pub effect: String,
}

/// A part of the rows behind a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowsView {
    /// What was asked for.
    pub query: Query,
    /// How many there are in all.
    pub total: u64,
    /// Their tokens.
    pub tokens: Tokens,
    /// What they cost; `None` where a price is unknown.
    pub amount: Option<Money>,
    /// The index of the first of `rows`.
    pub first: u64,
    /// Latest first, then by person and product.
    pub rows: Vec<RowView>,
}

/// One charge or row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowView {
    /// The day its window opened.
    pub day: Day,
    /// Who.
    pub person: PersonView,
    /// What was charged.
    pub product: String,
    /// The team; empty where the file names none.
    pub team: String,
    /// The version; empty where the file names none.
    pub version: String,
    /// Tokens.
    pub tokens: Tokens,
    /// What they cost.
    pub amount: Option<Money>,
    /// The file.
    pub file: String,
    /// The lines of the file that add up to it.
    pub lines: Vec<u32>,
}
