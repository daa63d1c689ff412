//! The lists beside the people: unassign, underused seats, charges beside a seat, seasonal, pools.

use crate::session::{Session, View};
use crate::ui::consumers::amount;
use crate::ui::copies::TableFrame;
use crate::ui::figure::AskNumber;
use crate::words::{licences as words, numbers, people, plural};
use engine::desk::{
    ExportKind, InactiveView, LicencesView, Listed, MisAssignedView, SeasonalView, SharedPoolView,
    UnderusedSeatView,
};
use leptos::prelude::*;

/// All of them; one without entries is not shown.
#[component]
pub fn Lists(
    /// The newest answer.
    view: View<LicencesView>,
) -> impl IntoView {
    let session = Session::get();
    let (currency, hide) = (session.currency(), session.hide_names());
    move || {
        let view = view.get()?;
        let (currency, hide) = (currency.get(), hide.get());
        Some(view! {
            <div class="columns even">
                <div>
                    {inactive(&view.inactive, view.inactive_days, hide)}
                    {seasonal(&view.seasonal, hide)}
                </div>
                <div>
                    {mis_assigned(&view.mis_assigned, &currency, hide)}
                    {underused(&view.underused_seats, &currency, hide)}
                    {view.shared_pool.clone().map(|shared| shared_pool(shared, &currency))}
                    {(!view.knows_seat_use).then(|| view! { <p class="soft note">{words::NO_SEAT_USE}</p> })}
                </div>
            </div>
        })
    }
}

/// One of the lists: a finding, a table, how many more there are, and what can be done with it.
#[component]
fn List(
    id: &'static str,
    title: &'static str,
    /// The finding, a sentence with a number.
    finding: String,
    /// The heads of the columns, and whether each holds numbers.
    heads: &'static [(&'static str, bool)],
    /// The rows.
    rows: AnyView,
    /// How many more there are than listed.
    #[prop(optional)]
    more: u64,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    let heads = heads.iter().map(|(head, number)| view! { <th scope="col" class:n=*number>{*head}</th> });
    let heads = heads.collect_view();
    view! {
        <section id=id class="sheet">
            <h2>{title}</h2>
            <p class="finding">{finding}</p>
            <TableFrame><table>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table></TableFrame>
            {(more > 0).then(|| view! { <p class="soft">{words::and_more(more, children.is_some())}</p> })}
            {children.map(|children| children())}
        </section>
    }
    .into_any()
}

