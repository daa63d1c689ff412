//! One person: what they use, the cheapest mix, how sure it is, and what follows.

use super::chance::Resample;
use super::offers::{OfferBook, OfferSet};
use super::optimum::{Choice, Solver, Total};
use super::seats::Seats;
use super::uses::{OtherRows, Presence, ProductSums, ProductUse, Use, Yearly};
use crate::analysis::{DAYS_FOR_A_YEAR_MIN, Period, PoolMap, YearOf};
use crate::usage::{Day, Log, MICRO, Money, Tokens, mul_div_rounded};
use std::cmp::Reverse;

/// The least chance of *move now*.
pub const CHANCE_MOVE_MIN: f64 = 0.9;
/// The least chance of *watch*.
pub const CHANCE_WATCH_MIN: f64 = 0.5;

/// What to do about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The move pays with a chance of at least [`CHANCE_MOVE_MIN`].
    Move,
    /// It may pay: look again later.
    Watch,
    /// Flex stays the right licence.
    Stay,
}

impl Verdict {
    /// The stable name in results.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Move => "move",
            Verdict::Watch => "watch",
            Verdict::Stay => "stay",
        }
    }

    fn of_chance(chance: f64) -> Verdict {
        if chance >= CHANCE_MOVE_MIN {
            Verdict::Move
        } else if chance >= CHANCE_WATCH_MIN {
            Verdict::Watch
        } else {
            Verdict::Stay
        }
    }
}

/// A set of offers for one person and what it comes to a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mix {
    /// The offers.
    pub offers: OfferSet,
    /// What their seats cost this person.
    pub subscriptions_per_year: Money,
    /// The Flex money of the products they do not cover.
    pub flex_left_per_year: Money,
    /// The Flex money of the products they do cover.
    pub flex_covered_per_year: Money,
    /// Net tokens of the covered products in the window.
    pub tokens_covered: Tokens,
    /// Distinct days in the window with a charge of a covered product.
    pub charge_days: u32,
    /// Those a year.
    pub charge_days_per_year: f64,
    /// Days a year above which the seats pay: their price over the person's Flex money of such a
    /// day. `None` where none of the covered products was charged.
    pub break_even_days: Option<f64>,
}

impl Mix {
    /// Prices and what stays on Flex.
    pub fn cost_per_year(&self) -> Money {
        self.subscriptions_per_year + self.flex_left_per_year
    }

    /// What the mix saves a year against Flex alone; negative where it costs more.
    pub fn saving_per_year(&self) -> Money {
        self.flex_covered_per_year - self.subscriptions_per_year
    }
}

/// One person and what they should be licensed with.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonLicence {
    /// Into [`Log::people`].
    pub person: u32,
    /// What they use on Flex, by product.
    pub products: Vec<ProductUse>,
    /// Its money a year.
    pub flex_per_year: Money,
    /// The cheapest mix; no offers where that is Flex.
    pub best: Mix,
    /// The cheapest mix with at least one seat; `None` where no offer covers what they use.
    pub nearest: Option<Mix>,
    /// The chance that `best` pays; `None` where it is Flex.
    pub chance: Option<f64>,
    /// What to do.
    pub verdict: Verdict,
    /// When they were there.
    pub presence: Option<Presence>,
    /// Flex money a year at the pace of the days they were there: only for who joined or left, and
    /// only over at least 56 such days.
    pub run_rate_per_year: Option<Money>,
    /// Net tokens in the window charged for products they had a seat for that day.
    pub mis_assigned: Tokens,
    /// Days of such charges.
    pub mis_assigned_days: u32,
    /// The pool that most of the tokens come from that the best mix saves, into the report’s pools.
    pub pool: usize,
    /// The optimum could not be proven: this person uses too many differently covered products.
    pub unproven: bool,
}

impl PersonLicence {
    /// Whether the best mix has a seat, which is the same as a saving above zero.
    pub fn is_move(&self) -> bool {
        !self.best.offers.is_empty()
    }
}

/// What all people share.
#[derive(Clone, Copy)]
pub struct Common<'a> {
    pub log: &'a Log,
    pub book: &'a OfferBook,
    pub rows: &'a OtherRows,
    pub seats: &'a Seats,
    pub period: &'a Period,
    pub pools: &'a PoolMap,
    pub yearly: Yearly,
}

/// Buffers used again from person to person.
#[derive(Default)]
pub struct Buffers {
    pub uses: Vec<Use>,
    sums: ProductSums,
    solver: Solver,
    choices: Vec<Choice>,
    needs: Vec<Money>,
    groups: Vec<u32>,
}

