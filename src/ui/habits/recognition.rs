//! Recognition: who needs few tokens on the days they work, and who came down. Off by one switch.

use crate::session::{Event, Field, Session, View, tokens_field};
use crate::ui::copies::TableFrame;
use crate::ui::figure::AskNumber;
use crate::ui::pager::{PAGE_ROWS, Pager};
use crate::words::{numbers, page, people, team as words};
use engine::desk::{
    Answer, Ask, RecognisedView, RecognitionAsk, RecognitionBy, RecognitionSort, RecognitionView,
};
use engine::plan::{self, Edit};
use engine::usage::Tokens;
use leptos::prelude::*;

/// The panel, following the data.
#[component]
pub fn Recognition() -> AnyView {
    let session = Session::get();
    let wanted = RwSignal::new(RecognitionAsk { count: PAGE_ROWS, ..RecognitionAsk::default() });
    let view = session.view(
        move || Ask::Recognition(wanted.get()),
        |answer| match answer {
            Answer::Recognition(view) => Some(*view),
            _ => None,
        },
    );
    view! { <RecognitionPanel view wanted /> }.into_any()
}

/// The panel.
#[component]
pub fn RecognitionPanel(
    /// The newest answer.
    view: View<RecognitionView>,
    /// The list that is wanted.
    wanted: RwSignal<RecognitionAsk>,
) -> AnyView {
    let session = Session::get();
    let set = session.plan(|plan| plan.recognition.clone());
    let is_on = Memo::new(move |_| set.with(|set| !set.off));
    let change = Change::new(move |set| session.dispatch(Event::Edit(Edit::Recognition(set))));
    let switch = move |event| {
        let off = !event_target_checked(&event);
        change.run(plan::Recognition { off, ..set.get_untracked() });
    };
    view! {
        <section id="recognition" class="sheet">
            <h2>{words::RECOGNITION}</h2>
            <p class="finding">{words::RECOGNITION_NOTE}</p>
            <label class="switch no-print">
                <input id="recognition-on" type="checkbox" prop:checked=is_on on:change=switch />
                {words::COMPARE}
            </label>
            {move || is_on.get().then(|| view! { <List view wanted set change /> })}
        </section>
    }
    .into_any()
}

/// What changes the plan's recognition.
type Change = Callback<plan::Recognition>;

#[component]
fn List(
    view: View<RecognitionView>,
    wanted: RwSignal<RecognitionAsk>,
    set: Memo<plan::Recognition>,
    change: Change,
) -> AnyView {
    let hide = Session::get().hide_names();
    let bad = RwSignal::new(false);
    let take_target = move |event| {
        let target = match tokens_field(&event_target_value(&event)) {
            Field::Empty => None,
            Field::Good(tokens) => Some(tokens),
            Field::Bad(_) => return bad.set(true),
        };
        bad.set(false);
        change.run(plan::Recognition { target_per_day: target, ..set.get_untracked() });
    };
    let take_days = move |event| {
        let days = event_target_value(&event).parse::<i32>().ok().filter(|days| (1..=92).contains(days));
        change.run(plan::Recognition { days_min: days, ..set.get_untracked() });
    };
    let count = move |of: fn(&RecognitionView) -> u64| {
        Signal::derive(move || view.with(|view| view.as_deref().map_or(0, of)))
    };
    let target = move || set.with(|set| set.target_per_day.map(numbers::tokens_exact).unwrap_or_default());
    let has_target =
        Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|view| view.target_per_day.is_some())));
    let by = Memo::new(move |_| wanted.with(|ask| ask.by));
    view! {
        <form class="inline-form no-print" on:submit=|event| event.prevent_default()>
            <span class="field">
                <label for="recognition-by">"Compare"</label>
                <select id="recognition-by" on:change=move |event| {
                    let by = if event_target_value(&event) == "people" { RecognitionBy::Person } else { RecognitionBy::Team };
                    wanted.update(|ask| (ask.by, ask.first) = (by, 0));
                }>
                    <option value="teams">"teams"</option>
                    <option value="people">"people"</option>
                </select>
            </span>
            <span class="field">
                <label for="recognition-sort">"First"</label>
                <select id="recognition-sort" on:change=move |event| {
                    let sort = if event_target_value(&event) == "improved" { RecognitionSort::Improved } else { RecognitionSort::Fewest };
                    wanted.update(|ask| (ask.sort, ask.first) = (sort, 0));
                }>
                    <option value="fewest">"fewest tokens a day"</option>
                    <option value="improved">"came down most"</option>
                </select>
            </span>
            <span class="field">
                <label for="recognition-target">"Target, tokens a day"</label>
                <input id="recognition-target" type="text" inputmode="decimal" autocomplete="off" size="6" aria-invalid=move || bad.get().then_some("true") prop:value=target on:change=take_target />
            </span>
            <span class="field">
                <label for="recognition-days">"Least days"</label>
                <input id="recognition-days" type="number" min="1" max="92" autocomplete="off" prop:value=move || set.with(|set| set.days_min().to_string()) on:change=take_days />
            </span>
        </form>
        {move || view.get().map(|view| view! { <p class="finding" aria-live="polite">{words::recognition(&view, wanted.get())}</p> })}
        <TableFrame label=words::RECOGNITION>
            <table>
                <thead><tr>
                    <th scope="col">{move || words::compared(by.get())}</th>
                    <th scope="col" class="n">"Active days"</th>
                    <th scope="col" class="n">"Tokens a day"</th>
                    <th scope="col" class="n">"Came down by"</th>
                    {move || has_target.get().then(|| view! { <th scope="col">"Target"</th> })}
                </tr></thead>
                <tbody>{move || view.get().map(|view| {
                    let with_target = view.target_per_day.is_some();
                    view.list.iter().cloned().map(|one| row(one, with_target, hide.get())).collect_view()
                })}</tbody>
            </table>
        </TableFrame>
        <Pager
            first=count(|view| view.first)
            shown=count(|view| view.list.len() as u64)
            total=count(|view| view.total)
            turn=move |first| wanted.update(|ask| (ask.first, ask.count) = (first, PAGE_ROWS))
        />
    }
    .into_any()
}

fn row(one: RecognisedView, with_target: bool, hide: bool) -> impl IntoView {
    let name = people::who(&one.who, hide, page::NO_TEAM);
    let down = match one.improvement {
        None => page::UNKNOWN.to_string(),
        Some(Tokens::ZERO) => "no change".to_string(),
        Some(tokens) if tokens.is_positive() => numbers::tokens(tokens),
        Some(tokens) => format!("up by {}", numbers::tokens(Tokens(-tokens.0))),
    };
    let meets = if one.meets_target == Some(true) { "met" } else { "" };
    view! {
        <tr>
            <th scope="row"><span class="clip">{name.clone()}</span></th>
            <td class="n">{numbers::count(u64::from(one.days))}</td>
            <td class="n"><AskNumber subject=format!("{name}, tokens per active day") figure=one.tokens_per_day currency=String::new() /></td>
            <td class="n">{down}</td>
            {with_target.then(|| view! { <td>{meets}</td> })}
        </tr>
    }
}
