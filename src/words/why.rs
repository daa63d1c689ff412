//! What *why?* says: the names of inputs, and the sum with its numbers put in.

use super::numbers::{day, money_exact, price, tokens_exact, value_with_unit};
use super::plural::days;
use engine::analysis::Habit;
use engine::desk::{Figure, Input, Query, Value};
use engine::rules::Rule;
use engine::usage::{Day, Money, Tokens};

/// An input's name.
pub fn input_name(input: Input) -> &'static str {
    match input {
        Input::TokensUsed => "Tokens used",
        Input::TokensInBurnDays => "Tokens used in these days",
        Input::BurnDays => "Days looked at",
        Input::BurnRate => "Burn rate, a day",
        Input::FirstDay => "First day of use",
        Input::LastDay => "Last day of use",
        Input::DaysCovered => "Days covered",
        Input::YearFrom => "Counted from",
        Input::YearDays => "Days counted",
        Input::TokensInYear => "Tokens in these days",
        Input::HabitDays => "Days on which it shows",
        Input::OwnTokens => "Its own tokens in these days",
        Input::ActiveDays => "Active days",
        Input::HabitShare => "How much of it could change",
        Input::TokenPrice => "Token price",
        Input::Balance => "Tokens left",
        Input::BalanceDay => "At the end of",
        Input::Bought => "Tokens bought",
        Input::Lapsed => "Tokens lapsed",
        Input::Unexplained => "Unexplained tokens",
        Input::Uncovered => "Tokens no pack covers",
        Input::AsOf => "Last complete day",
        Input::Renewal => "Renewal",
        Input::HistoryDays => "Days of rows",
        Input::WorkingDaysBefore => "Working days before",
        Input::WorkingDaysAfter => "Working days after",
        Input::Expected => "Tokens to be expected",
        Input::EarlyRunOut => "Early run-out",
        Input::LeadDays => "Days from order to tokens",
        Input::PastForecasts => "Past forecasts",
        Input::FlexCovered => "On Flex, what the seats cover",
        Input::FlexLeft => "What stays on Flex",
        Input::Subscriptions => "Price of the seats",
        Input::ChargeDays => "Charge days a year",
        Input::TokensMoved => "Tokens taken off the pool",
        Input::Certainty => "Futures that must last",
        Input::Missing => "Tokens missing",
        Input::DaysWithout => "Days without tokens",
        Input::People => "People",
        Input::Today => "Today",
        Input::NextNeed => "Needed next term, in the middle",
        Input::RenewalTokens => "Tokens at renewal",
        Input::Limit => "Limit",
        Input::UsualBudget => "Usual budget of a month",
        Input::UsualBudgetDays => "Days on which it counts",
        Input::BusyBudget => "Budget of a month in a busy period",
        Input::BusyBudgetDays => "Days of the month in it",
        Input::DaysOfMonth => "Days of the month",
        Input::LapsedApart => "Tokens that lapse, each pool by itself",
        Input::LapsedShared => "Tokens that lapse in one pool",
    }
}

/// The figure itself in words; an unknown one says so.
pub fn figure_value(figure: &Figure, currency: &str) -> String {
    match figure.value {
        Some(value) => value_with_unit(value, currency),
        None => super::page::UNKNOWN.to_string(),
    }
}

/// The sum with its numbers put in, where that is sensible.
pub fn formula(figure: &Figure, currency: &str) -> Option<String> {
    let inputs = Inputs(&figure.inputs);
    match (figure.rule, figure.value?) {
        (Rule::BurnRate, Value::TokensPerDay(rate)) => Some(format!(
            "{} ÷ {} = {} tokens a day",
            tokens_exact(inputs.tokens(Input::TokensInBurnDays)?),
            days(inputs.days(Input::BurnDays)?.unsigned_abs()),
            tokens_exact(rate)
        )),
        (rule, Value::Tokens(result)) if is_habit(rule) => {
            let window = inputs.days(Input::YearDays)?;
            Some(format!(
                "{} × 365 ÷ {window} = {} tokens a year",
                tokens_exact(inputs.tokens(Input::TokensInYear)?),
                tokens_exact(result)
            ))
        }
        (rule, Value::Money(result)) if is_habit(rule) => {
            let window = inputs.days(Input::YearDays)?;
            Some(format!(
                "{} × {} × 365 ÷ {window} = {} a year",
                tokens_exact(inputs.tokens(Input::TokensInYear)?),
                price(inputs.money(Input::TokenPrice)?, currency),
                money_exact(result, currency)
            ))
        }
        (Rule::Budget, Value::Tokens(result)) => budget_sum(&inputs, result),
        (Rule::RunOut, Value::Day(out)) => {
            let from = inputs.day(Input::BalanceDay)?;
            let (balance, rate) = (inputs.tokens(Input::Balance)?, inputs.tokens(Input::BurnRate)?);
            let enough_days = balance.0.checked_div(rate.0)?;
            // Where tokens lapse on the way, dividing alone does not give the day.
            if enough_days != i64::from(from.days_until(out) - 1) {
                return None;
            }
            Some(format!(
                "{} ÷ {} a day: enough for {} after {}; on {} less is left than the day needs",
                tokens_exact(balance),
                tokens_exact(rate),
                days(enough_days.unsigned_abs()),
                day(from),
                day(out),
            ))
        }
        _ => None,
    }
}

