//! Every form but the daily export: takes records as they stream in and keeps the columns that the form
//! needs, each distinct text once. What dates and numbers mean is settled at the end (see `cells`).

use super::cells::Cells;
use super::columns::{Columns, Field, PERSON, PERSON_AND_PRODUCT};
use super::dates;
use super::decode::field_text;
use super::findings;
use super::forms::Form;
pub use super::kept::Column;
use super::kept::fields;
use super::limits::Limits;
use super::numbers;
use super::pasted::{Again, OtherTable, header_again};
use super::people::People;
use super::question::Choices;
use super::record::{Key, Record};
use super::seen::Seen;
use super::settle::Settled;
use super::swapped::is_swapped;
use super::text::{is_blank, trim};
use super::totals::{self, TOTALS_COMPARED_MAX, TotalsLine};
use super::{lists, months, sessions};
use crate::usage::{Findings, SessionRule};
use std::borrow::Cow;

/// Nobody, where a row names no person.
pub const NO_ONE: u32 = u32::MAX;

/// A file that is being read.
pub struct Sheet {
    /// What it is.
    pub form: Form,
    /// Its columns.
    pub columns: Columns,
    /// The limits of this reader.
    pub limits: Limits,
    /// What the user answered.
    pub choices: Choices,
    /// How charges come about, where the user mapped it.
    pub rule: SessionRule,
    /// Whether its tokens are those of an enterprise agreement.
    pub is_eba: bool,
    /// How far its clock is from UTC in seconds, where no row says so.
    pub utc_offset: i32,
    /// Everybody.
    pub people: People,
    /// The columns kept, and where in a row each begins.
    pub kept: Vec<(Field, Column, usize)>,
    /// The rows, one after the other: the person, then the columns.
    pub cells: Vec<u32>,
    /// How many numbers one row has.
    pub width: usize,
    /// The line of each row.
    pub lines: Vec<u32>,
    /// Totals lines.
    pub totals: Vec<TotalsLine>,
    /// Rows read.
    pub rows: u64,
    /// Of those, the ones left out so far.
    pub left_out: u64,
    /// Of those, the ones beyond the limit.
    pub rows_beyond: u64,
    /// What was noticed so far.
    pub findings: Findings,
    /// Whether the columns make a file of the form. If not, all rows are left out.
    pub is_usable: bool,
    who_key: Key,
    whos: Seen<u32>,
    machines: Seen<u32>,
    distinct_bytes: u64,
    /// Columns up to the last that has a name.
    named_columns: usize,
    /// The table below in which the file is, if that is another.
    other_table: Option<OtherTable>,
}

impl Sheet {
    /// From the header of a file.
    pub fn new(form: Form, columns: Columns, limits: Limits, choices: Choices) -> Sheet {
        let mut findings = Findings::default();
        let missing = form.missing(&columns);
        if !missing.is_empty() {
            findings.push(findings::missing_column(&columns, &missing));
        }
        columns.twice().for_each(|(later, first)| findings.push(findings::column_twice(later, first)));
        let unused: Vec<&str> = PERSON_AND_PRODUCT
            .iter()
            .filter(|field| form == Form::Months && columns.has(**field))
            .map(|field| columns.name(*field))
            .collect();
        if missing.is_empty() && !unused.is_empty() {
            findings.push(findings::only_months(&columns, &unused));
        }
        let named_columns = columns.named();
        let mut width = 1;
        let mut kept = Vec::new();
        for field in fields(form).iter().filter(|field| columns.has(**field)) {
            let column = Column::of(*field);
            let begins = width;
            width += column.width();
            kept.push((*field, column, begins));
        }
        Sheet {
            form,
            limits,
            choices,
            rule: SessionRule::AsGiven,
            is_eba: form == Form::EbaSessions,
            utc_offset: 0,
            people: People::new(&columns),
            who_key: columns.key(&PERSON),
            columns,
            kept,
            cells: Vec::new(),
            width,
            lines: Vec::new(),
            totals: Vec::new(),
            rows: 0,
            left_out: 0,
            rows_beyond: 0,
            is_usable: missing.is_empty(),
            findings,
            whos: Seen::new(),
            machines: Seen::new(),
            distinct_bytes: 0,
            named_columns,
            other_table: None,
        }
    }

