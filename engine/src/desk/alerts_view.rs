//! Alerts, as plain data.

use super::figure::Figure;
use super::views::PersonView;
use crate::usage::Day;
use serde::{Deserialize, Serialize};

/// What an alert is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AlertKind {
    /// The chance of a run-out before the term's end is above the user's limit.
    RunOut,
    /// Fewer tokens are left than the user's limit.
    BalanceBelow,
    /// The term's tokens go 1.4 times as fast as its days; the limit is the passed share.
    Pace,
    /// A tier is reached.
    Tier,
    /// A pack is about to lapse.
    Lapse,
    /// A monthly budget is crossed.
    Budget,
    /// More than half of the futures pass this month's budget.
    BudgetAhead,
    /// The last seven days are far above the weeks before.
    Climb,
    /// A person or a day is above a cap.
    Cap,
}

/// Whom it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AlertWho {
    /// A person.
    Person(PersonView),
    /// A team or department.
    Team(String),
    /// A project.
    Project(String),
}

/// One alert.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AlertView {
    /// What dismissing it names.
    pub key: String,
    /// What it is about.
    pub kind: AlertKind,
    /// The pool; `None` for the common one, or where it is about no pool.
    pub pool: Option<String>,
    /// Whom it is about, where it is about somebody.
    pub who: Option<AlertWho>,
    /// The day it is about: a budget's month begins then.
    pub day: Option<Day>,
    /// The number that crossed, with its limit among the inputs.
    pub value: Figure,
    /// The note it was dismissed with.
    pub dismissed: Option<String>,
}
