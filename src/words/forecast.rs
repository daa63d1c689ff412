//! The words of the Forecast place.

use super::findings::{day_in, tokens_in};
use super::licences::share_in;
use super::numbers::{self, count, day, share, tokens};
use super::plural;
use engine::desk::{
    BacktestView, CautionView, DifferenceView, OutcomeView, PaceView, PastBusyView, PoolForecastView, Verdict,
};
use engine::usage::Day;

/// The finding at the top: `Empty on 9 Dec 2026, 22 days before renewal.`
pub fn finding(pool: &PoolForecastView) -> String {
    let outcome = &pool.now;
    match (outcome.verdict, day_in(&outcome.run_out_day)) {
        (Verdict::UsedUp, Some(out)) => match pool.term_end {
            Some(end) if out <= end => match out.days_until(end) {
                0 => format!("Empty on {}, the day of renewal.", day(out)),
                days => format!("Empty on {}, {} before renewal.", day(out), plural::days(days as u64)),
            },
            Some(end) => format!(
                "Empty on {}, {} after renewal.",
                day(out),
                plural::days(end.days_until(out).unsigned_abs().into())
            ),
            None => format!("Empty on {}.", day(out)),
        },
        (Verdict::Lapsed, Some(out)) => {
            format!("Lasts to {}, when the packs end with tokens in them.", day(out.plus(-1)))
        }
        (Verdict::Lasts | Verdict::UsedUp | Verdict::Lapsed, _) => {
            format!("Not used up by {}, the last day looked at.", day(pool.horizon))
        }
        (Verdict::NoUse, _) => {
            "No tokens were used in the last 28 days, so nothing goes on from there.".to_string()
        }
        (Verdict::TooFewDays, _) => {
            "Fewer than six weeks of rows: no date yet. Add older exports.".to_string()
        }
        (Verdict::NoBalance, _) => {
            "How many tokens are left is not known, so when they run out cannot be told.".to_string()
        }
    }
}

/// The range and the chance, as a sentence.
pub fn range(outcome: &OutcomeView, term_end: Option<engine::usage::Day>) -> Option<String> {
    let range = &outcome.run_out;
    let days = match (range.p10, range.p90) {
        (Some(early), Some(late)) if early == late => {
            format!("Eight of ten futures have no tokens from {} on", day(early))
        }
        (Some(early), Some(late)) => {
            format!("Eight of ten futures are empty between {} and {}", day(early), day(late))
        }
        (Some(early), None) => format!("One of ten futures is empty by {}", day(early)),
        _ => return chance(outcome, term_end),
    };
    Some(match chance(outcome, term_end) {
        Some(chance) => format!("{days}. {chance}"),
        None => format!("{days}."),
    })
}

fn chance(outcome: &OutcomeView, term_end: Option<engine::usage::Day>) -> Option<String> {
    let chance = outcome.run_out.before_term_end?;
    let end = term_end?;
    Some(format!("Empty by {} with a chance of {}.", day(end), share(chance)))
}

/// Something to know before the rest is believed.
pub fn caution(caution: CautionView) -> String {
    match caution {
        CautionView::TooFewDays { days } => {
            format!(
                "Only {} of use so far: under six weeks no date is given.",
                plural::days(days.unsigned_abs())
            )
        }
        CautionView::Rough { days } => {
            format!("Rough: {} of use so far, fewer than thirteen weeks.", plural::days(days.unsigned_abs()))
        }
        CautionView::JustBegan { first } => {
            format!("This pool is young: its first use was on {}.", day(first))
        }
        CautionView::Gap { from, to } => {
            format!("No use from {} to {}: is an export missing?", day(from), day(to))
        }
        CautionView::Stopped { last } => {
            format!(
                "No use since {}: the futures go on from that, so check whether the data is whole.",
                day(last)
            )
        }
        CautionView::SeasonEnded { share: part } => format!(
            "The last four weeks used {} of what the thirteen weeks before did: a season may have ended. If it comes again, enter it as a busy period.",
            share(part)
        ),
        CautionView::BurnRateIsBetter => {
            "The plain burn rate did better on your past, so it is used here.".to_string()
        }
        CautionView::Untried => {
            "Your rows are too few to try past forecasts on, so how good they are is not known.".to_string()
        }
        CautionView::MoreThanBought { day: read, tokens: above } => format!(
            "On {} there were {} tokens more than all packs held that were valid then: a purchase seems to be missing.",
            day(read),
            tokens(above)
        ),
    }
}

/// `The last 12 forecasts of 90 days were off by 9 % on average; the range held 10 of 12 times.`
pub fn proof(backtest: &BacktestView) -> String {
    format!(
        "The last {} of {} were off by {} on average; the range held {} of {} times.",
        plural::of(backtest.forecasts, "forecast", "forecasts"),
        plural::days(backtest.days),
        share(share_in(&backtest.error)),
        count(backtest.held),
        count(backtest.forecasts),
    )
}

