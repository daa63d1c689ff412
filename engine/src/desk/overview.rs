//! The first screen: the three answers and what was read.

use super::alerts::alert_views;
use super::forecast::{caution, method, range, run_out_day, straight_line, verdict};
use super::forecast_view::TriedView;
use super::habits::{self, with_price};
use super::parts::{product_name, rows_of_person, rows_of_product, rows_of_team, someone, team_name, top};
use super::then::then;
use super::views::{
    Answers, BalanceChart, CostView, FileView, MonthView, OVERVIEW_LIST_MAX, Overview, PoolView, PriceOrigin,
    ReadView,
};
use super::{Facts, Figure, Input, Query, Value};
use crate::analysis::forecast::{FAN_PERCENT, Method, PoolForecast};
use crate::analysis::{PoolAnalysis, PriceSource, Report, RunOut, people_with_charges};
use crate::export::all_findings;
use crate::rules::Rule;
use crate::usage::{Day, Log, Tokens};

/// The middle of a fan.
const MIDDLE: usize = FAN_PERCENT.len() / 2;

/// The first screen.
pub fn overview(facts: Facts<'_>) -> Overview {
    Overview {
        revision: facts.revision,
        currency: facts.plan.currency().to_string(),
        read: read(facts.log),
        answers: facts.report.map(|report| answers(facts, report)),
    }
}

fn read(log: &Log) -> ReadView {
    let files = log.files();
    let found = all_findings(log);
    ReadView {
        rows: files.iter().map(|f| f.rows).sum(),
        used: files.iter().map(|f| f.used).sum(),
        duplicate: files.iter().map(|f| f.duplicate).sum(),
        left_out: files.iter().map(|f| f.left_out).sum(),
        tokens_used: files.iter().map(|f| f.tokens_used).sum(),
        tokens_duplicate: files.iter().map(|f| f.tokens_duplicate).sum(),
        tokens_left_out: files.iter().map(|f| f.tokens_left_out).sum(),
        findings: found.listed.len() as u64 + found.not_kept,
        files: files
            .iter()
            .map(|f| FileView {
                name: f.name.clone(),
                shape: f.shape.name().map(str::to_string),
                rows: f.rows,
                used: f.used,
                duplicate: f.duplicate,
                left_out: f.left_out,
                tokens_used: f.tokens_used,
                tokens_duplicate: f.tokens_duplicate,
                tokens_left_out: f.tokens_left_out,
                findings: f.findings.counts().iter().map(|(_, count)| count).sum::<u64>()
                    + (f.differing.len() + f.unplaced.len()) as u64,
            })
            .collect(),
    }
}

fn answers(facts: Facts<'_>, report: &Report) -> Answers {
    let period = report.period;
    Answers {
        first_day: period.first,
        last_day: period.last,
        days_covered: i64::from(period.days_covered()),
        as_of: period.as_of,
        token_price: Figure::new(Rule::TokenPrice, report.token_price.map(Value::Price)),
        price_source: match report.price_source {
            PriceSource::Plan => PriceOrigin::Plan,
            PriceSource::Packs => PriceOrigin::Packs,
            PriceSource::List => PriceOrigin::List,
            PriceSource::Unknown => PriceOrigin::Unknown,
        },
        cost: cost(facts, report),
        habits: habits::of_overview(facts.log, report),
        pools: report
            .pools
            .iter()
            .zip(&report.runouts)
            .zip(&report.forecasts)
            .map(|((pool, run_out), forecast)| pool_view(facts, report, pool, run_out, forecast))
            .collect(),
        then: then(facts, report),
        alerts: alert_views(facts, report),
    }
}

