//! Where the table begins: the delimiter and the header's record, decided from the head of the file.

use super::columns::known_columns;
use super::limits::{HEAD_BYTES_MAX, HEADER_RECORDS_MAX, Limits};
use super::record::Record;
use super::records::{Records, Sink};
use super::text::trim;

/// In this order where two fit alike.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Fewer known columns make no header.
const KNOWN_COLUMNS_MIN: usize = 2;

/// Where a table begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// What separates fields.
    pub delimiter: u8,
    /// The header's index among the records of the file.
    pub index: usize,
}

/// Finds the header in the decoded head of a file, else the cells that came nearest to one.
pub fn find(head: &[u8], limits: Limits) -> Result<Header, Vec<String>> {
    let named = named_delimiter(head);
    let delimiters = named.as_ref().map_or(&DELIMITERS[..], std::slice::from_ref);
    let candidates: Vec<(u8, Candidate)> = delimiters
        .iter()
        .map(|&delimiter| {
            let mut candidate = Candidate::default();
            // A header of too many columns is still found, so that it can be said.
            let mut records = Records::new(delimiter, Limits { columns_max: HEAD_BYTES_MAX, ..limits });
            records.push(head, &mut candidate);
            records.finish(&mut candidate);
            (delimiter, candidate)
        })
        .collect();
    let mut best: Option<(u8, &Candidate)> = None;
    for (delimiter, candidate) in &candidates {
        if best.is_none_or(|(_, best)| candidate.known > best.known) {
            best = Some((*delimiter, candidate));
        }
    }
    if let Some((delimiter, candidate)) = best
        && candidate.known >= KNOWN_COLUMNS_MIN
    {
        return Ok(Header { delimiter, index: candidate.index });
    }
    let widest =
        candidates.into_iter().map(|(_, c)| c.widest).reduce(|a, b| if b.len() > a.len() { b } else { a });
    Err(widest.unwrap_or_default())
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

/// The record with the most known columns so far.
#[derive(Default)]
struct Candidate {
    seen: usize,
    known: usize,
    index: usize,
    widest: Vec<String>,
}

impl Sink for Candidate {
    fn record(&mut self, record: &Record<'_>) {
        let index = self.seen;
        self.seen += 1;
        if index >= HEADER_RECORDS_MAX || record.is_blank() {
            return;
        }
        let known = known_columns(record);
        if known > self.known {
            self.known = known;
            self.index = index;
        }
        if record.len() > self.widest.len() {
            self.widest = record.fields().map(|cell| trim(&cell).to_string()).collect();
        }
    }

    fn columns(&self) -> usize {
        0
    }
}
