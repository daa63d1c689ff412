//! Tokens per user and day of a product.

use crate::plan::Plan;
use crate::rules::{Charging, shipped_rate, work_out};
use crate::usage::{Access, Log, Session, SessionRule, Tokens};
use std::collections::BTreeMap;

/// A product's rate: the plan's, else the most frequent tokens of one person, product and day in
/// the log (the larger of two equally frequent), else the shipped one.
pub fn rate_of(product: u32, log: &Log, plan: &Plan) -> Option<Tokens> {
    let name = log.products().get(product);
    if let Some(rate) = plan.rates.get(name) {
        return Some(*rate);
    }
    let mut counts: BTreeMap<Tokens, u64> = BTreeMap::new();
    for entry in log.standing().filter(|e| e.product == product && e.is_charge()) {
        *counts.entry(entry.tokens).or_default() += 1;
    }
    let most_frequent = counts.into_iter().max_by_key(|(tokens, count)| (*count, *tokens));
    most_frequent.map(|(tokens, _)| tokens).or_else(|| shipped_rate(name))
}

/// Works out the charges of sessions whose file leaves them to a rule. The log is settled.
///
/// Rates come from the plan, else from rows that state tokens, else from the shipped ones; never from
/// charges that were worked out before.
pub fn work_out_charges(log: &mut Log, plan: &Plan) {
    if !log.has_charges_to_work_out() {
        return;
    }
    let rates = rates_of_given(log, plan);
    let charges = work_out(
        log,
        &Charging {
            rate: &|product| rates[product as usize],
            is_aware: &|session| is_aware(log, plan, session),
        },
    );
    log.set_worked_out(&charges);
}

fn rates_of_given(log: &Log, plan: &Plan) -> Vec<Option<Tokens>> {
    let mut counts: Vec<BTreeMap<(bool, Tokens), u64>> = vec![BTreeMap::new(); log.products().len()];
    for entry in log.entries().iter().filter(|entry| entry.tokens.is_positive()) {
        if log.files()[entry.file as usize].rule == SessionRule::AsGiven {
            let of = (entry.access != Access::Eba, entry.tokens);
            *counts[entry.product as usize].entry(of).or_default() += 1;
        }
    }
    let given = |counts: &BTreeMap<(bool, Tokens), u64>| {
        // Rates of Flex before those of an enterprise agreement.
        let best = counts.iter().max_by_key(|((is_flex, tokens), count)| (*is_flex, **count, *tokens));
        best.map(|((_, tokens), _)| *tokens)
    };
    let rate = |(index, name): (usize, &str)| {
        plan.rates.get(name).copied().or_else(|| given(&counts[index])).or_else(|| shipped_rate(name))
    };
    log.products().iter().enumerate().map(rate).collect()
}

/// Whether the version of a session goes idle: not before the first one that the plan says does.
pub(super) fn is_aware(log: &Log, plan: &Plan, session: &Session) -> bool {
    awareness(log, plan, session.product, session.version) == Some(true)
}

/// Whether a version of a product goes idle; `None` where the plan does not say from which on, or no
/// number is in the version.
pub(super) fn awareness(log: &Log, plan: &Plan, product: u32, version: u32) -> Option<bool> {
    let number = |text: &str| -> Option<u32> {
        let from = text.find(|c: char| c.is_ascii_digit())?;
        let digits = text[from..].split(|c: char| !c.is_ascii_digit()).next()?;
        digits.parse().ok()
    };
    let first = number(plan.aware_from_version.get(log.products().get(product))?)?;
    Some(number(log.versions().get(version))? >= first)
}
