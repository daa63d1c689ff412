//! What the portal's list of subscriptions shows as bought.

use super::numbers::{day, tokens_exact};
use super::plural;
use engine::desk::{PackOffered, SeatsOffered};
use engine::usage::Day;

/// The heading.
pub const HEADING: &str = "Found in the file: what you bought";
/// What is missing in it.
pub const NO_PRICES: &str = "The list has no prices: enter what was paid in Data and plan.";
/// Adds one.
pub const ADD: &str = "Add to plan";
/// Adds all.
pub const ADD_ALL: &str = "Add all to plan";
/// Adds an offer that is not known yet.
pub const ADD_OFFER: &str = "Add as an offer";
/// Why seats cannot be added.
pub const SEATS_HAVE_PEOPLE: &str = "Seats are counted per person: say under Licences who has one.";
/// Why a pack cannot be added.
pub const NO_START: &str = "its first day cannot be read, so enter it by hand";

/// `500 tokens, 15 Jan 2026 – 14 Jan 2027 (North, Active)`
pub fn pack(pack: &PackOffered) -> String {
    let range = days(pack.start, pack.end);
    format!("{} tokens{range}{}", tokens_exact(pack.tokens), beside(pack.team.as_deref(), &pack.status))
}

/// `12 seats of Revit, 15 Jan 2026 – 14 Jan 2027 (North, Active)`
pub fn seats(seats: &SeatsOffered) -> String {
    let number = plural::of(u64::from(seats.seats), "seat", "seats");
    let range = days(seats.start, seats.end);
    format!("{number} of {}{range}{}", seats.offering, beside(seats.team.as_deref(), &seats.status))
}

fn days(start: Option<Day>, end: Option<Day>) -> String {
    match (start, end) {
        (None, None) => String::new(),
        (Some(start), None) => format!(", from {}", day(start)),
        (None, Some(end)) => format!(", until {}", day(end)),
        (Some(start), Some(end)) => format!(", {} – {}", day(start), day(end)),
    }
}

fn beside(team: Option<&str>, status: &str) -> String {
    let parts: Vec<&str> = team.into_iter().chain(Some(status)).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}
