//! Habits as the screens show them.

use super::habits_view::{
    HabitBy, HabitPartView, HabitParts, HabitRow, HabitWhen, HabitsAsk, HabitsLimit, HabitsView,
};
use super::parts::{
    NameOf, QueryOf, person, product_name, rows_of_person, rows_of_product, rows_of_team, someone, team_name,
};
use super::views::{HabitPerson, HabitView, OVERVIEW_LIST_MAX, ROWS_PER_ANSWER_MAX};
use super::{Facts, Figure, Input, Query, Value};
use crate::analysis::licences::WhenMoney;
use crate::analysis::{Evidence, Habit, HabitCost, Report};
use crate::rules::Rule;
use crate::usage::{Day, Log, Money, Tokens};

/// How many habits the first screen shows.
const OVERVIEW_HABITS_MAX: usize = 3;

/// The rule of a habit.
pub fn rule_of(habit: Habit) -> Rule {
    match habit {
        Habit::SeatHolder => Rule::SeatHolder,
        Habit::OldVersion => Rule::OldVersion,
        Habit::LeftOpen => Rule::LeftOpen,
        Habit::Weekend => Rule::Weekend,
        Habit::SeveralProducts => Rule::SeveralProducts,
        Habit::HalfDays => Rule::HalfDays,
        Habit::ShortVisits => Rule::ShortVisits,
        Habit::EveryDay => Rule::EveryDay,
    }
}

/// Adds the token price, where it is known.
pub fn with_price(figure: Figure, report: &Report) -> Figure {
    match report.token_price {
        Some(price) => figure.with(Input::TokenPrice, Value::Price(price)),
        None => figure,
    }
}

/// The habits of the first screen: the costliest that anyone has, else several products, of which
/// nobody's is worth saying.
pub fn of_overview(log: &Log, report: &Report) -> Vec<HabitView> {
    let found = report.habits.iter().filter(|habit| habit.days > 0).take(OVERVIEW_HABITS_MAX);
    let mut shown: Vec<HabitView> = found.map(|habit| habit_view(log, report, habit)).collect();
    if shown.is_empty() {
        let several = report.habits.iter().find(|habit| habit.habit == Habit::SeveralProducts);
        shown.extend(several.map(|habit| habit_view(log, report, habit)));
    }
    shown
}

/// The window behind yearly amounts, and its rows of a habit.
fn window(report: &Report) -> (Day, Day) {
    report.period.year().map_or((report.period.first, report.period.last), |year| (year.from, year.to))
}

fn rows_of(report: &Report, habit: Habit) -> Query {
    let (from, to) = window(report);
    Query { from: Some(from), to: Some(to), habit: Some(habit), ..Query::default() }
}

/// A figure of a habit, with what went into it.
fn figure(report: &Report, habit: &HabitCost, value: Option<Value>) -> Figure {
    let (from, to) = window(report);
    Figure::new(rule_of(habit.habit), value)
        .with(Input::HabitDays, Value::Count(habit.days))
        .with(Input::TokensInYear, Value::Tokens(habit.tokens))
        .with(Input::YearFrom, Value::Day(from))
        .with(Input::YearDays, Value::Days(i64::from(from.days_until(to) + 1)))
        .proven_by(rows_of(report, habit.habit))
}

fn habit_view(log: &Log, report: &Report, habit: &HabitCost) -> HabitView {
    let per_year = |value| figure(report, habit, value);
    let shown = &habit.people[..habit.people.len().min(OVERVIEW_LIST_MAX)];
    let rule = rule_of(habit.habit);
    HabitView {
        habit: habit.habit.name().to_string(),
        evidence: habit.evidence.name().to_string(),
        days: per_year(Some(Value::Count(habit.days))),
        tokens: habit.tokens,
        amount: report.token_price.map(|price| habit.tokens.at_price(price)),
        tokens_per_year: per_year(habit.tokens_per_year.map(Value::Tokens)),
        amount_per_year: with_price(per_year(habit.amount_per_year.map(Value::Money)), report),
        rough: report.period.is_rough(),
        people: shown
            .iter()
            .map(|part| HabitPerson {
                person: person(log, part.person),
                days: part.days,
                tokens: Figure::new(rule, Some(Value::Tokens(part.tokens)))
                    .with(Input::HabitDays, Value::Count(part.days))
                    .proven_by(with_person(rows_of(report, habit.habit), rows_of_person(log, part.person))),
            })
            .collect(),
        others: (habit.people.len() - shown.len()) as u64,
    }
}

