//! The sections of the report, each a finding, a picture and a table.

use super::parts::Page;
use crate::chart::{self, TradeoffModel};
use crate::ui::{forecast::fan_model, months};
use crate::words::{
    findings, forecast as of_forecast, licences as of_licences, numbers, page, people, plural,
    purchase as of_purchase,
};
use engine::desk::{Answers, Figure, ForecastView, LicencesView, Parts, PurchaseView};
use engine::usage::Money;

fn shown(figure: &Figure, currency: &str) -> String {
    figure.value.map_or(page::UNKNOWN.to_string(), |value| numbers::value(value, currency).text)
}

fn amount(amount: Option<Money>, currency: &str) -> String {
    amount.map_or(page::UNKNOWN.to_string(), |amount| numbers::money(amount, currency))
}

/// What it cost.
pub fn cost(out: &mut Page, answers: &Answers, currency: &str, hide: bool) {
    let cost = &answers.cost;
    out.section(page::COST);
    out.lead(&format!("{}: {}.", shown(&cost.amount, currency), findings::cost_summary(cost)));
    out.text(&findings::price_note(answers, currency));
    let caption = findings::months_caption(&cost.by_month);
    out.chart("report-months", page::BY_MONTH, &caption, |picture| {
        chart::months(&months::model(&cost.by_month), picture)
    });
    if cost.by_month.iter().any(|month| month.partial) {
        out.soft(page::LIGHTER);
    }
    parts(out, page::BY_PRODUCT, "Product", &cost.by_product, currency, hide, page::NO_PRODUCT);
    out.text(&findings::top_consumers(&cost.by_person));
    parts(out, page::TOP_CONSUMERS, "Person", &cost.by_person, currency, hide, "");
    if cost.by_team.top.len() > 1 {
        parts(out, page::BY_TEAM, "Team", &cost.by_team, currency, hide, page::NO_TEAM);
    }
}

fn parts(out: &mut Page, title: &str, head: &str, parts: &Parts, currency: &str, hide: bool, unnamed: &str) {
    if parts.top.is_empty() {
        return;
    }
    out.part(title);
    let line = |part: &engine::desk::PartView| {
        vec![
            people::who(&part.who, hide, unnamed),
            shown(&part.tokens, currency),
            amount(part.amount, currency),
            numbers::share_in_column(part.share),
        ]
    };
    let lines: Vec<Vec<String>> = parts.top.iter().map(line).collect();
    out.table(&[head, "Tokens", "Cost", "Share"], 1, &lines);
    if parts.others > 0 {
        out.soft(&format!(
            "{} more: {} tokens.",
            numbers::count(parts.others),
            numbers::tokens(parts.others_tokens)
        ));
    }
}

/// Who would be cheaper on a subscription.
pub fn licences(out: &mut Page, view: &LicencesView, hide: bool) {
    out.section(page::LICENCES);
    let Some(headline) = &view.headline else {
        return out.text(of_licences::state(view).unwrap_or(page::UNKNOWN));
    };
    out.lead(&of_licences::headline(headline, &view.currency));
    if let Some(range) = of_licences::saving_range(of_licences::leading(headline), &view.currency) {
        out.text(&range);
    }
    if headline.accepted.people > 0 {
        out.text(&of_licences::accepted(headline, &view.currency));
    }
    let lines = view.rows.rows.iter().filter(|row| row.is_move).filter_map(|row| {
        let mix = row.mix.as_ref()?;
        Some(vec![
            people::person(&row.person, hide),
            of_licences::mix(&mix.offers),
            shown(&row.flex_per_year, &view.currency),
            shown(&mix.saving_per_year, &view.currency),
        ])
    });
    let lines: Vec<Vec<String>> = lines.collect();
    if !lines.is_empty() {
        out.table(&["Person", "Subscription", "Flex a year", "Saving a year"], 2, &lines);
    }
}

/// When the tokens run out.
pub fn forecast(out: &mut Page, view: &ForecastView) {
    let pool = &view.shown;
    out.section(of_forecast::ANSWER);
    out.lead(&of_forecast::finding(pool));
    if let Some(range) = of_forecast::range(&pool.now, pool.term_end) {
        out.text(&range);
    }
    if let Some(difference) = &pool.difference {
        out.text(&of_forecast::difference(difference, &view.currency));
    }
    for caution in &pool.cautions {
        out.text(&of_forecast::caution(*caution));
    }
    if let Some(model) = fan_model(pool) {
        out.chart("report-fan", of_forecast::FAN, &of_forecast::fan_caption(pool), |picture| {
            chart::balance(&model, picture)
        });
        out.soft(&of_forecast::fan_legend(pool));
    }
    if let Some(backtest) = &pool.backtest {
        out.text(&of_forecast::proof(backtest));
    }
}

/// What to buy.
pub fn purchase(out: &mut Page, view: &PurchaseView) {
    let currency = &view.currency;
    out.section(page::PURCHASE);
    match &view.true_up {
        Some(true_up) => {
            out.lead(&of_purchase::true_up(true_up, currency));
            let more = [
                of_purchase::late(true_up),
                of_purchase::if_late(true_up, currency),
                of_purchase::stop(true_up, currency),
            ];
            more.iter().flatten().for_each(|line| out.text(line));
        }
        None => out.text(of_purchase::CANNOT_TELL),
    }
    match &view.next_term {
        Some(next) => {
            out.lead(&of_purchase::next_term(next, currency));
            out.text(&of_purchase::need(next));
            out.text(&of_purchase::stop_chance(next));
        }
        None => out.text(of_purchase::NO_NEXT_TERM),
    }
    let model: Option<TradeoffModel> = crate::ui::purchase::curve_model(&view.curve, view.best, currency);
    if let Some(model) = model {
        out.chart("report-curve", of_purchase::CURVE, &of_purchase::curve_caption(view), |picture| {
            chart::tradeoff(&model, picture)
        });
    }
    if !view.clauses.is_empty() {
        out.part(of_purchase::CLAUSES);
        let line = |clause: &engine::desk::ClauseView| {
            let agreed = if clause.agreed { "agreed" } else { "not agreed" };
            vec![of_purchase::clause(clause), agreed.to_string(), shown(&clause.worth, currency)]
        };
        let lines: Vec<Vec<String>> = view.clauses.iter().map(line).collect();
        out.table(&["Clause", "In the contract", "Worth a term"], 2, &lines);
    }
    out.part(of_purchase::BUDGET);
    out.text(&of_purchase::budget(view));
    let seats: Vec<Vec<String>> = view
        .subscriptions
        .iter()
        .map(|one| {
            vec![one.offer.clone(), plural::of(one.seats, "seat", "seats"), shown(&one.amount, currency)]
        })
        .collect();
    if !seats.is_empty() {
        out.table(&["Subscription", "How many", "A year"], 1, &seats);
    }
    out.part(of_purchase::WAYS);
    let line = |way: &engine::desk::WayView| {
        let worth = way.per_year.as_ref().map_or("–".to_string(), |figure| shown(figure, currency));
        vec![of_purchase::way(way.way).to_string(), of_purchase::way_state(way.state).to_string(), worth]
    };
    let lines: Vec<Vec<String>> = view.ways.iter().map(line).collect();
    out.table(&["Way", "State", "A year"], 2, &lines);
}
