//! What the band says.

use super::findings::{burn, tokens_in};
use super::numbers::{day, tokens};
use crate::session::Content;
use engine::desk::PoolView;

/// `of 40,000 tokens left`, or `tokens left`.
pub fn level_of(pool: &PoolView) -> String {
    match pool.bought {
        Some(bought) => format!("of {} tokens left", tokens(bought)),
        None => "tokens left".to_string(),
    }
}

/// `31 Jul 2026 · 118 a day`
pub fn level_when(pool: &PoolView) -> String {
    format!("{} · {}", day(pool.balance_day), burn(pool))
}

/// The bar in words, for its title: what the fill and the mark are.
pub fn bar(pool: &PoolView, needed: Option<engine::usage::Tokens>) -> String {
    let left = format!("{} {}", tokens(tokens_in(&pool.balance)), level_of(pool));
    match (needed, pool.renewal) {
        (Some(needed), Some(renewal)) => {
            format!(
                "{left}; at {} {} are needed until renewal on {}",
                burn(pool),
                tokens(needed),
                day(renewal)
            )
        }
        _ => left,
    }
}

/// Under the bar: `the mark: 7,190 needed until 31 Dec 2026`
pub fn mark(needed: engine::usage::Tokens, renewal: engine::usage::Day) -> String {
    format!("{} needed to {} at this rate", tokens(needed), day(renewal))
}

/// In the gauge's place while there is none.
pub fn no_gauge(content: Content) -> &'static str {
    match content {
        Content::Loading => "The gauge appears as soon as the files are read.",
        Content::Sums => "The gauge needs files with days: see below what these can tell.",
        _ => "No use to gauge yet.",
    }
}

/// Without a balance.
pub const ASK_LEFT: &str = "Tokens left";
/// And its day.
pub const ASK_DAY: &str = "at the end of";
/// The button.
pub const ASK_SET: &str = "Set";
/// Why to fill it in.
pub const ASK_WHY: &str = "Fill this in to see when they run out. Autodesk Account shows it under Flex.";