    /// Takes the next record below the header.
    pub fn record(&mut self, record: &Record<'_>) {
        if record.is_blank() || self.is_header_again(record) {
            return;
        }
        if self.other_table.is_some() {
            self.leave_out_of_other_table(record);
            return;
        }
        let columns = self.named_columns;
        let broken = if let Some(flaw) = record.flaw {
            Some(findings::flawed(flaw, record.line, &self.limits))
        } else if (columns..record.len()).any(|i| !is_blank(record.cell(i))) {
            Some(findings::too_many_fields(record, columns))
        } else if self.distinct_bytes > self.limits.distinct_bytes_max {
            Some(findings::too_much_text(record.line, &self.limits))
        } else {
            None
        };
        if broken.is_none() && self.is_incomplete(record) && totals::is_totals_line(record) {
            self.totals_line(record);
            return;
        }
        self.rows += 1;
        if self.rows > self.limits.rows_max {
            self.left_out += 1;
            self.rows_beyond += 1;
        } else if let Some(finding) = broken {
            self.left_out += 1;
            if self.is_usable {
                self.findings.push(finding);
            }
        } else {
            self.row(record);
        }
    }

    /// Exports pasted together repeat their header. Where it has other columns the rows below it are read by
    /// those, or left out.
    fn is_header_again(&mut self, record: &Record<'_>) -> bool {
        let Some(again) = header_again(record, &self.columns) else { return false };
        self.end_other_table();
        let Again::Other(columns) = again else { return true };
        let is_of_form = Form::of(&columns) == self.form && self.form.missing(&columns).is_empty();
        let has_all = self.kept.iter().all(|(field, ..)| columns.has(*field));
        // People are told apart in one way in the whole file.
        let who = |columns: &Columns| (columns.names_people(), columns.has_id());
        let is_alike = is_of_form && has_all && who(&columns) == who(&self.columns);
        if self.is_usable && is_alike && !self.columns.is_mapped {
            (self.who_key, self.whos) = (columns.key(&PERSON), Seen::new());
            self.named_columns = columns.named();
            self.columns = *columns;
        } else {
            self.other_table = Some(OtherTable { line: record.line, names: columns.names, rows: 0 });
        }
        true
    }

    /// Leaves a row of another table out.
    fn leave_out_of_other_table(&mut self, record: &Record<'_>) {
        if totals::is_totals_line(record) {
            return;
        }
        self.rows += 1;
        self.left_out += 1;
        if self.rows > self.limits.rows_max {
            self.rows_beyond += 1;
        } else {
            self.other_table.iter_mut().for_each(|table| table.rows += 1);
        }
    }

    /// Says what became of another table's rows.
    pub fn end_other_table(&mut self) {
        if let Some(table) = self.other_table.take().filter(|table| table.rows > 0 && self.is_usable) {
            self.findings.push(findings::other_table(&table));
        }
    }

    /// Whether a record lacks what makes it a row of its form: its person, or its day where it has one.
    fn is_incomplete(&self, record: &Record<'_>) -> bool {
        let is_empty = |field| is_blank(self.columns.cell(field, record));
        let has_no_day = |field| !self.columns.cell(field, record).iter().any(u8::is_ascii_digit);
        match self.form {
            Form::Months => {
                let month = month_cell(&self.columns, record);
                let cell = if is_blank(&month) { self.columns.cell(Field::Day, record) } else { &month };
                months::read(&field_text(cell)) == [None, None]
            }
            Form::EbaDaily => has_no_day(Field::Day),
            Form::EbaSessions | Form::Sessions => has_no_day(Field::SessionStart) && has_no_day(Field::Day),
            Form::Subscriptions => is_empty(Field::SubscriptionId) && has_no_day(Field::TermStart),
            Form::UsageReport | Form::People | Form::Daily => !self.people.is_person(&self.columns, record),
        }
    }

    fn totals_line(&mut self, record: &Record<'_>) {
        if self.totals.len() >= TOTALS_COMPARED_MAX {
            return;
        }
        if let Some(text) = totals::stated(record, &self.columns) {
            self.totals.push(TotalsLine { line: record.line, rows_before: self.lines.len(), text });
        }
    }

