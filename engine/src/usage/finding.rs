//! What was noticed while reading, kept and counted. The sentences are made in `ingest::findings`.

/// How many findings of one kind are kept in full; the rest is counted.
pub const FINDINGS_KEPT_MAX: usize = 1_000;

/// How many characters of a cell are kept as *the text as found*.
pub const FINDING_TEXT_CHARS_MAX: usize = 80;

/// One thing that was noticed in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A short stable name of the kind, such as `unreadable_day`; findings are grouped by it.
    pub kind: &'static str,
    /// The line it begins on; the first line is 1. `None` where it concerns the whole file.
    pub line: Option<u32>,
    /// The column's header as the file spells it; empty where no one column is meant.
    pub column: String,
    /// The text as found, shortened to [`FINDING_TEXT_CHARS_MAX`].
    pub text: String,
    /// What is wrong and what was expected, as a sentence.
    pub problem: String,
    /// What happened to the row or the file, as a sentence.
    pub effect: String,
}

/// The findings of one file: the first thousand of each kind, and how many more there were.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    kept: Vec<Finding>,
    counts: Vec<(&'static str, u64)>,
}

impl Findings {
    /// Keeps or counts one.
    pub fn push(&mut self, finding: Finding) {
        let count = match self.counts.iter_mut().find(|(kind, _)| *kind == finding.kind) {
            Some((_, count)) => count,
            None => {
                self.counts.push((finding.kind, 0));
                let last = self.counts.len() - 1;
                &mut self.counts[last].1
            }
        };
        *count += 1;
        if *count <= FINDINGS_KEPT_MAX as u64 {
            self.kept.push(finding);
        }
    }

    /// Puts those kept in the order of the file: what concerns all of it first, then by line.
    pub fn sort_by_line(&mut self) {
        self.kept.sort_by_key(|finding| finding.line);
    }

    /// Those kept, in the order they were found or sorted.
    pub fn kept(&self) -> &[Finding] {
        &self.kept
    }

    /// Each kind with how many there were in all, in the order first found.
    pub fn counts(&self) -> &[(&'static str, u64)] {
        &self.counts
    }
}
