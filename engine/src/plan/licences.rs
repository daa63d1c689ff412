//! Offers, seats, and what is decided about people.

use super::{Move, Offer, Plan, Seat};
use crate::rules::{LIST_CURRENCY, SHIPPED_OFFERS, SHIPPED_OFFERS_DATED};

/// What was decided about a person beside accepting a move.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decision {
    /// The person's id, in lower case.
    pub user: String,
    /// The proposed move was declined.
    pub declined: bool,
    /// Kept at the top of the list.
    pub pinned: bool,
    /// A note of the user's.
    pub note: Option<String>,
}

/// One change to offers, seats or decisions.
#[derive(Clone, Debug, PartialEq)]
pub enum LicenceEdit {
    /// Offers instead of the shipped ones; `None`: the shipped ones again.
    Offers(Option<Vec<Offer>>),
    /// All seats that people have.
    Seats(Vec<Seat>),
    /// Accepts one move, or sets a person to any offers: none of them means Flex, decided. Replaces
    /// the person's move, and takes a *declined* back.
    Accept(Move),
    /// Accepts several at once: one step to undo.
    AcceptAll(Vec<Move>),
    /// Takes an accepted or declined move back: nothing is decided.
    Withdraw {
        /// The person's id.
        user: String,
    },
    /// Takes all accepted moves back.
    WithdrawAll,
    /// Declines a move; an accepted one is taken back.
    Decline {
        /// The person's id.
        user: String,
    },
    /// Pins a person to the top of the list, or not.
    Pin {
        /// The person's id.
        user: String,
        /// Whether.
        pinned: bool,
    },
    /// Sets or clears a person's note.
    Note {
        /// The person's id.
        user: String,
        /// The note; empty clears it.
        note: String,
    },
    /// Days a year above which the article calls a person heavy; `None`: 100.
    HeavyDays(Option<i32>),
    /// Days without a charge from which a person is inactive; `None`: 60.
    InactiveDays(Option<i32>),
}

impl Plan {
    /// The offers that count: the plan's, else the shipped ones, whose prices are US dollars and
    /// unknown in any other currency.
    pub fn offers(&self) -> Vec<Offer> {
        if let Some(offers) = &self.offers {
            return offers.clone();
        }
        let in_dollars = self.currency() == LIST_CURRENCY;
        let shipped = SHIPPED_OFFERS.iter().map(|offer| Offer {
            name: offer.name.to_string(),
            covers: offer.covers.iter().map(ToString::to_string).collect(),
            price_per_year: offer.price_per_year.filter(|_| in_dollars),
            dated: in_dollars.then(|| SHIPPED_OFFERS_DATED.to_string()),
        });
        shipped.collect()
    }

    /// What was decided about a person, by their id in lower case.
    pub fn decision(&self, user: &str) -> Option<&Decision> {
        let place = self.decisions.binary_search_by(|decision| decision.user.as_str().cmp(user)).ok()?;
        Some(&self.decisions[place])
    }

    /// Whether two plans give the same optimum for everybody: all is equal but what was decided, and
    /// what concerns habits, the future, budgets, caps and notes.
    pub fn has_same_licence_inputs(&self, other: &Plan) -> bool {
        let mut same = other.clone();
        same.moves.clone_from(&self.moves);
        same.decisions.clone_from(&self.decisions);
        same.habits.clone_from(&self.habits);
        same.recognition.clone_from(&self.recognition);
        same.busy.clone_from(&self.busy);
        same.budgets.clone_from(&self.budgets);
        same.alerts = self.alerts;
        same.checklist.clone_from(&self.checklist);
        same.clauses = self.clauses;
        same.caps = self.caps;
        same.expected.clone_from(&self.expected);
        same.dismissed.clone_from(&self.dismissed);
        same.reviews.clone_from(&self.reviews);
        same.open_review.clone_from(&self.open_review);
        same == *self
    }

    pub(super) fn apply_licence_edit(&mut self, edit: &LicenceEdit) {
        match edit {
            LicenceEdit::Offers(offers) => self.offers = offers.clone(),
            LicenceEdit::Seats(seats) => self.seats = seats.clone(),
            LicenceEdit::Accept(one) => self.accept(std::slice::from_ref(one)),
            LicenceEdit::AcceptAll(moves) => self.accept(moves),
            LicenceEdit::Withdraw { user } => {
                let user = user.to_lowercase();
                self.moves.retain(|one| one.user != user);
                self.decide(&user, |decision| decision.declined = false);
            }
            LicenceEdit::WithdrawAll => self.moves.clear(),
            LicenceEdit::Decline { user } => {
                let user = user.to_lowercase();
                self.moves.retain(|one| one.user != user);
                self.decide(&user, |decision| decision.declined = true);
            }
            LicenceEdit::Pin { user, pinned } => {
                self.decide(&user.to_lowercase(), |decision| decision.pinned = *pinned);
            }
            LicenceEdit::Note { user, note } => {
                let note = Some(note.trim().to_string()).filter(|note| !note.is_empty());
                self.decide(&user.to_lowercase(), |decision| decision.note = note);
            }
            LicenceEdit::HeavyDays(days) => self.heavy_days = *days,
            LicenceEdit::InactiveDays(days) => self.inactive_days = *days,
        }
    }

    fn accept(&mut self, moves: &[Move]) {
        let mut accepted: std::collections::BTreeMap<String, Move> =
            self.moves.drain(..).map(|one| (one.user.clone(), one)).collect();
        for one in moves {
            let user = one.user.to_lowercase();
            accepted.insert(user.clone(), Move { user, offers: one.offers.clone() });
        }
        for decision in &mut self.decisions {
            decision.declined &= !accepted.contains_key(&decision.user);
        }
        self.moves = accepted.into_values().collect();
        self.drop_empty_decisions();
    }

    fn decide(&mut self, user: &str, change: impl FnOnce(&mut Decision)) {
        let place = self.decisions.binary_search_by(|decision| decision.user.as_str().cmp(user));
        let place = place.unwrap_or_else(|place| {
            self.decisions.insert(place, Decision { user: user.to_string(), ..Decision::default() });
            place
        });
        change(&mut self.decisions[place]);
        self.drop_empty_decisions();
    }

    fn drop_empty_decisions(&mut self) {
        self.decisions.retain(|d| d.declined || d.pinned || d.note.is_some());
    }
}
