//! Bytes of an export → rows and findings. Reading never fails: it gives rows *and* findings.

use crate::usage::{FileRows, Findings, Shape, Tokens};

/// One file being read. Bytes are pushed in slices of any size; where they are cut changes nothing.
pub struct FileReader {
    name: String,
    bytes: u64,
    lines: u64,
}

/// What came of one file. `rows = rows_usable + left_out`.
pub struct FileRead {
    /// The file's name without folders.
    pub name: String,
    /// What it was recognised as.
    pub shape: Shape,
    /// Rows read: every record below the header that is neither blank nor a totals line.
    pub rows: u64,
    /// Of those, the ones left out, each with a finding.
    pub left_out: u64,
    /// The tokens of the rows left out, as far as they could be read.
    pub tokens_left_out: Tokens,
    /// The others.
    pub usable: FileRows,
    /// What was noticed.
    pub findings: Findings,
}

impl FileReader {
    /// Begins a file.
    pub fn new(name: &str) -> FileReader {
        FileReader { name: name.to_string(), bytes: 0, lines: 0 }
    }

    /// Reads the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.lines += bytes.iter().filter(|b| **b == b'\n').count() as u64;
    }

    /// Bytes and rows read so far.
    pub fn progress(&self) -> (u64, u64) {
        (self.bytes, self.lines.saturating_sub(1))
    }

    /// Ends the file: decides how its columns are to be read and reads them.
    pub fn finish(self) -> FileRead {
        FileRead {
            rows: self.lines.saturating_sub(1),
            name: self.name,
            shape: Shape::Unknown,
            left_out: 0,
            tokens_left_out: Tokens::ZERO,
            usable: FileRows::default(),
            findings: Findings::default(),
        }
    }
}
