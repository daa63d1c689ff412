//! The words of the calculators and the charge simulator.

use super::{numbers, plural};
use engine::desk::{CalculateView, SimulateView};
use engine::rules::{Calculation, Calculator, DrawnCharge, DrawnFate, Operation, Quantity, Step, StepName};
use engine::usage::Tokens;

/// Headings.
pub const CALCULATORS: &str = "What a habit costs, worked out";
/// Under it.
pub const CALCULATORS_NOTE: &str =
    "The article’s four sums, on the charge rule itself. They need no file: change the numbers.";
/// The simulator.
pub const SIMULATOR: &str = "Charge simulator";
/// Under it.
pub const SIMULATOR_NOTE: &str = "A week of one person. A launch of five minutes or more opens a window of 24 hours and is charged at once; what is opened again within it is free; what is still in use when it ends is charged again.";

/// The name of a calculator.
pub fn calculator(of: Calculator) -> &'static str {
    match of {
        Calculator::MinutesADay { .. } => "A few minutes a day",
        Calculator::LeftOpen { .. } => "Left open",
        Calculator::TwoProducts { .. } => "Two products a day",
        Calculator::FewerDays { .. } => "Fewer days a week",
    }
}

/// What it comes to, as a sentence.
pub fn comes_to(
    of: Calculator,
    view: &CalculateView,
    product: &str,
    other: Option<&str>,
    people: u32,
) -> String {
    let Some(today) = &view.today else {
        return format!("The rate of {product} is not known: enter it in the plan.");
    };
    let people_tokens = numbers::tokens(today.tokens_of_all);
    let money = today.amount_of_all.map(|money| format!(", {}", numbers::money(money, &view.currency)));
    let money = money.unwrap_or_default();
    let who = if people == 1 { "one person".to_string() } else { plural::people(u64::from(people)) };
    let what = match of {
        Calculator::MinutesADay { minutes, days } => format!(
            "{} of {product} on each of {} cost {who} {people_tokens} tokens{money} a year; the whole day would cost the same.",
            plural::of(u64::from(minutes), "minute", "minutes"),
            plural::days(u64::from(days))
        ),
        Calculator::LeftOpen { nights, times, .. } => format!(
            "Leaving {product} open for {}, {} a year, costs {who} {people_tokens} tokens{money} more than closing it.",
            plural::of(u64::from(nights), "night", "nights"),
            plural::of(u64::from(times), "time", "times"),
        ),
        Calculator::TwoProducts { days } => format!(
            "{product} and {} on one day, where one would do: on {} that is {people_tokens} tokens{money} a year of {who}.",
            other.unwrap_or("another"),
            plural::days(u64::from(days))
        ),
        Calculator::FewerDays { days_a_week, weeks } => format!(
            "{product} on {} a week instead of five saves {who} {people_tokens} tokens{money} in {}.",
            plural::days(u64::from(days_a_week)),
            plural::of(u64::from(weeks), "week", "weeks"),
        ),
    };
    match idle_aware(of, today) {
        Some(aware) => format!("{what} {aware}"),
        None => what,
    }
}

/// What a version that goes idle changes.
fn idle_aware(of: Calculator, today: &Calculation) -> Option<String> {
    if !matches!(of, Calculator::LeftOpen { .. }) {
        return None;
    }
    let aware = today.tokens_aware?;
    Some(if aware == Tokens::ZERO {
        "A version that goes idle costs nothing more.".to_string()
    } else {
        format!("On a version that goes idle it is {} tokens a person.", numbers::tokens(aware))
    })
}

/// A line of the arithmetic: its name, and `220 days × 7 tokens = 1,540 tokens`.
pub fn step(step: &Step, currency: &str) -> (&'static str, String) {
    let sign = match step.operation {
        Operation::Times => " × ",
        Operation::Minus => " − ",
    };
    let of: Vec<String> = step.of.iter().map(|quantity| with_unit(*quantity, currency)).collect();
    (step_name(step.name), format!("{} = {}", of.join(sign), with_unit(step.result, currency)))
}

fn step_name(name: StepName) -> &'static str {
    match name {
        StepName::Charges => "Charges",
        StepName::ChargesOpen => "Charges, left open",
        StepName::ChargesOpenAware => "Charges, left open, if it goes idle",
        StepName::ChargesClosed => "Charges, closed",
        StepName::ChargesSpared => "Charges spared",
        StepName::ChargesSparedAware => "Charges spared, if it goes idle",
        StepName::DaysSpared => "Days spared",
        StepName::Tokens => "Tokens of one person",
        StepName::Money => "Money of one person",
        StepName::TokensOfAll => "Tokens of all",
        StepName::MoneyOfAll => "Money of all",
    }
}

