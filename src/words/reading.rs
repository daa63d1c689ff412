//! What is said about reading files: the status line, the read line, problems.

use super::numbers::{self, bytes, count, tokens};
use super::plural;
use engine::desk::{FileView, ReadView};
use engine::usage::Day;

/// `Reading usage.csv: 4.1 of 12 MB, 48,200 rows`.
pub fn progress(name: &str, done: u64, total: u64, rows: u64) -> String {
    format!("Reading {name}: {} of {}, {}", bytes(done), bytes(total), plural::rows(rows))
}

/// Said once all files are read: `Read 2 files, 4,116 rows.` `missing`: those that *Stop* kept from being read
/// again.
pub fn done(read: &ReadView, missing: u64) -> String {
    let read = match read.files.len() as u64 {
        0 => "Nothing is loaded.".to_string(),
        files => format!("Read {}, {}.", plural::files(files), plural::rows(read.rows)),
    };
    if missing == 0 { read } else { format!("{read} {} not read again yet.", plural::files(missing)) }
}

/// Said after *Stop*: how many files were dropped, and how many stay in the list and are not read again.
pub fn stopped(dropped: u64, again: u64) -> String {
    match (dropped, again) {
        (_, 0) => format!("Stopped: {} not loaded.", plural::files(dropped)),
        (0, _) => format!("Stopped: {} not read again yet.", plural::files(again)),
        _ => format!("Stopped: {} not loaded, {again} not read again yet.", plural::files(dropped)),
    }
}

/// Beside the files that *Stop* kept from being read again.
pub fn incomplete(files: u64) -> String {
    let is = if files == 1 { "is" } else { "are" };
    format!(
        "{} {is} not read again yet, because reading was stopped. What is shown is without {}.",
        plural::files(files),
        if files == 1 { "it" } else { "them" }
    )
}

/// Reads them again.
pub const READ_AGAIN: &str = "Read all files again";

/// The sum that must add up: `2 files · 4,116 rows = 4,020 used + 90 duplicates + 6 left out`.
pub fn sum(read: &ReadView) -> String {
    format!(
        "{} · {} = {} used + {} + {} left out",
        plural::files(read.files.len() as u64),
        plural::rows(read.rows),
        count(read.used),
        plural::of(read.duplicate, "duplicate", "duplicates"),
        count(read.left_out),
    )
}

/// The same for one file, in the drawer.
pub fn file_sum(file: &FileView) -> String {
    format!(
        "{} = {} used + {} + {} left out",
        plural::rows(file.rows),
        count(file.used),
        plural::of(file.duplicate, "duplicate", "duplicates"),
        count(file.left_out),
    )
}

/// What tokens were lost with the rows left out, as far as they could be read.
pub fn left_out_tokens(read: &ReadView) -> Option<String> {
    (read.tokens_left_out.0 != 0)
        .then(|| format!("{} tokens stand in rows that were left out", tokens(read.tokens_left_out)))
}

/// What a file was recognised as.
pub fn shape(shape: Option<&str>) -> String {
    match shape {
        Some("usage_report") => "Usage report: sums of a range, no days".to_string(),
        Some("daily") => "Daily usage".to_string(),
        Some("eba_daily") => "Token Flex (EBA), daily".to_string(),
        Some("eba_sessions") => "Token Flex (EBA), sessions".to_string(),
        Some("months") => "A sheet of months".to_string(),
        Some("mapped") => "Columns as you mapped them".to_string(),
        Some(other) => other.to_string(),
        None => "Not recognised: nothing could be used".to_string(),
    }
}

/// `Your data is 12 days old: it ends on 31 Jul 2026.`
pub fn age(as_of: Day, today: Option<Day>) -> Option<String> {
    let days = as_of.days_until(today?);
    (days > 0).then(|| {
        format!("Your data is {} old: it ends on {}.", plural::days(days as u64), numbers::day(as_of))
    })
}

/// Nothing in the files could be used.
pub const NOTHING_USABLE: &str =
    "No row in these files could be used. What was found, and what was expected, is listed below.";

/// Answers are on their way.
pub const WORKING: &str = "Working it out…";

/// A place that needs days, where the files have none.
pub const NO_DAYS_HERE: &str = "These files hold sums or months, not days: this place needs the daily export. What they do tell stands below.";

/// A file the browser could not read.
pub fn unreadable(name: &str, why: &str) -> String {
    format!(
        "{name} could not be read: the browser says “{why}”. It may have been moved, changed or opened by \
         another program since you picked it. Nothing of it was counted."
    )
}

/// A file the desk would not take.
pub fn refused(name: &str, why: &str) -> String {
    format!("{name} was not taken: {why}. Nothing of it was counted.")
}

/// Where there is nothing to list.
pub const NOTHING_LEFT_OUT: &str = "Nothing was left out.";

/// How many findings the list does not show: beyond a thousand of a kind they are only counted.
pub fn not_kept(number: u64) -> Option<String> {
    (number > 0).then(|| {
        format!(
            "{} more {} counted but not listed: after a thousand of one kind the list would say the same again.",
            count(number),
            if number == 1 { "was" } else { "were" }
        )
    })
}

/// `1–50 of 312`.
pub fn range(first: u64, shown: u64, total: u64) -> String {
    if shown == 0 {
        return format!("0 of {}", count(total));
    }
    format!("{}–{} of {}", count(first + 1), count(first + shown), count(total))
}

/// The lines of a file that add up to a charge: `line 12`, `lines 12, 40 and 3 more`.
pub fn lines(lines: &[u32]) -> String {
    const SHOWN: usize = 4;
    let first: Vec<String> = lines.iter().take(SHOWN).map(|line| count(u64::from(*line))).collect();
    let more = lines.len().saturating_sub(SHOWN);
    match (lines.len(), more) {
        (0, _) => String::new(),
        (1, _) => format!("line {}", first[0]),
        (_, 0) => format!("lines {}", first.join(", ")),
        _ => format!("lines {} and {} more", first.join(", "), count(more as u64)),
    }
}
