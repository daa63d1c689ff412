//! The `allocation` of the results: who should be licensed how, and who needs no access.

use super::Names;
use super::results::{money, object, tokens};
use crate::analysis::licences::{Licences, Optimum, PersonLicence};
use crate::usage::{Log, Tokens};
use serde_json::Value;

/// Writes it. Where nothing is said per year there are no moves, the amounts are `null`, and
/// `not_computed` says why.
pub fn allocation(log: &Log, licences: &Licences, names: &Names) -> Value {
    let optimum = licences.optimum.as_ref();
    let why = optimum.err().map_or(Value::Null, |why| why.name().into());
    let optimum = optimum.ok();
    let unassign = licences.inactive.iter().map(|one| {
        object([("user", names.id(log, one.person).into()), ("days_inactive", one.days_inactive.into())])
    });
    object([
        (
            "moves",
            optimum
                .map(|optimum| optimum.moves().map(|who| one_move(log, licences, who, names)).collect())
                .unwrap_or_else(|| Value::Array(Vec::new())),
        ),
        ("unassign", unassign.collect()),
        ("saving_per_year", money(optimum.map(Optimum::saving_per_year))),
        ("tokens_share_moved", share(optimum.and_then(Optimum::tokens_share_moved))),
        ("not_computed", why),
    ])
}

fn one_move(log: &Log, licences: &Licences, who: &PersonLicence, people: &Names) -> Value {
    let mix = &who.best;
    let names: Vec<Value> = licences.book.names(mix.offers).into_iter().map(Value::from).collect();
    object([
        ("user", people.id(log, who.person).into()),
        ("offers", names.into()),
        ("flex_per_year", money(Some(who.flex_per_year))),
        ("subscriptions_per_year", money(Some(mix.subscriptions_per_year))),
        ("flex_left_per_year", money(Some(mix.flex_left_per_year))),
        ("saving_per_year", money(Some(mix.saving_per_year()))),
        ("run_rate_per_year", money(who.run_rate_per_year)),
        ("charge_days_per_year", share(Some(mix.charge_days_per_year))),
        ("break_even_days", share(mix.break_even_days)),
        ("chance", share(who.chance)),
        ("verdict", who.verdict.name().into()),
    ])
}

/// A share or an estimate, to the millionth.
fn share(value: Option<f64>) -> Value {
    value.map_or(Value::Null, |value| tokens(Tokens::from_f64(value)))
}
