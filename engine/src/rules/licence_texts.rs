//! The rules about licences, in words.

use super::Rule;
use super::catalog::{AUTODESK, FLEXGAUGE, ROWS};

/// Name, what it says, source. A rule that is not about licences has its words in the catalogue.
pub(super) fn text(rule: Rule) -> (&'static str, &'static str, &'static str) {
    match rule {
        Rule::FlexPerYear => (
            "Flex a year, of one person",
            "The person’s net tokens of each product in the last 365 covered days (scaled to a year \
             where fewer are covered, not below zero), at the token price.",
            ROWS,
        ),
        Rule::BestMix => (
            "The cheapest mix",
            "Of all sets of the offers, the one with the least cost a year: the prices of its seats \
             and the Flex money of what they do not cover. Every set is compared (by a dynamic \
             programme over the person’s products), so nothing cheaper exists at these prices. Equal \
             costs go to fewer seats, then to the names that come first. A seat that is paid already \
             costs nothing until its last day and its price after, over the coming 365 days.",
            FLEXGAUGE,
        ),
        Rule::ChargeDays => (
            "Charge days a year",
            "Distinct days with a charge of a product that the seats cover, in the last 365 covered \
             days, scaled to a year where fewer are covered.",
            ROWS,
        ),
        Rule::BreakEvenDays => (
            "Break-even days",
            "The price of the seats a year, divided by what such a day costs this person on Flex. With \
             more charge days a year than that, the seats are cheaper.",
            FLEXGAUGE,
        ),
        Rule::HeavyDays => (
            "More than 100 days",
            "The article’s rule of thumb: more than 100 charge days a year of one product (editable) \
             deserve a look at a subscription. It knows no prices; where it and the break-even \
             disagree, the break-even is right.",
            "the article that Flexgauge starts from",
        ),
        Rule::Chance => (
            "Chance that it pays",
            "The weeks of the person’s rows are drawn again at random, as many as there are, 400 times \
             (the same draws every time: the plan has the seed). The chance is the share of the drawn \
             years in which the chosen seats cost less than Flex. From 90 % on: move now; from 50 % on: \
             watch; below: stay. It assumes that the coming weeks are like the past ones.",
            FLEXGAUGE,
        ),
        Rule::RunRate => (
            "A year at their own pace",
            "For people who joined (no charge in the first eight covered weeks, then charges in at \
             least half of the weeks) or left (the reverse): their Flex money over the days they were \
             there, scaled to a year; from 56 such days on. It stands beside the yearly amount, never \
             instead of it, and can only turn the advice into “watch”.",
            FLEXGAUGE,
        ),
        Rule::MoveSaving => (
            "Saved by moving, a year",
            "Flex a year less the price of the seats and less the Flex money that stays. The total is \
             the sum of the persons.",
            FLEXGAUGE,
        ),
        Rule::TokensMoved => (
            "Taken off the pool",
            "Net tokens of the products that the seats cover, of the people who move, divided by all net \
             tokens, both in the last 365 covered days.",
            ROWS,
        ),
        _ => text_beside_moves(rule),
    }
}

fn text_beside_moves(rule: Rule) -> (&'static str, &'static str, &'static str) {
    match rule {
        Rule::WhenMoney => (
            "When it becomes money",
            "Prepaid tokens are spent already. This term: the packs bought so far run short before the \
             term ends, so that a true-up becomes smaller. At renewal: they last to its end, what is \
             saved before would lapse, and the next purchase becomes smaller. Not: the packs last for \
             more than a year. Each coming day needs the mean of the last 28.",
            FLEXGAUGE,
        ),
        Rule::UnderusedSeat => (
            "Seats that Flex would be cheaper than",
            "Each day on which the seat was used, at the product’s rate and the token price, with what \
             was charged beside the seat, scaled to a year: below the seat’s price. Nothing is saved \
             before the seat ends. Only where the files list use through seats.",
            FLEXGAUGE,
        ),
        Rule::MisAssigned => (
            "Flex charges beside a seat",
            "Tokens charged for a product on a day on which the person had a seat for it, by the plan’s \
             seats or between the first and the last of their subscription rows. The assignment is \
             wrong, or another sign-in was used.",
            AUTODESK,
        ),
        Rule::Seasonal => (
            "Seasonal",
            "At least nine in ten of a person’s charge days of the last 365 days (ten or more) fall into \
             at most four months. Outside them they need no access.",
            FLEXGAUGE,
        ),
        Rule::Inactive => (
            "Inactive",
            "No charge for 60 days (editable) up to the last complete day.",
            "your plan and your rows",
        ),
        Rule::SharedPool => (
            "One shared pool",
            "The same packs and the same use, once each pool by itself and once all in one: the \
             difference of the tokens that lapse. Up to the last complete day from your rows, without \
             balance readings; after it each day needs the mean of the last 28.",
            FLEXGAUGE,
        ),
        _ => (
            "Price of a subscription",
            "Your price a year for one seat. Where the plan has no offers: second-hand list prices in \
             US dollars, to be checked, and none in other currencies.",
            "your plan, else a reseller’s notes (check this)",
        ),
    }
}
