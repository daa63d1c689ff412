//! A pool's forecast: everything the page, the results and the calendar say about its future.

use super::available::used_before_balance;
use super::calendar::Calendar;
use super::change::{DayChange, Scenario};
use super::draw::Drawn;
use super::history::{Caution, cautions, is_stopped, more_than_bought};
use super::model::Method;
use super::months::{MonthRow, month_rows, months_ahead};
use super::outlook::{DayRange, Outlook, RunOutRange, Threshold, Wanted, run_out};
use super::run::Packs;
use super::term::{Allowance, Pace, Term};
use super::trial::Trial;
use super::weights::Past;
use crate::analysis::period::Period;
use crate::analysis::pools::PoolAnalysis;
use crate::analysis::report::Report;
use crate::analysis::runout::{HISTORY_DAYS_MIN, HISTORY_DAYS_ROUGH_MAX, NoRunOut, horizon};
use crate::analysis::scenario::Then;
use crate::plan::Plan;
use crate::usage::{Day, Tokens};
use std::sync::Arc;

/// A share of the term's tokens at which to warn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tier {
    /// Percent of the term's tokens.
    pub percent: f64,
    /// The day it was crossed.
    pub reached: Option<Day>,
    /// Where it was not: when it will be, within the term.
    pub ahead: DayRange,
}

impl Tier {
    /// The day it was crossed, else the middle of when it will be.
    pub fn day(&self) -> Option<Day> {
        self.reached.or(self.ahead.p50)
    }
}

/// A pool's forecast.
#[derive(Clone, Debug)]
pub struct PoolForecast {
    /// The last day looked at.
    pub horizon: Day,
    /// The term, where the plan states one.
    pub term: Option<Term>,
    /// What must be known before the rest is believed.
    pub cautions: Vec<Caution>,
    /// Under thirteen weeks of use.
    pub rough: bool,
    /// Why there is no run-out date; `None` where there is an outlook with a balance.
    pub silent: Option<NoRunOut>,
    /// The futures; `None` where nothing can be said about them.
    pub drawn: Option<Arc<Drawn>>,
    /// What they say, with the fan; without a known balance only its use, never its run-out.
    pub now: Option<Outlook>,
    /// Tiers in the order of the plan; `None` without a term or a known total.
    pub tiers: Option<Vec<Tier>>,
    /// How fast the term's tokens go.
    pub pace: Option<Pace>,
    /// The term by month, past and ahead.
    pub months: Vec<MonthRow>,
    /// Days ahead that lie before the balance's day: a reading newer than the rows.
    pub days_before_balance: usize,
    /// Tokens that left in those days.
    pub used_before_balance: Tokens,
}

/// What all pools of a report share.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its days off and busy periods.
    pub calendar: Calendar,
    /// First day of use in the whole log.
    pub log_first: Day,
    /// The last complete day.
    pub as_of: Day,
}

impl<'a> Frame<'a> {
    /// The frame of a plan and a log's period.
    pub fn of(plan: &'a Plan, period: &Period) -> Frame<'a> {
        Frame {
            plan,
            calendar: Calendar::of(plan, period.as_of),
            log_first: period.first,
            as_of: period.as_of,
        }
    }
}

impl PoolForecast {
    /// The daily use that a forecast rests on: from the pool's first use to the last complete day.
    pub fn daily(pool: &PoolAnalysis, as_of: Day) -> Option<(Day, Vec<f64>)> {
        let first = pool.first_use.filter(|first| *first <= as_of)?;
        Some((first, (first.0..=as_of.0).map(|day| pool.on(Day(day)).used.to_f64()).collect()))
    }

    /// Draws a pool's futures; `None` where the past is too short or use has stopped. `made`: trials of the same
    /// past that still hold.
    pub fn draw(pool: &PoolAnalysis, frame: &Frame<'_>, made: &[Trial]) -> Option<Drawn> {
        let (first, tokens) = PoolForecast::daily(pool, frame.as_of)?;
        let past = Past { first, tokens: &tokens, calendar: &frame.calendar };
        if tokens.len() < HISTORY_DAYS_MIN as usize || is_stopped(past) {
            return None;
        }
        let days = frame.as_of.days_until(horizon(frame.plan, frame.as_of)).max(1) as usize;
        Some(Drawn::of(past, days, frame.plan.seed(), pool.name.as_deref().unwrap_or_default(), made))
    }

