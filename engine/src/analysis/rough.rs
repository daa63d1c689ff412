//! The rough run-out of a monthly sheet: the balance that is left and a straight line.

use super::forecast::{Allowance, MonthRow, SheetDays, Term, Tier, first_known};
use super::packs::{Drawn, Lot, Queue};
use super::runout::{Cause, HISTORY_DAYS_MIN, HORIZON_DAYS_MAX, horizon};
use crate::plan::{Plan, Reading};
use crate::usage::{Day, Money, Month, Tokens};
use std::collections::BTreeMap;

/// Months that the straight line is drawn from.
pub const BURN_MONTHS: i32 = 3;

/// What a monthly sheet can tell of the common pool. Always rough: there are no days.
#[derive(Clone, Debug, PartialEq)]
pub struct RoughRunOut {
    /// Tokens left at the end of the last month, or by a later reading; `None` without packs and readings.
    pub balance: Option<Tokens>,
    /// The day of that balance.
    pub balance_day: Day,
    /// Tokens a day over the last [`BURN_MONTHS`] months.
    pub burn_per_day: Tokens,
    /// The first day on which the balance is below what the day needs, and why; `None` where too little
    /// is known or it lasts.
    pub out: Option<(Day, Cause)>,
    /// The same if use is as fast as an early one in ten.
    pub early: Option<Day>,
    /// The same if it is as slow as a late one in ten.
    pub late: Option<Day>,
    /// Tiers in the order of the plan; `None` without a term or a known total.
    pub tiers: Option<Vec<Tier>>,
    /// The months of the term, or of the sheet, past and ahead.
    pub months: Vec<MonthRow>,
}

/// What each month used, with what it came to; without gaps.
pub type MonthsDrawn = BTreeMap<Month, (Tokens, Drawn)>;

impl RoughRunOut {
    /// Lives through the months; each month's use counts on its last day. Gives beside it what each
    /// month's use came to.
    pub fn of(
        months: &BTreeMap<Month, Tokens>,
        plan: &Plan,
        token_price: Option<Money>,
    ) -> Option<(RoughRunOut, MonthsDrawn)> {
        let term = Term::of(plan);
        let days = SheetDays::of(months, term)?;
        let last_day = days.end().plus(-1);
        let burn_from = Month(last_day.month().0 - BURN_MONTHS + 1).first_day().max(days.known_from);
        let burn_days = i64::from(burn_from.days_until(days.end()));
        let burn_per_day = days.between(burn_from, last_day).scale_rounded(1, burn_days);
        let packs = plan.packs.iter().filter(|pack| pack.pool.is_none());
        let lots: Vec<Lot> = packs.map(|p| Lot::new(p.tokens, p.price, p.start, p.end)).collect();
        let mut readings: Vec<_> = plan.readings.iter().filter(|reading| reading.pool.is_none()).collect();
        readings.sort_by_key(|reading| reading.day);
        let knows_balance = !lots.is_empty() || !readings.is_empty();
        let balance_day = readings.last().map_or(last_day, |reading| reading.day.max(last_day));
        let Lived { queue, left, drawn } =
            live_through(Queue::new(lots, token_price), &days, &readings, term);
        let allowance = term.filter(|_| knows_balance).and_then(|term| {
            let known = first_known(&None, plan, term, last_day);
            let read = known.map(|(day, tokens)| tokens + days.between(term.start, day));
            Allowance::starting_with(&None, plan, term, read.or(left)?)
        });
        let history = days.first.days_until(last_day) + 1;
        let can_tell = history >= HISTORY_DAYS_MIN && burn_per_day.is_positive();
        let until = horizon(plan, last_day);
        let factor = days.pace_factor();
        let lines = [factor, 1.0, 1.0 / factor].map(|factor| {
            let burn = Tokens::from_f64(burn_per_day.to_f64() * factor);
            let queue = knows_balance.then(|| queue.clone());
            if can_tell { Line::of(queue, (last_day, balance_day), burn) } else { Line::default() }
        });
        let shown = last_day.days_until(until).max(0) as usize;
        let ahead = lines.each_ref().map(|line| &line.used[..line.used.len().min(shown)]);
        let tiers = allowance.as_ref().map(|allowance| {
            plan.tiers().iter().map(|percent| days.tier(allowance, *percent, ahead)).collect()
        });
        let out = lines[1].out;
        let run_out = RoughRunOut {
            balance: knows_balance.then(|| queue.balance(balance_day)),
            balance_day,
            burn_per_day,
            out,
            early: lines[0].out.map(|(day, _)| day),
            late: lines[2].out.map(|(day, _)| day),
            tiers,
            months: days.months(term, allowance.as_ref(), ahead, out.map(|(day, _)| day)),
        };
        Some((run_out, drawn))
    }
}

