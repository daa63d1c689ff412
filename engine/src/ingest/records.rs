//! Text → records, streaming: slices are pushed, records come out, wherever the slices are cut.
//!
//! Stands on csv-core's state machine and adds what it leaves to its caller: line numbers, limits,
//! and quotation marks that were never meant as such. A stray one at the start of a cell would join
//! all lines up to the next; such a record is given up after its first line and the lines below it
//! are read again.

use super::limits::Limits;
use super::plain::plain_line;
use super::quotes::{has_text_behind_closing, holds_rows};
use super::record::{Flaw, Record};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::borrow::Cow;

/// Bytes that are parsed before the limits are looked at again.
const FEED_BYTES_MAX: usize = 64 * 1024;

/// What takes the records.
pub trait Sink {
    /// The next record.
    fn record(&mut self, record: &Record<'_>);

    /// How many columns the table has; 0 as long as its header was not seen.
    fn columns(&self) -> usize;
}

/// Reads the records of one file.
pub struct Records {
    reader: Reader,
    delimiter: u8,
    limits: Limits,
    out: Vec<u8>,
    out_len: usize,
    ends: Vec<usize>,
    ends_len: usize,
    /// The line that is being read.
    line: u32,
    in_record: bool,
    /// The bytes of the unfinished record that came with earlier slices.
    carry: Vec<u8>,
    /// In the rest of a line that was given up.
    skipping: bool,
}

/// A record that was given up, inside the input at hand.
struct GivenUp {
    /// Where it begins, or where it goes on if its beginning was carried over.
    start: usize,
    /// Where reading stopped.
    stop: usize,
    /// Line breaks in it so far.
    breaks: u64,
    /// Whether it ran out of room for fields.
    too_many_fields: bool,
}

impl Records {
    /// For fields separated by `delimiter`.
    pub fn new(delimiter: u8, limits: Limits) -> Records {
        let mut records = Records {
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            delimiter,
            limits,
            out: vec![0; 4096],
            out_len: 0,
            ends: vec![0; 64.min(limits.columns_max + 1)],
            ends_len: 0,
            line: 1,
            in_record: false,
            carry: Vec::new(),
            skipping: false,
        };
        records.restart();
        records
    }

    /// The line that is being read.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Reads the next slice.
    pub fn push(&mut self, slice: &[u8], sink: &mut impl Sink) {
        for chunk in slice.chunks(FEED_BYTES_MAX) {
            let mut at = 0;
            while let Some(given_up) = self.read(chunk, at, sink) {
                at = self.give_up(chunk, &given_up, sink);
            }
        }
    }

    /// Ends the file: the record that is still open is the last.
    pub fn finish(&mut self, sink: &mut impl Sink) {
        while self.in_record {
            let breaks = self.reader.line();
            let unclosed = self.is_inside_quotes();
            if self.ends_len == self.ends.len() {
                self.ends.push(0);
            }
            let (_, _, _, ends) = self.reader.read_record(&[], &mut [], &mut self.ends[self.ends_len..]);
            self.ends_len += ends;
            let too_many_fields = self.ends_len > self.limits.columns_max;
            if unclosed || too_many_fields || self.is_broken(breaks, &[], sink) {
                self.give_up(&[], &GivenUp { start: 0, stop: 0, breaks, too_many_fields }, sink);
            } else {
                self.emit(sink);
                self.carry.clear();
                self.in_record = false;
            }
        }
    }

    /// Forgets the unfinished record.
    pub fn abandon(&mut self) {
        self.in_record = false;
        self.carry.clear();
    }

