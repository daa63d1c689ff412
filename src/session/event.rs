//! What happens to the page, and what it then does.

use crate::browser::files::PickedFile;
use crate::browser::packing::{Packed, Unpackable};
use engine::desk::{Ask, FindingGroupView, Overview, PurchasesView, QuestionView, SumsView};
use engine::plan::Edit;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// Files were dropped or chosen: exports and workspaces.
    Picked(Vec<PickedFile>),
    /// A workspace file was read.
    WorkspaceRead {
        /// Its name.
        name: String,
        /// Its text, or why it could not be read.
        text: Result<String, String>,
    },
    /// The open file came so far.
    Progress {
        /// Which file.
        id: u32,
        /// Bytes read.
        bytes: u64,
        /// Rows read.
        rows: u64,
    },
    /// A file is in the log.
    Closed {
        /// Which file.
        id: u32,
        /// Its rows.
        rows: u64,
    },
    /// A file could not be read or was not taken.
    Failed {
        /// Which file.
        id: u32,
        /// The sentence.
        problem: String,
    },
    /// Stop reading; what is loaded stays.
    Stop,
    /// Read again what *Stop* kept from being read again.
    ReadAgain,
    /// Show the example.
    Example,
    /// End the example.
    ClearExample,
    /// Remove all files.
    RemoveAll,
    /// Put the files back that were removed last.
    PutBack,
    /// Change the plan.
    Edit(Edit),
    /// Change the plan by a control in motion: until it rests, all it says is one step.
    Move(Edit),
    /// The control came to rest.
    Rest,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Hide or show names.
    HideNames(bool),
    /// The answers came.
    Answered(Box<Overview>),
    /// What can be told without days came.
    Summed(Box<SumsView>),
    /// What only a person can tell about the files came.
    Questioned(Vec<QuestionView>),
    /// What was noticed while reading came.
    Grouped(Vec<FindingGroupView>),
    /// What was bought, as the files say, came.
    Purchased(Box<PurchasesView>),
    /// The desk would not take the plan.
    PlanRefused(Vec<String>),
    /// The worker died; the panel is on the screen.
    WorkerDied,
    /// The person chose to start again.
    WorkerStartAgain,
    /// Something was copied, or could not be.
    Copied(Copied),
    /// Save the workspace.
    Save,
    /// Keep the exports in the workspace, or not.
    KeepExports(bool),
    /// The exports to be kept are packed.
    Packed {
        /// Which files they are.
        ids: Vec<u32>,
        /// They, or what could not be read.
        packed: Result<Vec<Packed>, Unpackable>,
    },
    /// The exports kept in a workspace are unpacked.
    Unpacked {
        /// The workspace's name.
        name: String,
        /// The files, and the names of those that are damaged.
        files: Vec<Result<PickedFile, String>>,
    },
    /// A notice was read.
    Dismiss(u32),
}

/// What became of copying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It is in the clipboard.
    Done,
    /// The browser would not.
    Refused,
    /// The clipboard takes no pictures: it was saved under this name.
    SavedInstead(String),
}

impl From<bool> for Copied {
    fn from(worked: bool) -> Copied {
        if worked { Copied::Done } else { Copied::Refused }
    }
}

/// Something to do.
#[derive(Clone, Debug)]
pub enum Command {
    /// Ask the desk.
    Ask(Ask),
    /// Stream this file to the desk.
    Feed(u32),
    /// Stop streaming.
    Abandon,
    /// End the worker and start one with an empty desk.
    Respawn,
    /// Read a workspace file's text.
    ReadWorkspace(PickedFile),
    /// Pack these files, to be kept in the workspace.
    Pack {
        /// Their numbers.
        ids: Vec<u32>,
        /// They themselves.
        files: Vec<PickedFile>,
    },
    /// Unpack what a workspace kept.
    Unpack {
        /// The workspace's name.
        name: String,
        /// The exports in it.
        exports: Vec<Packed>,
    },
    /// Save this text as the workspace file.
    SaveWorkspace(String),
    /// Leave the workspace with the loader, so that a panic cannot lose it.
    Mirror(String),
}
