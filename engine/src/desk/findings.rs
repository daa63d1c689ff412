//! What was noticed while reading, and what two files disagree on, by kind and as one list.

use super::findings_view::{FindingGroupView, FindingView, FindingsView};
use super::views::ROWS_PER_ANSWER_MAX;
use crate::export::{Names, all_findings};
use crate::usage::{Finding, Log};
use std::cmp::Reverse;

/// How many findings stand for their kind.
const EXAMPLES: usize = 3;

/// All kinds, the most frequent first.
pub fn groups(log: &Log) -> Vec<FindingGroupView> {
    let (all, names) = (all_findings(log), Names::hidden(log));
    let mut groups: Vec<(FindingGroupView, Vec<&str>)> = Vec::new();
    for (file, finding) in &all.listed {
        let at = groups.iter().position(|(group, _)| group.kind == finding.kind).unwrap_or_else(|| {
            let kind = finding.kind.to_string();
            let group = FindingGroupView { kind, count: 0, listed: 0, files: 0, examples: Vec::new() };
            groups.push((group, Vec::new()));
            groups.len() - 1
        });
        let (group, files) = &mut groups[at];
        group.listed += 1;
        group.count += 1;
        // Findings stand by file, so that a file is new where it is not the one before. Names may be the
        // same: each file has its own text.
        if files.last().is_none_or(|last| !std::ptr::eq(*last, *file)) {
            files.push(file);
            group.files += 1;
        }
        if group.examples.len() < EXAMPLES {
            group.examples.push(view(file, finding, &names));
        }
    }
    for (kind, more) in &all.not_kept_by_kind {
        if let Some((group, _)) = groups.iter_mut().find(|(group, _)| group.kind == *kind) {
            group.count += more;
        }
    }
    groups.sort_by_key(|(group, _)| Reverse(group.count));
    groups.into_iter().map(|(group, _)| group).collect()
}

/// A part of all findings, or of those of one kind, by file, then line.
pub fn findings(log: &Log, kind: Option<&str>, first: u64, count: u64) -> FindingsView {
    let mut all = all_findings(log);
    if let Some(kind) = kind {
        all.listed.retain(|(_, finding)| finding.kind == kind);
        let of_kind = all.not_kept_by_kind.iter().filter(|(known, _)| **known == kind);
        all.not_kept = of_kind.map(|(_, more)| more).sum();
    }
    let total = all.listed.len() as u64;
    let first = first.min(total);
    let count = count.min(ROWS_PER_ANSWER_MAX).min(total - first);
    let names = Names::hidden(log);
    let listed = &all.listed[first as usize..(first + count) as usize];
    FindingsView {
        total,
        not_kept: all.not_kept,
        first,
        findings: listed.iter().map(|(file, finding)| view(file, finding, &names)).collect(),
    }
}

fn view(file: &str, finding: &Finding, names: &Names) -> FindingView {
    let plain = |finding: &Finding| FindingView {
        file: file.to_string(),
        line: finding.line,
        column: finding.column.clone(),
        text: finding.text.clone(),
        problem: finding.problem.clone(),
        effect: finding.effect.clone(),
        hidden: None,
    };
    let hidden = names.finding(finding);
    let hidden = (*hidden != *finding).then(|| Box::new(plain(&hidden)));
    FindingView { hidden, ..plain(finding) }
}
