//! The daily export: one row per user, product and day. Takes records as they stream in; what the
//! days and numbers mean is settled at the end (see `settle`).

use super::access::access;
use super::columns::{Columns, Field, PERSON};
use super::dates;
use super::decode::field_text;
use super::findings;
use super::forms::Form;
use super::lack::Lack;
use super::limits::Limits;
use super::numbers::{self, Number};
use super::pasted::{Again, OtherTable, header_again};
use super::people::People;
use super::question::Choices;
use super::readings::Both;
use super::record::{Key, Record};
use super::seen::Seen;
use super::text::{clean, is_blank};
use super::totals::{self, TOTALS_COMPARED_MAX, TotalsLine};
use crate::usage::{Access, Day, Finding, Findings, Names};

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Usable, with this access, if its day and tokens can be read.
    Used(Access),
    /// Left out already; only its tokens are of interest.
    LeftOut,
}

/// A row whose day and tokens are still texts. As large as the row it becomes, so that the one list
/// turns into the other where it stands.
pub struct Pending {
    /// The number of the text of its tokens. (Wide only so that this is as large as a `Row`.)
    pub tokens_text: u64,
    /// The number of the text of its day.
    pub day_text: u32,
    /// As in `Row`.
    pub identity: u32,
    /// As in `Row`.
    pub pool: u32,
    /// As in `Row`.
    pub product: u32,
    /// As in `Row`.
    pub version: u32,
    /// As in `Row`.
    pub line: u32,
    /// What becomes of it.
    pub fate: Fate,
}

/// Who used something. The team is read along: people rarely change it, so that a person and a team
/// are seldom a new combination.
const WHO: [Field; 7] = {
    let [email, autodesk_id, hashed_id, first, last, full] = PERSON;
    [email, autodesk_id, hashed_id, first, last, full, Field::Team]
};

#[derive(Clone, Copy)]
struct Who {
    identity: Option<u32>,
    /// Whether the identity is somebody's, and not a totals line's label.
    is_person: bool,
    pool: u32,
}

/// A row that is none if its tokens are the sum of rows above it.
pub struct Doubtful {
    /// Its index among the rows.
    pub index: usize,
    /// Why it is left out if it is a row.
    pub reason: Option<Finding>,
}

/// What was used.
const WHAT: [Field; 3] = [Field::Offering, Field::Product, Field::Version];

#[derive(Clone, Copy)]
struct What {
    product: Option<u32>,
    version: u32,
}

/// What the cells of a row were found to be.
struct Cells {
    day_text: u32,
    tokens_text: u32,
    who: Who,
    what: What,
}

/// A daily export that is being read.
pub struct Daily {
    /// Its columns.
    pub columns: Columns,
    /// The limits of this reader.
    pub limits: Limits,
    /// What the user answered.
    pub choices: Choices,
    /// Everybody.
    pub people: People,
    /// Teams.
    pub pools: Names,
    /// Products.
    pub products: Names,
    /// Versions.
    pub versions: Names,
    /// The texts of days; `None` where there is nothing.
    pub days: Seen<Option<Both<Day>>>,
    /// The texts of tokens; `None` where there is nothing.
    pub tokens: Seen<Option<Both<Number>>>,
    /// The rows.
    pub pending: Vec<Pending>,
    /// Totals lines.
    pub totals: Vec<TotalsLine>,
    /// Rows that look like totals lines and have a day, by index.
    pub doubtful: Vec<Doubtful>,
    /// Rows read.
    pub rows: u64,
    /// Of those, the ones left out so far.
    pub left_out: u64,
    /// Of those, the ones beyond the limit.
    pub rows_beyond: u64,
    /// What was noticed so far.
    pub findings: Findings,
    /// Whether the columns make a daily export. If not, all rows are left out.
    pub is_usable: bool,
    /// Whether the file has no column with persons and is read all the same.
    names_nobody: bool,
    /// The table below in which the file is, if that is another.
    other_table: Option<OtherTable>,
    who_key: Key,
    whos: Seen<Who>,
    what_key: Key,
    whats: Seen<What>,
    accesses: Seen<Access>,
    distinct_bytes: u64,
    /// Columns up to the last that has a name.
    named_columns: usize,
}

