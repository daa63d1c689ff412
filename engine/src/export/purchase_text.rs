//! The mail to procurement: what to order, until when, and what to ask for.

use super::moves::amount;
use crate::analysis::licences::Licences;
use crate::analysis::purchase::{Clause, Purchase};
use crate::analysis::{Report, Then};
use crate::plan::{Plan, Question};
use crate::usage::{Log, Money};
use std::fmt::Write;

/// The draft. With what-ifs on, it counts with them.
pub fn purchase_text(log: &Log, plan: &Plan, report: Option<&Report>, licences: Option<&Licences>) -> String {
    let Some(report) = report else { return "There is no use to order for.\n".to_string() };
    let then = Then::of(plan, report);
    let bought = Purchase::of(plan, report, then.as_ref());
    let mut text = String::new();
    true_up(&mut text, plan, &bought);
    renewal(&mut text, plan, &bought);
    subscriptions(&mut text, log, plan, licences);
    clauses(&mut text, plan, &bought);
    let open: Vec<&str> =
        Question::ALL.into_iter().filter(|question| plan.answer(*question).is_none()).map(asked).collect();
    if !open.is_empty() {
        text.push_str("\nPlease find out and confirm in writing:\n\n");
        open.iter().for_each(|question| line(&mut text, format_args!("- {question}")));
    }
    line(&mut text, format_args!("\nForecast from use up to {}.", report.period.as_of));
    text
}

/// Writing to a String cannot fail.
fn line(text: &mut String, words: std::fmt::Arguments<'_>) {
    let _ = writeln!(text, "{words}");
}

fn priced(cost: Option<Money>, plan: &Plan) -> String {
    cost.map(|cost| format!(": {}", amount(cost, plan.currency()))).unwrap_or_default()
}

fn true_up(text: &mut String, plan: &Plan, bought: &Purchase) {
    let Some(true_up) = &bought.true_up else {
        return line(text, format_args!("Whether tokens must be bought in this term cannot be told."));
    };
    let tokens = true_up.tokens.to_f64();
    if tokens <= 0.0 {
        return line(text, format_args!("No tokens need to be bought in this term."));
    }
    let by = true_up.order_by.map(|day| format!(" by {day}")).unwrap_or_default();
    line(text, format_args!("Please order {tokens:.0} Flex tokens{by}{}.", priced(true_up.amount, plan)));
    if let Some(late) = true_up.amount_if_late {
        let guess = if plan.late_price.is_none() { " (a guess: 1.2 times the price)" } else { "" };
        line(text, format_args!("Ordered late they would cost {}{guess}.", amount(late, plan.currency())));
    }
}

fn renewal(text: &mut String, plan: &Plan, bought: &Purchase) {
    let (Some(renewal), Some(end)) = (&bought.renewal, plan.term_end) else { return };
    let tokens = renewal.tokens.to_f64();
    let cost = priced(renewal.amount, plan);
    line(text, format_args!("At the renewal on {end}, please order {tokens:.0} Flex tokens{cost}."));
}

fn subscriptions(text: &mut String, log: &Log, plan: &Plan, licences: Option<&Licences>) {
    let Some(licences) = licences else { return };
    let needed = licences.subscriptions(log, plan);
    if needed.is_empty() {
        return;
    }
    text.push_str("\nSubscriptions to order beside them, a year:\n\n");
    for (rank, seats, cost) in needed {
        let name = &licences.book.offers[rank].offer.name;
        let seats = if seats == 1 { "1 seat".to_string() } else { format!("{seats} seats") };
        line(text, format_args!("- {name}, {seats}{}", priced(cost, plan)));
    }
}

fn clauses(text: &mut String, plan: &Plan, bought: &Purchase) {
    let worth = bought.renewal.iter().flat_map(|renewal| &renewal.clauses);
    let missing = worth
        .filter(|(clause, worth)| !clause.is_agreed(plan) && worth.is_some_and(|worth| worth.is_positive()));
    let missing: Vec<&(Clause, Option<Money>)> = missing.collect();
    if missing.is_empty() {
        return;
    }
    text.push_str("\nWhat these clauses would be worth in the next term:\n\n");
    for (clause, worth) in missing {
        let name = match clause {
            Clause::SamePriceTrueUp => "a true-up at the price of the renewal",
            Clause::RollOver => "leftovers credited at the next renewal",
            Clause::GraceDays => "days of grace for a shortage",
            Clause::LongerValidity => "packs that are valid longer",
        };
        line(text, format_args!("- {name}{}", priced(*worth, plan)));
    }
}

fn asked(question: Question) -> &'static str {
    match question {
        Question::TrueUpClause => "Is there a true-up clause?",
        Question::SamePrice => "Does a true-up cost the same a token as the contract?",
        Question::TrueUpPrice => "What does a token cost in a true-up?",
        Question::RollOver => "Are leftovers credited at the renewal?",
        Question::GraceDays => "How many days of grace are there after a run-out?",
        Question::LongerDays => "Can packs be valid for longer than a year?",
        Question::ConfirmedOn => "On which day does the reseller confirm all this?",
    }
}
