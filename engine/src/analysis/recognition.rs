//! Who uses few tokens on the days they work with Flex, and who came down since the last period.

use super::Period;
use crate::usage::{Day, Log, Tokens};
use std::cmp::Reverse;

/// A period is so many weeks long in days: a quarter.
pub const RECOGNITION_DAYS: i32 = 91;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecognitionOf {
    /// People.
    People,
    /// Teams; a team's active day is one of one person.
    Teams,
}

/// Days with a charge and their tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Active {
    /// Distinct days of a person with a charge.
    pub days: u32,
    /// Tokens charged on them.
    pub tokens: Tokens,
}

impl Active {
    /// Tokens per active day; `None` below the least number of days, so that absence is not praised.
    pub fn tokens_per_day(&self, days_min: u32) -> Option<Tokens> {
        (self.days >= days_min.max(1)).then(|| self.tokens.scale_rounded(1, i64::from(self.days)))
    }
}

/// One person or team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// Into the log's people or pools.
    pub index: u32,
    /// The last quarter.
    pub now: Active,
    /// The quarter before it; nothing where the rows do not cover all of it.
    pub before: Option<Active>,
    /// Tokens per active day now.
    pub tokens_per_day: Tokens,
    /// How much less than in the quarter before; negative where it is more, `None` where too few days
    /// are known.
    pub improvement: Option<Tokens>,
}

/// Everyone with enough active days in the last quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognition {
    /// The last quarter's first and last day.
    pub now: (Day, Day),
    /// The quarter before it; `None` where the rows begin later.
    pub before: Option<(Day, Day)>,
    /// By tokens per active day, fewest first, then by name.
    pub list: Vec<Recognised>,
    /// How many have too few active days to be compared.
    pub too_few_days: u64,
}

impl Recognition {
    /// Compares people or teams over the quarter that ends on the last complete day.
    pub fn of(log: &Log, period: &Period, of: RecognitionOf, days_min: u32) -> Recognition {
        let to = period.as_of;
        let from = to.plus(1 - RECOGNITION_DAYS);
        let earlier = (from.plus(-RECOGNITION_DAYS), from.plus(-1));
        let before = (period.first <= earlier.0).then_some(earlier);
        let count = match of {
            RecognitionOf::People => log.people().len(),
            RecognitionOf::Teams => log.pools().len(),
        };
        let mut sums = vec![(Active::default(), Active::default()); count];
        for person in 0..log.people().len() as u32 {
            let charges = log.charges_between(person, earlier.0, to);
            add_person(log, person, charges, of, &mut |index, day, tokens, is_new_day| {
                let (now, earlier_sum) = &mut sums[index as usize];
                let sum = if from <= day { now } else { earlier_sum };
                sum.days += u32::from(is_new_day);
                sum.tokens += tokens;
            });
        }
        let recognised = |(index, (now, earlier)): (usize, &(Active, Active))| {
            let tokens_per_day = now.tokens_per_day(days_min)?;
            let known = before.and_then(|_| earlier.tokens_per_day(days_min));
            Some(Recognised {
                index: index as u32,
                now: *now,
                before: before.map(|_| *earlier),
                tokens_per_day,
                improvement: known.map(|known| known - tokens_per_day),
            })
        };
        let mut list: Vec<Recognised> = sums.iter().enumerate().filter_map(recognised).collect();
        list.sort_by_key(|one| (one.tokens_per_day, one.index));
        let active = sums.iter().filter(|(now, _)| now.days > 0).count();
        Recognition { now: (from, to), before, too_few_days: (active - list.len()) as u64, list }
    }

    /// Those whose tokens per active day came down, by how much, then by name.
    pub fn improved(&self) -> Vec<Recognised> {
        let came_down = |one: &&Recognised| one.improvement.is_some_and(Tokens::is_positive);
        let mut list: Vec<Recognised> = self.list.iter().filter(came_down).copied().collect();
        list.sort_by_key(|one| (Reverse(one.improvement), one.index));
        list
    }
}

/// Hands over some charges of a person, each with whose they are, its day and tokens, and whether it begins a
/// new day there.
fn add_person(
    log: &Log,
    person: u32,
    charges: &[u32],
    of: RecognitionOf,
    add: &mut dyn FnMut(u32, Day, Tokens, bool),
) {
    let mut of_day: Option<Day> = None;
    let mut seen: Vec<u32> = Vec::new();
    for charge in charges {
        let entry = &log.entries()[*charge as usize];
        if of_day != Some(entry.day) {
            (of_day, seen) = (Some(entry.day), Vec::new());
        }
        let index = match of {
            RecognitionOf::People => person,
            RecognitionOf::Teams => entry.pool,
        };
        let is_new = !seen.contains(&index);
        if is_new {
            seen.push(index);
        }
        add(index, entry.day, entry.tokens, is_new);
    }
}
