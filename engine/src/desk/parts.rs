//! Pieces that several views share.

use super::views::{PartView, Parts, PersonView, Who};
use super::{Facts, Figure, Query, Value};
use crate::analysis::CostPart;
use crate::rules::Rule;
use crate::usage::{Log, Money, Tokens};

/// A person by their number in the log.
pub fn person(log: &Log, index: u32) -> PersonView {
    let person = &log.people()[index as usize];
    PersonView { id: person.id.clone(), name: person.name.clone(), number: index + 1 }
}

/// The query that lists a part's rows.
pub type QueryOf = fn(&Log, u32) -> Query;

/// All rows of a person.
pub fn rows_of_person(log: &Log, index: u32) -> Query {
    Query { person: Some(log.people()[index as usize].id.clone()), ..Query::default() }
}

/// All rows of a product.
pub fn rows_of_product(log: &Log, index: u32) -> Query {
    Query { product: Some(log.products().get(index).to_string()), ..Query::default() }
}

/// All rows of a team.
pub fn rows_of_team(log: &Log, index: u32) -> Query {
    Query { team: Some(log.pools().get(index).to_string()), ..Query::default() }
}

/// The largest `count` parts and the rest. `parts` come sorted.
pub fn top(
    facts: Facts<'_>,
    parts: &[CostPart],
    total: Tokens,
    count: usize,
    who: fn(&Log, u32) -> Who,
    query: QueryOf,
) -> Parts {
    let share = |tokens: Tokens| {
        if total.is_positive() { tokens.to_f64() / total.to_f64() } else { 0.0 }
    };
    let (top, others) = parts.split_at(count.min(parts.len()));
    let others_amount = others.iter().map(|part| part.amount).sum::<Option<Money>>();
    Parts {
        top: top
            .iter()
            .map(|part| PartView {
                who: who(facts.log, part.index),
                charges: part.charges,
                tokens: Figure::new(Rule::TokensUsed, Some(Value::Tokens(part.tokens)))
                    .proven_by(query(facts.log, part.index)),
                amount: part.amount,
                share: share(part.tokens),
            })
            .collect(),
        others: others.len() as u64,
        others_tokens: others.iter().map(|part| part.tokens).sum(),
        others_amount,
        top_share: share(top.iter().map(|part| part.tokens).sum()),
    }
}