fn cost(facts: Facts<'_>, report: &Report) -> CostView {
    let (log, cost, period) = (facts.log, &report.cost, report.period);
    let all_rows = Query::default();
    let with_charges =
        |parts: &[crate::analysis::CostPart]| parts.iter().filter(|p| p.charges > 0).count() as u64;
    let names_teams = log.pools().iter().any(|name| !name.is_empty());
    CostView {
        tokens: Figure::new(Rule::TokensUsed, Some(Value::Tokens(cost.tokens)))
            .with(Input::FirstDay, Value::Day(period.first))
            .with(Input::LastDay, Value::Day(period.last))
            .with(Input::DaysCovered, Value::Days(i64::from(period.days_covered())))
            .proven_by(all_rows.clone()),
        amount: with_price(
            Figure::new(Rule::PastCost, cost.amount.map(Value::Money))
                .with(Input::TokensUsed, Value::Tokens(cost.tokens)),
            report,
        )
        .with(Input::Uncovered, Value::Tokens(cost.uncovered))
        .proven_by(all_rows),
        uncovered: (!facts.plan.packs.is_empty() && cost.uncovered != Tokens::ZERO)
            .then(|| Figure::new(Rule::Uncovered, Some(Value::Tokens(cost.uncovered)))),
        charges: cost.charges,
        people: people_with_charges(log, &cost.by_person),
        products: with_charges(&cost.by_product),
        by_product: top(
            facts,
            &cost.by_product,
            cost.tokens,
            OVERVIEW_LIST_MAX,
            product_name,
            rows_of_product,
        ),
        by_person: top(facts, &cost.by_person, cost.tokens, OVERVIEW_LIST_MAX, someone, rows_of_person),
        by_team: if names_teams {
            top(facts, &cost.by_team, cost.tokens, OVERVIEW_LIST_MAX, team_name, rows_of_team)
        } else {
            Default::default()
        },
        by_month: cost
            .by_month
            .iter()
            .map(|part| {
                let (from, to) = (part.month.first_day(), part.month.last_day());
                MonthView {
                    month: part.month,
                    tokens: Figure::new(Rule::ByMonth, Some(Value::Tokens(part.tokens))).proven_by(Query {
                        from: Some(from),
                        to: Some(to),
                        ..Query::default()
                    }),
                    amount: part.amount,
                    partial: from < period.first || period.as_of < to,
                }
            })
            .collect(),
    }
}

fn pool_view(
    facts: Facts<'_>,
    report: &Report,
    pool: &PoolAnalysis,
    line: &RunOut,
    forecast: &PoolForecast,
) -> PoolView {
    let lapsed: Tokens = pool.queue.lapses().iter().map(|lapse| lapse.tokens).sum();
    let bought = bought(pool);
    let mut balance = Figure::new(Rule::Balance, pool.balance().map(Value::Tokens))
        .with(Input::BalanceDay, Value::Day(pool.balance_day))
        .with(Input::Bought, Value::Tokens(bought));
    if lapsed.is_positive() {
        balance = balance.with(Input::Lapsed, Value::Tokens(lapsed));
    }
    let now = forecast.now.as_ref();
    let range = range(forecast, now);
    let renewal = facts.plan.term_end;
    PoolView {
        name: pool.name.clone(),
        balance,
        balance_day: pool.balance_day,
        bought: bought.is_positive().then_some(bought),
        burn_per_day: burn_rate(pool, line, report.period.as_of),
        run_out: run_out_day(pool, line, forecast, now),
        range,
        method: method(forecast),
        tried: tried(forecast),
        cautions: forecast.cautions.iter().map(caution).collect(),
        straight_line: straight_line(pool, line),
        order_by: forecast.order_by(facts.plan),
        verdict: verdict(forecast, now),
        rough: forecast.rough,
        renewal,
        days_before_renewal: range.p50.zip(renewal).map(|(out, renewal)| i64::from(out.days_until(renewal))),
        lapses: lapses(line, forecast),
        unexplained: (pool.unexplained != Tokens::ZERO)
            .then(|| Figure::new(Rule::Unexplained, Some(Value::Tokens(pool.unexplained)))),
        unseen_before_rows: pool.unseen_before_rows,
        chart: chart(facts, pool, line, forecast),
    }
}

