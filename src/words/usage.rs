//! The sentences of the Usage place: the filter, the sums, the time, who uses most, what changed.

use super::numbers::{self, count, day, month, share, tokens};
use super::{findings, people, plural};
use crate::words::page;
use engine::desk::{ChangeView, CompareView, Cut, Figure, UsageMonth, UsagePart, UsageView, Value};
use engine::usage::{Day, Month, Tokens};

/// The heading of the filter.
pub const WHAT_IS_SHOWN: &str = "What is shown";
/// The field of the period.
pub const PERIOD: &str = "Time";
/// Its names, in the order of `Period::NAMED`, then an own one.
pub const PERIODS: [&str; 7] = [
    "Last whole month",
    "Last 30 days",
    "Last 90 days",
    "Last 12 months",
    "Contract year",
    "All",
    "Own days",
];
/// The first day of an own period.
pub const FROM: &str = "from";
/// The last day.
pub const TO: &str = "to";
/// Said of an empty filter.
pub const NO_FILTER: &str = "Everything. Press a name in a list to see only its use.";
/// Nothing passes the filter.
pub const NOTHING_HERE: &str = "No use in this time with this filter: 0 tokens.";
/// Headings.
pub const OVER_TIME: &str = "Over time";
/// Calendar.
pub const CALENDAR: &str = "Calendar";
/// Pareto.
pub const PARETO: &str = "How use is spread over people";
/// Cumulative.
pub const CUMULATIVE: &str = "Adding up";
/// Who uses most.
pub const TOP_TEN: &str = "Top ten consumers";
/// The cuts.
pub const LISTED: &str = "By product, person, team, version";
/// What changed.
pub const CHANGED: &str = "What changed";

/// The name of a cut.
pub fn cut(cut: Cut) -> &'static str {
    match cut {
        Cut::Product => "Product",
        Cut::Person => "Person",
        Cut::Team => "Team",
        Cut::Version => "Version",
    }
}

/// What stands for a name the files do not give.
pub fn unnamed(cut: Cut) -> &'static str {
    match cut {
        Cut::Product => page::NO_PRODUCT,
        Cut::Person => "(nobody named)",
        Cut::Team => page::NO_TEAM,
        Cut::Version => "(no version named)",
    }
}

/// `Remove the product AutoCAD`
pub fn remove(of: Cut, name: &str) -> String {
    format!("Remove the {} {name}", cut(of).to_lowercase())
}

/// `Show only AutoCAD`
pub fn show_only(name: &str) -> String {
    format!("Show only {name}")
}

// ---- The sums --------------------------------------------------------------------------------

/// `4,120 tokens in 580 charges by 22 people on 3 products, 1 Jan 2026 – 31 Jul 2026.`
pub fn sums(view: &UsageView) -> String {
    if view.days.is_empty() {
        return NOTHING_HERE.to_string();
    }
    let last = view.first_day.plus(view.days.len() as i32 - 1);
    format!(
        "{} tokens in {} by {} on {}, {} – {}.",
        tokens(findings::tokens_in(&view.tokens)),
        plural::of(view.charges, "charge", "charges"),
        plural::people(view.people),
        plural::products(view.products),
        day(view.first_day),
        day(last),
    )
}

/// Days with use.
pub fn days_with_use(view: &UsageView) -> u64 {
    view.days.iter().filter(|tokens| tokens.is_positive()).count() as u64
}

// ---- Time ------------------------------------------------------------------------------------

/// Tokens of a month a working day; `None` where the rows cover none.
pub fn per_working_day(of: &UsageMonth) -> Option<Tokens> {
    (of.working_days > 0).then(|| of.tokens.scale_rounded(1, of.working_days))
}

/// `Mar 2026 took the most a working day: 212 tokens`; months of few working days are left aside.
pub fn months_caption(months: &[UsageMonth]) -> String {
    const WORKING_DAYS_MIN: i64 = 5;
    let of = |month: &UsageMonth| Some((per_working_day(month)?, month.month));
    let long = months.iter().filter(|month| month.working_days >= WORKING_DAYS_MIN).filter_map(of);
    match long.max_by_key(|(tokens, month)| (*tokens, std::cmp::Reverse(*month))) {
        Some((tokens, of)) if months.len() > 1 => {
            format!("{} took the most a working day: {} tokens", month(of), numbers::tokens(tokens))
        }
        Some((tokens, of)) => {
            format!("{} tokens a working day in {}", numbers::tokens(tokens), month(of))
        }
        None => {
            plural::of(months.len() as u64, "month with few working days", "months with few working days")
        }
    }
}

