//! The monthly review: the walk that is open, and the records of those that were finished.

use super::Plan;
use crate::usage::{Day, Money, Month, Tokens};
use serde::{Deserialize, Serialize};

/// A step of the walk, in the order in which they are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Step {
    /// New data loaded and complete?
    Data,
    /// Top ten as expected?
    TopTen,
    /// Spikes and climbs looked at?
    Spikes,
    /// Heavy, inactive, seasonal people: at least quarterly.
    People,
    /// The forecast against last month's.
    Forecast,
    /// Alerts.
    Alerts,
    /// Decisions.
    Decisions,
}

impl Step {
    /// All, in order.
    pub const ALL: [Step; 7] =
        [Step::Data, Step::TopTen, Step::Spikes, Step::People, Step::Forecast, Step::Alerts, Step::Decisions];

    /// The key in the saved form.
    pub fn key(self) -> &'static str {
        match self {
            Step::Data => "data",
            Step::TopTen => "top_ten",
            Step::Spikes => "spikes",
            Step::People => "people",
            Step::Forecast => "forecast",
            Step::Alerts => "alerts",
            Step::Decisions => "decisions",
        }
    }

    /// The step of a key.
    pub fn from_key(key: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.key() == key)
    }
}

/// What was done at a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTaken {
    /// Which.
    pub step: Step,
    /// It is ticked.
    pub done: bool,
    /// A note; may be empty.
    pub note: String,
}

/// An accepted move as it stood at a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The person's id, in lower case.
    pub user: String,
    /// The offers' names.
    pub offers: Vec<String>,
    /// What the move was to save a year; `None` where it could not be told.
    pub saving_per_year: Option<Money>,
}

/// A finished review.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The day it was finished on, where known.
    pub on: Option<Day>,
    /// The last complete day of the rows it looked at.
    pub as_of: Day,
    /// What was done.
    pub steps: Vec<StepTaken>,
    /// Tokens a day of all pools.
    pub burn_per_day: Option<Tokens>,
    /// The earliest middle run-out of the pools; `None`: none in sight.
    pub run_out: Option<Day>,
    /// The accepted moves.
    pub moves: Vec<Promise>,
    /// What moves known at an earlier review were to save a year, and what the rows showed.
    pub savings: Option<(Money, Money)>,
}

/// One change to reviews.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewEdit {
    /// Ticks a step of the open review, or notes something at it.
    Take(StepTaken),
    /// Ends the open review with a record. One of the same last day of rows is replaced.
    Finish(Box<Review>),
    /// Removes the record of a last day of rows.
    Remove(Day),
}

impl Plan {
    /// The last finished review.
    pub fn last_review(&self) -> Option<&Review> {
        self.reviews.last()
    }

    /// What was done at a step of the open review.
    pub fn step_taken(&self, step: Step) -> Option<&StepTaken> {
        self.open_review.iter().find(|taken| taken.step == step)
    }

    /// The day of the next review: the first worked day of the month after the last review, or
    /// after the last complete day where there was none.
    pub fn next_review(&self, as_of: Day) -> Day {
        let last = self.last_review().map_or(as_of, |review| review.on.unwrap_or(review.as_of));
        let next = Month(last.max(as_of).month().0 + 1).first_day();
        (0..7).map(|later| next.plus(later)).find(|day| self.is_working_day(*day)).unwrap_or(next)
    }

    pub(super) fn apply_review_edit(&mut self, edit: &ReviewEdit) {
        match edit {
            ReviewEdit::Take(taken) => {
                let taken = StepTaken { note: taken.note.trim().to_string(), ..taken.clone() };
                self.open_review.retain(|known| known.step != taken.step);
                if taken.done || !taken.note.is_empty() {
                    self.open_review.push(taken);
                    self.open_review.sort_by_key(|taken| taken.step);
                }
            }
            ReviewEdit::Finish(review) => {
                self.reviews.retain(|known| known.as_of != review.as_of);
                self.reviews
                    .push(Review { steps: std::mem::take(&mut self.open_review), ..(**review).clone() });
                self.reviews.sort_by_key(|review| review.as_of);
            }
            ReviewEdit::Remove(as_of) => self.reviews.retain(|known| known.as_of != *as_of),
        }
    }
}
