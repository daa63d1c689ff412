//! The words of the Purchase place.

use super::findings::{day_in, tokens_in};
use super::licences::money_in;
use super::numbers::{self, day, money, share, tokens};
use super::plural;
use engine::desk::{ClauseView, Figure, NextTermView, Place, PurchaseView, TrueUpView, Value, Way, WayState};
use engine::plan::Question;
use engine::usage::Day;

/// Headings.
pub const TRUE_UP: &str = "True-up now";
/// The renewal.
pub const NEXT_TERM: &str = "Next term";
/// The curve.
pub const CURVE: &str = "Cost against quantity";
/// The clauses.
pub const CLAUSES: &str = "What each clause is worth";
/// The pools.
pub const POOLS: &str = "By pool";
/// Subscriptions and budget.
pub const BUDGET: &str = "Licence budget";
/// The five ways.
pub const WAYS: &str = "Five ways before renewal";
/// The checklist.
pub const CHECKLIST: &str = "Questions to settle in the contract";
/// The form.
pub const CONTRACT: &str = "Contract and prices";
/// What to hand over.
pub const ORDER: &str = "Order";

/// Without a renewal day nothing can be said.
pub const NO_TERM: &str =
    "Set the term under Data and plan: without the day of renewal it cannot be told what to buy.";
/// Neither can it without a balance.
pub const CANNOT_TELL: &str = "What to buy in this term cannot be told yet: that needs the term, the tokens left and six weeks of rows.";
/// The same of the renewal.
pub const NO_NEXT_TERM: &str =
    "What to buy at renewal cannot be told yet: that needs the term, the tokens left and six weeks of rows.";
/// Says that the late price is no more than a guess.
pub const LATE_IS_GUESS: &str =
    "The late price is a guess: 1.2 times the token price. Enter your own under Contract and prices.";
/// With what-ifs on.
pub const THEN: &str = "Counted with the moves, habits and busy periods you stated.";
/// The stand of this page on chances.
pub const NO_GAMBLE: &str = "Flexgauge buys early enough rather than gamble: a top-up is late before it can arrive with at most the stated chance.";

fn amount_words(figure: &Figure, currency: &str) -> Option<String> {
    match figure.value {
        Some(Value::Money(amount)) => Some(money(amount, currency)),
        _ => None,
    }
}

/// `Buy 2,398 tokens by 12 Oct 2026 for €7,194.`, or `now` where that day has passed.
pub fn true_up(of: &TrueUpView, currency: &str) -> String {
    let quantity = tokens_in(&of.tokens);
    if !quantity.is_positive() {
        return "Buy 0 tokens in this term: what is left lasts to the renewal.".to_string();
    }
    let by = match (day_in(&of.order_by), of.days_late) {
        (Some(_), Some(_)) => " now".to_string(),
        (Some(by), None) => format!(" by {}", day(by)),
        (None, _) => String::new(),
    };
    let cost = amount_words(&of.amount, currency).map(|cost| format!(" for {cost}")).unwrap_or_default();
    format!("Buy {} tokens{by}{cost}.", tokens(quantity))
}

/// `39 days late: the last day to order was 12 Oct 2026.`
pub fn late(of: &TrueUpView) -> Option<String> {
    let days = of.days_late?;
    let was = day_in(&of.order_by).map(|by| format!(": the last day to order was {}", day(by)));
    Some(format!(
        "{} late{}. Tokens may arrive after the early run-out.",
        plural::days(days.unsigned_abs()),
        was.unwrap_or_default()
    ))
}

/// `Late they cost €8,633, €1,439 more.`
pub fn if_late(of: &TrueUpView, currency: &str) -> Option<String> {
    if !tokens_in(&of.tokens).is_positive() {
        return None;
    }
    let late = amount_words(&of.amount_if_late, currency)?;
    let more = money_in(&of.amount_if_late) - money_in(&of.amount);
    Some(format!("Bought late they cost {late}, {} more.", money(more, currency)))
}