fn with_unit(quantity: Quantity, currency: &str) -> String {
    match quantity {
        Quantity::Charges(n) => plural::of(n, "charge", "charges"),
        Quantity::ChargesEach(n) => format!("{} each", plural::of(n, "charge", "charges")),
        Quantity::Days(n) => plural::days(n),
        Quantity::Weeks(n) => plural::of(n, "week", "weeks"),
        Quantity::DaysAWeek(n) => format!("{} a week", plural::days(n)),
        Quantity::Times(n) => plural::of(n, "time", "times"),
        Quantity::People(n) => plural::people(n),
        Quantity::Rate(t) => format!("{} tokens a charge", numbers::tokens_exact(t)),
        Quantity::Tokens(t) => format!("{} tokens", numbers::tokens_exact(t)),
        Quantity::Price(m) => format!("{} a token", numbers::price(m, currency)),
        Quantity::Money(m) => numbers::money(m, currency),
    }
}

/// Weekdays, Monday first.
pub const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const DAY_MINUTES: u32 = 24 * 60;

/// `Monday 09:00`; the end of the week is Sunday 24:00, beyond it is the next week’s.
pub fn moment(minutes: u32) -> String {
    if minutes == 7 * DAY_MINUTES {
        return "Sunday 24:00".to_string();
    }
    let day = (minutes / DAY_MINUTES) as usize;
    let next = if day >= 7 { "next " } else { "" };
    format!("{next}{} {}", WEEKDAYS[day % 7], clock(minutes))
}

/// `09:00`
pub fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes % DAY_MINUTES / 60, minutes % 60)
}

/// `2 h 10 min`
pub fn lasting(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}

/// What a week comes to: `2 charges, 14 tokens, $42.`
pub fn week(view: &SimulateView) -> String {
    let charges = view.simulation.charges.len() as u64;
    if view.simulation.fates.is_empty() {
        return "No session yet: choose an example or add one.".to_string();
    }
    let tokens = match view.total {
        Some(total) => format!(", {} tokens", numbers::tokens(total)),
        None => ", tokens unknown: the rate of a product is not known".to_string(),
    };
    let money = view.amount.map(|amount| format!(", {}", numbers::money(amount, &view.currency)));
    format!("This week: {}{tokens}{}.", plural::of(charges, "charge", "charges"), money.unwrap_or_default())
}

/// A charge, told.
pub fn charge(charge: &DrawnCharge, tokens: Option<Tokens>) -> String {
    let cause = if charge.carried_on {
        "still in use when the window before it ended"
    } else {
        "launched, with no window open"
    };
    let tokens =
        tokens.map_or("tokens unknown".to_string(), |tokens| format!("{} tokens", numbers::tokens(tokens)));
    format!(
        "{}: {}, {cause}: {tokens}. The window runs to {}, {} of use in it.",
        moment(charge.opened),
        charge.product,
        moment(charge.ends),
        lasting(charge.used)
    )
}

/// What became of a session.
pub fn fate(fate: DrawnFate) -> &'static str {
    match fate {
        DrawnFate::Charged => "charged",
        DrawnFate::Covered => "free: a window was open",
        DrawnFate::TooShort => "free: under five minutes",
    }
}

/// The name of a week to begin with.
pub fn preset(name: &str) -> &str {
    match name {
        "two_days" => "Two working days, the second begun earlier",
        "overnight" => "Begun in the evening, open overnight",
        "over_a_weekend" => "Left open over a weekend",
        "over_a_weekend_idle" => "The same on a version that goes idle",
        "two_products" => "Two products on one day",
        "short_launch" => "Four minutes, then five",
        "daily_peeks" => "Ten minutes each working day",
        other => other,
    }
}

/// The picture of a week, told.
pub fn week_description(view: &SimulateView) -> String {
    let charges = view.simulation.charges.iter().zip(&view.tokens);
    let told: Vec<String> = charges.map(|(one, tokens)| charge(one, *tokens)).collect();
    if told.is_empty() { "No charge.".to_string() } else { told.join(" ") }
}

/// Which product stands in which lane of a day.
pub fn lanes(products: &[String]) -> String {
    format!("In each day, from top to bottom: {}.", products.join(", "))
}

/// Over the arithmetic with the rates of today.
pub const WITH_TODAY: &str = "With today’s rates";
/// Over that of the article.
pub const WITH_ARTICLE: &str = "With the article’s: 6 tokens for AutoCAD, $3 a token";
/// What opens it.
pub const ARTICLE_SUM: &str = "The article’s own sum";
/// Where the article says nothing.
pub const NO_ARTICLE_RATE: &str = "The article names no rate of this product.";
