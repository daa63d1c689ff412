//! What can be asked of the desk, and what it answers.

use super::drafts::{DraftAsk, DraftView};
use super::figure::Query;
use super::files_view::{ChargeBackBy, ChargeBackView, MappingView, PurchasesView, QuestionView, SumsView};
use super::findings_view::{FindingGroupView, FindingsView};
use super::forecast_view::{ForecastAsk, ForecastView};
use super::habit_desk_view::{CalculateAsk, CalculateView, SimulateAsk, SimulateView};
use super::habits_view::{HabitsAsk, HabitsView};
use super::licences_view::{LicencesAsk, LicencesView};
use super::purchase_view::{PurchaseAsk, PurchaseView};
use super::recognition_view::{RecognitionAsk, RecognitionView};
use super::review_view::ReviewView;
use super::usage_view::{CompareAsk, CompareView, LookoutView, UsageAsk, UsageView};
use super::views::{Overview, RowsView};
use serde::{Deserialize, Serialize};

/// One question or order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// A file begins. Its bytes follow as [`Ask::Slice`]s, then [`Ask::Close`] or [`Ask::Abandon`].
    Open {
        /// Its name without folders.
        name: String,
    },
    /// How many bytes the open file has, where that is known: room for its rows is made at once.
    Expect {
        /// So many.
        bytes: u64,
    },
    /// The next bytes of the open file. (The worker calls `Desk::slice` and saves a copy.)
    Slice(Vec<u8>),
    /// The open file is complete: its rows join the log.
    Close,
    /// The open file is thrown away; what was loaded before stays.
    Abandon,
    /// The built-in example's file joins the log. Its plan is `engine::example::plan()`.
    Example,
    /// From now on this plan counts.
    Plan {
        /// The plan's revision; comes back with every view.
        revision: u64,
        /// Its saved form.
        text: String,
    },
    /// The first screen.
    Overview,
    /// Rows behind a figure.
    Rows {
        /// Which.
        query: Query,
        /// The index of the first wanted.
        first: u64,
        /// How many, at most `ROWS_PER_ANSWER_MAX`.
        count: u64,
    },
    /// Usage under a filter.
    Usage(UsageAsk),
    /// What changed from one time to another.
    Compare(CompareAsk),
    /// What to look at.
    Lookout,
    /// The run-out forecast.
    Forecast(ForecastAsk),
    /// What was noticed while reading, by kind of problem.
    FindingGroups,
    /// What was noticed while reading.
    Findings {
        /// Only those of one kind, by its stable name.
        kind: Option<String>,
        /// The index of the first wanted.
        first: u64,
        /// How many, at most `ROWS_PER_ANSWER_MAX`.
        count: u64,
    },
    /// The Habits place, with the parts that are wanted.
    Habits(HabitsAsk),
    /// A calculator of the article.
    Calculate(CalculateAsk),
    /// A drawn week by the charge rule.
    Simulate(SimulateAsk),
    /// Recognition.
    Recognition(RecognitionAsk),
    /// A text to tell the team with.
    Draft(DraftAsk),
    /// The Licences place, with the rows that are wanted.
    Licences(LicencesAsk),
    /// The Purchase place.
    Purchase(PurchaseAsk),
    /// The monthly review.
    Review,
    /// Everything that was loaded is forgotten; the plan stays. Files whose reading was settled by an
    /// answer are fed again after this.
    Clear,
    /// What only a person can tell about the files.
    Questions,
    /// The mapping screen of a file.
    Mapping {
        /// The file, by its place in the order of loading.
        file: u32,
        /// The mapping to try; `None`: the remembered one, else the guessed.
        tried: Option<crate::usage::Mapping>,
    },
    /// What was bought, to be offered as edits of the plan.
    Purchases,
    /// What can be told where no file has days.
    Sums,
    /// Whose use it was.
    ChargeBack(ChargeBackBy),
    /// A file to save.
    Export(ExportKind),
    /// The same with names hidden: people are numbers in it, as on the screen.
    ExportHidden(ExportKind),
}

/// What can be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExportKind {
    /// The results as JSON, the same bytes as the command line prints.
    Results,
    /// What was left out, as CSV.
    Findings,
    /// The article's table of all pools, as CSV.
    Months,
    /// Months of all budgets, as CSV.
    Budgets,
    /// The move list, as CSV.
    Moves,
    /// The move list, as text for a mail.
    MovesText,
    /// The unassign list, as CSV.
    Unassign,
    /// The unassign list, as text for a mail.
    UnassignText,
    /// The days to remember, as a calendar file.
    Calendar,
    /// What to order, as text for a mail to procurement.
    PurchaseText,
    /// Whose use it was, as CSV.
    ChargeBack(ChargeBackBy),
}

/// What the desk answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// How far the open file is.
    Progress {
        /// Bytes read.
        bytes: u64,
        /// Rows read.
        rows: u64,
    },
    /// A file joined the log.
    Closed {
        /// Rows read.
        rows: u64,
    },
    /// A plan was taken.
    Planned {
        /// Its revision.
        revision: u64,
    },
    /// A plan could not be read; the one before still counts. One sentence a problem.
    PlanRefused(Vec<String>),
    /// The first screen.
    Overview(Box<Overview>),
    /// Rows behind a figure.
    Rows(RowsView),
    /// Usage under a filter.
    Usage(Box<UsageView>),
    /// What changed from one time to another.
    Compare(Box<CompareView>),
    /// What to look at.
    Lookout(Box<LookoutView>),
    /// The run-out forecast.
    Forecast(Box<ForecastView>),
    /// The log holds no use, so that there is nothing to show.
    NoUse,
    /// What was noticed while reading, by kind of problem.
    FindingGroups(Vec<FindingGroupView>),
    /// What was noticed while reading.
    Findings(FindingsView),
    /// The Habits place.
    Habits(Box<HabitsView>),
    /// A calculator's result.
    Calculate(Box<CalculateView>),
    /// What the charge rule makes of a drawn week.
    Simulate(Box<SimulateView>),
    /// Recognition.
    Recognition(Box<RecognitionView>),
    /// A text to tell the team with.
    Draft(Box<DraftView>),
    /// The Licences place.
    Licences(Box<LicencesView>),
    /// The Purchase place.
    Purchase(Box<PurchaseView>),
    /// The monthly review.
    Review(Box<ReviewView>),
    /// Everything that was loaded is forgotten.
    Cleared,
    /// What only a person can tell about the files.
    Questions(Vec<QuestionView>),
    /// The mapping screen of a file.
    Mapping(Box<MappingView>),
    /// What was bought.
    Purchases(Box<PurchasesView>),
    /// What can be told where no file has days.
    Sums(Box<SumsView>),
    /// Whose use it was.
    ChargeBack(Box<ChargeBackView>),
    /// A file to save.
    Document(Document),
    /// The ask made no sense now; says why. A mistake of the caller, never of the user.
    Refused(String),
}

/// A file to save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// A name for it.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}
