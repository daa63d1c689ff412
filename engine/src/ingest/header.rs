//! Where the table begins: the delimiter and the header's record, decided from the head of the file.

use super::columns::{Columns, known_columns};
use super::forms::Form;
use super::limits::{HEAD_BYTES_MAX, HEADER_RECORDS_MAX, Limits};
use super::preview::{PREVIEW_COLUMNS_MAX, PREVIEW_ROWS_MAX, Preview};
use super::record::Record;
use super::records::{Records, Sink};
use super::text::trim;
use crate::usage::Mapping;
use std::cmp::Ordering;

/// In this order where two fit alike.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Fewer known columns make no header.
pub const KNOWN_COLUMNS_MIN: usize = 2;

/// A record of fewer cells is a title.
const ROW_CELLS_MIN: usize = 2;

/// Where a table begins.
pub struct Header {
    /// What separates fields.
    pub delimiter: u8,
    /// The header's index among the records of the file.
    pub index: usize,
    /// The mapping that is for this header.
    pub mapping: Option<Mapping>,
    /// The first rows.
    pub preview: Preview,
    /// A table above this one that might have been read as well: its line and its columns.
    pub above: Option<(u32, Vec<String>)>,
}

/// No header was found.
pub struct NoHeader {
    /// The cells that came nearest to one.
    pub widest: Vec<String>,
    /// The first rows, in case somebody says what they are.
    pub preview: Preview,
}

/// Finds the header in the decoded head of a file: the one that a mapping is for, else the record whose columns
/// do best, else the one with the most known columns. One with rows below it stands, unless a later one does
/// better: what is below it is another table then.
pub fn find(head: &[u8], limits: Limits, mappings: &[Mapping]) -> Result<Header, NoHeader> {
    // A file saved again with another delimiter may keep the line that names the old one.
    let named = named_delimiter(head).map(|named| candidates(head, limits, mappings, &[named]));
    let candidates = named
        .filter(|named| named.iter().any(|(_, candidate)| candidate.is_header()))
        .unwrap_or_else(|| candidates(head, limits, mappings, &DELIMITERS));
    let mut best: Option<(u8, &Candidate<'_>)> = None;
    for (delimiter, candidate) in &candidates {
        if best.is_none_or(|(_, best)| candidate.rank() > best.rank()) {
            best = Some((*delimiter, candidate));
        }
    }
    if let Some((delimiter, candidate)) = best
        && candidate.is_header()
    {
        return Ok(Header {
            delimiter,
            index: candidate.index,
            mapping: candidate.mapping.cloned(),
            preview: Preview::of(&candidate.records, candidate.index_of_kept),
            above: candidate.above.clone(),
        });
    }
    let widest = candidates
        .into_iter()
        .map(|(_, c)| c)
        .reduce(|a, b| if b.widest.len() > a.widest.len() { b } else { a });
    let widest = widest.unwrap_or_default();
    let index =
        widest.records.iter().position(|cells| cells.len() == widest.widest.len()).unwrap_or_default();
    Err(NoHeader { preview: Preview::of(&widest.records, index), widest: widest.widest })
}

/// What the head's records look like with each of these delimiters.
fn candidates<'a>(
    head: &[u8],
    limits: Limits,
    mappings: &'a [Mapping],
    delimiters: &[u8],
) -> Vec<(u8, Candidate<'a>)> {
    delimiters
        .iter()
        .map(|&delimiter| {
            let mut candidate = Candidate { mappings, ..Candidate::default() };
            // A header of too many columns is still found, so that it can be said.
            let mut records = Records::new(delimiter, Limits { columns_max: HEAD_BYTES_MAX, ..limits });
            records.push(head, &mut candidate);
            records.finish(&mut candidate);
            (delimiter, candidate)
        })
        .collect()
}

/// The delimiter in Excel's own first line, `sep=;`.
fn named_delimiter(head: &[u8]) -> Option<u8> {
    let line = head.split(|b| matches!(b, b'\n' | b'\r')).next()?;
    let line = line.strip_prefix(b"\"").and_then(|l| l.strip_suffix(b"\"")).unwrap_or(line);
    match line {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] => {
            (delimiter.is_ascii() && *delimiter != b'"').then_some(*delimiter)
        }
        _ => None,
    }
}

/// The best header so far.
#[derive(Default)]
struct Candidate<'a> {
    mappings: &'a [Mapping],
    mapping: Option<&'a Mapping>,
    seen: usize,
    worth: u8,
    known: usize,
    line: u32,
    /// Whether rows stand below it.
    has_rows: bool,
    above: Option<(u32, Vec<String>)>,
    index: usize,
    widest: Vec<String>,
    /// The first records that are not blank.
    records: Vec<Vec<String>>,
    index_of_kept: usize,
}

impl Candidate<'_> {
    fn is_header(&self) -> bool {
        self.known >= KNOWN_COLUMNS_MIN || self.mapping.is_some()
    }

    fn rank(&self) -> (bool, u8, usize) {
        (self.mapping.is_some(), self.worth, self.known)
    }

    /// Whether a record of so many known columns is a better header.
    fn is_beaten_by(&self, worth: u8, known: usize) -> bool {
        match worth.cmp(&self.worth) {
            Ordering::Less => false,
            Ordering::Equal => known > self.known && (worth == 0 || !self.has_rows),
            Ordering::Greater => true,
        }
    }
}

impl Sink for Candidate<'_> {
    fn record(&mut self, record: &Record<'_>) {
        let index = self.seen;
        self.seen += 1;
        let is_head = index < HEADER_RECORDS_MAX;
        if record.is_blank() || (!is_head && self.records.len() > HEADER_RECORDS_MAX + PREVIEW_ROWS_MAX) {
            return;
        }
        let kept = self.records.len();
        let cell = |cell: std::borrow::Cow<'_, str>| trim(&cell).to_string();
        self.records.push(record.fields().take(PREVIEW_COLUMNS_MAX).map(cell).collect());
        if !is_head {
            return;
        }
        let known = known_columns(record);
        let cells: Vec<String> = record.fields().map(cell).collect();
        let mapping = self.mappings.iter().find(|mapping| mapping.is_for(&cells));
        let worth = if known < KNOWN_COLUMNS_MIN { 0 } else { Form::worth(&Columns::of(record)) };
        if self.mapping.is_none() && (mapping.is_some() || self.is_beaten_by(worth, known)) {
            self.above = (self.worth > 0 && self.has_rows)
                .then(|| (self.line, self.records.get(self.index_of_kept).cloned().unwrap_or_default()));
            (self.worth, self.known, self.line) = (worth, known, record.line);
            self.index = index;
            self.index_of_kept = kept;
            self.mapping = mapping;
            self.has_rows = false;
        } else {
            self.has_rows |= cells.iter().filter(|cell| !cell.is_empty()).count() >= ROW_CELLS_MIN;
        }
        if record.len() > self.widest.len() {
            self.widest = cells;
        }
    }

    fn columns(&self) -> usize {
        0
    }
}
