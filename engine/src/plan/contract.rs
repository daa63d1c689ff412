//! The contract: prices, clauses, how a purchase is made, and the article's checklist.

use super::{Clauses, Plan, VolumePrice, parse_price};
use crate::usage::{Day, Money, Tokens};

/// One change to the contract.
#[derive(Clone, Debug, PartialEq)]
pub enum ContractEdit {
    /// The price of a token at renewal, or none.
    RenewalPrice(Option<Money>),
    /// The price of a token in a true-up, or none.
    TrueUpPrice(Option<Money>),
    /// The price of a token bought late, or none.
    LatePrice(Option<Money>),
    /// What a missing token costs beside its price, or none.
    StopCost(Option<Money>),
    /// Cheaper prices for larger purchases.
    VolumePrices(Vec<VolumePrice>),
    /// Quantities that can be bought, or any.
    PackSizes(Option<Vec<Tokens>>),
    /// What the contract grants.
    Clauses(Clauses),
    /// The chance with which a true-up must reach the term's end, or the default.
    Certainty(Option<f64>),
    /// Days from an order to its tokens, or the default.
    LeadDays(Option<i32>),
    /// Days of grace that were agreed.
    GraceDays(Option<i32>),
    /// An answer to a question of the checklist; `None` takes it back.
    Answer {
        /// Which.
        question: Question,
        /// `yes`, `no`, a number, a price or a day; what it means is used where it matters.
        answer: Option<String>,
    },
}

/// A question of the article's checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Question {
    /// Is there a true-up clause?
    TrueUpClause,
    /// Does a true-up cost what the contract's tokens cost?
    SamePrice,
    /// At which price?
    TrueUpPrice,
    /// Are leftovers credited?
    RollOver,
    /// How many days of grace?
    GraceDays,
    /// By how many days are packs valid longer?
    LongerDays,
    /// On which day did the reseller confirm it?
    ConfirmedOn,
}

impl Question {
    /// All, in the order in which they are asked.
    pub const ALL: [Question; 7] = [
        Question::TrueUpClause,
        Question::SamePrice,
        Question::TrueUpPrice,
        Question::RollOver,
        Question::GraceDays,
        Question::LongerDays,
        Question::ConfirmedOn,
    ];

    /// The key in the saved form.
    pub fn key(self) -> &'static str {
        match self {
            Question::TrueUpClause => "true_up_clause",
            Question::SamePrice => "same_price_true_up",
            Question::TrueUpPrice => "true_up_price",
            Question::RollOver => "roll_over",
            Question::GraceDays => "grace_days",
            Question::LongerDays => "longer_days",
            Question::ConfirmedOn => "reseller_confirmed_on",
        }
    }

    /// The question of a key.
    pub fn from_key(key: &str) -> Option<Question> {
        Question::ALL.into_iter().find(|question| question.key() == key)
    }

    /// Whether a text answers it.
    pub fn takes(self, answer: &str) -> bool {
        match self {
            Question::TrueUpClause | Question::SamePrice | Question::RollOver => {
                matches!(answer, "yes" | "no")
            }
            Question::TrueUpPrice => parse_price(answer).is_ok(),
            Question::GraceDays | Question::LongerDays => days(answer).is_some(),
            Question::ConfirmedOn => Day::parse_iso(answer).is_some(),
        }
    }
}

/// A number of days that a contract can state.
fn days(text: &str) -> Option<i32> {
    text.trim().parse().ok().filter(|days| (0..=3_660).contains(days))
}

impl Plan {
    /// The answer to a question, where one was given.
    pub fn answer(&self, question: Question) -> Option<&str> {
        self.checklist.get(question.key()).map(String::as_str)
    }

    pub(super) fn apply_contract_edit(&mut self, edit: &ContractEdit) {
        match edit {
            ContractEdit::RenewalPrice(price) => self.renewal_token_price = *price,
            ContractEdit::TrueUpPrice(price) => self.true_up_price = *price,
            ContractEdit::LatePrice(price) => self.late_price = *price,
            ContractEdit::StopCost(price) => self.stop_cost_per_token = *price,
            ContractEdit::VolumePrices(prices) => self.volume_prices.clone_from(prices),
            ContractEdit::PackSizes(sizes) => {
                let sized = |sizes: &Vec<Tokens>| {
                    let mut sizes: Vec<Tokens> =
                        sizes.iter().copied().filter(|size| size.is_positive()).collect();
                    sizes.sort_unstable();
                    sizes.dedup();
                    sizes
                };
                self.pack_sizes = sizes.as_ref().map(sized).filter(|sizes| !sizes.is_empty());
            }
            ContractEdit::Clauses(clauses) => self.clauses = *clauses,
            ContractEdit::Certainty(share) => self.certainty = share.map(|share| share.clamp(0.0, 1.0)),
            ContractEdit::LeadDays(days) => self.lead_days = *days,
            ContractEdit::GraceDays(days) => self.grace_days = *days,
            ContractEdit::Answer { question, answer } => self.apply_answer(*question, answer.as_deref()),
        }
    }

    /// Keeps an answer and lets it count; an answer that says nothing to its question changes nothing.
    fn apply_answer(&mut self, question: Question, answer: Option<&str>) {
        let answer = answer.map(str::trim);
        if answer.is_some_and(|answer| !question.takes(answer)) {
            return;
        }
        let is_yes = answer == Some("yes");
        let given_days = answer.and_then(days).unwrap_or(0);
        match question {
            Question::SamePrice => self.clauses.same_price_true_up = is_yes,
            Question::TrueUpPrice => {
                self.true_up_price = answer.and_then(|answer| parse_price(answer).ok());
            }
            Question::RollOver => self.clauses.roll_over = is_yes,
            Question::GraceDays => self.clauses.grace_days = given_days,
            Question::LongerDays => self.clauses.longer_days = given_days,
            // Without any true-up clause there is no negotiated price either.
            Question::TrueUpClause if answer == Some("no") => self.clauses.same_price_true_up = false,
            Question::TrueUpClause | Question::ConfirmedOn => {}
        }
        match answer {
            Some(answer) => self.checklist.insert(question.key().to_string(), answer.to_string()),
            None => self.checklist.remove(question.key()),
        };
    }
}
