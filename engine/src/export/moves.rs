//! The move list and the unassign list, as CSV for an admin and as text to paste in a mail.

use super::Names;
use super::cells::{Cell, Csv};
use crate::analysis::licences::{Licences, Mix, OfferSet, PersonLicence, Seasonal, Verdict};
use crate::plan::Plan;
use crate::usage::{Day, Log, Money, Month};
use std::fmt::Write;

/// One line of either list, all in words.
struct Line {
    person: String,
    email: String,
    product: String,
    from: String,
    to: String,
    reason: String,
    saving: Option<Money>,
    verdict: &'static str,
    decision: &'static str,
    note: String,
}

const HEADER: [&str; 11] = [
    "person",
    "email",
    "product",
    "from",
    "to",
    "reason",
    "saving_per_year",
    "currency",
    "verdict",
    "decision",
    "note",
];

/// Everyone with a move that pays or that was set, largest saving first, as CSV.
pub fn moves_csv(log: &Log, plan: &Plan, licences: &Licences, names: &Names) -> Vec<u8> {
    csv(plan, &move_lines(log, plan, licences, names))
}

/// Everyone who needs no access now, as CSV: the inactive, longest first, then the seasonal.
pub fn unassign_csv(log: &Log, plan: &Plan, licences: &Licences, names: &Names) -> Vec<u8> {
    csv(plan, &unassign_lines(log, plan, licences, names))
}

/// The accepted moves as text for a mail; where none is accepted, those to move now that were not
/// declined.
pub fn moves_text(log: &Log, plan: &Plan, licences: &Licences, names: &Names) -> String {
    let lines = move_lines(log, plan, licences, names);
    let any_accepted = lines.iter().any(|line| line.decision == ACCEPTED);
    let wanted = |line: &&Line| {
        if any_accepted {
            line.decision == ACCEPTED
        } else {
            line.verdict == Verdict::Move.name() && line.decision != DECLINED
        }
    };
    let lines: Vec<&Line> = lines.iter().filter(wanted).collect();
    if lines.is_empty() {
        return "There is nobody to move.\n".to_string();
    }
    let mut text = format!("Please change the licences of {}:\n\n", people(lines.len()));
    for line in &lines {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "- {}: {} from {} to {}", addressed(line), line.product, line.from, line.to);
        let _ = writeln!(text, "  {}", line.reason);
    }
    let savings: Option<Money> = lines.iter().map(|line| line.saving).sum();
    if let Some(saving) = savings {
        let _ = writeln!(text, "\nTogether: {} a year.", amount(saving, plan.currency()));
    }
    text
}

/// The unassign list as text for a mail.
pub fn unassign_text(log: &Log, plan: &Plan, licences: &Licences, names: &Names) -> String {
    let lines = unassign_lines(log, plan, licences, names);
    if lines.is_empty() {
        return "There is nobody to unassign.\n".to_string();
    }
    let mut text = format!("Please take the Flex access of {} away:\n\n", people(lines.len()));
    for line in &lines {
        let _ = writeln!(text, "- {}: {}", addressed(line), line.reason);
    }
    text
}

const ACCEPTED: &str = "accepted";
const DECLINED: &str = "declined";

fn csv(plan: &Plan, lines: &[Line]) -> Vec<u8> {
    let mut csv = Csv::new(plan.csv);
    csv.header(HEADER);
    for line in lines {
        csv.line([
            (&line.person).into(),
            (&line.email).into(),
            (&line.product).into(),
            (&line.from).into(),
            (&line.to).into(),
            (&line.reason).into(),
            line.saving.map_or(Cell::EMPTY, |saving| Cell::Number(cents(saving))),
            if line.saving.is_some() { plan.currency().into() } else { Cell::EMPTY },
            line.verdict.into(),
            line.decision.into(),
            (&line.note).into(),
        ]);
    }
    csv.finish()
}

fn move_lines(log: &Log, plan: &Plan, licences: &Licences, names: &Names) -> Vec<Line> {
    let Ok(optimum) = &licences.optimum else { return Vec::new() };
    let set = licences.accepted(log, plan);
    let is_set = |who: &PersonLicence| set.binary_search_by_key(&who.person, |(person, _)| *person).ok();
    let mut listed: Vec<(&PersonLicence, Mix)> = Vec::new();
    for who in &optimum.people {
        let mix = match is_set(who) {
            Some(place) => licences.mix(log, who.person, set[place].1),
            None if who.is_move() => Some(who.best),
            None => None,
        };
        listed.extend(mix.map(|mix| (who, mix)));
    }
    listed.sort_by_key(|(who, mix)| (std::cmp::Reverse(mix.saving_per_year()), who.person));
    listed
        .into_iter()
        .map(|(who, mix)| {
            let products = who.products.iter().filter(|p| licences.book.covers(mix.offers, p.product));
            let products: Vec<&str> = products.map(|p| log.products().get(p.product)).collect();
            let mut line = line_of(log, plan, who.person, names);
            if is_set(who).is_some() {
                line.decision = ACCEPTED;
            }
            Line {
                product: products.join(", "),
                from: "Flex".to_string(),
                to: target(licences, who.person, &mix),
                reason: reason(plan, who, &mix),
                saving: Some(mix.saving_per_year()),
                verdict: who.verdict.name(),
                ..line
            }
        })
        .collect()
}

