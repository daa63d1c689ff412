//! The Forecast place: the fan, packs, tiers, months, the proof on the user's own past.

use super::budgets_view::BudgetsView;
use super::figure::Figure;
use super::views::Verdict;
use crate::usage::{Day, Money, Month, Tokens};
use serde::{Deserialize, Serialize};

/// What the Forecast place shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForecastAsk {
    /// The index of the pool to show whole, in the order of `ForecastView::pools`.
    pub pool: u64,
    /// The budget to draw, by its place in the plan; `None`: the pool's, else the first.
    pub budget: Option<u64>,
}

/// The Forecast place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForecastView {
    /// The revision of the plan it was worked out with.
    pub revision: u64,
    /// ISO code.
    pub currency: String,
    /// The last complete day.
    pub as_of: Day,
    /// All pools, a line each.
    pub pools: Vec<PoolLine>,
    /// The pool asked for.
    pub shown: PoolForecastView,
    /// Monthly budgets.
    pub budgets: BudgetsView,
}

/// What the futures of a pool go on from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ForecastMethod {
    /// A level by week, weekdays, days off and months.
    Forecast,
    /// The burn rate, which did better on this pool's past.
    BurnRate,
}

/// Past forecasts in short.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TriedView {
    /// How many.
    pub forecasts: u64,
    /// Days of each.
    pub days: u64,
    /// How many ranges held what came.
    pub held: u64,
    /// Mean error of the method used, as a part of what came.
    pub error_share: f64,
    /// The burn rate's on the same days.
    pub burn_rate_error_share: f64,
    /// The burn rate was better here, and is used.
    pub uses_burn_rate: bool,
}

/// One pool in a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PoolLine {
    /// The team; `None` for the common pool.
    pub name: Option<String>,
    /// Tokens left.
    pub balance: Option<Tokens>,
    /// How it ends.
    pub verdict: Verdict,
    /// When it runs out.
    pub run_out: RangeView,
}

/// A run-out with its range. `None`: not within the horizon, or not to be told; the verdict says
/// which.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RangeView {
    /// The first day by which a tenth of the futures are out.
    pub p10: Option<Day>,
    /// The first day by which half are.
    pub p50: Option<Day>,
    /// The first day by which nine tenths are.
    pub p90: Option<Day>,
    /// The chance, 0 to 1, that it is out by the term's last day, counted in.
    pub before_term_end: Option<f64>,
}

/// One pool, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PoolForecastView {
    /// The team; `None` for the common pool.
    pub name: Option<String>,
    /// Tokens left.
    pub balance: Figure,
    /// The day at whose end they are left.
    pub balance_day: Day,
    /// The term's first day.
    pub term_start: Option<Day>,
    /// The term's last day, the renewal.
    pub term_end: Option<Day>,
    /// The last day looked at.
    pub horizon: Day,
    /// Under thirteen weeks of use.
    pub rough: bool,
    /// What must be said before the rest is believed.
    pub cautions: Vec<CautionView>,
    /// The day of `actual[0]`.
    pub actual_from: Day,
    /// Tokens left at the end of each day so far.
    pub actual: Vec<Tokens>,
    /// The packs in queue order.
    pub packs: Vec<PackView>,
    /// As things are.
    pub now: OutcomeView,
    /// With the plan's moves, habits and busy periods; `None` where nothing changes.
    pub then: Option<OutcomeView>,
    /// What that changes.
    pub difference: Option<DifferenceView>,
    /// The proof on past forecasts; `None` where the past is too short for one.
    pub backtest: Option<BacktestView>,
    /// The straight line of the burn rate, for comparison.
    pub straight_line: Figure,
    /// The last day to order more tokens on.
    pub order_by: Figure,
    /// How fast the term's tokens go; `None` without a term or a known total.
    pub pace: Option<PaceView>,
    /// What the plan's busy periods did so far, where they have begun.
    pub past_busy: Vec<PastBusyView>,
    /// The plan's busy periods that reach into the days ahead, for the chart's shades.
    pub busy: Vec<BusyView>,
}

/// What the futures say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeView {
    /// How it ends.
    pub verdict: Verdict,
    /// When it runs out.
    pub run_out: RangeView,
    /// The middle day, with its rule.
    pub run_out_day: Figure,
    /// The chance of a run-out in the term, with its rule.
    pub chance: Figure,
    /// The day of `fan[0]`.
    pub fan_from: Day,
    /// For each day the balance at its end below which 10, 25, 50, 75 and 90 % of the futures are.
    pub fan: Vec<[f32; 5]>,
    /// What lapses.
    pub lapses: Vec<LapseView>,
    /// Tiers, in the order of the plan.
    pub tiers: Vec<TierView>,
    /// The table by month.
    pub months: Vec<ForecastMonth>,
}

