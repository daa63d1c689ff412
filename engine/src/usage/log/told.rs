//! What files with days tell, so that the same told without days is a duplicate.

use super::Log;
use crate::usage::{Month, is_eba_pool};
use std::collections::BTreeSet;

/// The pools and months that have a day in some file.
#[derive(Default)]
pub(super) struct Told {
    months: BTreeSet<(u32, Month)>,
    /// By pool: whether it has any day.
    pools: Vec<bool>,
    /// By pool: whether its tokens are those of an enterprise agreement.
    is_eba: Vec<bool>,
    /// The pools that stand for no team in particular.
    unnamed: Vec<u32>,
}

impl Told {
    /// What the entries of a log tell; they are sorted by day, then pool.
    pub(super) fn of(log: &Log) -> Told {
        let mut told = Told {
            pools: vec![false; log.pools.len()],
            is_eba: log.pools.iter().map(is_eba_pool).collect(),
            unnamed: log.unnamed_pools(),
            ..Told::default()
        };
        let mut last = None;
        for entry in &log.entries {
            if last != Some((entry.pool, entry.day)) {
                last = Some((entry.pool, entry.day));
                told.months.insert((entry.pool, entry.day.month()));
                told.pools[entry.pool as usize] = true;
            }
        }
        told
    }

    /// Whether any day is known.
    pub(super) fn has_days(&self) -> bool {
        !self.months.is_empty()
    }

    /// Whether a day of a pool's month is known: of the pool itself, or where either side names no team.
    pub(super) fn month(&self, pool: u32, month: Month) -> bool {
        let of_any = |pool: u32| self.months.contains(&(pool, month));
        of_any(pool)
            || self.unnamed.iter().any(|unnamed| of_any(*unnamed))
            || (self.unnamed.contains(&pool) && (0..self.pools.len() as u32).any(of_any))
    }

    /// Whether a day of a pool and its kind of tokens is known, or where either side names no team.
    pub(super) fn pool(&self, pool: u32) -> bool {
        let is_unnamed = |pool: u32| self.unnamed.contains(&pool);
        let tells = |other: u32| {
            self.pools[other as usize]
                && self.is_eba[other as usize] == self.is_eba[pool as usize]
                && (other == pool || is_unnamed(other) || is_unnamed(pool))
        };
        (0..self.pools.len() as u32).any(tells)
    }
}
