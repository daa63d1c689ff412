//! Sentences about tables in one file and usage reports.

use super::{At, LAST_USE_UNKNOWN, ambiguous, cell, listed, row, rows_text, shortened};
use crate::ingest::pasted::OtherTable;
use crate::ingest::question::Question;
use crate::usage::Finding;

// Tables in one file.

/// A table below, whose columns are not those of the first.
pub fn other_table(table: &OtherTable) -> Finding {
    let OtherTable { line, names, rows } = table;
    let problem = format!("Another table begins on this line: its header is {}.", listed(names));
    let effect = format!(
        "{} below it {} left out. Save that table as a file of its own and drop it too.",
        rows_text(*rows),
        if *rows == 1 { "was" } else { "were" }
    );
    Finding { effect, ..row("other_table", *line, problem) }
}

/// A table above the one that was read.
pub fn table_above(line: u32, names: &[String]) -> Finding {
    let problem = format!("A table stands above the one that was read: its header is {}.", listed(names));
    let effect =
        "Its rows were not read. If they are of use, save them as a file of their own and drop it too.";
    Finding { effect: effect.to_string(), ..row("other_table", line, problem) }
}

// Usage reports.

/// When something was last used cannot be read.
pub fn unreadable_last_use(at: &At<'_>) -> Finding {
    let problem = format!("“{}” is not a day; expected one such as 2026-07-31.", shortened(at.text));
    Finding { effect: LAST_USE_UNKNOWN.to_string(), ..cell("unreadable_last_use", at, problem) }
}

/// When something was last used reads in two ways, and nothing decides.
pub fn ambiguous_last_use(question: &Question, rows: u64) -> Finding {
    let effect =
        format!("{} with such values {}", rows_text(rows), if rows == 1 { "counts;" } else { "count;" });
    let effect = format!("{effect} when the product was last used there is not known.");
    Finding { effect, ..ambiguous(question) }
}
