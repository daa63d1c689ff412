//! Makes the Usage place's views.

use super::parts::{
    NameOf, QueryOf, filter, product_name, rows_of_person, rows_of_product, rows_of_team, rows_of_version,
    someone, team_name, top, version_name,
};
use super::usage_view::{
    CURVE_POINTS_MAX, ChangeView, CompareAsk, CompareView, Cut, SideView, UsageAsk, UsageMonth, UsagePart,
    UsageView,
};
use super::views::{OVERVIEW_LIST_MAX, ROWS_PER_ANSWER_MAX};
use super::{Facts, Figure, Input, Query, Value};
use crate::analysis::{Change, Comparison, CostPart, Cuts, Filter, Report, Span, people_with_charges};
use crate::rules::Rule;
use crate::usage::{Day, Money, Month, Tokens};

/// How many products a month is split into; the rest is one part.
const STACK_MAX: usize = 5;
/// How many changes a comparison lists.
const CHANGES_MAX: usize = 10;

/// Usage under a filter.
pub fn usage(facts: Facts<'_>, report: &Report, ask: UsageAsk) -> UsageView {
    let log = facts.log;
    let filter = filter(log, &ask.filter);
    let cuts = Cuts::of(log, &report.prices, &filter);
    let (parts, who, query): (_, NameOf, QueryOf) = match ask.cut {
        Cut::Product => (&cuts.by_product, product_name, rows_of_product),
        Cut::Person => (&cuts.by_person, someone, rows_of_person),
        Cut::Team => (&cuts.by_team, team_name, rows_of_team),
        Cut::Version => (&cuts.by_version, version_name, rows_of_version),
    };
    let first = ask.first.min(parts.len() as u64) as usize;
    let count = ask.count.min(ROWS_PER_ANSWER_MAX) as usize;
    let page = &parts[first..parts.len().min(first + count)];
    let before: Tokens = parts[..first].iter().map(|part| part.tokens).sum();
    let people: Vec<CostPart> = cuts
        .by_person
        .iter()
        .filter(|part| !log.people()[part.index as usize].is_nobody())
        .cloned()
        .collect();
    let largest = &people[..people.len().min(OVERVIEW_LIST_MAX)];
    let listed = |parts: &[CostPart], before: Tokens, who: NameOf, query: QueryOf| -> Vec<UsagePart> {
        let mut running = before;
        let shown = top(facts, parts, cuts.tokens, parts.len(), who, query).top;
        let with_running = shown.into_iter().zip(parts).map(|(mut part, of)| {
            running += of.tokens;
            narrow(&mut part.tokens, &ask.filter);
            UsagePart { part, running_share: share(running, cuts.tokens) }
        });
        with_running.collect()
    };
    let with_charges = |parts: &[CostPart]| parts.iter().filter(|part| part.charges > 0).count() as u64;
    let stack: Vec<u32> = cuts.by_product.iter().take(STACK_MAX).map(|part| part.index).collect();
    UsageView {
        tokens: Figure::new(Rule::TokensUsed, Some(Value::Tokens(cuts.tokens))).proven_by(ask.filter.clone()),
        amount: Figure::new(Rule::PastCost, cuts.amount.map(Value::Money)).proven_by(ask.filter.clone()),
        charges: cuts.charges,
        people: people_with_charges(log, &cuts.by_person),
        products: with_charges(&cuts.by_product),
        first_day: cuts.first_day,
        days: cuts.days.iter().map(|day| day.tokens).collect(),
        day_amounts: cuts.days.iter().map(|day| (!day.unknown).then_some(day.amount)).collect(),
        months: months(facts, report, &filter, &cuts, &stack),
        stack: stack.iter().map(|index| log.products().get(*index).to_string()).collect(),
        top_people: listed(largest, Tokens::ZERO, someone, rows_of_person),
        people_curve: curve(&people, cuts.tokens),
        total_parts: parts.len() as u64,
        parts: listed(page, before, who, query),
        ask,
    }
}

/// A part's rows under the filter it was listed under.
fn narrow(figure: &mut Figure, filter: &Query) {
    if let Some(proof) = &mut figure.proof {
        let own = std::mem::take(proof);
        *proof = Query {
            person: own.person.or_else(|| filter.person.clone()),
            product: own.product.or_else(|| filter.product.clone()),
            team: own.team.or_else(|| filter.team.clone()),
            version: own.version.or_else(|| filter.version.clone()),
            ..filter.clone()
        };
    }
}