/// Works a person's optimum out from `buffers.uses`; `None` for somebody without use in the window.
/// The chance is still to come.
pub fn optimum(
    common: Common<'_>,
    buffers: &mut Buffers,
    person: u32,
    presence: Option<Presence>,
) -> Option<PersonLicence> {
    let Common { log, seats, yearly, .. } = common;
    let products = buffers.sums.of(&buffers.uses, &yearly, log.products().len());
    if products.is_empty() {
        return None;
    }
    let solved = solve(common, buffers, person, &products);
    let (best, nearest) = match solved {
        Some((best, nearest)) => (best.offers, nearest.map(|total| total.offers)),
        None => (OfferSet::NONE, None),
    };
    let (mis_assigned, mis_assigned_days) = seats.mis_assigned(person, &buffers.uses, &yearly);
    let mix = |offers| mix(common, person, &products, &buffers.uses, offers);
    Some(PersonLicence {
        person,
        flex_per_year: products.iter().map(|product| product.flex_per_year).sum(),
        best: mix(best)?,
        nearest: nearest.and_then(mix),
        chance: None,
        verdict: Verdict::Stay,
        presence,
        run_rate_per_year: None,
        mis_assigned,
        mis_assigned_days,
        pool: 0,
        unproven: solved.is_none(),
        products,
    })
}

/// The optimum over what a person uses; `None` where it could not be proven.
fn solve(
    common: Common<'_>,
    buffers: &mut Buffers,
    person: u32,
    products: &[ProductUse],
) -> Option<(Total, Option<Total>)> {
    let Common { book, seats, .. } = common;
    let Buffers { needs, groups, choices, solver, .. } = buffers;
    needs.clear();
    groups.clear();
    choices.clear();
    for product in products.iter().filter(|product| product.flex_per_year.is_positive()) {
        let Some(group) = book.group(product.product) else { continue };
        match groups.iter().position(|known| *known == group) {
            Some(place) => needs[place] += product.flex_per_year,
            None => {
                groups.push(group);
                needs.push(product.flex_per_year);
            }
        }
    }
    let covering = groups.iter().fold(OfferSet::NONE, |set, group| set.and(book.covered_by(*group)));
    if !covering.is_empty() && groups.len() <= super::optimum::NEEDS_MAX {
        for rank in 0..book.offers.len() {
            let one = OfferSet::one(rank);
            if !covering.meets(one) {
                continue;
            }
            let Some(price) = seats.price_for(person, rank, book) else { continue };
            let covers = groups.iter().enumerate().fold(0, |covers, (place, group)| {
                covers | u64::from(book.covered_by(*group).meets(one)) << place
            });
            choices.push(Choice { covers, price, rank });
        }
    }
    let solved = solver.solve(needs, choices)?;
    Some((solved.best, solved.nearest))
}

/// What a set of offers comes to for a person; `None` where one of their prices is not known.
pub fn mix(
    common: Common<'_>,
    person: u32,
    products: &[ProductUse],
    uses: &[Use],
    offers: OfferSet,
) -> Option<Mix> {
    let Common { book, seats, yearly, .. } = common;
    let subscriptions_per_year =
        offers.ranks().map(|rank| seats.price_for(person, rank, book)).sum::<Option<Money>>()?;
    let mut mix = Mix {
        offers,
        subscriptions_per_year,
        flex_left_per_year: Money::ZERO,
        flex_covered_per_year: Money::ZERO,
        tokens_covered: Tokens::ZERO,
        charge_days: 0,
        charge_days_per_year: 0.0,
        break_even_days: None,
    };
    let mut covered_days = 0;
    let mut covered = 0;
    for product in products {
        if book.covers(offers, product.product) {
            mix.flex_covered_per_year += product.flex_per_year;
            mix.tokens_covered += product.tokens;
            covered += 1;
            covered_days = product.days;
        } else {
            mix.flex_left_per_year += product.flex_per_year;
        }
    }
    // Days with several covered products count once; with one product its days are known already.
    mix.charge_days = if covered > 1 { distinct_days(common, uses, offers) } else { covered_days };
    mix.charge_days_per_year = yearly.year.count(u64::from(mix.charge_days));
    mix.break_even_days = mix.flex_covered_per_year.is_positive().then(|| {
        subscriptions_per_year.to_f64() * mix.charge_days_per_year / mix.flex_covered_per_year.to_f64()
    });
    Some(mix)
}

fn distinct_days(common: Common<'_>, uses: &[Use], offers: OfferSet) -> u32 {
    let mut days = 0;
    let mut latest = None;
    for one in uses.iter().filter(|one| one.tokens.is_positive() && common.yearly.year.holds(one.day)) {
        if latest != Some(one.day) && common.book.covers(offers, one.product) {
            days += 1;
            latest = Some(one.day);
        }
    }
    days
}

