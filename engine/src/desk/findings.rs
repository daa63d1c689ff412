//! What was noticed while reading, and what two files disagree on, as one list.

use super::views::{FindingView, FindingsView, ROWS_PER_ANSWER_MAX};
use crate::export::all_findings;
use crate::usage::Log;

/// A part of all findings, by file, then line.
pub fn findings(log: &Log, first: u64, count: u64) -> FindingsView {
    let all = all_findings(log);
    let total = all.listed.len() as u64;
    let first = first.min(total);
    let count = count.min(ROWS_PER_ANSWER_MAX).min(total - first);
    let listed = &all.listed[first as usize..(first + count) as usize];
    FindingsView {
        total,
        not_kept: all.not_kept,
        first,
        findings: listed
            .iter()
            .map(|(file, finding)| FindingView {
                file: (*file).to_string(),
                line: finding.line,
                column: finding.column.clone(),
                text: finding.text.clone(),
                problem: finding.problem.clone(),
                effect: finding.effect.clone(),
            })
            .collect(),
    }
}
