//! The page's state as plain data.

use crate::browser::files::PickedFile;
use engine::desk::{FindingGroupView, Overview, PurchasesView, QuestionView, SumsView};
use engine::plan::{History, Plan};
use engine::usage::Day;
use std::sync::Arc;

/// Everything the page knows.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The plan, with its past and its future.
    pub history: History,
    /// The user's own plan, put aside while the example is shown.
    pub(super) put_aside: Option<History>,
    /// The plan as it was last saved or opened; at first the empty one.
    pub(super) saved: Plan,
    /// Whether the exports are kept in the workspace.
    pub keep_exports: bool,
    /// The files that a workspace file has.
    pub(super) kept: Vec<u32>,
    /// Grows with every change of the plan, also where the history is exchanged.
    pub revision: u64,
    /// The files, in the order they came.
    pub files: Vec<FileEntry>,
    /// The files that were removed last, to be put back.
    pub removed: Vec<PickedFile>,
    pub(super) next_file: u32,
    /// The file that was being read when *Stop* was pressed: the desk may have taken it whole.
    pub(super) stopped: Option<FileEntry>,
    /// Grows with every overview that is taken: places then ask for their views again.
    pub answered: u64,
    /// The last overview, of whatever revision.
    pub overview: Option<Arc<Overview>>,
    /// What can be told where no file has days.
    pub sums: Option<Arc<SumsView>>,
    /// What only a person can tell about the files.
    pub questions: Arc<Vec<QuestionView>>,
    /// What was noticed while reading, by kind.
    pub groups: Arc<Vec<FindingGroupView>>,
    /// What was bought, as the files say.
    pub purchases: Arc<PurchasesView>,
    /// The example is shown.
    pub example: bool,
    /// Names are hidden.
    pub hide_names: bool,
    /// What went wrong, as sentences, until dismissed.
    pub notices: Vec<Notice>,
    pub(super) next_notice: u32,
    /// The worker died and was not started again.
    pub worker_dead: bool,
    /// The last thing worth telling a listener.
    pub said: String,
    /// Today; `None` natively.
    pub today: Option<Day>,
}

/// A file that was given to the page.
#[derive(Clone, Debug)]
pub struct FileEntry {
    /// Its number here.
    pub id: u32,
    /// The file itself: kept, to feed a new worker with.
    pub picked: PickedFile,
    /// How far it is.
    pub stage: Stage,
    /// It was in the log once: *Stop* then keeps it in the list.
    pub was_read: bool,
}

/// How far a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Others are read before it.
    Waiting,
    /// On its way to the desk.
    Reading {
        /// Bytes read.
        bytes: u64,
        /// Rows read.
        rows: u64,
    },
    /// In the log.
    Read {
        /// Its rows.
        rows: u64,
    },
    /// It was read before, and *Stop* was pressed before it was read again: it is not in the log.
    NotReadAgain,
}

/// Something that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number here.
    pub id: u32,
    /// The sentence.
    pub text: String,
}

/// What the page can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The drop zone.
    Empty,
    /// The first files are being read: there is nothing to show yet.
    Loading,
    /// The answers.
    Answers,
    /// Files were read that can be used, but have no days: sums, months, purchases, people.
    Sums,
    /// Files were read, but nothing in them could be used.
    NothingUsable,
}

impl State {
    /// The rows that wait for an answer.
    pub fn rows_waiting(&self) -> u64 {
        self.questions.iter().map(|question| question.rows).sum()
    }

    /// The state of an empty page on some day.
    pub fn begin(today: Option<Day>) -> State {
        State { today, ..State::default() }
    }

    /// What the page shows.
    pub fn content(&self) -> Content {
        match &self.overview {
            Some(overview) if overview.answers.is_some() => Content::Answers,
            _ if self.is_loading() || self.is_incomplete() => Content::Loading,
            Some(overview) if overview.read.used > 0 => Content::Sums,
            Some(overview) if !overview.read.files.is_empty() => Content::NothingUsable,
            _ => Content::Empty,
        }
    }

    /// Whether a file is being read or the answers to it are on their way.
    pub fn is_loading(&self) -> bool {
        let read = self.files.iter().filter(|file| matches!(file.stage, Stage::Read { .. })).count();
        let shown = self.overview.as_ref().map_or(0, |overview| overview.read.files.len());
        let awaited = !self.worker_dead && (read > shown || (self.example && shown == 0));
        awaited || self.is_reading()
    }

    /// Whether a file is being read or waits for it.
    pub fn is_reading(&self) -> bool {
        self.files.iter().any(|file| matches!(file.stage, Stage::Waiting | Stage::Reading { .. }))
    }

    /// Whether files that were read before are missing in what is shown, since reading them again was
    /// stopped.
    pub fn is_incomplete(&self) -> bool {
        self.not_read_again().next().is_some()
    }

    /// Those files.
    pub fn not_read_again(&self) -> impl Iterator<Item = &FileEntry> {
        self.files.iter().filter(|file| file.stage == Stage::NotReadAgain)
    }

    /// Today, where it matters: the example's days are nobody's.
    pub fn today_of_data(&self) -> Option<Day> {
        self.today.filter(|_| !self.example)
    }

    /// Whether the answers shown are of the plan as it stands.
    pub fn is_current(&self) -> bool {
        self.overview.as_ref().is_none_or(|overview| overview.revision == self.revision)
    }

    /// Whether the user's own plan, or an export to be kept, is in no workspace file. The example's plan is
    /// nobody's.
    pub fn is_unsaved(&self) -> bool {
        *self.put_aside.as_ref().unwrap_or(&self.history).plan() != self.saved || self.has_unkept_exports()
    }

    /// The currency amounts are shown in: that of the answers, else of the plan.
    pub fn currency(&self) -> String {
        match &self.overview {
            Some(overview) => overview.currency.clone(),
            None => self.history.plan().currency().to_string(),
        }
    }
}