    /// A pool's forecast from its futures.
    pub fn of(pool: &PoolAnalysis, frame: &Frame<'_>, drawn: Option<Arc<Drawn>>) -> PoolForecast {
        let (plan, as_of) = (frame.plan, frame.as_of);
        let term = Term::of(plan);
        let days_before_balance = as_of.days_until(pool.balance_day).max(0) as usize;
        let mut forecast = PoolForecast {
            horizon: horizon(plan, as_of),
            term,
            cautions: all_cautions(pool, frame, drawn.as_deref()),
            rough: history_days(pool, as_of) < HISTORY_DAYS_ROUGH_MAX,
            silent: silence(pool, as_of, drawn.as_deref()),
            drawn,
            now: None,
            tiers: None,
            pace: None,
            months: Vec::new(),
            days_before_balance,
            used_before_balance: used_before_balance(pool, plan, as_of),
        };
        let change = forecast.drawn.as_deref().map(DayChange::none);
        let allowance = forecast.allowance(pool, plan, as_of, change.as_ref());
        forecast.pace = allowance.as_ref().and_then(|allowance| allowance.pace(pool, as_of));
        let (now, tiers, months) =
            forecast.read(pool, plan, as_of, allowance.as_ref(), change.as_ref(), pool.knows_balance);
        (forecast.now, forecast.tiers, forecast.months) = (now, tiers, months);
        forecast
    }

    /// The packs as the futures meet them.
    pub fn packs(&self, pool: &PoolAnalysis) -> Option<Packs> {
        self.packs_for(pool, self.drawn.as_deref()?.weights.len())
    }

    /// The same for the first `days` days ahead.
    pub(super) fn packs_for(&self, pool: &PoolAnalysis, days: usize) -> Option<Packs> {
        let drawn = self.drawn.as_deref()?;
        let skipped = self.days_before_balance.min(days);
        Some(if pool.knows_balance {
            Packs::of(&pool.queue, drawn.first_day, skipped, days)
        } else {
            Packs::endless(days)
        })
    }

    /// Reads the outlook, tiers and months off the futures as changed.
    fn read(
        &self,
        pool: &PoolAnalysis,
        plan: &Plan,
        as_of: Day,
        allowance: Option<&Allowance>,
        change: Option<&DayChange>,
        fan: bool,
    ) -> (Option<Outlook>, Option<Vec<Tier>>, Vec<MonthRow>) {
        let since = self.term.filter(|term| term.lies_ahead(as_of)).map(|term| term.start);
        // What the next term's eve and the days before it use is not the next term's.
        let used_before = if since.is_none() { self.used_before_balance.to_f64() } else { 0.0 };
        let ahead = self.term.map_or(self.horizon, |term| term.end.min(self.horizon));
        let months = months_ahead(as_of, ahead);
        let marks: Vec<usize> = months.iter().map(|(_, last)| as_of.days_until(*last) as usize - 1).collect();
        let crossed: Vec<(f64, Option<Day>)> = match allowance {
            Some(allowance) => {
                plan.tiers().iter().map(|p| (*p, allowance.crossed(pool, *p, as_of))).collect()
            }
            None => Vec::new(),
        };
        let needed = allowance.map_or_else(Vec::new, |allowance| {
            let days = change.map_or(0, |change| change.weights.len());
            let used = pool.used_between(allowance.term.start, as_of).to_f64() + used_before;
            let waiting = crossed.iter().filter(|(_, day)| day.is_none());
            waiting.map(|(percent, _)| needed_ahead(allowance, *percent, used, as_of, days)).collect()
        });
        let thresholds: Vec<Threshold<'_>> = needed.iter().map(|tokens| Threshold { tokens }).collect();
        let wanted = Wanted {
            term_end: self.term.map(|term| term.end),
            fan,
            marks: &marks,
            thresholds: &thresholds,
            since: since.map_or(0, |start| as_of.days_until(start) as usize - 1),
        };
        let outlook = self
            .drawn
            .as_deref()
            .zip(self.packs(pool).as_ref())
            .zip(change)
            .map(|((drawn, packs), change)| Outlook::of(drawn, packs, change, wanted));
        let mut reached = outlook.iter().flat_map(|outlook| &outlook.reached);
        let tiers = allowance.map(|_| {
            let tier = |(percent, day): (f64, Option<Day>)| Tier {
                percent,
                reached: day,
                ahead: if day.is_none() {
                    reached.next().copied().unwrap_or_default()
                } else {
                    DayRange::default()
                },
            };
            crossed.into_iter().map(tier).collect()
        });
        let rows = month_rows(pool, as_of, self.term, allowance, &months, outlook.as_ref(), used_before);
        (outlook, tiers, rows)
    }

    /// The whole outlook under a scenario, with the fan where it is wanted.
    pub fn outlook(
        &self,
        pool: &PoolAnalysis,
        frame: &Frame<'_>,
        scenario: Scenario<'_>,
        fan: bool,
    ) -> Changed {
        let change = self.drawn.as_deref().map(|drawn| DayChange::of(drawn, scenario));
        let allowance = self.allowance(pool, frame.plan, frame.as_of, change.as_ref());
        let (outlook, tiers, months) =
            self.read(pool, frame.plan, frame.as_of, allowance.as_ref(), change.as_ref(), fan);
        Changed { outlook, tiers, months }
    }

