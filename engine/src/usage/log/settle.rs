//! Everything added so far becomes one log: people joined, names sorted, each charge once.

use super::told::Told;
use super::{Differing, Entry, LoadedFile, Log};
use crate::usage::{Access, Day, Names, SessionRule, Tokens, eba_pool};
use std::collections::BTreeSet;

impl Log {
    /// Joins people, numbers names by alphabet, adds up equal keys within a file and decides which
    /// file stands where several state the same charge. The outcome does not depend on the order
    /// in which files and rows came.
    pub fn settle(&mut self) {
        self.renumber();
        self.entries.sort_unstable_by_key(|e| (e.order(), e.file, e.line));
        self.sheets.sort_sessions(&self.places(), &self.unnamed_pools());
        self.stand();
    }

    /// The place of each file among all by its name, then its content: the last of ties, so that only
    /// files that are the same in both hang on the order in which they came.
    pub(super) fn places(&self) -> Vec<u16> {
        let mut order: Vec<u16> = (0..self.files.len() as u16).collect();
        order.sort_by_key(|&file| {
            let file = &self.files[file as usize];
            (&file.name, file.print)
        });
        let mut places = vec![0; order.len()];
        for (place, file) in order.into_iter().enumerate() {
            places[file as usize] = place as u16;
        }
        places
    }

    /// The pools that stand for no team in particular.
    pub(super) fn unnamed_pools(&self) -> Vec<u32> {
        ["", &eba_pool("")].iter().filter_map(|name| self.pools.find(name)).collect()
    }

    /// For each file, whether its rows state no tokens because a rule works its charges out.
    fn is_ruled(&self) -> Vec<bool> {
        self.files.iter().map(|file| file.rule != SessionRule::AsGiven).collect()
    }

    /// Adds up and decides what stands, with sorted entries that hold person numbers.
    pub(super) fn stand(&mut self) {
        self.add_up();
        self.choose_standing();
        self.pass_over_unnamed_pools();
        self.count();
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
        self.sheets.renumber(&person_of_identity, &pool, &product, &version);
        self.people = people;
        self.person_before = person_of_identity;
    }

    fn add_up(&mut self) {
        let is_ruled = self.is_ruled();
        let more_lines = &mut self.more_lines;
        self.entries.dedup_by(|next, kept| {
            // Sessions that state no tokens have nothing to add up: each stays by itself, and a charge that
            // was worked out joins the session that opened it.
            let same = next.file == kept.file
                && next.key() == kept.key()
                && (next.line == kept.line || !is_ruled[kept.file as usize]);
            if same {
                kept.tokens += next.tokens;
                // A charge that was worked out stands on the line of its session, and is no row of the file.
                if next.rows > 0 && next.line != kept.line {
                    more_lines.push((kept.file, kept.line, next.line));
                }
                kept.rows += next.rows;
            }
            same
        });
        more_lines.sort_unstable();
        self.entries.shrink_to_fit();
    }

    fn choose_standing(&mut self) {
        self.files.iter_mut().for_each(|file| file.differing.clear());
        let days = SessionDays::of(self);
        let (places, is_ruled, repeated) = (self.places(), self.is_ruled(), self.repeated_sessions());
        let (files, versions) = (&mut self.files, &self.versions);
        for group in self.entries.chunk_by_mut(|a, b| a.key() == b.key()) {
            // Sessions before daily rows, those that state or cost tokens before those that do not; then the
            // later last day, then the larger sum; the rest only makes the choice independent of the order
            // of files.
            let is_silent = |e: &Entry| is_ruled[e.file as usize] && e.tokens == Tokens::ZERO;
            let rank = |e: &Entry| {
                let file = &files[e.file as usize];
                (
                    (file.has_sessions, !is_silent(e), file.last_day),
                    e.tokens,
                    e.rows,
                    std::cmp::Reverse((versions.get(e.version), e.line, places[e.file as usize])),
                )
            };
            let mut best = 0;
            for i in 1..group.len() {
                if rank(&group[i]) > rank(&group[best]) {
                    best = i;
                }
            }
            let standing = group[best];
            let is_covered = !files[standing.file as usize].has_sessions && days.cover(&standing);
            for (i, entry) in group.iter_mut().enumerate() {
                // A session that states no tokens competes with nothing: it is used, or a duplicate where
                // another file has the same session.
                if is_silent(entry) {
                    entry.stands = repeated.binary_search(&(entry.file, entry.line)).is_err();
                    continue;
                }
                entry.stands = i == best && !is_covered;
                if i != best && entry.tokens != standing.tokens {
                    files[entry.file as usize].differing.push(Differing {
                        line: entry.line,
                        tokens: entry.tokens,
                        standing: standing.tokens,
                        standing_file: standing.file,
                        month: None,
                    });
                }
            }
        }
    }

    /// Sessions without tokens of their own that another file has too, by file and line.
    fn repeated_sessions(&self) -> Vec<(u16, u32)> {
        let is_ruled = |file: u16| self.files[file as usize].rule != SessionRule::AsGiven;
        let mut repeated: Vec<(u16, u32)> =
            self.sheets.repeated_sessions().filter(|(file, _)| is_ruled(*file)).collect();
        repeated.sort_unstable();
        repeated
    }

