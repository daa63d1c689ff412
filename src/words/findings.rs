//! The sentences of the three answers. Each has a number in it.

use super::numbers::{self, count, day, share, tokens};
use super::plural;
use engine::desk::{Answers, CostView, Figure, ForecastMethod, Parts, PoolView, PriceOrigin, Value, Verdict};
use engine::usage::{Day, Tokens};

/// The tokens in a figure; zero where it holds none.
pub fn tokens_in(figure: &Figure) -> Tokens {
    match figure.value {
        Some(Value::Tokens(t) | Value::TokensPerDay(t)) => t,
        _ => Tokens::ZERO,
    }
}

/// The day in a figure.
pub fn day_in(figure: &Figure) -> Option<Day> {
    match figure.value {
        Some(Value::Day(day)) => Some(day),
        _ => None,
    }
}

// ---- Cost ------------------------------------------------------------------------------------

/// `25,690 tokens · 20 people · 5 products`
pub fn cost_summary(cost: &CostView) -> String {
    let tokens = tokens(tokens_in(&cost.tokens));
    format!("{tokens} tokens · {} · {}", plural::people(cost.people), plural::products(cost.products))
}

/// `in 212 days, 1 Jan – 31 Jul 2026`
pub fn period(answers: &Answers) -> String {
    format!("in {}", plural::days(answers.days_covered.unsigned_abs()))
}

/// `1 Jan 2026 – 31 Jul 2026`
pub fn period_days(answers: &Answers) -> String {
    format!("{} – {}", day(answers.first_day), day(answers.last_day))
}

/// `Ten people use 63 % of it.`
pub fn top_consumers(people: &Parts) -> String {
    let shown = people.top.len() as u64;
    match (shown, people.others) {
        (0, _) => "Nobody was charged.".to_string(),
        (1, 0) => "One person uses all of it.".to_string(),
        (_, 0) => format!("{} people use all of it.", plural::spelled(shown)),
        _ => format!(
            "{} of {} people use {} of it.",
            plural::spelled(shown),
            count(shown + people.others),
            share(people.top_share)
        ),
    }
}

/// Where the price comes from.
pub fn price_note(answers: &Answers, currency: &str) -> String {
    let price = match answers.token_price.value {
        Some(Value::Price(price)) => numbers::price(price, currency),
        _ => String::new(),
    };
    match answers.price_source {
        PriceOrigin::Plan => format!("Token price {price}, as you set it"),
        PriceOrigin::Packs => format!("Token price {price}, from what your packs cost"),
        PriceOrigin::List => format!("Token price {price}: list price — check this"),
        PriceOrigin::Unknown => "Price unknown: set a token price".to_string(),
    }
}

/// Tokens that no pack covers.
pub fn uncovered(of: &Figure) -> String {
    format!("{} tokens are in no pack: a purchase seems to be missing.", tokens(tokens_in(of)))
}

/// Under 56 days covered.
pub const NO_YEAR_YET: &str = "Fewer than 56 days are covered, so no amount a year is given.";

// ---- Run-out ---------------------------------------------------------------------------------

/// A pool's name; without one it is that of all teams that have none of their own.
pub fn name_of_pool(name: Option<&str>) -> String {
    name.unwrap_or("Common pool").to_string()
}

/// Which pool a form is about.
pub const OF_POOL: &str = "Pool";

/// The pool's name; `None` where there is only the one.
pub fn pool_name(pool: &PoolView, only_one: bool) -> Option<String> {
    (pool.name.is_some() || !only_one).then(|| name_of_pool(pool.name.as_deref()))
}

/// `118 a day`
pub fn burn(pool: &PoolView) -> String {
    format!("{} a day", tokens(tokens_in(&pool.burn_per_day)))
}

/// `why 118 a day?`
pub fn why_burn(pool: &PoolView) -> String {
    format!("why {}?", burn(pool))
}

/// The big word of the run-out.
pub fn run_out_figure(pool: &PoolView) -> String {
    match (pool.verdict, day_in(&pool.run_out)) {
        (Verdict::UsedUp, Some(out)) => day(out),
        (Verdict::Lapsed, Some(out)) => format!("Lasts to {}", day(out.plus(-1))),
        (Verdict::Lasts, _) => "Lasts".to_string(),
        (Verdict::NoUse, _) => "No use lately".to_string(),
        _ => "Not known yet".to_string(),
    }
}

/// The headline of the band: `Runs out 29 Nov 2026`.
pub fn run_out_headline(pool: &PoolView) -> String {
    match pool.verdict {
        Verdict::UsedUp => format!("Runs out {}", run_out_figure(pool)),
        _ => run_out_figure(pool),
    }
}

/// `32 days before renewal`
pub fn against_renewal(pool: &PoolView) -> Option<String> {
    let renewal = pool.renewal?;
    Some(match (pool.verdict, pool.days_before_renewal) {
        (Verdict::UsedUp, Some(0)) => "on the day of renewal".to_string(),
        (Verdict::UsedUp, Some(days)) if days > 0 => {
            format!("{} before renewal", plural::days(days.unsigned_abs()))
        }
        (Verdict::UsedUp, Some(days)) => format!("{} after renewal", plural::days(days.unsigned_abs())),
        _ => format!("renewal {}", day(renewal)),
    })
}

