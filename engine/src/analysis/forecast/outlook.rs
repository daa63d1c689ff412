//! What the futures say: everything is read off the same paths.

use super::change::DayChange;
use super::draw::Drawn;
use super::run::{Ended, Life, Packs};
use crate::analysis::runout::Cause;
use crate::usage::Day;

/// The parts of the futures that a fan shows: below each lie so many percent of them.
pub const FAN_PERCENT: [usize; 5] = [10, 25, 50, 75, 90];

/// When a pool runs out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RunOutRange {
    /// The first day by which a tenth of the futures are out; `None`: not within the horizon.
    pub p10: Option<Day>,
    /// The first day by which half are out.
    pub p50: Option<Day>,
    /// The first day by which nine tenths are out.
    pub p90: Option<Day>,
    /// Why the middle future is out; where it is not, the first tenth.
    pub cause: Option<Cause>,
    /// The part of the futures that is out by the term's last day, counted in; `None` without a term
    /// that ends ahead and within the horizon.
    pub before_term_end: Option<f64>,
}

/// A day with its range over the futures.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DayRange {
    /// The first day by which a tenth of the futures are there.
    pub p10: Option<Day>,
    /// Half of them.
    pub p50: Option<Day>,
    /// Nine tenths.
    pub p90: Option<Day>,
}

/// Tokens with their range over the futures.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TokenRange {
    /// A tenth of the futures have at most this.
    pub p10: f64,
    /// Half.
    pub p50: f64,
    /// Nine tenths.
    pub p90: f64,
}

/// What lapses with a pack.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LapseRange {
    /// The pack's last day.
    pub day: Day,
    /// Tokens left in it then.
    pub tokens: TokenRange,
}

/// When a part of the term's tokens is used.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold<'a> {
    /// For each day ahead, the tokens used ahead that reach it.
    pub tokens: &'a [f64],
}

/// Everything read off one pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The first day ahead.
    pub first_day: Day,
    /// When it runs out.
    pub run_out: RunOutRange,
    /// What lapses, by day; packs with equal last days together.
    pub lapses: Vec<LapseRange>,
    /// For each day ahead the balance at its end, by [`FAN_PERCENT`]; empty unless asked for.
    pub fan: Vec<[f32; 5]>,
    /// Tokens used from the first day ahead up to each of the marks, counted in.
    pub used_by: Vec<TokenRange>,
    /// When each threshold is reached.
    pub reached: Vec<DayRange>,
}

/// What to read off.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// The last day of the term.
    pub term_end: Option<Day>,
    /// The fan too.
    pub fan: bool,
    /// Indices of days up to which use is summed, in order.
    pub marks: &'a [usize],
    /// Use that is waited for.
    pub thresholds: &'a [Threshold<'a>],
    /// The index of the day from which on use counts for marks and thresholds.
    pub since: usize,
}

/// The quick answer for a what-if: run-out days alone.
pub fn run_out(drawn: &Drawn, packs: &Packs, change: &DayChange, term_end: Option<Day>) -> RunOutRange {
    let ended = packs.run(&drawn.paths, change, |_, _| (), |_, _, _| ());
    range_of(drawn, &ended, change.weights.len(), term_end)
}

impl Outlook {
    /// Runs the futures through the packs and reads off what is wanted.
    pub fn of(drawn: &Drawn, packs: &Packs, change: &DayChange, wanted: Wanted<'_>) -> Outlook {
        let (count, days) = (drawn.paths.count, change.weights.len());
        let mut balances = vec![0.0f32; if wanted.fan { count * days } else { 0 }];
        let mut used_by = vec![0.0f32; count * wanted.marks.len()];
        let mut reached: Vec<Vec<usize>> = vec![vec![usize::MAX; count]; wanted.thresholds.len()];
        let mut lapsed = vec![0.0f32; count * packs.count()];
        let watch = |path: usize, life: &Life| {
            for (of_day, balance) in balances.chunks_exact_mut(count).zip(&life.balance) {
                of_day[path] = *balance as f32;
            }
            let before = wanted.since.checked_sub(1).and_then(|eve| life.used.get(eve)).copied();
            let before = before.unwrap_or_default();
            for (of_mark, mark) in used_by.chunks_exact_mut(count).zip(wanted.marks) {
                of_mark[path] = (life.used.get(*mark).copied().unwrap_or_default() - before) as f32;
            }
            for (threshold, reached) in wanted.thresholds.iter().zip(&mut reached) {
                let mut days = life.used.iter().zip(threshold.tokens).skip(life.from);
                let waited = days.position(|(used, wanted)| used - before >= *wanted);
                reached[path] = waited.map_or(usize::MAX, |days| life.from + days);
            }
        };
        let ended = packs.run(&drawn.paths, change, watch, |path, lot, tokens| {
            lapsed[lot * count + path] = tokens as f32;
        });
        Outlook {
            first_day: drawn.first_day,
            run_out: range_of(drawn, &ended, days, wanted.term_end),
            lapses: lapses(drawn.first_day, packs, count, &lapsed),
            fan: balances.chunks_exact_mut(count.max(1)).map(percentiles).collect(),
            used_by: used_by.chunks_exact_mut(count.max(1)).map(token_range).collect(),
            reached: reached.iter().map(|days| day_range(drawn.first_day, days)).collect(),
        }
    }
}

