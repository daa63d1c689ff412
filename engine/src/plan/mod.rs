//! What the user sets. Changed only by [`Edit`]s, through one function.

mod budget;
mod contract;
mod csv_form;
mod edit;
mod fields;
mod history;
mod licences;
mod mappings;
mod notes;
mod parts;
mod recognition;
mod reviews;
mod saved;
mod watch;
mod work;

use crate::usage::{Day, Mapping, Money, Tokens};
use std::collections::BTreeMap;

pub use budget::{Budget, BudgetDays, BudgetOf, BusyBudget};
pub use contract::{ContractEdit, Question};
pub use csv_form::{CsvForm, Delimiter};
pub use edit::Edit;
pub use fields::{FIELD_AMOUNT_MAX, FieldProblem, parse_price, parse_tokens};
pub use history::{History, UNDO_STEPS_MAX};
pub use licences::{Decision, LicenceEdit};
pub use mappings::{MAPPINGS_MAX, MappingEdit, ReportRange};
pub use notes::{Expected, NoteEdit};
pub use parts::{Busy, BusyChange, Caps, Clauses, Move, Offer, Pack, Reading, Seat, VolumePrice};
pub use recognition::Recognition;
pub use reviews::{Promise, Review, ReviewEdit, Step, StepTaken};
pub use saved::{PLAN_SCHEMA, WORKSPACE_SCHEMA, from_json, is_newer_workspace, plan_text_of, to_json};
pub use watch::{AlertRules, WatchEdit};
pub use work::WorkEdit;

/// Everything the user sets. The default changes nothing; `None` means that the default counts,
/// which the method of the same name gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// ISO code; `None` means US dollars, the only currency with shipped prices.
    pub currency: Option<String>,
    /// What a token costs.
    pub token_price: Option<Money>,
    /// What a token costs at renewal; `None`: as now.
    pub renewal_token_price: Option<Money>,
    /// First day of the contract year.
    pub term_start: Option<Day>,
    /// Last day of the contract year: the renewal date.
    pub term_end: Option<Day>,
    /// Purchases.
    pub packs: Vec<Pack>,
    /// Balance readings.
    pub readings: Vec<Reading>,
    /// Tokens per user and day, by product.
    pub rates: BTreeMap<String, Tokens>,
    /// Subscriptions that can be bought; they replace the shipped ones.
    pub offers: Option<Vec<Offer>>,
    /// Seats that people already have.
    pub seats: Vec<Seat>,
    /// Shares of the term's tokens at which to warn, in percent.
    pub tiers: Option<Vec<f64>>,
    /// Monthly budgets.
    pub budgets: Vec<Budget>,
    /// Which weekdays are worked, Monday first.
    pub working_days: Option<[bool; 7]>,
    /// Days off.
    pub holidays: Vec<Day>,
    /// Times in which use will differ.
    pub busy: Vec<Busy>,
    /// How much of each habit could change, 0 to 1, by the habit's stable name.
    pub habits: BTreeMap<String, f64>,
    /// Days a week up to which daily use of a product is no habit.
    pub every_day_limit: Option<i32>,
    /// Recognition.
    pub recognition: Recognition,
    /// Accepted moves.
    pub moves: Vec<Move>,
    /// What else was decided about people (declined, pinned, a note), by id, one each.
    pub decisions: Vec<Decision>,
    /// The chance with which a true-up must reach the term's end, 0 to 1.
    pub certainty: Option<f64>,
    /// Days from an order to its tokens.
    pub lead_days: Option<i32>,
    /// Days of grace that were agreed.
    pub grace_days: Option<i32>,
    /// What a token costs in a true-up; `None`: the token price.
    pub true_up_price: Option<Money>,
    /// What a token costs when bought late; `None`: 1.2 times the token price, a guess.
    pub late_price: Option<Money>,
    /// What a missing token costs beside its price.
    pub stop_cost_per_token: Option<Money>,
    /// Cheaper prices for larger purchases.
    pub volume_prices: Vec<VolumePrice>,
    /// What the contract grants.
    pub clauses: Clauses,
    /// Quantities that can be bought; they combine. `None`: any quantity from 33 on.
    pub pack_sizes: Option<Vec<Tokens>>,
    /// Days without a charge after which a person counts as inactive.
    pub inactive_days: Option<i32>,
    /// Days a year from which the article calls a person heavy.
    pub heavy_days: Option<i32>,
    /// Limits whose crossing is reported.
    pub caps: Caps,
    /// The first idle-aware version, by product.
    pub aware_from_version: BTreeMap<String, String>,
    /// The seed of everything random.
    pub seed: Option<u64>,
    /// The dialect of tables that are saved.
    pub csv: CsvForm,
    /// Rules for alerts.
    pub alerts: AlertRules,
    /// Answers to the checklist, by the question's key.
    pub checklist: BTreeMap<String, String>,
    /// How files with certain headers are read.
    pub mappings: Vec<Mapping>,
    /// The dates that were chosen for usage reports.
    pub report_ranges: Vec<ReportRange>,
    /// People whose use is expected, by id, one each.
    pub expected: Vec<Expected>,
    /// Notices that were dismissed, by key, each with a note that may be empty.
    pub dismissed: BTreeMap<String, String>,
    /// Finished reviews, by their last day of rows, one each.
    pub reviews: Vec<Review>,
    /// What was done so far in the review under way, by step.
    pub open_review: Vec<StepTaken>,
    /// Fields of a plan file that this version keeps but does not use, as JSON text by name.
    pub kept: BTreeMap<String, String>,
}

