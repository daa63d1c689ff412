//! How work goes: working days, days off, busy periods, rates, aware versions.

use super::{Busy, Plan};
use crate::usage::{Day, Tokens};
use std::collections::BTreeMap;

/// One change to how work goes.
#[derive(Clone, Debug, PartialEq)]
pub enum WorkEdit {
    /// Which weekdays are worked, Monday first; `None`: the default.
    WorkingDays(Option<[bool; 7]>),
    /// All days off.
    Holidays(Vec<Day>),
    /// All busy periods.
    Busy(Vec<Busy>),
    /// Tokens per user and day, by product.
    Rates(BTreeMap<String, Tokens>),
    /// The first idle-aware version, by product.
    AwareFromVersion(BTreeMap<String, String>),
    /// Takes every what-if back: moves, shares of habits, busy periods.
    NoWhatIfs,
}

impl Plan {
    pub(super) fn apply_work_edit(&mut self, edit: &WorkEdit) {
        match edit {
            WorkEdit::WorkingDays(week) => self.working_days = *week,
            WorkEdit::Holidays(days) => {
                self.holidays.clone_from(days);
                self.holidays.sort_unstable();
                self.holidays.dedup();
            }
            WorkEdit::Busy(busy) => self.busy.clone_from(busy),
            WorkEdit::Rates(rates) => self.rates.clone_from(rates),
            WorkEdit::AwareFromVersion(versions) => self.aware_from_version.clone_from(versions),
            WorkEdit::NoWhatIfs => {
                self.moves.clear();
                self.habits.clear();
                self.busy.clear();
            }
        }
    }
}