/// Adds the chance, the person's own pace, the pool and the verdict, from `buffers.uses`. Gives the tokens by week that
/// the best mix saves, in millionths; empty where it is Flex.
pub fn judge(
    common: Common<'_>,
    buffers: &mut Buffers,
    resample: &Resample,
    who: &mut PersonLicence,
) -> Vec<f64> {
    let own_days = who.presence.and_then(|presence| presence.own_days(common.period));
    if !who.is_move() && own_days.is_none() {
        return Vec::new();
    }
    let mut by_week = Vec::new();
    if who.is_move() {
        by_week = tokens_by_week(common, &buffers.uses, who.best.offers, resample.weeks());
        let enough = tokens_to_pay(common.yearly, who.best.subscriptions_per_year);
        let chance = resample.chance_above(&by_week, enough);
        who.pool = main_pool(common, &buffers.uses, who.best.offers);
        who.chance = Some(chance);
        who.verdict = Verdict::of_chance(chance);
    }
    if let (Some(presence), Some(own_days)) = (who.presence, own_days) {
        let pays = pays_at_own_pace(common, buffers, own_days, who);
        // Who left will not come back to use a seat, whatever their pace was. Without a figure of their own
        // nothing changes the verdict.
        let pays = pays.map(|pays| pays && !presence.leaver);
        let changes = match (who.verdict, pays) {
            (Verdict::Move, Some(false)) | (Verdict::Stay, Some(true)) => true,
            (_, _) => false,
        };
        if changes {
            who.verdict = Verdict::Watch;
        }
    }
    by_week
}

/// The pool that most of the covered tokens come from; the first of equal ones.
fn main_pool(common: Common<'_>, uses: &[Use], offers: OfferSet) -> usize {
    if common.pools.pools.len() < 2 {
        return 0;
    }
    let mut by_pool = vec![Tokens::ZERO; common.pools.pools.len()];
    let in_window = |one: &&Use| common.yearly.year.holds(one.day) && common.book.covers(offers, one.product);
    for one in uses.iter().filter(in_window) {
        by_pool[common.pools.pool_of_team[one.team as usize] as usize] += one.tokens;
    }
    (0..by_pool.len()).max_by_key(|pool| (by_pool[*pool], Reverse(*pool))).unwrap_or_default()
}

/// Sets the run rate, and tells whether a mix with a seat pays at it; `None` where the person's own
/// days are too few for a yearly amount. `buffers.uses` is the person's.
fn pays_at_own_pace(
    common: Common<'_>,
    buffers: &mut Buffers,
    (from, to): (Day, Day),
    who: &mut PersonLicence,
) -> Option<bool> {
    let days = from.days_until(to) + 1;
    if days < DAYS_FOR_A_YEAR_MIN {
        return None;
    }
    let own = Yearly { year: YearOf { from, to, days }, ..common.yearly };
    let products = buffers.sums.of(&buffers.uses, &own, common.log.products().len());
    who.run_rate_per_year = Some(products.iter().map(|product| product.flex_per_year).sum());
    let (best, _) = solve(common, buffers, who.person, &products)?;
    Some(!best.offers.is_empty())
}

/// Net tokens of covered products by week of the window, in millionths, the latest week first.
pub fn tokens_by_week(common: Common<'_>, uses: &[Use], offers: OfferSet, weeks: usize) -> Vec<f64> {
    let year = common.yearly.year;
    let mut by_week = vec![0.0; weeks];
    for one in uses.iter().filter(|one| year.holds(one.day) && common.book.covers(offers, one.product)) {
        by_week[year.week_of(one.day)] += one.tokens.0 as f64;
    }
    by_week
}

/// Distinct days with a charge of a covered product by week of the window, the latest first.
pub fn days_by_week(common: Common<'_>, uses: &[Use], offers: OfferSet, weeks: usize) -> Vec<f64> {
    let year = common.yearly.year;
    let mut by_week = vec![0.0; weeks];
    let mut latest = None;
    for one in uses.iter().filter(|one| one.tokens.is_positive() && year.holds(one.day)) {
        if latest != Some(one.day) && common.book.covers(offers, one.product) {
            by_week[year.week_of(one.day)] += 1.0;
            latest = Some(one.day);
        }
    }
    by_week
}

/// The sum of a window's tokens, in millionths, above which seats of this price pay.
fn tokens_to_pay(yearly: Yearly, subscriptions: Money) -> f64 {
    let price = yearly.token_price.0;
    if price == 0 {
        return f64::INFINITY;
    }
    // Rounded once to a whole number of millionths, so that the comparison of sums is exact.
    let tokens = mul_div_rounded(subscriptions.0, MICRO, price);
    mul_div_rounded(tokens, i64::from(yearly.year.days), 365) as f64
}
