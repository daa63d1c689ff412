//! What files hold beside daily rows: sessions with their times, sums, months, who belongs where,
//! what was bought.

use super::Log;
use super::renumber::{Renumbering, sort_names};
use crate::usage::{Access, ChargeCategory, Day, FileRows, Month, Names, SubscriptionRow, Tokens};

/// When a person had a product open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    identity: u32,
    /// Into [`Log::people`].
    pub person: u32,
    /// Into [`Log::products`].
    pub product: u32,
    /// Into [`Log::pools`].
    pub pool: u32,
    /// Into [`Log::versions`].
    pub version: u32,
    /// The day that its charge is listed on.
    pub day: Day,
    /// Seconds since 1970-01-01 UTC.
    pub start: i64,
    /// How long it was open.
    pub seconds: u32,
    /// Seconds without input in it, where that is known.
    pub idle_seconds: Option<u32>,
    /// The line of the file.
    pub line: u32,
    /// Into [`Log::files`].
    pub file: u16,
    /// What the export says about its charge.
    pub category: ChargeCategory,
    /// Whether no other file has the same session in its place.
    stands: bool,
}

impl Session {
    /// The second after its last.
    pub fn end(&self) -> i64 {
        self.start + i64::from(self.seconds)
    }
}

/// What one person used of one product in a range of days that the file does not state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    identity: u32,
    /// Into [`Log::people`].
    pub person: u32,
    /// Into [`Log::products`].
    pub product: u32,
    /// Into [`Log::pools`].
    pub pool: u32,
    /// Into [`Log::versions`].
    pub version: u32,
    /// Tokens in all.
    pub tokens: Tokens,
    /// Days with use.
    pub days_used: Option<u32>,
    /// Days since the last use.
    pub days_inactive: Option<u32>,
    /// Day of the last use.
    pub last_accessed: Option<Day>,
    /// Whether a seat is assigned.
    pub has_seat: Option<bool>,
    /// Flex or subscription.
    pub access: Access,
    /// The line of the file.
    pub line: u32,
    /// Into [`Log::files`].
    pub file: u16,
    /// Whether its tokens count: no file has days, and no other file says the same.
    pub stands: bool,
}

/// Tokens of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthSum {
    /// Into [`Log::pools`].
    pub pool: u32,
    /// Which month.
    pub month: Month,
    /// Tokens used in it.
    pub tokens: Tokens,
    /// The line of the file.
    pub line: u32,
    /// Into [`Log::files`].
    pub file: u16,
    /// Whether it counts: no file has days or sums, and no other sheet says the same.
    pub stands: bool,
}

/// Where a person belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Staff {
    identity: u32,
    /// Into [`Log::people`].
    pub person: u32,
    /// Into [`Log::units`].
    pub department: u32,
    /// Into [`Log::units`].
    pub cost_centre: u32,
    /// Into [`Log::units`].
    pub project: u32,
    /// The line of the file.
    pub line: u32,
    /// Into [`Log::files`].
    pub file: u16,
    /// Whether it counts: of several rows about one person the one that says most.
    pub stands: bool,
}

/// All of it.
#[derive(Default)]
pub(super) struct Sheets {
    pub(super) sessions: Vec<Session>,
    pub(super) sums: Vec<Sum>,
    pub(super) months: Vec<MonthSum>,
    pub(super) staff: Vec<Staff>,
    pub(super) units: Names,
    pub(super) subscriptions: Vec<(u16, SubscriptionRow)>,
}