/// The burn rate beside it.
pub fn proof_burn(backtest: &BacktestView) -> String {
    let off = share(share_in(&backtest.burn_rate_error));
    if backtest.uses_burn_rate {
        format!(
            "The plain 28-day burn rate on the same days was off by {off}: it was better here, and it is used."
        )
    } else if share_in(&backtest.burn_rate_error) < share_in(&backtest.error) {
        format!(
            "The plain 28-day burn rate on the same days was off by {off}. It is used only where it is better \
             by more than a tenth, over the first 30 days too."
        )
    } else {
        format!("The plain 28-day burn rate on the same days was off by {off}.")
    }
}

/// How fast the term's tokens go.
pub fn pace(pace: &PaceView) -> String {
    let used = share(share_in(&pace.used));
    let elapsed = share(pace.elapsed_share);
    if pace.is_fast {
        format!(
            "{used} of the term’s tokens are used after {elapsed} of its days: 1.4 times as fast as planned or more."
        )
    } else {
        format!("{used} of the term’s tokens are used after {elapsed} of its days.")
    }
}

/// What a busy period did.
pub fn past_busy(busy: &PastBusyView) -> String {
    let percent = match busy.percent.value {
        Some(engine::desk::Value::Share(part)) => part,
        _ => 0.0,
    };
    format!(
        "{}, {} – {}: {} tokens where {} were usual, {} {}.",
        busy.name,
        day(busy.from),
        day(busy.to),
        tokens(busy.used),
        tokens(busy.usual),
        share(percent.abs()),
        if percent < 0.0 { "less" } else { "more" }
    )
}

/// Now → then of one pool.
pub fn difference(difference: &DifferenceView, currency: &str) -> String {
    let mut parts = vec![format!(
        "{} tokens {}",
        tokens(engine::usage::Tokens(difference.tokens.0.abs())),
        if difference.tokens.0 > 0 { "more" } else { "fewer" }
    )];
    if let Some(amount) = difference.amount {
        parts.push(numbers::money(engine::usage::Money(amount.0.abs()), currency));
    }
    if let Some(days) = difference.days.filter(|days| *days != 0) {
        let when = if days > 0 { "later" } else { "earlier" };
        parts.push(format!("empty {} {when}", plural::days(days.unsigned_abs())));
    }
    format!("With the changes you stated: {}.", parts.join(", "))
}

/// The order day, and whether it has passed on the last day that is known to have come.
pub fn order_by(by: Day, now: Option<Day>) -> (String, bool) {
    match now {
        Some(now) if by < now => {
            (format!("The last day to order more, {}, has passed: order now.", day(by)), true)
        }
        _ => (format!("Order more by {}: tokens take a while to arrive.", day(by)), false),
    }
}

/// Captions of the fan.
pub fn fan_caption(pool: &PoolForecastView) -> String {
    finding(pool).trim_end_matches('.').to_string()
}

/// What is what in the fan, where no legend stands beside it.
pub fn fan_legend(pool: &PoolForecastView) -> String {
    let changed = if pool.then.is_some() { ", with your changes" } else { "" };
    format!(
        "Solid: as it was. Dashed: the middle of the futures{changed}. The light band holds eight of ten of them, the \
         dark one half."
    )
}

/// Under a tier.
pub fn tier(reached: bool) -> &'static str {
    if reached { "crossed" } else { "will be crossed" }
}

/// `about 9,120 tokens`
pub fn left(pool: &PoolForecastView) -> String {
    format!("{} tokens left at the end of {}", tokens(tokens_in(&pool.balance)), day(pool.balance_day))
}

/// Headings.
pub const ANSWER: &str = "When the tokens run out";
/// The fan.
pub const FAN: &str = "Tokens left, and where they may go";
/// The proof.
pub const PROOF: &str = "How good such forecasts were on your data";
/// The tiers.
pub const TIERS: &str = "Tiers of the term’s tokens";
/// The table.
pub const MONTHS: &str = "Month by month";
/// The packs.
pub const PACKS: &str = "Packs, in the order they are used";
/// All pools.
pub const POOLS: &str = "Pools";
/// Busy periods.
pub const BUSY: &str = "Busy and quiet periods";
/// A busy period without a name.
pub const BUSY_UNNAMED: &str = "Busy period";
/// What its percent means.
pub const BUSY_HINT: &str = "Percent are on top of usual use:";

/// `Hospital bid, 1 Feb 2027 – 28 Feb 2027: 30 % more, with a chance of 60 %`
pub fn busy(busy: &engine::plan::Busy) -> String {
    use engine::plan::BusyChange;
    let change = match busy.change {
        BusyChange::Percent(percent) if percent < 0.0 => format!("{} less", share(-percent / 100.0)),
        BusyChange::Percent(percent) => format!("{} more", share(percent / 100.0)),
        BusyChange::TokensPerDay(more) => format!("{} tokens a day on top", tokens(more)),
    };
    let chance = if busy.probability < 1.0 {
        format!(", with a chance of {}", share(busy.probability))
    } else {
        String::new()
    };
    format!("{}, {} – {}: {change}{chance}", busy.name, day(busy.from), day(busy.to))
}
