//! Makes the Licences place: headline, frontier, rows.

use super::licence_lists as lists;
use super::licences_view::*;
use super::parts::{person, rows_of_person};
use super::{Facts, Figure, Input, Query, Value};
use crate::analysis::Report;
use crate::analysis::licences::{
    Licences, Mix, NoOptimum, OfferSet, Optimum, PersonLicence, ProductUse, Verdict, When,
};
use crate::rules::Rule;
use crate::usage::{Money, Tokens};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Everything a view of licences is made from.
#[derive(Clone, Copy)]
pub(super) struct Sources<'a> {
    pub facts: Facts<'a>,
    pub report: &'a Report,
    pub licences: &'a Licences,
    /// Accepted or set moves: person and offers, by person.
    pub accepted: &'a [(u32, OfferSet)],
}

/// The Licences place.
pub fn licences(facts: Facts<'_>, ask: &LicencesAsk) -> LicencesView {
    let plan = facts.plan;
    let mut view = LicencesView {
        revision: facts.revision,
        currency: plan.currency().to_string(),
        state: LicenceState::NoUse,
        rough: facts.report.is_some_and(|report| report.period.is_rough()),
        window: facts.report.and_then(|report| report.period.year()).map(|year| (year.from, year.to)),
        heavy_days: plan.heavy_days(),
        inactive_days: plan.inactive_days(),
        headline: None,
        rows: LicenceRows::default(),
        frontier: Frontier::default(),
        offers: Vec::new(),
        products_without_offer: Vec::new(),
        underused_seats: Listed { total: 0, listed: Vec::new() },
        knows_seat_use: false,
        seats_unknown: 0,
        mis_assigned: Listed { total: 0, listed: Vec::new() },
        seasonal: Listed { total: 0, listed: Vec::new() },
        inactive: Listed { total: 0, listed: Vec::new() },
        shared_pool: None,
    };
    let (Some(report), Some(licences)) = (facts.report, facts.licences) else { return view };
    let accepted = licences.accepted(facts.log, plan);
    let sources = Sources { facts, report, licences, accepted: &accepted };
    lists::fill(&mut view, sources);
    view.state = match &licences.optimum {
        Ok(optimum) => {
            view.headline = Some(headline(sources, optimum));
            view.rows = rows(sources, optimum, ask);
            view.frontier = frontier(optimum);
            LicenceState::Ready
        }
        Err(NoOptimum::TooFewDays) => LicenceState::TooFewDays,
        Err(NoOptimum::NoTokenPrice) => LicenceState::NoTokenPrice,
        Err(NoOptimum::NoOfferPrice) => LicenceState::NoOfferPrice,
        Err(NoOptimum::TooManyOffers) => LicenceState::TooManyOffers,
    };
    view
}

fn headline(sources: Sources<'_>, optimum: &Optimum) -> LicenceHeadline {
    let flex: Money = optimum.people.iter().map(|who| who.flex_per_year).sum();
    let of_verdict =
        |verdict| optimum.moves().filter(move |who| who.verdict == verdict).map(|who| (who, who.best));
    let accepted: Vec<(&PersonLicence, Mix)> = sources
        .accepted
        .iter()
        .filter_map(|(person, offers)| {
            let mix = sources.licences.mix(sources.facts.log, *person, *offers)?;
            optimum.person(*person).map(|who| (who, mix))
        })
        .collect();
    let accepted_unknown = (sources.facts.plan.moves.len() - accepted.len()) as u64;
    LicenceHeadline {
        people: optimum.people.len() as u64,
        flex_per_year: year_figure(optimum, Figure::new(Rule::FlexPerYear, Some(Value::Money(flex)))),
        all: sum(sources, optimum, optimum.moves().map(|who| (who, who.best)), Some(optimum.saving_all)),
        move_now: sum(sources, optimum, of_verdict(Verdict::Move), Some(optimum.saving_now)),
        watch: sum(sources, optimum, of_verdict(Verdict::Watch), None),
        accepted: sum(sources, optimum, accepted.into_iter(), None),
        accepted_unknown,
        unproven: optimum.people.iter().filter(|who| who.unproven).count() as u64,
    }
}

/// The window behind a yearly figure.
pub(super) fn year_figure(optimum: &Optimum, figure: Figure) -> Figure {
    let year = optimum.year();
    figure
        .with(Input::YearFrom, Value::Day(year.from))
        .with(Input::YearDays, Value::Days(i64::from(year.days)))
        .with(Input::TokenPrice, Value::Price(optimum.yearly.token_price))
}