/// `The week of 2 Mar 2026 took the most: 1,204 tokens`
pub fn stretches_caption(weeks: bool, bars: &[(Day, Tokens)]) -> String {
    match bars.iter().max_by_key(|(day, tokens)| (*tokens, std::cmp::Reverse(*day))) {
        Some((of, tokens)) if weeks => {
            format!("The week of {} took the most: {} tokens", day(*of), numbers::tokens(*tokens))
        }
        Some((of, tokens)) => format!("{} took the most: {} tokens", day(*of), numbers::tokens(*tokens)),
        None => "No day has any use: 0 tokens".to_string(),
    }
}

/// The picture shows the end only.
pub fn latest_only(shown: usize, all: usize, weeks: bool) -> Option<String> {
    let unit = if weeks { "weeks" } else { "days" };
    (shown < all).then(|| format!("The last {} of {} {unit}.", count(shown as u64), count(all as u64)))
}

/// `4 Mar 2026 took the most: 212 tokens; 190 of 365 days have use`
pub fn calendar_caption(view: &UsageView) -> String {
    let largest =
        view.days.iter().enumerate().max_by_key(|(index, tokens)| (**tokens, std::cmp::Reverse(*index)));
    match largest {
        Some((index, most)) if most.is_positive() => format!(
            "{} took the most: {} tokens; {} of {} have use",
            day(view.first_day.plus(index as i32)),
            tokens(*most),
            count(days_with_use(view)),
            plural::days(view.days.len() as u64),
        ),
        _ => "No day has any use: 0 tokens".to_string(),
    }
}

/// How to read the calendar.
pub const CALENDAR_KEY: &str = "A column is a week, Monday on top. The darker, the more tokens: four shades, each for a quarter of the \
     days with use.";
/// The calendar shows its end only.
pub const CALENDAR_LAST_YEARS: &str = "The last three years.";

/// `Half of it was used by 12 Apr 2026, in 102 of 212 days`
pub fn cumulative_caption(first: Day, days: &[Tokens]) -> String {
    let whole: Tokens = days.iter().copied().sum();
    let mut running = Tokens::ZERO;
    let half = days.iter().position(|tokens| {
        running += *tokens;
        running.0 * 2 >= whole.0
    });
    match half {
        Some(index) if whole.is_positive() => format!(
            "Half of it was used by {}, in {} of {}",
            day(first.plus(index as i32)),
            count(index as u64 + 1),
            plural::days(days.len() as u64)
        ),
        _ => "Nothing adds up: 0 tokens".to_string(),
    }
}

// ---- People ----------------------------------------------------------------------------------

/// `12 of 32 people use 80 % of it`
pub fn pareto_caption(curve: &[(u64, f64)]) -> String {
    const MOST_OF_IT: f64 = 0.8;
    let all = curve.last().map_or(0, |(people, _)| *people);
    match curve.iter().find(|(_, share)| *share >= MOST_OF_IT) {
        Some((people, of)) if all > 1 => {
            format!("{} of {} use {} of it", count(*people), plural::people(all), share(*of))
        }
        _ => format!("{} uses all of it", plural::people(all)),
    }
}

/// `Ten of 32 people use 63 % of it; 8 of them are not called expected.`
pub fn top_ten(top: &[UsagePart], people: u64, not_expected: u64) -> String {
    let shown = top.len() as u64;
    let part = top.last().map_or(0.0, |part| part.running_share);
    let who = match shown {
        0 => return "Nobody was charged: 0 tokens.".to_string(),
        1 if people <= 1 => "One person uses all of it".to_string(),
        _ => format!("{} of {} use {} of it", plural::spelled(shown), plural::people(people), share(part)),
    };
    match not_expected {
        0 => format!("{who}, all of them as expected."),
        _ => format!("{who}; {} not marked as expected.", plural::of(not_expected, "is", "are")),
    }
}

/// Marks a person.
pub const EXPECTED: &str = "expected";
/// The question.
pub const IS_EXPECTED: &str = "Is this expected?";
/// The answer.
pub const YES_EXPECTED: &str = "Yes, expected";
/// Takes it back.
pub const NOT_EXPECTED: &str = "No longer expected";
/// A note beside a mark.
pub const NOTE: &str = "Note";

