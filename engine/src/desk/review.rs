//! Builds the Review place.

use super::review_view::{ReviewView, SavingsView};
use super::{Facts, Figure, Input, Value};
use crate::analysis::{KeptPromises, Report};
use crate::plan::{Promise, Review};
use crate::rules::Rule;
use crate::usage::{Day, Tokens};

/// The Review place.
pub fn review(facts: Facts<'_>, report: &Report) -> ReviewView {
    let plan = facts.plan;
    let as_of = report.period.as_of;
    let burn: Tokens = report.runouts.iter().map(|line| line.burn_per_day).sum();
    let run_out: Option<Day> =
        report.forecasts.iter().filter_map(|forecast| forecast.run_out_now()?.p50).min();
    let before = plan.reviews.iter().rev().find(|review| review.as_of < as_of).cloned();
    let moves = promises(facts);
    let stood = |user: &str| before.as_ref().is_some_and(|old| old.moves.iter().any(|one| one.user == user));
    let moves_new = moves.iter().filter(|one| !stood(&one.user)).count() as u64;
    let kept = KeptPromises::of(facts.log, plan, report);
    let judged = kept.people > 0;
    let mut shown = Figure::new(Rule::SavingsShown, judged.then_some(Value::Money(kept.shown)));
    if let Some(price) = report.token_price {
        shown = shown.with(Input::TokenPrice, Value::Price(price));
    }
    let savings = (kept.people + kept.open > 0).then(|| SavingsView {
        people: kept.people,
        open: kept.open,
        promised: Figure::new(Rule::MoveSaving, judged.then_some(Value::Money(kept.promised))),
        shown: shown
            .with(Input::People, Value::Count(kept.people))
            .with(Input::FlexLeft, Value::Tokens(kept.on_flex)),
    });
    ReviewView {
        revision: facts.revision,
        currency: plan.currency().to_string(),
        record: Review {
            on: None,
            as_of,
            steps: Vec::new(),
            burn_per_day: Some(burn),
            run_out,
            moves,
            savings: judged.then_some((kept.promised, kept.shown)),
        },
        burn_per_day: Figure::new(Rule::BurnRate, Some(Value::TokensPerDay(burn)))
            .with(Input::AsOf, Value::Day(as_of)),
        run_out: Figure::new(Rule::RunOut, run_out.map(Value::Day)),
        before,
        moves_new,
        savings,
        next: plan.next_review(as_of),
    }
}

/// The accepted moves with what each is to save.
fn promises(facts: Facts<'_>) -> Vec<Promise> {
    let Some(licences) = facts.licences else { return Vec::new() };
    let mixes = licences.accepted(facts.log, facts.plan);
    let saving = |user: &str| {
        let id = |person: u32| facts.log.people()[person as usize].id.to_lowercase();
        let (person, offers) = mixes.iter().find(|(person, _)| id(*person) == user)?;
        Some(licences.mix(facts.log, *person, *offers)?.saving_per_year())
    };
    let real = facts.plan.moves.iter().filter(|one| !one.offers.is_empty());
    real.map(|one| {
        let user = one.user.to_lowercase();
        Promise { saving_per_year: saving(&user), offers: one.offers.clone(), user }
    })
    .collect()
}
