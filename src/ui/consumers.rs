//! Who and what uses the tokens: by product, the top ten people, by team.

use super::copies::TableFrame;
use super::figure::AskNumber;
use crate::session::Session;
use crate::words::{findings, numbers, page, people};
use engine::desk::{Parts, Who};
use engine::usage::Money;
use leptos::prelude::*;

/// By product.
#[component]
pub fn Products() -> AnyView {
    let session = Session::get();
    let parts = session.part(|answers| answers.cost.by_product.clone());
    let (currency, hide) = (session.currency(), session.hide_names());
    view! {
        <section id="products" class="sheet">
            <h2>{page::BY_PRODUCT}</h2>
            {move || parts.get().map(|parts| {
                let finding = findings::products_caption(&parts);
                let rest = findings::others(&parts, "more product", "more products");
                view! { <p class="finding">{finding}.</p> <PartsTable parts heading="Product" rest unnamed=page::NO_PRODUCT currency=currency.get() hide=hide.get() /> }
            })}
        </section>
    }
    .into_any()
}

/// The top ten consumers.
#[component]
pub fn People() -> AnyView {
    let session = Session::get();
    let parts = session.part(|answers| answers.cost.by_person.clone());
    let (currency, hide) = (session.currency(), session.hide_names());
    view! {
        <section id="people" class="sheet">
            <h2>{page::TOP_CONSUMERS}</h2>
            {move || parts.get().map(|parts| {
                let finding = findings::top_consumers(&parts);
                let rest = findings::others(&parts, "more person", "more people");
                view! { <p class="finding">{finding}</p> <PartsTable parts heading="Person" rest unnamed="" currency=currency.get() hide=hide.get() /> }
            })}
        </section>
    }
    .into_any()
}

/// By team; nothing where the files name none, or only one.
#[component]
pub fn Teams() -> impl IntoView {
    let session = Session::get();
    let parts = session.part(|answers| answers.cost.by_team.clone());
    let (currency, hide) = (session.currency(), session.hide_names());
    move || {
        parts.get().filter(|parts| parts.top.len() > 1).map(|parts| {
            let rest = findings::others(&parts, "more team", "more teams");
            view! {
                <section id="teams" class="sheet">
                    <h2>{page::BY_TEAM}</h2>
                    <PartsTable parts heading="Team" rest unnamed=page::NO_TEAM currency=currency.get() hide=hide.get() />
                </section>
            }
        })
    }
}

/// A table of parts of the whole.
#[component]
pub fn PartsTable(
    /// The parts.
    parts: Parts,
    /// What the first column holds.
    heading: &'static str,
    /// The name of the last line, where more are left.
    rest: Option<String>,
    /// What stands for a name the files do not give.
    unnamed: &'static str,
    /// The currency.
    currency: String,
    /// Names are hidden.
    hide: bool,
) -> AnyView {
    // Money stands only where it is known; *unknown* in every line would say nothing.
    let any_money = parts.top.iter().any(|part| part.amount.is_some());
    let rest_share = (1.0 - parts.top_share).max(0.0);
    let largest = parts.top.iter().map(|part| part.share).fold(0.0, f64::max);
    let of_rest = parts.clone();
    let rest_currency = currency.clone();
    let rows = parts.top.into_iter().map(|part| {
        let name = people::who(&part.who, hide, unnamed);
        let detail = match &part.who {
            Who::Person(person) => people::person_detail(person, hide),
            Who::Name(_) => None,
        };
        view! {
            <tr>
                <th scope="row" title=detail><span class="clip">{name.clone()}</span></th>
                <td class="n less">{numbers::count(part.charges)}</td>
                <td class="n"><AskNumber subject=name figure=part.tokens currency=currency.clone() /></td>
                {any_money.then(|| view! { <td class="n">{amount(part.amount, &currency)}</td> })}
                <td class="n share"><Share share=part.share largest /></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <TableFrame>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{heading}</th>
                        <th scope="col" class="n less">"Charges"</th>
                        <th scope="col" class="n">"Tokens"</th>
                        {any_money.then(|| view! { <th scope="col" class="n">"Cost"</th> })}
                        <th scope="col" class="n">"Share"</th>
                    </tr>
                </thead>
                <tbody>
                    {rows}
                    {rest.map(|rest| view! {
                        <tr class="rest">
                            <th scope="row">{rest}</th>
                            <td class="n less"></td>
                            <td class="n" title=numbers::tokens_exact(of_rest.others_tokens)>{numbers::tokens(of_rest.others_tokens)}</td>
                            {any_money.then(|| view! { <td class="n">{amount(of_rest.others_amount, &rest_currency)}</td> })}
                            <td class="n share">{numbers::share_in_column(rest_share)}</td>
                        </tr>
                    })}
                </tbody>
            </table>
        </TableFrame>
    }
    .into_any()
}

/// Money, or that it is unknown.
pub fn amount(amount: Option<Money>, currency: &str) -> impl IntoView + use<> {
    match amount {
        Some(money) => {
            let exact = numbers::money_exact(money, currency);
            view! { <span title=exact>{numbers::money(money, currency)}</span> }.into_any()
        }
        None => view! { <span class="unknown">{page::UNKNOWN}</span> }.into_any(),
    }
}

/// A share as a number beside a bar; the largest of the list has the longest bar.
#[component]
fn Share(share: f64, largest: f64) -> AnyView {
    let percent = format!("{:.1}%", (share / largest.max(f64::EPSILON)).clamp(0.0, 1.0) * 100.0);
    view! {
        <span class="share-cell">
            <span class="share-track" aria-hidden="true"><span class="share-bar" style:inline-size=percent></span></span>
            <span class="share-number">{numbers::share_in_column(share)}</span>
        </span>
    }
    .into_any()
}
