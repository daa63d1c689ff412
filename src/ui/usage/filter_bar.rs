//! What is shown: the time, and the chips of the filter.

use super::scope::{Known, Period, Scope, TOP_ID};
use crate::session::{PeriodForm, Session};
use crate::words::{people, usage as words};
use leptos::prelude::*;

/// The value of the picker's last choice.
const OWN: &str = "own";

/// The bar.
#[component]
pub fn FilterBar(
    /// What the rows and the plan say of time.
    known: Memo<Option<Known>>,
) -> AnyView {
    view! {
        <section class="sheet filter-bar" aria-labelledby=TOP_ID>
            <h2 id=TOP_ID tabindex="-1">{words::WHAT_IS_SHOWN}</h2>
            <PeriodPicker known />
            <Chips />
        </section>
    }
    .into_any()
}

/// Times by name, and two days.
#[component]
fn PeriodPicker(known: Memo<Option<Known>>) -> AnyView {
    let scope = Scope::get();
    let has_term = Memo::new(move |_| known.get().is_some_and(|known| known.term != (None, None)));
    let place = move || Period::NAMED.iter().position(|named| *named == scope.period.get());
    let choose = move |event| {
        let chosen = event_target_value(&event).parse::<usize>().ok();
        match chosen.and_then(|index| Period::NAMED.get(index)) {
            Some(period) => scope.show_period(*period),
            None => {
                let (from, to) = days(known, scope.period.get_untracked());
                scope.show_period(Period::Own(from, to));
            }
        }
    };
    let names = Period::NAMED.into_iter().enumerate().map(|(index, period)| {
        view! {
            <option
                value=index.to_string()
                prop:selected=move || place() == Some(index)
                disabled=move || period == Period::Term && !has_term.get()
            >
                {words::PERIODS[index]}
            </option>
        }
    });
    let names = names.collect_view();
    let form = Memo::new(move |_| {
        scope.own.get().unwrap_or_else(|| {
            let (from, to) = days(known, scope.period.get());
            let text = |day: Option<engine::usage::Day>| day.map(|day| day.to_string()).unwrap_or_default();
            PeriodForm { from: text(from), to: text(to) }
        })
    });
    let problem = move || form.get().days().err();
    let typed = move |change: fn(&mut PeriodForm, String), text: String| {
        let mut typed = form.get_untracked();
        change(&mut typed, text);
        match typed.days() {
            Ok((from, to)) => scope.show_period(Period::Own(from, to)),
            // It stays as typed, with what is wrong beside it.
            Err(_) => scope.own.set(Some(typed)),
        }
    };
    view! {
        <div class="inline-form no-print">
            <span class="field">
                <label for="usage-period">{words::PERIOD}</label>
                <select id="usage-period" on:change=choose>
                    {names}
                    <option value=OWN prop:selected=move || place().is_none()>{words::PERIODS[6]}</option>
                </select>
            </span>
            <span class="field">
                <label for="usage-from">{words::FROM}</label>
                <input id="usage-from" type="date" prop:value=move || form.get().from
                    on:change=move |event| typed(|form, text| form.from = text, event_target_value(&event)) />
            </span>
            <span class="field">
                <label for="usage-to">{words::TO}</label>
                <input id="usage-to" type="date" prop:value=move || form.get().to aria-describedby="usage-memo"
                    aria-invalid=move || problem().map(|_| "true")
                    on:change=move |event| typed(|form, text| form.to = text, event_target_value(&event)) />
            </span>
            <small id="usage-memo" class="memo bad" hidden=move || problem().is_none()>{problem}</small>
        </div>
    }
    .into_any()
}

/// First and last day of a period, open ends closed by the rows.
fn days(
    known: Memo<Option<Known>>,
    period: Period,
) -> (Option<engine::usage::Day>, Option<engine::usage::Day>) {
    known.get_untracked().map_or((None, None), |known| {
        let (from, to) = known.days(period);
        (Some(from), Some(to))
    })
}

/// What is filtered by.
#[component]
pub fn Chips() -> AnyView {
    let (scope, session) = (Scope::get(), Session::get());
    let hide = session.hide_names();
    view! {
        <div id="usage-chips">
            {move || {
                let parts = scope.chosen.with(|chosen| chosen.parts());
                if parts.is_empty() {
                    return view! { <p class="soft">{words::NO_FILTER}</p> }.into_any();
                }
                let chips = parts.into_iter().map(|(cut, who)| {
                    let name = people::who(&who, hide.get(), words::unnamed(cut));
                    let remove = words::remove(cut, &name);
                    view! {
                        <li class="chip">
                            <span><span class="soft">{words::cut(cut)}": "</span>{name}</span>
                            <button type="button" aria-label=remove.clone() title=remove on:click=move |_| scope.widen(cut)>"×"</button>
                        </li>
                    }
                });
                view! { <ul class="chips">{chips.collect_view()}</ul> }.into_any()
            }}
        </div>
    }
    .into_any()
}