/// The finding of the run-out card.
pub fn run_out_finding(pool: &PoolView) -> String {
    let burn = tokens(tokens_in(&pool.burn_per_day));
    let lapses = lapse_sentence(pool);
    match (pool.verdict, day_in(&pool.run_out)) {
        (Verdict::UsedUp, _) => {
            let left = tokens(tokens_in(&pool.balance));
            let against = against_renewal(pool).map(|words| format!(", {words}")).unwrap_or_default();
            format!("The {left} tokens left are used up then{against}; {burn} tokens a day lately.")
        }
        (Verdict::Lapsed, _) => {
            lapses.unwrap_or_else(|| format!("They last until the packs end; {burn} tokens a day lately."))
        }
        (Verdict::Lasts, _) => match lapses {
            Some(lapses) => {
                format!("They are not used up within a year; {burn} tokens a day lately. {lapses}")
            }
            None => format!("They are not used up within a year; {burn} tokens a day lately."),
        },
        (Verdict::NoUse, _) => {
            "No tokens were used in the last 28 days, so there is no burn rate.".to_string()
        }
        (Verdict::TooFewDays, _) => {
            "Fewer than six weeks of rows: a burn rate, but no date yet. Add older exports.".to_string()
        }
        (Verdict::NoBalance, _) => {
            format!("{burn} tokens a day lately. Say how many are left, and the date stands here.")
        }
    }
}

/// `4,120 tokens lapse on 31 Dec 2026 if nothing changes.`
pub fn lapse_sentence(pool: &PoolView) -> Option<String> {
    let (last, _) = pool.lapses.last()?;
    let sum: Tokens = pool.lapses.iter().map(|(_, tokens)| *tokens).sum();
    Some(if pool.lapses.len() == 1 {
        format!("{} tokens lapse at the end of {} if nothing changes.", tokens(sum), day(*last))
    } else {
        format!("{} tokens lapse by {} if nothing changes.", tokens(sum), day(*last))
    })
}

/// What a reading showed.
pub fn unexplained(of: &Figure) -> String {
    let amount = tokens_in(of);
    let (more_or_fewer, amount) = if amount.0 < 0 { ("fewer", -amount) } else { ("more", amount) };
    format!("Your reading shows {} tokens {more_or_fewer} than packs and rows give.", tokens(amount))
}

/// A pack begins before the rows.
pub fn unseen(first_day: Day) -> String {
    format!(
        "A pack begins before your first row: what was used before {} is not seen. Enter the tokens left to \
         put the balance right.",
        day(first_day)
    )
}

/// Where the run-out day comes from, and its range.
pub fn run_out_method(pool: &PoolView) -> String {
    let range = match (pool.range.p10, pool.range.p90) {
        (Some(early), Some(late)) => format!(" Eight of ten lie between {} and {}.", day(early), day(late)),
        (Some(early), None) => format!(" One of ten is out by {}.", day(early)),
        (None, _) => String::new(),
    };
    match pool.method {
        ForecastMethod::Forecast => format!("The middle of 2,000 futures drawn from your own weeks.{range}"),
        ForecastMethod::BurnRate if pool.tried.is_some_and(|tried| tried.uses_burn_rate) => {
            format!("The middle of 2,000 futures at the burn rate, which did better on your past.{range}")
        }
        ForecastMethod::BurnRate => {
            "A straight line at the burn rate: it knows no holidays and no busy weeks.".to_string()
        }
    }
}

/// What the line ahead is.
pub fn line_ahead(method: ForecastMethod) -> &'static str {
    match method {
        ForecastMethod::Forecast => "in the middle of the forecast",
        ForecastMethod::BurnRate => "at the burn rate",
    }
}

/// The caption of the balance chart: its finding.
pub fn balance_caption(pool: &PoolView) -> String {
    match (pool.verdict, day_in(&pool.run_out)) {
        (Verdict::UsedUp, Some(out)) => {
            let against = against_renewal(pool).map(|words| format!(", {words}")).unwrap_or_default();
            format!("The pool is empty on {}{against}", day(out))
        }
        (Verdict::Lapsed | Verdict::Lasts, _) => match lapse_sentence(pool) {
            Some(lapses) => lapses.trim_end_matches('.').to_string(),
            None => "The pool is not used up within a year".to_string(),
        },
        _ => {
            let left = tokens(tokens_in(&pool.balance));
            format!("{left} tokens were left at the end of {}", day(pool.balance_day))
        }
    }
}

// ---- Months ----------------------------------------------------------------------------------

/// The caption of the months chart: its finding.
pub fn months_caption(months: &[engine::desk::MonthView]) -> String {
    let used = months.iter().filter(|month| tokens_in(&month.tokens).is_positive());
    let largest = used.max_by_key(|month| (tokens_in(&month.tokens), std::cmp::Reverse(month.month)));
    match largest {
        Some(month) if months.len() > 1 => format!(
            "{} took the most: {} tokens",
            numbers::month(month.month),
            tokens(tokens_in(&month.tokens))
        ),
        Some(month) => {
            format!("{} tokens in {}", tokens(tokens_in(&month.tokens)), numbers::month(month.month))
        }
        None => "No month has use beyond what was given back".to_string(),
    }
}

/// `AutoCAD takes 61 % of the tokens`
pub fn products_caption(products: &Parts) -> String {
    match products.top.first() {
        Some(first) => format!(
            "{} takes {} of the tokens",
            super::people::who(&first.who, true, super::page::NO_PRODUCT),
            share(first.share)
        ),
        None => "No product was charged".to_string(),
    }
}

/// `22 more people: 9,120 tokens`
pub fn others(parts: &Parts, one: &str, many: &str) -> Option<String> {
    (parts.others > 0).then(|| plural::of(parts.others, one, many))
}
