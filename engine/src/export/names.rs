//! How people are named in what leaves the program: by id, or as `Person 017` while names are hidden.

use crate::usage::{Finding, Log};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Stands for a text that could name a person.
pub const HIDDEN: &str = "(hidden)";

/// The kind of finding that lists the cells of a line which may be no header at all.
const NO_HEADER: &str = "no_usable_column";
/// What follows that list in its sentence.
const AFTER_THE_LIST: &str = " Needed: ";

/// Shorter parts of a name tell nobody apart, and stand in many a word.
const PART_CHARS_MIN: usize = 2;

/// How people are named.
pub enum Names {
    /// As the files do.
    Shown,
    /// By number only.
    Hidden(Hidden),
}

/// The parts of all names and ids, to find them in other texts.
pub struct Hidden {
    parts: BTreeSet<String>,
}

impl Names {
    /// Hides the names of everyone in a log.
    pub fn hidden(log: &Log) -> Names {
        let mut parts = BTreeSet::new();
        for person in log.people().iter().filter(|person| !person.is_nobody()) {
            // What follows the @ names the firm.
            let id = person.id.split('@').next().unwrap_or_default();
            parts.insert(id.to_lowercase());
            parts.extend(parts_of(id).chain(parts_of(&person.name)));
        }
        Names::Hidden(Hidden { parts })
    }

    /// A person's stable id.
    pub fn id<'a>(&self, log: &'a Log, person: u32) -> Cow<'a, str> {
        self.shown(log, person, &log.people()[person as usize].id)
    }

    /// What a person is called.
    pub fn label<'a>(&self, log: &'a Log, person: u32) -> Cow<'a, str> {
        self.shown(log, person, log.people()[person as usize].label())
    }

    /// A person's address, where the id is one; empty while names are hidden.
    pub fn email<'a>(&self, log: &'a Log, person: u32) -> &'a str {
        let id = log.people()[person as usize].id.as_str();
        if matches!(self, Names::Shown) && id.contains('@') { id } else { "" }
    }

    /// What was written of a person: anything can stand in it.
    pub fn note(&self, note: Option<&str>) -> String {
        match (self, note) {
            (Names::Hidden(_), Some(_)) => HIDDEN.to_string(),
            (_, note) => note.unwrap_or_default().to_string(),
        }
    }

    /// A file's name: whoever saved it may have named somebody in it.
    pub fn file<'a>(&self, name: &'a str) -> &'a str {
        match self {
            Names::Hidden(hidden) if hidden.names(name) => HIDDEN,
            _ => name,
        }
    }

    /// A finding.
    pub fn finding<'a>(&self, finding: &'a Finding) -> Cow<'a, Finding> {
        match self {
            Names::Shown => Cow::Borrowed(finding),
            Names::Hidden(hidden) => Cow::Owned(hidden.finding(finding)),
        }
    }

    fn shown<'a>(&self, log: &'a Log, person: u32, name: &'a str) -> Cow<'a, str> {
        let is_nobody = log.people()[person as usize].is_nobody();
        match self {
            Names::Hidden(_) if !is_nobody => Cow::Owned(format!("Person {:03}", person + 1)),
            _ => Cow::Borrowed(name),
        }
    }
}

impl Hidden {
    /// The finding without what could name a person. Nobody knows what stands in a cell that could not be
    /// read, nor whose row was left out: of a cell only what has no letter is shown.
    fn finding(&self, finding: &Finding) -> Finding {
        let has_letter = |text: &str| text.chars().any(|c| c.is_alphabetic() || c == '@');
        let is_cell = finding.line.is_some() && has_letter(&finding.text);
        let text = finding.text.as_str();
        let hides = |quoted: &str| self.names(quoted);
        // A cell may hold quotation marks of its own, so it is looked for whole before the sentence is cut at them.
        let without_cell = |sentence: &str| match is_cell {
            true => sentence.replace(&format!("“{text}”"), &format!("“{HIDDEN}”")),
            false => sentence.to_string(),
        };
        let (problem, effect) = (without_cell(&finding.problem), without_cell(&finding.effect));
        let problem = match problem.split_once(AFTER_THE_LIST) {
            Some((found, needed)) if finding.kind == NO_HEADER => {
                format!("{}{AFTER_THE_LIST}{needed}", without_quoted(found, |_| true))
            }
            _ => without_quoted(&problem, hides),
        };
        let or_hidden = |text: &str, hide: bool| if hide { HIDDEN.to_string() } else { text.to_string() };
        Finding {
            kind: finding.kind,
            line: finding.line,
            column: or_hidden(&finding.column, self.names(&finding.column)),
            text: or_hidden(text, is_cell || self.names(text)),
            problem,
            effect: without_quoted(&effect, hides),
        }
    }

    /// Whether a text holds a part of anyone's name, or an address.
    fn names(&self, text: &str) -> bool {
        text.contains('@')
            || self.parts.contains(&text.to_lowercase())
            || parts_of(text).any(|part| self.parts.contains(&part))
    }
}

fn parts_of(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    let long_enough = |part: &&str| {
        let chars = part.chars().count();
        // A short number is a day or tokens more often than an id.
        chars >= if part.chars().all(|c| c.is_ascii_digit()) { 5 } else { PART_CHARS_MIN }
    };
    parts.filter(long_enough).map(str::to_lowercase)
}

/// A sentence in which the quoted texts that are to be hidden are.
fn without_quoted(sentence: &str, hides: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('“') {
        out.push_str(before);
        out.push('“');
        let (quoted, end) = after.split_once('”').unwrap_or((after, ""));
        out.push_str(if hides(quoted) { HIDDEN } else { quoted });
        if after.len() > quoted.len() {
            out.push('”');
        }
        rest = end;
    }
    out.push_str(rest);
    out
}