/// *Now → then* of one pool.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DifferenceView {
    /// Tokens used to the end of the term (or horizon), then less now.
    pub tokens: Tokens,
    /// The same at the token price.
    pub amount: Option<Money>,
    /// Days that the middle run-out moves: positive is later. `None` where either does not run out.
    pub days: Option<i64>,
}

/// Something the reader must know; the page has the words.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum CautionView {
    /// Under six weeks of use: no date.
    TooFewDays {
        /// Days from the first use.
        days: i64,
    },
    /// Under thirteen weeks: rough.
    Rough {
        /// Days from the first use.
        days: i64,
    },
    /// The pool began later than the log and is young.
    JustBegan {
        /// Its first day of use.
        first: Day,
    },
    /// No use for four weeks or more in the midst.
    Gap {
        /// The first day without.
        from: Day,
        /// The last day without.
        to: Day,
    },
    /// No use in the last four weeks.
    Stopped {
        /// The last day of use.
        last: Day,
    },
    /// Use has fallen far below what it was.
    SeasonEnded {
        /// The last four weeks' use as a part of the thirteen weeks' before.
        share: f64,
    },
    /// The burn rate did better on this pool's past, and is used.
    BurnRateIsBetter,
    /// Too short a past to try a forecast on.
    Untried,
    /// A reading shows more than the packs that were valid on its day can hold.
    MoreThanBought {
        /// The day of the reading.
        day: Day,
        /// Tokens above what was bought.
        tokens: Tokens,
    },
}

/// A pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackView {
    /// Tokens bought.
    pub bought: Tokens,
    /// Tokens left on the balance's day.
    pub left: Tokens,
    /// First usable day.
    pub start: Day,
    /// Last usable day.
    pub end: Option<Day>,
}

/// What lapses with a pack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LapseView {
    /// The pack's last day.
    pub day: Day,
    /// The middle of what is left then.
    pub tokens: Figure,
    /// A tenth of the futures leave at most this.
    pub low: Tokens,
    /// Nine tenths leave at most this.
    pub high: Tokens,
}

/// A tier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TierView {
    /// Percent of the term's tokens.
    pub percent: f64,
    /// Whether it was crossed.
    pub reached: bool,
    /// The day it was, or the middle of when it will be; unknown: not in this term.
    pub day: Figure,
    /// Where it was not: the early end of the range.
    pub p10: Option<Day>,
    /// Where it was not: the late end.
    pub p90: Option<Day>,
}

/// One row of the article's table.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForecastMonth {
    /// Which.
    pub month: Month,
    /// The last day counted in it.
    pub to: Day,
    /// Tokens used, or the middle of what will be.
    pub tokens: Tokens,
    /// Tokens up to and with it.
    pub cumulative: Tokens,
    /// The low end of its range; equal for past months.
    pub low: Tokens,
    /// The high end.
    pub high: Tokens,
    /// Percent of the term's tokens.
    pub percent: Option<f64>,
    /// It lies ahead, in part or whole.
    pub forecast: bool,
    /// What a line through this month and the three before gave, or the forecast gives.
    pub projected_run_out: Option<Day>,
}

/// Past forecasts in plain numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BacktestView {
    /// Days of each forecast sum.
    pub days: u64,
    /// How many forecasts.
    pub forecasts: u64,
    /// How many ranges held what came.
    pub held: u64,
    /// Mean error of the forecast, as a part of what came, with its rule.
    pub error: Figure,
    /// Mean error of the 28-day burn rate on the same days.
    pub burn_rate_error: Figure,
    /// The burn rate was better here, and is used.
    pub uses_burn_rate: bool,
    /// The forecasts, the earliest first.
    pub dots: Vec<DotView>,
}

/// One past forecast against what came.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DotView {
    /// The last day that was known.
    pub origin: Day,
    /// The last day of the sum.
    pub to: Day,
    /// The forecast.
    pub middle: Tokens,
    /// The low end of its 80 % range.
    pub low: Tokens,
    /// The high end.
    pub high: Tokens,
    /// What the burn rate gave.
    pub burn: Tokens,
    /// What came.
    pub actual: Tokens,
}

/// The article's rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaceView {
    /// Used part of the term's tokens, with its rule.
    pub used: Figure,
    /// Passed part of the term's days.
    pub elapsed_share: f64,
    /// The first by the second is 1.4 or more.
    pub is_fast: bool,
}

/// What a busy period did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PastBusyView {
    /// Its name.
    pub name: String,
    /// Its first day.
    pub from: Day,
    /// Its last day, or the last complete one.
    pub to: Day,
    /// Tokens used.
    pub used: Tokens,
    /// What the weeks before would have led to.
    pub usual: Tokens,
    /// The difference in percent, with its rule.
    pub percent: Figure,
}

/// A busy period ahead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BusyView {
    /// Its name.
    pub name: String,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// How likely it is.
    pub probability: f64,
}
