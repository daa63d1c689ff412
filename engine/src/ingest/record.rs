//! One record, and the parts of it by which rows are told apart.

use super::decode::field_text;
use super::text::is_blank;
use std::borrow::Cow;

/// Why a record cannot be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A quotation mark opens a cell and is not closed where it should be.
    StrayQuote,
    /// The line is longer than the limit; it has no fields here.
    LineTooLong,
    /// There are more fields than the limit.
    TooManyFields,
    /// A cell is larger than the limit.
    CellTooLarge,
}

/// One record: bytes and where its fields end in them.
pub struct Record<'a> {
    /// The fields one after the other.
    pub bytes: &'a [u8],
    /// Where each ends.
    pub ends: &'a [usize],
    /// Whether the fields stand as in the file, one delimiter between two; else they stand end to end.
    pub is_plain: bool,
    /// The line it begins on; the first line is 1.
    pub line: u32,
    /// Why it cannot be trusted, if so.
    pub flaw: Option<Flaw>,
}

impl<'a> Record<'a> {
    /// How many fields it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// A field's bytes; none where the record has no field of that index.
    #[inline]
    pub fn cell(&self, index: usize) -> &'a [u8] {
        self.span(index, index)
    }

    /// A field as text.
    pub fn field(&self, index: usize) -> Cow<'a, str> {
        field_text(self.cell(index))
    }

    /// All fields as text.
    pub fn fields(&self) -> impl Iterator<Item = Cow<'a, str>> + '_ {
        (0..self.len()).map(|index| self.field(index))
    }

    /// Whether there is nothing but white space in it.
    pub fn is_blank(&self) -> bool {
        self.flaw.is_none() && (0..self.len()).all(|index| is_blank(self.cell(index)))
    }

    /// The bytes from the start of one field to the end of another, as far as the record goes.
    #[inline]
    fn span(&self, first: usize, last: usize) -> &'a [u8] {
        let Some(&end) = self.ends.get(last.min(self.len().wrapping_sub(1))) else { return &[] };
        let start = match first {
            0 => 0,
            _ => self.ends.get(first - 1).map_or(end, |before| before + usize::from(self.is_plain)),
        };
        self.bytes.get(start..end).unwrap_or(&[])
    }
}

/// The bytes of several columns taken together: equal exactly where all their cells are.
pub struct Key {
    /// Neighbouring columns, from first to last, in order.
    runs: Vec<(usize, usize)>,
    scratch: Vec<u8>,
}

impl Key {
    /// Of these columns.
    pub fn new(mut columns: Vec<usize>) -> Key {
        columns.sort_unstable();
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for column in columns {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == column => *last = column,
                _ => runs.push((column, column)),
            }
        }
        Key { runs, scratch: Vec::new() }
    }

    /// The key of a record.
    ///
    /// Plain fields hold no delimiter, so that their bytes as they stand, delimiters between them, are
    /// one. Others are written with their lengths, behind a quotation mark, which no plain field holds.
    #[inline]
    pub fn of<'a>(&'a mut self, record: &Record<'a>) -> &'a [u8] {
        if let [(first, last)] = self.runs[..]
            && record.is_plain
        {
            return record.span(first, last);
        }
        self.written(record)
    }

    #[inline(never)]
    fn written(&mut self, record: &Record<'_>) -> &[u8] {
        self.scratch.clear();
        for (index, &(first, last)) in self.runs.iter().enumerate() {
            if record.is_plain {
                if index > 0 && first < record.len() {
                    self.scratch.push(b'\n');
                }
                self.scratch.extend_from_slice(record.span(first, last));
                continue;
            }
            for column in first..=last {
                let cell = record.cell(column);
                self.scratch.push(b'"');
                self.scratch.extend_from_slice(&(cell.len() as u64).to_le_bytes());
                self.scratch.extend_from_slice(cell);
            }
        }
        &self.scratch
    }
}
