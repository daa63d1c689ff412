//! Habits in words.

use super::{numbers, plural};
use engine::desk::{
    HabitBy, HabitParts, HabitRow, HabitView, HabitWhen, HabitsLimit, HabitsView, OutcomeView,
    PoolForecastView, Value,
};
use engine::usage::{Money, Tokens};

/// A habit's name on the screen.
pub fn habit_name(habit: &str) -> &str {
    match habit {
        "several_products" => "Several products on one day",
        "short_visits" => "Short visits",
        "left_open" => "Left open",
        "every_day" => "Every day",
        "half_days" => "Half days",
        "weekend" => "Weekends",
        "seat_holder" => "On Flex despite a seat",
        "old_version" => "Old versions",
        other => other,
    }
}

/// `on days with several products, inferred from daily rows`
pub fn habit_basis(habit: &HabitView) -> String {
    let what = match habit.habit.as_str() {
        "several_products" => "on days with several products",
        "short_visits" => "for windows with less than half an hour of use",
        "left_open" => "for products left open",
        "every_day" => "beyond three days a week of daily users",
        "half_days" => "for two half days that one window would cover",
        "weekend" => "on days that are not worked",
        "seat_holder" => "on Flex despite a seat",
        "old_version" => "left open on versions that do not go idle",
        other => habit_name(other),
    };
    let how = match habit.evidence.as_str() {
        "exact" => "from session times",
        "upper_bound" => "an upper bound",
        _ => "inferred from daily rows",
    };
    format!("{what}, {how}")
}

/// What happened to the people of a habit.
fn charged(habit: &str) -> &str {
    match habit {
        "several_products" => "charged for several products on the same day",
        "short_visits" => "charged for less than half an hour of use",
        "left_open" => "charged for what stayed open",
        "every_day" => "charged beyond the usual days of a week",
        "half_days" => "charged twice where one window would do",
        "weekend" => "charged on days that are not worked",
        "seat_holder" => "charged despite a seat",
        "old_version" => "charged for an old version that stayed open",
        _ => "charged",
    }
}

/// `Eight people were charged for several products on the same day, 412 times in 365 days.`
pub fn habit_finding(habit: &HabitView, window_days: i64) -> String {
    let people = habit.people.len() as u64 + habit.others;
    let times = match habit.days.value {
        Some(Value::Count(times)) => times,
        _ => 0,
    };
    finding(&habit.habit, people, times, window_days)
}

fn finding(habit: &str, people: u64, times: u64, window_days: i64) -> String {
    if people == 0 || times == 0 {
        return habit_of_nobody(habit);
    }
    format!(
        "{} {} {}, {} in {}.",
        plural::spelled(people),
        if people == 1 { "person was" } else { "people were" },
        charged(habit),
        plural::of(times, "time", "times"),
        plural::days(window_days.unsigned_abs()),
    )
}

/// Nobody has it.
pub fn habit_of_nobody(habit: &str) -> String {
    match habit {
        "several_products" => "Nobody was charged for several products on one day.".to_string(),
        other => format!("Nobody was {}.", charged(other)),
    }
}

/// What the figure of a habit is not.
pub fn habit_cost_not_saving(habit: &str) -> &'static str {
    match habit {
        "several_products" => {
            "This is what it costs, not what can be saved: some of these days need both products."
        }
        _ => "This is what it costs, not what can be saved.",
    }
}

/// The tokens of several products on one day.
pub const BESIDE_DEAREST: &str = "Tokens beside the dearest";
/// What they are.
pub const ALL_BUT_DEAREST: &str = "All but the dearest product of each day";
/// The tokens of other habits.
pub const TOKENS: &str = "Tokens";

/// A habit by its place in the list, for ids: `left_open` → `left-open`.
pub fn habit_id(habit: &str) -> String {
    habit.replace('_', "-")
}

/// What a finding rests on, as a tag, and what that means.
pub fn evidence(evidence: &str) -> (&'static str, &'static str) {
    match evidence {
        "exact" => ("exact", "From session times: each charge is known"),
        "upper_bound" => {
            ("upper bound", "Without idle times it cannot be told which of it was in use: it is this at most")
        }
        _ => ("inferred", "From daily rows without times: how the days follow each other makes it likely"),
    }
}

/// What cannot be told, and why. The first sentence of the place for users of the portal's exports.
pub fn limit(limit: HabitsLimit) -> &'static str {
    match limit {
        HabitsLimit::NoUse => {
            "No use is loaded yet, so no habit can be found. The calculators and the simulator below work without it."
        }
        HabitsLimit::OnlySums => {
            "These files hold sums, not days, so no habit can be found. The calculators and the simulator below work without days."
        }
        HabitsLimit::NoPersons => {
            "No row names a person, and a habit is somebody’s: none can be told. The calculators below work without names."
        }
        HabitsLimit::NoTimes => {
            "Your rows are days without times, as all exports of Autodesk’s portal are: several products on one day, weekends, daily use and what was left open are told from the days. Short visits and half days need session times; the calculators below work without them."
        }
        HabitsLimit::TimesInPart => {
            "Some rows have session times and some do not: what rests on times is of part of the use."
        }
        HabitsLimit::NoIdleTimes => "Sessions without idle times: what was left open is an upper bound.",
        HabitsLimit::NoSeats => {
            "No seats are known, so charges despite a seat cannot be told. Enter seats at Licences."
        }
        HabitsLimit::NoVersions => {
            "From which version on a product goes idle is not in the plan, so nothing is said about old versions."
        }
        HabitsLimit::TooFewDays => "Fewer than 56 days are covered: too few for amounts a year.",
        HabitsLimit::NoTokenPrice => "No token price is known, so no money is shown. Enter one in the plan.",
    }
}

