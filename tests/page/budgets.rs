//! Monthly budgets in the Forecast place: the list, the months, the chart, the alert.

use crate::support::{day, element, example, example_desk, golden, rendered, text};
use engine::desk::{AlertKind, Answer, Ask, ForecastAsk, ForecastView};
use engine::plan::{Budget, BudgetOf, Busy, BusyBudget, BusyChange, Edit, Plan, WatchEdit, WorkEdit};
use engine::usage::Tokens;
use flexgauge::chart::{self, BudgetModel, Ink, Picture, Size};
use flexgauge::session::{Event, View};
use flexgauge::ui::forecast::Forecast;
use flexgauge::words::{alerts, why};
use leptos::prelude::*;
use std::sync::Arc;

/// The example with 2,000 tokens a month, and 5,000 in a tender that takes half of September 2026.
fn budgeted() -> Plan {
    let busy = Busy {
        name: "Tender season".into(),
        from: day(2026, 9, 16),
        to: day(2026, 9, 30),
        change: BusyChange::Percent(20.0),
        probability: 1.0,
    };
    let other = BusyBudget { period: "Tender season".into(), tokens_per_month: Tokens::whole(5_000) };
    let even = Budget::even(BudgetOf::Pool(None), Tokens::whole(2_000));
    engine::example::plan()
        .with(&Edit::Work(WorkEdit::Busy(vec![busy])))
        .with(&Edit::Watch(WatchEdit::Budgets(vec![Budget { busy: vec![other], ..even }])))
}

fn place(plan: &Plan) -> (String, ForecastView) {
    let view = match example_desk(plan.clone()).answer(Ask::Forecast(ForecastAsk::default())) {
        Answer::Forecast(view) => *view,
        other => panic!("{other:?}"),
    };
    let mut state = example();
    state.on(Event::Edit(Edit::Whole(Box::new(plan.clone()))));
    let shown = view.clone();
    let html = rendered(state, |_| {
        let view: View<ForecastView> = RwSignal::new(Some(Arc::new(shown)));
        let wanted = RwSignal::new(ForecastAsk::default());
        view! { <Forecast view wanted /> }
    });
    (html, view)
}

#[test]
fn a_budget_stands_in_the_list_the_months_and_the_chart() {
    let (html, view) = place(&budgeted());
    let list = text(&element(&html, "budgets"));
    assert!(list.contains("Common pool: 2,000 a month, in Tender season 5,000"), "{list}");
    assert!(list.contains(" of 2,000"), "{list}");
    let months = text(&element(&html, "forecast-months"));
    assert!(months.contains("Budget Over by"), "{months}");
    let september = view.budgets.months_of_shown_pool.iter().find(|one| one.month == day(2026, 9, 1).month());
    let september = september.expect("September");
    assert_eq!(september.budget.tokens(), Some(Tokens::whole(3_500)));
    let sum = why::formula(&september.budget, "USD").expect("a sum");
    assert_eq!(sum, "2,000 × 15 ÷ 30 + 5,000 × 15 ÷ 30 = 3,500 tokens");
    let over = view.budgets.months_of_shown_pool.iter().find_map(|one| one.over_by.clone()).expect("over");
    assert!(why::formula(&over, "USD").expect("a sum").contains("− 2,000 = "));
    let chart = text(&element(&html, "budget-use"));
    assert!(chart.contains("Common pool: By ") && chart.contains("in the middle of the futures"), "{chart}");
    assert!(chart.contains("budget, month by month"), "{chart}");
    assert!(!chart.contains("Budget of"), "one budget needs no choice: {chart}");
}

#[test]
fn without_a_budget_there_is_a_form_and_nothing_else() {
    let (html, _) = place(&engine::example::plan());
    assert!(text(&element(&html, "budgets")).contains("Set the budget"));
    assert!(!html.contains("id=\"budget-use\""));
    assert!(!text(&element(&html, "forecast-months")).contains("Over by"));
}

#[test]
fn several_budgets_can_be_chosen_from_and_one_of_nobody_says_so() {
    let mut plan = budgeted();
    plan.budgets.push(Budget::even(BudgetOf::Project("Bypass".into()), Tokens::whole(10)));
    let (html, _) = place(&plan);
    let list = text(&element(&html, "budgets"));
    assert!(list.contains("Project Bypass: 10 a month"), "{list}");
    assert!(list.contains("Nobody of that name is in the files"), "{list}");
    assert!(element(&html, "budget-use").contains("id=\"budget-drawn\""));
}

#[test]
fn an_alert_says_what_was_passed_and_what_will_be() {
    let said = |tokens: i64, kind: AlertKind| {
        let even = Budget::even(BudgetOf::Pool(None), Tokens::whole(tokens));
        let plan = engine::example::plan().with(&Edit::Watch(WatchEdit::Budgets(vec![even])));
        match example_desk(plan).answer(Ask::Overview) {
            Answer::Overview(view) => {
                let found =
                    view.answers.expect("answers").alerts.into_iter().find(|alert| alert.kind == kind);
                found.map(|alert| alerts::sentence(&alert, "USD", false))
            }
            other => panic!("{other:?}"),
        }
    };
    let passed = said(10, AlertKind::Budget).expect("an alert");
    assert!(passed.starts_with("All together used ") && passed.ends_with("; the budget is 10."), "{passed}");
    assert_eq!(said(100_000, AlertKind::Budget), None);
    assert_eq!(said(100_000, AlertKind::BudgetAhead), None);
}

fn model() -> BudgetModel {
    BudgetModel {
        from: day(2026, 1, 1),
        used: (1..=140).map(|i| f64::from(i) * 30.0).collect(),
        ahead: [(151, 4_530.0), (181, 5_430.0), (212, 6_300.0)]
            .map(|(days, middle)| (day(2026, 1, 1).plus(days - 1), [middle * 0.95, middle, middle * 1.08]))
            .to_vec(),
        steps: (1..=7)
            .map(|month| day(2026, month, 1).month())
            .map(|month| (month.first_day(), month.last_day(), f64::from(month.first_day().ymd().1) * 800.0))
            .collect(),
        shades: vec![(day(2026, 6, 10), day(2026, 7, 5))],
        tokens: |value| format!("{value:.0}"),
        month: |day| day.to_string()[5..7].to_string(),
    }
}

#[test]
fn the_chart_in_both_sizes_and_both_inks() {
    for (name, size, ink) in [
        ("budget-wide", Size::Wide, Ink::Classes),
        ("budget-narrow", Size::Narrow, Ink::Classes),
        ("budget-baked", Size::Wide, Ink::Baked),
    ] {
        let picture = Picture { id: "test", title: "A <title>", description: "What it shows", ink, size };
        golden(&format!("tests/page/goldens/{name}.svg"), &chart::budget(&model(), &picture));
    }
    let empty = BudgetModel { used: Vec::new(), ahead: Vec::new(), steps: Vec::new(), ..model() };
    let picture = Picture { id: "t", title: "", description: "", ink: Ink::Classes, size: Size::Wide };
    assert!(chart::budget(&empty, &picture).contains("</svg>"));
}
