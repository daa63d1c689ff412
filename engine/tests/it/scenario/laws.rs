//! Laws of *now → then* over random plans.

use crate::forecast::{office, sheet};
use crate::sheet::{day, log, plan};
use engine::analysis::{Report, Then};
use engine::plan::{Busy, BusyChange, Edit, LicenceEdit, Move, Plan, WorkEdit};
use engine::usage::{DAY_MAX, Day, Log, Money};
use proptest::prelude::*;
use std::sync::OnceLock;

const USERS: [&str; 3] = ["ada", "ben", "cy"];
const HABITS: [&str; 2] = ["several_products", "every_day"];

/// Three people over 200 days, two of them with two products on one day.
fn use_of_three() -> &'static Log {
    static LOG: OnceLock<Log> = OnceLock::new();
    LOG.get_or_init(|| {
        let of = |seed: u64, rest: &str| {
            sheet("01-01", office("01-01", 200, 20.0, 0.4, seed)).replace("ada AutoCAD", rest)
        };
        let parts = [(3, "ada AutoCAD"), (5, "ada Revit"), (7, "ben AutoCAD"), (9, "ben Revit")];
        let all: String = parts.iter().map(|(seed, rest)| of(*seed, rest)).collect();
        log(&[&(all + &of(11, "cy AutoCAD"))])
    })
}

fn base() -> Plan {
    plan(
        r#""token_price": 3, "term_start": "2026-01-01", "term_end": "2026-12-31",
        "packs": [{"tokens": 14000, "price": 42000, "start": "2026-01-01", "end": "2026-12-31"}],
        "offers": [{"name": "AutoCAD", "price_per_year": 2000}, {"name": "Revit", "price_per_year": 2500}]"#,
    )
}

fn accept(user: usize) -> Edit {
    let user = format!("{}@firm.example", USERS[user]);
    Edit::Licences(LicenceEdit::Accept(Move { user, offers: vec!["AutoCAD".into()] }))
}

fn share(habit: usize, tenths: u32) -> Edit {
    Edit::HabitShare { habit: HABITS[habit].into(), share: f64::from(tenths) / 10.0 }
}

fn busy(from: i32, days: i32, percent: i32) -> Busy {
    let from = day("07-20").plus(from);
    let change = BusyChange::Percent(f64::from(percent));
    Busy { name: "tender".into(), from, to: from.plus(days), change, probability: 0.8 }
}

/// A plan with random what-ifs.
fn a_plan() -> impl Strategy<Value = Plan> {
    let moves = proptest::collection::vec(0..USERS.len(), 0..3);
    let shares = proptest::collection::vec((0..HABITS.len(), 0..8u32), 0..3);
    let periods = proptest::collection::vec((0..100, 0..40, -50..100), 0..3);
    (moves, shares, periods).prop_map(|(moves, shares, periods)| {
        let busy_edit = WorkEdit::Busy(periods.into_iter().map(|(from, d, p)| busy(from, d, p)).collect());
        let edits = moves.into_iter().map(accept).chain(shares.into_iter().map(|(h, s)| share(h, s)));
        edits.fold(base().with(&Edit::Work(busy_edit)), |plan, edit| plan.with(&edit))
    })
}

/// Where no run-out is told it is later than any day.
struct Outcome {
    days: [Day; 3],
    amount: Option<Money>,
}

fn outcome(plan: &Plan) -> Outcome {
    let log = use_of_three();
    let report = Report::of(log, plan, None).expect("use");
    let then = Then::of(plan, &report);
    let (pool, forecast) = (&report.pools[0], &report.forecasts[0]);
    let run_out = match &then {
        Some(then) => forecast.run_out(pool, plan, then.scenario(0)).expect("a run-out"),
        None => *forecast.run_out_now().expect("a run-out"),
    };
    let late = |day: Option<Day>| day.unwrap_or(DAY_MAX);
    Outcome {
        days: [late(run_out.p10), late(run_out.p50), late(run_out.p90)],
        amount: then.map_or(report.cost.amount, |then| then.cost(log, plan, &report).amount),
    }
}

fn results(plan: &Plan) -> String {
    let log = use_of_three();
    let report = Report::of(log, plan, None).expect("use");
    engine::export::results_json(log, plan, Some(&report), None, &engine::export::Names::Shown)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// One thing more that takes use away never brings the run-out forward nor costs more.
    #[test]
    fn more_relief_is_never_worse(
        plan in a_plan(), user in 0..USERS.len(), habit in 0..HABITS.len(), tenths in 1..11u32,
    ) {
        let before = outcome(&plan);
        let known = plan.habits.get(HABITS[habit]).copied().unwrap_or_default();
        let larger = share(habit, tenths.max((known * 10.0).round() as u32));
        for edit in [accept(user), larger] {
            let after = outcome(&plan.with(&edit));
            for (before, after) in before.days.iter().zip(after.days) {
                prop_assert!(after >= *before, "{edit:?}: {before} -> {after}");
            }
            prop_assert!(after.amount <= before.amount, "{edit:?}");
        }
    }

    /// Taking everything back gives the same results, byte for byte; the same seed the same answer.
    #[test]
    fn taking_back_restores_and_the_seed_decides(plan in a_plan()) {
        let back = plan.with(&Edit::Work(WorkEdit::NoWhatIfs));
        prop_assert_eq!(results(&back), results(&base()));
        prop_assert_eq!(results(&plan), results(&plan.clone()));
        let report = Report::of(use_of_three(), &back, None).expect("use");
        prop_assert!(Then::of(&back, &report).is_none());
        // What-ifs that state nothing change nothing.
        let idle = back.with(&Edit::Work(WorkEdit::Busy(vec![busy(3, 10, 0)])));
        let report = Report::of(use_of_three(), &idle, None).expect("use");
        let then = Then::of(&idle, &report).expect("a busy period");
        prop_assert!(then.relief.by_pool.iter().all(Vec::is_empty));
        let now = *report.forecasts[0].run_out_now().expect("a run-out");
        let same = report.forecasts[0].run_out(&report.pools[0], &idle, then.scenario(0));
        prop_assert_eq!(same.expect("a run-out"), now);
    }
}
