//! The Habits place over answers of the real desk.

use crate::support::{element, example, example_desk, golden, rendered, text};
use engine::desk::{
    Answer, Ask, CalculateAsk, CalculateView, Desk, ForecastAsk, ForecastView, HabitBy, HabitsAsk,
    HabitsLimit, HabitsView, SimulateAsk, SimulateView,
};
use engine::plan::{Edit, Plan};
use engine::rules::{Calculator, DrawnSession, presets};
use flexgauge::chart::{self, Ink, PartBar, Picture, Size};
use flexgauge::session::{Event, View};
use flexgauge::ui::habits::{CALCULATORS, CalculatorPanel, Habits, SimulatorPanel, week_model};
use flexgauge::words::habits as words;
use leptos::prelude::*;
use std::sync::Arc;

fn plan_with(shares: &[(&str, f64)]) -> Plan {
    shares.iter().fold(engine::example::plan(), |plan, (habit, share)| {
        plan.with(&Edit::HabitShare { habit: (*habit).to_string(), share: *share })
    })
}

fn view_of(desk: &mut Desk, ask: HabitsAsk) -> HabitsView {
    match desk.answer(Ask::Habits(HabitsAsk { count: 50, ..ask })) {
        Answer::Habits(view) => *view,
        other => panic!("expected habits, got {other:?}"),
    }
}

fn forecast_of(desk: &mut Desk) -> ForecastView {
    match desk.answer(Ask::Forecast(ForecastAsk::default())) {
        Answer::Forecast(view) => *view,
        other => panic!("expected a forecast, got {other:?}"),
    }
}

fn place(shares: &[(&str, f64)], ask: HabitsAsk, hide: bool) -> String {
    let plan = plan_with(shares);
    let mut desk = example_desk(plan.clone());
    let (view, forecast) = (view_of(&mut desk, ask.clone()), forecast_of(&mut desk));
    let mut state = example();
    state.on(Event::Edit(Edit::Whole(Box::new(plan))));
    state.on(Event::HideNames(hide));
    rendered(state, |_| {
        let view: View<HabitsView> = RwSignal::new(Some(Arc::new(view)));
        let forecast: View<ForecastView> = RwSignal::new(Some(Arc::new(forecast)));
        view! { <Habits view forecast wanted=RwSignal::new(ask) /> }
    })
}

#[test]
fn what_cannot_be_told_comes_first() {
    let html = place(&[], HabitsAsk::default(), false);
    let limits = text(&element(&html, "habit-limits"));
    assert!(limits.starts_with("Your rows are days without times"), "{limits}");
    assert!(html.find("habit-limits") < html.find("habits-headline"));
    for limit in [
        HabitsLimit::NoUse,
        HabitsLimit::OnlySums,
        HabitsLimit::NoPersons,
        HabitsLimit::TimesInPart,
        HabitsLimit::NoIdleTimes,
        HabitsLimit::NoSeats,
        HabitsLimit::NoVersions,
        HabitsLimit::TooFewDays,
        HabitsLimit::NoTokenPrice,
    ] {
        assert!(words::limit(limit).ends_with('.'), "{limit:?}");
    }
}

#[test]
fn at_nothing_it_says_what_hangs_on_habits() {
    let html = place(&[], HabitsAsk::default(), false);
    let headline = text(&element(&html, "habits-headline"));
    assert!(headline.contains("tokens a year hang on habits, each charge counted once."), "{headline}");
    assert!(headline.contains("No change is set yet"), "{headline}");
    let several = text(&element(&html, "habit-several-products"));
    for said in ["inferred", "charged for several products on the same day", "Saves nothing at 0"] {
        assert!(several.contains(said), "{said}: {several}");
    }
    assert!(element(&html, "habits-found").contains("id=\"habits-chart-wide-title\""));
}

#[test]
fn a_share_saves_and_moves_the_run_out() {
    let html = place(&[("several_products", 1.0)], HabitsAsk::default(), false);
    let headline = text(&element(&html, "habits-headline"));
    assert!(headline.contains("The changes you set save"), "{headline}");
    assert!(headline.contains("run out on"), "{headline}");
    let item = element(&html, "habit-several-products");
    assert!(text(&item).contains("Saves"), "{item}");
    let slider = &item[item.find("type=\"range\"").expect("a slider")..];
    assert!(item.contains("aria-valuetext=\"100\u{202f}%, Saves"), "{slider}");
}

#[test]
fn parts_are_cut_and_hide_names() {
    let several = Some("several_products".to_string());
    for (by, head) in [(HabitBy::Person, "Person"), (HabitBy::Team, "Team"), (HabitBy::Product, "Product")] {
        let html = place(&[], HabitsAsk { habit: several.clone(), by, ..HabitsAsk::default() }, true);
        let parts = element(&html, "habit-parts");
        assert!(parts.contains(&format!("<th scope=\"col\">{head}</th>")), "{head}: {parts}");
        assert!(!html.contains("brickline.example"), "{head}");
    }
}