fn sum<'a>(
    sources: Sources<'_>,
    optimum: &Optimum,
    moves: impl Iterator<Item = (&'a PersonLicence, Mix)>,
    saving_range: Option<(Money, Money)>,
) -> MovesSum {
    let (mut people, mut tokens) = (0, Tokens::ZERO);
    let (mut covered, mut subscriptions) = (Money::ZERO, Money::ZERO);
    let mut by_when: BTreeMap<SavingWhen, Money> = BTreeMap::new();
    for (who, mix) in moves {
        people += 1;
        tokens += mix.tokens_covered;
        covered += mix.flex_covered_per_year;
        subscriptions += mix.subscriptions_per_year;
        let when = sources.licences.when.get(who.pool).map_or(SavingWhen::Unknown, |one| when(one.when));
        *by_when.entry(when).or_default() += mix.saving_per_year();
    }
    let saving = Figure::new(Rule::MoveSaving, Some(Value::Money(covered - subscriptions)))
        .with(Input::FlexCovered, Value::Money(covered))
        .with(Input::Subscriptions, Value::Money(subscriptions));
    MovesSum {
        people,
        saving_per_year: year_figure(optimum, saving),
        saving_range: saving_range.filter(|_| people > 0),
        tokens_share: Figure::new(Rule::TokensMoved, optimum.share(tokens).map(Value::Share))
            .with(Input::TokensMoved, Value::Tokens(tokens))
            .with(Input::TokensInYear, Value::Tokens(optimum.tokens)),
        tokens_per_year: optimum.year().tokens(tokens),
        subscriptions_per_year: subscriptions,
        by_when: by_when.into_iter().collect(),
    }
}

fn when(when: When) -> SavingWhen {
    match when {
        When::ThisTerm => SavingWhen::ThisTerm,
        When::AtRenewal => SavingWhen::AtRenewal,
        When::Lapses => SavingWhen::Lapses,
        When::Unknown => SavingWhen::Unknown,
    }
}

/// The people with the largest saving first; those for whom a seat costs more come last, and the
/// line rises again.
fn frontier(optimum: &Optimum) -> Frontier {
    let mix = |who: &PersonLicence| if who.is_move() { Some(who.best) } else { who.nearest };
    let mut savings: Vec<Money> =
        optimum.people.iter().filter_map(mix).map(|mix| mix.saving_per_year()).collect();
    savings.sort_unstable_by_key(|saving| Reverse(*saving));
    let mut cost: Money = optimum.people.iter().map(|who| who.flex_per_year).sum();
    let mut all = vec![(0, cost)];
    for (moved, saving) in savings.iter().enumerate() {
        cost -= *saving;
        all.push((moved as u64 + 1, cost));
    }
    let best = all.iter().copied().min_by_key(|(moved, cost)| (*cost, *moved));
    // Evenly thinned, the ends and the best point kept.
    let step = all.len().div_ceil(FRONTIER_POINTS_MAX - 2).max(1) as u64;
    let last = all.len() as u64 - 1;
    all.retain(|point| point.0 % step == 0 || point.0 == last || Some(*point) == best);
    Frontier { points: all, best }
}

fn rows(sources: Sources<'_>, optimum: &Optimum, ask: &LicencesAsk) -> LicenceRows {
    let (log, plan) = (sources.facts.log, sources.facts.plan);
    let find = ask.find.trim().to_lowercase();
    let mut found: Vec<&PersonLicence> = optimum
        .people
        .iter()
        .filter(|who| is_shown(sources, who, ask.show))
        .filter(|who| find.is_empty() || holds(sources, who, &find))
        .collect();
    let pinned = |who: &PersonLicence| {
        !plan.decisions.is_empty()
            && plan.decision(&log.people()[who.person as usize].id.to_lowercase()).is_some_and(|d| d.pinned)
    };
    let mix = |who: &PersonLicence| if who.is_move() { Some(who.best) } else { who.nearest };
    let days = |who: &PersonLicence| who.products.iter().map(|product| product.days).max();
    found.sort_by_cached_key(|who| {
        let key = match ask.sort {
            LicenceSort::Saving => mix(who).map(|mix| mix.saving_per_year().0),
            LicenceSort::FlexCost => Some(who.flex_per_year.0),
            LicenceSort::ChargeDays => {
                mix(who).map(|mix| i64::from(mix.charge_days)).or(days(who).map(i64::from))
            }
            LicenceSort::Chance => who.chance.map(|chance| Tokens::from_f64(chance).0),
            LicenceSort::Name => None,
        };
        (!pinned(who), Reverse(key), who.person)
    });
    let total = found.len() as u64;
    let first = ask.first.min(total);
    let count = ask.count.min(LICENCE_ROWS_MAX).min(total - first);
    let shown = &found[first as usize..(first + count) as usize];
    LicenceRows { total, first, rows: shown.iter().map(|who| row(sources, optimum, who)).collect() }
}