    /// Reads records out of `input` from `at` on, to its end or to a record that is given up.
    fn read(&mut self, input: &[u8], at: usize, sink: &mut impl Sink) -> Option<GivenUp> {
        let mut at = self.skip_line(input, at);
        let mut start = at;
        loop {
            if !self.in_record {
                at = self.skip_blank(input, at);
                if at == input.len() {
                    return None;
                }
                if let Some(len) = self.plain_record(&input[at..], sink) {
                    at += len;
                    continue;
                }
                start = at;
                self.begin();
            }
            if at == input.len() {
                return None;
            }
            let (result, bytes_in, bytes_out, ends) = self.reader.read_record(
                &input[at..],
                &mut self.out[self.out_len..],
                &mut self.ends[self.ends_len..],
            );
            at += bytes_in;
            self.out_len += bytes_out;
            self.ends_len += ends;
            let raw_len = self.carry.len() + at - start;
            let breaks = self.reader.line();
            let given_up = |too_many_fields| Some(GivenUp { start, stop: at, breaks, too_many_fields });
            match result {
                ReadRecordResult::Record if self.ends_len > self.limits.columns_max => {
                    return given_up(true);
                }
                ReadRecordResult::Record => {
                    let inner_breaks = breaks - u64::from(input[at - 1] == b'\n');
                    let unusual = inner_breaks > 0 || raw_len > self.limits.line_bytes_max;
                    if unusual && self.is_broken(inner_breaks, &input[start..at], sink) {
                        return given_up(false);
                    }
                    self.emit(sink);
                    self.line = self.line.saturating_add(breaks as u32);
                    self.in_record = false;
                    self.carry.clear();
                }
                ReadRecordResult::OutputFull if raw_len <= self.limits.line_bytes_max => {
                    self.out.resize(self.out.len() * 2, 0);
                }
                ReadRecordResult::OutputEndsFull if self.ends_len <= self.limits.columns_max => {
                    let room = (self.ends.len() * 2).min(self.limits.columns_max + 1);
                    self.ends.resize(room, 0);
                }
                ReadRecordResult::OutputEndsFull => return given_up(true),
                ReadRecordResult::InputEmpty if !self.is_beyond(breaks, raw_len) => {
                    self.carry.extend_from_slice(&input[start..at]);
                    return None;
                }
                _ => return given_up(false),
            }
        }
    }

    /// Hands over the line that `input` begins with and returns its length, if it is complete and
    /// without quotation marks.
    fn plain_record(&mut self, input: &[u8], sink: &mut impl Sink) -> Option<usize> {
        let len_max = self.limits.cell_bytes_max.min(self.limits.line_bytes_max.saturating_sub(2));
        let room = self.ends.len().min(self.limits.columns_max);
        let line = plain_line(input, self.delimiter, &mut self.ends[..room], len_max)?;
        let (bytes, ends) = (&input[..line.len], &self.ends[..line.fields]);
        sink.record(&Record { bytes, ends, is_plain: true, line: self.line, flaw: None });
        self.line = self.line.saturating_add(1);
        Some(line.len_with_end)
    }

    fn begin(&mut self) {
        self.in_record = true;
        self.reader.set_line(0);
        self.out_len = 0;
        self.ends_len = 0;
    }

    /// Past the rest of a line that was given up.
    fn skip_line(&mut self, input: &[u8], at: usize) -> usize {
        if !self.skipping {
            return at;
        }
        match input[at..].iter().position(|&b| b == b'\n') {
            Some(length) => {
                self.skipping = false;
                self.line = self.line.saturating_add(1);
                at + length + 1
            }
            None => input.len(),
        }
    }

    /// Past line ends between records.
    fn skip_blank(&mut self, input: &[u8], mut at: usize) -> usize {
        while let Some(b'\n' | b'\r') = input.get(at) {
            self.line = self.line.saturating_add(u32::from(input[at] == b'\n'));
            at += 1;
        }
        at
    }

    fn is_beyond(&self, breaks: u64, raw_len: usize) -> bool {
        breaks > self.limits.quoted_line_breaks_max || raw_len > self.limits.line_bytes_max
    }

