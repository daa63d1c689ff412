//! The list: each row a person, with what they cost, what would be cheapest, and what to decide.

use super::person::PersonRow;
use crate::session::View;
use crate::ui::copies::TableFrame;
use crate::ui::pager::{PAGE_ROWS, Pager};
use crate::words::licences as words;
use engine::desk::{LicenceFlag, LicenceShow, LicenceSort, LicenceVerdict, LicencesAsk, LicencesView};
use leptos::prelude::*;

/// The orders of the list, by what stands in the address of a choice.
const SORTS: [(&str, LicenceSort); 5] = [
    ("saving", LicenceSort::Saving),
    ("Flex cost", LicenceSort::FlexCost),
    ("charge days", LicenceSort::ChargeDays),
    ("chance", LicenceSort::Chance),
    ("name", LicenceSort::Name),
];

/// Which people can be listed.
const SHOWN: [(&str, LicenceShow); 11] = [
    ("everyone", LicenceShow::Everyone),
    ("whom a seat would save money", LicenceShow::Moves),
    ("move now", LicenceShow::Verdict(LicenceVerdict::Move)),
    ("watch", LicenceShow::Verdict(LicenceVerdict::Watch)),
    ("accepted", LicenceShow::Accepted),
    ("declined", LicenceShow::Declined),
    ("not decided", LicenceShow::Open),
    ("heavy", LicenceShow::Flagged(LicenceFlag::Heavy)),
    ("joined", LicenceShow::Flagged(LicenceFlag::Joiner)),
    ("left", LicenceShow::Flagged(LicenceFlag::Leaver)),
    ("seasonal", LicenceShow::Flagged(LicenceFlag::Seasonal)),
];

/// The panel.
#[component]
pub fn People(
    /// The newest answer.
    view: View<LicencesView>,
    /// Which rows are wanted.
    wanted: RwSignal<LicencesAsk>,
) -> AnyView {
    let open = RwSignal::new(None::<String>);
    let rows = Memo::new(move |_| {
        view.with(|view| view.as_ref().map(|view| view.rows.rows.clone()).unwrap_or_default())
    });
    let count = move |of: fn(&LicencesView) -> u64| {
        Signal::derive(move || view.with(|view| view.as_deref().map_or(0, of)))
    };
    let total = count(|view| view.rows.total);
    view! {
        <section id="licence-people" class="sheet">
            <h2>{words::PEOPLE}</h2>
            <form class="inline-form no-print" on:submit=|event| event.prevent_default()>
                <span class="field">
                    <label for="licence-show">"Show"</label>
                    <select id="licence-show" on:change=move |event| choose(&event_target_value(&event), &SHOWN, |show| wanted.update(|ask| (ask.show, ask.first) = (show, 0)))>
                        {SHOWN.map(|(name, _)| view! { <option value=name>{name}</option> })}
                    </select>
                </span>
                <span class="field">
                    <label for="licence-sort">"Sort by"</label>
                    <select id="licence-sort" on:change=move |event| choose(&event_target_value(&event), &SORTS, |sort| wanted.update(|ask| (ask.sort, ask.first) = (sort, 0)))>
                        {SORTS.map(|(name, _)| view! { <option value=name>{name}</option> })}
                    </select>
                </span>
                <span class="field">
                    <label for="licence-find">"Find"</label>
                    <input id="licence-find" type="text" autocomplete="off" on:input=move |event| {
                        let find = event_target_value(&event);
                        wanted.update(|ask| (ask.find, ask.first) = (find, 0));
                    } />
                </span>
            </form>
            <TableFrame label=words::PEOPLE>
                <table class="wide-table" aria-rowcount=move || (total.get() + 1).to_string()>
                    <thead>
                        <tr aria-rowindex="1">
                            <th scope="col">"Person"</th>
                            <th scope="col">"Days a year"</th>
                            <th scope="col" class="n">"Flex a year"</th>
                            <th scope="col">"Cheapest"</th>
                            <th scope="col" class="n">"Saves a year"</th>
                            <th scope="col">"How sure"</th>
                            <th scope="col"><span class="visually-hidden">"Decide"</span></th>
                        </tr>
                    </thead>
                    <For each=move || rows.get() key=|row| row.person.id.clone() let:row>
                        <PersonRow view first=row open />
                    </For>
                </table>
            </TableFrame>
            {move || (total.get() == 0).then(|| view! { <p class="soft">"Nobody to list here."</p> })}
            <Pager
                first=count(|view| view.rows.first)
                shown=count(|view| view.rows.rows.len() as u64)
                total
                turn=move |first| wanted.update(|ask| (ask.first, ask.count) = (first, PAGE_ROWS))
            />
        </section>
    }
    .into_any()
}

fn choose<T: Copy>(name: &str, of: &[(&str, T)], then: impl FnOnce(T)) {
    if let Some((_, chosen)) = of.iter().find(|(known, _)| *known == name) {
        then(*chosen);
    }
}
