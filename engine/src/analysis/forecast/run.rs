//! Futures through the packs: one exact pass.

use super::change::DayChange;
use super::extremes::smaller;
use super::paths::UnitPaths;
use crate::analysis::packs::{Lot, Queue};
use crate::analysis::runout::Cause;
use crate::usage::Day;

/// What a day may fall short before it counts: rounding of sums of single-precision days.
const SHORT_TOKENS: f64 = 0.001;
/// The same as a part of all tokens.
const SHORT_SHARE: f64 = 1e-6;

/// Up to so many uncertain periods the days of each choice of them are kept during a pass.
const CHOICES_PERIODS_MAX: usize = 6;

/// A pack as the pass needs it: days as indices, tokens as a plain number.
#[derive(Clone, Copy, Debug, PartialEq)]
struct RunLot {
    /// Negative where it began before the days ahead.
    start: i32,
    /// The index of the day after its last one.
    end: i32,
    left: f64,
}

/// Days between which the same packs are usable.
#[derive(Clone, Debug, PartialEq)]
struct Segment {
    from: usize,
    to: usize,
    /// Into the packs, in queue order.
    usable: Vec<usize>,
    /// Packs that ended the day before `from`.
    ended: Vec<usize>,
}

/// The packs of a pool, laid out for many passes.
#[derive(Clone, Debug, PartialEq)]
pub struct Packs {
    lots: Vec<RunLot>,
    segments: Vec<Segment>,
    short: f64,
    days: usize,
}

/// What one future did.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ended {
    /// The index of the first day that was short, and why.
    pub out: Option<(usize, Cause)>,
    /// Tokens used in all.
    pub used: f64,
    /// Tokens that days needed and no pack had.
    pub unmet: f64,
}

/// One future day by day, as it is handed out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Life {
    /// The first day lived through; those before lie before the balance and are zeros below.
    pub from: usize,
    /// Tokens left at each day's end.
    pub balance: Vec<f64>,
    /// Tokens used up to each day, counted in.
    pub used: Vec<f64>,
    /// Tokens up to each day that days needed and no pack had.
    pub unmet: Vec<f64>,
}

impl Packs {
    /// The packs of a queue for `days` days from `first` on; `skipped` days at the beginning lie
    /// before the balance that the queue stands for.
    pub fn of(queue: &Queue, first: Day, skipped: usize, days: usize) -> Packs {
        let index = |day: Day| first.days_until(day).clamp(-1, days as i32);
        let lot = |lot: &Lot| RunLot {
            start: index(lot.start),
            end: lot.end.map_or(days as i32, |end| index(end.plus(1))),
            left: lot.left.to_f64(),
        };
        let lots = queue.lots().iter().map(lot).collect();
        Packs::from_lots(lots, skipped, days)
    }

    /// A pool that never runs out: to see what would be used.
    pub fn endless(days: usize) -> Packs {
        Packs::from_lots(vec![RunLot { start: 0, end: days as i32, left: f64::INFINITY }], 0, days)
    }

    fn from_lots(lots: Vec<RunLot>, skipped: usize, days: usize) -> Packs {
        let (from, to) = (skipped.min(days) as i32, days as i32);
        let mut edges: Vec<i32> = lots.iter().flat_map(|lot| [lot.start, lot.end]).collect();
        edges.retain(|edge| from < *edge && *edge < to);
        edges.extend([from, to]);
        edges.sort_unstable();
        edges.dedup();
        let which = |keep: &dyn Fn(&RunLot) -> bool| -> Vec<usize> {
            (0..lots.len()).filter(|index| keep(&lots[*index])).collect()
        };
        let segments = edges
            .windows(2)
            .map(|edge| Segment {
                from: edge[0] as usize,
                to: edge[1] as usize,
                usable: which(&|lot| lot.start <= edge[0] && edge[1] <= lot.end),
                ended: which(&|lot| lot.end == edge[0]),
            })
            .collect();
        let all: f64 = lots.iter().map(|lot| lot.left).filter(|left| left.is_finite()).sum();
        Packs { lots, segments, short: SHORT_TOKENS + SHORT_SHARE * all, days }
    }

    /// Tokens in the packs that are usable on the first day.
    pub fn balance(&self) -> f64 {
        let first = self.segments.first();
        first.map_or(0.0, |segment| segment.usable.iter().map(|lot| self.lots[*lot].left).sum())
    }

    /// How many packs there are.
    pub fn count(&self) -> usize {
        self.lots.len()
    }

