//! Whose a habit is: by person, by team, by product.

use crate::session::{Session, View};
use crate::ui::copies::TableFrame;
use crate::ui::figure::AskNumber;
use crate::ui::pager::{PAGE_ROWS, Pager};
use crate::words::{habits as words, numbers, page, people};
use engine::desk::{HabitBy, HabitPartView, HabitsAsk, HabitsView};
use leptos::prelude::*;

const CUTS: [(&str, HabitBy); 3] =
    [("person", HabitBy::Person), ("team", HabitBy::Team), ("product", HabitBy::Product)];

/// The panel; nothing where no habit shows.
#[component]
pub fn HabitParts(
    /// The newest answer.
    view: View<HabitsView>,
    /// Which parts are wanted.
    wanted: RwSignal<HabitsAsk>,
) -> AnyView {
    let session = Session::get();
    let hide = session.hide_names();
    let names = Memo::new(move |_| {
        view.with(|view| {
            let rows = view.as_ref().map(|view| view.habits.iter().filter(|row| row.people > 0));
            rows.map(|rows| rows.map(|row| row.habit.clone()).collect::<Vec<String>>()).unwrap_or_default()
        })
    });
    let parts = Memo::new(move |_| view.with(|view| view.as_ref().and_then(|view| view.parts.clone())));
    let chosen = Memo::new(move |_| parts.with(|parts| parts.as_ref().map(|parts| parts.habit.clone())));
    let by = Memo::new(move |_| parts.with(|parts| parts.as_ref().map_or(HabitBy::Person, |parts| parts.by)));
    let count = move |of: fn(&engine::desk::HabitParts) -> u64| {
        Signal::derive(move || parts.with(|parts| parts.as_ref().map_or(0, of)))
    };
    let options = move || {
        let option = |name: String| {
            let (value, title) = (name.clone(), words::habit_name(&name).to_string());
            view! { <option value=value prop:selected=move || chosen.get().as_ref() == Some(&name)>{title}</option> }
        };
        names.get().into_iter().map(option).collect_view()
    };
    view! {
        <section id="habit-parts" class="sheet" hidden=move || names.with(Vec::is_empty)>
            <h2 id="habit-parts-title" tabindex="-1">{words::PARTS}</h2>
            <form class="inline-form no-print" on:submit=|event| event.prevent_default()>
                <span class="field">
                    <label for="parts-habit">"Habit"</label>
                    <select id="parts-habit" on:change=move |event| {
                        let habit = event_target_value(&event);
                        wanted.update(|ask| (ask.habit, ask.first) = (Some(habit), 0));
                    }>{options}</select>
                </span>
                <span class="field">
                    <label for="parts-by">"By"</label>
                    <select id="parts-by" on:change=move |event| {
                        let name = event_target_value(&event);
                        if let Some((_, by)) = CUTS.iter().find(|(known, _)| *known == name) {
                            wanted.update(|ask| (ask.by, ask.first) = (*by, 0));
                        }
                    }>
                        {CUTS.map(|(name, _)| view! { <option value=name>{name}</option> })}
                    </select>
                </span>
            </form>
            {move || parts.get().map(|parts| view! { <p class="finding">{words::parts_finding(&parts, hide.get())}</p> })}
            <TableFrame label=words::PARTS>
                <table>
                    <thead><tr>
                        <th scope="col">{move || words::cut(by.get())}</th>
                        {move || (by.get() == HabitBy::Person).then(|| view! { <th scope="col" class="n">"Days"</th> })}
                        <th scope="col" class="n">"Charges"</th>
                        <th scope="col" class="n">"Tokens"</th>
                        <th scope="col" class="n less">"Tokens a year"</th>
                        <th scope="col" class="n">"Share"</th>
                    </tr></thead>
                    <tbody>{move || parts.get().map(|parts| {
                        let habit = words::habit_name(&parts.habit).to_string();
                        parts.parts.into_iter().map(|part| row(part, parts.by, &habit, hide.get())).collect_view()
                    })}</tbody>
                </table>
            </TableFrame>
            <Pager
                first=count(|parts| parts.first)
                shown=count(|parts| parts.parts.len() as u64)
                total=count(|parts| parts.total)
                turn=move |first| wanted.update(|ask| (ask.first, ask.count) = (first, PAGE_ROWS))
            />
        </section>
    }
    .into_any()
}

fn row(part: HabitPartView, by: HabitBy, habit: &str, hide: bool) -> impl IntoView + use<> {
    let unnamed = match by {
        HabitBy::Team => page::NO_TEAM,
        HabitBy::Person | HabitBy::Product => page::NO_PRODUCT,
    };
    let name = people::who(&part.who, hide, unnamed);
    let year = part.tokens_per_year.map_or(page::UNKNOWN.to_string(), numbers::tokens);
    view! {
        <tr>
            <th scope="row"><span class="clip">{name.clone()}</span></th>
            {part.days.filter(|_| by == HabitBy::Person).map(|days| view! { <td class="n">{numbers::count(days)}</td> })}
            <td class="n">{numbers::count(part.charges)}</td>
            <td class="n"><AskNumber subject=format!("{habit}, {name}") figure=part.tokens currency=String::new() /></td>
            <td class="n less">{year}</td>
            <td class="n">{numbers::share_in_column(part.share)}</td>
        </tr>
    }
}
