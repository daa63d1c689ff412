//! Every form but the daily export: takes records as they stream in and keeps the columns that the form
//! needs, each distinct text once. What dates and numbers mean is settled at the end (see `cells`).

use super::cells::Cells;
use super::columns::{Columns, Field};
use super::dates;
use super::decode::field_text;
use super::findings;
use super::forms::Form;
use super::limits::Limits;
use super::numbers::{self, Number};
use super::people::People;
use super::question::Choices;
use super::readings::Both;
use super::record::{Key, Record};
use super::seen::Seen;
use super::settle::Settled;
use super::text::{fold, is_blank, trim};
use super::totals::{self, TOTALS_COMPARED_MAX, TotalsLine};
use super::{lists, months, sessions};
use crate::usage::{Day, Findings, SessionRule};

/// Nobody, where a row names no person.
pub const NO_ONE: u32 = u32::MAX;

/// A column and what is known of its texts.
pub enum Column {
    /// Any text.
    Text(Seen<()>),
    /// Dates.
    Day(Seen<Option<Both<Day>>>),
    /// Dates with times: the date's text, then the time in a number of its own.
    Time(Seen<Option<Both<Day>>>),
    /// Numbers.
    Number(Seen<Option<Both<Number>>>),
}

impl Column {
    fn of(field: Field) -> Column {
        match field {
            Field::SessionStart | Field::SessionEnd => Column::Time(Seen::new()),
            Field::Day | Field::Month | Field::LastAccessed | Field::TermStart | Field::TermEnd => {
                Column::Day(Seen::new())
            }
            Field::Tokens
            | Field::RunningTotal
            | Field::DaysUsed
            | Field::DaysInactive
            | Field::SeatQuantity
            | Field::UsageMinutes
            | Field::IdleMinutes => Column::Number(Seen::new()),
            _ => Column::Text(Seen::new()),
        }
    }

    fn width(&self) -> usize {
        if matches!(self, Column::Time(_)) { 2 } else { 1 }
    }
}

/// What each form keeps, beside the person.
fn fields(form: Form) -> &'static [Field] {
    use Field::*;
    match form {
        Form::Daily => &[],
        Form::UsageReport => &[
            Team,
            Offering,
            Product,
            Version,
            Tokens,
            DaysUsed,
            DaysInactive,
            SeatAssignment,
            LastAccessed,
            Access,
        ],
        Form::EbaDaily => &[TokenPool, Product, Offering, Day, Tokens],
        Form::EbaSessions | Form::Sessions => &[
            Team,
            TokenPool,
            Product,
            Offering,
            Version,
            Day,
            SessionStart,
            SessionEnd,
            ServerOffset,
            ChargeCategory,
            UsageCategory,
            Tokens,
            UsageMinutes,
            IdleMinutes,
        ],
        Form::Months => &[Team, Month, Day, Tokens, RunningTotal],
        Form::Subscriptions => {
            &[Team, Offering, Product, SeatQuantity, TermStart, TermEnd, SubscriptionStatus, ContractNumber]
        }
        Form::People => &[Department, CostCentre, Project],
    }
}

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
}

/// Who used something.
const WHO: [Field; 6] =
    [Field::Email, Field::AutodeskId, Field::HashedId, Field::FirstName, Field::LastName, Field::FullName];

/// Since then user and machine of some products stand in each other's column: 2021-12-01.
const SWAPPED_SINCE: Day = Day(18_962);
const SWAPPED: [&str; 3] = ["arnold", "rendernode", "vred"];

impl Sheet {
    /// From the header of a file.
    pub fn new(form: Form, columns: Columns, limits: Limits, choices: Choices) -> Sheet {
        let mut findings = Findings::default();
        let missing = form.missing(&columns);
        if !missing.is_empty() {
            findings.push(findings::missing_column(&columns, &missing));
        }
        columns.twice().for_each(|(later, first)| findings.push(findings::column_twice(later, first)));
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
            who_key: columns.key(&WHO),
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
        }
    }

    /// Takes the next record below the header.
    pub fn record(&mut self, record: &Record<'_>) {
        if record.is_blank() || self.is_header_again(record) {
            return;
        }
        let columns = self.columns.names.len();
        let broken = if let Some(flaw) = record.flaw {
            Some(findings::flawed(flaw, record.line, &self.limits))
        } else if (columns..record.len()).any(|i| !is_blank(record.cell(i))) {
            Some(findings::too_many_fields(record.line, record.len(), columns))
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

    /// Exports pasted together repeat their header.
    fn is_header_again(&self, record: &Record<'_>) -> bool {
        let names = &self.columns.names;
        record.len() >= names.len()
            && record.cell(0).len() >= names[0].len()
            && names.iter().zip(record.fields()).all(|(name, cell)| trim(&cell) == name)
    }

    /// Whether a record lacks what makes it a row of its form: its person, or its day where it has one.
    fn is_incomplete(&self, record: &Record<'_>) -> bool {
        let is_empty = |field| is_blank(self.columns.cell(field, record));
        let has_no_day = |field| !self.columns.cell(field, record).iter().any(u8::is_ascii_digit);
        match self.form {
            Form::Months => {
                let field = if is_empty(Field::Month) { Field::Day } else { Field::Month };
                months::read(&self.columns.text(field, record)) == [None, None]
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
        let who = if self.form == Form::EbaSessions { self.login(record) } else { self.who(record) };
        self.cells.push(who);
        self.lines.push(record.line);
        let bytes = &mut self.distinct_bytes;
        for (field, column, _) in &mut self.kept {
            let cell = self.columns.cell(*field, record);
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

/// Whether user and machine of this row stand in each other's column.
fn is_swapped(columns: &Columns, record: &Record<'_>) -> bool {
    let product = columns.cell(Field::Product, record);
    let is_one = |text: &str| {
        let folded = fold(text);
        SWAPPED.iter().any(|name| folded.contains(name))
    };
    // Folding costs time, and hardly any product is one of them.
    if !product.iter().any(|b| matches!(b, b'v' | b'V' | b'a' | b'A' | b'r' | b'R'))
        || !is_one(&field_text(product))
    {
        return false;
    }
    let start = columns.text(Field::SessionStart, record);
    let date =
        dates::split_time(&start).map_or_else(|| columns.text(Field::Day, record), |(date, _)| date.into());
    let [day_first, month_first] = dates::read(&date);
    day_first.or(month_first).is_some_and(|day| day >= SWAPPED_SINCE)
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
