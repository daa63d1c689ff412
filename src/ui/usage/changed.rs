//! A month against the month before, and against the same month a year before.

use super::parts::Narrow;
use super::scope::{Known, Scope};
use crate::session::{Session, View};
use crate::ui::copies::TableFrame;
use crate::ui::figure::Why;
use crate::words::{numbers, page, people, usage as words};
use engine::desk::{Answer, Ask, ChangeView, CompareAsk, CompareView, Cut, Query, Who};
use engine::usage::{Day, Month};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Changed(
    /// What the rows say of time.
    known: Memo<Option<Known>>,
    /// The filter; its days are left aside.
    query: Memo<Query>,
) -> AnyView {
    let (session, scope) = (Session::get(), Scope::get());
    let month = Memo::new(move |_| {
        let known = known.get()?;
        Some(scope.month.get().unwrap_or_else(|| known.last_whole_month()))
    });
    let answer = move |months_back: i32| {
        session.view(
            move || {
                let after = month.get().unwrap_or(Month(0));
                Ask::Compare(ask(query.get(), Month(after.0 - months_back), after))
            },
            |answer| match answer {
                Answer::Compare(view) => Some(*view),
                _ => None,
            },
        )
    };
    let (last, year) = (answer(1), answer(12));
    view! { <ChangedPanel known month last year /> }.into_any()
}

/// The question for two months.
pub fn ask(filter: Query, before: Month, after: Month) -> CompareAsk {
    let days = |month: Month| -> (Day, Day) { (month.first_day(), month.last_day()) };
    CompareAsk { filter, before: days(before), after: days(after) }
}

/// The panel with its two views.
#[component]
pub fn ChangedPanel(
    /// What the rows say of time.
    known: Memo<Option<Known>>,
    /// The month that is compared.
    month: Memo<Option<Month>>,
    /// Against the month before.
    last: View<CompareView>,
    /// Against the same month a year before.
    year: View<CompareView>,
) -> AnyView {
    let scope = Scope::get();
    let hide = Session::get().hide_names();
    let choose = move |event| {
        scope.month.set(event_target_value(&event).parse::<i32>().ok().map(Month));
    };
    let months = move || {
        let Some(known) = known.get() else { return Vec::new() };
        (known.first.month().0..=known.as_of.month().0).rev().map(Month).collect::<Vec<_>>()
    };
    // Whether the rows reach back to a month.
    let reaches = move |months_back: i32| {
        let (Some(known), Some(month)) = (known.get(), month.get()) else { return false };
        known.first.month().0 <= month.0 - months_back
    };
    view! {
        <section id="changed" class="sheet">
            <h2>{words::CHANGED}</h2>
            <p class="inline-form no-print">
                <label for="changed-month">{words::MONTH_OF}</label>
                <select id="changed-month" on:change=choose>
                    {move || months().into_iter().map(|of| view! {
                        <option value=of.0.to_string() selected=month.get() == Some(of)>{numbers::month(of)}</option>
                    }).collect_view()}
                </select>
            </p>
            {move || if reaches(1) {
                last.get().map(|view| one(&view, hide.get()).into_any())
            } else {
                Some(view! { <p class="soft">{words::NO_MONTH_BEFORE}</p> }.into_any())
            }}
            {move || if reaches(12) {
                year.get().map(|view| one(&view, hide.get()).into_any())
            } else {
                Some(view! { <p class="soft">{words::NO_YEAR_BEFORE}</p> }.into_any())
            }}
        </section>
    }
    .into_any()
}

/// One comparison.
fn one(view: &CompareView, hide: bool) -> impl IntoView + use<> {
    let title = words::against(view.ask.after.0.month(), view.ask.before.0.month());
    let explained = words::explained(view, hide).unwrap_or_else(|| words::NOTHING_CHANGED.to_string());
    view! {
        <div class="change">
            <h3>{title.clone()}</h3>
            <p class="finding">{words::changed(view)} " " {explained}</p>
            <p class="whys">
                <Why subject=format!("{title}, expected") figure=view.expected.clone() text="why that pace?" />
                <Why subject=title figure=view.after.tokens.clone() text="which rows?" />
            </p>
            <div class="pair">
                {changes(Cut::Product, &view.by_product, hide)}
                {changes(Cut::Person, &view.by_person, hide)}
            </div>
        </div>
    }
}

fn changes(cut: Cut, changes: &[ChangeView], hide: bool) -> Option<AnyView> {
    if changes.is_empty() {
        return None;
    }
    let row = |change: &ChangeView| {
        let title = people::who(&change.who, hide, if cut == Cut::Product { page::NO_PRODUCT } else { "" });
        let who: Who = change.who.clone();
        view! {
            <tr>
                <th scope="row" title=title><Narrow cut who hide /></th>
                <td class="n">{numbers::tokens(change.before)}</td>
                <td class="n">{numbers::tokens(change.after)}</td>
                <td class="n">{words::signed(change.after - change.before)}</td>
            </tr>
        }
    };
    let rows = changes.iter().map(row).collect_view();
    let table = view! {
        <TableFrame><table>
            <thead><tr>
                <th scope="col">{words::cut(cut)}</th>
                <th scope="col" class="n">"Before"</th>
                <th scope="col" class="n">"After"</th>
                <th scope="col" class="n">"Change"</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></TableFrame>
    };
    Some(table.into_any())
}
