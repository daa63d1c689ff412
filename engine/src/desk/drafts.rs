//! Texts to tell the team with.

use super::Facts;
use crate::export::drafts::{
    Draft, Grounds, calendar_entry, manager_note, onboarding_sheet, personal_note, planned_work, reminder,
};
use serde::{Deserialize, Serialize};

/// Which text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DraftKind {
    /// The quarterly reminder to everybody.
    Reminder,
    /// The friendly note to one person.
    Person {
        /// Their id.
        id: String,
    },
    /// The note to a manager.
    Manager,
    /// The question to project managers for planned work.
    PlannedWork,
    /// The onboarding sheet, one page.
    Onboarding,
    /// The calendar entry for the reminder.
    Calendar,
}

/// The text that is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftAsk {
    /// Which.
    pub kind: DraftKind,
}

/// The text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftView {
    /// The address it is for; `None` where the user chooses.
    pub to: Option<String>,
    /// What it is about.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// A name for a file of it.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
}

/// A text; `None` without use, or for somebody without a charge in these days.
pub fn draft(facts: Facts<'_>, ask: &DraftAsk) -> Option<DraftView> {
    let Facts { log, plan, report, licences, .. } = facts;
    let grounds = Grounds { log, plan, report: report?, licences };
    let (draft, name): (Draft, &str) = match &ask.kind {
        DraftKind::Reminder => (reminder(grounds), "flexgauge-reminder.txt"),
        DraftKind::Person { id } => {
            let person = log.people().binary_search_by(|person| person.id.as_str().cmp(id)).ok()?;
            (personal_note(grounds, person as u32)?, "flexgauge-note.txt")
        }
        DraftKind::Manager => (manager_note(grounds), "flexgauge-manager.txt"),
        DraftKind::PlannedWork => (planned_work(grounds), "flexgauge-planned-work.txt"),
        DraftKind::Onboarding => (onboarding_sheet(grounds), "flexgauge-onboarding.txt"),
        DraftKind::Calendar => (calendar_entry(grounds), "flexgauge-reminder.ics"),
    };
    let is_calendar = ask.kind == DraftKind::Calendar;
    let media_type = if is_calendar { "text/calendar" } else { "text/plain" };
    Some(DraftView {
        to: draft.to,
        subject: draft.subject,
        body: draft.body,
        file_name: name.to_string(),
        media_type: format!("{media_type};charset=utf-8"),
    })
}
