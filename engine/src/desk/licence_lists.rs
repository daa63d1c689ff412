//! The lists beside the people: offers, seats, seasons, inactive people, pools.

use super::licence_lists_view::*;
use super::licences::{Sources, names, year_figure};
use super::licences_view::*;
use super::parts::{person, rows_of_person};
use super::{Figure, Input, Query, Value};
use crate::analysis::licences::{OfferSet, SharedPool};
use crate::rules::Rule;
use crate::usage::Money;
use std::cmp::Reverse;

/// Fills in what needs no yearly amounts, and what has them where there are some.
pub(super) fn fill(view: &mut LicencesView, sources: Sources<'_>) {
    let Sources { facts, report, licences, .. } = sources;
    let log = facts.log;
    view.offers = offers(sources);
    view.products_without_offer = without_offer(sources);
    view.knows_seat_use = licences.rows.knows_seat_use();
    view.seats_unknown = licences.seats.unknown_people + licences.seats.unknown_offers;
    view.seasonal = listed(&licences.seasonal, |one| SeasonalView {
        person: person(log, one.person),
        months: one.months.clone(),
        days_inside: one.days_inside,
        days_outside: one.days_outside,
        tokens_outside: Figure::new(Rule::Seasonal, Some(Value::Tokens(one.tokens_outside)))
            .proven_by(rows_of_person(log, one.person)),
    });
    view.inactive = listed(&licences.inactive, |one| InactiveView {
        person: person(log, one.person),
        days_inactive: Figure::new(Rule::Inactive, Some(Value::Days(i64::from(one.days_inactive))))
            .with(Input::AsOf, Value::Day(report.period.as_of))
            .proven_by(rows_of_person(log, one.person)),
        last_charge: one.last_charge,
    });
    view.shared_pool = licences.shared_pool.as_ref().map(|shared| shared_pool(sources, shared));
    fill_yearly(view, sources);
}

fn fill_yearly(view: &mut LicencesView, sources: Sources<'_>) {
    let Sources { facts, licences, .. } = sources;
    let log = facts.log;
    let Ok(optimum) = &licences.optimum else { return };
    view.underused_seats = listed(&optimum.underused, |seat| UnderusedSeatView {
        person: person(log, seat.person),
        offer: licences.book.offers[seat.offer].offer.name.clone(),
        price_per_year: seat.price,
        days_per_year: seat.days_per_year,
        break_even_days: seat.break_even_days,
        flex_per_year: seat.flex_per_year,
        saving_per_year: year_figure(
            optimum,
            Figure::new(Rule::UnderusedSeat, Some(Value::Money(seat.saving_per_year)))
                .with(Input::Subscriptions, Value::Money(seat.price))
                .with(Input::FlexCovered, Value::Money(seat.flex_per_year)),
        ),
        ends: seat.ends,
    });
    let mut wrong: Vec<_> = optimum.people.iter().filter(|who| who.mis_assigned.is_positive()).collect();
    wrong.sort_by_key(|who| (Reverse(who.mis_assigned), who.person));
    let year = optimum.year();
    view.mis_assigned = listed(&wrong, |who| MisAssignedView {
        person: person(log, who.person),
        held: names(licences, licences.seats.held_by(who.person)),
        tokens: Figure::new(Rule::MisAssigned, Some(Value::Tokens(who.mis_assigned))).proven_by(Query {
            from: Some(year.from),
            to: Some(year.to),
            ..rows_of_person(log, who.person)
        }),
        days: who.mis_assigned_days,
        flex_per_year: optimum.yearly.money(who.mis_assigned),
    });
}

/// The first of a list and how many there are.
pub(super) fn listed<T, V>(all: &[T], view: impl Fn(&T) -> V) -> Listed<V> {
    Listed { total: all.len() as u64, listed: all.iter().take(LICENCE_LIST_MAX).map(view).collect() }
}

fn offers(sources: Sources<'_>) -> Vec<OfferView> {
    let Sources { facts, licences, .. } = sources;
    let offers = licences.book.offers.iter().enumerate();
    offers
        .map(|(rank, known)| {
            let seats = licences.optimum.as_ref().map_or(0, |optimum| {
                optimum.moves().filter(|who| who.best.offers.meets(OfferSet::one(rank))).count()
            });
            OfferView {
                name: known.offer.name.clone(),
                covers: known.offer.covers.clone(),
                products: known.products.iter().map(|p| facts.log.products().get(*p).to_string()).collect(),
                price_per_year: Figure::new(Rule::OfferPrice, known.offer.price_per_year.map(Value::Money)),
                dated: known.offer.dated.clone(),
                shipped: licences.book.shipped,
                seats_in_moves: seats as u64,
            }
        })
        .collect()
}

fn without_offer(sources: Sources<'_>) -> Vec<String> {
    let mut products: Vec<u32> = sources.report.cost.by_product.iter().map(|part| part.index).collect();
    products.sort_unstable();
    products
        .into_iter()
        .filter(|product| sources.licences.book.group(*product).is_none())
        .map(|product| sources.facts.log.products().get(product).to_string())
        .collect()
}

fn shared_pool(sources: Sources<'_>, shared: &SharedPool) -> SharedPoolView {
    let price = sources.report.token_price;
    let money = |tokens: crate::usage::Tokens| -> Option<Money> { price.map(|price| tokens.at_price(price)) };
    let figure = |tokens, apart, together| {
        Figure::new(Rule::SharedPool, Some(Value::Tokens(tokens)))
            .with(Input::LapsedApart, Value::Tokens(apart))
            .with(Input::LapsedShared, Value::Tokens(together))
    };
    let (so_far, coming) = (shared.saved_so_far(), shared.saves_within_a_year());
    SharedPoolView {
        saved_so_far: figure(so_far, shared.lapsed_apart, shared.lapsed_shared),
        saved_so_far_money: money(so_far),
        saves_within_a_year: figure(coming, shared.will_lapse_apart, shared.will_lapse_shared),
        saves_within_a_year_money: money(coming),
        pools: shared
            .stranded
            .iter()
            .take(LICENCE_LIST_MAX)
            .map(|one| StrandedView {
                pool: sources.report.pools[one.pool].name.clone(),
                balance: one.balance,
                lapsed: one.lapsed,
                will_lapse: one.will_lapse,
            })
            .collect(),
    }
}
