//! The rows behind a figure.

use super::parts::person;
use super::views::{ROWS_PER_ANSWER_MAX, RowView, RowsView};
use super::{Facts, Query};
use crate::analysis::several_products_entries;
use crate::usage::{Entry, Log, Money, Tokens};
use std::cmp::Reverse;

/// A part of the rows that a query lists: latest first, then by person and product.
pub fn rows(facts: Facts<'_>, query: Query, first: u64, count: u64) -> RowsView {
    let log = facts.log;
    let mut found = matching(log, &query);
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
fn matching(log: &Log, query: &Query) -> Vec<usize> {
    // Names that the log does not know match nothing.
    let person = query.person.as_ref().map(|id| log.people().binary_search_by(|p| p.id.cmp(id)).ok());
    let product = query.product.as_ref().map(|name| log.products().find(name));
    let team = query.team.as_ref().map(|name| log.pools().find(name));
    let is = |wanted: Option<Option<u32>>, number: u32| wanted.is_none_or(|w| w == Some(number));
    let person = person.map(|found| found.map(|index| index as u32));
    let matches = |index: &usize| {
        let entry = &log.entries()[*index];
        entry.stands
            && entry.tokens != Tokens::ZERO
            && query.from.is_none_or(|from| from <= entry.day)
            && query.to.is_none_or(|to| entry.day <= to)
            && is(person, entry.person)
            && is(product, entry.product)
            && is(team, entry.pool)
    };
    if query.several_products {
        several_products_entries(log).into_iter().map(|index| index as usize).filter(matches).collect()
    } else {
        (0..log.entries().len()).filter(matches).collect()
    }
}
