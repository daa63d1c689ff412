//! The charge simulator: a week of one person by fields, as a picture and told as text.

use super::session_fields::SessionFields;
use crate::chart::{self, Role, Span, WeekModel};
use crate::session::{Session, View};
use crate::ui::picture::{ChartFigure, Drawing};
use crate::ui::switch::Switch;
use crate::words::habit_desk as words;
use engine::desk::{Answer, Ask, SimulateAsk, SimulateView};
use engine::rules::{DrawnSession, Preset, SIMULATED_SESSIONS_MAX, WEEK_MINUTES, presets};
use leptos::prelude::*;

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// What is drawn, and its newest answer.
#[component]
pub fn Simulator() -> AnyView {
    let session = Session::get();
    let wanted = RwSignal::new(presets().first().map(begun).unwrap_or_default());
    let view = session.view(
        move || Ask::Simulate(wanted.get()),
        |answer| match answer {
            Answer::Simulate(view) => Some(*view),
            _ => None,
        },
    );
    view! { <SimulatorPanel view wanted /> }.into_any()
}

fn begun(preset: &Preset) -> SimulateAsk {
    SimulateAsk { sessions: preset.sessions.clone(), goes_idle: preset.goes_idle }
}

/// The panel.
#[component]
pub fn SimulatorPanel(
    /// The newest answer.
    view: View<SimulateView>,
    /// What is drawn.
    wanted: RwSignal<SimulateAsk>,
) -> AnyView {
    let count = Memo::new(move |_| wanted.with(|ask| ask.sessions.len()));
    let full = move || count.get() >= SIMULATED_SESSIONS_MAX;
    let choose = move |event| {
        let name = event_target_value(&event);
        if let Some(preset) = presets().iter().find(|preset| preset.name == name) {
            wanted.set(begun(preset));
        }
    };
    let add = move |_| wanted.update(|ask| ask.sessions.push(next(&ask.sessions)));
    let options = presets().into_iter().map(|preset| {
        let title = words::preset(&preset.name).to_string();
        view! { <option value=preset.name>{title}</option> }
    });
    let options = options.collect_view();
    view! {
        <section id="simulator" class="sheet">
            <h2>{words::SIMULATOR}</h2>
            <p class="finding">{words::SIMULATOR_NOTE}</p>
            <form class="inline-form no-print" on:submit=|event| event.prevent_default()>
                <span class="field">
                    <label for="simulator-preset">"Begin with"</label>
                    <select id="simulator-preset" on:change=choose>{options}</select>
                </span>
                <Switch
                    id="simulator-idle"
                    label="The versions go idle after 15 minutes without input"
                    on=Signal::derive(move || wanted.with(|ask| ask.goes_idle))
                    set=move |idle| wanted.update(|ask| ask.goes_idle = idle)
                />
            </form>
            <div id="simulator-week">{move || view.get().map(|view| drawn(&wanted.get_untracked(), &view))}</div>
            <div class="columns even">
                <div>
                    <h3>"Sessions"</h3>
                    // A session stays the same fields while they are filled.
                    <ol class="sessions">
                        <For each=move || 0..count.get() key=|index| *index let:index>
                            <SessionFields index wanted view />
                        </For>
                    </ol>
                    <p class="buttons no-print">
                        <button type="button" id="add-session" disabled=full on:click=add>"Add a session"</button>
                        <button type="button" id="clear-sessions" disabled=move || count.get() == 0 on:click=move |_| wanted.update(|ask| ask.sessions.clear())>"Remove all"</button>
                    </p>
                </div>
                <div>
                    <h3>"Charges"</h3>
                    <p id="simulator-total" aria-live="polite"><b>{move || view.get().map(|view| words::week(&view))}</b></p>
                    <ol id="simulator-charges" class="numbered">{move || view.get().map(|view| told(&view))}</ol>
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// The session that *add* adds: a working day of the same product, the day after the last one begun.
fn next(sessions: &[DrawnSession]) -> DrawnSession {
    let last = sessions.iter().max_by_key(|session| session.start);
    let day = last.map_or(0, |last| (last.start / DAY + 1) % 7);
    let product = last.map_or("AutoCAD".to_string(), |last| last.product.clone());
    DrawnSession { product, start: day * DAY + 9 * HOUR, end: day * DAY + 17 * HOUR, idle: 0 }
}

fn told(view: &SimulateView) -> impl IntoView + use<> {
    let charges = view.simulation.charges.iter().enumerate();
    let lines = charges.map(|(place, charge)| {
        let tokens = view.tokens.get(place).copied().flatten();
        view! { <li>{words::charge(charge, tokens)}</li> }
    });
    lines.collect_view()
}

fn drawn(ask: &SimulateAsk, view: &SimulateView) -> impl IntoView + use<> {
    let (model, products) = week_model(ask, view);
    let caption = words::week(view);
    let description = words::week_description(view);
    let drawing =
        Drawing::new("week-chart", caption.clone(), caption, move |picture| chart::week(&model, picture))
            .described(description)
            .key(true, Role::FanOuter, "window of 24 hours")
            .key(true, Role::Bar, "in use")
            .key(true, Role::Lapse, "idle")
            .key(true, Role::Need, "charge");
    let lanes = (products.len() > 1).then(|| words::lanes(&products));
    view! {
        <ChartFigure drawing>
            {lanes.map(|lanes| view! { <p class="soft">{lanes}</p> })}
        </ChartFigure>
    }
}

/// The picture of a week, and the products of its lanes from top to bottom.
pub fn week_model(ask: &SimulateAsk, view: &SimulateView) -> (WeekModel, Vec<String>) {
    let mut products: Vec<String> = Vec::new();
    for session in &ask.sessions {
        if !products.contains(&session.product) {
            products.push(session.product.clone());
        }
    }
    let lane = |product: &str| products.iter().position(|known| known == product).unwrap_or_default();
    let charges = &view.simulation.charges;
    let window = |charge: &engine::rules::DrawnCharge| Span {
        lane: lane(&charge.product),
        start: charge.opened,
        end: charge.ends,
    };
    let idle_from = |session: &DrawnSession| session.end.saturating_sub(session.idle).max(session.start);
    let of = |session: &DrawnSession, start, end| Span { lane: lane(&session.product), start, end };
    let model = WeekModel {
        lanes: products.len(),
        windows: charges.iter().map(window).collect(),
        used: ask.sessions.iter().map(|s| of(s, s.start, idle_from(s))).collect(),
        idle: ask.sessions.iter().map(|s| of(s, idle_from(s), s.end)).collect(),
        charges: charges
            .iter()
            .enumerate()
            .map(|(place, charge)| (lane(&charge.product), charge.opened, (place + 1).to_string()))
            .collect(),
        days: words::WEEKDAYS,
    };
    debug_assert!(model.windows.iter().all(|span| span.start <= WEEK_MINUTES));
    (model, products)
}
