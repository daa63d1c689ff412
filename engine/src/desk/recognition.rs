//! Recognition as the screen shows it.

use super::parts::{rows_of_person, rows_of_team, someone, team_name};
use super::recognition_view::{
    RecognisedView, RecognitionAsk, RecognitionBy, RecognitionSort, RecognitionView,
};
use super::views::ROWS_PER_ANSWER_MAX;
use super::{Facts, Figure, Input, Query, Value};
use crate::analysis::{Recognised, Recognition, RecognitionOf};
use crate::rules::Rule;
use crate::usage::Tokens;

/// The list; empty where the plan switches it off or there is no use.
pub fn recognition(facts: Facts<'_>, ask: RecognitionAsk) -> RecognitionView {
    let wanted = &facts.plan.recognition;
    let of = match ask.by {
        RecognitionBy::Person => RecognitionOf::People,
        RecognitionBy::Team => RecognitionOf::Teams,
    };
    let report = facts.report.filter(|_| !wanted.off);
    let found = report.map(|report| Recognition::of(facts.log, &report.period, of, wanted.days_min()));
    let meets = |one: &Recognised| wanted.target_per_day.map(|target| one.tokens_per_day <= target);
    let list = match (&found, ask.sort) {
        (None, _) => Vec::new(),
        (Some(found), RecognitionSort::Fewest) => found.list.clone(),
        (Some(found), RecognitionSort::Improved) => found.improved(),
    };
    let total = list.len() as u64;
    let first = ask.first.min(total);
    let count = ask.count.min(ROWS_PER_ANSWER_MAX).min(total - first);
    let view = |one: &Recognised| RecognisedView {
        who: match ask.by {
            RecognitionBy::Person => someone(facts.log, one.index),
            RecognitionBy::Team => team_name(facts.log, one.index),
        },
        days: one.now.days,
        tokens_per_day: figure(facts, ask.by, one, found.as_ref()),
        improvement: one.improvement,
        meets_target: meets(one),
    };
    RecognitionView {
        revision: facts.revision,
        is_off: wanted.off,
        now: found.as_ref().map(|found| found.now),
        before: found.as_ref().and_then(|found| found.before),
        days_min: wanted.days_min(),
        target_per_day: wanted.target_per_day,
        meet_target: wanted
            .target_per_day
            .zip(found.as_ref())
            .map(|(_, found)| found.list.iter().filter(|one| meets(one) == Some(true)).count() as u64),
        too_few_days: found.as_ref().map_or(0, |found| found.too_few_days),
        total,
        first,
        list: list[first as usize..(first + count) as usize].iter().map(view).collect(),
    }
}

fn figure(facts: Facts<'_>, by: RecognitionBy, one: &Recognised, found: Option<&Recognition>) -> Figure {
    let rows = match by {
        RecognitionBy::Person => rows_of_person(facts.log, one.index),
        RecognitionBy::Team => rows_of_team(facts.log, one.index),
    };
    let (from, to) = found.map(|found| found.now).unzip();
    let tokens: Tokens = one.now.tokens;
    Figure::new(Rule::ActiveDay, Some(Value::TokensPerDay(one.tokens_per_day)))
        .with(Input::TokensUsed, Value::Tokens(tokens))
        .with(Input::ActiveDays, Value::Days(i64::from(one.now.days)))
        .proven_by(Query { from, to, ..rows })
}
