//! One person of the list: a line, and what opens under it.

use super::days_bar::DaysBar;
use super::decide::{edit, toggle};
use super::own_mix::OwnMix;
use crate::session::{Session, View};
use crate::ui::consumers::amount;
use crate::ui::copies::TableFrame;
use crate::ui::figure::{AskNumber, Tag};
use crate::words::{licences as words, numbers, people, plural};
use engine::desk::{LicenceRow, LicencesView};
use engine::plan::LicenceEdit;
use leptos::prelude::*;

/// The rows of one person, a body of their own. The buttons stay the same elements when answers
/// come, so that the focus stays where it is.
#[component]
pub fn PersonRow(
    /// The newest answer.
    view: View<LicencesView>,
    /// The person as they were when listed.
    first: LicenceRow,
    /// Whose details are open, by id.
    open: RwSignal<Option<String>>,
) -> AnyView {
    let session = Session::get();
    let hide = session.hide_names();
    let id = StoredValue::new(first.person.id.clone());
    let number = first.person.number;
    let row = Memo::new(move |before: Option<&LicenceRow>| {
        let now = view.with(|view| {
            let rows = view.as_ref().map(|view| &view.rows.rows)?;
            id.with_value(|id| rows.iter().find(|row| row.person.id == *id).cloned())
        });
        now.or(before.cloned()).unwrap_or_else(|| first.clone())
    });
    let currency = session.currency();
    let heavy = Signal::derive(move || view.with(|view| view.as_ref().map_or(100, |view| view.heavy_days)));
    let name = Memo::new(move |_| row.with(|row| people::person(&row.person, hide.get())));
    let is_open = Memo::new(move |_| open.with(|open| id.with_value(|id| open.as_ref() == Some(id))));
    let decided = Memo::new(move |_| row.with(|row| row.accepted.is_some() || row.declined));
    let can_decide =
        Memo::new(move |_| row.with(|row| row.is_move || row.accepted.is_some() || row.declined));
    let details = format!("person-{number}-details");
    let controls = details.clone();
    view! {
        <tbody class="person" class:decided=decided>
            <tr>
                {move || line(row.get(), name.get(), currency.get(), heavy.get(), number)}
                <td class="keep no-print">
                    <button type="button" id=format!("decide-{number}") hidden=move || !can_decide.get()
                        aria-label=move || row.with(|row| words::decide_label(&name.get(), row))
                        on:click=move |_| row.with_untracked(|row| toggle(session, row))>
                        {move || if decided.get() { "Take back" } else { "Accept" }}
                    </button>" "
                    <button type="button" class="link" aria-expanded=move || is_open.get().to_string() aria-controls=controls
                        aria-label=move || format!("More about {}", name.get())
                        on:click=move |_| {
                            let id = id.get_value();
                            open.update(|open| *open = if open.as_ref() == Some(&id) { None } else { Some(id) });
                        }>
                        "more"
                    </button>
                </td>
            </tr>
            <tr id=details hidden=move || !is_open.get()>
                <td colspan="7">
                    {move || is_open.get().then(|| view! { <Details row view currency heavy number /> })}
                </td>
            </tr>
        </tbody>
    }
    .into_any()
}

fn line(row: LicenceRow, name: String, currency: String, heavy: i32, number: u32) -> impl IntoView {
    let flags = row.flags.iter().map(|flag| {
        let (text, hint) = words::flag(*flag, heavy);
        view! { <span class="tag" title=hint>{text}</span>" " }
    });
    let flags = flags.collect_view();
    let subject = name.clone();
    let state = match (&row.accepted, row.declined) {
        (Some(accepted), _) => Some(format!("accepted: {}", words::mix(&accepted.offers))),
        (None, true) => Some("declined".to_string()),
        _ => None,
    };
    let days = match row.mix.clone() {
        Some(mix) => view! {
            <DaysBar mix=mix.clone() id=format!("days-{number}") />
            <AskNumber subject=format!("{name}: charge days a year") figure=mix.charge_days_per_year currency=String::new() />
        }
        .into_any(),
        None => view! { <small class="soft">{words::NO_OFFER}</small> }.into_any(),
    };
    let saving = row.mix.clone().filter(|_| row.is_move).map(|mix| {
        view! { <AskNumber subject=format!("{subject}: saved a year") figure=mix.saving_per_year currency=currency.clone() /> }
    });
    let cheapest = match (&row.mix, row.is_move) {
        (_, false) => words::mix(&[]),
        (Some(mix), true) => words::mix(&mix.offers),
        (None, true) => words::NO_OFFER.to_string(),
    };
    view! {
        <th scope="row">
            <span class="clip" title=people::person_detail(&row.person, false).filter(|_| name == row.person.name)>{name.clone()}</span>
            {row.pinned.then(|| view! { <Tag text="pinned" hint="Kept at the top of the list" /> })}
            {flags}
        </th>
        <td class="days">{days}</td>
        <td class="n"><AskNumber subject=format!("{name}: Flex a year") figure=row.flex_per_year.clone() currency=currency.clone() /></td>
        <td>{cheapest}{state.map(|state| view! { <br /><small class="soft">{state}</small> })}</td>
        <td class="n">{saving}</td>
        <td class="keep">
            {words::verdict(row.verdict)}
            {row.chance.clone().map(|chance| view! { " " <AskNumber subject=format!("{name}: chance that it pays") figure=chance currency=String::new() /> })}
            {row.when.map(|when| view! { <br /><small class="soft">{words::when_short(when)}</small> })}
        </td>
    }
}

