//! What past use cost, cut by product, person, team and month so that every cut adds up alike.

use super::pools::{PoolAnalysis, PoolMap};
use crate::usage::{Log, Money, Month, Tokens, mul_div_rounded};
use std::collections::BTreeMap;

/// What each entry of the log cost.
///
/// All charges of one pool and day share that day's blended price. An entry's amount is the
/// difference of rounded running sums, so that the amounts of a day add up to its cost exactly and
/// every way of cutting agrees.
#[derive(Clone, Debug, Default)]
pub struct DayPrices {
    /// By entry; [`UNKNOWN`] where a price is unknown.
    amounts: Vec<Money>,
}

const UNKNOWN: Money = Money(i64::MIN);

impl DayPrices {
    /// Prices all entries of a log.
    pub fn of(log: &Log, map: &PoolMap, pools: &[PoolAnalysis]) -> DayPrices {
        // By pool and day, the tokens so far and their rounded cost.
        let mut running: Vec<Vec<(Tokens, i64)>> =
            pools.iter().map(|pool| vec![(Tokens::ZERO, 0); pool.days.len()]).collect();
        let mut amounts = Vec::with_capacity(log.entries().len());
        for entry in log.entries() {
            if !entry.stands {
                amounts.push(Money::ZERO);
                continue;
            }
            let pool = map.pool_of_team[entry.pool as usize] as usize;
            let index = pools[pool].first_day.days_until(entry.day) as usize;
            let (used, cost) = pools[pool].price_of(index);
            let (tokens, paid) = &mut running[pool][index];
            *tokens += entry.tokens;
            amounts.push(match cost {
                None => UNKNOWN,
                Some(cost) => {
                    let before = *paid;
                    *paid = mul_div_rounded(cost.0, tokens.0, used.0);
                    Money(*paid - before)
                }
            });
        }
        DayPrices { amounts }
    }

    /// What an entry cost, by its index in [`Log::entries`]; `None` where a price is unknown.
    pub fn amount(&self, entry: usize) -> Option<Money> {
        self.amounts.get(entry).copied().filter(|amount| *amount != UNKNOWN)
    }
}

/// One part of the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct CostPart {
    /// Its number in the log: a product, person or team.
    pub index: u32,
    /// Net tokens.
    pub tokens: Tokens,
    /// Charges.
    pub charges: u64,
    /// Money; `None` where a price is unknown.
    pub amount: Option<Money>,
}

/// One calendar month.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthCost {
    /// Which.
    pub month: Month,
    /// Net tokens.
    pub tokens: Tokens,
    /// Money; `None` where a price is unknown.
    pub amount: Option<Money>,
}

/// The whole and its cuts. Lists are sorted by tokens, then name; months by time.
#[derive(Clone, Debug)]
pub struct Cost {
    /// Net tokens used.
    pub tokens: Tokens,
    /// What they cost; `None` where a price is unknown.
    pub amount: Option<Money>,
    /// Charges.
    pub charges: u64,
    /// Tokens that no pack covers.
    pub uncovered: Tokens,
    /// By product.
    pub by_product: Vec<CostPart>,
    /// By person.
    pub by_person: Vec<CostPart>,
    /// By team.
    pub by_team: Vec<CostPart>,
    /// By month, without gaps.
    pub by_month: Vec<MonthCost>,
}