fn with_person(rows: Query, of: Query) -> Query {
    Query { person: of.person, team: of.team, product: of.product, ..rows }
}

/// The Habits place.
pub fn habits(facts: Facts<'_>, ask: &HabitsAsk) -> HabitsView {
    let found = facts.report.map_or(&[][..], |report| &report.habits);
    let sum = |of: &dyn Fn(&HabitCost) -> Option<Tokens>| found.iter().map(of).sum::<Option<Tokens>>();
    let money: Option<Money> = found.iter().map(HabitCost::saved_per_year).sum();
    let tokens = sum(&HabitCost::saved_tokens_per_year).filter(|_| !found.is_empty());
    let asked = ask.habit.as_deref().and_then(Habit::of_name);
    let chosen = match asked {
        Some(habit) => found.iter().find(|cost| cost.habit == habit),
        None => found.first(),
    };
    let saved = |value| Figure::new(Rule::HabitSaving, value);
    HabitsView {
        revision: facts.revision,
        currency: facts.plan.currency().to_string(),
        limits: limits(facts),
        window: facts.report.map(window),
        rough: facts.report.is_some_and(|report| report.period.is_rough()),
        habits: facts
            .report
            .map(|report| found.iter().map(|habit| row(facts, report, habit)).collect())
            .unwrap_or_default(),
        saved_tokens_per_year: saved(tokens.map(Value::Tokens)),
        saved_per_year: saved(money.filter(|_| !found.is_empty()).map(Value::Money)),
        every_day_limit: facts.plan.every_day_limit(),
        parts: facts.report.zip(chosen).map(|(report, habit)| parts(facts.log, report, habit, ask)),
    }
}

fn row(facts: Facts<'_>, report: &Report, habit: &HabitCost) -> HabitRow {
    let per_year = |value| figure(report, habit, value);
    let own = |value: Option<Value>| {
        Figure::new(Rule::HabitSaving, value)
            .with(Input::OwnTokens, Value::Tokens(habit.own_tokens))
            .with(Input::HabitShare, Value::Share(habit.share))
            .proven_by(rows_of(report, habit.habit))
    };
    HabitRow {
        habit: habit.habit.name().to_string(),
        evidence: habit.evidence.name().to_string(),
        days: per_year(Some(Value::Count(habit.days))),
        people: habit.people.len() as u64,
        charges_per_year: per_year(habit.charges_per_year.map(Value::CountPerYear)),
        tokens_per_year: per_year(habit.tokens_per_year.map(Value::Tokens)),
        amount_per_year: with_price(per_year(habit.amount_per_year.map(Value::Money)), report),
        own_tokens_per_year: own(habit.own_tokens_per_year.map(Value::Tokens)),
        share: habit.share,
        suggested_share: habit.habit.suggested_share(),
        saved_tokens_per_year: own(habit.saved_tokens_per_year().map(Value::Tokens)),
        saved_per_year: with_price(own(habit.saved_per_year().map(Value::Money)), report),
        when: when(facts, report, habit.habit),
    }
}