/// Tokens bought in packs that are valid on the balance's day.
fn bought(pool: &PoolAnalysis) -> Tokens {
    let valid = |lot: &&crate::analysis::Lot| {
        lot.start <= pool.balance_day && lot.end.is_none_or(|end| pool.balance_day <= end)
    };
    pool.queue.lots().iter().filter(valid).map(|lot| lot.bought).sum()
}

fn burn_rate(pool: &PoolAnalysis, line: &RunOut, as_of: Day) -> Figure {
    Figure::new(Rule::BurnRate, Some(Value::TokensPerDay(line.burn_per_day)))
        .with(Input::TokensInBurnDays, Value::Tokens(line.burn_tokens))
        .with(Input::BurnDays, Value::Days(i64::from(line.burn_days)))
        .with(Input::AsOf, Value::Day(as_of))
        .proven_by(Query {
            from: Some(as_of.plus(1 - line.burn_days)),
            to: Some(as_of),
            team: pool.name.clone(),
            ..Query::default()
        })
}

fn tried(forecast: &PoolForecast) -> Option<TriedView> {
    let tried = forecast.drawn.as_deref()?.backtest.as_ref()?;
    Some(TriedView {
        forecasts: tried.dots.len() as u64,
        days: tried.days as u64,
        held: tried.held() as u64,
        error_share: tried.error_share(),
        burn_rate_error_share: tried.burn_error_share,
        uses_burn_rate: tried.method == Method::BurnRate,
    })
}

/// What lapses in the middle of the futures; where there are none, what the straight line leaves.
fn lapses(line: &RunOut, forecast: &PoolForecast) -> Vec<(Day, Tokens)> {
    match &forecast.now {
        Some(now) if forecast.silent.is_none() => {
            let lapses = now.lapses.iter().map(|lapse| (lapse.day, whole(lapse.tokens.p50)));
            lapses.filter(|(_, tokens)| tokens.is_positive()).collect()
        }
        _ => line.projection.iter().flat_map(|p| &p.lapses).map(|l| (l.day, l.tokens)).collect(),
    }
}

/// An estimate claims no parts of a token.
fn whole(tokens: f64) -> Tokens {
    Tokens::from_f64(libm::round(tokens))
}

fn chart(
    facts: Facts<'_>,
    pool: &PoolAnalysis,
    line: &RunOut,
    forecast: &PoolForecast,
) -> Option<BalanceChart> {
    let projection = line.projection.as_ref()?;
    let line_to = projection.first_day.plus(projection.balances.len() as i32 - 1);
    let run_out = range(forecast, forecast.now.as_ref());
    let open_end = || run_out.p90.or(run_out.p50).map_or(line_to, |late| late.max(line_to));
    let to = facts.plan.term_end.filter(|day| *day > pool.balance_day).unwrap_or_else(open_end);
    let shown = projection.first_day.days_until(to).max(0) as usize + 1;
    let kept = pool.first_day.days_until(pool.balance_day).max(0) as usize + 1;
    let now = forecast.now.iter().filter(|_| forecast.silent.is_none());
    let fan = now.flat_map(|outlook| outlook.fan.iter().copied());
    let fan: Vec<[f32; 5]> = fan.skip(forecast.days_before_balance).take(shown).collect();
    let straight = || projection.balances.iter().take(shown).copied().collect();
    let until_out = run_out.p50.map_or(shown, |out| projection.first_day.days_until(out).max(0) as usize + 1);
    let middle = || fan.iter().take(until_out).map(|day| whole(day[MIDDLE].into())).collect();
    Some(BalanceChart {
        actual_from: pool.first_day,
        actual: pool.days.iter().take(kept).map(|day| day.balance).collect(),
        line_from: projection.first_day,
        line: if fan.is_empty() { straight() } else { middle() },
        fan_from: projection.first_day,
        fan: fan.into_iter().step_by(7).collect(),
        to,
    })
}
