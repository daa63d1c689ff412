//! The rows behind a figure.

use super::parts::{filter, person};
use super::views::{ROWS_PER_ANSWER_MAX, RowView, RowsView};
use super::{Facts, Query};
use crate::usage::{Entry, Log, Money, Tokens};
use std::cmp::Reverse;

/// A part of the rows that a query lists: latest first, then by person and product.
pub fn rows(facts: Facts<'_>, query: Query, first: u64, count: u64) -> RowsView {
    let log = facts.log;
    let mut found = matching(facts, &query);
    found.sort_unstable_by_key(|&index| {
        let entry = &log.entries()[index];
        (Reverse(entry.day), entry.person, entry.product, entry.pool, entry.line)
    });
    let amount = |index: usize| -> Option<Money> { facts.report?.prices.amount(index) };
    let total = found.len() as u64;
    let first = first.min(total);
    let count = count.min(ROWS_PER_ANSWER_MAX).min(total - first);
    let shown = &found[first as usize..(first + count) as usize];
    RowsView {
        query,
        total,
        tokens: found.iter().map(|&index| log.entries()[index].tokens).sum::<Tokens>(),
        amount: found.iter().map(|&index| amount(index)).sum(),
        first,
        rows: shown.iter().map(|&index| row(log, &log.entries()[index], amount(index))).collect(),
    }
}

fn row(log: &Log, entry: &Entry, amount: Option<Money>) -> RowView {
    RowView {
        day: entry.day,
        person: person(log, entry.person),
        product: log.products().get(entry.product).to_string(),
        team: log.pools().get(entry.pool).to_string(),
        version: log.versions().get(entry.version).to_string(),
        tokens: entry.tokens,
        amount,
        file: log.files()[entry.file as usize].name.clone(),
        lines: log.lines_of(entry),
    }
}

/// The indices of the entries that a query means: those that stand and state tokens.
fn matching(facts: Facts<'_>, query: &Query) -> Vec<usize> {
    let log = facts.log;
    let filter = filter(log, query);
    let matches = |index: &usize| {
        let entry = &log.entries()[*index];
        filter.holds(entry) && entry.tokens != Tokens::ZERO
    };
    let Some(habit) = query.habit else { return (0..log.entries().len()).filter(matches).collect() };
    let entries = facts.report.map(|report| report.habit_flags.entries(log, habit)).unwrap_or_default();
    entries.into_iter().map(|index| index as usize).filter(matches).collect()
}