/// `A stop would cost 22 days × 32 people = 704 days of work.`
pub fn stop(of: &TrueUpView, currency: &str) -> Option<String> {
    let figure = of.stop.as_ref()?;
    let Some(Value::Count(person_days)) = figure.value else { return None };
    let (mut days, mut people) = (0, 0);
    for (input, value) in &figure.inputs {
        match (input, value) {
            (engine::desk::Input::DaysWithout, Value::Days(n)) => days = n.unsigned_abs(),
            (engine::desk::Input::People, Value::Count(n)) => people = *n,
            _ => {}
        }
    }
    if person_days == 0 {
        return None;
    }
    let money = of.stop_amount.as_ref().and_then(|amount| amount_words(amount, currency));
    let money = money.map(|money| format!(", {money} at your cost of a missing token")).unwrap_or_default();
    Some(format!(
        "If nobody orders, {} without tokens for {}: {} of waiting in all{money}.",
        plural::days(days),
        plural::people(people),
        plural::days(person_days),
    ))
}

/// `Buy 34,340 tokens from 1 Jan 2027 for €103,020.`
pub fn next_term(of: &NextTermView, currency: &str) -> String {
    let cost = amount_words(&of.amount, currency).map(|cost| format!(" for {cost}")).unwrap_or_default();
    format!("Buy {} tokens for the term from {}{cost}.", tokens(tokens_in(&of.tokens)), day(of.from))
}

/// `The term needs 35,100 to 41,200 tokens in eight of ten futures, 38,000 in the middle.`
pub fn need(of: &NextTermView) -> String {
    let (low, middle, high) = of.need;
    format!(
        "Eight of ten futures need {} to {} tokens, the middle one {}; what is left over or still valid is counted in.",
        tokens(low),
        tokens(high),
        tokens(middle)
    )
}

/// `On average €1,900 is bought too much and €2,300 later.`
pub fn over_under(of: &NextTermView, currency: &str) -> Option<String> {
    let over = amount_words(&of.over, currency)?;
    let under = amount_words(&of.under, currency)?;
    Some(format!("On average {over} is left over and {under} is bought later, on top."))
}

/// `The chance of a stop is 4 % at most.`
pub fn stop_chance(of: &NextTermView) -> String {
    format!("The chance of a stop before a top-up can arrive: {}.", share(of.stop_chance))
}

/// `3,000 tokens fewer than without the changes you stated.`
pub fn less(of: &NextTermView) -> Option<String> {
    let less = of.less_than_now?;
    let words = if less.0.is_negative() { "more" } else { "fewer" };
    Some(format!(
        "{} tokens {words} than without the changes you stated.",
        tokens(engine::usage::Tokens(less.0.abs()))
    ))
}

/// The curve's caption: `34,340 tokens are the cheapest on average: €101,400 with what is bought later`
pub fn curve_caption(view: &PurchaseView) -> String {
    match &view.best {
        Some(best) => format!(
            "{} tokens cost least: {} on average, with what is bought later",
            tokens(best.tokens),
            money(best.cost, &view.currency)
        ),
        None => "No best quantity can be told".to_string(),
    }
}

/// A clause in words.
pub fn clause(of: &ClauseView) -> String {
    let days = of.days.map(|days| plural::days(days.unsigned_abs())).unwrap_or_default();
    match of.clause.as_str() {
        "same_price_true_up" => "True-up at the price of the renewal".to_string(),
        "roll_over" => "Leftovers credited at the next renewal".to_string(),
        "grace_days" => format!("{days} of grace after a run-out"),
        "longer_validity" => format!("Packs valid {days} longer"),
        other => other.to_string(),
    }
}

