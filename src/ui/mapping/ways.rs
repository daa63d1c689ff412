//! How dates, numbers, times and tokens are read, where the columns do not say it themselves.

use crate::session::{RowKind, Session};
use crate::ui::state::Ui;
use crate::words::mapping as words;
use engine::usage::{DayOrder, DecimalMark, MappedRule, Mapping, MonthlyTokens};
use leptos::prelude::*;

const DAYS: [DayOrder; 2] = [DayOrder::DayFirst, DayOrder::MonthFirst];
const NUMBERS: [DecimalMark; 2] = [DecimalMark::Point, DecimalMark::Comma];
const MONTHS: [MonthlyTokens; 2] = [MonthlyTokens::PerMonth, MonthlyTokens::RunningTotal];
const RULES: [Option<MappedRule>; 4] =
    [None, Some(MappedRule::Flex), Some(MappedRule::Eba), Some(MappedRule::AsGiven)];

/// The offsets that are in use somewhere: half hours, and three odd ones.
fn offsets() -> Vec<i32> {
    let mut offsets: Vec<i32> = (-24..=28).map(|halves| halves * 30).chain([345, 525, 765]).collect();
    offsets.sort_unstable();
    offsets
}

/// The choices that such rows need.
#[component]
pub fn Ways(
    /// What the rows are.
    kind: RwSignal<RowKind>,
) -> AnyView {
    view! {
        <div class="fields">
            {move || {
                let kind = kind.get();
                let (has_days, has_tokens) = (kind != RowKind::People, kind != RowKind::People);
                let has_rule = matches!(kind, RowKind::Days | RowKind::Sessions);
                view! {
                    {has_days.then(|| view! { <Way id="map-days" label=words::DATES choices=with_none(&DAYS, words::days) get=|m| place(&DAYS, m.days) set=|m, at| m.days = at.and_then(|at| DAYS.get(at).copied()) /> })}
                    {has_tokens.then(|| view! { <Way id="map-numbers" label=words::NUMBERS choices=with_none(&NUMBERS, words::numbers) get=|m| place(&NUMBERS, m.numbers) set=|m, at| m.numbers = at.and_then(|at| NUMBERS.get(at).copied()) /> })}
                    {(kind == RowKind::Months).then(|| view! { <Way id="map-months" label=words::MONTHS choices=with_none(&MONTHS, words::months) get=|m| place(&MONTHS, m.months) set=|m, at| m.months = at.and_then(|at| MONTHS.get(at).copied()) /> })}
                    {(kind == RowKind::Sessions).then(|| view! { <Way id="map-offset" label=words::OFFSET choices=offsets().into_iter().map(words::offset).collect() get=offset_place set=set_offset /> })}
                    {has_rule.then(|| view! { <Way id="map-rule" label=words::RULE choices=RULES.map(|rule| words::rule(rule).to_string()).to_vec() get=|m| RULES.iter().position(|rule| *rule == m.rule).unwrap_or(0) set=|m, at| m.rule = at.map_or(RULES.first().copied().flatten(), |at| RULES.get(at + 1).copied().flatten()) /> })}
                }
            }}
        </div>
    }
    .into_any()
}

/// The first choice is *as the column shows*; the others stand behind it.
fn with_none<T: Copy>(choices: &[T], words: fn(T) -> &'static str) -> Vec<String> {
    let named = choices.iter().map(|choice| words(*choice));
    std::iter::once(words::AS_COLUMN_SAYS).chain(named).map(str::to_string).collect()
}

fn place<T: PartialEq>(choices: &[T], chosen: Option<T>) -> usize {
    chosen.and_then(|chosen| choices.iter().position(|known| *known == chosen)).map_or(0, |at| at + 1)
}

fn offset_place(mapping: &Mapping) -> usize {
    let minutes = mapping.utc_offset_minutes.unwrap_or(0);
    offsets().iter().position(|known| *known == minutes).unwrap_or(0)
}

fn set_offset(mapping: &mut Mapping, after_first: Option<usize>) {
    let at = after_first.map_or(0, |at| at + 1);
    mapping.utc_offset_minutes = offsets().get(at).copied().filter(|minutes| *minutes != 0);
}

/// One choice. `set` gets the place after the first one; `None` for the first.
#[component]
fn Way(
    id: &'static str,
    label: &'static str,
    choices: Vec<String>,
    get: fn(&Mapping) -> usize,
    set: fn(&mut Mapping, Option<usize>),
) -> AnyView {
    let (session, ui) = (Session::get(), Ui::get());
    let chosen =
        Memo::new(move |_| ui.mapping.with(|view| view.as_ref().map_or(0, |view| get(&view.mapping))));
    let options = choices.into_iter().enumerate().map(|(at, words)| {
        view! { <option value=at.to_string() prop:selected=move || chosen.get() == at>{words}</option> }
    });
    let change = move |event| {
        let at: usize = event_target_value(&event).parse().unwrap_or(0);
        ui.try_mapping(session, |view| {
            let mut mapping = view.mapping.clone();
            set(&mut mapping, at.checked_sub(1));
            mapping
        });
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id on:change=change>{options.collect_view()}</select>
        </div>
    }
    .into_any()
}
