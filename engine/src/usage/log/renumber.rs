//! The numbers of people and names, which change with every file: people are joined, and names stand by alphabet.
//! Rows become entries only then, with their final numbers at once.

use super::{Entry, Log};
use crate::usage::{Day, Names, Row};

/// The rows of a file that was added since the last settling.
pub(super) struct Added {
    /// Into [`Log::files`].
    pub file: u16,
    pub rows: Vec<Row>,
    pub numbers: Renumbering,
}

/// New numbers, by the old ones.
pub(super) struct Renumbering {
    /// Of an identity in the file its identity in the log; of that one its person.
    pub who: Vec<u32>,
    pub pool: Vec<u32>,
    pub product: Vec<u32>,
    pub version: Vec<u32>,
}

impl Renumbering {
    /// This, then the other, in one step.
    fn then(&self, next: &Renumbering) -> Renumbering {
        let both = |first: &[u32], next: &[u32]| first.iter().map(|&number| next[number as usize]).collect();
        Renumbering {
            who: both(&self.who, &next.who),
            pool: both(&self.pool, &next.pool),
            product: both(&self.product, &next.product),
            version: both(&self.version, &next.version),
        }
    }
}

impl Log {
    /// Joins people, numbers names by alphabet, and takes the rows of files that were added into the entries.
    pub(super) fn renumber(&mut self) {
        let (people, person_of_identity) = self.directory.settle();
        // Entries hold person numbers: back to one of that person's identities first.
        let mut identity_of_person_before = vec![0; self.people.len()];
        for (identity, &person) in self.person_before.iter().enumerate().rev() {
            identity_of_person_before[person as usize] = identity as u32;
        }
        let now = Renumbering {
            who: person_of_identity,
            pool: sort_names(&mut self.pools),
            product: sort_names(&mut self.products),
            version: sort_names(&mut self.versions),
        };
        for entry in &mut self.entries {
            entry.person = now.who[identity_of_person_before[entry.person as usize] as usize];
            entry.pool = now.pool[entry.pool as usize];
            entry.product = now.product[entry.product as usize];
            entry.version = now.version[entry.version as usize];
        }
        for added in std::mem::take(&mut self.added) {
            self.take(added, &now);
        }
        self.sheets.renumber(&now);
        self.people = people;
        self.person_before = now.who;
    }

    fn take(&mut self, added: Added, now: &Renumbering) {
        let (file, numbers) = (added.file, added.numbers.then(now));
        let mut last_day: Option<Day> = None;
        let entries = added.rows.into_iter().map(|row| {
            last_day = last_day.max(Some(row.day));
            Entry {
                pool: numbers.pool[row.pool as usize],
                person: numbers.who[row.identity as usize],
                product: numbers.product[row.product as usize],
                version: numbers.version[row.version as usize],
                day: row.day,
                rows: 1,
                tokens: row.tokens,
                line: row.line,
                file,
                access: row.access,
                stands: false,
            }
        });
        // A row is as large as an entry: the rows of the first file become the log where they stand.
        if self.entries.is_empty() {
            self.entries = entries.collect();
        } else {
            self.entries.reserve_exact(entries.len());
            self.entries.extend(entries);
        }
        self.files[file as usize].last_day = last_day;
    }
}

/// The one list turns into the other where it stands, if both are alike in size.
const _: () = assert!(size_of::<Row>() == size_of::<Entry>() && align_of::<Row>() == align_of::<Entry>());

/// Numbers names by alphabet; gives the new number of each old one.
pub(super) fn sort_names(names: &mut Names) -> Vec<u32> {
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
