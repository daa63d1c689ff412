//! What can be told where no file has days: the sums, and what they cannot tell.

use super::consumers::{PartsTable, amount};
use super::copies::TableFrame;
use super::figure::Why;
use super::forecast::months::row;
use crate::session::Session;
use crate::words::{numbers, page, sums as words};
use engine::desk::{Parts, RoughRunOutView, SumsView};
use engine::usage::{Money, Month, Tokens};
use leptos::prelude::*;
use std::sync::Arc;

/// The panel.
#[component]
pub fn Sums() -> AnyView {
    let session = Session::get();
    let sums = session.memo(|state| state.sums.clone());
    let (currency, hide) = (session.currency(), session.hide_names());
    view! {
        <section id="sums" class="sheet">
            <h2>{words::HEADING}</h2>
            {move || match sums.get() {
                Some(sums) => told(&sums, &currency.get(), hide.get()).into_any(),
                None => view! { <p class="warn-text">{words::NO_USE}</p> }.into_any(),
            }}
        </section>
    }
    .into_any()
}

fn told(sums: &Arc<SumsView>, currency: &str, hide: bool) -> impl IntoView + use<> {
    let table = |heading: &'static str, parts: &Parts, unnamed: &'static str| {
        (!parts.top.is_empty()).then(|| view! {
            <PartsTable parts=parts.clone() heading rest=None unnamed currency=currency.to_string() hide />
        })
    };
    view! {
        <p class="finding">{words::total(sums, currency)}</p>
        <p class="soft">{words::range(sums)}</p>
        <p class="warn-text">{words::NO_DAYS}</p>
        {sums.run_out.as_ref().map(|out| view! { <p>{words::run_out(out)}</p> })}
        {sums.run_out.as_ref().and_then(words::tiers).map(|tiers| view! { <p>{tiers}</p> })}
        <Why subject=words::HEADING.to_string() figure=sums.tokens.clone() />
        {table("Product", &sums.by_product, page::NO_PRODUCT)}
        {table("Person", &sums.by_person, "")}
        {(sums.by_team.top.len() > 1).then(|| table("Team", &sums.by_team, page::NO_TEAM))}
        {(!sums.by_product.top.is_empty()).then(|| view! { <p class="soft">{words::DAYS_ARE_CHARGES}</p> })}
        {(!sums.by_month.is_empty()).then(|| months(&sums.by_month, currency))}
        {sums.run_out.as_ref().map(|out| months_ahead(out, currency))}
    }
}

fn months(months: &[(Month, Tokens, Option<Money>)], currency: &str) -> impl IntoView + use<> {
    let row = |(month, tokens, money): &(Month, Tokens, Option<Money>)| {
        view! {
            <tr>
                <th scope="row">{numbers::month(*month)}</th>
                <td class="n">{numbers::tokens_exact(*tokens)}</td>
                <td class="n">{amount(*money, currency)}</td>
            </tr>
        }
    };
    let rows = months.iter().map(row).collect_view();
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
    }
}

fn months_ahead(out: &RoughRunOutView, currency: &str) -> impl IntoView + use<> {
    let rows = out.months.iter().map(|month| row(month, None, currency)).collect_view();
    view! {
        <h3>{words::MONTHS_AHEAD}</h3>
        <TableFrame>
            <table>
                <thead><tr>
                    <th scope="col">"Month"</th>
                    <th scope="col" class="n">"Tokens"</th>
                    <th scope="col" class="n">"Sum so far"</th>
                    <th scope="col" class="n">"Eight of ten sums"</th>
                    <th scope="col" class="n">"Of the term’s"</th>
                    <th scope="col">"Run-out as it looked"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </TableFrame>
    }
}
