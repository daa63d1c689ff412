//! Everything added so far becomes one log: people joined, names sorted, each charge once.

use super::told::Told;
use super::{Entry, Log};
use crate::usage::{Access, SessionRule, eba_pool};

impl Log {
    /// Joins people, numbers names by alphabet, adds up equal keys within a file and decides which
    /// file stands where several state the same charge. The outcome does not depend on the order
    /// in which files and rows came.
    pub fn settle(&mut self) {
        self.renumber();
        self.sort();
        self.sheets.sort_sessions(&self.places(), &self.unnamed_pools());
        self.stand();
    }

    /// Most exports list one day after the other, or the latest first: then only days are sorted within.
    fn sort(&mut self) {
        if self.entries.is_sorted_by(|a, b| a.day >= b.day) {
            self.entries.reverse();
        }
        let order = |e: &Entry| (e.key(), e.file, e.line);
        if self.entries.is_sorted_by(|a, b| a.day <= b.day) {
            let days = self.entries.chunk_by_mut(|a, b| a.day == b.day);
            days.for_each(|day| day.sort_unstable_by_key(order));
        } else {
            self.entries.sort_unstable_by_key(order);
        }
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
    pub(super) fn is_ruled(&self) -> Vec<bool> {
        self.files.iter().map(|file| file.rule != SessionRule::AsGiven).collect()
    }

    /// Adds up and decides what stands, with sorted entries.
    pub(super) fn stand(&mut self) {
        self.choose_standing();
        self.pass_over_unnamed_pools();
        self.count_sheets();
        self.index_by_person();
    }

    /// Counts the rows without days that stand and those that do not.
    fn count_sheets(&mut self) {
        // Only what has no days asks for what days tell.
        let told = if self.sheets.has_rows_without_days() { Told::of(self) } else { Told::default() };
        let places = self.places();
        self.sheets.choose_standing(&mut self.files, &places, &told);
    }

    /// A counting sort: entries are sorted by day already, so that only people in several pools need sorting
    /// at all.
    fn index_by_person(&mut self) {
        let mut starts = vec![0u32; self.people.len() + 1];
        // Habits and moves are of one kind of tokens: Flex, unless there is none.
        let access = |e: &Entry| e.access == Access::Eba;
        let is_eba = self.entries.iter().filter(|e| e.is_charge()).all(access);
        let is_someones: Vec<bool> = self.people.iter().map(|person| !person.is_nobody()).collect();
        let counts = |e: &Entry| e.is_charge() && access(e) == is_eba && is_someones[e.person as usize];
        let mut pools: Vec<Pools> = vec![Pools::None; self.people.len()];
        for entry in self.entries.iter().filter(|entry| counts(entry)) {
            starts[entry.person as usize + 1] += 1;
            pools[entry.person as usize].add(entry.pool);
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
        for (person, _) in pools.iter().enumerate().filter(|(_, pools)| **pools == Pools::Several) {
            let charges = starts[person] as usize..starts[person + 1] as usize;
            by_person[charges].sort_unstable_by_key(key);
        }
        (self.by_person, self.person_starts) = (by_person, starts);
    }
}

/// The pools in which somebody has charges.
#[derive(Clone, Copy, PartialEq)]
enum Pools {
    None,
    One(u32),
    Several,
}

impl Pools {
    fn add(&mut self, pool: u32) {
        *self = match *self {
            Pools::None => Pools::One(pool),
            Pools::One(known) if known == pool => return,
            _ => Pools::Several,
        };
    }
}