impl Sheets {
    /// Takes what a file holds.
    pub(super) fn add(&mut self, rows: FileRows, file: u16, to: &Renumbering) {
        let identity = |number: u32| to.who[number as usize];
        let pool = |number: u32| to.pool[number as usize];
        let (product, version) = (|n: u32| to.product[n as usize], |n: u32| to.version[n as usize]);
        self.sessions.extend(rows.sessions.iter().map(|row| Session {
            identity: identity(row.identity),
            person: 0,
            product: product(row.product),
            pool: pool(row.pool),
            version: version(row.version),
            day: row.day,
            start: row.start,
            seconds: row.seconds,
            idle_seconds: row.idle_seconds,
            line: row.line,
            file,
            category: row.category,
            stands: true,
        }));
        self.sums.extend(rows.sums.iter().map(|row| Sum {
            identity: identity(row.identity),
            person: 0,
            product: product(row.product),
            pool: pool(row.pool),
            version: version(row.version),
            tokens: row.tokens,
            days_used: row.days_used,
            days_inactive: row.days_inactive,
            last_accessed: row.last_accessed,
            has_seat: row.has_seat,
            access: row.access,
            line: row.line,
            file,
            stands: false,
        }));
        self.months.extend(rows.months.iter().map(|row| MonthSum {
            pool: pool(row.pool),
            month: row.month,
            tokens: row.tokens,
            line: row.line,
            file,
            stands: false,
        }));
        let unit: Vec<u32> = rows.units.iter().map(|name| self.units.intern(name)).collect();
        self.staff.extend(rows.staff.iter().map(|row| Staff {
            identity: identity(row.identity),
            person: 0,
            department: unit[row.department as usize],
            cost_centre: unit[row.cost_centre as usize],
            project: unit[row.project as usize],
            line: row.line,
            file,
            stands: false,
        }));
        self.subscriptions.extend(rows.subscriptions.into_iter().map(|row| (file, row)));
    }

    /// After the names were numbered anew.
    pub(super) fn renumber(&mut self, now: &Renumbering) {
        for session in &mut self.sessions {
            session.person = now.who[session.identity as usize];
            session.pool = now.pool[session.pool as usize];
            session.product = now.product[session.product as usize];
            session.version = now.version[session.version as usize];
        }
        for sum in &mut self.sums {
            sum.person = now.who[sum.identity as usize];
            sum.pool = now.pool[sum.pool as usize];
            sum.product = now.product[sum.product as usize];
            sum.version = now.version[sum.version as usize];
        }
        self.months.iter_mut().for_each(|month| month.pool = now.pool[month.pool as usize]);
        self.staff.iter_mut().for_each(|staff| staff.person = now.who[staff.identity as usize]);
        let unit = sort_names(&mut self.units);
        for staff in &mut self.staff {
            for number in [&mut staff.department, &mut staff.cost_centre, &mut staff.project] {
                *number = unit[*number as usize];
            }
        }
    }

    /// Whether there are sums or months: rows without days of their own.
    pub(super) fn has_rows_without_days(&self) -> bool {
        !(self.sums.is_empty() && self.months.is_empty())
    }

    /// Each session once, by person, product and start: of the same one in several files that of a file
    /// with teams stands, then whatever does not depend on the order of files.
    pub(super) fn sort_sessions(&mut self, places: &[u16], unnamed_pools: &[u32]) {
        let key = |s: &Session| (s.person, s.product, s.start, s.seconds);
        self.sessions.sort_unstable_by_key(|s| {
            let pool = (unnamed_pools.contains(&s.pool), s.pool);
            (key(s), pool, s.version, s.category, places[s.file as usize], s.line)
        });
        for same in self.sessions.chunk_by_mut(|a, b| key(a) == key(b)) {
            let file = same[0].file;
            same.iter_mut().for_each(|session| session.stands = session.file == file);
        }
    }

    /// The file and line of sessions in whose place another file has the same one.
    pub(super) fn repeated_sessions(&self) -> impl Iterator<Item = (u16, u32)> {
        self.sessions.iter().filter(|session| !session.stands).map(|session| (session.file, session.line))
    }
}

impl Log {
    /// Sessions with times, each once, by person, product and start.
    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.sheets.sessions.iter().filter(|session| session.stands)
    }

    /// Sums over ranges of days that no file states, by pool, person and product.
    pub fn sums(&self) -> &[Sum] {
        &self.sheets.sums
    }

    /// Tokens per month, by pool and month.
    pub fn months(&self) -> &[MonthSum] {
        &self.sheets.months
    }

    /// Who belongs where, by person.
    pub fn people_sheet(&self) -> &[Staff] {
        &self.sheets.staff
    }

    /// Departments, cost centres and projects by name.
    pub fn units(&self) -> &Names {
        &self.sheets.units
    }

    /// What was bought, each with the index of its file.
    pub fn subscriptions(&self) -> &[(u16, SubscriptionRow)] {
        &self.sheets.subscriptions
    }

    /// Whether anything has days, so that habits and a forecast can be told.
    pub fn has_days(&self) -> bool {
        !self.entries.is_empty()
    }
}