/// The seats a person gets, or has already.
fn target(licences: &Licences, person: u32, mix: &Mix) -> String {
    let held = licences.seats.held_by(person);
    let names = mix.offers.ranks().map(|rank| {
        let name = licences.book.offers[rank].offer.name.as_str();
        if held.meets(OfferSet::one(rank)) { format!("{name} (has a seat)") } else { name.to_string() }
    });
    let names: Vec<String> = names.collect();
    if names.is_empty() { "Flex".to_string() } else { names.join(" + ") }
}

/// Why a person moves, as a sentence with its numbers.
fn reason(plan: &Plan, who: &PersonLicence, mix: &Mix) -> String {
    let money = |money| amount(money, plan.currency());
    if mix.offers.is_empty() {
        return "Set to stay on Flex.".to_string();
    }
    let mut text = String::new();
    let break_even = mix.break_even_days.map(|days| format!(" (break-even {days:.0})")).unwrap_or_default();
    let _ = write!(
        text,
        "{:.0} charge days a year{break_even}: {} on Flex, {} a year for the seat.",
        mix.charge_days_per_year,
        money(mix.flex_covered_per_year),
        money(mix.subscriptions_per_year)
    );
    if let Some(presence) = who.presence {
        if presence.leaver {
            let _ = write!(text, " No charge since {}.", presence.last);
        } else if presence.joiner {
            let _ = write!(text, " First charge on {}.", presence.first);
        }
    }
    text
}

fn unassign_lines(log: &Log, plan: &Plan, licences: &Licences, names: &Names) -> Vec<Line> {
    let inactive = licences.inactive.iter().map(|one| Line {
        product: one.last_charge.map(|day| products_on(log, one.person, day)).unwrap_or_default(),
        to: "no access".to_string(),
        reason: match one.last_charge {
            Some(day) => format!("No charge for {} days, the last on {day}.", one.days_inactive),
            None => format!("No charge at all; the last launch was {} days ago.", one.days_inactive),
        },
        ..line_of(log, plan, one.person, names)
    });
    let seasonal = licences.seasonal.iter().filter(|one| !licences.is_inactive(one.person)).map(|one| Line {
        product: String::new(),
        to: "access in season only".to_string(),
        reason: season_reason(one),
        ..line_of(log, plan, one.person, names)
    });
    inactive.chain(seasonal).collect()
}

fn season_reason(one: &Seasonal) -> String {
    let months: Vec<String> = one.months.iter().map(Month::to_string).collect();
    format!(
        "{} of {} charge days of the last year fall into {}.",
        one.days_inside,
        one.days_inside + one.days_outside,
        months.join(", ")
    )
}

fn products_on(log: &Log, person: u32, day: Day) -> String {
    let entries = log.charges_between(person, day, day).iter().map(|index| &log.entries()[*index as usize]);
    let mut products: Vec<&str> = entries.map(|entry| log.products().get(entry.product)).collect();
    products.dedup();
    products.join(", ")
}

/// A line with who it is about and what was decided, the rest empty.
fn line_of(log: &Log, plan: &Plan, person: u32, names: &Names) -> Line {
    let decision = plan.decision(&log.people()[person as usize].id.to_lowercase());
    Line {
        person: names.label(log, person).into_owned(),
        email: names.email(log, person).to_string(),
        product: String::new(),
        from: "Flex".to_string(),
        to: String::new(),
        reason: String::new(),
        saving: None,
        verdict: "",
        decision: if decision.is_some_and(|d| d.declined) { DECLINED } else { "" },
        note: names.note(decision.and_then(|d| d.note.as_deref())),
    }
}

fn addressed(line: &Line) -> String {
    if line.email.is_empty() || line.email == line.person {
        line.person.clone()
    } else {
        format!("{} <{}>", line.person, line.email)
    }
}

fn people(count: usize) -> String {
    if count == 1 { "one person".to_string() } else { format!("{count} people") }
}

/// Money to the cent, halves away from zero: `2500.00`.
fn cents(money: Money) -> String {
    let cents = money.scale_rounded(100, 1).0;
    let half = if cents < 0 { -500_000 } else { 500_000 };
    let cents = (cents + half) / 1_000_000;
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

pub(super) fn amount(money: Money, currency: &str) -> String {
    format!("{currency} {}", cents(money))
}
