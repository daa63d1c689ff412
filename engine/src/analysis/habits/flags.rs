//! Which habits each charge belongs to: found once for a log, cheap to sum up.

use super::calendar::Calendar;
use super::{Evidence, Habit, daily, timed};
use crate::analysis::licences::{MoveGround, OfferBook, Seats, has_paying_move};
use crate::analysis::{Period, PoolMap};
use crate::plan::Plan;
use crate::usage::{Log, Money};

/// A set of habits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HabitSet(u8);

impl HabitSet {
    /// Adds one.
    pub fn add(&mut self, habit: Habit) {
        self.0 |= 1 << habit as u8;
    }

    /// Whether one is in it.
    pub fn has(self, habit: Habit) -> bool {
        self.0 & (1 << habit as u8) != 0
    }

    /// Whether none is.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The one that a saving belongs to.
    pub fn first(self) -> Option<Habit> {
        Habit::ALL.get(self.0.trailing_zeros() as usize).copied()
    }

    /// All of them.
    pub fn iter(self) -> impl Iterator<Item = Habit> {
        Habit::ALL.into_iter().filter(move |habit| self.has(*habit))
    }
}

/// What is needed beside the log.
#[derive(Clone, Copy)]
pub struct HabitFrame<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What the log covers.
    pub period: &'a Period,
    /// Which team spends from which pool.
    pub pools: &'a PoolMap,
    /// What a token costs.
    pub token_price: Option<Money>,
}

/// The habits of every charge, and which habits can be told at all.
#[derive(Clone, Debug, Default)]
pub struct HabitFlags {
    /// By index of the log's entries.
    pub(super) sets: Vec<HabitSet>,
    /// What can be told from what is loaded, with what it rests on, in the order of attribution.
    pub told: Vec<(Habit, Evidence)>,
    /// Offers, for the moves.
    pub(super) book: OfferBook,
}

impl HabitFlags {
    /// Finds all habits. Shares and accepted moves change nothing here.
    pub fn of(log: &Log, frame: HabitFrame<'_>) -> HabitFlags {
        HabitFlags::with(log, frame, &MoveGround::of(log, frame.plan, frame.period.as_of))
    }

    /// The same with what was gathered already.
    pub(crate) fn with(log: &Log, frame: HabitFrame<'_>, ground: &MoveGround) -> HabitFlags {
        let HabitFrame { plan, period, .. } = frame;
        let people = || 0..log.people().len() as u32;
        let mut flags = HabitFlags {
            sets: vec![HabitSet::default(); log.entries().len()],
            book: ground.book.clone().unwrap_or_default(),
            ..HabitFlags::default()
        };
        if people().all(|person| log.charges_of(person).is_empty()) {
            return flags;
        }
        let MoveGround { rows, seats, .. } = ground;
        let calendar = Calendar::of(plan, period.first, period.last);
        let mut regulars = Vec::new();
        let mut charges = Vec::new();
        for person in people() {
            daily::charges_of(log, person, &calendar, &mut charges);
            let mut mark = |charge: u32, habit| flags.sets[charge as usize].add(habit);
            daily::several_products(&charges, |charge| mark(charge, Habit::SeveralProducts));
            daily::off_days(&charges, |charge| mark(charge, Habit::Weekend));
            daily::seat_holder(&charges, seats.of_person(person), |c| mark(c, Habit::SeatHolder));
            let found = daily::every_day(&charges, &calendar, plan.every_day_limit());
            regulars.extend((!found.is_empty()).then_some((person, found)));
            daily::left_open(&charges, &calendar, |charge| mark(charge, Habit::LeftOpen));
        }
        // Few people use a product nearly every day: only they need the question answered.
        let who: Vec<u32> = regulars.iter().map(|(person, _)| *person).collect();
        let paying = has_paying_move(log, frame, &flags.book, rows, seats, &who);
        for ((_, charges), _) in regulars.iter().zip(paying).filter(|(_, pays)| !pays) {
            charges.iter().for_each(|charge| flags.sets[*charge as usize].add(Habit::EveryDay));
        }
        let times = timed::find(log, plan, &mut flags.sets);
        flags.mark_old_versions(log, plan);
        flags.told = told(log, plan, seats, &times);
        flags
    }

    /// Of what was left open, the part on versions that do not go idle.
    fn mark_old_versions(&mut self, log: &Log, plan: &Plan) {
        if plan.aware_from_version.is_empty() {
            return;
        }
        for (set, entry) in self.sets.iter_mut().zip(log.entries()) {
            if set.has(Habit::LeftOpen)
                && super::super::rates::awareness(log, plan, entry.product, entry.version) == Some(false)
            {
                set.add(Habit::OldVersion);
            }
        }
    }

    /// The habits of an entry.
    pub fn of_entry(&self, index: usize) -> HabitSet {
        self.sets.get(index).copied().unwrap_or_default()
    }

    /// What a habit rests on; `None` where nothing loaded can tell it.
    pub fn evidence(&self, habit: Habit) -> Option<Evidence> {
        self.told.iter().find(|(told, _)| *told == habit).map(|(_, evidence)| *evidence)
    }

    /// The entries that prove a habit, as indices: its charges; for several products on one day all
    /// charges of these days, since one is judged beside the others.
    pub fn entries(&self, log: &Log, habit: Habit) -> Vec<u32> {
        if habit == Habit::SeveralProducts {
            return daily::days_with_several_products(log);
        }
        (0..self.sets.len() as u32).filter(|index| self.sets[*index as usize].has(habit)).collect()
    }
}

/// What can be told. Only sums: nothing, and nobody has charges then. Where some charges come from daily
/// rows, what daily rows can tell is inferred; short visits and half days are of the sessions alone.
fn told(log: &Log, plan: &Plan, seats: &Seats, times: &timed::Times) -> Vec<(Habit, Evidence)> {
    let of_charges = if times.all_charges { Evidence::Exact } else { Evidence::Inferred };
    let open = if times.all_idle { of_charges } else { of_charges.min(Evidence::UpperBound) };
    let knows_versions = log.products().iter().any(|product| plan.aware_from_version.contains_key(product));
    let evidence = |habit| match habit {
        Habit::SeatHolder => (!seats.is_empty()).then_some(of_charges),
        Habit::OldVersion => knows_versions.then_some(open),
        Habit::LeftOpen => Some(open),
        Habit::Weekend | Habit::SeveralProducts | Habit::EveryDay => Some(of_charges),
        Habit::ShortVisits => times.any.then_some(Evidence::Exact),
        Habit::HalfDays => times.any_windows.then_some(Evidence::Exact),
    };
    Habit::ALL.into_iter().filter_map(|habit| evidence(habit).map(|evidence| (habit, evidence))).collect()
}