impl Daily {
    /// From the header of a file.
    pub fn new(columns: Columns, limits: Limits, choices: Choices) -> Daily {
        let mut findings = Findings::default();
        let missing = columns.missing();
        if !missing.is_empty() {
            findings.push(findings::missing_column(&columns, &missing));
        }
        columns.twice().for_each(|(later, first)| findings.push(findings::column_twice(later, first)));
        let names_nobody = missing.is_empty() && !columns.names_people();
        if names_nobody {
            findings.push(findings::no_column_of_persons());
        }
        let named_columns = columns.named();
        Daily {
            is_usable: missing.is_empty(),
            people: People::new(&columns),
            who_key: columns.key(&WHO),
            what_key: columns.key(&WHAT),
            columns,
            limits,
            choices,
            pools: Names::default(),
            products: Names::default(),
            versions: Names::default(),
            days: Seen::new(),
            tokens: Seen::new(),
            pending: Vec::new(),
            totals: Vec::new(),
            doubtful: Vec::new(),
            rows: 0,
            left_out: 0,
            rows_beyond: 0,
            findings,
            names_nobody,
            other_table: None,
            whos: Seen::new(),
            whats: Seen::new(),
            accesses: Seen::new(),
            distinct_bytes: 0,
            named_columns,
        }
    }

    /// Makes room for the rows of a file of so many bytes, of which so many were read. A guess: rows may be
    /// longer or shorter further down.
    pub fn make_room(&mut self, bytes: u64, bytes_read: u64) {
        let rows = self.rows.saturating_mul(bytes) / bytes_read.max(1);
        let rows = (rows + rows / 64).min(self.limits.rows_max);
        let more = usize::try_from(rows).unwrap_or(0).saturating_sub(self.pending.len());
        // Where there is no such room, the list grows as it must.
        let _ = self.pending.try_reserve_exact(more);
    }

