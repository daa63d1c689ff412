//! What can be told where no file has days: sums of usage reports, and months.

use super::cost::{CostPart, MonthCost, Sum, parts};
use super::report::token_price;
use super::rough::{MonthsDrawn, RoughRunOut};
use crate::plan::Plan;
use crate::usage::{Day, Log, Money, Month, Tokens};
use std::collections::BTreeMap;

/// A seat, or use through one, that a usage report shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatSeen {
    /// Into [`Log::people`].
    pub person: u32,
    /// Into [`Log::products`].
    pub product: u32,
    /// Days since the last use, where the report says so.
    pub days_inactive: Option<u32>,
}

/// Results without days.
#[derive(Clone, Debug)]
pub struct SumsReport {
    /// The range that was chosen for the reports; `None` until it is entered for each of them. Of a
    /// monthly sheet, its months.
    pub range: Option<(Day, Day)>,
    /// Usage reports, by their index in [`Log::files`], whose range nobody entered.
    pub without_range: Vec<u16>,
    /// Net tokens.
    pub tokens: Tokens,
    /// What they cost; `None` where no price is known. A report's tokens have the token price, since it has
    /// no days; those of a monthly sheet go through the packs.
    pub amount: Option<Money>,
    /// Tokens of a monthly sheet that no pack covers; `None` where there is no sheet.
    pub uncovered: Option<Tokens>,
    /// Tokens a year; `None` without a range, or where it is too short.
    pub tokens_per_year: Option<Tokens>,
    /// By product; `charges` are days with use.
    pub by_product: Vec<CostPart>,
    /// By person, likewise.
    pub by_person: Vec<CostPart>,
    /// By team, likewise.
    pub by_team: Vec<CostPart>,
    /// By month, without gaps, from monthly sheets only.
    pub by_month: Vec<MonthCost>,
    /// Seats that the reports show.
    pub seats: Vec<SeatSeen>,
    /// When a monthly sheet lets the tokens run out, roughly.
    pub run_out: Option<RoughRunOut>,
}

impl SumsReport {
    /// Works it out; `None` where there are neither sums nor months, or where days are known.
    pub fn of(log: &Log, plan: &Plan) -> Option<SumsReport> {
        if log.has_days() || (log.sums().is_empty() && log.months().is_empty()) {
            return None;
        }
        let months = months_of(log);
        let (range, without_range) = range_of(log, plan, &months);
        let last_accessed = log.sums().iter().filter_map(|sum| sum.last_accessed).max();
        let price_day = range.map(|(_, to)| to).or(last_accessed).unwrap_or_default();
        let (price, _) = token_price(log, plan, price_day);
        let amount = |tokens: Tokens| price.map(|price| tokens.at_price(price));
        let mut by_product = vec![Sum::default(); log.products().len()];
        let mut by_person = vec![Sum::default(); log.people().len()];
        let mut by_team = vec![Sum::default(); log.pools().len()];
        let mut tokens = Tokens::ZERO;
        for sum in log.sums().iter().filter(|sum| sum.stands) {
            let (product, person, team) = (sum.product as usize, sum.person as usize, sum.pool as usize);
            tokens += sum.tokens;
            let days = if sum.tokens.is_positive() { sum.days_used.unwrap_or(0).max(1) } else { 0 };
            for part in [&mut by_product[product], &mut by_person[person], &mut by_team[team]] {
                part.add_days(sum.tokens, u64::from(days), amount(sum.tokens));
            }
        }
        // What costs no tokens costs nothing, whatever the price.
        let mut paid = if tokens == Tokens::ZERO { Some(Money::ZERO) } else { amount(tokens) };
        let (run_out, drawn) = RoughRunOut::of(&months, plan, price).unzip();
        let drawn = drawn.unwrap_or_default();
        for (used, drawn) in drawn.values() {
            tokens += *used;
            paid = paid.zip(drawn.cost).map(|(paid, cost)| paid + cost);
        }
        let seats = log.sums().iter().filter(|sum| sum.has_seat == Some(true)).map(|sum| SeatSeen {
            person: sum.person,
            product: sum.product,
            days_inactive: sum.days_inactive,
        });
        Some(SumsReport {
            tokens_per_year: range.and_then(|(from, to)| per_year(tokens, from.days_until(to) + 1)),
            range,
            without_range,
            tokens,
            amount: paid,
            uncovered: (!drawn.is_empty()).then(|| drawn.values().map(|(_, drawn)| drawn.uncovered).sum()),
            by_product: parts(by_product, |i| log.products().get(i)),
            by_person: parts(by_person, |i| &log.people()[i as usize].id),
            by_team: parts(by_team, |i| log.pools().get(i)),
            by_month: month_costs(&drawn),
            seats: seats.collect(),
            run_out,
        })
    }
}

fn months_of(log: &Log) -> BTreeMap<Month, Tokens> {
    let mut months = BTreeMap::new();
    for month in log.months().iter().filter(|month| month.stands) {
        *months.entry(month.month).or_insert(Tokens::ZERO) += month.tokens;
    }
    months
}

/// The range of all reports that hold sums, and those of them without one.
fn range_of(log: &Log, plan: &Plan, months: &BTreeMap<Month, Tokens>) -> (Option<(Day, Day)>, Vec<u16>) {
    if log.sums().is_empty() {
        let first_and_last = months.keys().next().zip(months.keys().next_back());
        return (first_and_last.map(|(first, last)| (first.first_day(), last.last_day())), Vec::new());
    }
    let mut files: Vec<u16> = log.sums().iter().filter(|sum| sum.stands).map(|sum| sum.file).collect();
    files.sort_unstable();
    files.dedup();
    let (mut range, mut without): (Option<(Day, Day)>, _) = (None, Vec::new());
    for file in files {
        let print = log.files()[file as usize].print;
        match plan.report_ranges.iter().find(|range| range.print == print) {
            None => without.push(file),
            Some(of) => {
                range = Some(match range {
                    None => (of.from, of.to),
                    Some((from, to)) => (from.min(of.from), to.max(of.to)),
                });
            }
        }
    }
    (range.filter(|_| without.is_empty()), without)
}

fn per_year(tokens: Tokens, days: i32) -> Option<Tokens> {
    (days >= super::period::DAYS_FOR_A_YEAR_MIN).then(|| tokens.scale_rounded(365, i64::from(days)))
}

fn month_costs(drawn: &MonthsDrawn) -> Vec<MonthCost> {
    let months = drawn.iter();
    months
        .map(|(month, (tokens, drawn))| MonthCost { month: *month, tokens: *tokens, amount: drawn.cost })
        .collect()
}
