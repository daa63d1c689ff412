//! What can be told where no file has days: the sums, and what they cannot tell.

use super::consumers::{PartsTable, amount};
use super::copies::TableFrame;
use super::figure::{Tag, Why};
use super::forecast::months::{row, table};
use crate::session::Session;
use crate::words::{numbers, page, sums as words};
use engine::desk::{Figure, Parts, RoughRunOutView, SumsView, Value};
use engine::rules::Rule;
use engine::usage::{Day, Money, Month, Tokens};
use leptos::prelude::*;
use std::sync::Arc;

/// The panel.
#[component]
pub fn Sums() -> AnyView {
    let session = Session::get();
    let sums = session.memo(|state| state.sums.clone());
    let (currency, hide) = (session.currency(), session.hide_names());
    let today = session.today();
    view! {
        <section id="sums" class="sheet">
            <h2>{words::HEADING}</h2>
            {move || match sums.get() {
                Some(sums) => told(&sums, &currency.get(), hide.get(), today.get()).into_any(),
                None => view! { <p class="warn-text">{words::NO_USE}</p> }.into_any(),
            }}
        </section>
    }
    .into_any()
}

fn told(sums: &Arc<SumsView>, currency: &str, hide: bool, today: Option<Day>) -> impl IntoView + use<> {
    let table = |heading: &'static str, parts: &Parts, unnamed: &'static str| {
        (!parts.top.is_empty()).then(|| view! {
            <PartsTable parts=parts.clone() heading rest=None unnamed currency=currency.to_string() hide />
        })
    };
    view! {
        <p class="finding">{words::total(sums, currency)}</p>
        <Why subject=words::HEADING.to_string() figure=sums.tokens.clone() />
        <p class="soft">{words::range(sums)}</p>
        {words::age(sums, today).map(|age| view! { <p class="warn-text">{age}</p> })}
        <p class="warn-text">{words::no_days(sums)}</p>
        {sums.run_out.as_ref().map(|out| run_out(out, today))}
        {table("Product", &sums.by_product, page::NO_PRODUCT)}
        {table("Person", &sums.by_person, "")}
        {(sums.by_team.top.len() > 1).then(|| table("Team", &sums.by_team, page::NO_TEAM))}
        {(!sums.by_product.top.is_empty()).then(|| view! { <p class="soft">{words::DAYS_ARE_CHARGES}</p> })}
        {(!sums.by_month.is_empty()).then(|| months(sums, currency))}
        {sums.run_out.as_ref().map(|out| months_ahead(out, !sums.spread.is_empty(), currency))}
    }
}

/// The rough run-out: the day, why that day, and what it does not know.
fn run_out(out: &RoughRunOutView, today: Option<Day>) -> impl IntoView + use<> {
    let why = out.out.map(|day| {
        let figure = Figure::new(Rule::StraightLine, Some(Value::Day(day)));
        view! { <Why subject=words::RUN_OUT.to_string() figure text=words::WHY_RUN_OUT /> }
    });
    let is_line = out.out.is_some() && !out.lapses;
    view! {
        <p>{words::run_out(out)}</p>
        {words::has_passed(out, today).then(|| view! { <p class="warn-text">{words::RUN_OUT_PASSED}</p> })}
        {is_line.then(|| view! { <p class="soft">{words::STRAIGHT_LINE}</p> })}
        {why}
        {words::tiers(out).map(|tiers| view! { <p>{tiers}</p> })}
    }
}

fn months(sums: &SumsView, currency: &str) -> impl IntoView + use<> {
    let row = |(month, tokens, money): &(Month, Tokens, Option<Money>)| {
        let spread = sums.spread.contains(month);
        view! {
            <tr>
                <th scope="row">{numbers::month(*month)}{spread.then(|| view! { " " <Tag text=words::SPREAD hint=words::SPREAD_HINT /> })}</th>
                <td class="n">{words::tokens_of(sums, *month, *tokens)}</td>
                <td class="n">{amount(*money, currency)}</td>
            </tr>
        }
    };
    let rows = sums.by_month.iter().map(row).collect_view();
    let has_spread = !sums.spread.is_empty();
    view! {
        <TableFrame>
            <table>
                <thead><tr>
                    <th scope="col">"Month"</th>
                    <th scope="col" class="n">"Tokens"</th>
                    <th scope="col" class="n">"Cost"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </TableFrame>
        {has_spread.then(|| view! { <p class="soft">{words::SPREAD_LEGEND}</p> })}
    }
}

fn months_ahead(out: &RoughRunOutView, has_spread: bool, currency: &str) -> impl IntoView + use<> {
    let rows = out.months.iter().map(|month| row(month, None, currency)).collect_view();
    view! {
        <h3>{words::MONTHS_AHEAD}</h3>
        {table(words::MONTHS_AHEAD, false, rows)}
        {has_spread.then(|| view! { <p class="soft">{words::SPREAD_ABOVE}</p> })}
    }
}
