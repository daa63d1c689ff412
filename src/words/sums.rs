//! What is said of files that have no days: usage reports and sheets of months.

use super::findings::day_in;
use super::numbers::{day, money, share, tokens};
use super::plural;
use engine::desk::{RoughRunOutView, SumsView};

/// The heading.
pub const HEADING: &str = "Sums, no days";
/// What such files cannot tell, and where it is found.
pub const NO_DAYS: &str = "These files hold sums, not days: habits, the run-out and what a year costs need the \
                           portal’s daily usage or token usage export.";
/// Where no file holds any use.
pub const NO_USE: &str = "There is no use in these files yet: add a usage export.";
/// What the charges of a sum are.
pub const DAYS_ARE_CHARGES: &str = "Charges are the days with use that the report counts.";

/// `4,120 tokens, €12,360 at the token price`
pub fn total(sums: &SumsView, currency: &str) -> String {
    let used = super::findings::tokens_in(&sums.tokens);
    match sums.amount {
        Some(amount) => format!("{} tokens, {} at the token price", tokens(used), money(amount, currency)),
        None => format!("{} tokens; price unknown: set a token price", tokens(used)),
    }
}

/// The range that the sums are about, or that it is not known.
pub fn range(sums: &SumsView) -> String {
    match sums.range {
        Some((from, to)) => format!("{} – {}", day(from), day(to)),
        None if sums.without_range.is_empty() => String::new(),
        None => format!(
            "The dates chosen for {} are not in the file, so nothing is said per year.",
            plural::of(sums.without_range.len() as u64, "report", "reports")
        ),
    }
}

/// The heading of a sheet's months with what lies ahead.
pub const MONTHS_AHEAD: &str = "The months, and what lies ahead (rough)";

/// `, between 15 Nov 2026 and 10 Dec 2026`
fn between(of: &RoughRunOutView) -> String {
    match (of.early, of.late) {
        (Some(early), Some(late)) if early != late => format!(", between {} and {}", day(early), day(late)),
        (Some(early), None) => format!(", from {} on", day(early)),
        _ => String::new(),
    }
}

/// `Of the term’s tokens: 25 % on 24 Mar 2026, 75 % around 6 Sep 2026.`; nothing without a term.
pub fn tiers(of: &RoughRunOutView) -> Option<String> {
    let told = of.tiers.iter().filter_map(|tier| {
        let on = if tier.reached { "on" } else { "around" };
        Some(format!("{} {on} {}", share(tier.percent / 100.0), day(day_in(&tier.day)?)))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("Of the term’s tokens: {}.", told.join(", ")))
}

/// The rough run-out of a sheet of months.
pub fn run_out(of: &RoughRunOutView) -> String {
    let pace = format!("{} tokens a day over the last three months", tokens(of.burn_per_day));
    match (of.balance, of.out) {
        (Some(left), Some(out)) if of.lapses => {
            format!(
                "{} left on {}: they lapse by {}{} ({pace}; rough).",
                tokens(left),
                day(of.balance_day),
                day(out),
                between(of)
            )
        }
        (Some(left), Some(out)) => {
            format!(
                "{} left on {}: out around {}{} ({pace}; rough).",
                tokens(left),
                day(of.balance_day),
                day(out),
                between(of)
            )
        }
        (Some(left), None) => format!("{} left on {} ({pace}).", tokens(left), day(of.balance_day)),
        (None, _) => format!("{pace}. Enter the tokens bought to see when they run out."),
    }
}
