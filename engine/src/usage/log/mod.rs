//! The usage log: what all loaded files together say, each charge once, each with its file and line.

mod changed;
mod choose;
mod renumber;
mod settle;
mod sheets;
mod standing;
mod told;
mod worked_out;

use super::{
    Access, Day, FileRows, Findings, Month, Names, People, Person, SessionRule, Shape, Tokens, eba_pool,
    is_eba_pool,
};
use renumber::{Added, Renumbering};
use sheets::Sheets;
use std::collections::BTreeMap;

pub use sheets::{MonthSum, Session, Staff, Sum};
pub use worked_out::WorkedOut;

/// What one file states for one person, product, pool and day. Rows with equal keys in one file add
/// up (definitions: *Charges*).
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Into [`Log::pools`].
    pub pool: u32,
    /// Into [`Log::people`].
    pub person: u32,
    /// Into [`Log::products`].
    pub product: u32,
    /// Into [`Log::versions`]; not part of the key.
    pub version: u32,
    /// The day the charge's window opened.
    pub day: Day,
    /// How many rows of the file add up to it.
    pub rows: u32,
    /// The sum of their tokens.
    pub tokens: Tokens,
    /// The line of the first of them; [`Log::lines_of`] gives all.
    pub line: u32,
    /// Into [`Log::files`].
    pub file: u16,
    /// Flex or subscription.
    pub access: Access,
    /// Whether it counts. Of equal keys in several files one stands; the others are duplicates.
    pub stands: bool,
}

impl Entry {
    /// A charge: it stands and costs tokens. Rows with 0 tokens are used rows, but no charges.
    pub fn is_charge(&self) -> bool {
        self.stands && self.tokens.is_positive()
    }

    /// Its day, pool, person, product and access, in two comparisons instead of four.
    fn key(&self) -> (u64, u64, Access) {
        let pair = |high: u32, low: u32| u64::from(high) << 32 | u64::from(low);
        // Days before 1970 are negative.
        let day = self.day.0.cast_unsigned() ^ 1 << 31;
        (pair(day, self.pool), pair(self.person, self.product), self.access)
    }
}

/// One loaded file and what became of its rows: `rows = used + duplicate + left_out`.
#[derive(Clone, Debug)]
pub struct LoadedFile {
    /// Its name without folders.
    pub name: String,
    /// What it was recognised as.
    pub shape: Shape,
    /// Rows read.
    pub rows: u64,
    /// Rows that count.
    pub used: u64,
    /// Rows that another file states too.
    pub duplicate: u64,
    /// Rows left out, each with a finding.
    pub left_out: u64,
    /// The tokens of the rows that count.
    pub tokens_used: Tokens,
    /// The tokens of the duplicates.
    pub tokens_duplicate: Tokens,
    /// The tokens of the rows left out, as far as they could be read.
    pub tokens_left_out: Tokens,
    /// What was noticed while reading it.
    pub findings: Findings,
    /// Keys for which another file stands with other tokens.
    pub differing: Vec<Differing>,
    /// Rows left out because of what other files tell.
    pub unplaced: Vec<Unplaced>,
    /// How the charges of its sessions come about.
    pub rule: SessionRule,
    /// Products without a known rate, with the charges that were worked out for them: at 0 tokens.
    pub unrated: BTreeMap<String, u64>,
    /// Tells its content from another's of the same name.
    pub print: u64,
    /// Whether its rows are sessions with times.
    pub has_sessions: bool,
    /// The last day in its rows.
    last_day: Option<Day>,
    /// Whether it tells teams apart.
    names_pools: bool,
    /// What was left out while reading it.
    left_out_reading: (u64, Tokens),
}

impl LoadedFile {
    fn count(&mut self, rows: u32, tokens: Tokens, stands: bool) {
        let (counted, sum) = if stands {
            (&mut self.used, &mut self.tokens_used)
        } else {
            (&mut self.duplicate, &mut self.tokens_duplicate)
        };
        *counted += u64::from(rows);
        *sum += tokens;
    }

    fn leave_out(&mut self, row: Unplaced) {
        self.left_out += 1;
        self.tokens_left_out += row.tokens;
        self.unplaced.push(row);
    }

    /// What counted does not, after all.
    fn uncount(&mut self, rows: u32, tokens: Tokens) {
        self.used -= u64::from(rows);
        self.tokens_used -= tokens;
        self.count(rows, tokens, false);
    }

    /// Before its rows are counted.
    fn begin_count(&mut self) {
        (self.used, self.duplicate) = (0, 0);
        (self.tokens_used, self.tokens_duplicate) = (Tokens::ZERO, Tokens::ZERO);
        (self.left_out, self.tokens_left_out) = self.left_out_reading;
        self.differing.clear();
        self.unplaced.clear();
    }
}

/// A row without days for which there is no place beside what other files tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The line.
    pub line: u32,
    /// What it states.
    pub tokens: Tokens,
    /// Why.
    pub why: NoPlace,
}

/// Why a row without days has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPlace {
    /// A month of which no day is known, beside files with days.
    MonthBesideDays(Month),
    /// A month beside a usage report, which may tell the same use.
    MonthBesideSums(Month),
    /// A sum of a pool, into [`Log::pools`], of which no day is known, beside files with days.
    SumBesideDays(u32),
}

/// Two files disagree about one charge.
#[derive(Clone, Copy, Debug)]
pub struct Differing {
    /// The line in the file that does not stand.
    pub line: u32,
    /// What it states.
    pub tokens: Tokens,
    /// What stands.
    pub standing: Tokens,
    /// The file that stands, into [`Log::files`].
    pub standing_file: u16,
    /// The month that they disagree about, where it is not about a day.
    pub month: Option<Month>,
}

