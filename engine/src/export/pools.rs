//! The pools' part of the results: balance, run-out, backtest, tiers, months, what expires.

use super::purchase;
use super::results::{object, tokens};
use crate::analysis::forecast::{Changed, Method, MonthRow, Outlook, PoolForecast, Tier};
use crate::analysis::purchase::{Purchase, TrueUp};
use crate::analysis::{PoolAnalysis, Report, RunOut, Then};
use crate::plan::Plan;
use crate::usage::{Day, Tokens};
use serde_json::Value;

/// The pools as they are.
pub fn pools(report: &Report, bought: &Purchase) -> Value {
    let all = report.pools.iter().zip(&report.runouts).zip(&report.forecasts).zip(&bought.pools);
    all.map(|(((pool, line), forecast), bought)| {
        let now = Shown {
            outlook: forecast.now.as_ref(),
            tiers: forecast.tiers.as_deref(),
            months: &forecast.months,
            burn_per_day: line.burn_per_day,
            true_up: bought.true_up.as_ref(),
        };
        one_pool(pool, line, forecast, &now)
    })
    .collect()
}

/// The pools with the plan's moves, habits and busy periods.
pub fn pools_then(report: &Report, plan: &Plan, then: &Then, bought: &Purchase) -> Value {
    let as_of = report.period.as_of;
    let all = report.pools.iter().zip(&report.runouts).zip(&report.forecasts);
    let all = all.zip(then.pools(plan, report)).zip(&bought.pools).enumerate();
    all.map(|(index, ((((pool, line), forecast), changed), bought))| {
        let Changed { outlook, tiers, months } = changed;
        let taken = then.relief.between(index, as_of.plus(1 - line.burn_days), as_of);
        let left = (line.burn_tokens - taken).max(Tokens::ZERO);
        let then = Shown {
            outlook: outlook.as_ref(),
            tiers: tiers.as_deref(),
            months: &months,
            burn_per_day: left.scale_rounded(1, i64::from(line.burn_days)),
            true_up: bought.true_up.as_ref(),
        };
        one_pool(pool, line, forecast, &then)
    })
    .collect()
}

/// What differs between now and then.
struct Shown<'a> {
    outlook: Option<&'a Outlook>,
    tiers: Option<&'a [Tier]>,
    months: &'a [MonthRow],
    burn_per_day: Tokens,
    true_up: Option<&'a TrueUp>,
}

fn one_pool(pool: &PoolAnalysis, line: &RunOut, forecast: &PoolForecast, shown: &Shown<'_>) -> Value {
    object([
        ("pool", pool.name.as_deref().map_or(Value::Null, Value::from)),
        ("balance", pool.balance().map_or(Value::Null, tokens)),
        ("unexplained", if pool.knows_balance { tokens(pool.unexplained) } else { Value::Null }),
        ("burn_per_day", tokens(shown.burn_per_day)),
        ("runout", run_out(forecast, shown.outlook)),
        ("backtest", backtest(forecast)),
        ("rough", forecast.rough.into()),
        ("tiers", shown.tiers.map_or(Value::Null, |tiers| tiers.iter().map(tier).collect())),
        ("months", shown.months.iter().map(month).collect()),
        ("expiring", expiring(pool, line, shown.outlook)),
        ("true_up", purchase::true_up(shown.true_up)),
    ])
}

pub(super) fn day(day: Option<Day>) -> Value {
    day.map_or(Value::Null, |day| day.to_string().into())
}

/// A share or percent to four digits: what the futures can tell.
fn rounded(value: f64) -> Value {
    (libm::round(value * 10_000.0) / 10_000.0).into()
}

/// An estimate claims no millionths.
fn hundredths(tokens: Tokens) -> Tokens {
    Tokens(libm::round(tokens.0 as f64 / 10_000.0) as i64 * 10_000)
}

/// `null` where no date can be given; nulls inside where it is not within the horizon.
fn run_out(forecast: &PoolForecast, outlook: Option<&Outlook>) -> Value {
    use crate::analysis::NoRunOut;
    let (range, chance) = match (forecast.silent, outlook) {
        (None, Some(outlook)) => {
            (outlook.run_out, outlook.run_out.before_term_end.map_or(Value::Null, rounded))
        }
        // Nothing is used: it never runs out, and that is known.
        (Some(NoRunOut::NoUse), _) => (Default::default(), forecast.term.map_or(Value::Null, |_| 0.into())),
        _ => return Value::Null,
    };
    object([
        ("cause", range.cause.map_or(Value::Null, |cause| cause.name().into())),
        ("p10", day(range.p10)),
        ("p50", day(range.p50)),
        ("p90", day(range.p90)),
        ("probability_before_term_end", chance),
    ])
}

fn backtest(forecast: &PoolForecast) -> Value {
    let Some(tried) = forecast.drawn.as_deref().and_then(|drawn| drawn.backtest.as_ref()) else {
        return Value::Null;
    };
    object([
        ("forecasts", tried.dots.len().into()),
        ("days", tried.days.into()),
        ("error_share", rounded(tried.smoothed_error_share)),
        ("coverage_80", rounded(tried.held() as f64 / tried.dots.len().max(1) as f64)),
        ("burn_rate_error_share", rounded(tried.burn_error_share)),
        ("used", if tried.method == Method::Smoothed { "forecast" } else { "burn_rate" }.into()),
    ])
}

pub(super) fn tier(tier: &Tier) -> Value {
    object([
        ("percent", tier.percent.into()),
        ("day", day(tier.day())),
        ("reached", tier.reached.is_some().into()),
        ("p10", day(tier.reached.or(tier.ahead.p10))),
        ("p90", day(tier.reached.or(tier.ahead.p90))),
    ])
}

pub(super) fn month(row: &MonthRow) -> Value {
    object([
        ("month", row.month.to_string().into()),
        ("tokens", tokens(if row.forecast { hundredths(row.tokens) } else { row.tokens })),
        ("cumulative_percent", row.cumulative_percent.map_or(Value::Null, rounded)),
        ("forecast", row.forecast.into()),
    ])
}

/// What lapses: the middle of the futures; where there are none, what the straight line leaves.
fn expiring(pool: &PoolAnalysis, line: &RunOut, outlook: Option<&Outlook>) -> Value {
    let one =
        |day: Day, lapsed: Tokens| object([("day", day.to_string().into()), ("tokens", tokens(lapsed))]);
    if !pool.knows_balance {
        return Value::Null;
    }
    match (outlook, &line.projection) {
        (Some(outlook), _) => {
            let lapses = outlook
                .lapses
                .iter()
                .map(|lapse| (lapse.day, hundredths(Tokens::from_f64(lapse.tokens.p50))));
            lapses.filter(|(_, tokens)| tokens.is_positive()).map(|(day, tokens)| one(day, tokens)).collect()
        }
        (None, Some(projection)) => {
            projection.lapses.iter().map(|lapse| one(lapse.day, lapse.tokens)).collect()
        }
        (None, None) => Value::Null,
    }
}