/// What opens under a line: products, why the rule of thumb disagrees, and every decision there is.
#[component]
fn Details(
    row: Memo<LicenceRow>,
    view: View<LicencesView>,
    currency: Memo<String>,
    heavy: Signal<i32>,
    number: u32,
) -> AnyView {
    let session = Session::get();
    let pinned = Memo::new(move |_| row.with(|row| row.pinned));
    let can_decline =
        Memo::new(move |_| row.with(|row| row.is_move && row.accepted.is_none() && !row.declined));
    let user = StoredValue::new(row.with_untracked(|row| row.person.id.clone()));
    let note = Memo::new(move |_| row.with(|row| row.note.clone()));
    let note_id = format!("note-{number}");
    view! {
        <div class="details">
            {move || about(row.get(), currency.get(), heavy.get())}
            <div class="inline-form no-print">
                <button type="button" hidden=move || !can_decline.get() on:click=move |_| edit(session, LicenceEdit::Decline { user: user.get_value() })>"Decline"</button>
                <button type="button" on:click=move |_| edit(session, LicenceEdit::Pin { user: user.get_value(), pinned: !pinned.get_untracked() })>
                    {move || if pinned.get() { "Unpin" } else { "Pin to the top" }}
                </button>
                <span class="field">
                    <label for=note_id.clone()>"Note"</label>
                    <input id=note_id type="text" autocomplete="off" prop:value=note
                        on:change=move |event| edit(session, LicenceEdit::Note { user: user.get_value(), note: event_target_value(&event) }) />
                </span>
            </div>
            <OwnMix row view number />
        </div>
    }
    .into_any()
}

fn about(row: LicenceRow, currency: String, heavy: i32) -> impl IntoView {
    let products = row.products.iter().map(|product| {
        let pays = product
            .break_even_days
            .iter()
            .map(|(offer, days)| format!("{offer}: from {} on", plural::days(days.ceil().max(0.0) as u64)))
            .collect::<Vec<_>>()
            .join("; ");
        view! {
            <tr>
                <th scope="row">{product.product.clone()}</th>
                <td class="n">{numbers::count(product.charge_days_per_year.round() as u64)}</td>
                <td class="n">{amount(Some(product.flex_per_year), &currency)}</td>
                <td>{if pays.is_empty() { words::NO_OFFER.to_string() } else { pays }}</td>
                <td>{product.disagreement.map(|of| words::disagreement(of, heavy))}</td>
            </tr>
        }
    });
    let products = products.collect_view();
    let mix = row.mix.clone().map(|mix| {
        let range = mix.saving_range.filter(|(low, high)| low != high).map(|(low, high)| {
            format!(
                " Four of five drawn years save between {} and {}.",
                numbers::money(low, &currency),
                numbers::money(high, &currency)
            )
        });
        let sum = format!(
            "{}: seats {} + Flex that stays {} = {} a year.",
            words::mix(&mix.offers),
            numbers::money(mix.subscriptions_per_year, &currency),
            numbers::money(mix.flex_left_per_year, &currency),
            numbers::money(words::money_in(&mix.cost_per_year), &currency),
        );
        view! { <p>{words::days_against(&mix)}". "{sum}{range}</p> }
    });
    let pace = row.run_rate_per_year.clone().map(|figure| {
        view! { <p>"At their own pace "<AskNumber subject="A year at their own pace".to_string() figure currency=currency.clone() />" a year: they were not there for all of the time."</p> }
    });
    let best_day =
        row.best_day.map(|day| view! { <p>{format!("Best day for the move: {}.", numbers::day(day))}</p> });
    let held = (!row.held.is_empty())
        .then(|| view! { <p>{format!("Has a seat of {} already.", row.held.join(", "))}</p> });
    view! {
        {mix}{pace}{best_day}{held}
        <TableFrame><table>
            <thead><tr><th scope="col">"Product"</th><th scope="col" class="n">"Days a year"</th><th scope="col" class="n">"Flex a year"</th><th scope="col">"A seat of this alone pays"</th><th scope="col">"Rule of thumb"</th></tr></thead>
            <tbody>{products}</tbody>
        </table></TableFrame>
    }
}
