//! What the futures need: up to the term's end, and in the next term net of packs still valid.
//! Read off the same kept futures as the run-out, never a second formula.

use crate::analysis::forecast::{DayChange, Frame, PoolForecast, Scenario, Term};
use crate::analysis::forecast::{Drawn, Life, Packs};
use crate::analysis::{Lot, PoolAnalysis, Queue};
use crate::usage::{Day, Tokens};

/// Days that tell, on a day to come, how use would go on.
pub const PACE_DAYS: usize = 28;
/// A next term that ends later than this is too far to say anything of.
pub const NEXT_TERM_DAYS_MAX: i32 = 1_096;
/// Closer to a whole token than this is a whole token: single-precision days add up so.
const ROUNDING: f64 = 0.05;
/// The days of a next term.
const TERM_DAYS: std::ops::RangeInclusive<i32> = 28..=366;

/// A pool's futures under a scenario, up to the next term's end.
pub struct Futures<'a> {
    pool: &'a PoolAnalysis,
    drawn: Drawn,
    change: DayChange,
    term: Term,
    /// Days ahead before the balance's own day.
    skipped: usize,
    /// The next term's days.
    next_days: usize,
}

/// What each future needs in the next term.
#[derive(Clone, Debug, PartialEq)]
pub struct Needs {
    /// How many futures.
    pub count: usize,
    /// Days of the term.
    pub days: usize,
    /// By future, then day: tokens so far that no pack already bought has.
    pub short: Vec<f32>,
    /// By future, then day: what that sum would come to at the term's end, going on as in the
    /// [`PACE_DAYS`] days before.
    pub foreseen: Vec<f32>,
    /// By future: all tokens of the term, whoever has them.
    pub gross: Vec<f32>,
}

impl<'a> Futures<'a> {
    /// `None` where nothing can be said: no term that ends ahead, too little history, no use.
    pub fn of(
        pool: &'a PoolAnalysis,
        forecast: &PoolForecast,
        frame: &Frame<'_>,
        scenario: Scenario<'_>,
    ) -> Option<Futures<'a>> {
        let drawn = forecast.drawn.as_deref()?;
        let term = Term::of(frame.plan).filter(|term| frame.as_of < term.end)?;
        let next_days = term.days().clamp(*TERM_DAYS.start(), *TERM_DAYS.end());
        let days = frame.as_of.days_until(term.end) + next_days;
        if days > NEXT_TERM_DAYS_MAX {
            return None;
        }
        let (_, tokens) = PoolForecast::daily(pool, frame.as_of)?;
        let drawn = drawn.longer(&tokens, days as usize, pool.name.as_deref().unwrap_or_default());
        Some(Futures {
            change: DayChange::of(&drawn, scenario),
            skipped: forecast.days_before_balance.min(days as usize),
            next_days: next_days as usize,
            pool,
            drawn,
            term,
        })
    }

    fn index(&self, day: Day) -> usize {
        self.drawn.first_day.days_until(day).max(0) as usize
    }

    fn packs(&self, lots: Vec<Lot>) -> Packs {
        let days = self.drawn.weights.len();
        Packs::of(&Queue::new(lots, None), self.drawn.first_day, self.skipped, days)
    }

    /// The term that runs now.
    pub fn term(&self) -> Term {
        self.term
    }

    /// The first day ahead.
    pub fn first_day(&self) -> Day {
        self.drawn.first_day
    }

    /// By future, sorted: tokens that a purchase must have to reach the term's last day. Its tokens are there
    /// from a day on and do not end before the term: no purchase helps a future that is short before that day.
    pub fn missing_in_term(&self, from: Day) -> Vec<f64> {
        let (first, last) = (self.index(from), self.index(self.term.end));
        let mut missing = vec![0.0; self.drawn.paths.count];
        let watch = |path: usize, life: &Life| {
            let before = first.checked_sub(1).map_or(0.0, |eve| settled(life.unmet[eve]));
            missing[path] = if before > 0.0 { f64::INFINITY } else { settled(life.unmet[last]) };
        };
        self.packs(self.pool.queue.lots().to_vec()).run(&self.drawn.paths, &self.change, watch, |_, _, _| ());
        missing.sort_unstable_by(f64::total_cmp);
        missing
    }

    /// What the next term needs after a true-up of so many tokens that starts on a day and is valid
    /// for a year, or to the term's end where that is later. What is left without a known end is counted as ending with the term.
    pub fn next_term(&self, true_up: Tokens, from: Day) -> Needs {
        let mut lots = self.pool.queue.lots().to_vec();
        lots.iter_mut().for_each(|lot| lot.end = lot.end.or(Some(self.term.end)));
        if true_up.is_positive() {
            lots.push(Lot::new(true_up, None, from, Some(from.plus(364).max(self.term.end))));
        }
        let (start, days, count) =
            (self.index(self.term.end.plus(1)), self.next_days, self.drawn.paths.count);
        let mut needs = Needs {
            count,
            days,
            short: vec![0.0; count * days],
            foreseen: vec![0.0; count * days],
            gross: vec![0.0; count],
        };
        let watch = |path: usize, life: &Life| {
            let so_far = |day: usize| life.used[day] + life.unmet[day];
            let before = start.checked_sub(1);
            let unmet_before = before.map_or(0.0, |day| life.unmet[day]);
            for of_term in 0..days {
                let day = start + of_term;
                let short = settled(life.unmet[day] - unmet_before);
                let (earlier, looked) = match day.checked_sub(PACE_DAYS) {
                    Some(earlier) if day > PACE_DAYS => (so_far(earlier), PACE_DAYS),
                    _ => (0.0, day + 1),
                };
                let pace = (so_far(day) - earlier) / looked as f64;
                let rest = pace * (days - 1 - of_term) as f64;
                needs.short[path * days + of_term] = short as f32;
                needs.foreseen[path * days + of_term] = (short + (rest - life.balance[day]).max(0.0)) as f32;
            }
            needs.gross[path] = (so_far(start + days - 1) - before.map_or(0.0, so_far)) as f32;
        };
        self.packs(lots).run(&self.drawn.paths, &self.change, watch, |_, _, _| ());
        needs
    }
}

fn settled(tokens: f64) -> f64 {
    let whole = libm::round(tokens);
    if (tokens - whole).abs() < ROUNDING { whole } else { tokens }
}

impl Needs {
    /// A term in which nothing is needed.
    pub fn none() -> Needs {
        Needs { count: 1, days: 1, short: vec![0.0], foreseen: vec![0.0], gross: vec![0.0] }
    }

    /// Tokens needed by a future in all.
    pub fn total(&self, path: usize) -> f64 {
        f64::from(self.short[(path + 1) * self.days - 1])
    }

    /// All of them, sorted.
    pub fn totals(&self) -> Vec<f64> {
        let mut totals: Vec<f64> = (0..self.count).map(|path| self.total(path)).collect();
        totals.sort_unstable_by(f64::total_cmp);
        totals
    }
}