fn inactive(list: &Listed<InactiveView>, days: i32, hide: bool) -> impl IntoView + use<> {
    let session = Session::get();
    let total = list.total;
    let listed = list.listed.len();
    let rows = list.listed.iter().map(|one| {
        let name = people::person(&one.person, hide);
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                <td class="n"><AskNumber subject=format!("{name}: days without a charge") figure=one.days_inactive.clone() currency=String::new() /></td>
                <td>{one.last_charge.map_or("never".to_string(), numbers::day)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view().into_any();
    (total > 0).then(|| view! {
        <List id="unassign" title=words::UNASSIGN heads=&[("Person", false), ("Without", true), ("Last charge", false)] rows more=total.saturating_sub(listed as u64)
            finding=format!("{} had no charge for {days} days or more: take their access to Flex away.", plural::people(total))>
            <p class="buttons no-print">
                <button type="button" id="save-unassign" on:click=move |_| session.export(ExportKind::Unassign)>"Unassign list as CSV"</button>
                <button type="button" on:click=move |_| session.copy_export(ExportKind::UnassignText)>"Copy as text"</button>
            </p>
        </List>
    })
}

fn seasonal(list: &Listed<SeasonalView>, hide: bool) -> impl IntoView + use<> {
    let (total, listed) = (list.total, list.listed.len());
    let rows = list.listed.iter().map(|one| {
        let name = people::person(&one.person, hide);
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                <td>{words::months(&one.months)}</td>
                <td class="n">{format!("{} of {}", one.days_inside, one.days_inside + one.days_outside)}</td>
                <td class="n"><AskNumber subject=format!("{name}: tokens outside these months") figure=one.tokens_outside.clone() currency=String::new() /></td>
            </tr>
        }
    });
    let rows = rows.collect_view().into_any();
    (total > 0).then(|| view! {
        <List id="seasonal" title=words::SEASONAL heads=&[("Person", false), ("Months", false), ("Days in them", true), ("Tokens outside", true)] rows more=total.saturating_sub(listed as u64)
            finding=format!("{} use Flex in a few months only: unassign them outside these.", plural::people(total)) />
    })
}

fn mis_assigned(list: &Listed<MisAssignedView>, currency: &str, hide: bool) -> impl IntoView + use<> {
    let (total, listed) = (list.total, list.listed.len());
    let rows = list.listed.iter().map(|one| {
        let name = people::person(&one.person, hide);
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                <td>{one.held.join(", ")}</td>
                <td class="n">{plural::days(u64::from(one.days))}</td>
                <td class="n"><AskNumber subject=format!("{name}: tokens beside a seat") figure=one.tokens.clone() currency=String::new() /></td>
                <td class="n">{amount(Some(one.flex_per_year), currency)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view().into_any();
    (total > 0).then(|| view! {
        <List id="mis-assigned" title=words::MIS_ASSIGNED heads=&[("Person", false), ("Seat", false), ("Days", true), ("Tokens", true), ("A year", true)] rows more=total.saturating_sub(listed as u64)
            finding=format!("{} were charged for a product they have a seat for: check the assignment and the sign-in.", plural::people(total)) />
    })
}

fn underused(list: &Listed<UnderusedSeatView>, currency: &str, hide: bool) -> impl IntoView + use<> {
    let (total, listed) = (list.total, list.listed.len());
    let rows = list.listed.iter().map(|one| {
        let name = people::person(&one.person, hide);
        let pays = one.break_even_days.map_or("not used".to_string(), |days| format!("{:.0}", days.ceil()));
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                <td>{one.offer.clone()}</td>
                <td class="n">{numbers::count(one.days_per_year.round() as u64)}</td>
                <td class="n">{pays}</td>
                <td class="n"><AskNumber subject=format!("{name}: saved on Flex, a year") figure=one.saving_per_year.clone() currency=currency.to_string() /></td>
                <td>{one.ends.map_or("not known".to_string(), numbers::day)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view().into_any();
    (total > 0).then(|| view! {
        <List id="underused" title=words::UNDERUSED heads=&[("Person", false), ("Seat", false), ("Days a year", true), ("Pays from", true), ("Flex saves", true), ("Seat ends", false)] rows more=total.saturating_sub(listed as u64)
            finding=format!("{} use a seat on fewer days than it needs to pay: let it end and give them Flex.", plural::people(total)) />
    })
}

fn shared_pool(shared: SharedPoolView, currency: &str) -> impl IntoView + use<> {
    let pools = shared.pools.iter().map(|pool| {
        view! {
            <tr>
                <th scope="row">{pool.pool.clone().unwrap_or_else(|| "the common pool".to_string())}</th>
                <td class="n">{numbers::tokens(pool.balance)}</td>
                <td class="n">{numbers::tokens(pool.lapsed)}</td>
                <td class="n">{numbers::tokens(pool.will_lapse)}</td>
            </tr>
        }
    });
    let pools = pools.collect_view();
    let money =
        shared.saves_within_a_year_money.map(|money| format!(" ({})", numbers::money(money, currency)));
    view! {
        <section id="shared-pool" class="sheet">
            <h2>{words::SHARED_POOL}</h2>
            <p class="finding">
                "One pool for all would keep "
                <AskNumber subject=words::SHARED_POOL.to_string() figure=shared.saves_within_a_year currency=String::new() />
                " tokens from lapsing within a year"{money}", and would have kept "
                <AskNumber subject=words::SHARED_POOL.to_string() figure=shared.saved_so_far currency=String::new() />
                " so far."
            </p>
            <TableFrame><table>
                <thead><tr><th scope="col">"Pool"</th><th scope="col" class="n">"Left"</th><th scope="col" class="n">"Lapsed"</th><th scope="col" class="n">"Will lapse"</th></tr></thead>
                <tbody>{pools}</tbody>
            </table></TableFrame>
        </section>
    }
}