/// The months lived through.
struct Lived {
    /// The queue after all months and readings.
    queue: Queue,
    /// What was left when the term began; `None` where it begins after the last month.
    left: Option<Tokens>,
    drawn: MonthsDrawn,
}

fn live_through(mut queue: Queue, days: &SheetDays, readings: &[&Reading], term: Option<Term>) -> Lived {
    let (mut left, mut drawn) = (None, MonthsDrawn::new());
    let mut readings = readings.iter().peekable();
    for number in days.first.month().0..days.end().month().0 {
        let (first, last) = (Month(number).first_day(), Month(number).last_day());
        if let Some(term) = term.filter(|term| left.is_none() && term.start <= last) {
            while let Some(reading) = readings.next_if(|reading| reading.day < term.start) {
                read(&mut queue, reading);
            }
            queue.begin_day(term.start);
            let older = queue.lots().iter().filter(|lot| lot.start < term.start);
            let older = older.filter(|lot| lot.end.is_none_or(|end| term.start <= end));
            let all: Tokens = older.map(|lot| lot.left).sum();
            left = Some((all - days.between(first, term.start.plus(-1))).max(Tokens::ZERO));
        }
        // A reading in the midst of a month is before its use, of which nobody knows the days.
        while let Some(reading) = readings.next_if(|reading| reading.day < last) {
            read(&mut queue, reading);
        }
        queue.begin_day(last);
        let used = days.between(first, last);
        drawn.insert(Month(number), (used, queue.use_tokens(last, used)));
    }
    readings.for_each(|reading| read(&mut queue, reading));
    Lived { queue, left, drawn }
}

fn read(queue: &mut Queue, reading: &Reading) {
    queue.begin_day(reading.day);
    queue.read_balance(reading.day, reading.tokens);
}

/// A straight line ahead.
#[derive(Default)]
struct Line {
    /// The day on which it meets what is left, and why.
    out: Option<(Day, Cause)>,
    /// Tokens used by day from the day after the sheet on.
    used: Vec<Tokens>,
}

impl Line {
    /// Lives the days after the sheet, each needing `burn`; those up to the balance's own day are over by
    /// then, and of them nobody knows more. Without a queue it never ends.
    fn of(queue: Option<Queue>, (last_day, balance_day): (Day, Day), burn: Tokens) -> Line {
        let mut used = vec![burn; last_day.days_until(balance_day) as usize];
        let Some(mut queue) = queue else {
            used.resize(HORIZON_DAYS_MAX as usize, burn);
            return Line { out: None, used };
        };
        let (mut out, mut cause) = (None, Cause::UsedUp);
        for ahead in 1..=HORIZON_DAYS_MAX {
            let day = balance_day.plus(ahead);
            if queue.begin_day(day).is_positive() {
                cause = Cause::Lapsed;
            }
            let balance = queue.balance(day);
            if balance < burn {
                out = out.or(Some((day, cause)));
            }
            let part = burn.min(balance);
            queue.use_tokens(day, part);
            used.push(part);
            cause = Cause::UsedUp;
        }
        Line { out, used }
    }
}
