//! What habits cost (definitions: *Habits*).

use super::period::Period;
use crate::plan::Plan;
use crate::usage::{Day, Entry, Log, Money, Tokens};

/// A habit that can be counted in rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// One person charged for several products on one day.
    SeveralProducts,
}

impl Habit {
    /// The stable name in results and plans.
    pub fn name(self) -> &'static str {
        match self {
            Habit::SeveralProducts => "several_products",
        }
    }
}

/// What a finding about habits rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Daily rows, without session times.
    Inferred,
}

impl Evidence {
    /// The stable name in results.
    pub fn name(self) -> &'static str {
        match self {
            Evidence::Inferred => "inferred",
        }
    }
}

/// One person's part in a habit, over the year's window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonDays {
    /// Into [`Log::people`].
    pub person: u32,
    /// Days on which the habit shows.
    pub days: u64,
    /// The habit's charges.
    pub charges: u64,
    /// Their tokens.
    pub tokens: Tokens,
}

/// What one habit costs. Yearly amounts are `None` where the log covers too few days.
#[derive(Clone, Debug, PartialEq)]
pub struct HabitCost {
    /// Which.
    pub habit: Habit,
    /// What it rests on.
    pub evidence: Evidence,
    /// Days on which it shows, in the year's window or in all days covered.
    pub days: u64,
    /// Its tokens in that window.
    pub tokens: Tokens,
    /// Its charges a year.
    pub charges_per_year: Option<f64>,
    /// Its tokens a year.
    pub tokens_per_year: Option<Tokens>,
    /// Those at the token price; `None` also where no price is known.
    pub amount_per_year: Option<Money>,
    /// How much of it could change, as the plan says; 0 by default.
    pub share: f64,
    /// Everyone who has it, by tokens, then id.
    pub people: Vec<PersonDays>,
}

impl HabitCost {
    /// Counts days on which one person was charged for several products: per person and day, tokens
    /// summed per product, all but the dearest product.
    pub fn several_products(
        log: &Log,
        plan: &Plan,
        period: &Period,
        token_price: Option<Money>,
    ) -> HabitCost {
        let (from, to) = window(period);
        let mut people: Vec<PersonDays> = (0..log.people().len() as u32)
            .filter_map(|person| {
                let mut sum = PersonDays { person, days: 0, charges: 0, tokens: Tokens::ZERO };
                for (day, charges) in days_of(log, person) {
                    if from <= day && day <= to {
                        add_day(&mut sum, log, charges);
                    }
                }
                (sum.days > 0).then_some(sum)
            })
            .collect();
        people.sort_by(|a, b| b.tokens.cmp(&a.tokens).then(a.person.cmp(&b.person)));
        let year = period.year();
        let tokens: Tokens = people.iter().map(|p| p.tokens).sum();
        let charges = people.iter().map(|p| p.charges).sum();
        let tokens_per_year = year.map(|year| year.tokens(tokens));
        HabitCost {
            habit: Habit::SeveralProducts,
            evidence: Evidence::Inferred,
            days: people.iter().map(|p| p.days).sum(),
            tokens,
            charges_per_year: year.map(|year| year.count(charges)),
            tokens_per_year,
            amount_per_year: tokens_per_year.and_then(|t| token_price.map(|price| t.at_price(price))),
            share: plan.habits.get(Habit::SeveralProducts.name()).copied().unwrap_or_default(),
            people,
        }
    }

    /// Tokens a year that the plan's share of it saves.
    pub fn saved_tokens_per_year(&self) -> Option<Tokens> {
        self.tokens_per_year.map(|tokens| Tokens::from_f64(tokens.to_f64() * self.share))
    }

    /// Those at the token price.
    pub fn saved_per_year(&self) -> Option<Money> {
        self.amount_per_year.map(|amount| Money::from_f64(amount.to_f64() * self.share))
    }
}

/// The year's window, or all days covered where they are too few for a year.
fn window(period: &Period) -> (Day, Day) {
    period.year().map_or((period.first, period.last), |year| (year.from, year.to))
}

/// A person's days with charges, each with its charges by product, as indices into the entries.
fn days_of(log: &Log, person: u32) -> impl Iterator<Item = (Day, &[u32])> {
    let day = |index: &u32| log.entries()[*index as usize].day;
    log.charges_of(person)
        .chunk_by(move |a, b| day(a) == day(b))
        .map(move |charges| (day(&charges[0]), charges))
}

/// Whether a person's charges of one day are for several products.
fn is_several_products(log: &Log, charges: &[u32]) -> bool {
    let product = |index: &u32| log.entries()[*index as usize].product;
    charges.iter().any(|charge| product(charge) != product(&charges[0]))
}

/// All charges on days on which their person was charged for several products, as indices into the
/// entries.
pub fn several_products_entries(log: &Log) -> Vec<u32> {
    (0..log.people().len() as u32)
        .flat_map(|person| days_of(log, person))
        .filter(|(_, charges)| is_several_products(log, charges))
        .flat_map(|(_, charges)| charges.iter().copied())
        .collect()
}

/// Adds one person's charges of one day, sorted by product.
fn add_day(sum: &mut PersonDays, log: &Log, charges: &[u32]) {
    if !is_several_products(log, charges) {
        return;
    }
    let entry = |index: &u32| -> &Entry { &log.entries()[*index as usize] };
    let products = charges.chunk_by(|a, b| entry(a).product == entry(b).product);
    let (mut all, mut dearest) = ((Tokens::ZERO, 0), (Tokens::ZERO, 0));
    for product in products {
        let tokens: Tokens = product.iter().map(|charge| entry(charge).tokens).sum();
        let charges = product.len() as u64;
        all = (all.0 + tokens, all.1 + charges);
        if tokens > dearest.0 {
            dearest = (tokens, charges);
        }
    }
    sum.days += 1;
    sum.charges += all.1 - dearest.1;
    sum.tokens += all.0 - dearest.0;
}
