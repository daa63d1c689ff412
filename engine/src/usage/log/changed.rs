//! A log as it would be had some charges cost less: for sums alone.

use super::{Entry, Log};
use crate::usage::Tokens;

impl Log {
    /// The same entries with other tokens. It knows people, products and teams but neither files nor
    /// lines nor sheets: enough to sum up, not to prove.
    pub fn with_tokens(&self, tokens: impl Fn(usize, &Entry) -> Tokens) -> Log {
        let entries = self.entries.iter().enumerate();
        Log {
            entries: entries.map(|(index, entry)| Entry { tokens: tokens(index, entry), ..*entry }).collect(),
            people: self.people.clone(),
            pools: self.pools.clone(),
            products: self.products.clone(),
            versions: self.versions.clone(),
            ..Log::default()
        }
    }
}
