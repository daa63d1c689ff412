//! Habits in words.

use super::plural;
use engine::desk::{HabitView, Value};

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
    if people == 0 || times == 0 {
        return habit_of_nobody(&habit.habit);
    }
    format!(
        "{} {} {}, {} in {}.",
        plural::spelled(people),
        if people == 1 { "person was" } else { "people were" },
        charged(&habit.habit),
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
