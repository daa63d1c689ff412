//! Who has a habit most.

use super::copies::TableFrame;
use super::figure::AskNumber;
use crate::session::Session;
use crate::words::{habits as words, numbers, page, people, plural};
use engine::desk::HabitView;
use leptos::prelude::*;

/// A panel for each habit that anyone has.
#[component]
pub fn HabitPanels() -> impl IntoView {
    let session = Session::get();
    let habits = session.part(|answers| answers.habits.clone());
    let hide = session.hide_names();
    move || {
        let habits = habits.get().unwrap_or_default();
        habits.into_iter().map(|habit| view! { <HabitPanel habit hide=hide.get() /> }).collect_view()
    }
}

#[component]
fn HabitPanel(habit: HabitView, hide: bool) -> AnyView {
    let nobody = habit.people.is_empty();
    let rest = (habit.others > 0).then(|| plural::of(habit.others, "more person", "more people"));
    let subject = words::habit_name(&habit.habit).to_string();
    let none = words::habit_of_nobody(&habit.habit);
    let several = habit.habit == "several_products";
    let (tokens, hint) =
        if several { (words::BESIDE_DEAREST, words::ALL_BUT_DEAREST) } else { (words::TOKENS, "") };
    let rows = habit.people.into_iter().map(|part| {
        let name = people::person(&part.person, hide);
        let detail = people::person_detail(&part.person, hide);
        view! {
            <tr>
                <th scope="row" title=detail><span class="clip">{name.clone()}</span></th>
                <td class="n">{numbers::count(part.days)}</td>
                <td class="n"><AskNumber subject=format!("{subject}, {name}") figure=part.tokens currency=String::new() /></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="sheet">
            <h2>{subject}</h2>
            {if nobody {
                view! { <p class="finding">{none}</p> }.into_any()
            } else {
                view! {
                    <p class="finding">{page::WHO_MOST}</p>
                    <TableFrame><table>
                        <thead><tr>
                            <th scope="col">"Person"</th>
                            <th scope="col" class="n">"Days"</th>
                            <th scope="col" class="n" title=hint>{tokens}</th>
                        </tr></thead>
                        <tbody>
                            {rows}
                            {rest.map(|rest| view! { <tr class="rest"><th scope="row" colspan="3">{rest}</th></tr> })}
                        </tbody>
                    </table></TableFrame>
                }.into_any()
            }}
        </section>
    }
    .into_any()
}