    fn row(&mut self, record: &Record<'_>) {
        let who = if self.names_logins() { self.login(record) } else { self.who(record) };
        self.cells.push(who);
        self.lines.push(record.line);
        let bytes = &mut self.distinct_bytes;
        for (field, column, _) in &mut self.kept {
            let month = (*field == Field::Month).then(|| month_cell(&self.columns, record));
            let cell = month.as_deref().unwrap_or_else(|| self.columns.cell(*field, record));
            let is_given = !is_blank(cell);
            match column {
                Column::Text(seen) => self.cells.push(seen.number(cell, bytes, || ())),
                Column::Day(seen) => {
                    let is_month = self.form == Form::Months;
                    let read = |text: &str| if is_month { months::read(text) } else { dates::read(text) };
                    let understand = || is_given.then(|| read(&field_text(cell)));
                    self.cells.push(seen.number(cell, bytes, understand));
                }
                Column::Number(seen) => {
                    self.cells.push(seen.number(cell, bytes, || numbers::read_cell(cell)))
                }
                Column::Time(seen) => {
                    let text = field_text(cell);
                    // Without a time the whole cell is kept, to be shown.
                    let (date, code) = match dates::split_time(&text) {
                        Some((date, clock)) => (date, pack(clock)),
                        None => (text.as_ref(), NO_TIME),
                    };
                    let understand = || is_given.then(|| dates::read(date));
                    self.cells.push(seen.number(date.as_bytes(), bytes, understand));
                    self.cells.push(code);
                }
            }
        }
    }

    /// Whether persons are told by the names they log in with.
    fn names_logins(&self) -> bool {
        match self.form {
            Form::EbaSessions => true,
            Form::EbaDaily => self.columns.has(Field::FullName) && !self.columns.has_id(),
            _ => false,
        }
    }

    fn who(&mut self, record: &Record<'_>) -> u32 {
        let (columns, people) = (&self.columns, &mut self.people);
        let understand = || people.of(columns, record).unwrap_or(NO_ONE);
        let number = self.whos.number(self.who_key.of(record), &mut self.distinct_bytes, understand);
        self.whos.value(number).unwrap_or(NO_ONE)
    }

    /// Who a session of an enterprise agreement belongs to, by the name they log in with.
    fn login(&mut self, record: &Record<'_>) -> u32 {
        let columns = &self.columns;
        let (field, seen) = match columns.has(Field::Machine) && is_swapped(columns, record) {
            true => (Field::Machine, &mut self.machines),
            false => (Field::FullName, &mut self.whos),
        };
        let (cell, people) = (columns.cell(field, record), &mut self.people);
        let understand = || people.login(&field_text(cell)).unwrap_or(NO_ONE);
        let number = seen.number(cell, &mut self.distinct_bytes, understand);
        seen.value(number).unwrap_or(NO_ONE)
    }
}

/// A month, with the year that stands in a column of its own where it has none.
fn month_cell<'a>(columns: &Columns, record: &Record<'a>) -> Cow<'a, [u8]> {
    let (month, year) = (columns.cell(Field::Month, record), columns.cell(Field::Year, record));
    if is_blank(month) || is_blank(year) || months::read(&field_text(month)) != [None, None] {
        return Cow::Borrowed(month);
    }
    let (month, year) = (field_text(month), field_text(year));
    Cow::Owned(format!("{}-{}", trim(&year), trim(&month)).into_bytes())
}

/// There is no time.
pub const NO_TIME: u32 = u32::MAX;
const HAS_OFFSET: u32 = 1 << 31;
const OFFSET_SHIFT: u32 = 17;
const OFFSET_ZERO: i32 = 1 << 10;

/// A time of day in one number.
fn pack(clock: dates::Clock) -> u32 {
    let seconds = clock.seconds.clamp(0, 86_400) as u32;
    match clock.offset {
        None => seconds,
        Some(offset) => HAS_OFFSET | (((offset / 60 + OFFSET_ZERO) as u32) << OFFSET_SHIFT) | seconds,
    }
}

/// The time of day in such a number.
pub fn unpack(code: u32) -> Option<dates::Clock> {
    if code == NO_TIME {
        return None;
    }
    let minutes = (code & !HAS_OFFSET) >> OFFSET_SHIFT;
    let offset = (code & HAS_OFFSET != 0).then(|| (minutes as i32 - OFFSET_ZERO) * 60);
    Some(dates::Clock { seconds: (code & ((1 << OFFSET_SHIFT) - 1)) as i32, offset })
}

/// Settles a whole file.
pub fn settle(sheet: Sheet) -> Settled {
    if !sheet.is_usable {
        return Cells::of(sheet).unusable();
    }
    match sheet.form {
        Form::EbaSessions | Form::Sessions => sessions::settle(sheet),
        Form::EbaDaily => sessions::settle_eba_daily(sheet),
        Form::UsageReport | Form::Daily => lists::settle_usage_report(sheet),
        Form::Subscriptions => lists::settle_subscriptions(sheet),
        Form::People => lists::settle_people(sheet),
        Form::Months => months::settle(sheet),
    }
}
