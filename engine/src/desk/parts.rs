//! Pieces that several views share.

use super::views::{PartView, Parts, PersonView, Who};
use super::{Facts, Figure, Query, Value};
use crate::analysis::{CostPart, Filter};
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

/// All rows of a version.
pub fn rows_of_version(log: &Log, index: u32) -> Query {
    Query { version: Some(log.versions().get(index).to_string()), ..Query::default() }
}

/// How the screen names a part.
pub type NameOf = fn(&Log, u32) -> Who;

/// A product by name.
pub fn product_name(log: &Log, index: u32) -> Who {
    Who::Name(log.products().get(index).to_string())
}

/// A team by name.
pub fn team_name(log: &Log, index: u32) -> Who {
    Who::Name(log.pools().get(index).to_string())
}

/// A version by name.
pub fn version_name(log: &Log, index: u32) -> Who {
    Who::Name(log.versions().get(index).to_string())
}

/// A person as the screen names them.
pub fn someone(log: &Log, index: u32) -> Who {
    Who::Person(person(log, index))
}

/// A query's filter. A name that the log does not know matches nothing.
pub fn filter(log: &Log, query: &Query) -> Filter {
    const NOBODY: u32 = u32::MAX;
    let number = |name: &Option<String>, find: &dyn Fn(&str) -> Option<u32>| {
        name.as_ref().map(|name| find(name).unwrap_or(NOBODY))
    };
    let person = |id: &str| log.people().binary_search_by(|p| p.id.as_str().cmp(id)).ok().map(|i| i as u32);
    Filter {
        from: query.from,
        to: query.to,
        person: number(&query.person, &person),
        product: number(&query.product, &|name| log.products().find(name)),
        team: number(&query.team, &|name| log.pools().find(name)),
        version: number(&query.version, &|name| log.versions().find(name)),
    }
}

/// The largest `count` parts and the rest. `parts` come sorted.
pub fn top(
    facts: Facts<'_>,
    parts: &[CostPart],
    total: Tokens,
    count: usize,
    who: NameOf,
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