    /// Takes the next record below the header.
    pub fn record(&mut self, record: &Record<'_>) {
        if record.is_blank() || (self.other_table.is_some() && self.is_of_other_table(record)) {
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
        if let Some(finding) = broken {
            if !self.is_header_again(record) && self.count_row() {
                self.left_out += 1;
                self.report(finding);
            }
            return;
        }
        let day_text = self.day_text(record);
        let who = self.who(record);
        let has_day = self.days.value(day_text).flatten().is_some_and(|both| both != [None, None]);
        if !has_day && self.is_header_again(record) {
            return;
        }
        if who.is_person || !totals::is_totals_line(record) {
            if self.count_row() {
                self.row(record, day_text, who, false);
            }
        } else if !has_day {
            self.totals_line(record);
        } else if self.count_row() {
            let is_doubtful = totals::is_total_in_place(record, &self.columns);
            self.row(record, day_text, who, is_doubtful);
        }
    }

    /// Counts a row; `false` where it is beyond the limit, and therefore left out.
    fn count_row(&mut self) -> bool {
        self.rows += 1;
        let is_within = self.rows <= self.limits.rows_max;
        self.left_out += u64::from(!is_within);
        self.rows_beyond += u64::from(!is_within);
        is_within
    }

    /// Where the whole file is of no use, one finding says so for all its rows.
    fn report(&mut self, finding: Finding) {
        if self.is_usable {
            self.findings.push(finding);
        }
    }

    /// Exports pasted together repeat their header. Where it has other columns the rows below it are read by
    /// those, or left out.
    fn is_header_again(&mut self, record: &Record<'_>) -> bool {
        let Some(again) = header_again(record, &self.columns) else { return false };
        self.end_other_table();
        let Again::Other(columns) = again else { return true };
        let is_daily = Form::of(&columns) == Form::Daily && columns.missing().is_empty();
        // People are told apart in one way in the whole file.
        let who = |columns: &Columns| (columns.names_people(), columns.has_id());
        let is_alike = is_daily && who(&columns) == who(&self.columns);
        if self.is_usable && is_alike && !self.columns.is_mapped {
            self.read_on_by(*columns);
        } else {
            self.other_table = Some(OtherTable { line: record.line, names: columns.names, rows: 0 });
        }
        true
    }

    fn read_on_by(&mut self, columns: Columns) {
        (self.who_key, self.whos) = (columns.key(&WHO), Seen::new());
        (self.what_key, self.whats) = (columns.key(&WHAT), Seen::new());
        self.named_columns = columns.named();
        self.columns = columns;
    }

    /// Leaves a row of another table out, unless it ends that table.
    #[cold]
    fn is_of_other_table(&mut self, record: &Record<'_>) -> bool {
        if self.is_header_again(record) || totals::is_totals_line(record) {
            return true;
        }
        if self.count_row() {
            self.left_out += 1;
            self.other_table.iter_mut().for_each(|table| table.rows += 1);
        }
        true
    }

    /// Says what became of another table's rows.
    pub fn end_other_table(&mut self) {
        if let Some(table) = self.other_table.take().filter(|table| table.rows > 0) {
            self.report(findings::other_table(&table));
        }
    }

    fn totals_line(&mut self, record: &Record<'_>) {
        if self.totals.len() >= TOTALS_COMPARED_MAX {
            return;
        }
        if let Some(text) = totals::stated(record, &self.columns) {
            self.totals.push(TotalsLine { line: record.line, rows_before: self.pending.len(), text });
        }
    }

    fn row(&mut self, record: &Record<'_>, day_text: u32, who: Who, is_doubtful: bool) {
        let cells = Cells { day_text, tokens_text: self.tokens_text(record), who, what: self.what(record) };
        if is_doubtful || !self.is_usable || self.lack(record, &cells).is_some() {
            return self.unusual_row(record, &cells, is_doubtful);
        }
        let fate = Fate::Used(self.access(record));
        self.keep(record.line, &cells, fate);
    }

    /// A row that may be none, or is of no use.
    #[cold]
    fn unusual_row(&mut self, record: &Record<'_>, cells: &Cells, is_doubtful: bool) {
        let reason = self.lack(record, cells).map(|lack| lack.finding(&self.columns, record));
        let is_used = self.is_usable && reason.is_none();
        let fate = if is_used { Fate::Used(self.access(record)) } else { Fate::LeftOut };
        if is_doubtful && self.is_usable {
            self.doubtful.push(Doubtful { index: self.pending.len(), reason });
        } else if !is_used {
            self.left_out += 1;
            reason.into_iter().for_each(|finding| self.report(finding));
        }
        self.keep(record.line, cells, fate);
    }

    fn keep(&mut self, line: u32, cells: &Cells, fate: Fate) {
        let Cells { day_text, tokens_text, who, what } = *cells;
        self.pending.push(Pending {
            tokens_text: u64::from(tokens_text),
            day_text,
            identity: who.identity.unwrap_or(0),
            pool: who.pool,
            product: what.product.unwrap_or(0),
            version: what.version,
            line,
            fate,
        });
    }

    /// What makes a row useless before its day and tokens are read.
    fn lack(&self, record: &Record<'_>, cells: &Cells) -> Option<Lack> {
        if record.len() < self.columns.names.len()
            && let Some(missing) = self.columns.first_beyond(record)
        {
            Some(Lack::Field(missing))
        } else if cells.who.identity.is_none() {
            Some(Lack::Person)
        } else if cells.what.product.is_none() {
            Some(Lack::Product)
        } else if self.days.value(cells.day_text).flatten().is_none() {
            Some(Lack::Day)
        } else {
            None
        }
    }

    fn day_text(&mut self, record: &Record<'_>) -> u32 {
        let cell = self.columns.cell(Field::Day, record);
        let understand = || (!is_blank(cell)).then(|| dates::read(&field_text(cell)));
        self.days.number(cell, &mut self.distinct_bytes, understand)
    }

    fn tokens_text(&mut self, record: &Record<'_>) -> u32 {
        let cell = self.columns.cell(Field::Tokens, record);
        self.tokens.number(cell, &mut self.distinct_bytes, || numbers::read_cell(cell))
    }

    fn who(&mut self, record: &Record<'_>) -> Who {
        let (columns, people, names_nobody) = (&self.columns, &mut self.people, self.names_nobody);
        let understand = || Who {
            identity: if names_nobody { Some(people.nobody()) } else { people.of(columns, record) },
            is_person: people.is_person(columns, record),
            pool: self.pools.intern(clean(&columns.text(Field::Team, record))),
        };
        let number = self.whos.number(self.who_key.of(record), &mut self.distinct_bytes, understand);
        self.whos.value(number).unwrap_or(Who { identity: None, is_person: false, pool: 0 })
    }

    fn what(&mut self, record: &Record<'_>) -> What {
        let columns = &self.columns;
        let understand = || What {
            product: columns.product(record).map(|name| self.products.intern(&name)),
            version: self.versions.intern(clean(&columns.text(Field::Version, record))),
        };
        let number = self.whats.number(self.what_key.of(record), &mut self.distinct_bytes, understand);
        self.whats.value(number).unwrap_or(What { product: None, version: 0 })
    }

    fn access(&mut self, record: &Record<'_>) -> Access {
        let cell = self.columns.cell(Field::Access, record);
        let number = self.accesses.number(cell, &mut self.distinct_bytes, || access(&field_text(cell)));
        self.accesses.value(number).unwrap_or(Access::Flex)
    }
}