fn is_shown(sources: Sources<'_>, who: &PersonLicence, show: LicenceShow) -> bool {
    let plan = sources.facts.plan;
    let accepted = || sources.accepted.binary_search_by_key(&who.person, |(person, _)| *person).is_ok();
    let declined = || {
        let id = &sources.facts.log.people()[who.person as usize].id;
        plan.decision(&id.to_lowercase()).is_some_and(|decision| decision.declined)
    };
    match show {
        LicenceShow::Everyone => true,
        LicenceShow::Moves => who.is_move(),
        LicenceShow::Verdict(wanted) => verdict(who.verdict) == wanted,
        LicenceShow::Accepted => accepted(),
        LicenceShow::Declined => declined(),
        LicenceShow::Open => who.is_move() && !accepted() && !declined(),
        LicenceShow::Flagged(flag) => flags(sources, who).contains(&flag),
    }
}

fn holds(sources: Sources<'_>, who: &PersonLicence, find: &str) -> bool {
    let log = sources.facts.log;
    let person = &log.people()[who.person as usize];
    let mut texts = [person.id.as_str(), person.name.as_str()]
        .into_iter()
        .chain(who.products.iter().map(|p| log.products().get(p.product)));
    texts.any(|text| text.to_lowercase().contains(find))
}

fn verdict(verdict: Verdict) -> LicenceVerdict {
    match verdict {
        Verdict::Move => LicenceVerdict::Move,
        Verdict::Watch => LicenceVerdict::Watch,
        Verdict::Stay => LicenceVerdict::Stay,
    }
}

fn is_heavy(sources: Sources<'_>, days_per_year: f64) -> bool {
    days_per_year > f64::from(sources.facts.plan.heavy_days())
}

fn flags(sources: Sources<'_>, who: &PersonLicence) -> Vec<LicenceFlag> {
    let licences = sources.licences;
    let year = sources.report.period.year();
    let heavy = |product: &ProductUse| {
        year.is_some_and(|year| is_heavy(sources, year.count(u64::from(product.days))))
    };
    let presence = who.presence;
    let all = [
        (LicenceFlag::Heavy, who.products.iter().any(heavy)),
        (LicenceFlag::Joiner, presence.is_some_and(|presence| presence.joiner)),
        (LicenceFlag::Leaver, presence.is_some_and(|presence| presence.leaver)),
        (LicenceFlag::MisAssigned, who.mis_assigned.is_positive()),
        (LicenceFlag::Seasonal, licences.seasonal.binary_search_by_key(&who.person, |s| s.person).is_ok()),
        (LicenceFlag::Inactive, licences.is_inactive(who.person)),
        (LicenceFlag::Unproven, who.unproven),
    ];
    all.into_iter().filter(|(_, is)| *is).map(|(flag, _)| flag).collect()
}

fn row(sources: Sources<'_>, optimum: &Optimum, who: &PersonLicence) -> LicenceRow {
    let Sources { facts, licences, .. } = sources;
    let log = facts.log;
    let id = log.people()[who.person as usize].id.to_lowercase();
    let decision = facts.plan.decision(&id);
    let proof = window_rows(sources, optimum, who);
    let mix = if who.is_move() { Some(who.best) } else { who.nearest };
    let place = sources.accepted.binary_search_by_key(&who.person, |(person, _)| *person).ok();
    let accepted = place.map(|place| {
        let mix = licences.mix(log, who.person, sources.accepted[place].1);
        let stated = facts.plan.moves.iter().rev().find(|one| one.user == id);
        AcceptedView {
            offers: stated.map(|one| one.offers.clone()).unwrap_or_default(),
            mix: mix.map(|mix| mix_view(sources, optimum, who, &mix)),
        }
    });
    let when_money = licences.when.get(who.pool).filter(|_| who.is_move());
    LicenceRow {
        person: person(log, who.person),
        flex_per_year: year_figure(
            optimum,
            Figure::new(Rule::FlexPerYear, Some(Value::Money(who.flex_per_year))),
        )
        .proven_by(proof.clone()),
        products: who.products.iter().map(|product| product_view(sources, optimum, who, product)).collect(),
        is_move: who.is_move(),
        mix: mix.map(|mix| mix_view(sources, optimum, who, &mix)),
        chance: who
            .chance
            .map(|chance| Figure::new(Rule::Chance, Some(Value::Share(chance))).proven_by(proof)),
        verdict: verdict(who.verdict),
        when: when_money.map(|one| when(one.when)),
        best_day: when_money.and_then(|one| one.best_day),
        run_rate_per_year: who.run_rate_per_year.map(|money| {
            Figure::new(Rule::RunRate, Some(Value::Money(money))).proven_by(rows_of_person(log, who.person))
        }),
        flags: flags(sources, who),
        held: names(licences, licences.seats.held_by(who.person)),
        accepted,
        declined: decision.is_some_and(|decision| decision.declined),
        pinned: decision.is_some_and(|decision| decision.pinned),
        note: decision.and_then(|decision| decision.note.clone()).unwrap_or_default(),
    }
}

