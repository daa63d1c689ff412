//! Bytes of an export → rows and findings. Reading never fails: it gives rows *and* findings.
//!
//! `sniff` tells what is no table at all, `decode` turns bytes into UTF-8 (`wrapped` takes lines out of quotation
//! marks), `header` finds where the table begins, `records` cuts it into records (`plain` the simple lines, `quotes`
//! tells stray marks), `columns` knows which column is which, `placeholders` which cells only stand for nothing, and
//! `forms` what columns make together. `body` hands the rows on: `daily` and `sheet` keep each distinct text once
//! (`seen`; `pasted` tells a header below the first), and `settle` and `cells` (`values`, `sheet_readings`) decide at
//! the end how days (`dates`, `date_columns`) and tokens (`numbers`) are to be read; `file_read` is what comes of it.
//! All sentences are in `findings`. Knows nothing of other files, of rules and of the page.

mod access;
#[cfg(test)]
mod agree;
mod body;
mod cells;
mod columns;
mod daily;
mod date_columns;
mod dates;
mod decode;
mod fields;
mod file_read;
mod findings;
mod forms;
mod header;
mod kept;
mod lack;
mod limits;
mod lists;
mod months;
mod numbers;
mod pasted;
mod people;
mod placeholders;
mod plain;
mod preview;
mod question;
mod quotes;
mod readings;
mod record;
mod records;
mod seen;
mod sessions;
mod settle;
mod sheet;
mod sheet_readings;
mod sniff;
mod swapped;
mod text;
mod totals;
mod values;
mod wrapped;

pub use file_read::FileRead;
pub use limits::{
    CELL_BYTES_MAX, COLUMNS_MAX, DISTINCT_BYTES_MAX, FILE_BYTES_MAX, HEAD_BYTES_MAX, HEADER_RECORDS_MAX,
    LINE_BYTES_MAX, Limits, QUOTED_LINE_BREAKS_MAX, ROWS_MAX,
};
pub use preview::{
    ColumnVerdict, Guess, PREVIEW_BYTES_MAX, PREVIEW_COLUMNS_MAX, PREVIEW_ROWS_MAX, Preview, Why, guesses,
    verdicts,
};
pub use question::{Choices, DayOrder, DecimalMark, MonthlyTokens, Question, Sample, Subject};
pub use sessions::SESSION_SECONDS_MAX;

use crate::usage::{Access, Finding, MappedRule, Mapping, Shape, print};
use body::{Body, State};
use decode::Decoder;
use file_read::unreadable;
use records::Records;
use wrapped::Unwrapper;

/// One file being read. Bytes are pushed in slices of any size; where they are cut changes nothing.
pub struct FileReader {
    name: String,
    limits: Limits,
    choices: Choices,
    mappings: Vec<Mapping>,
    bytes: u64,
    expected: u64,
    is_too_large: bool,
    head_print: u64,
    preview: Preview,
    stage: Stage,
}

/// How far the reader is.
enum Stage {
    /// Collecting the head, from which everything about the file's form is decided.
    Head(Vec<u8>),
    /// Reading records.
    Table(Box<Table>),
    /// Nothing can be read.
    Foreign(Finding),
}

struct Table {
    decoder: Decoder,
    /// Where lines stand in quotation marks as a whole.
    unwrapper: Option<Unwrapper>,
    records: Records,
    body: Body,
}

impl FileReader {
    /// Begins a file.
    pub fn new(name: &str) -> FileReader {
        FileReader {
            name: name.to_string(),
            limits: Limits::default(),
            choices: Choices::default(),
            mappings: Vec::new(),
            bytes: 0,
            expected: 0,
            is_too_large: false,
            head_print: 0,
            preview: Preview::default(),
            stage: Stage::Head(Vec::new()),
        }
    }

    /// With what the user answered to the [`Question`]s of an earlier reading. Before the first slice.
    pub fn with_choices(self, choices: Choices) -> FileReader {
        FileReader { choices, ..self }
    }

    /// With what the user once said about files with certain headers. Before the first slice.
    pub fn with_mappings(self, mappings: Vec<Mapping>) -> FileReader {
        FileReader { mappings, ..self }
    }

    /// With other limits than the constants. Before the first slice.
    pub fn with_limits(self, limits: Limits) -> FileReader {
        FileReader { limits, ..self }
    }

    /// With so many bytes to come, as far as that is known: room for their rows is made at once, since a list
    /// that grows stands in memory twice. Before the first slice.
    pub fn expect(&mut self, bytes: u64) {
        self.expected = bytes.min(self.limits.file_bytes_max);
    }

