//! The usage log: what all loaded files together say, each charge once, each with its file and line.

use super::{Access, Day, FileRows, Findings, Names, People, Person, Shape, Tokens};

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

    fn key(&self) -> (u32, Day, u32, u32, Access) {
        (self.pool, self.day, self.person, self.product, self.access)
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
    last_day: Option<Day>,
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

/// Everything that was loaded, interned, deduplicated and sorted by pool, day, person and product.
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
    /// For each identity of `directory`, its person; entries added since the last settling still
    /// hold identities.
    settled: usize,
    person_before: Vec<u32>,
    /// The charges by person, day and product: indices into `entries`, and where each person's
    /// begin.
    by_person: Vec<u32>,
    person_starts: Vec<u32>,
}

impl Log {
    /// Adds a file. [`Log::settle`] must run before anything is read.
    pub fn add(&mut self, file: NewFile) {
        let file_index = self.files.len() as u16;
        let rows = file.usable;
        let identity: Vec<u32> = rows.identities.iter().map(|i| self.directory.add(i)).collect();
        let intern = |into: &mut Names, names: &Names| -> Vec<u32> {
            names.iter().map(|name| into.intern(name)).collect()
        };
        let pool = intern(&mut self.pools, &rows.pools);
        let product = intern(&mut self.products, &rows.products);
        let version = intern(&mut self.versions, &rows.versions);
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
            last_day: rows.rows.iter().map(|row| row.day).max(),
        });
        self.entries.reserve_exact(rows.rows.len());
        self.entries.extend(rows.rows.iter().map(|row| Entry {
            pool: pool[row.pool as usize],
            person: identity[row.identity as usize],
            product: product[row.product as usize],
            version: version[row.version as usize],
            day: row.day,
            rows: 1,
            tokens: row.tokens,
            line: row.line,
            file: file_index,
            access: row.access,
            stands: false,
        }));
    }

    /// Joins people, numbers names by alphabet, adds up equal keys within a file and decides which
    /// file stands where several state the same charge. The outcome does not depend on the order
    /// in which files and rows came.
    pub fn settle(&mut self) {
        self.renumber();
        self.entries.sort_unstable_by_key(|e| (e.key(), e.file, e.line));
        self.add_up();
        self.choose_standing();
        self.index_by_person();
        self.settled = self.entries.len();
    }

    fn renumber(&mut self) {
        let (people, person_of_identity) = self.directory.settle();
        // Entries settled before hold person numbers: back to one of that person's identities first.
        let mut identity_of_person_before = vec![0; self.people.len()];
        for (identity, &person) in self.person_before.iter().enumerate().rev() {
            identity_of_person_before[person as usize] = identity as u32;
        }
        let pool = sort_names(&mut self.pools);
        let product = sort_names(&mut self.products);
        let version = sort_names(&mut self.versions);
        for (index, entry) in self.entries.iter_mut().enumerate() {
            let identity = if index < self.settled {
                identity_of_person_before[entry.person as usize]
            } else {
                entry.person
            };
            entry.person = person_of_identity[identity as usize];
            entry.pool = pool[entry.pool as usize];
            entry.product = product[entry.product as usize];
            entry.version = version[entry.version as usize];
        }
        self.people = people;
        self.person_before = person_of_identity;
    }

    fn add_up(&mut self) {
        let more_lines = &mut self.more_lines;
        self.entries.dedup_by(|next, kept| {
            let same = next.file == kept.file && next.key() == kept.key();
            if same {
                kept.tokens += next.tokens;
                kept.rows += next.rows;
                more_lines.push((kept.file, kept.line, next.line));
            }
            same
        });
        more_lines.sort_unstable();
        self.entries.shrink_to_fit();
    }

    fn choose_standing(&mut self) {
        for file in &mut self.files {
            (file.used, file.duplicate) = (0, 0);
            (file.tokens_used, file.tokens_duplicate) = (Tokens::ZERO, Tokens::ZERO);
            file.differing.clear();
        }
        let (files, versions) = (&mut self.files, &self.versions);
        for group in self.entries.chunk_by_mut(|a, b| a.key() == b.key()) {
            // The later last day, then the larger sum; the rest only makes the choice independent
            // of the order of files.
            let rank = |e: &Entry| {
                (
                    files[e.file as usize].last_day,
                    e.tokens,
                    e.rows,
                    std::cmp::Reverse((versions.get(e.version), e.line, e.file)),
                )
            };
            let mut best = 0;
            for i in 1..group.len() {
                if rank(&group[i]) > rank(&group[best]) {
                    best = i;
                }
            }
            let standing = group[best];
            for (i, entry) in group.iter_mut().enumerate() {
                entry.stands = i == best;
                let file = &mut files[entry.file as usize];
                if entry.stands {
                    file.used += u64::from(entry.rows);
                    file.tokens_used += entry.tokens;
                } else {
                    file.duplicate += u64::from(entry.rows);
                    file.tokens_duplicate += entry.tokens;
                    if entry.tokens != standing.tokens {
                        file.differing.push(Differing {
                            line: entry.line,
                            tokens: entry.tokens,
                            standing: standing.tokens,
                            standing_file: standing.file,
                        });
                    }
                }
            }
        }
    }

    /// A counting sort: entries are sorted by day within a pool already, so that only people in
    /// several pools need sorting at all.
    fn index_by_person(&mut self) {
        let mut starts = vec![0u32; self.people.len() + 1];
        let charges = || self.entries.iter().enumerate().filter(|(_, entry)| entry.is_charge());
        for (_, entry) in charges() {
            starts[entry.person as usize + 1] += 1;
        }
        for person in 0..self.people.len() {
            starts[person + 1] += starts[person];
        }
        let mut next = starts.clone();
        let mut by_person = vec![0u32; starts[self.people.len()] as usize];
        for (index, entry) in charges() {
            let place = &mut next[entry.person as usize];
            by_person[*place as usize] = index as u32;
            *place += 1;
        }
        let key = |index: &u32| {
            let entry = &self.entries[*index as usize];
            (entry.day, entry.product, entry.pool)
        };
        for person in starts.windows(2) {
            let charges = &mut by_person[person[0] as usize..person[1] as usize];
            if !charges.is_sorted_by_key(key) {
                charges.sort_unstable_by_key(key);
            }
        }
        (self.by_person, self.person_starts) = (by_person, starts);
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

    /// What is charged, by name.
    pub fn products(&self) -> &Names {
        &self.products
    }

    /// Versions by name.
    pub fn versions(&self) -> &Names {
        &self.versions
    }

    /// All entries, duplicates too, by pool, day, person and product.
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

/// Numbers names by alphabet; gives the new number of each old one.
fn sort_names(names: &mut Names) -> Vec<u32> {
    let mut order: Vec<u32> = (0..names.len() as u32).collect();
    order.sort_unstable_by(|a, b| names.get(*a).cmp(names.get(*b)));
    let mut sorted = Names::default();
    let mut new_number = vec![0; names.len()];
    for old in order {
        new_number[old as usize] = sorted.intern(names.get(old));
    }
    *names = sorted;
    new_number
}
