//! What is watched: rules for alerts, budgets, tiers.

use super::{Budget, Plan};
use crate::usage::Tokens;

/// Rules that the user sets; `None` is off.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AlertRules {
    /// Fewer tokens left than this.
    pub balance_below: Option<Tokens>,
    /// A run-out before the term's end with more than so many percent.
    pub run_out_percent: Option<f64>,
    /// A pack that ends within so many days …
    pub lapse_days: Option<i32>,
    /// … with more tokens than this.
    pub lapse_tokens: Option<Tokens>,
    /// The last seven days more than so many percent above the four weeks before.
    pub climb_percent: Option<f64>,
}

/// One change to what is watched.
#[derive(Clone, Debug, PartialEq)]
pub enum WatchEdit {
    /// All rules for alerts.
    Rules(AlertRules),
    /// All monthly budgets.
    Budgets(Vec<Budget>),
    /// Shares of the term's tokens at which to warn, in percent; `None`: the default.
    Tiers(Option<Vec<f64>>),
}

impl Plan {
    pub(super) fn apply_watch_edit(&mut self, edit: &WatchEdit) {
        match edit {
            WatchEdit::Rules(rules) => self.alerts = *rules,
            WatchEdit::Budgets(budgets) => self.budgets.clone_from(budgets),
            WatchEdit::Tiers(tiers) => {
                self.tiers.clone_from(tiers);
                self.tiers.iter_mut().for_each(|tiers| tiers.sort_by(f64::total_cmp));
            }
        }
    }
}