    /// Whether a record of several lines is what a stray quotation mark leaves: too many lines, fields
    /// that do not fit the header, text behind a closing mark, or a cell that holds whole rows. `rest` is
    /// what of it was not carried over.
    fn is_broken(&self, breaks: u64, rest: &[u8], sink: &impl Sink) -> bool {
        let columns = sink.columns();
        if self.is_beyond(breaks, self.carry.len() + rest.len()) {
            return true;
        }
        if breaks == 0 || columns == 0 {
            return false;
        }
        let ends = &self.ends[..self.ends_len];
        let extra = ends
            .get(columns - 1)
            .is_some_and(|&end| self.out[end..self.out_len].iter().any(|b| !b.is_ascii_whitespace()));
        if ends.len() < columns || extra {
            return true;
        }
        let raw = match self.carry.is_empty() {
            true => Cow::Borrowed(rest),
            false => Cow::Owned([self.carry.as_slice(), rest].concat()),
        };
        let mut start = 0;
        has_text_behind_closing(&raw, self.delimiter)
            || ends.iter().any(|&end| {
                let cell = &self.out[start..end];
                start = end;
                holds_rows(cell, self.delimiter, columns)
            })
    }

    /// Asks a copy of the state machine whether a line end would end the record.
    fn is_inside_quotes(&self) -> bool {
        let mut probe = self.reader.clone();
        let (result, ..) = probe.read_record(b"\n", &mut [0; 8], &mut [0; 8]);
        result != ReadRecordResult::Record
    }

    /// Gives up a record: its first line is handed over with a flaw, the rest is read again. Returns
    /// where in `input` to go on.
    fn give_up(&mut self, input: &[u8], given_up: &GivenUp, sink: &mut impl Sink) -> usize {
        let raw = &input[given_up.start..given_up.stop];
        if self.carry.is_empty() {
            return given_up.start + self.hand_over_line(raw, given_up, sink);
        }
        let mut again = std::mem::take(&mut self.carry);
        again.extend_from_slice(raw);
        let mut at = self.hand_over_line(&again, given_up, sink);
        while let Some(next) = self.read(&again, at, sink) {
            // Nothing was carried, so whatever is given up now begins inside `again`.
            at = next.start + self.hand_over_line(&again[next.start..next.stop], &next, sink);
        }
        given_up.stop
    }

    /// Hands over the first line of `raw` as a flawed record and returns its length.
    fn hand_over_line(&mut self, raw: &[u8], given_up: &GivenUp, sink: &mut impl Sink) -> usize {
        let line_end = raw.iter().position(|&b| b == b'\n');
        let line_len = line_end.unwrap_or(raw.len());
        let flaw = if line_len > self.limits.line_bytes_max {
            Flaw::LineTooLong
        } else if given_up.too_many_fields && given_up.breaks <= self.limits.quoted_line_breaks_max {
            Flaw::TooManyFields
        } else {
            Flaw::StrayQuote
        };
        // As it stands, so that a header with a stray quotation mark is still a header.
        let bytes = if flaw == Flaw::StrayQuote { &raw[..line_len] } else { &[] };
        let is_delimiter = |(_, byte): &(usize, &u8)| **byte == self.delimiter;
        let ends: Vec<usize> =
            bytes.iter().enumerate().filter(is_delimiter).map(|(i, _)| i).chain(Some(bytes.len())).collect();
        sink.record(&Record { bytes, ends: &ends, is_plain: true, line: self.line, flaw: Some(flaw) });
        self.restart();
        self.in_record = false;
        self.skipping = line_end.is_none();
        self.line = self.line.saturating_add(u32::from(line_end.is_some()));
        line_end.map_or(raw.len(), |end| end + 1)
    }

    /// The state machine as at the start of a line. It would take three bytes at its very first call
    /// for a byte order mark; a blank line makes that call.
    fn restart(&mut self) {
        self.reader.reset();
        self.reader.read_record(b"\n", &mut [0; 1], &mut [0; 1]);
    }

    fn emit(&mut self, sink: &mut impl Sink) {
        let bytes = &self.out[..self.out_len];
        let ends = &self.ends[..self.ends_len];
        let mut start = 0;
        let is_too_large = |&end: &usize| {
            let len = end - start;
            start = end;
            len > self.limits.cell_bytes_max
        };
        let has_too_large = bytes.len() > self.limits.cell_bytes_max && ends.iter().any(is_too_large);
        let flaw = has_too_large.then_some(Flaw::CellTooLarge);
        sink.record(&Record { bytes, ends, is_plain: false, line: self.line, flaw });
    }
}
