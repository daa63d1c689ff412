//! The cheapest set of offers for one person: a dynamic programme over what the person uses.
//!
//! `needs[i]` is the yearly Flex money of the person's `i`-th group of products. The least cost of a
//! set of needs follows from its first need, which is either left on Flex or covered by one of the
//! offers that cover it; whatever that offer covers beside it is settled with it. Prices are never
//! negative, so every set of offers is reached this way: the optimum is exact.

use super::offers::OfferSet;
use crate::usage::Money;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Up to so many needs all 2^n sets of needs are worked out in a table.
pub const TABLE_NEEDS_MAX: usize = 10;
/// More needs than this in one person are not tried: the set would not fit its 64-bit number.
pub const NEEDS_MAX: usize = 64;
/// Beyond [`TABLE_NEEDS_MAX`] only sets of needs that can be reached are worked out. Where there
/// are more of them than this, the optimum is not proven, and none is given.
pub const STATES_MAX: usize = 100_000;

/// One offer as one person sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The needs it covers, a bit each.
    pub covers: u64,
    /// What a seat costs this person a year: less than its price where one is paid already.
    pub price: Money,
    /// Its place among all offers, by name.
    pub rank: usize,
}

/// What a set of offers comes to, with the Flex money of what it does not cover.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// Prices and Flex money a year.
    pub money: Money,
    /// The offers.
    pub offers: OfferSet,
}

impl Total {
    fn with_flex(self, money: Money) -> Total {
        Total { money: self.money + money, ..self }
    }

    fn with_seat(self, choice: &Choice) -> Total {
        Total { money: self.money + choice.price, offers: self.offers.and(OfferSet::one(choice.rank)) }
    }

    /// Less money first, then fewer seats, then the names that come first.
    fn key(&self) -> (Money, usize, Reverse<OfferSet>) {
        (self.money, self.offers.len(), Reverse(self.offers))
    }

    fn better(self, other: Total) -> Total {
        // Nearly always the money decides.
        if self.money != other.money {
            return if self.money < other.money { self } else { other };
        }
        if self.key() <= other.key() { self } else { other }
    }
}

/// What was found for one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Solved {
    /// The least cost of all.
    pub best: Total,
    /// The least cost with at least one seat: what the person is compared with who stays on Flex.
    /// `None` where no offer covers anything they use.
    pub nearest: Option<Total>,
}

/// Finds optima; its tables are used again from person to person.
#[derive(Default)]
pub struct Solver {
    table: Vec<Total>,
    reached: BTreeMap<u64, Total>,
}

impl Solver {
    /// The optimum over all sets of `choices`; `None` where it could not be proven
    /// ([`STATES_MAX`]). Choices that can never be in it are taken out.
    pub fn solve(&mut self, needs: &[Money], choices: &mut Vec<Choice>) -> Option<Solved> {
        choices.retain(|choice| choice.covers != 0);
        // Of choices that cover the same needs only the cheapest, then first, can be chosen.
        choices.sort_unstable_by_key(|choice| (choice.covers, choice.price, choice.rank));
        choices.dedup_by_key(|choice| choice.covers);
        if needs.len() > NEEDS_MAX {
            return None;
        }
        let all = if needs.len() == NEEDS_MAX { u64::MAX } else { (1 << needs.len()) - 1 };
        let in_table = needs.len() <= TABLE_NEEDS_MAX;
        if in_table {
            self.fill_table(needs, choices);
        } else {
            self.reached.clear();
        }
        let best = if in_table { self.table[all as usize] } else { self.reach(all, needs, choices)? };
        let mut nearest: Option<Total> = None;
        for choice in choices.iter() {
            let rest = all & !choice.covers;
            let rest = if in_table { self.table[rest as usize] } else { self.reach(rest, needs, choices)? };
            let total = rest.with_seat(choice);
            nearest = Some(nearest.map_or(total, |known| known.better(total)));
        }
        Some(Solved { best, nearest })
    }

    fn fill_table(&mut self, needs: &[Money], choices: &[Choice]) {
        self.table.clear();
        self.table.push(Total::default());
        for set in 1..1usize << needs.len() {
            let first = set.trailing_zeros();
            let mut best = self.table[set & (set - 1)].with_flex(needs[first as usize]);
            for choice in choices.iter().filter(|choice| choice.covers >> first & 1 == 1) {
                best = best.better(self.table[set & !(choice.covers as usize)].with_seat(choice));
            }
            self.table.push(best);
        }
    }

    /// The same rule from the whole set down, so that sets no choice leads to are never looked at.
    fn reach(&mut self, set: u64, needs: &[Money], choices: &[Choice]) -> Option<Total> {
        if set == 0 {
            return Some(Total::default());
        }
        if let Some(known) = self.reached.get(&set) {
            return Some(*known);
        }
        let first = set.trailing_zeros();
        let mut best = self.reach(set & (set - 1), needs, choices)?.with_flex(needs[first as usize]);
        for choice in choices.iter().filter(|choice| choice.covers >> first & 1 == 1) {
            best = best.better(self.reach(set & !choice.covers, needs, choices)?.with_seat(choice));
        }
        if self.reached.len() >= STATES_MAX {
            return None;
        }
        self.reached.insert(set, best);
        Some(best)
    }
}