    /// The index of the last usable day of a pack; `None` where it outlives the days ahead.
    pub fn last_day(&self, lot: usize) -> Option<i32> {
        let end = self.lots[lot].end;
        (0 <= end && (end as usize) < self.days).then(|| end - 1)
    }

    /// Runs every future. `watch` sees each of them; `lapsed` sees what each pack had left at its end (path, pack, tokens).
    pub fn run(
        &self,
        paths: &UnitPaths,
        change: &DayChange,
        mut watch: impl FnMut(usize, &Life),
        mut lapsed: impl FnMut(usize, usize, f64),
    ) -> Vec<Ended> {
        let mut left = vec![0.0; self.lots.len()];
        let mut needs = vec![0.0; self.days];
        let zeros = || vec![0.0; self.days];
        let from = self.segments.first().map_or(self.days, |segment| segment.from);
        let mut life = Life { from, balance: zeros(), used: zeros(), unmet: zeros() };
        // With few periods most futures have the same ones: each choice of them is made once.
        let periods = change.uncertain.len();
        let mut choices: Vec<Option<DayChange>> =
            vec![None; if periods <= CHOICES_PERIODS_MAX { 1 << periods } else { 0 }];
        let mut own = DayChange { weights: Vec::new(), added: Vec::new(), uncertain: Vec::new() };
        (0..paths.count)
            .map(|path| {
                for (left, lot) in left.iter_mut().zip(&self.lots) {
                    *left = lot.left;
                }
                let days = if change.uncertain.is_empty() {
                    change
                } else if let Some(choice) = choices.get_mut(change.which(path)) {
                    choice.get_or_insert_with(|| {
                        let mut days = own.clone();
                        change.of_path(path, &mut days);
                        days
                    })
                } else {
                    change.of_path(path, &mut own);
                    &own
                };
                days.needs(paths.path(path), &mut needs);
                let ended = self.one(&needs, &mut left, &mut life, |lot, tokens| lapsed(path, lot, tokens));
                watch(path, &life);
                ended
            })
            .collect()
    }

    /// One future. Between two ends or starts of packs only their sum matters; at each, what was
    /// used is taken from them in queue order.
    fn one(
        &self,
        needs: &[f64],
        left: &mut [f64],
        life: &mut Life,
        mut lapsed: impl FnMut(usize, f64),
    ) -> Ended {
        let mut now = Now::default();
        for segment in &self.segments {
            for &lot in &segment.ended {
                lapsed(lot, left[lot]);
                now.missed += std::mem::take(&mut left[lot]);
            }
            now.balance = segment.usable.iter().map(|lot| left[*lot]).sum();
            let before = now.ended.used;
            now.live(needs, (segment.from, segment.to), self.short, life);
            let mut drawn = now.ended.used - before;
            for &lot in &segment.usable {
                let part = drawn.min(left[lot]);
                left[lot] -= part;
                drawn -= part;
            }
        }
        now.ended
    }
}

/// A future on its way.
#[derive(Clone, Copy, Debug, Default)]
struct Now {
    ended: Ended,
    /// Tokens that are usable.
    balance: f64,
    /// What lapsed since a day last needed tokens and had them.
    missed: f64,
}

impl Now {
    /// Lives through days between which the same packs are usable, and writes them down. Not inlined: a loop
    /// with few values is one that WebKit's optimising compiler was not seen to get wrong.
    #[inline(never)]
    fn live(&mut self, needs: &[f64], (from, to): (usize, usize), short: f64, life: &mut Life) {
        let mut now = *self;
        let days = needs[from..to].iter().zip(&mut life.balance[from..to]);
        let days = days.zip(&mut life.used[from..to]).zip(&mut life.unmet[from..to]).enumerate();
        for (index, (((need, balance), used), unmet)) in days {
            if *need > now.balance + short {
                now.fall_short(from + index, *need);
            } else {
                let need = smaller(*need, now.balance);
                now.balance -= need;
                now.ended.used += need;
                if need > 0.0 {
                    now.missed = 0.0;
                }
            }
            (*balance, *used, *unmet) = (now.balance, now.ended.used, now.ended.unmet);
        }
        *self = now;
    }

    /// A day that needs more than there is.
    fn fall_short(&mut self, day: usize, need: f64) {
        if self.ended.out.is_none() {
            let cause = if self.balance + self.missed >= need { Cause::Lapsed } else { Cause::UsedUp };
            self.ended.out = Some((day, cause));
        }
        self.ended.used += self.balance;
        self.ended.unmet += need - self.balance;
        self.balance = 0.0;
    }
}
