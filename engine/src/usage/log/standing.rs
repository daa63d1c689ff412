//! What counts of rows without days: each thing once, and only beside what days leave to tell.

use super::sheets::{MonthSum, Sheets, Staff, Sum};
use super::told::Told;
use super::{Differing, LoadedFile, NoPlace, Unplaced};
use crate::usage::{SubscriptionRow, Tokens};
use std::collections::BTreeMap;

impl Sheets {
    /// Decides which sums count beside what files with days tell, and counts their rows.
    pub(super) fn choose_standing(&mut self, files: &mut [LoadedFile], places: &[u16], told: &Told) {
        self.choose_sums(files, places, told);
        self.choose_months(files, places, told);
        self.choose_staff(files, places);
        let place = |file: u16| places[file as usize];
        for (file, row) in &self.subscriptions {
            let same = |(other, earlier): &(u16, SubscriptionRow)| {
                place(*other) < place(*file) && SubscriptionRow { line: row.line, ..earlier.clone() } == *row
            };
            let is_duplicate = self.subscriptions.iter().any(same);
            files[*file as usize].count(1, Tokens::ZERO, !is_duplicate);
        }
    }

    fn choose_sums(&mut self, files: &mut [LoadedFile], places: &[u16], told: &Told) {
        let key = |s: &Sum| (s.pool, s.person, s.product, s.access);
        let latest = latest_by_file(self.sums.iter().map(|sum| (sum.file, sum.last_accessed)));
        self.sums.sort_unstable_by_key(|s| (key(s), s.file, s.line));
        for group in self.sums.chunk_by_mut(|a, b| key(a) == key(b)) {
            let best = standing_file(group, &latest, places, |sum| (sum.file, sum.tokens, sum.line));
            for sum in group {
                let (is_best, file) = (Some(sum.file) == best, &mut files[sum.file as usize]);
                sum.stands = !told.has_days() && is_best;
                if told.has_days() && is_best && !told.pool(sum.pool) {
                    let (line, tokens, why) = (sum.line, sum.tokens, NoPlace::SumBesideDays(sum.pool));
                    file.leave_out(Unplaced { line, tokens, why });
                } else {
                    file.count(1, sum.tokens, sum.stands);
                }
            }
        }
    }

    fn choose_months(&mut self, files: &mut [LoadedFile], places: &[u16], told: &Told) {
        let has_sums = self.sums.iter().any(|sum| sum.stands && sum.tokens != Tokens::ZERO);
        let latest = latest_by_file(self.months.iter().map(|month| (month.file, month.month)));
        self.months.sort_unstable_by_key(|m| (m.pool, m.month, m.file, m.line));
        for group in self.months.chunk_by_mut(|a, b| (a.pool, a.month) == (b.pool, b.month)) {
            let best = standing_file(group, &latest, places, |month| (month.file, month.tokens, month.line));
            let no_place = |month: &MonthSum| match told.has_days() {
                true => Some(NoPlace::MonthBesideDays(month.month)),
                false => has_sums.then_some(NoPlace::MonthBesideSums(month.month)),
            };
            tell_differing(group, best, files);
            for month in group {
                let (is_best, file) = (Some(month.file) == best, &mut files[month.file as usize]);
                let why = no_place(month).filter(|_| is_best && !told.month(month.pool, month.month));
                month.stands = is_best && no_place(month).is_none();
                match why {
                    Some(why) => {
                        file.leave_out(Unplaced { line: month.line, tokens: month.tokens, why });
                    }
                    None => file.count(1, month.tokens, month.stands),
                }
            }
        }
    }

    fn choose_staff(&mut self, files: &mut [LoadedFile], places: &[u16]) {
        // Of several rows about one person the one that says most; the rest makes the choice
        // independent of the order of files.
        let is_empty: Vec<bool> = self.units.iter().map(str::is_empty).collect();
        let rank = |s: &Staff| {
            let units = [s.department, s.cost_centre, s.project];
            let stated = units.iter().filter(|unit| !is_empty[**unit as usize]).count();
            (stated, std::cmp::Reverse((units, places[s.file as usize], s.line)))
        };
        self.staff.sort_unstable_by_key(|s| (s.person, std::cmp::Reverse(rank(s))));
        let mut last = None;
        for staff in &mut self.staff {
            staff.stands = last != Some(staff.person);
            last = Some(staff.person);
            files[staff.file as usize].count(1, Tokens::ZERO, staff.stands);
        }
    }
}

/// Keeps which files have other tokens for a month than the one that stands. The group is sorted by file.
fn tell_differing(group: &[MonthSum], best: Option<u16>, files: &mut [LoadedFile]) {
    let of_files = || group.chunk_by(|a, b| a.file == b.file);
    let sum = |rows: &[MonthSum]| rows.iter().map(|month| month.tokens).sum::<Tokens>();
    let Some(standing) = of_files().find(|rows| Some(rows[0].file) == best) else { return };
    for rows in of_files().filter(|rows| sum(rows) != sum(standing)) {
        files[rows[0].file as usize].differing.push(Differing {
            line: rows[0].line,
            tokens: sum(rows),
            standing: sum(standing),
            standing_file: standing[0].file,
            month: Some(rows[0].month),
        });
    }
}

/// The file whose rows of a group count: the later one, then the larger sum; the rest only makes the
/// choice independent of the order of files. The group is sorted by file and line.
fn standing_file<T, L: Ord>(
    group: &[T],
    latest: &BTreeMap<u16, L>,
    places: &[u16],
    facts: impl Fn(&T) -> (u16, Tokens, u32),
) -> Option<u16> {
    let rank = |rows: &[T]| {
        let (file, _, line) = facts(rows.first()?);
        let tokens: Tokens = rows.iter().map(|row| facts(row).1).sum();
        Some((
            (latest.get(&file), tokens, rows.len(), std::cmp::Reverse((line, places[file as usize]))),
            file,
        ))
    };
    let of_files = group.chunk_by(|a, b| facts(a).0 == facts(b).0);
    of_files.filter_map(rank).max_by(|(a, _), (b, _)| a.cmp(b)).map(|(_, file)| file)
}

fn latest_by_file<T: Ord + Copy>(values: impl Iterator<Item = (u16, T)>) -> BTreeMap<u16, T> {
    let mut latest = BTreeMap::new();
    for (file, value) in values {
        let known = latest.entry(file).or_insert(value);
        *known = value.max(*known);
    }
    latest
}
