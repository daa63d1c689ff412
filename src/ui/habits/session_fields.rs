//! One session of the simulator, by fields.

use crate::session::View;
use crate::words::habit_desk as words;
use engine::desk::{SimulateAsk, SimulateView};
use engine::rules::{DrawnSession, SHIPPED_RATES, WEEK_MINUTES};
use leptos::prelude::*;

const DAY: u32 = 24 * 60;

/// The fields, with what became of the session.
#[component]
pub fn SessionFields(
    /// Its place in the week.
    index: usize,
    /// What is drawn.
    wanted: RwSignal<SimulateAsk>,
    /// The newest answer.
    view: View<SimulateView>,
) -> AnyView {
    let gone = || DrawnSession { product: String::new(), start: 0, end: 0, idle: 0 };
    let session = Memo::new(move |before: Option<&DrawnSession>| {
        // What is gone is taken away by the list a moment later.
        wanted.with(|ask| ask.sessions.get(index).cloned()).or(before.cloned()).unwrap_or_else(gone)
    });
    let change = move |then: &dyn Fn(&mut DrawnSession)| {
        wanted.update(|ask| {
            if let Some(session) = ask.sessions.get_mut(index) {
                then(session);
                put_right(session);
            }
        });
    };
    let fate = move || {
        let fate = view.with(|view| view.as_ref().and_then(|view| view.simulation.fates.get(index).copied()));
        fate.map(|fate| format!(": {}", words::fate(fate)))
    };
    let number = index + 1;
    let take_idle = move |event| {
        if let Ok(idle) = event_target_value(&event).parse::<u32>() {
            change(&|session| session.idle = idle);
        }
    };
    let remove = move |_| {
        wanted.update(|ask| {
            if index < ask.sessions.len() {
                ask.sessions.remove(index);
            }
        });
    };
    let id = move |part: &str| format!("session-{index}-{part}");
    let start = Signal::derive(move || session.with(|session| session.start));
    // Midnight at the end of the week belongs to Sunday.
    let end = Signal::derive(move || session.with(|session| session.end.min(WEEK_MINUTES - 1)));
    let goes_idle = Memo::new(move |_| wanted.with(|ask| ask.goes_idle));
    let products = move || {
        let own = session.with(|session| session.product.clone());
        let mut names: Vec<String> = SHIPPED_RATES.iter().map(|(name, _)| (*name).to_string()).collect();
        if !own.is_empty() && !names.contains(&own) {
            names.push(own.clone());
        }
        let option = move |name: String| {
            let (text, selected) = (name.clone(), name == own);
            view! { <option value=name prop:selected=selected>{text}</option> }
        };
        names.into_iter().map(option).collect_view()
    };
    view! {
        <li>
            <fieldset>
                <legend>{format!("Session {number}")}{fate}</legend>
                <div class="inline-form">
                    <Moment id=id("start") label="Opened" at=start take=move |minute| change(&|session| {
                        // Moving its start moves the session.
                        let lasting = session.end.saturating_sub(session.start);
                        (session.start, session.end) = (minute, minute + lasting);
                    }) />
                    <Moment id=id("end") label="Closed" at=end take=move |minute| change(&|session| session.end = minute) />
                    <span class="field">
                        <label for=id("product")>"Product"</label>
                        <select id=id("product") on:change=move |event| { let product = event_target_value(&event); change(&|session| session.product.clone_from(&product)) }>{products}</select>
                    </span>
                    {move || goes_idle.get().then(|| view! {
                        <span class="field">
                            <label for=id("idle")>"Minutes idle at its end"</label>
                            <input id=id("idle") type="number" min="0" max=WEEK_MINUTES.to_string() autocomplete="off"
                                prop:value=move || session.with(|session| session.idle.to_string())
                                on:change=take_idle />
                        </span>
                    })}
                    <button type="button" class="link no-print" aria-label=format!("Remove session {number}") on:click=remove>"Remove"</button>
                </div>
            </fieldset>
        </li>
    }
    .into_any()
}

/// Keeps a session within the week, its end after its start, its idle time within it.
fn put_right(session: &mut DrawnSession) {
    session.start = session.start.min(WEEK_MINUTES - 1);
    session.end = session.end.clamp(session.start + 1, WEEK_MINUTES);
    session.idle = session.idle.min(session.end - session.start);
}

/// A moment of the week: a day and a time.
#[component]
fn Moment(id: String, label: &'static str, at: Signal<u32>, take: impl Fn(u32) + Clone + 'static) -> AnyView {
    let take_day = take.clone();
    let change_day = move |event| {
        if let Ok(day) = event_target_value(&event).parse::<u32>() {
            take_day(day.min(6) * DAY + at.get_untracked() % DAY);
        }
    };
    let change_time = move |event| {
        if let Some(minute) = minute_of(&event_target_value(&event)) {
            take(at.get_untracked() / DAY * DAY + minute);
        }
    };
    let days = words::WEEKDAYS.into_iter().zip(0_u32..).map(|(name, day)| {
        view! { <option value=day.to_string() prop:selected=move || at.get() / DAY == day>{name}</option> }
    });
    let days = days.collect_view();
    let time_label = format!("{label} at");
    view! {
        <span class="field">
            <label for=id.clone()>{label}</label>
            <select id=id.clone() on:change=change_day>{days}</select>
            <input id=format!("{id}-time") type="time" aria-label=time_label autocomplete="off" prop:value=move || words::clock(at.get())
                on:change=change_time />
        </span>
    }
    .into_any()
}

/// The minute of an `<input type=time>`: `09:30`.
fn minute_of(text: &str) -> Option<u32> {
    let (hours, rest) = text.split_once(':')?;
    let minutes = rest.get(..2)?;
    Some((hours.parse::<u32>().ok()? * 60 + minutes.parse::<u32>().ok()?).min(DAY - 1))
}
