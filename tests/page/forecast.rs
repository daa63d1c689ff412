//! The Forecast place over answers of the real desk.

use crate::support::{element, example, example_desk, rendered, text};
use engine::desk::{Answer, Ask, ForecastAsk, ForecastView};
use engine::plan::{Pack, Plan};
use flexgauge::session::View;
use flexgauge::ui::forecast::{Forecast, fan_model};
use leptos::prelude::*;
use std::sync::Arc;

fn view_under(plan: Plan) -> ForecastView {
    match example_desk(plan).answer(Ask::Forecast(ForecastAsk::default())) {
        Answer::Forecast(view) => *view,
        other => panic!("expected a forecast, got {other:?}"),
    }
}

fn place(view: ForecastView) -> String {
    rendered(example(), |_| {
        let view: View<ForecastView> = RwSignal::new(Some(Arc::new(view)));
        let wanted = RwSignal::new(ForecastAsk::default());
        view! { <Forecast view wanted /> }
    })
}

#[test]
fn a_date_a_range_a_chance_and_the_proof() {
    let html = place(view_under(engine::example::plan()));
    let answer = text(&element(&html, "forecast-answer"));
    assert!(answer.contains("Empty on ") && answer.contains("renewal."), "{answer}");
    assert!(answer.contains("Eight of ten futures are empty between"), "{answer}");
    assert!(answer.contains("with a chance of"), "{answer}");
    assert!(answer.contains("The last day to order more, 12 Oct 2026, has passed: order now."), "{answer}");
    let proof = text(&element(&html, "backtest"));
    assert!(proof.contains("on average; the range held"), "{proof}");
    assert!(proof.contains("The plain 28-day burn rate on the same days was off by"), "{proof}");
    assert!(text(&element(&html, "tiers")).contains("crossed"));
    assert!(text(&element(&html, "packs")).contains("38,000"));
    assert!(text(&element(&html, "forecast-months")).contains("forecast"));
}

#[test]
fn the_fan_widens_and_stays_in_order() {
    let model = fan_model(&view_under(engine::example::plan()).shown).unwrap();
    assert!(model.fan.iter().all(|day| day.is_sorted()), "percentiles are in order");
    let width = |day: &[f64; 5]| day[4] - day[0];
    assert!(width(&model.fan[30]) > width(&model.fan[1]));
    assert_eq!(model.ahead, model.fan.iter().map(|day| day[2]).collect::<Vec<_>>());
}

#[test]
fn without_a_balance_it_asks_for_one_and_draws_nothing() {
    let plan = Plan { packs: Vec::new(), ..engine::example::plan() };
    let html = place(view_under(plan));
    let answer = text(&element(&html, "forecast-answer"));
    assert!(answer.contains("How many tokens are left is not known"), "{answer}");
    assert!(answer.contains("Tokens left"), "{answer}");
    assert!(!html.contains(" id=\"fan\""));
}

#[test]
fn of_several_pools_each_panel_says_which_it_is_about() {
    let mut plan = engine::example::plan();
    let headings = |plan: &Plan| {
        let html = place(view_under(plan.clone()));
        ["forecast-answer", "packs", "forecast-months"].map(|id| text(&element(&html, id)))
    };
    for panel in headings(&plan) {
        assert!(!panel.contains("· Common pool"), "{panel}");
    }
    plan.packs.push(Pack { pool: Some("Brickline".to_string()), ..plan.packs[0].clone() });
    for panel in headings(&plan) {
        assert!(panel.contains("· Common pool"), "{panel}");
    }
}