/// `400 × 10 ÷ 30 + 900 × 20 ÷ 30 = 733.333333 tokens`, or `461 − 400 = 61 tokens`.
fn budget_sum(inputs: &Inputs<'_>, result: Tokens) -> Option<String> {
    if let (Some(used), Some(budget)) = (inputs.tokens(Input::TokensUsed), inputs.tokens(Input::Limit)) {
        let (used, budget) = (tokens_exact(used), tokens_exact(budget));
        return Some(format!("{used} − {budget} = {} tokens", tokens_exact(result)));
    }
    let all = inputs.days(Input::DaysOfMonth)?;
    let is_amount = |input: &Input| matches!(input, Input::UsualBudget | Input::BusyBudget);
    let parts: Vec<String> = inputs
        .0
        .windows(2)
        .filter(|pair| is_amount(&pair[0].0))
        .filter_map(|pair| match (pair[0].1, pair[1].1) {
            (Value::Tokens(tokens), Value::Days(days)) => {
                Some(format!("{} × {days} ÷ {all}", tokens_exact(tokens)))
            }
            _ => None,
        })
        .collect();
    Some(format!("{} = {} tokens", parts.join(" + "), tokens_exact(result)))
}

/// Whether a rule is that of a habit, whose yearly amounts all come about alike.
fn is_habit(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::SeveralProducts
            | Rule::SeatHolder
            | Rule::OldVersion
            | Rule::LeftOpen
            | Rule::Weekend
            | Rule::HalfDays
            | Rule::ShortVisits
            | Rule::EveryDay
    )
}

struct Inputs<'a>(&'a [(Input, Value)]);

impl Inputs<'_> {
    fn value(&self, input: Input) -> Option<Value> {
        self.0.iter().find(|(name, _)| *name == input).map(|(_, value)| *value)
    }

    fn tokens(&self, input: Input) -> Option<Tokens> {
        match self.value(input)? {
            Value::Tokens(t) | Value::TokensPerDay(t) => Some(t),
            _ => None,
        }
    }

    fn money(&self, input: Input) -> Option<Money> {
        match self.value(input)? {
            Value::Money(m) | Value::Price(m) => Some(m),
            _ => None,
        }
    }

    fn days(&self, input: Input) -> Option<i64> {
        match self.value(input)? {
            Value::Days(n) => Some(n),
            _ => None,
        }
    }

    fn day(&self, input: Input) -> Option<Day> {
        match self.value(input)? {
            Value::Day(day) => Some(day),
            _ => None,
        }
    }
}

/// Which rows are shown, in words: `All rows`, `Rows of AutoCAD, 4 Jul 2026 – 31 Jul 2026`.
pub fn rows_heading(query: &Query, person: Option<&str>) -> String {
    let mut of: Vec<String> = Vec::new();
    of.extend(person.map(str::to_string));
    of.extend(query.product.clone());
    of.extend(query.team.clone());
    of.extend(query.version.as_ref().map(|version| format!("version {version}")));
    let mut words =
        if of.is_empty() { "Rows behind it".to_string() } else { format!("Rows of {}", of.join(", ")) };
    if let Some(habit) = query.habit {
        words.push_str(match habit {
            Habit::SeveralProducts => ", on days with several products",
            Habit::SeatHolder => ", beside a seat",
            Habit::OldVersion => ", left open on a version without idle awareness",
            Habit::LeftOpen => ", left open",
            Habit::Weekend => ", on days that are not worked",
            Habit::HalfDays => ", the second of two half days",
            Habit::ShortVisits => ", less than half an hour of use",
            Habit::EveryDay => ", beyond so many days a week",
        });
    }
    match (query.from, query.to) {
        (Some(from), Some(to)) => words.push_str(&format!(", {} – {}", day(from), day(to))),
        (Some(from), None) => words.push_str(&format!(", from {}", day(from))),
        (None, Some(to)) => words.push_str(&format!(", to {}", day(to))),
        (None, None) => {}
    }
    words
}

/// The parts of the dialog.
pub const RULE: &str = "The rule";
/// Its source.
pub const SOURCE: &str = "Source";
/// Its date.
pub const DATED: &str = "As of";
/// The inputs.
pub const WENT_IN: &str = "What went in";
/// The sum.
pub const THE_SUM: &str = "The sum";
/// The figure.
pub const FIGURE: &str = "The figure";
/// While the rows come.
pub const LOADING_ROWS: &str = "Looking up the rows…";
/// No rows behind it.
pub const NO_ROWS: &str = "No rows stand behind it.";
