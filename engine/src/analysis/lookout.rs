//! Small lists worth a look: crossed caps, people in several teams, charges beside a seat, people
//! without a charge lately, rates that differ.

use super::rates::rate_of;
use crate::plan::Plan;
use crate::usage::{Access, Day, Log, Tokens};
use std::collections::{BTreeMap, BTreeSet};

/// More tokens on one day than a cap allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CapCrossed {
    /// Which day.
    pub day: Day,
    /// Who; `None` for the whole pool.
    pub person: Option<u32>,
    /// What was used.
    pub tokens: Tokens,
    /// What the plan allows.
    pub cap: Tokens,
}

/// Days on which persons or everybody together used more than the plan's caps, latest first.
pub fn caps_crossed(log: &Log, plan: &Plan) -> Vec<CapCrossed> {
    let mut crossed = Vec::new();
    let mut of_persons: BTreeMap<(Day, u32), Tokens> = BTreeMap::new();
    let mut of_days: BTreeMap<Day, Tokens> = BTreeMap::new();
    for entry in log.standing() {
        if plan.caps.user_per_day.is_some() {
            *of_persons.entry((entry.day, entry.person)).or_default() += entry.tokens;
        }
        *of_days.entry(entry.day).or_default() += entry.tokens;
    }
    if let Some(cap) = plan.caps.user_per_day {
        let over = of_persons.into_iter().filter(|(_, tokens)| *tokens > cap);
        crossed.extend(over.map(|((day, person), tokens)| CapCrossed {
            day,
            person: Some(person),
            tokens,
            cap,
        }));
    }
    if let Some(cap) = plan.caps.pool_per_day {
        let over = of_days.into_iter().filter(|(_, tokens)| *tokens > cap);
        crossed.extend(over.map(|(day, tokens)| CapCrossed { day, person: None, tokens, cap }));
    }
    crossed.sort_by_key(|c| (std::cmp::Reverse(c.day), std::cmp::Reverse(c.tokens), c.person));
    crossed
}

/// A person with charges in more than one team, and the teams.
pub fn in_several_teams(log: &Log) -> Vec<(u32, Vec<u32>)> {
    let mut teams: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for entry in log.standing().filter(|entry| entry.is_charge()) {
        teams.entry(entry.person).or_default().insert(entry.pool);
    }
    teams
        .into_iter()
        .filter(|(_, teams)| teams.len() > 1)
        .map(|(person, teams)| (person, teams.into_iter().collect()))
        .collect()
}

/// People with a charge who stand in no people sheet; nobody where no sheet is loaded.
pub fn in_no_sheet(log: &Log) -> Vec<u32> {
    let listed: BTreeSet<u32> =
        log.people_sheet().iter().filter(|staff| staff.stands).map(|staff| staff.person).collect();
    if listed.is_empty() {
        return Vec::new();
    }
    let mut charged = vec![false; log.people().len()];
    log.standing().filter(|entry| entry.is_charge()).for_each(|entry| charged[entry.person as usize] = true);
    let people = (0..charged.len() as u32).filter(|person| charged[*person as usize]);
    people.filter(|person| !listed.contains(person) && !log.people()[*person as usize].is_nobody()).collect()
}

/// A person's Flex charges of a product that subscription rows of the same file show a seat for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BesideSeat {
    /// Who.
    pub person: u32,
    /// Which product.
    pub product: u32,
    /// How many charges.
    pub charges: u64,
    /// Their tokens.
    pub tokens: Tokens,
}

/// Flex charges of people whose subscription rows show a seat for the product, largest first.
pub fn charged_beside_seat(log: &Log) -> Vec<BesideSeat> {
    let seats: BTreeSet<(u32, u32)> = log
        .standing()
        .filter(|entry| entry.access == Access::Subscription)
        .map(|entry| (entry.person, entry.product))
        .collect();
    let mut found: BTreeMap<(u32, u32), (u64, Tokens)> = BTreeMap::new();
    let flex = log.standing().filter(|entry| entry.is_charge() && entry.access == Access::Flex);
    for entry in flex.filter(|entry| seats.contains(&(entry.person, entry.product))) {
        let (charges, tokens) = found.entry((entry.person, entry.product)).or_default();
        *charges += 1;
        *tokens += entry.tokens;
    }
    let mut found: Vec<BesideSeat> = found
        .into_iter()
        .map(|((person, product), (charges, tokens))| BesideSeat { person, product, charges, tokens })
        .collect();
    found.sort_by_key(|seat| (std::cmp::Reverse(seat.tokens), seat.person, seat.product));
    found
}

/// What the log says of one product's rate.
#[derive(Clone, Debug, PartialEq)]
pub struct RateSeen {
    /// Which product.
    pub product: u32,
    /// The rate in use: the plan's, else the most frequent, else the shipped one.
    pub rate: Option<Tokens>,
    /// Single-row charges that agree with it.
    pub agreeing: u64,
    /// Those that do not, by day: the tokens and how many.
    pub differing: Vec<(Day, Tokens, u64)>,
}

/// The rates of all products with charges, by name. An entry of several rows is several charges
/// of one day, which says nothing of the rate, and is left aside.
pub fn rates_seen(log: &Log, plan: &Plan) -> Vec<RateSeen> {
    let mut seen: BTreeMap<u32, BTreeMap<(Day, Tokens), u64>> = BTreeMap::new();
    for entry in log.standing().filter(|entry| entry.is_charge() && entry.rows == 1) {
        *seen.entry(entry.product).or_default().entry((entry.day, entry.tokens)).or_default() += 1;
    }
    seen.into_iter()
        .map(|(product, counts)| {
            let rate = rate_of(product, log, plan);
            let (mut agreeing, mut differing) = (0, Vec::new());
            for ((day, tokens), count) in counts {
                if Some(tokens) == rate {
                    agreeing += count;
                } else {
                    differing.push((day, tokens, count));
                }
            }
            RateSeen { product, rate, agreeing, differing }
        })
        .collect()
}

/// People with a charge, but none in the last `days` days up to `as_of`: who, and their last charge.
/// The longest without one first.
pub fn without_charge_lately(log: &Log, as_of: Day, days: i32) -> Vec<(u32, Day)> {
    let mut last: BTreeMap<u32, Day> = BTreeMap::new();
    for entry in log.standing().filter(|entry| entry.is_charge()) {
        let day = last.entry(entry.person).or_insert(entry.day);
        *day = (*day).max(entry.day);
    }
    let mut found: Vec<(u32, Day)> =
        last.into_iter().filter(|(_, day)| day.days_until(as_of) >= days).collect();
    found.sort_by_key(|(person, day)| (*day, *person));
    found
}
