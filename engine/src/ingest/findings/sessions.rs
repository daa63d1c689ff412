//! The sentences about sessions.

use super::{At, ROW_LEFT_OUT, cell, rows_text, shortened, whole_file};
use crate::usage::Finding;

/// What becomes of a row whose times are of no use, where it states its charge.
pub const TOKENS_COUNT: &str = "Its tokens count; its times were not used.";
/// What becomes of it where it does not.
pub const LEFT_OUT: &str = ROW_LEFT_OUT;

/// Sessions without persons.
pub fn rows_of_nobody(rows: u64) -> Finding {
    let verb = if rows == 1 { "names" } else { "name" };
    let problem = format!("{} {verb} no person: the user name is empty or masked.", rows_text(rows));
    whole_file(
        "no_persons",
        problem,
        "Their tokens count for “(no person named)”; their times were not used.",
    )
}

/// A session without a time.
pub fn no_time(at: &At<'_>, effect: &str) -> Finding {
    let problem = format!(
        "“{}” is not a day with a time; expected one such as 2026-07-31T16:24:53.",
        shortened(at.text)
    );
    Finding { effect: effect.to_string(), ..cell("no_time", at, problem) }
}

/// A session without an end.
pub fn no_end(at: &At<'_>, effect: &str) -> Finding {
    let problem =
        "The session has no end: perhaps it was still open. Expected one such as 2026-07-31T16:24:53, \
                   or its minutes."
            .to_string();
    Finding { effect: effect.to_string(), ..cell("no_end", at, problem) }
}

/// The offset of a license server's clock cannot be read.
pub fn unreadable_offset(at: &At<'_>) -> Finding {
    let problem = format!(
        "“{}” is not how far a clock is from UTC; expected hours and minutes such as -8:00.",
        shortened(at.text)
    );
    let effect = "The row's times were taken as UTC.".to_string();
    Finding { effect, ..cell("unreadable_offset", at, problem) }
}

/// A session that ends before it starts.
pub fn ends_before_start(at: &At<'_>, effect: &str) -> Finding {
    let problem = format!("The session ends at “{}”, before it starts.", shortened(at.text));
    Finding { effect: effect.to_string(), ..cell("ends_before_start", at, problem) }
}

/// A session of more than a year.
pub fn session_too_long(at: &At<'_>, effect: &str) -> Finding {
    let problem = format!("The session ends at “{}”, more than a year after it starts.", shortened(at.text));
    Finding { effect: effect.to_string(), ..cell("session_too_long", at, problem) }
}