/// `Up to 12,340 tokens a year hang on habits, each charge counted once.`
pub fn headline(view: &HabitsView) -> String {
    let with_days = view.habits.iter().filter(|row| row.people > 0);
    let own = with_days.clone().map(|row| row.own_tokens_per_year.tokens()).sum::<Option<Tokens>>();
    match (with_days.count(), own) {
        (0, _) => "No habit shows in these rows.".to_string(),
        (_, Some(own)) if own.is_positive() => format!(
            "Up to {} tokens a year hang on habits, each charge counted once.",
            numbers::tokens(own)
        ),
        (_, Some(_)) => "What the habits cost is what moving people to subscriptions saves already: nothing more hangs on them.".to_string(),
        (found, None) => format!("{} show, but there are too few days for amounts a year.", plural::of(found as u64, "habit", "habits")),
    }
}

/// What the sliders come to together.
pub fn saved(view: &HabitsView) -> String {
    match (view.saved_tokens_per_year.tokens(), view.saved_per_year.money()) {
        (Some(tokens), money) if tokens.is_positive() => format!(
            "The changes you set save {} tokens{} a year.",
            numbers::tokens(tokens),
            money.map(|money| format!(", {}", numbers::money(money, &view.currency))).unwrap_or_default()
        ),
        (Some(_), _) => {
            "No change is set yet: move a slider, and tokens, money and the run-out date follow.".to_string()
        }
        (None, _) => String::new(),
    }
}

/// What the sliders do to the day the tokens run out, of the pool that is forecast.
pub fn run_out(pool: &PoolForecastView) -> Option<String> {
    let day_of = |outcome: &OutcomeView| match outcome.run_out_day.value {
        Some(Value::Day(day)) => Some(day),
        _ => None,
    };
    let then = pool.then.as_ref()?;
    let days = pool.difference.as_ref().and_then(|difference| difference.days).filter(|days| *days != 0);
    match (day_of(&pool.now), day_of(then)) {
        (Some(now), Some(then)) if now != then => Some(format!(
            "With all you set and accepted, the tokens run out on {} instead of {}{}.",
            numbers::day(then),
            numbers::day(now),
            days.map(|days| {
                format!(
                    ", {} {}",
                    plural::days(days.unsigned_abs()),
                    if days > 0 { "later" } else { "earlier" }
                )
            })
            .unwrap_or_default()
        )),
        (Some(now), Some(_)) => Some(format!(
            "The tokens still run out on {}: until then too few of them are saved to move the day.",
            numbers::day(now)
        )),
        (Some(now), None) => Some(format!(
            "With all you set and accepted, the tokens last beyond {} instead of running out on {}.",
            numbers::day(pool.horizon),
            numbers::day(now)
        )),
        _ => None,
    }
}

/// `Eight people were charged for several products on the same day, 412 times in 365 days.`
pub fn row_finding(row: &HabitRow, window_days: i64) -> String {
    let times = match row.days.value {
        Some(Value::Count(times)) => times,
        _ => 0,
    };
    finding(&row.habit, row.people, times, window_days)
}

/// When what a habit saves becomes money.
pub fn when(when: &HabitWhen) -> String {
    let pool = when.pool.as_ref().map(|pool| format!(" in the pool {pool}")).unwrap_or_default();
    let words = match when.when.as_str() {
        "this_term" => "becomes money from this term on, since a true-up becomes smaller",
        "at_renewal" => "becomes money from the renewal on, since the next purchase becomes smaller",
        "lapses" => "not money within a year: these tokens would lapse",
        _ => "when it becomes money cannot be told: tokens left are not known",
    };
    let day = when.best_day.map(|day| format!("; best from {}", numbers::day(day))).unwrap_or_default();
    let others = if when.other_pools { "; other pools have part of it" } else { "" };
    format!("{words}{pool}{day}{others}")
}

/// Headings.
pub const FOUND: &str = "What is found";
/// The chart of all habits.
pub const CHART: &str = "Tokens a year of each habit";
/// The parts of one.
pub const PARTS: &str = "Whose they are";
/// What stays on the bar where a slider is moved.
pub const HOW_MUCH: &str = "How much of it could change";
/// While nothing is set.
pub const SAVES_NOTHING: &str = "Saves nothing at 0 %.";

/// `saves 1,234 tokens, €3,702 a year`
pub fn saves(tokens: Tokens, money: Option<Money>, currency: &str) -> String {
    let money = money.map(|money| format!(", {}", numbers::money(money, currency)));
    format!("Saves {} tokens{} a year", numbers::tokens(tokens), money.unwrap_or_default())
}

/// The costliest habit.
pub fn chart_caption(habit: &str, tokens: Tokens) -> String {
    format!("The costliest is “{}”: {} tokens a year", habit_name(habit), numbers::tokens(tokens))
}

/// What parts are of, as a column's name.
pub fn cut(by: HabitBy) -> &'static str {
    match by {
        HabitBy::Person => "Person",
        HabitBy::Team => "Team",
        HabitBy::Product => "Product",
    }
}

/// `Left open: the first of 8 people has 31 % of it.`
pub fn parts_finding(parts: &HabitParts, hide_names: bool) -> String {
    let Some(first) = parts.parts.first().filter(|_| parts.first == 0) else {
        return format!("{}, further in the list.", habit_name(&parts.habit));
    };
    let name = super::people::who(&first.who, hide_names, "no name");
    let (one, many) = match parts.by {
        HabitBy::Person => ("person", "people"),
        HabitBy::Team => ("team", "teams"),
        HabitBy::Product => ("product", "products"),
    };
    format!(
        "{}: {}; {name} has {} of its tokens.",
        habit_name(&parts.habit),
        plural::of(parts.total, one, many),
        numbers::share(first.share)
    )
}