    /// The run-out alone under a scenario: the quick answer of *now → then*.
    pub fn run_out(&self, pool: &PoolAnalysis, plan: &Plan, scenario: Scenario<'_>) -> Option<RunOutRange> {
        let drawn = self.drawn.as_deref().filter(|_| pool.knows_balance)?;
        let term_end = Term::of(plan).map(|term| term.end);
        Some(run_out(drawn, &self.packs(pool)?, &DayChange::of(drawn, scenario), term_end))
    }

    /// What each future uses after the last complete day up to a day, under a scenario.
    pub fn used_up_to(
        &self,
        pool: &PoolAnalysis,
        as_of: Day,
        to: Day,
        scenario: Scenario<'_>,
    ) -> Option<Vec<f64>> {
        let drawn = self.drawn.as_deref()?;
        let days = (as_of.days_until(to).max(0) as usize).min(drawn.weights.len());
        let packs = self.packs_for(pool, days)?;
        let ended = packs.run(&drawn.paths, &DayChange::of(drawn, scenario), |_, _| (), |_, _, _| ());
        let before = if as_of.plus(self.days_before_balance as i32) <= to {
            self.used_before_balance.to_f64()
        } else {
            0.0
        };
        Some(ended.iter().map(|ended| ended.used + before).collect())
    }

    /// The last day to order more tokens on: the early run-out less the lead time, never moved by
    /// days of grace. `None` where the term's end comes first: then the renewal brings them.
    pub fn order_by(&self, plan: &Plan) -> Option<Day> {
        let early = self.run_out_now()?.p10?;
        let in_term = self.term.is_none_or(|term| early <= term.end);
        in_term.then(|| early.plus(-plan.lead_days()))
    }

    /// When it runs out, where a balance is known and the past is long enough.
    pub fn run_out_now(&self) -> Option<&RunOutRange> {
        self.now.as_ref().filter(|_| self.silent.is_none()).map(|outlook| &outlook.run_out)
    }
}

/// What a scenario leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Read off the futures.
    pub outlook: Option<Outlook>,
    /// Tiers.
    pub tiers: Option<Vec<Tier>>,
    /// Months.
    pub months: Vec<MonthRow>,
}

/// A pool's months as the Forecast place shows them: with what the plan changes, where it changes
/// anything.
pub(in crate::analysis) fn month_rows_of(
    plan: &Plan,
    report: &Report,
    index: usize,
    then: Option<&Then>,
) -> Vec<MonthRow> {
    let (pool, forecast) = (&report.pools[index], &report.forecasts[index]);
    match then.filter(|then| then.changes(index, report.period.as_of)) {
        Some(then) => {
            forecast.outlook(pool, &Frame::of(plan, &report.period), then.scenario(index), false).months
        }
        None => forecast.months.clone(),
    }
}

fn history_days(pool: &PoolAnalysis, as_of: Day) -> i32 {
    pool.first_use.map_or(0, |first| first.days_until(as_of) + 1).max(0)
}

fn silence(pool: &PoolAnalysis, as_of: Day, drawn: Option<&Drawn>) -> Option<NoRunOut> {
    if !pool.knows_balance {
        return Some(NoRunOut::NoBalance);
    }
    match drawn {
        Some(_) => None,
        None if history_days(pool, as_of) < HISTORY_DAYS_MIN => Some(NoRunOut::TooFewDays),
        None => Some(NoRunOut::NoUse),
    }
}

fn all_cautions(pool: &PoolAnalysis, frame: &Frame<'_>, drawn: Option<&Drawn>) -> Vec<Caution> {
    let Some((first, tokens)) = PoolForecast::daily(pool, frame.as_of) else { return Vec::new() };
    let mut found = cautions(Past { first, tokens: &tokens, calendar: &frame.calendar }, frame.log_first);
    found.extend(more_than_bought(&pool.name, frame.plan));
    if let Some(drawn) = drawn {
        match &drawn.backtest {
            None => found.push(Caution::Untried),
            Some(tried) if tried.method == Method::BurnRate => found.push(Caution::BurnRateIsBetter),
            Some(_) => {}
        }
    }
    found
}

/// For each day ahead the tokens still to be used for a tier; never after the term.
fn needed_ahead(allowance: &Allowance, percent: f64, used: f64, as_of: Day, days: usize) -> Vec<f64> {
    let of_day = |index: usize| {
        let day = as_of.plus(index as i32 + 1);
        let outside = day < allowance.term.start || allowance.term.end < day;
        if outside { f64::INFINITY } else { allowance.needed(percent, day) - used }
    };
    (0..days).map(of_day).collect()
}
