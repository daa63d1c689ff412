//! Everything that was noticed, as one list and as CSV.

use super::Names;
use super::cells::{Cell, Csv};
use crate::plan::CsvForm;
use crate::usage::{Differing, FINDINGS_KEPT_MAX, Finding, Log, NoPlace, Unplaced, number};
use std::collections::BTreeMap;

/// Files state different tokens for the same person, product and day, or for the same month.
const DIFFERS: &str = "differs";
/// A row without days beside files that have some.
const NO_PLACE: &str = "no_place";

/// All findings of a log, by file in the order of the files, then by line.
pub struct AllFindings<'a> {
    /// Each with its file's name.
    pub listed: Vec<(&'a str, Finding)>,
    /// How many more there were that are only counted.
    pub not_kept: u64,
    /// The same by kind, where there are any.
    pub not_kept_by_kind: BTreeMap<&'static str, u64>,
}

impl AllFindings<'_> {
    fn leave(&mut self, kind: &'static str, more: u64) {
        if more > 0 {
            self.not_kept += more;
            *self.not_kept_by_kind.entry(kind).or_default() += more;
        }
    }
}

/// Gathers what was noticed while reading and where files disagree.
pub fn all_findings(log: &Log) -> AllFindings<'_> {
    let mut all = AllFindings { listed: Vec::new(), not_kept: 0, not_kept_by_kind: BTreeMap::new() };
    for file in log.files() {
        let mut listed: Vec<Finding> = file.findings.kept().to_vec();
        for (kind, count) in file.findings.counts() {
            all.leave(kind, count.saturating_sub(FINDINGS_KEPT_MAX as u64));
        }
        for differing in file.differing.iter().take(FINDINGS_KEPT_MAX) {
            listed.push(differs(log, differing));
        }
        all.leave(DIFFERS, file.differing.len().saturating_sub(FINDINGS_KEPT_MAX) as u64);
        listed.extend(file.unplaced.iter().take(FINDINGS_KEPT_MAX).map(|row| no_place(log, row)));
        all.leave(NO_PLACE, file.unplaced.len().saturating_sub(FINDINGS_KEPT_MAX) as u64);
        for (product, charges) in file.unrated.iter().take(FINDINGS_KEPT_MAX) {
            listed.push(Finding {
                kind: "no_rate",
                line: None,
                column: String::new(),
                text: product.clone(),
                problem: format!(
                    "No rate is known for “{product}”: {charges} charges cost tokens that nobody knows."
                ),
                effect: "They count 0 tokens until its rate, the tokens a day, is entered.".to_string(),
            });
        }
        listed.sort_by_key(|finding| finding.line);
        all.listed.extend(listed.into_iter().map(|finding| (file.name.as_str(), finding)));
    }
    all
}

fn differs(log: &Log, differing: &Differing) -> Finding {
    let standing = &log.files()[differing.standing_file as usize].name;
    let tokens = number(differing.standing.0);
    let of_what = match differing.month {
        Some(month) => month.to_string(),
        None => "the same person, product and day".to_string(),
    };
    Finding {
        kind: DIFFERS,
        line: Some(differing.line),
        column: String::new(),
        text: number(differing.tokens.0).to_string(),
        problem: format!("“{standing}” states {tokens} tokens for {of_what}."),
        effect: format!("The figure of “{standing}” counts; this one is a duplicate."),
    }
}

fn no_place(log: &Log, row: &Unplaced) -> Finding {
    let tokens = number(row.tokens.0);
    let (problem, effect) = match row.why {
        NoPlace::MonthBesideDays(month) => (
            format!("The sheet has {tokens} tokens for {month}, of which no other file has a day."),
            "The row was left out: beside files with days a month cannot be counted. Enter the balance after \
             it as a reading, or load the export of its days."
                .to_string(),
        ),
        NoPlace::MonthBesideSums(month) => (
            format!("The sheet has {tokens} tokens for {month}; a usage report may hold the same ones."),
            "The row was left out, so that nothing counts twice. Without the report the sheet tells months \
             and a rough run-out."
                .to_string(),
        ),
        NoPlace::SumBesideDays(pool) => {
            let team = match log.pools().get(pool) {
                "" => "Flex tokens".to_string(),
                team => format!("“{team}”"),
            };
            (
                format!("The report has {tokens} tokens of {team}, of which no other file has a day."),
                "The row was left out: beside files with days a sum cannot be counted. Load the export of \
                 its days."
                    .to_string(),
            )
        }
    };
    let (column, text) = (String::new(), tokens.to_string());
    Finding { kind: NO_PLACE, line: Some(row.line), column, text, problem, effect }
}

/// All findings as CSV in this dialect.
pub fn findings_csv(log: &Log, names: &Names, form: CsvForm) -> Vec<u8> {
    let mut csv = Csv::new(form);
    csv.header(["file", "line", "column", "text", "problem", "effect"]);
    for (file, finding) in &all_findings(log).listed {
        let finding = names.finding(finding);
        csv.line([
            names.file(file).into(),
            finding.line.map_or(Cell::EMPTY, |line| Cell::Number(line.to_string())),
            (&finding.column).into(),
            match finding.kind {
                // Not the file's text, but the tokens it states.
                DIFFERS | NO_PLACE => Cell::Number(finding.text.clone()),
                _ => (&finding.text).into(),
            },
            (&finding.problem).into(),
            (&finding.effect).into(),
        ]);
    }
    csv.finish()
}
