//! Charges of sessions that state none, worked out by a rule.

use super::eba::eba_days;
use super::flex::{Idle, Session as FlexSession, Stretch, windows};
use crate::usage::{ChargeCategory, Day, Log, Session, SessionRule, Tokens, WorkedOut};

const SECONDS_A_DAY: i64 = 86_400;

/// What charges hang on beside the sessions.
pub struct Charging<'a> {
    /// Tokens a day of a product, by its number in the log; `None` where no rate is known.
    pub rate: &'a dyn Fn(u32) -> Option<Tokens>,
    /// Whether a version of a product goes idle.
    pub is_aware: &'a dyn Fn(&Session) -> bool,
}

/// The charges of all sessions whose file leaves them to a rule. The log is settled.
///
/// Windows do not know teams: a person's charge is the pool's in which its window opened.
pub fn work_out(log: &Log, charging: &Charging<'_>) -> Vec<WorkedOut> {
    let rule = |session: &Session| log.files()[session.file as usize].rule;
    let sessions: Vec<&Session> =
        log.sessions().filter(|session| rule(session) != SessionRule::AsGiven).collect();
    let mut charges = Vec::new();
    for group in sessions.chunk_by(|a, b| (a.person, a.product) == (b.person, b.product)) {
        let rate = (charging.rate)(group[0].product).unwrap_or(Tokens::ZERO);
        let of_flex: Vec<&Session> =
            group.iter().copied().filter(|session| rule(session) == SessionRule::Flex).collect();
        for (opened, session) in flex_charges(&of_flex, charging) {
            let day = Day(opened.div_euclid(SECONDS_A_DAY) as i32);
            charges.push(charge(session, day, rate));
        }
        let mut offsets: Vec<i32> = group.iter().filter_map(|session| eba_offset(rule(session))).collect();
        offsets.sort_unstable();
        offsets.dedup();
        for offset in offsets {
            let of_eba: Vec<&Session> =
                group.iter().copied().filter(|session| eba_offset(rule(session)) == Some(offset)).collect();
            let open: Vec<Stretch> = of_eba.iter().map(|session| open(session)).collect();
            let days = eba_days(&open, offset);
            let charged = days.iter().filter(|day| day.category == ChargeCategory::Charged);
            charges.extend(charged.map(|day| charge(of_eba[day.session], day.day, rate)));
        }
    }
    charges
}

fn eba_offset(rule: SessionRule) -> Option<i32> {
    match rule {
        SessionRule::Eba { utc_offset } => Some(utc_offset),
        _ => None,
    }
}

fn open(session: &Session) -> Stretch {
    Stretch { start: session.start, end: session.end() }
}

/// When windows open, each with the session that opens it.
fn flex_charges<'a>(sessions: &[&'a Session], charging: &Charging<'_>) -> Vec<(i64, &'a Session)> {
    let idle = |session: &Session| match session.idle_seconds {
        Some(seconds) if (charging.is_aware)(session) => Idle::Seconds(i64::from(seconds)),
        _ => Idle::Unknown,
    };
    let of_rule: Vec<FlexSession> =
        sessions.iter().map(|session| FlexSession { open: open(session), idle: idle(session) }).collect();
    // Sessions come by their start: the last one that began before a window opened and is still open
    // opens it, else the last that began.
    windows(&of_rule)
        .into_iter()
        .filter_map(|window| {
            let begun = sessions.partition_point(|session| session.start <= window.opened);
            let still_open = sessions[..begun].iter().rev().find(|session| session.end() > window.opened);
            still_open.or_else(|| sessions[..begun].last()).map(|session| (window.opened, *session))
        })
        .collect()
}

fn charge(session: &Session, day: Day, tokens: Tokens) -> WorkedOut {
    WorkedOut {
        pool: session.pool,
        person: session.person,
        product: session.product,
        version: session.version,
        day,
        tokens,
        file: session.file,
        line: session.line,
    }
}
