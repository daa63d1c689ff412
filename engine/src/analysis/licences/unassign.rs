//! People who need no access now: inactive, or there in a few months only.

use super::uses::{OtherRows, Presence, Use};
use crate::analysis::Period;
use crate::usage::{Day, Log, Month, Tokens};
use std::cmp::Reverse;

/// Somebody without a charge for long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inactive {
    /// Into [`Log::people`].
    pub person: u32,
    /// Their last charge; `None` for rows without tokens only.
    pub last_charge: Option<Day>,
    /// Days since that, or since the last row where there was no charge.
    pub days_inactive: i32,
}

/// Everyone on Flex without a charge for at least `days`, longest first, then by person.
pub fn inactive(log: &Log, rows: &OtherRows, as_of: Day, days: i32) -> Vec<Inactive> {
    let mut found: Vec<Inactive> = (0..log.people().len() as u32)
        .filter_map(|person| {
            let last_charge = log.charges_of(person).last().map(|i| log.entries()[*i as usize].day);
            let last = last_charge.or_else(|| rows.last_flex_row(person))?;
            let days_inactive = last.days_until(as_of);
            (days_inactive >= days).then_some(Inactive { person, last_charge, days_inactive })
        })
        .collect();
    found.sort_by_key(|one| (Reverse(one.days_inactive), one.person));
    found
}

/// The most months that a season has.
pub const SEASON_MONTHS_MAX: usize = 4;
/// The least share of a year's charge days that fall into the season.
pub const SEASON_SHARE_MIN: f64 = 0.9;
/// Fewer charge days than this are no season.
pub const SEASON_DAYS_MIN: usize = 10;
/// Days that must be covered before a season can be told.
pub const SEASON_COVERED_DAYS_MIN: i32 = 365;

/// Somebody whose use falls into few months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seasonal {
    /// Into [`Log::people`].
    pub person: u32,
    /// The months of the year's window with nearly all of their charge days, by time.
    pub months: Vec<Month>,
    /// Charge days in those months.
    pub days_inside: u32,
    /// Charge days in the others.
    pub days_outside: u32,
    /// Tokens of the others.
    pub tokens_outside: Tokens,
}

/// The season of a person in the last 365 covered days: at most four months with at least nine in
/// ten of their charge days. `None` where there is none, or where they rather joined or left.
pub fn season(person: u32, uses: &[Use], presence: &Presence, period: &Period) -> Option<Seasonal> {
    let still_here = presence.joiner && !presence.leaver;
    let left =
        presence.leaver && !presence.joiner && presence.first < period.first.plus(7 * super::EDGE_WEEKS);
    if period.days_covered() < SEASON_COVERED_DAYS_MIN || still_here || left {
        return None;
    }
    let from = period.last.plus(1 - 365);
    let charges: Vec<&Use> = uses
        .iter()
        .filter(|one| one.tokens.is_positive() && from <= one.day && one.day <= period.last)
        .collect();
    let mut days: Vec<Day> = charges.iter().map(|one| one.day).collect();
    days.dedup();
    if days.len() < SEASON_DAYS_MIN {
        return None;
    }
    let mut months: Vec<(Month, usize)> =
        days.chunk_by(|a, b| a.month() == b.month()).map(|days| (days[0].month(), days.len())).collect();
    months.sort_by_key(|(month, days)| (Reverse(*days), *month));
    let mut inside = 0;
    let enough = (SEASON_SHARE_MIN * days.len() as f64).ceil() as usize;
    let needed = months.iter().position(|(_, days)| {
        inside += days;
        inside >= enough
    })?;
    if needed >= SEASON_MONTHS_MAX {
        return None;
    }
    let mut season: Vec<Month> = months[..=needed].iter().map(|(month, _)| *month).collect();
    season.sort_unstable();
    let outside = charges.iter().filter(|one| !season.contains(&one.day.month()));
    Some(Seasonal {
        person,
        tokens_outside: outside.map(|one| one.tokens).sum(),
        months: season,
        days_inside: inside as u32,
        days_outside: (days.len() - inside) as u32,
    })
}