/// A file as handed to [`Log::add`].
pub struct NewFile {
    /// Its name without folders.
    pub name: String,
    /// What it was recognised as.
    pub shape: Shape,
    /// Rows read.
    pub rows: u64,
    /// Rows left out.
    pub left_out: u64,
    /// Their tokens.
    pub tokens_left_out: Tokens,
    /// What was noticed.
    pub findings: Findings,
    /// The rows that can be used.
    pub usable: FileRows,
}

/// How many files one log takes.
pub const FILES_MAX: usize = 1_000;

/// Everything that was loaded, interned, deduplicated and sorted by day, pool, person and product.
#[derive(Default)]
pub struct Log {
    files: Vec<LoadedFile>,
    directory: People,
    people: Vec<Person>,
    pools: Names,
    products: Names,
    versions: Names,
    entries: Vec<Entry>,
    /// Further lines of entries that several rows add up to: (file, an earlier line, this line).
    more_lines: Vec<(u16, u32, u32)>,
    /// For each identity of `directory`, its person as of the last settling.
    person_before: Vec<u32>,
    /// What the entries do not have until the log is settled.
    added: Vec<Added>,
    /// The charges by person, day and product: indices into `entries`, and where each person's
    /// begin.
    by_person: Vec<u32>,
    person_starts: Vec<u32>,
    sheets: Sheets,
}

impl Log {
    /// Adds a file. [`Log::settle`] must run before anything is read.
    pub fn add(&mut self, file: NewFile) {
        let file_index = self.files.len() as u16;
        let mut rows = file.usable;
        let intern = |into: &mut Names, names: &Names| -> Vec<u32> {
            names.iter().map(|name| into.intern(name)).collect()
        };
        let pool = |name: &str| self.pools.intern(&pool_name(name, rows.is_eba));
        let numbers = Renumbering {
            who: rows.identities.iter().map(|identity| self.directory.add(identity)).collect(),
            pool: rows.pools.iter().map(pool).collect(),
            product: intern(&mut self.products, &rows.products),
            version: intern(&mut self.versions, &rows.versions),
        };
        self.files.push(LoadedFile {
            name: file.name,
            shape: file.shape,
            rows: file.rows,
            used: 0,
            duplicate: 0,
            left_out: file.left_out,
            tokens_used: Tokens::ZERO,
            tokens_duplicate: Tokens::ZERO,
            tokens_left_out: file.tokens_left_out,
            findings: file.findings,
            differing: Vec::new(),
            unplaced: Vec::new(),
            rule: rows.rule,
            unrated: BTreeMap::new(),
            print: rows.print,
            has_sessions: !rows.sessions.is_empty(),
            last_day: None,
            names_pools: rows.pools.iter().any(|name| !name.is_empty()),
            left_out_reading: (file.left_out, file.tokens_left_out),
        });
        let daily = std::mem::take(&mut rows.rows);
        self.sheets.add(rows, file_index, &numbers);
        self.added.push(Added { file: file_index, rows: daily, numbers });
    }

    /// The files in the order in which they were added.
    pub fn files(&self) -> &[LoadedFile] {
        &self.files
    }

    /// Everyone, by id.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Teams by name; the empty name where a file has no team column.
    pub fn pools(&self) -> &Names {
        &self.pools
    }

    /// Whether a pool holds tokens of an enterprise agreement (EBA), which are not Flex tokens.
    pub fn is_eba_pool(&self, pool: u32) -> bool {
        is_eba_pool(self.pools.get(pool))
    }

    /// What is charged, by name.
    pub fn products(&self) -> &Names {
        &self.products
    }

    /// Versions by name.
    pub fn versions(&self) -> &Names {
        &self.versions
    }

    /// All entries, duplicates too, by day, pool, person and product.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries that stand.
    pub fn standing(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.stands)
    }

    /// The charges of a person by day and product, as indices into [`Log::entries`].
    pub fn charges_of(&self, person: u32) -> &[u32] {
        let start = |i: usize| self.person_starts.get(i).copied().unwrap_or_default() as usize;
        &self.by_person[start(person as usize)..start(person as usize + 1)]
    }

    /// Those of a person's charges from one day to another, both counted.
    pub fn charges_between(&self, person: u32, from: Day, to: Day) -> &[u32] {
        let charges = self.charges_of(person);
        let day = |charge: &u32| self.entries[*charge as usize].day;
        let first = charges.partition_point(|charge| day(charge) < from);
        let count = charges[first..].partition_point(|charge| day(charge) <= to);
        &charges[first..first + count]
    }

    /// The lines of all rows that add up to an entry.
    pub fn lines_of(&self, entry: &Entry) -> Vec<u32> {
        let mut lines = vec![entry.line];
        let mut next = 0;
        // A line that was absorbed may itself have absorbed others before two people were joined.
        while next < lines.len() {
            let at = (entry.file, lines[next], 0);
            let from = self.more_lines.partition_point(|known| *known < at);
            lines.extend(
                self.more_lines[from..]
                    .iter()
                    .take_while(|(file, parent, _)| (*file, *parent) == (at.0, at.1))
                    .map(|(_, _, line)| *line),
            );
            next += 1;
        }
        lines.sort_unstable();
        lines
    }

    /// The last day in any row that stands, of whatever kind.
    pub fn last_day(&self) -> Option<Day> {
        self.standing().map(|entry| entry.day).max()
    }
}

/// The name of a pool in the log: Flex and EBA tokens never share one.
fn pool_name(name: &str, is_eba: bool) -> String {
    if is_eba {
        eba_pool(name)
    } else if is_eba_pool(name) {
        format!("Flex: {name}")
    } else {
        name.to_string()
    }
}
