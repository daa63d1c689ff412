//! One time against another: what changed, and which people and products explain it.

use super::cost::{CostPart, DayPrices};
use super::cuts::{Cuts, Filter};
use crate::plan::Plan;
use crate::usage::{Day, Log, Money, Tokens};

/// A span of days, both counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Its days.
    pub span: Span,
    /// Working days in it, by the plan.
    pub working_days: i64,
    /// Net tokens.
    pub tokens: Tokens,
    /// What they cost; `None` where a price is unknown.
    pub amount: Option<Money>,
}

/// What one person, product or team changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its number in the log.
    pub index: u32,
    /// Tokens before.
    pub before: Tokens,
    /// Tokens after.
    pub after: Tokens,
}

impl Change {
    /// Tokens more than before; negative for fewer.
    pub fn difference(&self) -> Tokens {
        self.after - self.before
    }
}

/// Two spans side by side. Changes are sorted by size, whatever their direction, then name.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The earlier.
    pub before: Side,
    /// The later.
    pub after: Side,
    /// What the later would have used at the earlier's tokens per working day.
    pub expected: Tokens,
    /// By product.
    pub by_product: Vec<Change>,
    /// By person.
    pub by_person: Vec<Change>,
    /// By team.
    pub by_team: Vec<Change>,
}

impl Comparison {
    /// Compares two spans under a filter, at equal numbers of working days.
    pub fn of(
        log: &Log,
        plan: &Plan,
        prices: &DayPrices,
        filter: &Filter,
        before: Span,
        after: Span,
    ) -> Comparison {
        let cut = |span: Span| {
            Cuts::of(log, prices, &Filter { from: Some(span.from), to: Some(span.to), ..*filter })
        };
        let (old, new) = (cut(before), cut(after));
        let side = |span: Span, cuts: &Cuts| Side {
            span,
            working_days: (span.from.0..=span.to.0).filter(|day| plan.is_working_day(Day(*day))).count()
                as i64,
            tokens: cuts.tokens,
            amount: cuts.amount,
        };
        let (before, after) = (side(before, &old), side(after, &new));
        Comparison {
            expected: before.tokens.scale_rounded(after.working_days, before.working_days),
            by_product: changes(&old.by_product, &new.by_product),
            by_person: changes(&old.by_person, &new.by_person),
            by_team: changes(&old.by_team, &new.by_team),
            before,
            after,
        }
    }
}

/// Numbers in the log are in the order of names, so that they break ties.
fn changes(before: &[CostPart], after: &[CostPart]) -> Vec<Change> {
    let mut changes = std::collections::BTreeMap::new();
    let change = |index| Change { index, before: Tokens::ZERO, after: Tokens::ZERO };
    for part in before {
        changes.entry(part.index).or_insert_with(|| change(part.index)).before = part.tokens;
    }
    for part in after {
        changes.entry(part.index).or_insert_with(|| change(part.index)).after = part.tokens;
    }
    let mut changes: Vec<Change> =
        changes.into_values().filter(|change| change.difference() != Tokens::ZERO).collect();
    changes.sort_by_key(|change| (std::cmp::Reverse(change.difference().0.abs()), change.index));
    changes
}
