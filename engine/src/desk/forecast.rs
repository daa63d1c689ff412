//! Builds the Forecast place.

use super::budgets::budgets;
use super::forecast_view::*;
use super::views::Verdict;
use super::{Facts, Figure, Input, Value};
use crate::analysis::forecast::{
    Caution, DayRange, Frame, Method, MonthRow, Outlook, PoolForecast, RunOutRange, Scenario, Tier, past_busy,
};
use crate::analysis::{Cause, NoRunOut, PoolAnalysis, Report, RunOut, Then};
use crate::rules::Rule;
use crate::usage::{Day, Tokens};

/// The Forecast place for one pool.
pub fn forecast(facts: Facts<'_>, report: &Report, ask: ForecastAsk) -> ForecastView {
    let shown = (ask.pool as usize).min(report.pools.len().saturating_sub(1));
    let lines = report.pools.iter().zip(&report.forecasts).map(|(pool, forecast)| PoolLine {
        name: pool.name.clone(),
        balance: pool.balance(),
        verdict: verdict(forecast, forecast.now.as_ref()),
        run_out: range(forecast, forecast.now.as_ref()),
    });
    let then = Then::of(facts.plan, report);
    ForecastView {
        revision: facts.revision,
        currency: facts.plan.currency().to_string(),
        as_of: report.period.as_of,
        pools: lines.collect(),
        shown: pool_view(facts, report, then.as_ref(), shown),
        budgets: budgets(facts, report, then.as_ref(), shown, ask.budget),
    }
}

fn pool_view(facts: Facts<'_>, report: &Report, what_if: Option<&Then>, index: usize) -> PoolForecastView {
    let (plan, as_of) = (facts.plan, report.period.as_of);
    let (pool, line, forecast) = (&report.pools[index], &report.runouts[index], &report.forecasts[index]);
    let frame = Frame::of(plan, &report.period);
    let now =
        outcome(pool, line, forecast, forecast.now.as_ref(), forecast.tiers.as_deref(), &forecast.months);
    let changed = |scenario: Scenario<'_>| {
        let changed = forecast.outlook(pool, &frame, scenario, true);
        outcome(pool, line, forecast, changed.outlook.as_ref(), changed.tiers.as_deref(), &changed.months)
    };
    let ahead = || plan.busy.iter().filter(|busy| busy.to > as_of);
    let what_if = what_if.filter(|then| then.changes(index, as_of));
    let then = what_if.map(|then| changed(then.scenario(index)));
    let kept = pool.first_day.days_until(pool.balance_day).max(0) as usize + 1;
    PoolForecastView {
        name: pool.name.clone(),
        balance: Figure::new(Rule::Balance, pool.balance().map(Value::Tokens))
            .with(Input::BalanceDay, Value::Day(pool.balance_day)),
        balance_day: pool.balance_day,
        term_start: forecast.term.map(|term| term.start),
        term_end: forecast.term.map(|term| term.end),
        horizon: forecast.horizon,
        rough: forecast.rough,
        cautions: forecast.cautions.iter().map(caution).collect(),
        actual_from: pool.first_day,
        actual: pool.days.iter().take(kept).map(|day| day.balance).collect(),
        packs: packs(pool),
        difference: then.as_ref().map(|then| difference(report, &now, then)),
        now,
        then,
        backtest: backtest(forecast),
        straight_line: straight_line(pool, line),
        order_by: order_by(facts, forecast),
        pace: forecast.pace.map(|pace| PaceView {
            used: Figure::new(Rule::Pace, Some(Value::Share(pace.used_share)))
                .with(Input::AsOf, Value::Day(as_of)),
            elapsed_share: pace.elapsed_share,
            is_fast: pace.is_fast,
        }),
        past_busy: past_busy_views(facts, pool, forecast, as_of),
        busy: ahead()
            .map(|busy| BusyView {
                name: busy.name.clone(),
                from: busy.from,
                to: busy.to,
                probability: busy.probability,
            })
            .collect(),
    }
}

fn packs(pool: &PoolAnalysis) -> Vec<PackView> {
    let view = |lot: &crate::analysis::Lot| PackView {
        bought: lot.bought,
        left: lot.left,
        start: lot.start,
        end: lot.end,
    };
    pool.queue.lots().iter().map(view).collect()
}