/// `AutoCAD takes 61 % of the tokens.`
pub fn listed(of: Cut, view: &UsageView, hide: bool) -> String {
    let Some(first) = view.parts.first().filter(|_| view.ask.first == 0) else {
        return format!("{} in all.", plural_of_cut(of, view.total_parts));
    };
    let name = people::who(&first.part.who, hide, unnamed(of));
    let verb = if of == Cut::Person { "uses" } else { "takes" };
    format!(
        "{name} {verb} {} of the tokens; {} in all.",
        share(first.part.share),
        plural_of_cut(of, view.total_parts)
    )
}

/// `3 products`
pub fn plural_of_cut(of: Cut, number: u64) -> String {
    match of {
        Cut::Product => plural::products(number),
        Cut::Person => plural::people(number),
        Cut::Team => plural::of(number, "team", "teams"),
        Cut::Version => plural::of(number, "version", "versions"),
    }
}

// ---- What changed ----------------------------------------------------------------------------

/// `123 more`, `123 fewer`, `as many`
pub fn more_or_fewer(difference: Tokens) -> String {
    match difference.0 {
        0 => "as many".to_string(),
        more if more > 0 => format!("{} more", tokens(difference)),
        _ => format!("{} fewer", tokens(-difference)),
    }
}

/// A difference with its sign.
pub fn signed(difference: Tokens) -> String {
    if difference.is_positive() { format!("+{}", tokens(difference)) } else { tokens(difference) }
}

/// `Jul 2026 against Jun 2026`
pub fn against(after: Month, before: Month) -> String {
    format!("{} against {}", month(after), month(before))
}

/// `3,420 tokens in 23 working days, 123 more than 3,010 in 21 working days would give.`
pub fn changed(view: &CompareView) -> String {
    let expected = findings::tokens_in(&view.expected);
    let after = findings::tokens_in(&view.after.tokens);
    let before = findings::tokens_in(&view.before.tokens);
    let days = |days: i64| plural::of(days.unsigned_abs(), "working day", "working days");
    let percent = if expected.is_positive() && after != expected {
        format!(" ({})", share((after - expected).to_f64().abs() / expected.to_f64()))
    } else {
        String::new()
    };
    let than = if after == expected { "as" } else { "than" };
    format!(
        "{} tokens in {}, {}{percent} {than} the pace before: {} in {}.",
        tokens(after),
        days(view.after.working_days),
        more_or_fewer(after - expected),
        tokens(before),
        days(view.before.working_days),
    )
}

/// `Most of the change: AutoCAD +210 and Tessel Marrow +130 tokens.`
pub fn explained(view: &CompareView, hide: bool) -> Option<String> {
    let one = |changes: &[ChangeView], unnamed: &str| {
        let change = changes.first()?;
        Some(format!("{} {}", people::who(&change.who, hide, unnamed), signed(change.after - change.before)))
    };
    let parts: Vec<String> =
        [one(&view.by_product, page::NO_PRODUCT), one(&view.by_person, "")].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("Most of the change: {} tokens.", parts.join(" and ")))
}

/// Nothing changed.
pub const NOTHING_CHANGED: &str = "Nothing changed: every difference is 0.";
/// Only one month.
pub const NO_MONTH_BEFORE: &str = "The rows begin in this month: there is no earlier one to compare it with.";
/// The other comparison needs more rows.
pub const NO_YEAR_BEFORE: &str = "The rows do not reach back to the same month a year before.";
/// Which month.
pub const MONTH_OF: &str = "Month";

// ---- One person ------------------------------------------------------------------------------

/// `Charged on 118 days, 1,610 tokens; last on 31 Jul 2026.`
pub fn person_finding(view: &UsageView) -> String {
    let last = view.days.iter().rposition(|tokens| tokens.is_positive());
    match last {
        Some(index) => format!(
            "Charged on {}, {} tokens; last on {}.",
            plural::days(days_with_use(view)),
            tokens(findings::tokens_in(&view.tokens)),
            day(view.first_day.plus(index as i32))
        ),
        None => "No charge in this time: 0 tokens.".to_string(),
    }
}

/// The money in a figure, or nothing.
pub fn money_in(figure: &Figure) -> Option<engine::usage::Money> {
    match figure.value {
        Some(Value::Money(money) | Value::Price(money)) => Some(money),
        _ => None,
    }
}