impl Cost {
    /// Sums a log.
    pub fn of(log: &Log, prices: &DayPrices, pools: &[PoolAnalysis]) -> Cost {
        let mut by_product = vec![Sum::default(); log.products().len()];
        let mut by_person = vec![Sum::default(); log.people().len()];
        let mut by_team = vec![Sum::default(); log.pools().len()];
        let mut by_month: BTreeMap<Month, Sum> = BTreeMap::new();
        // Entries come by day, then team: what they share is summed first.
        let mut first = 0;
        for day in log.entries().chunk_by(|a, b| (a.pool, a.day) == (b.pool, b.day)) {
            let mut of_day = Sum::default();
            for (index, entry) in (first..).zip(day).filter(|(_, entry)| entry.stands) {
                let amount = prices.amount(index);
                for sum in [
                    &mut of_day,
                    &mut by_product[entry.product as usize],
                    &mut by_person[entry.person as usize],
                ] {
                    sum.add(entry.tokens, entry.is_charge(), amount);
                }
            }
            by_team[day[0].pool as usize].add_sum(&of_day);
            if day.iter().any(|entry| entry.stands) {
                by_month.entry(day[0].day.month()).or_default().add_sum(&of_day);
            }
            first += day.len();
        }
        let mut total = Sum::default();
        by_team.iter().for_each(|team| total.add_sum(team));
        Cost {
            tokens: total.tokens,
            amount: total.amount(),
            charges: total.charges,
            uncovered: pools.iter().map(PoolAnalysis::uncovered).sum(),
            by_product: parts(by_product, |i| log.products().get(i)),
            by_person: parts(by_person, |i| &log.people()[i as usize].id),
            by_team: parts(by_team, |i| log.pools().get(i)),
            by_month: months(&by_month),
        }
    }
}

/// How many people have a charge; rows that name no person are nobody's.
pub fn people_with_charges(log: &Log, parts: &[CostPart]) -> u64 {
    let is_someone = |part: &&CostPart| !log.people()[part.index as usize].is_nobody();
    parts.iter().filter(|part| part.charges > 0).filter(is_someone).count() as u64
}

/// A running sum of entries.
#[derive(Clone, Default)]
pub(super) struct Sum {
    pub(super) charges: u64,
    pub(super) tokens: Tokens,
    money: Money,
    unknown: bool,
}

impl Sum {
    pub(super) fn add(&mut self, tokens: Tokens, is_charge: bool, amount: Option<Money>) {
        self.tokens += tokens;
        self.charges += u64::from(is_charge);
        match amount {
            Some(amount) => self.money += amount,
            // An entry without tokens costs nothing, whatever the price.
            None => self.unknown |= tokens != Tokens::ZERO,
        }
    }

    fn add_sum(&mut self, more: &Sum) {
        self.charges += more.charges;
        self.tokens += more.tokens;
        self.money += more.money;
        self.unknown |= more.unknown;
    }

    /// Adds a sum over several days of use.
    pub(super) fn add_days(&mut self, tokens: Tokens, days: u64, amount: Option<Money>) {
        self.add(tokens, false, amount);
        self.charges += days;
    }

    pub(super) fn amount(&self) -> Option<Money> {
        (!self.unknown).then_some(self.money)
    }

    fn is_nothing(&self) -> bool {
        self.tokens == Tokens::ZERO && self.charges == 0
    }
}

/// Sums by index as sorted parts, without those that are nothing.
pub(super) fn parts<'a>(sums: Vec<Sum>, name: impl Fn(u32) -> &'a str) -> Vec<CostPart> {
    let mut parts: Vec<CostPart> = sums
        .into_iter()
        .enumerate()
        .filter(|(_, sum)| !sum.is_nothing())
        .map(|(index, sum)| CostPart {
            index: index as u32,
            tokens: sum.tokens,
            charges: sum.charges,
            amount: sum.amount(),
        })
        .collect();
    parts.sort_by(|a, b| b.tokens.cmp(&a.tokens).then_with(|| name(a.index).cmp(name(b.index))));
    parts
}

fn months(sums: &BTreeMap<Month, Sum>) -> Vec<MonthCost> {
    let (Some(first), Some(last)) = (sums.keys().next(), sums.keys().next_back()) else {
        return Vec::new();
    };
    (first.0..=last.0)
        .map(|number| {
            let sum = sums.get(&Month(number)).cloned().unwrap_or_default();
            MonthCost { month: Month(number), tokens: sum.tokens, amount: sum.amount() }
        })
        .collect()
}