fn outcome(
    pool: &PoolAnalysis,
    line: &RunOut,
    forecast: &PoolForecast,
    outlook: Option<&Outlook>,
    tiers: Option<&[Tier]>,
    months: &[MonthRow],
) -> OutcomeView {
    let known = outlook.filter(|_| forecast.silent.is_none());
    let run_out = range(forecast, outlook);
    let before = forecast.days_before_balance;
    OutcomeView {
        verdict: verdict(forecast, outlook),
        run_out,
        run_out_day: run_out_day(pool, line, forecast, outlook),
        chance: Figure::new(Rule::RunOutChance, run_out.before_term_end.map(Value::Share)),
        fan_from: pool.balance_day.plus(1),
        fan: known.map_or_else(Vec::new, |outlook| outlook.fan.iter().skip(before).copied().collect()),
        lapses: known.map_or_else(Vec::new, |outlook| {
            let lapse = |lapse: &crate::analysis::forecast::LapseRange| LapseView {
                day: lapse.day,
                tokens: Figure::new(Rule::Lapse, Some(Value::Tokens(Tokens::from_f64(lapse.tokens.p50)))),
                low: Tokens::from_f64(lapse.tokens.p10),
                high: Tokens::from_f64(lapse.tokens.p90),
            };
            outlook.lapses.iter().map(lapse).collect()
        }),
        tiers: tiers.unwrap_or_default().iter().map(tier).collect(),
        months: months.iter().map(month).collect(),
    }
}

/// The middle run-out day with what went into it.
pub fn run_out_day(
    pool: &PoolAnalysis,
    line: &RunOut,
    forecast: &PoolForecast,
    outlook: Option<&Outlook>,
) -> Figure {
    let run_out = range(forecast, outlook);
    let mut figure = Figure::new(Rule::RunOut, run_out.p50.map(Value::Day))
        .with(Input::HistoryDays, Value::Days(i64::from(line.history_days)));
    if let Some(balance) = pool.balance() {
        figure = figure
            .with(Input::Balance, Value::Tokens(balance))
            .with(Input::BalanceDay, Value::Day(pool.balance_day));
    }
    figure
}

/// The run-out of an outlook; nothing where none can be told.
pub fn range(forecast: &PoolForecast, outlook: Option<&Outlook>) -> RangeView {
    let known = outlook.filter(|_| forecast.silent.is_none());
    let RunOutRange { p10, p50, p90, before_term_end, .. } =
        known.map_or_else(Default::default, |o| o.run_out);
    RangeView { p10, p50, p90, before_term_end }
}

/// What the futures go on from; where there are none, only the burn rate is told.
pub fn method(forecast: &PoolForecast) -> ForecastMethod {
    let known = forecast.drawn.as_deref().filter(|_| forecast.silent.is_none());
    match known.map(|drawn| drawn.model.method) {
        Some(Method::Smoothed) => ForecastMethod::Forecast,
        Some(Method::BurnRate) | None => ForecastMethod::BurnRate,
    }
}

/// How an outlook ends.
pub fn verdict(forecast: &PoolForecast, outlook: Option<&Outlook>) -> Verdict {
    match forecast.silent {
        Some(NoRunOut::NoBalance) => Verdict::NoBalance,
        Some(NoRunOut::TooFewDays) => Verdict::TooFewDays,
        Some(NoRunOut::NoUse) => Verdict::NoUse,
        Some(NoRunOut::Lasts) => Verdict::Lasts,
        None => {
            let run_out = outlook.map(|outlook| outlook.run_out).unwrap_or_default();
            match run_out.cause.filter(|_| run_out.p50.is_some()) {
                Some(Cause::UsedUp) => Verdict::UsedUp,
                Some(Cause::Lapsed) => Verdict::Lapsed,
                None => Verdict::Lasts,
            }
        }
    }
}

/// The burn rate's line, for comparison.
pub fn straight_line(pool: &PoolAnalysis, line: &RunOut) -> Figure {
    let mut figure = Figure::new(Rule::StraightLine, line.date.ok().map(|(day, _)| Value::Day(day)))
        .with(Input::BurnRate, Value::TokensPerDay(line.burn_per_day))
        .with(Input::HistoryDays, Value::Days(i64::from(line.history_days)));
    if let Some(balance) = pool.balance() {
        figure = figure
            .with(Input::Balance, Value::Tokens(balance))
            .with(Input::BalanceDay, Value::Day(pool.balance_day));
    }
    figure
}

