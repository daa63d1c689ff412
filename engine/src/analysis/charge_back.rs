//! Whose use it was: tokens and money by department, cost centre, project or team and month.

use super::cost::DayPrices;
use crate::usage::{Log, Money, Month, Tokens};
use std::collections::BTreeMap;

/// What use is charged to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChargeTo {
    /// The people sheet's department.
    Department,
    /// The people sheet's cost centre.
    CostCentre,
    /// The people sheet's project.
    Project,
    /// The export's team.
    Team,
}

/// Net tokens and what they cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Charged {
    /// Net tokens.
    pub tokens: Tokens,
    /// Money; `None` where a price is unknown.
    pub amount: Option<Money>,
}

impl Charged {
    const NOTHING: Charged = Charged { tokens: Tokens::ZERO, amount: Some(Money::ZERO) };

    fn add(&mut self, tokens: Tokens, amount: Option<Money>) {
        // What costs no tokens costs nothing, whatever the price.
        let amount = amount.or((tokens == Tokens::ZERO).then_some(Money::ZERO));
        self.tokens += tokens;
        self.amount = self.amount.zip(amount).map(|(a, b)| a + b);
    }
}

/// One department, cost centre, project or team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChargeBackPart {
    /// Its name; `None` for use that nothing says whose it is.
    pub name: Option<String>,
    /// By month, in the order of [`ChargeBack::months`].
    pub months: Vec<Charged>,
    /// All of them.
    pub total: Charged,
    /// People with a charge.
    pub people: u64,
}

/// All use, each part of it once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChargeBack {
    /// The months, without gaps.
    pub months: Vec<Month>,
    /// The parts by tokens, then name; what is unassigned comes last.
    pub parts: Vec<ChargeBackPart>,
    /// Everything.
    pub total: Charged,
}

impl ChargeBack {
    /// Sums a log.
    pub fn of(log: &Log, prices: &DayPrices, to: ChargeTo) -> ChargeBack {
        let of_person = units_of_people(log, to);
        let mut sums: BTreeMap<Option<&str>, Part> = BTreeMap::new();
        let mut total = Charged::NOTHING;
        for (index, entry) in log.entries().iter().enumerate().filter(|(_, entry)| entry.stands) {
            let name = match to {
                ChargeTo::Team => Some(log.pools().get(entry.pool)),
                _ => of_person[entry.person as usize],
            };
            let part = sums.entry(name.filter(|name| !name.is_empty())).or_default();
            let amount = prices.amount(index);
            let month = part.months.entry(entry.day.month()).or_insert(Charged::NOTHING);
            month.add(entry.tokens, amount);
            total.add(entry.tokens, amount);
            if entry.is_charge() && !log.people()[entry.person as usize].is_nobody() {
                part.people.push(entry.person);
            }
        }
        let all_months = || sums.values().flat_map(|part| part.months.keys());
        let months: Vec<Month> = match (all_months().min(), all_months().max()) {
            (Some(first), Some(last)) => (first.0..=last.0).map(Month).collect(),
            _ => Vec::new(),
        };
        let mut parts: Vec<ChargeBackPart> =
            sums.into_iter().map(|(name, part)| part.over(name.map(str::to_string), &months)).collect();
        parts.sort_by_key(|part| {
            (part.name.is_none(), std::cmp::Reverse(part.total.tokens), part.name.clone())
        });
        ChargeBack { months, parts, total }
    }
}

#[derive(Default)]
struct Part {
    months: BTreeMap<Month, Charged>,
    people: Vec<u32>,
}

impl Part {
    fn over(mut self, name: Option<String>, months: &[Month]) -> ChargeBackPart {
        self.people.sort_unstable();
        self.people.dedup();
        let months: Vec<Charged> =
            months.iter().map(|month| self.months.get(month).copied().unwrap_or(Charged::NOTHING)).collect();
        let mut total = Charged::NOTHING;
        months.iter().for_each(|month| total.add(month.tokens, month.amount));
        ChargeBackPart { name, months, total, people: self.people.len() as u64 }
    }
}

/// What each person is charged to, by the people sheet.
pub(super) fn units_of_people(log: &Log, to: ChargeTo) -> Vec<Option<&str>> {
    let mut units = vec![None; log.people().len()];
    for staff in log.people_sheet().iter().filter(|staff| staff.stands) {
        let unit = match to {
            ChargeTo::Department | ChargeTo::Team => staff.department,
            ChargeTo::CostCentre => staff.cost_centre,
            ChargeTo::Project => staff.project,
        };
        units[staff.person as usize] = Some(log.units().get(unit));
    }
    units
}
