//! Everybody, one after the other, and their sums.

use super::chance::Resample;
use super::person::{self, Buffers, Common, PersonLicence, Verdict};
use super::uses::{Presence, Yearly};
use super::{Optimum, seats};
use crate::plan::Plan;
use crate::usage::{Money, Tokens};
use std::cmp::Reverse;

/// The people so far and the sums of their moves.
pub(super) struct People {
    people: Vec<PersonLicence>,
    all: MoveSum,
    now: MoveSum,
    resample: Resample,
}

impl People {
    /// Nobody yet.
    pub fn new(resample: Resample) -> People {
        let weeks = resample.weeks();
        People { people: Vec::new(), all: MoveSum::new(weeks), now: MoveSum::new(weeks), resample }
    }

    /// Adds a person, whose use is in `buffers.uses`, unless they have none in the window.
    pub fn add(
        &mut self,
        common: Common<'_>,
        buffers: &mut Buffers,
        person: u32,
        presence: Option<Presence>,
    ) {
        let Some(mut who) = person::optimum(common, buffers, person, presence) else { return };
        let by_week = person::judge(common, buffers, &self.resample, &mut who);
        if who.is_move() {
            self.all.add(&who, &by_week);
            if who.verdict == Verdict::Move {
                self.now.add(&who, &by_week);
            }
        }
        self.people.push(who);
    }

    /// Everybody is in: sorts the moves and adds what concerns all.
    pub fn finish(self, common: Common<'_>, plan: &Plan) -> Optimum {
        let People { people, all, now, resample } = self;
        let yearly = common.yearly;
        let mut moves: Vec<usize> = (0..people.len()).filter(|i| people[*i].is_move()).collect();
        moves.sort_by_key(|i| (Reverse(people[*i].best.saving_per_year()), people[*i].person));
        let in_window = common.log.standing().filter(|entry| yearly.year.holds(entry.day));
        Optimum {
            yearly,
            moves,
            tokens: in_window.map(|entry| entry.tokens).sum(),
            underused: seats::underused(common, plan),
            people,
            saving_all: all.range(&resample, yearly),
            saving_now: now.range(&resample, yearly),
            resample,
        }
    }
}

/// Several people's moves, week by week. Everybody's weeks are drawn alike, so that their sum can be.
struct MoveSum {
    by_week: Vec<f64>,
    subscriptions: Money,
}

impl MoveSum {
    fn new(weeks: usize) -> MoveSum {
        MoveSum { by_week: vec![0.0; weeks], subscriptions: Money::ZERO }
    }

    fn add(&mut self, who: &PersonLicence, by_week: &[f64]) {
        for (sum, week) in self.by_week.iter_mut().zip(by_week) {
            *sum += *week;
        }
        self.subscriptions += who.best.subscriptions_per_year;
    }

    fn range(&self, resample: &Resample, yearly: Yearly) -> (Money, Money) {
        let (low, high) = resample.p10_p90(&self.by_week);
        let saving = |tokens: f64| yearly.money(Tokens(tokens as i64)) - self.subscriptions;
        (saving(low), saving(high))
    }
}