fn order_by(facts: Facts<'_>, forecast: &PoolForecast) -> Figure {
    let early = forecast.run_out_now().and_then(|run_out| run_out.p10);
    let mut figure = Figure::new(Rule::OrderBy, forecast.order_by(facts.plan).map(Value::Day));
    if let Some(early) = early {
        figure = figure.with(Input::EarlyRunOut, Value::Day(early));
    }
    figure.with(Input::LeadDays, Value::Days(i64::from(facts.plan.lead_days())))
}

fn difference(report: &Report, now: &OutcomeView, then: &OutcomeView) -> DifferenceView {
    let used = |outcome: &OutcomeView| outcome.months.last().map_or(Tokens::ZERO, |month| month.cumulative);
    let tokens = used(then) - used(now);
    DifferenceView {
        tokens,
        amount: report.token_price.map(|price| tokens.at_price(price)),
        days: now.run_out.p50.zip(then.run_out.p50).map(|(now, then)| i64::from(now.days_until(then))),
    }
}

fn backtest(forecast: &PoolForecast) -> Option<BacktestView> {
    let tried = forecast.drawn.as_deref()?.backtest.as_ref()?;
    let share = |share: f64| {
        Figure::new(Rule::Backtest, Some(Value::Share(share)))
            .with(Input::PastForecasts, Value::Count(tried.dots.len() as u64))
    };
    let dots = tried.dots.iter().rev().map(|dot| DotView {
        origin: dot.origin,
        to: dot.to,
        middle: Tokens::from_f64(dot.middle),
        low: Tokens::from_f64(dot.low),
        high: Tokens::from_f64(dot.high),
        burn: Tokens::from_f64(dot.burn),
        actual: Tokens::from_f64(dot.actual),
    });
    Some(BacktestView {
        days: tried.days as u64,
        forecasts: tried.dots.len() as u64,
        held: tried.held() as u64,
        error: share(tried.smoothed_error_share),
        burn_rate_error: share(tried.burn_error_share),
        uses_burn_rate: tried.method == Method::BurnRate,
        dots: dots.collect(),
    })
}

/// A caution as it crosses the wire.
pub fn caution(caution: &Caution) -> CautionView {
    match *caution {
        Caution::TooFewDays { days } => CautionView::TooFewDays { days: i64::from(days) },
        Caution::Rough { days } => CautionView::Rough { days: i64::from(days) },
        Caution::JustBegan { first } => CautionView::JustBegan { first },
        Caution::Gap { from, to } => CautionView::Gap { from, to },
        Caution::Stopped { last } => CautionView::Stopped { last },
        Caution::SeasonEnded { share } => CautionView::SeasonEnded { share },
        Caution::BurnRateIsBetter => CautionView::BurnRateIsBetter,
        Caution::Untried => CautionView::Untried,
        Caution::MoreThanBought { day, tokens } => CautionView::MoreThanBought { day, tokens },
    }
}

/// A tier as it crosses the wire.
pub fn tier(tier: &Tier) -> TierView {
    let DayRange { p10, p90, .. } = tier.ahead;
    TierView {
        percent: tier.percent,
        reached: tier.reached.is_some(),
        day: Figure::new(Rule::Tier, tier.day().map(Value::Day)),
        p10,
        p90,
    }
}

/// A month as it crosses the wire.
pub fn month(row: &MonthRow) -> ForecastMonth {
    ForecastMonth {
        month: row.month,
        to: row.to,
        tokens: row.tokens,
        cumulative: row.cumulative,
        low: row.cumulative_range.0,
        high: row.cumulative_range.1,
        percent: row.cumulative_percent,
        forecast: row.forecast,
        projected_run_out: row.projected_run_out,
    }
}

fn past_busy_views(
    facts: Facts<'_>,
    pool: &PoolAnalysis,
    forecast: &PoolForecast,
    as_of: Day,
) -> Vec<PastBusyView> {
    let Some((drawn, (_, daily))) = forecast.drawn.as_deref().zip(PoolForecast::daily(pool, as_of)) else {
        return Vec::new();
    };
    let view = |past: crate::analysis::forecast::PastBusy| {
        let busy = &facts.plan.busy[past.index];
        PastBusyView {
            name: busy.name.clone(),
            from: busy.from,
            to: past.to,
            used: past.used,
            usual: past.usual,
            percent: Figure::new(Rule::BusyPeriod, past.percent.map(|percent| Value::Share(percent / 100.0))),
        }
    };
    past_busy(drawn, &daily, &facts.plan.busy).into_iter().map(view).collect()
}
