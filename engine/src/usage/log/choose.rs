//! What stands: rows of a file with the same key add up, and where several files state the same charge one does.

use super::{Differing, Entry, LoadedFile, Log};
use crate::usage::{Access, Day, Names, SessionRule, Tokens};
use std::collections::BTreeSet;

impl Log {
    /// Adds up the sorted entries of each key, decides which one stands and counts their rows: all in one
    /// pass, since going through the log is what costs.
    pub(super) fn choose_standing(&mut self) {
        self.files.iter_mut().for_each(LoadedFile::begin_count);
        let mut choice = Choice {
            days: SessionDays::of(self),
            places: self.places(),
            is_ruled: self.is_ruled(),
            repeated: self.repeated_sessions(),
            files: &mut self.files,
            versions: &self.versions,
        };
        let (entries, more_lines) = (&mut self.entries, &mut self.more_lines);
        let (mut kept, mut next) = (0, 0);
        while next < entries.len() {
            let first = kept;
            entries[kept] = entries[next];
            kept += 1;
            next += 1;
            while next < entries.len() && entries[next].key() == entries[first].key() {
                let entry = entries[next];
                next += 1;
                if !choice.joins(&mut entries[kept - 1], &entry, more_lines) {
                    entries[kept] = entry;
                    kept += 1;
                }
            }
            choice.choose(&mut entries[first..kept]);
        }
        entries.truncate(kept);
        entries.shrink_to_fit();
        more_lines.sort_unstable();
    }

    /// A file without teams states the same charges as one with teams: those are duplicates.
    pub(super) fn pass_over_unnamed_pools(&mut self) {
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
            files[entry.file as usize].uncount(entry.rows, entry.tokens);
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

    /// Sessions without tokens of their own that another file has too, by file and line.
    fn repeated_sessions(&self) -> Vec<(u16, u32)> {
        let is_ruled = |file: u16| self.files[file as usize].rule != SessionRule::AsGiven;
        let mut repeated: Vec<(u16, u32)> =
            self.sheets.repeated_sessions().filter(|(file, _)| is_ruled(*file)).collect();
        repeated.sort_unstable();
        repeated
    }
}

/// What decides between entries of the same key.
struct Choice<'a> {
    files: &'a mut [LoadedFile],
    versions: &'a Names,
    days: SessionDays,
    places: Vec<u16>,
    is_ruled: Vec<bool>,
    repeated: Vec<(u16, u32)>,
}

impl Choice<'_> {
    /// Whether an entry adds up with the one before it, and has.
    fn joins(&self, kept: &mut Entry, next: &Entry, more_lines: &mut Vec<(u16, u32, u32)>) -> bool {
        // Sessions that state no tokens have nothing to add up: each stays by itself, and a charge that
        // was worked out joins the session that opened it.
        let is_same =
            next.file == kept.file && (next.line == kept.line || !self.is_ruled[kept.file as usize]);
        if is_same {
            kept.tokens += next.tokens;
            // A charge that was worked out stands on the line of its session, and is no row of the file.
            if next.rows > 0 && next.line != kept.line {
                more_lines.push((kept.file, kept.line, next.line));
            }
            kept.rows += next.rows;
        }
        is_same
    }

    /// Sessions before daily rows, those that state or cost tokens before those that do not; then the later
    /// last day, then the larger sum; the rest only makes the choice independent of the order of files.
    fn rank(&self, e: &Entry) -> impl Ord + use<'_> {
        let file = &self.files[e.file as usize];
        (
            (file.has_sessions, !self.is_silent(e), file.last_day),
            e.tokens,
            e.rows,
            std::cmp::Reverse((self.versions.get(e.version), e.line, self.places[e.file as usize])),
        )
    }

    /// A session that states no tokens competes with nothing: it is used, or a duplicate where another
    /// file has the same session.
    fn is_silent(&self, e: &Entry) -> bool {
        self.is_ruled[e.file as usize] && e.tokens == Tokens::ZERO
    }

    /// Decides which of the entries of one key stands, and counts their rows.
    fn choose(&mut self, group: &mut [Entry]) {
        let mut best = 0;
        for i in 1..group.len() {
            if self.rank(&group[i]) > self.rank(&group[best]) {
                best = i;
            }
        }
        let standing = group[best];
        let is_covered = !self.files[standing.file as usize].has_sessions && self.days.cover(&standing);
        for (i, entry) in group.iter_mut().enumerate() {
            let is_silent = self.is_silent(entry);
            entry.stands = if is_silent {
                self.repeated.binary_search(&(entry.file, entry.line)).is_err()
            } else {
                i == best && !is_covered
            };
            let file = &mut self.files[entry.file as usize];
            file.count(entry.rows, entry.tokens, entry.stands);
            if !is_silent && i != best && entry.tokens != standing.tokens {
                file.differing.push(Differing {
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
        if self.days.is_empty() {
            return false;
        }
        let of_kind = (entry.access == Access::Eba, entry.day);
        let is_unnamed = self.unnamed_pools.contains(&entry.pool);
        self.days.contains(&(entry.pool, entry.day))
            || self.unnamed.contains(&of_kind)
            || (is_unnamed && self.any.contains(&of_kind))
    }
}
