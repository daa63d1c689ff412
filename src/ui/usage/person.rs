//! One person's page: days, products, habits, and what the licences say. Shown while the filter names
//! a person; calendar, time and products stand below it, for them alone.

use super::scope::Scope;
use crate::session::{Session, View};
use crate::ui::copies::TableFrame;
use crate::ui::figure::AskNumber;
use crate::words::{numbers, people, usage as words};
use engine::desk::{
    Answer, Ask, HabitView, LicenceRow, LicenceShow, LicenceSort, LicenceVerdict, LicencesAsk, LicencesView,
    PersonView, UsageView,
};
use leptos::prelude::*;
use std::sync::Arc;

/// How many rows are asked for: other people's ids may hold this one's.
const ROWS: u64 = 20;

/// The panel; nothing while no person is chosen.
#[component]
pub fn PersonPage(
    /// The use.
    usage: Memo<Option<Arc<UsageView>>>,
) -> AnyView {
    let scope = Scope::get();
    let person = Memo::new(move |_| scope.chosen.with(|chosen| chosen.person.clone()));
    (move || person.get().map(|person| view! { <Asked person usage /> })).into_any()
}

/// The licence advice is asked for once a person is shown.
#[component]
fn Asked(person: PersonView, usage: Memo<Option<Arc<UsageView>>>) -> AnyView {
    let id = person.id.clone();
    let licences = Session::get().view(
        move || {
            let (sort, show) = (LicenceSort::Name, LicenceShow::Everyone);
            Ask::Licences(LicencesAsk { first: 0, count: ROWS, sort, show, find: id.clone() })
        },
        |answer| match answer {
            Answer::Licences(view) => Some(*view),
            _ => None,
        },
    );
    view! { <PersonPanel person usage licences /> }.into_any()
}

/// The panel.
#[component]
pub fn PersonPanel(
    /// Who.
    person: PersonView,
    /// Their use.
    usage: Memo<Option<Arc<UsageView>>>,
    /// The licences, with their row.
    licences: View<LicencesView>,
) -> AnyView {
    let session = Session::get();
    let (currency, hide) = (session.currency(), session.hide_names());
    let habits = session.part(|answers| answers.habits.clone());
    let name = {
        let person = person.clone();
        move || people::person(&person, hide.get())
    };
    let id = person.id.clone();
    let row = move || {
        licences.get().and_then(|view| view.rows.rows.iter().find(|row| row.person.id == id).cloned())
    };
    let of_habits = person.id;
    view! {
        <section id="person" class="sheet">
            <h2>{name}</h2>
            <p class="finding">{move || usage.get().map(|view| words::person_finding(&view))}</p>
            {move || row().map(|row| advice(row, currency.get()))}
            {move || habits.get().map(|habits| habits_of(&of_habits, &habits))}
        </section>
    }
    .into_any()
}

fn advice(row: LicenceRow, currency: String) -> impl IntoView {
    let money = |figure: &engine::desk::Figure| {
        words::money_in(figure).map_or("unknown".to_string(), |money| numbers::money(money, &currency))
    };
    let flex = money(&row.flex_per_year);
    let sentence = match (&row.mix, row.verdict) {
        (Some(mix), LicenceVerdict::Move | LicenceVerdict::Watch) if row.is_move => {
            let offers = mix.offers.join(" and ");
            let saving = money(&mix.saving_per_year);
            if row.verdict == LicenceVerdict::Move {
                format!("Flex costs {flex} a year here; {offers} would save {saving} a year.")
            } else {
                format!(
                    "Flex costs {flex} a year here; {offers} might save {saving} a year, which is not sure: watch."
                )
            }
        }
        _ => format!("Flex costs {flex} a year here, and no subscription would cost less: stay on Flex."),
    };
    let rows = row.products.into_iter().map(|product| {
        view! {
            <tr>
                <th scope="row">{product.product}</th>
                <td class="n">{numbers::count(product.charge_days_per_year.round().max(0.0) as u64)}</td>
                <td class="n">{numbers::money(product.flex_per_year, &currency)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <p>{sentence} " " <a href="#licences">"All of it under Licences"</a></p>
        <TableFrame><table>
            <thead><tr>
                <th scope="col">"Product"</th>
                <th scope="col" class="n">"Charge days a year"</th>
                <th scope="col" class="n">"Flex a year"</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></TableFrame>
    }
}

/// The habits that list this person.
fn habits_of(id: &str, habits: &[HabitView]) -> impl IntoView + use<> {
    let found = habits.iter().filter_map(|habit| {
        let part = habit.people.iter().find(|part| part.person.id == id)?;
        let name = crate::words::habits::habit_name(&habit.habit).to_string();
        let days = crate::words::plural::days(part.days);
        let figure = part.tokens.clone();
        Some(view! {
            <li>{name.clone()} ": " {days} ", " <AskNumber subject=name figure currency=String::new() /> " tokens"</li>
        })
    });
    let found = found.collect_view();
    view! { <ul class="entries">{found}</ul> }
}
