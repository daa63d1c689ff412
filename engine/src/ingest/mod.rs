//! Bytes of an export → rows and findings. Reading never fails: it gives rows *and* findings.
//!
//! `sniff` tells what is no table at all, `decode` turns bytes into UTF-8, `header` finds where the
//! table begins, `records` cuts it into records (`plain` the simple lines), `columns` knows which column is
//! which, `daily` takes the records and keeps each distinct text once (`seen`), and `settle` decides at the end how days (`dates`) and tokens (`numbers`) are to be
//! read. All sentences are in `findings`. Knows nothing of other files, of rules and of the page.

mod cells;
mod columns;
mod daily;
mod dates;
mod decode;
mod fields;
mod findings;
mod forms;
mod header;
mod limits;
mod lists;
mod months;
mod numbers;
mod people;
mod plain;
mod question;
mod readings;
mod record;
mod records;
mod seen;
mod sessions;
mod settle;
mod sheet;
mod sniff;
mod text;
mod totals;

pub use limits::{
    CELL_BYTES_MAX, COLUMNS_MAX, DISTINCT_BYTES_MAX, FILE_BYTES_MAX, HEAD_BYTES_MAX, HEADER_RECORDS_MAX,
    LINE_BYTES_MAX, Limits, QUOTED_LINE_BREAKS_MAX, ROWS_MAX,
};
pub use question::{Choices, DayOrder, DecimalMark, MonthlyTokens, Question, Sample, Subject};
pub use sessions::SESSION_SECONDS_MAX;

use crate::usage::{FileRows, Finding, Findings, Shape, Tokens};
use columns::Columns;
use daily::Daily;
use decode::Decoder;
use forms::Form;
use record::{Flaw, Record};
use records::{Records, Sink};
use sheet::Sheet;

/// One file being read. Bytes are pushed in slices of any size; where they are cut changes nothing.
pub struct FileReader {
    name: String,
    limits: Limits,
    choices: Choices,
    bytes: u64,
    is_too_large: bool,
    stage: Stage,
}

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
    /// The tokens of the rows left out, as far as they could be read.
    pub tokens_left_out: Tokens,
    /// The others.
    pub usable: FileRows,
    /// What was noticed: the whole file first, then by line.
    pub findings: Findings,
    /// What only a person can tell. Rows that hang on it are left out; reading the file again with
    /// [`FileReader::with_choices`] settles it.
    pub question: Option<Question>,
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
    records: Records,
    body: Body,
}

/// Passes over what stands above the header and hands on what stands below.
struct Body {
    header_index: usize,
    seen: usize,
    limits: Limits,
    choices: Choices,
    state: State,
}

enum State {
    Above,
    Daily(Box<Daily>),
    Sheet(Box<Sheet>),
    Refused(Finding),
}

impl FileReader {
    /// Begins a file.
    pub fn new(name: &str) -> FileReader {
        FileReader {
            name: name.to_string(),
            limits: Limits::default(),
            choices: Choices::default(),
            bytes: 0,
            is_too_large: false,
            stage: Stage::Head(Vec::new()),
        }
    }

    /// With what the user answered to the [`Question`]s of an earlier reading. Before the first slice.
    pub fn with_choices(self, choices: Choices) -> FileReader {
        FileReader { choices, ..self }
    }

    /// With other limits than the constants. Before the first slice.
    pub fn with_limits(self, limits: Limits) -> FileReader {
        FileReader { limits, ..self }
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
        let finding = match self.stage {
            Stage::Foreign(finding) => finding,
            Stage::Head(_) => findings::empty_file(),
            Stage::Table(table) => return table.finish(self.name, self.is_too_large),
        };
        unreadable(self.name, finding)
    }

    fn leave_head(&mut self) {
        if let Stage::Head(head) = &mut self.stage {
            let head = std::mem::take(head);
            self.stage = Stage::after(&head, self.limits, self.choices);
        }
    }
}

impl Stage {
    /// Decides from a file's head how to go on.
    fn after(head: &[u8], limits: Limits, choices: Choices) -> Stage {
        if let Some(finding) = sniff::foreign(head) {
            return Stage::Foreign(finding);
        }
        let (mut decoder, unmarked) = Decoder::new(head);
        let text = decoder.decode(unmarked);
        if text.iter().all(u8::is_ascii_whitespace) && head.len() < HEAD_BYTES_MAX {
            return Stage::Foreign(findings::empty_file());
        }
        let header = match header::find(text, limits) {
            Ok(header) => header,
            Err(cells) => return Stage::Foreign(findings::no_usable_column(&cells)),
        };
        let mut records = Records::new(header.delimiter, limits);
        let state = State::Above;
        let mut body = Body { header_index: header.index, seen: 0, limits, choices, state };
        records.push(text, &mut body);
        Stage::Table(Box::new(Table { decoder, records, body }))
    }
}

impl Table {
    fn push(&mut self, bytes: &[u8]) {
        let text = self.decoder.decode(bytes);
        self.records.push(text, &mut self.body);
    }

    fn finish(mut self, name: String, is_too_large: bool) -> FileRead {
        if is_too_large {
            self.records.abandon();
        }
        self.records.finish(&mut self.body);
        let too_large =
            is_too_large.then(|| findings::file_too_large(&self.body.limits, self.records.line()));
        let (rows, shape, settled) = match self.body.state {
            State::Daily(mut daily) => {
                too_large.into_iter().for_each(|finding| daily.findings.push(finding));
                let shape = if daily.is_usable { Shape::Daily } else { Shape::Unknown };
                (daily.rows, shape, settle::settle(*daily))
            }
            State::Sheet(mut sheet) => {
                too_large.into_iter().for_each(|finding| sheet.findings.push(finding));
                let shape = if sheet.is_usable { sheet.form.shape() } else { Shape::Unknown };
                (sheet.rows, shape, sheet::settle(*sheet))
            }
            State::Refused(finding) => return unreadable(name, finding),
            State::Above => return unreadable(name, findings::no_usable_column(&[])),
        };
        let settle::Settled { left_out, tokens_left_out, usable, findings, question } = settled;
        FileRead { name, shape, rows, left_out, tokens_left_out, usable, findings, question }
    }
}

impl Body {
    fn header(&self, record: &Record<'_>) -> State {
        if record.flaw == Some(Flaw::TooManyFields) {
            return State::Refused(findings::too_many_columns(&self.limits));
        }
        let columns = Columns::of(record);
        match Form::of(&columns) {
            Form::Daily => State::Daily(Box::new(Daily::new(record, columns, self.limits, self.choices))),
            form => State::Sheet(Box::new(Sheet::new(form, columns, self.limits, self.choices))),
        }
    }
}

impl Sink for Body {
    fn record(&mut self, record: &Record<'_>) {
        match &mut self.state {
            State::Daily(daily) => daily.record(record),
            State::Sheet(sheet) => sheet.record(record),
            State::Above if self.seen == self.header_index => self.state = self.header(record),
            State::Above => self.seen += 1,
            State::Refused(_) => {}
        }
    }

    fn columns(&self) -> usize {
        match &self.state {
            State::Daily(daily) => daily.columns.names.len(),
            State::Sheet(sheet) => sheet.columns.names.len(),
            _ => 0,
        }
    }
}

/// A file of which nothing was read.
fn unreadable(name: String, finding: Finding) -> FileRead {
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
    }
}
