//! The changes a plan can undergo.

use super::{
    ContractEdit, CsvForm, LicenceEdit, MappingEdit, NoteEdit, Pack, Plan, Reading, Recognition, ReviewEdit,
    WatchEdit, WorkEdit,
};
use crate::usage::{Day, Money, Tokens};

/// One change. Applying it never fails: an edit holds only values that were checked before.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Another currency. Prices stay as typed: nobody's exchange rate is known here.
    Currency(String),
    /// The price of a token, or none.
    TokenPrice(Option<Money>),
    /// The contract year.
    Term {
        /// Its first day.
        start: Option<Day>,
        /// Its last day, the renewal.
        end: Option<Day>,
    },
    /// The short form: tokens left at the end of a day.
    TokensLeft {
        /// Of which team; `None`: of the common pool.
        pool: Option<String>,
        /// Tokens left.
        tokens: Tokens,
        /// The day at whose end they were left.
        day: Day,
    },
    /// The short form: tokens bought for a term.
    TokensBought {
        /// For which team; `None`: for all of them.
        pool: Option<String>,
        /// Tokens bought.
        tokens: Tokens,
        /// What they cost in all, where known.
        price: Option<Money>,
        /// The term's first day.
        start: Day,
        /// The term's last day.
        end: Day,
    },
    /// All purchases.
    Packs(Vec<Pack>),
    /// All balance readings.
    Readings(Vec<Reading>),
    /// How much of a habit could change, 0 to 1.
    HabitShare {
        /// The habit's stable name.
        habit: String,
        /// The share.
        share: f64,
    },
    /// Days a week up to which daily use of a product is no habit; `None`: 3.
    EveryDayLimit(Option<i32>),
    /// Recognition.
    Recognition(Recognition),
    /// Offers, seats and what is decided about people.
    Licences(LicenceEdit),
    /// Prices, clauses, how a purchase is made, the checklist.
    Contract(ContractEdit),
    /// Alerts, caps, budgets, tiers.
    Watch(WatchEdit),
    /// Working days, days off, busy periods, rates; all what-ifs taken back.
    Work(WorkEdit),
    /// How files are read.
    Mapping(MappingEdit),
    /// What the user noted, and the limits whose crossing is reported.
    Note(NoteEdit),
    /// The monthly review.
    Review(ReviewEdit),
    /// The dialect of tables that are saved.
    Csv(CsvForm),
    /// A whole plan, from a file or the example.
    Whole(Box<Plan>),
}

impl Edit {
    /// The control that says it while it moves, such as a slider; `None` where there is none.
    pub(super) fn control(&self) -> Option<&str> {
        match self {
            Edit::HabitShare { habit, .. } => Some(habit),
            _ => None,
        }
    }
}

impl Plan {
    /// The plan after an edit.
    pub fn with(&self, edit: &Edit) -> Plan {
        let mut plan = self.clone();
        match edit {
            Edit::Currency(code) => plan.currency = Some(code.clone()),
            Edit::TokenPrice(price) => plan.token_price = *price,
            Edit::Term { start, end } => (plan.term_start, plan.term_end) = (*start, *end),
            Edit::TokensLeft { pool, tokens, day } => {
                // The newest word on a day stands; readings of other days are history and stay.
                plan.readings.retain(|r| r.pool != *pool || r.day != *day);
                plan.readings.push(Reading { pool: pool.clone(), day: *day, tokens: *tokens });
                plan.readings.sort_by_key(|r| r.day);
            }
            Edit::TokensBought { pool, tokens, price, start, end } => {
                // The same purchase with another price is a correction; any other is one more.
                let is_same = |p: &Pack| (p.tokens, p.start, p.end) == (*tokens, *start, Some(*end));
                plan.packs.retain(|p| p.pool != *pool || !is_same(p));
                plan.packs.push(Pack {
                    pool: pool.clone(),
                    tokens: *tokens,
                    price: *price,
                    start: *start,
                    end: Some(*end),
                });
                // A purchase within the term leaves the term as it is.
                let is_within = |(from, to): (Day, Day)| from <= *start && *start <= to;
                if !plan.term_start.zip(plan.term_end).is_some_and(is_within) {
                    (plan.term_start, plan.term_end) = (Some(*start), Some(*end));
                }
            }
            Edit::Packs(packs) => plan.packs = packs.clone(),
            Edit::Readings(readings) => plan.readings = readings.clone(),
            Edit::HabitShare { habit, share } => {
                plan.habits.insert(habit.clone(), share.clamp(0.0, 1.0));
            }
            Edit::EveryDayLimit(days) => plan.every_day_limit = *days,
            Edit::Recognition(recognition) => plan.recognition = recognition.clone(),
            Edit::Licences(edit) => plan.apply_licence_edit(edit),
            Edit::Contract(edit) => plan.apply_contract_edit(edit),
            Edit::Watch(edit) => plan.apply_watch_edit(edit),
            Edit::Work(edit) => plan.apply_work_edit(edit),
            Edit::Mapping(edit) => plan.apply_mapping_edit(edit),
            Edit::Note(edit) => plan.apply_note_edit(edit),
            Edit::Review(edit) => plan.apply_review_edit(edit),
            Edit::Csv(form) => plan.csv = *form,
            Edit::Whole(whole) => plan = (**whole).clone(),
        }
        plan
    }
}