/// The finding over the clauses: `A true-up at the price of the renewal is worth most: €4,518 a term.`
pub fn clauses(of: &[ClauseView], currency: &str) -> Option<String> {
    let open: Vec<&ClauseView> = of.iter().filter(|clause| !clause.agreed).collect();
    match open.iter().find(|clause| money_in(&clause.worth).is_positive()) {
        Some(best) => Some(format!(
            "Worth most of what is not agreed yet: {}, {} a term.",
            lower_first(&clause(best)),
            amount_words(&best.worth, currency)?
        )),
        None if of.is_empty() => None,
        None if open.is_empty() => Some(format!("All {} clauses are agreed.", of.len())),
        None => Some("No other clause is worth more than 0.".to_string()),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The budget: `Next year €109,750, and on average €8,200 more for what is bought later; in nine of ten futures at most
/// €121,000; this year €128,400.`
pub fn budget(view: &PurchaseView) -> String {
    let currency = &view.currency;
    let budget = &view.budget;
    let this = amount_words(&budget.this_year, currency);
    let Some(next) = amount_words(&budget.next_year, currency) else {
        return match this {
            Some(this) => format!("This year {this}; next year cannot be told yet."),
            None => "The budget cannot be told yet: prices or a forecast are missing.".to_string(),
        };
    };
    let high = amount_words(&budget.next_year_high, currency)
        .map(|high| format!("; in nine of ten futures at most {high}"))
        .unwrap_or_default();
    let later = budget
        .later
        .money()
        .filter(|later| later.is_positive())
        .map(|later| format!(", and on average {} more for what is bought later", money(later, currency)))
        .unwrap_or_default();
    let this = this.map(|this| format!("; this year {this}")).unwrap_or_default();
    format!("Next year {next}{later}{high}{this}.")
}

/// One of the five ways.
pub fn way(way: Way) -> &'static str {
    match way {
        Way::ReviewMonthly => "Review use monthly",
        Way::MoveDailyUsers => "Move daily users to subscriptions",
        Way::CloseIdleApps => "Close idle applications",
        Way::NegotiateTrueUp => "Negotiate the true-up",
        Way::ForecastNextTerm => "Forecast the next term",
    }
}

/// How far it is.
pub fn way_state(state: WayState) -> &'static str {
    match state {
        WayState::Open => "open",
        WayState::Begun => "begun",
        WayState::Done => "done",
        WayState::Unknown => "the data cannot tell",
    }
}

/// Where it is proven: address and name.
pub fn way_place(place: Place) -> (&'static str, &'static str) {
    match place {
        Place::Review => ("#review", super::page::REVIEW),
        Place::Licences => ("#licences", super::page::LICENCES),
        Place::Habits => ("#habits", super::page::HABITS),
        Place::Purchase => ("#clauses", CLAUSES),
        Place::Forecast => ("#forecast", super::page::FORECAST),
    }
}

/// `2 of 5 are done or begun.`
pub fn ways(states: &[WayState]) -> String {
    let done = states.iter().filter(|state| matches!(state, WayState::Done)).count();
    let begun = states.iter().filter(|state| matches!(state, WayState::Begun)).count();
    format!("{done} of {} are done, {begun} begun.", states.len())
}

/// A question of the checklist, as it is asked.
pub fn question(question: Question) -> &'static str {
    match question {
        Question::TrueUpClause => "Is there a true-up clause?",
        Question::SamePrice => "Does a true-up cost what the contract’s tokens cost?",
        Question::TrueUpPrice => "What does a token cost in a true-up?",
        Question::RollOver => "Are leftovers credited at renewal?",
        Question::GraceDays => "How many days of grace after a run-out?",
        Question::LongerDays => "By how many days are packs valid longer than a year?",
        Question::ConfirmedOn => "On which day did the reseller confirm all this?",
    }
}

/// What an answer changes.
pub fn question_use(question: Question) -> &'static str {
    match question {
        Question::TrueUpClause => "Without one, late tokens cost the late price.",
        Question::SamePrice => "Prices the true-up and the next term.",
        Question::TrueUpPrice => "Prices the true-up.",
        Question::RollOver => "Makes leftovers of the next term cheaper.",
        Question::GraceDays => "A shortage in these days is bought at the contract’s price.",
        Question::LongerDays => "Leftovers serve longer.",
        Question::ConfirmedOn => "Kept as proof; changes no number.",
    }
}

/// `3 of 7 questions are answered.`
pub fn checklist(answered: usize, all: usize) -> String {
    format!("{answered} of {all} questions are answered.")
}

/// `€2.80 a token from 50,000 on`
pub fn volume_price(price: &engine::plan::VolumePrice, currency: &str) -> String {
    format!(
        "{} a token from {} tokens on",
        numbers::price(price.token_price, currency),
        tokens(price.from_tokens)
    )
}

/// The subject of the mail.
pub fn mail_subject(as_of: Day) -> String {
    format!("Flex tokens: order and questions, as of {as_of}")
}