    /// A file without teams states the same charges as one with teams: those are duplicates.
    fn pass_over_unnamed_pools(&mut self) {
        let names = |file: u16| self.files[file as usize].names_pools;
        let (places, is_ruled) = (self.places(), self.is_ruled());
        let states = |e: &Entry| e.stands && !(is_ruled[e.file as usize] && e.tokens == Tokens::ZERO);
        let unnamed = |e: &Entry| states(e) && !names(e.file);
        let is_unnamed = |file: &LoadedFile| !file.names_pools;
        if self.files.iter().all(is_unnamed)
            || !self.files.iter().any(is_unnamed)
            || !self.entries.iter().any(unnamed)
        {
            return;
        }
        let key = |e: &Entry| (e.day, e.person, e.product, e.access);
        let mut named: Vec<_> = self
            .entries
            .iter()
            .filter(|e| states(e) && names(e.file))
            .map(|e| (key(e), e.tokens, places[e.file as usize], e.file))
            .collect();
        named.sort_unstable();
        let (entries, files) = (&mut self.entries, &mut self.files);
        for entry in entries.iter_mut().filter(|e| states(e)) {
            if files[entry.file as usize].names_pools {
                continue;
            }
            let from = named.partition_point(|(known, ..)| *known < key(entry));
            let same: Vec<_> = named[from..].iter().take_while(|(known, ..)| *known == key(entry)).collect();
            let Some((.., file)) = same.first() else { continue };
            entry.stands = false;
            let standing: Tokens = same.iter().map(|(_, tokens, ..)| *tokens).sum();
            if standing != entry.tokens {
                files[entry.file as usize].differing.push(Differing {
                    line: entry.line,
                    tokens: entry.tokens,
                    standing,
                    standing_file: *file,
                    month: None,
                });
            }
        }
    }

    /// Counts the rows of every file that stand and those that do not.
    fn count(&mut self) {
        self.files.iter_mut().for_each(LoadedFile::begin_count);
        for entry in &self.entries {
            self.files[entry.file as usize].count(entry.rows, entry.tokens, entry.stands);
        }
        // Only what has no days asks for what days tell.
        let told = if self.sheets.has_rows_without_days() { Told::of(self) } else { Told::default() };
        let places = self.places();
        self.sheets.choose_standing(&mut self.files, &places, &told);
    }

    /// A counting sort: entries are sorted by day within a pool already, so that only people in
    /// several pools need sorting at all.
    fn index_by_person(&mut self) {
        let mut starts = vec![0u32; self.people.len() + 1];
        // Habits and moves are of one kind of tokens: Flex, unless there is none.
        let access = |e: &Entry| e.access == Access::Eba;
        let is_eba = self.entries.iter().filter(|e| e.is_charge()).all(access);
        let is_someones: Vec<bool> = self.people.iter().map(|person| !person.is_nobody()).collect();
        let counts = |e: &Entry| e.is_charge() && access(e) == is_eba && is_someones[e.person as usize];
        for entry in &self.entries {
            starts[entry.person as usize + 1] += u32::from(counts(entry));
        }
        for person in 0..self.people.len() {
            starts[person + 1] += starts[person];
        }
        let mut next = starts.clone();
        let mut by_person = vec![0u32; starts[self.people.len()] as usize];
        for (index, entry) in self.entries.iter().enumerate() {
            if counts(entry) {
                let place = &mut next[entry.person as usize];
                by_person[*place as usize] = index as u32;
                *place += 1;
            }
        }
        let key = |index: &u32| {
            let entry = &self.entries[*index as usize];
            (entry.day, entry.product, entry.pool)
        };
        for person in starts.windows(2) {
            let charges = &mut by_person[person[0] as usize..person[1] as usize];
            let pool = |index: &u32| self.entries[*index as usize].pool;
            if charges.first().map(pool) != charges.last().map(pool) {
                charges.sort_unstable_by_key(key);
            }
        }
        (self.by_person, self.person_starts) = (by_person, starts);
    }
}

/// On which days sessions say everything, so that daily rows are duplicates.
#[derive(Default)]
struct SessionDays {
    /// Pool and day of sessions.
    days: BTreeSet<(u32, Day)>,
    /// Days on which sessions name no team, by whether their tokens are EBA.
    unnamed: BTreeSet<(bool, Day)>,
    /// Days of sessions of any pool, likewise.
    any: BTreeSet<(bool, Day)>,
    unnamed_pools: Vec<u32>,
}

impl SessionDays {
    fn of(log: &Log) -> SessionDays {
        let mut days = SessionDays { unnamed_pools: log.unnamed_pools(), ..SessionDays::default() };
        if !log.files.iter().any(|file| file.has_sessions) {
            return days;
        }
        for entry in log.entries.iter().filter(|e| log.files[e.file as usize].has_sessions) {
            let of_kind = (entry.access == Access::Eba, entry.day);
            days.days.insert((entry.pool, entry.day));
            days.any.insert(of_kind);
            if days.unnamed_pools.contains(&entry.pool) {
                days.unnamed.insert(of_kind);
            }
        }
        days
    }

    /// Whether sessions say what the entry's day was.
    fn cover(&self, entry: &Entry) -> bool {
        let of_kind = (entry.access == Access::Eba, entry.day);
        let is_unnamed = self.unnamed_pools.contains(&entry.pool);
        self.days.contains(&(entry.pool, entry.day))
            || self.unnamed.contains(&of_kind)
            || (is_unnamed && self.any.contains(&of_kind))
    }
}

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