fn window_rows(sources: Sources<'_>, optimum: &Optimum, who: &PersonLicence) -> Query {
    let year = optimum.year();
    Query { from: Some(year.from), to: Some(year.to), ..rows_of_person(sources.facts.log, who.person) }
}

/// The names of a set of offers.
pub(super) fn names(licences: &Licences, offers: OfferSet) -> Vec<String> {
    licences.book.names(offers).into_iter().map(str::to_string).collect()
}

fn mix_view(sources: Sources<'_>, optimum: &Optimum, who: &PersonLicence, mix: &Mix) -> MixView {
    let Sources { facts, licences, .. } = sources;
    let ranges = licences.ranges(facts.log, who.person, mix);
    let proof = window_rows(sources, optimum, who);
    let subscriptions = Value::Money(mix.subscriptions_per_year);
    let days = Value::CountPerYear(mix.charge_days_per_year);
    MixView {
        offers: names(licences, mix.offers),
        subscriptions_per_year: mix.subscriptions_per_year,
        flex_left_per_year: mix.flex_left_per_year,
        cost_per_year: Figure::new(Rule::BestMix, Some(Value::Money(mix.cost_per_year())))
            .with(Input::Subscriptions, subscriptions)
            .with(Input::FlexLeft, Value::Money(mix.flex_left_per_year)),
        saving_per_year: year_figure(
            optimum,
            Figure::new(Rule::MoveSaving, Some(Value::Money(mix.saving_per_year())))
                .with(Input::FlexCovered, Value::Money(mix.flex_covered_per_year))
                .with(Input::Subscriptions, subscriptions),
        )
        .proven_by(proof.clone()),
        saving_range: ranges.map(|ranges| ranges.saving),
        charge_days_per_year: Figure::new(Rule::ChargeDays, Some(days)).proven_by(proof),
        charge_days_range: ranges.map(|ranges| ranges.days),
        break_even_days: Figure::new(Rule::BreakEvenDays, mix.break_even_days.map(Value::CountPerYear))
            .with(Input::Subscriptions, subscriptions)
            .with(Input::FlexCovered, Value::Money(mix.flex_covered_per_year))
            .with(Input::ChargeDays, days),
    }
}

fn product_view(
    sources: Sources<'_>,
    optimum: &Optimum,
    who: &PersonLicence,
    product: &ProductUse,
) -> ProductUseView {
    let book = &sources.licences.book;
    let days = optimum.year().count(u64::from(product.days));
    let heavy = is_heavy(sources, days);
    let covered = book.covers(who.best.offers, product.product);
    let covering = book.offers.iter().filter(|offer| offer.products.contains(&product.product));
    let break_even = covering.filter_map(|offer| {
        let price = offer.offer.price_per_year?;
        let is_charged = product.flex_per_year.is_positive();
        is_charged.then(|| (offer.offer.name.clone(), price.to_f64() * days / product.flex_per_year.to_f64()))
    });
    let break_even: Vec<(String, f64)> = break_even.collect();
    ProductUseView {
        product: sources.facts.log.products().get(product.product).to_string(),
        charge_days_per_year: days,
        flex_per_year: product.flex_per_year,
        covered,
        heavy,
        // Without a price there is no arithmetic to disagree with.
        disagreement: match (heavy, covered) {
            (true, false) if !break_even.is_empty() => Some(HeavyDisagreement::HeavyButFlexIsCheaper),
            (false, true) => Some(HeavyDisagreement::NotHeavyButSeatIsCheaper),
            _ => None,
        },
        break_even_days: break_even,
    }
}
