//! What the user noted about what they saw: whose use is expected, which notices are dismissed, and
//! the limits whose crossing is reported.

use super::{Caps, Plan};

/// A person whose use is as it should be, however large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The person's id, in lower case.
    pub user: String,
    /// Why; empty where nothing was noted.
    pub note: String,
}

/// One change of what was noted.
#[derive(Clone, Debug, PartialEq)]
pub enum NoteEdit {
    /// Says that a person's use is expected, or what is noted about it.
    Expected {
        /// The person's id.
        user: String,
        /// Why; may be empty.
        note: String,
    },
    /// Takes that back.
    NotExpected {
        /// The person's id.
        user: String,
    },
    /// A notice is not shown among the others any more.
    Dismiss {
        /// The notice's stable key, such as `spike:2026-03-04`.
        key: String,
        /// Why; may be empty.
        note: String,
    },
    /// It is shown again.
    Restore {
        /// The notice's key.
        key: String,
    },
    /// Limits whose crossing is reported.
    Caps(Caps),
}

impl Plan {
    /// What was noted about a person's use being expected; `None` where it was not called so.
    pub fn expected_note(&self, user: &str) -> Option<&str> {
        let user = user.to_lowercase();
        let place = self.expected.binary_search_by(|one| one.user.as_str().cmp(&user)).ok()?;
        Some(&self.expected[place].note)
    }

    pub(super) fn apply_note_edit(&mut self, edit: &NoteEdit) {
        match edit {
            NoteEdit::Expected { user, note } => {
                let one = Expected { user: user.to_lowercase(), note: note.trim().to_string() };
                match self.expected.binary_search_by(|known| known.user.cmp(&one.user)) {
                    Ok(place) => self.expected[place] = one,
                    Err(place) => self.expected.insert(place, one),
                }
            }
            NoteEdit::NotExpected { user } => {
                let user = user.to_lowercase();
                self.expected.retain(|one| one.user != user);
            }
            NoteEdit::Dismiss { key, note } => {
                self.dismissed.insert(key.clone(), note.trim().to_string());
            }
            NoteEdit::Restore { key } => {
                self.dismissed.remove(key);
            }
            NoteEdit::Caps(caps) => self.caps = *caps,
        }
    }
}
