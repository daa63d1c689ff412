//! What is said of files that have no days: usage reports and sheets of months.

use super::findings::day_in;
use super::numbers::{day, money, share, tokens, tokens_exact};
use super::{plural, reading};
use engine::desk::{RoughRunOutView, SumsView};
use engine::usage::{Day, Month, Tokens};

/// The heading.
pub const HEADING: &str = "Sums, no days";
/// From so many days on, sums are too old to go by: a month and a half without a new one.
const STALE_DAYS: i32 = 45;

/// What such files cannot tell, and where it is found.
pub fn no_days(sums: &SumsView) -> &'static str {
    match sums.run_out {
        Some(_) => {
            "These files hold months, not days: habits, what each person uses and a run-out range proven on past \
             forecasts need the portal’s daily usage or token usage export. A sheet of months can only tell a \
             rough run-out."
        }
        None => {
            "These files hold sums, not days: habits, the run-out and what a year costs need the portal’s daily \
             usage or token usage export."
        }
    }
}

/// That the sums are old; nothing where they are not, or today is not known.
pub fn age(sums: &SumsView, today: Option<Day>) -> Option<String> {
    let last_month = sums.by_month.last().map(|(month, ..)| month.last_day());
    let ends = last_month.or(sums.range.map(|(_, to)| to))?;
    reading::age(ends, today.filter(|today| ends.days_until(*today) > STALE_DAYS))
}

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

/// Beside a month that is not in the sheet.
pub const SPREAD: &str = "spread";
/// What that means, on hover.
pub const SPREAD_HINT: &str = "Not in the sheet: worked out from the rows before and after it";
/// The same under the table.
pub const SPREAD_LEGEND: &str = "“spread”: this month is not in the sheet. What was used since the row before is \
                                 spread evenly over the days up to the next row, so the months in between, and \
                                 the month of that next row, are worked out and rounded.";
/// Under the months with what lies ahead.
pub const SPREAD_ABOVE: &str = "Months marked “spread” in the table above are worked out here too.";

/// Tokens of a month as the sheet has them; where they are a part of what several months used, whole ones.
pub fn tokens_of(sums: &SumsView, month: Month, used: Tokens) -> String {
    let is_part = sums.spread.contains(&month) || sums.spread.contains(&Month(month.0 - 1));
    tokens_exact(if is_part { Tokens::whole(used.to_f64().round() as i64) } else { used })
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

/// What the *why?* of the rough run-out is about.
pub const RUN_OUT: &str = "Rough run-out";
/// What that link says.
pub const WHY_RUN_OUT: &str = "why this day?";
/// What the rough run-out does not know.
pub const STRAIGHT_LINE: &str = "The day is where a straight line through the last months ends, at their pace. The \
                                 early and the late day come from how the pace differed between the rows of the \
                                 sheet. A straight line knows no busy autumn: who expects one should plan for an \
                                 earlier day, and enter a new balance as soon as there is one.";
/// Where the rough run-out lies in the past.
pub const RUN_OUT_PASSED: &str =
    "That day has passed already. Add a newer sheet, or enter today’s balance, to see where you stand.";

/// Whether the rough run-out lies in the past.
pub fn has_passed(of: &RoughRunOutView, today: Option<Day>) -> bool {
    of.out.zip(today).is_some_and(|(out, today)| out < today)
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
