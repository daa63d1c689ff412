//! The use by product, person, team or version; a press on one shows only its use.

use super::scope::Scope;
use super::toggles::Toggles;
use crate::session::{Session, View};
use crate::ui::consumers::amount;
use crate::ui::copies::TableFrame;
use crate::ui::figure::AskNumber;
use crate::ui::pager::Pager;
use crate::words::{numbers, people, usage as words};
use engine::desk::{Cut, UsagePart, UsageView, Who};
use leptos::prelude::*;
use std::sync::Arc;

/// All cuts.
const CUTS: [Cut; 4] = [Cut::Product, Cut::Person, Cut::Team, Cut::Version];

/// The panel.
#[component]
pub fn PartsPanel(
    /// The use.
    usage: View<UsageView>,
) -> AnyView {
    let (session, scope) = (Session::get(), Scope::get());
    let (currency, hide) = (session.currency(), session.hide_names());
    let number = move |of: fn(&UsageView) -> u64| usage.with(|view| view.as_deref().map_or(0, of));
    let choices = CUTS.into_iter().map(|cut| (cut, words::cut(cut))).collect();
    view! {
        <section id="usage-parts" class="sheet">
            <h2>{words::LISTED}</h2>
            <Toggles label=words::LISTED choices chosen=scope.cut.into() choose=move |cut| scope.list_by(cut) />
            {move || usage.get().map(|view| {
                let finding = words::listed(view.ask.cut, &view, hide.get());
                view! {
                    <p class="finding">{finding}</p>
                    <PartsTable view currency=currency.get() hide=hide.get() />
                }
            })}
            <Pager
                first=Signal::derive(move || number(|view| view.ask.first))
                shown=Signal::derive(move || number(|view| view.parts.len() as u64))
                total=Signal::derive(move || number(|view| view.total_parts))
                turn=move |first| scope.first.set(first)
            />
        </section>
    }
    .into_any()
}

/// One page of parts.
#[component]
pub fn PartsTable(
    /// The use.
    view: Arc<UsageView>,
    /// The currency.
    currency: String,
    /// Names are hidden.
    hide: bool,
) -> AnyView {
    let cut = view.ask.cut;
    let any_money = view.parts.iter().any(|part| part.part.amount.is_some());
    let first = view.ask.first;
    let row = |(index, part): (usize, &UsagePart)| {
        let part = part.clone();
        // Rows are counted with the heading as the first.
        let number = first + index as u64 + 2;
        view! {
            <tr aria-rowindex=number.to_string()>
                <th scope="row"><Narrow cut who=part.part.who.clone() hide /></th>
                <td class="n less">{numbers::count(part.part.charges)}</td>
                <td class="n"><AskNumber subject=people::who(&part.part.who, hide, words::unnamed(cut)) figure=part.part.tokens currency=currency.clone() /></td>
                {any_money.then(|| view! { <td class="n">{amount(part.part.amount, &currency)}</td> })}
                <td class="n">{numbers::share_in_column(part.part.share)}</td>
                <td class="n less">{numbers::share_in_column(part.running_share)}</td>
            </tr>
        }
    };
    let rows = view.parts.iter().enumerate().map(row).collect_view();
    view! {
        <TableFrame>
            <table aria-rowcount=(view.total_parts + 1).to_string()>
                <thead>
                    <tr aria-rowindex="1">
                        <th scope="col">{words::cut(cut)}</th>
                        <th scope="col" class="n less">"Charges"</th>
                        <th scope="col" class="n">"Tokens"</th>
                        {any_money.then(|| view! { <th scope="col" class="n">"Cost"</th> })}
                        <th scope="col" class="n">"Share"</th>
                        <th scope="col" class="n less" title="The share of this and all larger ones">"Running"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </TableFrame>
    }
    .into_any()
}

/// A name that filters when it is pressed.
#[component]
pub fn Narrow(
    /// What it is.
    cut: Cut,
    /// Who or what.
    who: Who,
    /// Names are hidden.
    hide: bool,
) -> AnyView {
    let scope = Scope::get();
    let name = people::who(&who, hide, words::unnamed(cut));
    let detail = match &who {
        Who::Person(person) => people::person_detail(person, hide),
        Who::Name(_) => None,
    };
    // What is seen comes first, so that it can be called by that.
    let label = format!("{name}: {}", words::show_only(&name));
    view! {
        <button type="button" class="link" aria-label=label title=detail on:click=move |_| scope.narrow(cut, &who)>
            <span class="clip">{name}</span>
        </button>
    }
    .into_any()
}