/// The number of futures that make up so many percent, rounded up: *the first day by which 10 % of
/// the paths are out* needs that many of them.
fn share_count(count: usize, percent: usize) -> usize {
    (count * percent).div_ceil(100).max(1)
}

fn range_of(drawn: &Drawn, ended: &[Ended], days: usize, term_end: Option<Day>) -> RunOutRange {
    let mut outs: Vec<(usize, bool)> =
        ended.iter().filter_map(|e| e.out).map(|(day, cause)| (day, cause == Cause::Lapsed)).collect();
    outs.sort_unstable();
    let out = |percent| outs.get(share_count(ended.len(), percent) - 1).copied();
    let day = |out: Option<(usize, bool)>| out.map(|(index, _)| drawn.first_day.plus(index as i32));
    let cause = out(50).or(out(10)).map(|(_, lapsed)| if lapsed { Cause::Lapsed } else { Cause::UsedUp });
    let last = term_end.map(|end| drawn.first_day.days_until(end));
    let known = last.filter(|last| 0 <= *last && *last < days as i32);
    RunOutRange {
        p10: day(out(10)),
        p50: day(out(50)),
        p90: day(out(90)),
        cause,
        before_term_end: known.map(|last| {
            let by_then = outs.partition_point(|(index, _)| *index as i32 <= last);
            by_then as f64 / ended.len().max(1) as f64
        }),
    }
}

fn day_range(first: Day, days: &[usize]) -> DayRange {
    let mut sorted = days.to_vec();
    sorted.sort_unstable();
    let at = |percent| {
        let day = sorted.get(share_count(sorted.len(), percent) - 1).copied();
        day.filter(|day| *day != usize::MAX).map(|day| first.plus(day as i32))
    };
    DayRange { p10: at(10), p50: at(50), p90: at(90) }
}

fn lapses(first: Day, packs: &Packs, count: usize, lapsed: &[f32]) -> Vec<LapseRange> {
    let mut by_day: Vec<(i32, Vec<f32>)> = Vec::new();
    for lot in 0..packs.count() {
        let Some(day) = packs.last_day(lot) else { continue };
        let tokens = &lapsed[lot * count..(lot + 1) * count];
        match by_day.iter_mut().find(|(other, _)| *other == day) {
            Some((_, sums)) => sums.iter_mut().zip(tokens).for_each(|(sum, more)| *sum += more),
            None => by_day.push((day, tokens.to_vec())),
        }
    }
    by_day.sort_by_key(|(day, _)| *day);
    let ranges = by_day
        .into_iter()
        .map(|(day, mut tokens)| LapseRange { day: first.plus(day), tokens: token_range(&mut tokens) });
    ranges.filter(|lapse| lapse.tokens.p90 > 0.0).collect()
}

/// The values below which 10, 25, 50, 75 and 90 percent lie.
fn percentiles(values: &mut [f32]) -> [f32; 5] {
    let mut from = 0;
    FAN_PERCENT.map(|percent| {
        let at = share_count(values.len(), percent) - 1;
        if at < from {
            return values[at];
        }
        let value = *values[from..].select_nth_unstable_by(at - from, f32::total_cmp).1;
        from = at + 1;
        value
    })
}

fn token_range(values: &mut [f32]) -> TokenRange {
    let [p10, _, p50, _, p90] = percentiles(values);
    TokenRange { p10: f64::from(p10), p50: f64::from(p50), p90: f64::from(p90) }
}