fn calculated(calculator: Calculator, product: &str, people: u32) -> String {
    let mut desk = Desk::new();
    let ask = CalculateAsk {
        calculator,
        product: product.to_string(),
        other: matches!(calculator, Calculator::TwoProducts { .. }).then(|| "Revit".to_string()),
        people,
    };
    let view = match desk.answer(Ask::Calculate(ask.clone())) {
        Answer::Calculate(view) => *view,
        other => panic!("expected a calculation, got {other:?}"),
    };
    text(&rendered(example(), |_| {
        let view: View<CalculateView> = RwSignal::new(Some(Arc::new(view)));
        view! { <CalculatorPanel id="test" view wanted=RwSignal::new(ask) /> }
    }))
}

#[test]
fn calculators_write_their_sums_out() {
    let [minutes, open, two, fewer] = CALCULATORS.map(|(_, calculator)| calculator);
    for (calculator, product, people, said) in [
        (
            minutes,
            "AutoCAD",
            10,
            "10 minutes of AutoCAD on each of 220 days cost 10 people 15,400 tokens, $46,200 a year",
        ),
        (minutes, "AutoCAD", 10, "220 charges × 7 tokens a charge = 1,540 tokens"),
        (minutes, "AutoCAD", 10, "220 charges × 6 tokens a charge = 1,320 tokens"),
        (minutes, "Revit", 1, "The article names no rate of this product."),
        (open, "Revit", 1, "A version that goes idle costs nothing more."),
        (
            two,
            "AutoCAD",
            1,
            "AutoCAD and Revit on one day, where one would do: on 100 days that is 700 tokens",
        ),
        (fewer, "AutoCAD", 1, "5 days a week − 3 days a week = 2 days a week"),
        (fewer, "Nowhere", 1, "The rate of Nowhere is not known"),
    ] {
        let shown = calculated(calculator, product, people);
        assert!(shown.contains(said), "{said}: {shown}");
    }
}

fn simulated(ask: SimulateAsk) -> (SimulateView, String) {
    let view = match Desk::new().answer(Ask::Simulate(ask.clone())) {
        Answer::Simulate(view) => *view,
        other => panic!("expected a week, got {other:?}"),
    };
    let shown = view.clone();
    let html = rendered(example(), |_| {
        let view: View<SimulateView> = RwSignal::new(Some(Arc::new(shown)));
        view! { <SimulatorPanel view wanted=RwSignal::new(ask) /> }
    });
    (view, html)
}

#[test]
fn every_preset_is_drawn_and_told() {
    for preset in presets() {
        let ask = SimulateAsk { sessions: preset.sessions.clone(), goes_idle: preset.goes_idle };
        let (view, html) = simulated(ask.clone());
        let charges = view.simulation.charges.len();
        let told = element(&html, "simulator-charges");
        assert_eq!(told.matches("<li>").count(), charges, "{}", preset.name);
        assert_eq!(html.matches("<fieldset").count(), preset.sessions.len(), "{}", preset.name);
        let (model, products) = week_model(&ask, &view);
        assert_eq!(model.charges.len(), charges);
        assert_eq!(model.lanes, products.len());
        assert!(!flexgauge::words::habit_desk::preset(&preset.name).contains('_'), "{}", preset.name);
    }
}

#[test]
fn a_week_is_told_as_text() {
    let session = |start, end| DrawnSession { product: "AutoCAD".into(), start, end, idle: 0 };
    // Monday 19:00 to Tuesday 20:00: the window ends an hour before the session does.
    let (_, html) = simulated(SimulateAsk { sessions: vec![session(1_140, 2_640)], goes_idle: false });
    let total = text(&element(&html, "simulator-total"));
    assert_eq!(total, "This week: 2 charges, 14 tokens, $42.");
    let told = text(&element(&html, "simulator-charges"));
    assert!(told.contains("Monday 19:00: AutoCAD, launched, with no window open: 7 tokens."), "{told}");
    assert!(told.contains("Tuesday 19:00: AutoCAD, still in use when the window before it ended"), "{told}");
    let (_, html) = simulated(SimulateAsk::default());
    assert!(text(&element(&html, "simulator-total")).contains("No session yet"));
}

#[test]
fn the_pictures() {
    let picture = |size| Picture {
        id: "test",
        title: "A title",
        description: "What it shows",
        ink: Ink::Classes,
        size,
    };
    let bar = |label: &str, size: f64, saved: f64| PartBar {
        label: label.to_string(),
        size_label: format!("{size:.0}"),
        size,
        saved,
    };
    let bars = [bar("Left <open>", 900.0, 450.0), bar("Weekends", 90.0, 0.0)];
    golden("tests/page/goldens/habits-parts.svg", &chart::parts(&bars, &picture(Size::Wide)));
    let two = presets().into_iter().find(|preset| preset.name == "two_products").expect("two products");
    let late = DrawnSession { product: "Revit".to_string(), start: 8_600, end: 10_080, idle: 60 };
    let sessions = two.sessions.into_iter().chain([late]).collect();
    let ask = SimulateAsk { sessions, goes_idle: true };
    let (view, _) = simulated(ask.clone());
    let (model, products) = week_model(&ask, &view);
    assert_eq!(products, ["AutoCAD", "Revit"]);
    golden("tests/page/goldens/week-wide.svg", &chart::week(&model, &picture(Size::Wide)));
    golden("tests/page/goldens/week-narrow.svg", &chart::week(&model, &picture(Size::Narrow)));
}