    /// Reads the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        let room = usize::try_from(self.limits.file_bytes_max - self.bytes).unwrap_or(usize::MAX);
        self.is_too_large |= bytes.len() > room;
        let bytes = &bytes[..bytes.len().min(room)];
        self.bytes += bytes.len() as u64;
        let mut rest = bytes;
        if let Stage::Head(head) = &mut self.stage {
            let (taken, later) = bytes.split_at(bytes.len().min(HEAD_BYTES_MAX - head.len()));
            head.extend_from_slice(taken);
            if head.len() < HEAD_BYTES_MAX {
                return;
            }
            rest = later;
            self.leave_head();
        }
        if let Stage::Table(table) = &mut self.stage {
            table.push(rest);
        }
    }

    /// Bytes and rows read so far.
    pub fn progress(&self) -> (u64, u64) {
        let rows = match &self.stage {
            Stage::Table(table) => match &table.body.state {
                State::Daily(daily) => daily.rows,
                State::Sheet(sheet) => sheet.rows,
                _ => 0,
            },
            _ => 0,
        };
        (self.bytes, rows)
    }

    /// Ends the file: decides how its columns are to be read and reads them.
    pub fn finish(mut self) -> FileRead {
        self.leave_head();
        let mut read = match self.stage {
            Stage::Foreign(finding) => unreadable(self.name, finding),
            Stage::Head(_) => unreadable(self.name, findings::empty_file()),
            Stage::Table(table) => table.finish(self.name, self.is_too_large),
        };
        read.preview = self.preview;
        read.usable.print = self.head_print ^ self.bytes;
        read
    }

    fn leave_head(&mut self) {
        let Stage::Head(head) = &mut self.stage else { return };
        let head = std::mem::take(head);
        self.head_print = print(&head);
        let (stage, preview) = self.after(&head);
        (self.stage, self.preview) = (stage, preview);
        if let Stage::Table(table) = &mut self.stage
            && let State::Daily(daily) = &mut table.body.state
        {
            daily.make_room(self.expected, head.len() as u64);
        }
    }

    /// Decides from a file's head how to go on.
    fn after(&self, head: &[u8]) -> (Stage, Preview) {
        let (limits, nothing) = (self.limits, Preview::default());
        if let Some(finding) = sniff::foreign(head) {
            return (Stage::Foreign(finding), nothing);
        }
        let (mut decoder, unmarked) = Decoder::new(head);
        let text = decoder.decode(unmarked);
        if text.iter().all(u8::is_ascii_whitespace) && head.len() < HEAD_BYTES_MAX {
            return (Stage::Foreign(findings::empty_file()), nothing);
        }
        let find = |text: &[u8]| header::find(text, limits, &self.mappings);
        let (header, mut unwrapper) = match find(text) {
            Ok(header) => (header, None),
            Err(none) => match wrapped::unwrapped(text).and_then(|lines| find(&lines).ok()) {
                Some(header) => (header, Some(Unwrapper::default())),
                None => return (Stage::Foreign(findings::no_usable_column(&none.widest)), none.preview),
            },
        };
        let choices = match &header.mapping {
            Some(mapping) => Choices {
                days: self.choices.days.or(mapping.days),
                numbers: self.choices.numbers.or(mapping.numbers),
                months: self.choices.months.or(mapping.months),
            },
            None => self.choices,
        };
        let mapping = header.mapping.filter(|mapping| !mapping.fields.is_empty());
        let mut records = Records::new(header.delimiter, limits);
        let state = State::Above;
        let first_rows = header.preview.rows.clone();
        let header_index = header.index;
        let mut body = Body { header_index, seen: 0, limits, choices, mapping, first_rows, state };
        let text = if let Some(unwrapper) = &mut unwrapper { unwrapper.push(text) } else { text };
        records.push(text, &mut body);
        if let Some((line, names)) = &header.above {
            body.report(findings::table_above(*line, names));
        }
        (Stage::Table(Box::new(Table { decoder, unwrapper, records, body })), header.preview)
    }
}

impl Table {
    fn push(&mut self, bytes: &[u8]) {
        let text = self.decoder.decode(bytes);
        let text = if let Some(unwrapper) = &mut self.unwrapper { unwrapper.push(text) } else { text };
        self.records.push(text, &mut self.body);
    }

    fn finish(mut self, name: String, is_too_large: bool) -> FileRead {
        if is_too_large {
            self.records.abandon();
        } else if let Some(unwrapper) = &mut self.unwrapper {
            self.records.push(unwrapper.finish(), &mut self.body);
        }
        self.records.finish(&mut self.body);
        let too_large =
            is_too_large.then(|| findings::file_too_large(&self.body.limits, self.records.line()));
        let (rows, shape, settled) = match self.body.state {
            State::Daily(mut daily) => {
                daily.end_other_table();
                too_large.into_iter().for_each(|finding| daily.findings.push(finding));
                let shape = match (daily.is_usable, &self.body.mapping) {
                    (false, _) => Shape::Unknown,
                    (true, Some(_)) => Shape::Mapped,
                    (true, None) => Shape::Daily,
                };
                let (rows, mut settled) = (daily.rows, settle::settle(*daily));
                if self.body.mapping.as_ref().is_some_and(|mapping| mapping.rule == Some(MappedRule::Eba)) {
                    settled.usable.is_eba = true;
                    settled.usable.rows.iter_mut().for_each(|row| row.access = Access::Eba);
                }
                (rows, shape, settled)
            }
            State::Sheet(mut sheet) => {
                sheet.end_other_table();
                too_large.into_iter().for_each(|finding| sheet.findings.push(finding));
                let shape = if sheet.is_usable { sheet.form.shape() } else { Shape::Unknown };
                (sheet.rows, shape, sheet::settle(*sheet))
            }
            State::Refused(finding) => return unreadable(name, finding),
            State::Above => return unreadable(name, findings::no_usable_column(&[])),
        };
        let settle::Settled { not_rows, left_out, tokens_left_out, usable, findings, question } = settled;
        let rows = rows - not_rows;
        let preview = Preview::default();
        FileRead { name, shape, rows, left_out, tokens_left_out, usable, findings, question, preview }
    }
}