impl Plan {
    /// The workspace's currency.
    pub fn currency(&self) -> &str {
        self.currency.as_deref().unwrap_or(crate::rules::LIST_CURRENCY)
    }

    /// Whether tokens left can be told: there is a pack or a reading.
    pub fn knows_balance(&self) -> bool {
        !self.packs.is_empty() || !self.readings.is_empty()
    }

    /// Shares of the term's tokens at which to warn, in percent: 25, 50 and 75.
    pub fn tiers(&self) -> &[f64] {
        self.tiers.as_deref().unwrap_or(&[25.0, 50.0, 75.0])
    }

    /// Whether a day is worked: Monday to Friday, and no holiday.
    pub fn is_working_day(&self, day: Day) -> bool {
        let week = self.working_days.unwrap_or([true, true, true, true, true, false, false]);
        week[day.weekday()] && !self.holidays.contains(&day)
    }

    /// The chance with which a true-up must reach the term's end: 0.9.
    pub fn certainty(&self) -> f64 {
        self.certainty.unwrap_or(0.9)
    }

    /// Days from an order to its tokens: 60, the article's one to two months.
    pub fn lead_days(&self) -> i32 {
        self.lead_days.unwrap_or(60)
    }

    /// Days of grace that were agreed, wherever the plan states them: 0.
    pub fn grace_days(&self) -> i32 {
        self.grace_days.unwrap_or(0).max(self.clauses.grace_days)
    }

    /// Days without a charge after which a person counts as inactive: 60.
    pub fn inactive_days(&self) -> i32 {
        self.inactive_days.unwrap_or(60)
    }

    /// Days a year from which the article calls a person heavy: 100.
    pub fn heavy_days(&self) -> i32 {
        self.heavy_days.unwrap_or(100)
    }

    /// Days a week up to which daily use of a product is no habit: 3.
    pub fn every_day_limit(&self) -> u32 {
        self.every_day_limit.unwrap_or(3).clamp(0, 7) as u32
    }

    /// Whether anything is set that changes the future: a move, a share of a habit, a busy period.
    pub fn has_what_ifs(&self) -> bool {
        self.moves.iter().any(|one| !one.offers.is_empty())
            || self.habits.values().any(|share| *share > 0.0)
            || !self.busy.is_empty()
    }

    /// The seed of everything random: 1.
    pub fn seed(&self) -> u64 {
        self.seed.unwrap_or(1)
    }
}
