//! The days to remember, as a calendar file.

use super::ics::{Event, calendar};
use super::moves::amount;
use crate::analysis::forecast::Tier;
use crate::analysis::purchase::{Purchase, TrueUp};
use crate::analysis::{Report, Then};
use crate::plan::{Pack, Plan};
use crate::usage::Day;

/// Order days, tiers, the renewal, pack ends, the monthly review and the quarterly look at people.
/// With what-ifs on, order days and tiers are *then*.
pub fn calendar_ics(plan: &Plan, report: Option<&Report>) -> String {
    let Some(report) = report else { return calendar(&[], Day::default()) };
    let as_of = report.period.as_of;
    let then = Then::of(plan, report);
    let bought = Purchase::of(plan, report, then.as_ref());
    let tiers: Vec<Option<Vec<Tier>>> = match &then {
        Some(then) => then.pools(plan, report).into_iter().map(|changed| changed.tiers).collect(),
        None => report.forecasts.iter().map(|forecast| forecast.tiers.clone()).collect(),
    };
    let mut events = Vec::new();
    for (index, pool) in report.pools.iter().enumerate() {
        let of = Of { pool: pool.name.as_deref(), term: plan.term_end };
        let true_up = bought.pools[index].true_up;
        let needed = true_up.filter(|one| one.tokens.is_positive());
        events.extend(needed.and_then(|one| of.order(plan, &one)));
        events.extend(tiers[index].iter().flatten().filter_map(|tier| of.tier(tier)));
    }
    if let Some(end) = plan.term_end {
        events.push(event(
            format!("renewal-{end}"),
            end,
            "Renewal of the Flex contract",
            renewal_text(plan, &bought),
        ));
    }
    let packs = plan.packs.iter().filter(|pack| pack.end.is_some_and(|end| as_of < end));
    events.extend(packs.filter_map(pack_end));
    let next_review = plan.next_review(as_of);
    events.push(Event {
        every_months: Some(1),
        remind_days: None,
        ..event(
            "review-monthly".to_string(),
            next_review,
            "Flex review, 15 minutes",
            "Load the new export. Look at the top ten, spikes and climbs, the forecast, alerts; decide."
                .to_string(),
        )
    });
    events.push(Event {
        every_months: Some(3),
        remind_days: None,
        ..event(
            "review-quarterly".to_string(),
            working_day(plan, next_review.month().first_day().plus(7)),
            "Flex review of people, once a quarter",
            "Look at heavy, inactive and seasonal people: move, unassign, or leave.".to_string(),
        )
    });
    events.sort_by(|a, b| (a.day, &a.uid).cmp(&(b.day, &b.uid)));
    calendar(&events, as_of)
}

/// Which pool and term an event is of: its identity, whatever its day.
struct Of<'a> {
    pool: Option<&'a str>,
    term: Option<Day>,
}

impl Of<'_> {
    fn id(&self, kind: &str) -> String {
        let term = self.term.map_or_else(|| "open".to_string(), |end| end.to_string());
        format!("{kind}-{term}{}", mark(self.pool))
    }

    fn titled(&self, title: String) -> String {
        match self.pool {
            Some(pool) => format!("{title} ({pool})"),
            None => title,
        }
    }

    fn order(&self, plan: &Plan, true_up: &TrueUp) -> Option<Event> {
        let tokens = true_up.tokens.to_f64();
        let cost = true_up.amount.map(|now| format!(" for {}", amount(now, plan.currency())));
        let late = true_up.amount_if_late.map(|late| format!(" Late: {}.", amount(late, plan.currency())));
        let title = self.titled(format!("Last day to order {tokens:.0} Flex tokens"));
        let text = format!(
            "Order {tokens:.0} tokens{}, {} days before the early run-out.{}",
            cost.unwrap_or_default(),
            plan.lead_days(),
            late.unwrap_or_default()
        );
        Some(event(self.id("order-by"), true_up.order_by?, &title, text))
    }

    fn tier(&self, tier: &Tier) -> Option<Event> {
        let (percent, day) = (tier.percent, tier.day()?);
        let text = match (tier.reached, tier.ahead.p10, tier.ahead.p90) {
            (Some(_), _, _) => format!("{percent} % of the term’s tokens were used on this day."),
            (None, Some(early), Some(late)) => {
                format!("Forecast: {percent} % of the term’s tokens are used between {early} and {late}.")
            }
            _ => format!("Forecast: {percent} % of the term’s tokens are used about this day."),
        };
        let title = self.titled(format!("{percent} % of the Flex tokens used"));
        Some(Event { remind_days: None, ..event(self.id(&format!("tier-{percent}")), day, &title, text) })
    }
}

fn pack_end(pack: &Pack) -> Option<Event> {
    let (end, tokens) = (pack.end?, pack.tokens.to_f64());
    let of = Of { pool: pack.pool.as_deref(), term: pack.end };
    let text = format!("What is left of {tokens:.0} tokens bought on {} lapses after this day.", pack.start);
    let id = of.id(&format!("pack-{}-{tokens:.0}", pack.start));
    Some(event(id, end, &of.titled("A Flex pack ends".to_string()), text))
}

fn renewal_text(plan: &Plan, bought: &Purchase) -> String {
    let Some(renewal) = &bought.renewal else { return "The term ends on this day.".to_string() };
    let cost = renewal.amount.map(|cost| format!(", {}", amount(cost, plan.currency())));
    format!(
        "The term ends on this day. Forecast for the next one: buy {:.0} tokens{}.",
        renewal.tokens.to_f64(),
        cost.unwrap_or_default()
    )
}

/// The day, or the first worked one within a week of it.
fn working_day(plan: &Plan, day: Day) -> Day {
    (0..7).map(|later| day.plus(later)).find(|day| plan.is_working_day(*day)).unwrap_or(day)
}

fn event(id: String, day: Day, summary: &str, description: String) -> Event {
    Event {
        uid: format!("{id}@flexgauge"),
        day,
        summary: summary.to_string(),
        description,
        remind_days: Some(7),
        every_months: None,
    }
}

/// A pool's mark in an identity: names may hold anything, so it is a print of the name (FNV-1a).
fn mark(pool: Option<&str>) -> String {
    let Some(pool) = pool else { return String::new() };
    let print = pool.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |state, byte| {
        (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    });
    format!("-{print:016x}")
}
