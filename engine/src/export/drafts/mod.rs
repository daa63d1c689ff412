//! Texts to tell the team with, from the user's own numbers: to copy, to print or to open in a mail
//! program. They teach the charge rule as it is: a launch costs its day at once, and closing saves only
//! what would still be in use after 24 hours.

mod calendar;
mod mails;
mod pieces;
mod sheet;

use crate::analysis::Report;
use crate::analysis::licences::Licences;
use crate::plan::Plan;
use crate::usage::Log;

pub use calendar::{calendar_entry, next_quarter};
pub use mails::{manager_note, personal_note, planned_work, reminder};
pub use sheet::onboarding_sheet;

/// What drafts are made from.
#[derive(Clone, Copy)]
pub struct Grounds<'a> {
    /// The log.
    pub log: &'a Log,
    /// The plan.
    pub plan: &'a Plan,
    /// The results.
    pub report: &'a Report,
    /// The results about licences, where they were worked out.
    pub licences: Option<&'a Licences>,
}

/// A text, ready to be sent by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The address it is for; `None` where the user chooses.
    pub to: Option<String>,
    /// What it is about.
    pub subject: String,
    /// Its text, lines ended by a line feed.
    pub body: String,
}
