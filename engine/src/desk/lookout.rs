//! Makes the list of what to look at.

use super::parts::{NameOf, person, product_name, rows_of_person, someone, team_name, top};
use super::usage_view::{CapView, ClimbView, Cut, LOOKOUT_LIST_MAX, LookoutView, RateView, SpikeView};
use super::views::Who;
use super::{Facts, Figure, Input, Query, Value};
use crate::analysis::{
    Climb, CostPart, Report, Spike, caps_crossed, charged_beside_seat, climbs_of, in_no_sheet,
    in_several_teams, rates_seen, top_people, without_charge_lately,
};
use crate::rules::{Rule, shipped_rate};
use crate::usage::{Day, Entry};

/// What to look at.
pub fn lookout(facts: Facts<'_>, report: &Report) -> LookoutView {
    let log = facts.log;
    let caps = caps_crossed(log, facts.plan);
    let inactive_days = facts.plan.inactive_days();
    let in_no_sheet = in_no_sheet(log);
    let latest_spikes = &report.spikes[report.spikes.len().saturating_sub(LOOKOUT_LIST_MAX)..];
    LookoutView {
        spikes: spikes(facts, latest_spikes),
        climbs: climbs(facts, report),
        caps_more: caps.len().saturating_sub(LOOKOUT_LIST_MAX) as u64,
        caps: caps
            .iter()
            .take(LOOKOUT_LIST_MAX)
            .map(|crossed| CapView {
                day: crossed.day,
                person: crossed.person.map(|index| person(log, index)),
                tokens: Figure::new(Rule::Caps, Some(Value::Tokens(crossed.tokens))).proven_by(Query {
                    person: crossed.person.and_then(|index| rows_of_person(log, index).person),
                    ..on(crossed.day)
                }),
                cap: crossed.cap,
            })
            .collect(),
        inactive: without_charge_lately(log, report.period.as_of, inactive_days)
            .into_iter()
            .take(LOOKOUT_LIST_MAX)
            .map(|(index, day)| (person(log, index), day))
            .collect(),
        inactive_days: i64::from(inactive_days),
        several_teams: in_several_teams(log)
            .into_iter()
            .take(LOOKOUT_LIST_MAX)
            .map(|(index, teams)| {
                let names = teams.into_iter().map(|team| log.pools().get(team).to_string()).collect();
                (person(log, index), names)
            })
            .collect(),
        beside_seat: charged_beside_seat(log)
            .into_iter()
            .take(LOOKOUT_LIST_MAX)
            .map(|seat| {
                let product = log.products().get(seat.product).to_string();
                (person(log, seat.person), product, seat.charges, seat.tokens)
            })
            .collect(),
        in_no_sheet: in_no_sheet.iter().take(LOOKOUT_LIST_MAX).map(|index| person(log, *index)).collect(),
        in_no_sheet_total: in_no_sheet.len() as u64,
        rates: rates(facts),
    }
}

fn on(day: Day) -> Query {
    Query { from: Some(day), to: Some(day), ..Query::default() }
}

/// The latest first.
fn spikes(facts: Facts<'_>, spikes: &[Spike]) -> Vec<SpikeView> {
    let people = top_people(facts.log, spikes.iter().map(|spike| spike.day));
    spikes.iter().zip(&people).rev().map(|(spike, people)| spike_view(facts, spike, people)).collect()
}

fn spike_view(facts: Facts<'_>, spike: &Spike, people: &[CostPart]) -> SpikeView {
    SpikeView {
        day: spike.day,
        tokens: Figure::new(Rule::Spike, Some(Value::Tokens(spike.tokens)))
            .with(Input::Expected, Value::Tokens(spike.expected))
            .proven_by(on(spike.day)),
        expected: spike.expected,
        people: top(facts, people, spike.tokens, people.len(), someone, rows_of_person).top,
    }
}

/// What of an entry is looked at.
type IndexOf = fn(&Entry) -> u32;

/// Significant climbs of all use, then of products, teams and people.
fn climbs(facts: Facts<'_>, report: &Report) -> Vec<ClimbView> {
    let log = facts.log;
    let view = |who: Option<(Cut, Who)>, climb: &Climb| ClimbView {
        cut: who.as_ref().map(|(cut, _)| *cut),
        who: who.map(|(_, who)| who),
        tokens_per_week_per_week: climb.tokens_per_week_per_week,
        tokens_per_week: climb.tokens_per_week,
        weeks: climb.weeks as u64,
    };
    let all = report.climb.filter(|climb| climb.significant);
    let mut found: Vec<ClimbView> = all.iter().map(|climb| view(None, climb)).collect();
    let kinds: [(Cut, IndexOf, NameOf, usize); 3] = [
        (Cut::Product, |entry| entry.product, product_name, log.products().len()),
        (Cut::Team, |entry| entry.pool, team_name, log.pools().len()),
        (Cut::Person, |entry| entry.person, someone, log.people().len()),
    ];
    // One product or team alone is all use, and that is said already.
    for (cut, index_of, who, _) in kinds.into_iter().filter(|(_, _, _, count)| *count > 1) {
        let mut of_kind = climbs_of(log, &report.period, index_of);
        of_kind.sort_by(|(_, a), (_, b)| b.tokens_per_week_per_week.total_cmp(&a.tokens_per_week_per_week));
        let listed = of_kind.iter().take(LOOKOUT_LIST_MAX);
        found.extend(listed.map(|(index, climb)| view(Some((cut, who(log, *index))), climb)));
    }
    found
}

fn rates(facts: Facts<'_>) -> Vec<RateView> {
    rates_seen(facts.log, facts.plan)
        .into_iter()
        .map(|seen| {
            let product = facts.log.products().get(seen.product).to_string();
            RateView {
                rate: Figure::new(Rule::Rate, seen.rate.map(Value::Tokens))
                    .proven_by(Query { product: Some(product.clone()), ..Query::default() }),
                shipped: shipped_rate(&product),
                product,
                agreeing: seen.agreeing,
                differing_more: seen.differing.len().saturating_sub(LOOKOUT_LIST_MAX) as u64,
                differing: seen.differing.into_iter().take(LOOKOUT_LIST_MAX).collect(),
            }
        })
        .collect()
}
