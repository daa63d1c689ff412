//! The words of *Tell the team* and of recognition.

use super::{numbers, plural};
use engine::desk::{RecognitionAsk, RecognitionBy, RecognitionSort, RecognitionView};

/// Headings.
pub const TELL: &str = "Tell the team";
/// Under it.
pub const TELL_NOTE: &str =
    "Drafts from your own numbers, to copy or to open in your mail program. This page sends nothing.";
/// The drafts, by what stands behind a choice.
pub const DRAFTS: [(&str, &str); 6] = [
    ("reminder", "Quarterly reminder to everybody"),
    ("person", "Personal note to a heavy user"),
    ("manager", "Note to a manager"),
    ("planned", "Question to project managers: which work is planned?"),
    ("onboarding", "Onboarding sheet, one page"),
    ("calendar", "Calendar entry for the reminder"),
];
/// Beside the periods that are known: ask for more.
pub const ASK_PLANNED: &str = "Ask project managers for planned work";
/// What to do with the question.
pub const ASK_PLANNED_NOTE: &str =
    "Copy it or open it in your mail program: this page sends nothing. Enter above what you hear.";
/// The draft, for a listener.
pub const DRAFT: &str = "The draft";
/// Where there is none.
pub const NO_DRAFT: &str = "No draft yet: it needs use of the last year.";
/// A note with names hidden.
pub const NO_NOTE_HIDDEN: &str = "Names are hidden, and a note names its person. Choose another draft.";
/// The mail program.
pub const OPEN_MAIL: &str = "Open in the mail program";
/// A draft beyond what mail programs take.
pub const TOO_LONG: &str =
    "Too long to be handed over whole: copy the text first, then paste it under the subject.";

/// Recognition.
pub const RECOGNITION: &str = "Recognition";
/// Under it.
pub const RECOGNITION_NOTE: &str = "Who needs few tokens on the days they work, over the last quarter. Few days count for nothing, so that absence is not praised.";
/// The switch.
pub const COMPARE: &str = "Compare teams and people";

/// What is compared, as a column's name.
pub fn compared(by: RecognitionBy) -> &'static str {
    match by {
        RecognitionBy::Team => "Team",
        RecognitionBy::Person => "Person",
    }
}

/// `12 people with 10 active days or more, 3 Sep 2026 – 2 Dec 2026; 4 meet the target of 9 tokens a day.`
pub fn recognition(view: &RecognitionView, ask: RecognitionAsk) -> String {
    let Some((from, to)) = view.now else {
        return "There are too few days to compare anybody yet.".to_string();
    };
    let (one, many) = match ask.by {
        RecognitionBy::Team => ("team", "teams"),
        RecognitionBy::Person => ("person", "people"),
    };
    let mut said = format!(
        "{} {}with {} or more, {} – {}",
        plural::of(view.total, one, many),
        if ask.sort == RecognitionSort::Improved { "came down, of those " } else { "" },
        plural::of(u64::from(view.days_min), "active day", "active days"),
        numbers::day(from),
        numbers::day(to)
    );
    if view.too_few_days > 0 {
        said += &format!("; {} with fewer", plural::of(view.too_few_days, one, many));
    }
    if let Some((target, meet)) = view.target_per_day.zip(view.meet_target) {
        said += &format!(
            "; {} the target of {} tokens a day",
            plural::of(meet, "meets", "meet"),
            numbers::tokens(target)
        );
    }
    match view.before {
        Some((from, to)) => format!("{said}. Set against {} – {}.", numbers::day(from), numbers::day(to)),
        None => format!("{said}. There is no quarter before it to set it against."),
    }
}