/// When a habit's saving becomes money: in the pool that most of its own tokens come from.
pub fn when(facts: Facts<'_>, report: &Report, habit: Habit) -> HabitWhen {
    let (from, to) = window(report);
    let by_pool = report.habit_days.own_by_pool(habit, from, to);
    let with_use = by_pool.iter().filter(|tokens| tokens.is_positive()).count();
    let most = (0..by_pool.len()).max_by_key(|pool| (by_pool[*pool], std::cmp::Reverse(*pool)));
    let money = most.map(|pool| WhenMoney::of(&report.pools[pool], facts.plan, report.period.as_of));
    HabitWhen {
        when: money.map_or("unknown", |money| money.when.name()).to_string(),
        best_day: money.and_then(|money| money.best_day),
        pool: most.and_then(|pool| report.pools[pool].name.clone()),
        other_pools: with_use > 1,
    }
}

fn parts(log: &Log, report: &Report, habit: &HabitCost, ask: &HabitsAsk) -> HabitParts {
    type Cut = (u32, Option<u64>, u64, Tokens);
    let cuts: Vec<Cut> = match ask.by {
        HabitBy::Person => {
            habit.people.iter().map(|p| (p.person, Some(p.days), p.charges, p.tokens)).collect()
        }
        HabitBy::Team => habit.teams.iter().map(|p| (p.index, None, p.charges, p.tokens)).collect(),
        HabitBy::Product => habit.products.iter().map(|p| (p.index, None, p.charges, p.tokens)).collect(),
    };
    let (name, query): (NameOf, QueryOf) = match ask.by {
        HabitBy::Person => (someone, rows_of_person),
        HabitBy::Team => (team_name, rows_of_team),
        HabitBy::Product => (product_name, rows_of_product),
    };
    let total = cuts.len() as u64;
    let first = ask.first.min(total);
    let count = ask.count.min(ROWS_PER_ANSWER_MAX).min(total - first);
    let view = |(index, days, charges, tokens): &Cut| HabitPartView {
        who: name(log, *index),
        days: *days,
        charges: *charges,
        tokens: Figure::new(rule_of(habit.habit), Some(Value::Tokens(*tokens)))
            .proven_by(with_person(rows_of(report, habit.habit), query(log, *index))),
        tokens_per_year: report.period.year().map(|year| year.tokens(*tokens)),
        share: if habit.tokens.is_positive() { tokens.to_f64() / habit.tokens.to_f64() } else { 0.0 },
    };
    HabitParts {
        habit: habit.habit.name().to_string(),
        by: ask.by,
        total,
        first,
        parts: cuts[first as usize..(first + count) as usize].iter().map(view).collect(),
        tokens: habit.tokens,
    }
}

/// What cannot be told from what is loaded.
fn limits(facts: Facts<'_>) -> Vec<HabitsLimit> {
    let (log, plan) = (facts.log, facts.plan);
    let Some(report) = facts.report else {
        let has_sums = !log.sums().is_empty() || !log.months().is_empty();
        return vec![if has_sums { HabitsLimit::OnlySums } else { HabitsLimit::NoUse }];
    };
    let told = |habit| report.habit_flags.evidence(habit);
    let mut limits = Vec::new();
    let Some(daily) = told(Habit::SeveralProducts) else { return vec![HabitsLimit::NoPersons] };
    let has_times = told(Habit::ShortVisits).is_some();
    if !has_times {
        limits.push(HabitsLimit::NoTimes);
    } else if daily == Evidence::Inferred {
        limits.push(HabitsLimit::TimesInPart);
    }
    if has_times && log.sessions().any(|session| session.idle_seconds.is_none()) {
        limits.push(HabitsLimit::NoIdleTimes);
    }
    if told(Habit::SeatHolder).is_none() {
        limits.push(HabitsLimit::NoSeats);
    }
    let is_open = report.habits.iter().any(|cost| cost.habit == Habit::LeftOpen && cost.days > 0);
    if is_open && plan.aware_from_version.is_empty() {
        limits.push(HabitsLimit::NoVersions);
    }
    if report.period.year().is_none() {
        limits.push(HabitsLimit::TooFewDays);
    }
    if report.token_price.is_none() {
        limits.push(HabitsLimit::NoTokenPrice);
    }
    limits
}
