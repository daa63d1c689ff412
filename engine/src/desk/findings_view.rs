//! What the page shows of findings.

use serde::{Deserialize, Serialize};

/// Findings of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingGroupView {
    /// The stable name of the kind.
    pub kind: String,
    /// How many there are in all.
    pub count: u64,
    /// How many of them are listed; the rest is only counted.
    pub listed: u64,
    /// In how many files.
    pub files: u64,
    /// The first few.
    pub examples: Vec<FindingView>,
}

/// A part of the list of findings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingsView {
    /// How many are listed in all; beyond a thousand of a kind they are only counted.
    pub total: u64,
    /// How many were counted but not kept.
    pub not_kept: u64,
    /// The index of the first of `findings`.
    pub first: u64,
    /// By file, then line.
    pub findings: Vec<FindingView>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingView {
    /// The file's name.
    pub file: String,
    /// The line; the first is 1.
    pub line: Option<u32>,
    /// The column's header; empty where no one column is meant.
    pub column: String,
    /// The text as found.
    pub text: String,
    /// What is wrong and what was expected.
    pub problem: String,
    /// What happened to the row or file.
    pub effect: String,
    /// The same with names hidden, where that differs.
    pub hidden: Option<Box<FindingView>>,
}

impl FindingView {
    /// As it is shown, with names or without.
    pub fn shown(&self, hide_names: bool) -> &FindingView {
        self.hidden.as_deref().filter(|_| hide_names).unwrap_or(self)
    }
}
