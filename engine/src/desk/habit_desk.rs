//! Calculators and the charge simulator, with the rates and the price of the workspace.

use super::Facts;
use super::habit_desk_view::{CalculateAsk, CalculateView, SimulateAsk, SimulateView};
use crate::analysis::rate_of;
use crate::rules::{
    ARTICLE_TOKEN_PRICE, Calculation, Costs, LIST_CURRENCY, LIST_TOKEN_PRICE, SHIPPED_RATES, article_rate,
    presets, shipped_rate, simulate,
};
use crate::usage::{Money, Tokens};

/// A product's rate: the plan's, else that of the rows, else the shipped one.
fn rate(facts: Facts<'_>, product: &str) -> Option<Tokens> {
    let of_plan = || facts.plan.rates.get(product).copied();
    match facts.log.products().find(product) {
        Some(number) => rate_of(number, facts.log, facts.plan),
        None => of_plan().or_else(|| shipped_rate(product)),
    }
}

/// The price of a token; without any rows the plan's, else the list price in its currency.
fn token_price(facts: Facts<'_>) -> Option<Money> {
    let list = (facts.plan.currency() == LIST_CURRENCY).then_some(LIST_TOKEN_PRICE);
    match facts.report {
        Some(report) => report.token_price,
        None => facts.plan.token_price.or(list),
    }
}

/// Works a calculator out, today and as the article has it.
pub fn calculate(facts: Facts<'_>, ask: &CalculateAsk) -> CalculateView {
    let of = |find: &dyn Fn(&str) -> Option<Tokens>| (find(&ask.product), ask.other.as_deref().map(find));
    let work_out =
        |(rate, other): (Option<Tokens>, Option<Option<Tokens>>), token_price| -> Option<Calculation> {
            let rate = rate?;
            let other_rate = other.unwrap_or(Some(rate))?;
            Some(ask.calculator.work_out(Costs { rate, other_rate, token_price, people: ask.people }))
        };
    let (today, article) = (of(&|product| rate(facts, product)), of(&article_rate));
    let token_price = token_price(facts);
    let mut products: Vec<String> = facts.log.products().iter().map(str::to_string).collect();
    products.extend(SHIPPED_RATES.iter().map(|(name, _)| (*name).to_string()));
    products.extend(facts.plan.rates.keys().cloned());
    products.retain(|product| rate(facts, product).is_some());
    products.sort();
    products.dedup();
    CalculateView {
        currency: facts.plan.currency().to_string(),
        rate: today.0,
        other_rate: today.1.flatten(),
        token_price,
        today: work_out(today, token_price),
        article: work_out(article, Some(ARTICLE_TOKEN_PRICE)),
        products,
    }
}

/// Works a drawn week out.
pub fn simulation(facts: Facts<'_>, ask: &SimulateAsk) -> SimulateView {
    let simulation = simulate(&ask.sessions, ask.goes_idle);
    let tokens: Vec<Option<Tokens>> =
        simulation.charges.iter().map(|charge| rate(facts, &charge.product)).collect();
    let total = tokens.iter().copied().sum::<Option<Tokens>>();
    SimulateView {
        total,
        amount: total.zip(token_price(facts)).map(|(total, price)| total.at_price(price)),
        tokens,
        simulation,
        currency: facts.plan.currency().to_string(),
        presets: presets(),
    }
}
