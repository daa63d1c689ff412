//! What each habit costs: sums over the flags.

use super::flags::HabitFlags;
use super::{Habit, HabitCost, HabitPart, PersonDays};
use crate::analysis::Period;
use crate::analysis::licences::MovedTokens;
use crate::plan::Plan;
use crate::usage::{Day, Entry, Log, Money, Tokens};
use std::cmp::Reverse;

/// Sums of one habit in the window.
#[derive(Clone, Default)]
struct Sums {
    people: Vec<PersonDays>,
    last_day: Option<Day>,
    teams: Vec<(u64, Tokens)>,
    products: Vec<(u64, Tokens)>,
    own: (u64, Tokens),
}

impl Sums {
    fn add(&mut self, person: u32, entry: &Entry) {
        if self.people.last().is_none_or(|last| last.person != person) {
            self.people.push(PersonDays { person, days: 0, charges: 0, tokens: Tokens::ZERO });
            self.last_day = None;
        }
        if let Some(sum) = self.people.last_mut() {
            sum.days += u64::from(self.last_day != Some(entry.day));
            sum.charges += 1;
            sum.tokens += entry.tokens;
        }
        self.last_day = Some(entry.day);
        for (sums, index) in [(&mut self.teams, entry.pool), (&mut self.products, entry.product)] {
            let sum = &mut sums[index as usize];
            *sum = (sum.0 + 1, sum.1 + entry.tokens);
        }
    }
}

impl HabitFlags {
    /// The habit that a saving on an entry belongs to; `None` where it has none or a move takes it.
    pub(crate) fn owner(&self, moved: &MovedTokens, index: usize, entry: &Entry) -> Option<Habit> {
        let habit = self.of_entry(index).first()?;
        let is_moved = !moved.people.is_empty() && moved.covers(&self.book, entry.person, entry.product);
        (!is_moved).then_some(habit)
    }

    /// What each habit costs that can be told, largest first, then by name.
    pub fn costs(
        &self,
        log: &Log,
        plan: &Plan,
        period: &Period,
        token_price: Option<Money>,
        moved: &MovedTokens,
    ) -> Vec<HabitCost> {
        let (from, to) = window(period);
        let empty = Sums {
            teams: vec![(0, Tokens::ZERO); log.pools().len()],
            products: vec![(0, Tokens::ZERO); log.products().len()],
            ..Sums::default()
        };
        let mut sums = vec![empty; Habit::ALL.len()];
        for person in 0..log.people().len() as u32 {
            // Most have none: they are not looked up.
            let with_habits = |charge: &&u32| !self.of_entry(**charge as usize).is_empty();
            for charge in log.charges_between(person, from, to).iter().filter(with_habits) {
                let (index, entry) = (*charge as usize, &log.entries()[*charge as usize]);
                for habit in self.of_entry(index).iter() {
                    sums[habit as usize].add(person, entry);
                }
                if let Some(habit) = self.owner(moved, index, entry) {
                    let own = &mut sums[habit as usize].own;
                    *own = (own.0 + 1, own.1 + entry.tokens);
                }
            }
        }
        let cost = |(habit, evidence): &(Habit, super::Evidence)| {
            let sums = std::mem::take(&mut sums[*habit as usize]);
            let (mut people, year) = (sums.people, period.year());
            people.sort_by_key(|part| (Reverse(part.tokens), part.person));
            let tokens: Tokens = people.iter().map(|part| part.tokens).sum();
            let charges = people.iter().map(|part| part.charges).sum();
            let money = |tokens: Option<Tokens>| tokens.zip(token_price).map(|(t, price)| t.at_price(price));
            let tokens_per_year = year.map(|year| year.tokens(tokens));
            let own_tokens_per_year = year.map(|year| year.tokens(sums.own.1));
            HabitCost {
                habit: *habit,
                evidence: *evidence,
                days: people.iter().map(|part| part.days).sum(),
                tokens,
                charges_per_year: year.map(|year| year.count(charges)),
                tokens_per_year,
                amount_per_year: money(tokens_per_year),
                share: plan.habits.get(habit.name()).copied().unwrap_or_default(),
                own_charges: sums.own.0,
                own_tokens: sums.own.1,
                own_tokens_per_year,
                own_per_year: money(own_tokens_per_year),
                people,
                teams: parts(&sums.teams),
                products: parts(&sums.products),
            }
        };
        let mut costs: Vec<HabitCost> = self.told.iter().map(cost).collect();
        costs.sort_by_key(|cost| (Reverse(cost.tokens), cost.habit.name()));
        costs
    }
}

impl HabitFlags {
    /// What habits cost without moves, made into what they cost with some: of each habit's own charges those
    /// that seats cover are taken off. Reads the moved people's charges alone.
    pub(crate) fn costs_with(
        &self,
        log: &Log,
        (period, token_price): (&Period, Option<Money>),
        without: &[HabitCost],
        moved: &MovedTokens,
    ) -> Vec<HabitCost> {
        let (from, to) = window(period);
        let mut taken = [(0, Tokens::ZERO); Habit::ALL.len()];
        for (habit, entry) in self.taken(log, moved) {
            if from <= entry.day && entry.day <= to {
                let sum: &mut (u64, Tokens) = &mut taken[habit as usize];
                *sum = (sum.0 + 1, sum.1 + entry.tokens);
            }
        }
        let with = |cost: &HabitCost| {
            let (charges, tokens) = taken[cost.habit as usize];
            let own_tokens = cost.own_tokens - tokens;
            let own_tokens_per_year = period.year().map(|year| year.tokens(own_tokens));
            let own_per_year = own_tokens_per_year.zip(token_price).map(|(t, price)| t.at_price(price));
            let own_charges = cost.own_charges - charges;
            HabitCost { own_charges, own_tokens, own_tokens_per_year, own_per_year, ..cost.clone() }
        };
        without.iter().map(with).collect()
    }

    /// The charges that would be a habit's own and that moves take, each with that habit.
    pub(super) fn taken<'a>(
        &'a self,
        log: &'a Log,
        moved: &'a MovedTokens,
    ) -> impl Iterator<Item = (Habit, &'a Entry)> {
        let of_person =
            |(person, _): &'a (u32, _)| log.charges_of(*person).iter().map(|index| *index as usize);
        moved.people.iter().flat_map(of_person).filter_map(|index| {
            let entry = log.entries().get(index)?;
            let habit = self.of_entry(index).first()?;
            moved.covers(&self.book, entry.person, entry.product).then_some((habit, entry))
        })
    }
}

/// Largest first; numbers of the log are in the order of names.
fn parts(sums: &[(u64, Tokens)]) -> Vec<HabitPart> {
    let with = sums.iter().enumerate().filter(|(_, (charges, _))| *charges > 0);
    let mut parts: Vec<HabitPart> = with
        .map(|(index, (charges, tokens))| HabitPart {
            index: index as u32,
            charges: *charges,
            tokens: *tokens,
        })
        .collect();
    parts.sort_by_key(|part| (Reverse(part.tokens), part.index));
    parts
}

/// The year's window, or all days covered where they are too few for a year.
pub(super) fn window(period: &Period) -> (Day, Day) {
    period.year().map_or((period.first, period.last), |year| (year.from, year.to))
}