/// Running shares at evenly spaced numbers of people.
fn curve(people: &[CostPart], whole: Tokens) -> Vec<(u64, f64)> {
    let points = people.len().min(CURVE_POINTS_MAX);
    let mut running = Tokens::ZERO;
    let mut counted = 0;
    (1..=points)
        .map(|point| {
            let upto = people.len() * point / points;
            running += people[counted..upto].iter().map(|part| part.tokens).sum::<Tokens>();
            counted = upto;
            (upto as u64, share(running, whole))
        })
        .collect()
}

fn share(part: Tokens, whole: Tokens) -> f64 {
    if whole.is_positive() { part.to_f64() / whole.to_f64() } else { 0.0 }
}

fn months(facts: Facts<'_>, report: &Report, filter: &Filter, cuts: &Cuts, stack: &[u32]) -> Vec<UsageMonth> {
    if cuts.days.is_empty() {
        return Vec::new();
    }
    let last_day = cuts.first_day.plus(cuts.days.len() as i32 - 1);
    let (first, last) = (cuts.first_day.month(), last_day.month());
    let period = report.period;
    let mut months: Vec<UsageMonth> = (first.0..=last.0)
        .map(|number| {
            let month = Month(number);
            let (from, to) = (month.first_day(), month.last_day());
            let days: Vec<_> = (from.0..=to.0).map(|day| cuts.on(Day(day))).collect();
            let covered = from.0.max(period.first.0)..=to.0.min(period.as_of.0);
            UsageMonth {
                month,
                tokens: days.iter().map(|day| day.tokens).sum(),
                amount: days.iter().map(|day| (!day.unknown).then_some(day.amount)).sum::<Option<Money>>(),
                charges: days.iter().map(|day| day.charges).sum(),
                working_days: covered.filter(|day| facts.plan.is_working_day(Day(*day))).count() as i64,
                partial: from < period.first || period.as_of < to,
                stacked: vec![Tokens::ZERO; stack.len() + 1],
            }
        })
        .collect();
    // The calendar is asked once a day, not once an entry.
    let (mut day, mut place) = (cuts.first_day, 0);
    for entry in facts.log.standing().filter(|entry| filter.holds(entry)) {
        if entry.day != day {
            (day, place) = (entry.day, (entry.day.month().0 - first.0) as usize);
        }
        let of_stack = stack.iter().position(|product| *product == entry.product).unwrap_or(stack.len());
        months[place].stacked[of_stack] += entry.tokens;
    }
    months
}

/// What changed from one span to another.
pub fn compare(facts: Facts<'_>, report: &Report, ask: CompareAsk) -> CompareView {
    let log = facts.log;
    let span = |(from, to): (Day, Day)| Span { from, to };
    let comparison = Comparison::of(
        log,
        facts.plan,
        &report.prices,
        &Filter { from: None, to: None, ..filter(log, &ask.filter) },
        span(ask.before),
        span(ask.after),
    );
    let side = |side: &crate::analysis::Side, (from, to): (Day, Day)| SideView {
        working_days: side.working_days,
        tokens: Figure::new(Rule::TokensUsed, Some(Value::Tokens(side.tokens))).proven_by(Query {
            from: Some(from),
            to: Some(to),
            ..ask.filter.clone()
        }),
        amount: side.amount,
    };
    let listed = |changes: &[Change], who: NameOf| -> Vec<ChangeView> {
        changes
            .iter()
            .take(CHANGES_MAX)
            .map(|change| ChangeView {
                who: who(log, change.index),
                before: change.before,
                after: change.after,
            })
            .collect()
    };
    CompareView {
        before: side(&comparison.before, ask.before),
        after: side(&comparison.after, ask.after),
        expected: Figure::new(Rule::EqualWorkingDays, Some(Value::Tokens(comparison.expected)))
            .with(Input::TokensUsed, Value::Tokens(comparison.before.tokens))
            .with(Input::WorkingDaysBefore, Value::Days(comparison.before.working_days))
            .with(Input::WorkingDaysAfter, Value::Days(comparison.after.working_days)),
        by_product: listed(&comparison.by_product, product_name),
        by_person: listed(&comparison.by_person, someone),
        ask,
    }
}
