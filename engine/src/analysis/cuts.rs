//! Usage cut every way at once, under any filter.

use super::cost::{CostPart, DayPrices, Sum, parts};
use crate::usage::{Day, Entry, Log, Money, Tokens};
use std::collections::BTreeMap;

/// What to look at. `None` filters nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// From this day on.
    pub from: Option<Day>,
    /// Up to this day.
    pub to: Option<Day>,
    /// Of this person.
    pub person: Option<u32>,
    /// Of this product.
    pub product: Option<u32>,
    /// Of this team.
    pub team: Option<u32>,
    /// Of this version.
    pub version: Option<u32>,
}

impl Filter {
    /// Whether an entry stands and passes.
    pub fn holds(&self, entry: &Entry) -> bool {
        entry.stands
            && self.from.is_none_or(|from| from <= entry.day)
            && self.to.is_none_or(|to| entry.day <= to)
            && self.person.is_none_or(|person| person == entry.person)
            && self.product.is_none_or(|product| product == entry.product)
            && self.team.is_none_or(|team| team == entry.pool)
            && self.version.is_none_or(|version| version == entry.version)
    }
}

/// One day of a cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayCut {
    /// Net tokens.
    pub tokens: Tokens,
    /// What they cost, as far as prices are known.
    pub amount: Money,
    /// Some price is unknown.
    pub unknown: bool,
    /// Charges.
    pub charges: u64,
}

/// A filtered log, cut by day, product, person, team and version. All cuts add up to the same.
#[derive(Clone, Debug)]
pub struct Cuts {
    /// The day of `days[0]`.
    pub first_day: Day,
    /// Every day from the first to the last that has an entry.
    pub days: Vec<DayCut>,
    /// Net tokens.
    pub tokens: Tokens,
    /// What they cost; `None` where a price is unknown.
    pub amount: Option<Money>,
    /// Charges.
    pub charges: u64,
    /// By product, largest first.
    pub by_product: Vec<CostPart>,
    /// By person, largest first.
    pub by_person: Vec<CostPart>,
    /// By team, largest first.
    pub by_team: Vec<CostPart>,
    /// By version, largest first.
    pub by_version: Vec<CostPart>,
}

impl Cuts {
    /// Cuts a log under a filter in one pass.
    pub fn of(log: &Log, prices: &DayPrices, filter: &Filter) -> Cuts {
        let holds = |entry: &&Entry| filter.holds(entry);
        let span = log.entries().iter().filter(holds).fold(None, |span: Option<(Day, Day)>, entry| {
            let (first, last) = span.unwrap_or((entry.day, entry.day));
            Some((first.min(entry.day), last.max(entry.day)))
        });
        let (first_day, count) =
            span.map_or((Day(0), 0), |(first, last)| (first, first.days_until(last) as usize + 1));
        let mut days = vec![DayCut::default(); count];
        let mut total = Sum::default();
        let mut by_product = vec![Sum::default(); log.products().len()];
        let mut by_person = vec![Sum::default(); log.people().len()];
        let mut by_team = vec![Sum::default(); log.pools().len()];
        let mut by_version = vec![Sum::default(); log.versions().len()];
        for (index, entry) in log.entries().iter().enumerate().filter(|(_, entry)| filter.holds(entry)) {
            let amount = prices.amount(index);
            for sum in [
                &mut total,
                &mut by_product[entry.product as usize],
                &mut by_person[entry.person as usize],
                &mut by_team[entry.pool as usize],
                &mut by_version[entry.version as usize],
            ] {
                sum.add(entry.tokens, entry.is_charge(), amount);
            }
            let day = &mut days[first_day.days_until(entry.day) as usize];
            day.tokens += entry.tokens;
            day.charges += u64::from(entry.is_charge());
            match amount {
                Some(amount) => day.amount += amount,
                None => day.unknown |= entry.tokens != Tokens::ZERO,
            }
        }
        Cuts {
            first_day,
            days,
            tokens: total.tokens,
            amount: total.amount(),
            charges: total.charges,
            by_product: parts(by_product, |i| log.products().get(i)),
            by_person: parts(by_person, |i| &log.people()[i as usize].id),
            by_team: parts(by_team, |i| log.pools().get(i)),
            by_version: parts(by_version, |i| log.versions().get(i)),
        }
    }

    /// One day; nothing outside the days kept.
    pub fn on(&self, day: Day) -> DayCut {
        let index = usize::try_from(self.first_day.days_until(day)).ok();
        index.and_then(|i| self.days.get(i)).copied().unwrap_or_default()
    }
}

/// How many people are named beside a spike.
const SPIKE_PEOPLE_MAX: usize = 5;

/// Who used most on each of some days, which stand in the order of time: largest first, at most five. One
/// pass, however many days.
pub fn top_people(log: &Log, days: impl Iterator<Item = Day>) -> Vec<Vec<CostPart>> {
    let days: Vec<Day> = days.collect();
    let mut of_days: Vec<BTreeMap<u32, Sum>> = vec![BTreeMap::new(); days.len()];
    for entry in log.standing() {
        if let Ok(place) = days.binary_search(&entry.day) {
            let sum = of_days[place].entry(entry.person).or_default();
            sum.add(entry.tokens, entry.is_charge(), Some(Money::ZERO));
        }
    }
    let top = |people: BTreeMap<u32, Sum>| {
        let (numbers, sums): (Vec<u32>, Vec<Sum>) = people.into_iter().unzip();
        let mut largest = parts(sums, |i| &log.people()[numbers[i as usize] as usize].id);
        largest.retain(|part| part.tokens.is_positive());
        largest.truncate(SPIKE_PEOPLE_MAX);
        largest.iter_mut().for_each(|part| part.index = numbers[part.index as usize]);
        largest
    };
    of_days.into_iter().map(top).collect()
}
