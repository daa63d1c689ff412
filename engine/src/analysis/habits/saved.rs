//! Tokens by pool and day that shares of habits take off, each charge once.

use super::Habit;
use super::flags::HabitFlags;
use crate::analysis::PoolMap;
use crate::analysis::licences::MovedTokens;
use crate::plan::Plan;
use crate::usage::{Day, Log, Tokens};

/// How many habits there are.
const HABITS: usize = Habit::ALL.len();

/// The charges that are a habit's own, after accepted moves: tokens per pool, day and habit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HabitDays {
    /// For each pool of the map, days ascending, each with its tokens by habit.
    by_pool: Vec<Vec<(Day, [Tokens; HABITS])>>,
}

/// The tokens that the plan's shares of habits take away, by pool and day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedTokens {
    /// For each pool of the [`PoolMap`], tokens by day, days ascending, days without left out.
    pub by_pool: Vec<Vec<(Day, Tokens)>>,
}

impl HabitDays {
    /// Every charge of the log that has a habit and that no accepted move takes.
    pub fn of(log: &Log, map: &PoolMap, flags: &HabitFlags, moved: &MovedTokens) -> HabitDays {
        let mut by_pool = vec![Vec::new(); map.pools.len()];
        for (index, entry) in log.entries().iter().enumerate() {
            let Some(habit) = flags.owner(moved, index, entry) else { continue };
            let days: &mut Vec<(Day, [Tokens; HABITS])> =
                &mut by_pool[map.pool_of_team[entry.pool as usize] as usize];
            // Entries come by day.
            if days.last().is_none_or(|(day, _)| *day != entry.day) {
                days.push((entry.day, [Tokens::ZERO; HABITS]));
            }
            if let Some((_, tokens)) = days.last_mut() {
                tokens[habit as usize] += entry.tokens;
            }
        }
        HabitDays { by_pool }
    }

    /// The same with moves, where this one is without: their people's charges are taken off.
    pub(crate) fn with_moves(
        &self,
        log: &Log,
        map: &PoolMap,
        flags: &HabitFlags,
        moved: &MovedTokens,
    ) -> HabitDays {
        let mut with = self.clone();
        for (habit, entry) in flags.taken(log, moved) {
            let days = &mut with.by_pool[map.pool_of_team[entry.pool as usize] as usize];
            if let Ok(place) = days.binary_search_by_key(&entry.day, |(day, _)| *day) {
                days[place].1[habit as usize] -= entry.tokens;
            }
        }
        for days in with.by_pool.iter_mut().filter(|_| !moved.people.is_empty()) {
            days.retain(|(_, tokens)| tokens.iter().any(|tokens| *tokens != Tokens::ZERO));
        }
        with
    }

    /// The plan's shares of them: a linear sum, rounded to the millionth by pool, day and habit.
    pub fn saved(&self, plan: &Plan) -> SavedTokens {
        let share = |habit: Habit| plan.habits.get(habit.name()).copied().unwrap_or_default();
        let shares = Habit::ALL.map(share);
        if shares.iter().all(|share| *share <= 0.0) {
            return SavedTokens { by_pool: vec![Vec::new(); self.by_pool.len()] };
        }
        let of_day = |(day, tokens): &(Day, [Tokens; HABITS])| {
            let parts = tokens.iter().zip(shares).filter(|(tokens, _)| tokens.is_positive());
            let sum: Tokens = parts.map(|(tokens, share)| Tokens::from_f64(tokens.to_f64() * share)).sum();
            sum.is_positive().then_some((*day, sum))
        };
        SavedTokens {
            by_pool: self.by_pool.iter().map(|days| days.iter().filter_map(of_day).collect()).collect(),
        }
    }

    /// One habit's own tokens, by pool, between two days, both counted.
    pub fn own_by_pool(&self, habit: Habit, from: Day, to: Day) -> Vec<Tokens> {
        let within = |days: &Vec<(Day, [Tokens; HABITS])>| {
            days.iter().filter(|(day, _)| from <= *day && *day <= to).map(|(_, of)| of[habit as usize]).sum()
        };
        self.by_pool.iter().map(within).collect()
    }
}

impl SavedTokens {
    /// Tokens taken off a pool on a day.
    pub fn on(&self, pool: usize, day: Day) -> Tokens {
        let Some(days) = self.by_pool.get(pool) else { return Tokens::ZERO };
        days.binary_search_by_key(&day, |(day, _)| *day).map_or(Tokens::ZERO, |place| days[place].1)
    }
}
