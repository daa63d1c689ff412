//! The charge simulator: sessions of one person in a week → windows and charges, by the rule of
//! [`windows`], with everything that is needed to tell it as text.

use super::flex::{Idle, LAUNCH_SECONDS_MIN, Session, Stretch, WINDOW_SECONDS, Window, use_of, windows};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Minutes in the drawn week.
pub const WEEK_MINUTES: u32 = 7 * 24 * 60;
/// The most sessions of a drawn week.
pub const SIMULATED_SESSIONS_MAX: usize = 200;

/// A session that was drawn, in minutes since Monday 00:00.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawnSession {
    /// The product.
    pub product: String,
    /// When it was opened.
    pub start: u32,
    /// When it was closed.
    pub end: u32,
    /// Minutes without input at its end; only a version that goes idle makes use of them.
    pub idle: u32,
}

/// A charge, in minutes since Monday 00:00.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawnCharge {
    /// The product.
    pub product: String,
    /// When its window opened: the charge falls here.
    pub opened: u32,
    /// When the window ends.
    pub ends: u32,
    /// Minutes of use in it.
    pub used: u32,
    /// It opened because use went on when the window before it ended, not by a launch.
    pub carried_on: bool,
}

/// What became of a drawn session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DrawnFate {
    /// A charge or more opened in it.
    Charged,
    /// An open window covered it.
    Covered,
    /// Under five minutes: no charge.
    TooShort,
}

/// What the rule makes of a drawn week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Simulation {
    /// The charges, by time, then product.
    pub charges: Vec<DrawnCharge>,
    /// For each session in the order drawn, what became of it.
    pub fates: Vec<DrawnFate>,
}

/// Works out a week. `goes_idle`: whether the versions go idle after 15 minutes without input. Sessions
/// beyond [`SIMULATED_SESSIONS_MAX`] and minutes beyond the week are left out.
pub fn simulate(drawn: &[DrawnSession], goes_idle: bool) -> Simulation {
    let drawn = &drawn[..drawn.len().min(SIMULATED_SESSIONS_MAX)];
    let mut by_product: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, session) in drawn.iter().enumerate() {
        by_product.entry(&session.product).or_default().push(place);
    }
    let mut simulation = Simulation { charges: Vec::new(), fates: vec![DrawnFate::Covered; drawn.len()] };
    for (product, places) in by_product {
        let sessions: Vec<Session> = places.iter().map(|place| session(&drawn[*place], goes_idle)).collect();
        let windows = windows(&sessions);
        let launches = use_of(
            &sessions.iter().map(|s| Session { open: s.open, idle: Idle::Unknown }).collect::<Vec<_>>(),
        );
        for (place, session) in places.iter().zip(&sessions) {
            simulation.fates[*place] = fate(session.open, &launches, &windows);
        }
        simulation.charges.extend(windows.iter().map(|window| DrawnCharge {
            product: product.to_string(),
            opened: minutes(window.opened),
            ends: minutes(window.opened + WINDOW_SECONDS),
            used: minutes(window.used),
            carried_on: window.carried_on,
        }));
    }
    simulation.charges.sort_by(|a, b| (a.opened, &a.product).cmp(&(b.opened, &b.product)));
    simulation
}

fn session(drawn: &DrawnSession, goes_idle: bool) -> Session {
    let seconds = |minutes: u32| i64::from(minutes.min(WEEK_MINUTES)) * 60;
    let open = Stretch { start: seconds(drawn.start), end: seconds(drawn.end) };
    let idle = if goes_idle { Idle::Seconds(seconds(drawn.idle)) } else { Idle::Unknown };
    Session { open, idle }
}

fn fate(open: Stretch, launches: &[Stretch], windows: &[Window]) -> DrawnFate {
    let is_long = launches.iter().any(|launch| launch.start <= open.start && open.end <= launch.end);
    if open.seconds() == 0 || (open.seconds() < LAUNCH_SECONDS_MIN && !is_long) {
        return DrawnFate::TooShort;
    }
    let opens = |window: &Window| open.start <= window.opened && window.opened < open.end;
    if windows.iter().any(opens) { DrawnFate::Charged } else { DrawnFate::Covered }
}

fn minutes(seconds: i64) -> u32 {
    u32::try_from(seconds.max(0) / 60).unwrap_or(u32::MAX)
}

/// A drawn week to begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preset {
    /// Its stable name.
    pub name: String,
    /// Whether the versions go idle.
    pub goes_idle: bool,
    /// The sessions.
    pub sessions: Vec<DrawnSession>,
}

/// The published examples of the charge rule, and what is most often got wrong.
pub fn presets() -> Vec<Preset> {
    const HOUR: u32 = 60;
    const DAY: u32 = 24 * HOUR;
    let one = |product: &str, start: u32, end: u32, idle: u32| DrawnSession {
        product: product.to_string(),
        start,
        end,
        idle,
    };
    let preset = |name: &str, goes_idle: bool, sessions: Vec<DrawnSession>| Preset {
        name: name.to_string(),
        goes_idle,
        sessions,
    };
    let weekend = 4 * DAY + 8 * HOUR;
    // From Friday 17:00 nobody is there; the session ends on Sunday at 20:00.
    let over = one("Revit", weekend, 6 * DAY + 20 * HOUR, 2 * DAY + 3 * HOUR);
    let peeks = (0..5).map(|day| one("AutoCAD", day * DAY + 9 * HOUR, day * DAY + 9 * HOUR + 10, 0));
    vec![
        preset(
            "two_days",
            false,
            vec![one("AutoCAD", 8 * HOUR, 17 * HOUR, 0), one("AutoCAD", DAY + 7 * HOUR, DAY + 17 * HOUR, 0)],
        ),
        preset("overnight", false, vec![one("AutoCAD", 19 * HOUR, DAY + 17 * HOUR, 0)]),
        preset("over_a_weekend", false, vec![over.clone()]),
        preset("over_a_weekend_idle", true, vec![over]),
        preset(
            "two_products",
            false,
            vec![one("AutoCAD", 9 * HOUR, 11 * HOUR, 0), one("Revit", 13 * HOUR, 16 * HOUR, 0)],
        ),
        preset(
            "short_launch",
            false,
            vec![one("AutoCAD", 9 * HOUR, 9 * HOUR + 4, 0), one("AutoCAD", 10 * HOUR, 10 * HOUR + 5, 0)],
        ),
        preset("daily_peeks", false, peeks.collect()),
    ]
}
