//! The charge simulator against the rule.

use super::desk;
use engine::desk::{Answer, Ask, SimulateAsk, SimulateView};
use engine::rules::{
    DrawnFate, DrawnSession, Idle, SIMULATED_SESSIONS_MAX, Session, Stretch, WEEK_MINUTES, presets, simulate,
    windows,
};
use engine::usage::Tokens;
use proptest::prelude::*;

fn view(ask: SimulateAsk) -> SimulateView {
    match desk("", &[]).answer(Ask::Simulate(ask)) {
        Answer::Simulate(view) => *view,
        other => panic!("{other:?}"),
    }
}

/// `Tue 08:00`
fn time(minutes: u32) -> String {
    let day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mon"][(minutes / 1440) as usize];
    format!("{day} {:02}:{:02}", minutes % 1440 / 60, minutes % 60)
}

#[test]
fn presets_are_the_published_examples() {
    let told: Vec<String> = presets()
        .into_iter()
        .map(|preset| {
            let name = preset.name;
            let view = view(SimulateAsk { sessions: preset.sessions, goes_idle: preset.goes_idle });
            let charges: Vec<String> = view
                .simulation
                .charges
                .iter()
                .map(|charge| {
                    format!(
                        "{} {}{}",
                        charge.product,
                        time(charge.opened),
                        if charge.carried_on { " (goes on)" } else { "" }
                    )
                })
                .collect();
            format!("{name}: {} = {} tokens", charges.join(", "), view.total.unwrap_or_default().to_f64())
        })
        .collect();
    assert_eq!(
        told,
        [
            "two_days: AutoCAD Mon 08:00, AutoCAD Tue 08:00 (goes on) = 14 tokens",
            "overnight: AutoCAD Mon 19:00 = 7 tokens",
            "over_a_weekend: Revit Fri 08:00, Revit Sat 08:00 (goes on), Revit Sun 08:00 (goes on) = 30 tokens",
            "over_a_weekend_idle: Revit Fri 08:00 = 10 tokens",
            "two_products: AutoCAD Mon 09:00, Revit Mon 13:00 = 17 tokens",
            "short_launch: AutoCAD Mon 10:00 = 7 tokens",
            "daily_peeks: AutoCAD Mon 09:00, AutoCAD Tue 09:00, AutoCAD Wed 09:00, AutoCAD Thu 09:00, AutoCAD Fri 09:00 = 35 tokens",
        ]
    );
}

#[test]
fn each_session_says_what_became_of_it() {
    let one = |start, end| DrawnSession { product: "AutoCAD".into(), start, end, idle: 0 };
    for (sessions, fates) in [
        (vec![one(480, 1020), one(1080, 1140)], vec![DrawnFate::Charged, DrawnFate::Covered]),
        (vec![one(480, 484), one(480, 480)], vec![DrawnFate::TooShort, DrawnFate::TooShort]),
        (vec![one(480, 485)], vec![DrawnFate::Charged]),
        // Two short ones that touch are one launch.
        (vec![one(480, 483), one(483, 486)], vec![DrawnFate::Charged, DrawnFate::Covered]),
        // The five minutes apply to a launch, not to what goes on past a window’s end.
        (vec![one(480, 480 + 1441)], vec![DrawnFate::Charged]),
    ] {
        assert_eq!(simulate(&sessions, false).fates, fates, "{sessions:?}");
    }
}

#[test]
fn a_drawn_week_takes_so_many_sessions_and_ends_on_sunday() {
    let one = |start, end| DrawnSession { product: "AutoCAD".into(), start, end, idle: 0 };
    for (sessions, counted) in [(SIMULATED_SESSIONS_MAX, 200), (SIMULATED_SESSIONS_MAX + 1, 200)] {
        assert_eq!(simulate(&vec![one(480, 1020); sessions], false).fates.len(), counted);
    }
    let of = |start, end| simulate(&[one(start, end)], false).charges.len();
    assert_eq!(of(WEEK_MINUTES - 5, WEEK_MINUTES + 600), 1);
    assert_eq!(of(WEEK_MINUTES - 4, WEEK_MINUTES + 600), 0);
    assert_eq!(of(600, 480), 0);
}

#[test]
fn what_has_no_rate_has_no_tokens() {
    let sessions = vec![DrawnSession { product: "Rhino".into(), start: 480, end: 600, idle: 0 }];
    let view = view(SimulateAsk { sessions, goes_idle: false });
    assert_eq!((view.tokens, view.total, view.amount), (vec![None], None, None));
    let nothing: Option<Tokens> = self::view(SimulateAsk::default()).total;
    assert_eq!(nothing, Some(Tokens::ZERO));
}

proptest! {
    #[test]
    fn random_weeks_are_charged_as_the_rule_charges(
        weeks in proptest::collection::vec((0..3usize, 0..WEEK_MINUTES + 100, 0..3000u32, 0..400u32), 0..30),
        goes_idle in any::<bool>(),
    ) {
        let products = ["AutoCAD", "Maya", "Revit"];
        let drawn: Vec<DrawnSession> = weeks
            .iter()
            .map(|(product, start, length, idle)| DrawnSession {
                product: products[*product].to_string(),
                start: *start,
                end: start + length,
                idle: *idle,
            })
            .collect();
        let simulation = simulate(&drawn, goes_idle);
        prop_assert_eq!(simulation.fates.len(), drawn.len());
        for product in products {
            let sessions: Vec<Session> = drawn
                .iter()
                .filter(|session| session.product == product)
                .map(|session| Session {
                    open: Stretch {
                        start: i64::from(session.start.min(WEEK_MINUTES)) * 60,
                        end: i64::from(session.end.min(WEEK_MINUTES)) * 60,
                    },
                    idle: if goes_idle { Idle::Seconds(i64::from(session.idle) * 60) } else { Idle::Unknown },
                })
                .collect();
            let expected: Vec<(i64, i64, bool)> =
                windows(&sessions).iter().map(|w| (w.opened / 60, w.used / 60, w.carried_on)).collect();
            let of_product = simulation.charges.iter().filter(|charge| charge.product == product);
            let found: Vec<(i64, i64, bool)> =
                of_product.map(|c| (i64::from(c.opened), i64::from(c.used), c.carried_on)).collect();
            prop_assert_eq!(found, expected);
        }
        // A week without charges is one of short launches or covered by nothing at all.
        if simulation.charges.is_empty() {
            prop_assert!(simulation.fates.iter().all(|fate| *fate == DrawnFate::TooShort));
        }
    }
}
