//! Now → then: what the stated changes lead to.

use super::numbers::{self, day, tokens};
use super::plural;
use engine::desk::{ThenLine, ThenView};
use engine::usage::{Money, Tokens};

/// What is on: `10 moves · 2 habits · 1 busy period`.
pub fn what_is_on(then: &ThenView) -> String {
    let parts = [
        (then.moves, "move", "moves"),
        (then.habits, "habit", "habits"),
        (then.busy, "busy period", "busy periods"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, _, _)| *number > 0)
        .map(|(number, one, many)| plural::of(number, one, many))
        .collect();
    parts.join(" · ")
}

/// `16,100 fewer tokens a year`; nothing where too few days are covered.
pub fn tokens_a_year(line: &ThenLine) -> Option<String> {
    Some(match line.tokens_per_year.tokens()?.0 {
        0 => "no change in tokens".to_string(),
        less if less < 0 => format!("{} fewer tokens a year", tokens(Tokens(-less))),
        more => format!("{} more tokens a year", tokens(Tokens(more))),
    })
}

/// `€25,000 less a year`.
pub fn money_a_year(line: &ThenLine, currency: &str) -> Option<String> {
    Some(match line.amount_per_year.money()?.0 {
        0 => "no change in money".to_string(),
        less if less < 0 => format!("{} less a year", numbers::money(Money(-less), currency)),
        more => format!("{} more a year", numbers::money(Money(more), currency)),
    })
}

/// `empty Jan 4 2027 instead of Dec 15 2026`.
pub fn run_out(line: &ThenLine) -> Option<String> {
    Some(match (line.run_out_now, line.run_out_then) {
        (Some(now), Some(then)) if now == then => format!("still empty on {}", day(now)),
        (Some(now), Some(then)) => format!("empty on {} instead of {}", day(then), day(now)),
        (Some(now), None) => format!("lasts, instead of empty on {}", day(now)),
        (None, Some(then)) => format!("empty on {}, where it lasted", day(then)),
        (None, None) => return None,
    })
}

/// The label of the band's second line.
pub const NOW_THEN: &str = "Now → then";
/// Takes all of it back.
pub const RESET: &str = "Take all back";
