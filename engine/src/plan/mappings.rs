//! What was said once about files: how they are read, and which dates a report was made for.

use super::Plan;
use crate::usage::{Day, Mapping};

/// How many mappings a plan remembers; the oldest is forgotten first.
pub const MAPPINGS_MAX: usize = 100;

/// The dates that were chosen for a usage report, which does not state them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRange {
    /// The file's name, to be shown.
    pub file: String,
    /// Tells the file's content from another's of the same name.
    pub print: u64,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

/// A change of what was said about files.
#[derive(Clone, Debug, PartialEq)]
pub enum MappingEdit {
    /// Files with this header are read so, whatever was said before.
    Use(Mapping),
    /// Files with this header are read by their columns' names again.
    Forget {
        /// The header.
        header: Vec<String>,
    },
    /// The dates of a usage report.
    Range(ReportRange),
}

impl Plan {
    /// The mapping for files with a header.
    pub fn mapping_of<T: AsRef<str>>(&self, header: &[T]) -> Option<&Mapping> {
        self.mappings.iter().find(|mapping| mapping.is_for(header))
    }

    pub(super) fn apply_mapping_edit(&mut self, edit: &MappingEdit) {
        match edit {
            MappingEdit::Use(mapping) => {
                self.mappings.retain(|known| !known.is_for(&mapping.header));
                self.mappings.push(mapping.clone());
                let beyond = self.mappings.len().saturating_sub(MAPPINGS_MAX);
                self.mappings.drain(..beyond);
            }
            MappingEdit::Forget { header } => self.mappings.retain(|known| !known.is_for(header)),
            MappingEdit::Range(range) => {
                self.report_ranges.retain(|known| known.print != range.print);
                self.report_ranges.push(range.clone());
            }
        }
    }
}
