//! The habits that show: each a sentence, its numbers, and a slider.

use super::chart::chart;
use super::share::Share;
use crate::browser::page as document;
use crate::session::View;
use crate::ui::figure::{AskNumber, Tag};
use crate::words::habits as words;
use engine::desk::{HabitRow, HabitsAsk, HabitsView};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Found(
    /// The newest answer.
    view: View<HabitsView>,
    /// Which parts are wanted.
    wanted: RwSignal<HabitsAsk>,
) -> AnyView {
    let names = Memo::new(move |_| {
        view.with(|view| {
            let rows = view.as_ref().map(|view| view.habits.iter().filter(|row| row.people > 0));
            rows.map(|rows| rows.map(|row| row.habit.clone()).collect::<Vec<String>>()).unwrap_or_default()
        })
    });
    let none = Memo::new(move |_| {
        view.with(|view| {
            let rows = view.as_ref().map(|view| view.habits.iter().filter(|row| row.people == 0));
            rows.map(|rows| rows.map(|row| words::habit_of_nobody(&row.habit)).collect::<Vec<String>>())
                .unwrap_or_default()
        })
    });
    let any = Memo::new(move |_| !names.with(Vec::is_empty) || !none.with(Vec::is_empty));
    view! {
        <section id="habits-found" class="sheet" hidden=move || !any.get()>
            <h2>{words::FOUND}</h2>
            {move || view.get().and_then(|view| chart(&view))}
            // An item stays the same elements while its slider is moved.
            <ul class="habits">
                <For each=move || names.get() key=|name| name.clone() let:name>
                    <Item name view wanted />
                </For>
            </ul>
            {move || (!none.with(Vec::is_empty)).then(|| view! { <p class="soft">{none.get().join(" ")}</p> })}
        </section>
    }
    .into_any()
}

#[component]
fn Item(name: String, view: View<HabitsView>, wanted: RwSignal<HabitsAsk>) -> impl IntoView {
    let named = name.clone();
    let row = Memo::new(move |before: Option<&Option<HabitRow>>| {
        let now = view.with(|view| {
            view.as_ref().and_then(|view| view.habits.iter().find(|row| row.habit == named).cloned())
        });
        // What is gone is taken away by the list a moment later.
        now.or_else(|| before.cloned().flatten())
    });
    let head = Memo::new(move |_| {
        let days = view.with(|view| {
            let window = view.as_ref().and_then(|view| view.window);
            window.map_or(0, |(from, to)| i64::from(from.days_until(to) + 1))
        });
        row.with(|row| {
            row.as_ref().map(|row| (words::row_finding(row, days), words::evidence(&row.evidence)))
        })
    });
    let currency = Memo::new(move |_| {
        view.with(|view| view.as_ref().map(|view| view.currency.clone()).unwrap_or_default())
    });
    let id = format!("habit-{}", words::habit_id(&name));
    let title = words::habit_name(&name).to_string();
    let whose = format!("{}: {}", words::PARTS, title);
    let asked = name.clone();
    let show_parts = move |_| {
        wanted.update(|ask| (ask.habit, ask.first) = (Some(asked.clone()), 0));
        document::scroll_to("habit-parts");
        document::focus("habit-parts-title");
    };
    view! {
        <li id=id>
            <div class="about">
                <h3>
                    {title}" "
                    {move || head.get().map(|(_, (text, hint))| view! { <Tag text hint /> })}
                </h3>
                <p>{move || head.get().map(|(finding, _)| finding)}</p>
                {move || row.get().map(|row| costs(&row, &currency.get()))}
                <button type="button" class="link no-print" aria-label=whose on:click=show_parts>{words::PARTS}</button>
            </div>
            <Share name row currency />
        </li>
    }
}

fn costs(row: &HabitRow, currency: &str) -> impl IntoView + use<> {
    let name = words::habit_name(&row.habit);
    let knows_year = row.tokens_per_year.value.is_some();
    let figure = |what: &str, figure: &engine::desk::Figure| {
        let (subject, figure) = (format!("{name}, {what} a year"), figure.clone());
        view! { <AskNumber subject figure currency=currency.to_string() /> }
    };
    knows_year.then(|| {
        view! {
            <p class="soft">
                "By itself "{figure("charges", &row.charges_per_year)}" charges, "
                {figure("tokens", &row.tokens_per_year)}" tokens, "
                {figure("cost", &row.amount_per_year)}" a year; of that "
                {figure("tokens of its own", &row.own_tokens_per_year)}
                " tokens that no move and no other habit saves already."
            </p>
        }
    })
}
