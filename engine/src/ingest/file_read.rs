//! What comes of one file.

use super::preview::Preview;
use super::question::Question;
use crate::usage::{FileRows, Finding, Findings, NewFile, Shape, Tokens};

/// What came of one file. `rows = rows usable + left_out`.
pub struct FileRead {
    /// The file's name without folders.
    pub name: String,
    /// What it was recognised as.
    pub shape: Shape,
    /// Rows read: every record below the header that is neither blank nor a totals line.
    pub rows: u64,
    /// Of those, the ones left out, each with a finding.
    pub left_out: u64,
    /// The tokens of the rows left out, as far as they could be read, and those that seats' rows state.
    pub tokens_left_out: Tokens,
    /// The others.
    pub usable: FileRows,
    /// What was noticed: the whole file first, then by line.
    pub findings: Findings,
    /// What only a person can tell. Rows that hang on it are left out; reading the file again with
    /// [`FileReader::with_choices`] settles it.
    pub question: Option<Question>,
    /// Its first rows, for the mapping screen.
    pub preview: Preview,
}

impl From<FileRead> for NewFile {
    /// What the log takes of it.
    fn from(read: FileRead) -> NewFile {
        NewFile {
            name: read.name,
            shape: read.shape,
            rows: read.rows,
            left_out: read.left_out,
            tokens_left_out: read.tokens_left_out,
            findings: read.findings,
            usable: read.usable,
        }
    }
}

/// A file of which nothing was read.
pub fn unreadable(name: String, finding: Finding) -> FileRead {
    let mut findings = Findings::default();
    findings.push(finding);
    FileRead {
        name,
        shape: Shape::Unknown,
        rows: 0,
        left_out: 0,
        tokens_left_out: Tokens::ZERO,
        usable: FileRows::default(),
        findings,
        question: None,
        preview: Preview::default(),
    }
}
