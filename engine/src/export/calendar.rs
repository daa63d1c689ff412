//! Forecast days as calendar entries (RFC 5545): no server can send a mail, a calendar can remind.
//!
//! Each entry has an id that stays the same, so that importing a newer file moves the old entry.

use crate::analysis::forecast::PoolForecast;
use crate::analysis::{PoolAnalysis, Report};
use crate::plan::Plan;
use crate::usage::{Day, hash};
use std::fmt::Write;

/// A line of a calendar file holds at most so many octets, its end not counted.
pub const LINE_OCTETS_MAX: usize = 75;

/// The calendar of a plan and report. `stamp` is now, in seconds since 1970-01-01 UTC.
pub fn calendar(plan: &Plan, report: Option<&Report>, stamp: i64) -> String {
    let mut out = Calendar { text: String::new(), stamp };
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Flexgauge//Flexgauge//EN");
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    if let Some(report) = report {
        let many = report.pools.len() > 1;
        for (pool, forecast) in report.pools.iter().zip(&report.forecasts) {
            pool_entries(&mut out, plan, pool, forecast, many);
        }
        reviews(&mut out, Day(stamp.div_euclid(86_400) as i32));
    }
    out.line("END:VCALENDAR");
    out.text
}

fn pool_entries(out: &mut Calendar, plan: &Plan, pool: &PoolAnalysis, forecast: &PoolForecast, many: bool) {
    let name = pool.name.as_deref().unwrap_or("common");
    let of = if many { format!(" of {name}") } else { String::new() };
    let key = format!("{:016x}", hash(name));
    let term = forecast.term.map_or_else(|| "open".to_string(), |term| term.start.to_string());
    for tier in forecast.tiers.iter().flatten().filter(|tier| tier.reached.is_none()) {
        let Some(day) = tier.ahead.p50 else { continue };
        let summary = format!("Flex tokens{of}: {} % used (forecast)", tier.percent);
        let range = between(tier.ahead.p10, tier.ahead.p90);
        let text = format!(
            "Forecast by Flexgauge: {} % of the term’s tokens are used about {day}{range}.",
            tier.percent
        );
        out.day(&format!("tier-{}-{key}-{term}", tier.percent), day, &summary, &text);
    }
    if let Some(day) = forecast.order_by(plan) {
        let run_out = forecast.run_out_now().copied().unwrap_or_default();
        let text = format!(
            "Latest day to order so that tokens arrive in time: the early run-out less {} days. The pool \
             runs out about {}{}.",
            plan.lead_days(),
            run_out.p50.map_or_else(|| "the horizon or later".to_string(), |day| day.to_string()),
            between(run_out.p10, run_out.p90)
        );
        out.day(&format!("order-{key}-{term}"), day, &format!("Order Flex tokens{of}"), &text);
    }
    let ahead = pool.queue.lots().iter().filter(|lot| lot.left.is_positive());
    for (number, lot) in ahead.enumerate() {
        let Some(end) = lot.end.filter(|end| *end > pool.balance_day) else { continue };
        let lapse = forecast.now.iter().flat_map(|now| &now.lapses).find(|lapse| lapse.day == end);
        let left = match lapse {
            Some(lapse) if lapse.tokens.p50 >= 0.5 => {
                format!(
                    "About {:.0} tokens lapse with it (80 % range {:.0} to {:.0}).",
                    lapse.tokens.p50, lapse.tokens.p10, lapse.tokens.p90
                )
            }
            _ => "It is likely to be used up before.".to_string(),
        };
        let id = format!("pack-{key}-{}-{end}-{number}", lot.start);
        let text = format!("Last day of a pack of {} tokens. {left}", lot.bought.to_f64());
        out.day(&id, end, &format!("A pack of Flex tokens{of} ends"), &text);
    }
}

fn between(low: Option<Day>, high: Option<Day>) -> String {
    match (low, high) {
        (Some(low), Some(high)) => format!(" (80 % range {low} to {high})"),
        (Some(low), None) => format!(" (80 % range from {low} on)"),
        _ => String::new(),
    }
}

/// The monthly review and the quarterly reminder: on the first Monday from today on that is a month's
/// first.
fn reviews(out: &mut Calendar, today: Day) {
    let first_monday = |month: crate::usage::Month| {
        let first = month.first_day();
        first.plus((7 - first.weekday() as i32) % 7)
    };
    let this = first_monday(today.month());
    let first = if this >= today { this } else { first_monday(crate::usage::Month(today.month().0 + 1)) };
    let at = |hour: u32| format!("{}T{hour:02}0000", digits(first));
    let review = [
        format!("DTSTART:{}", at(9)),
        "DURATION:PT15M".to_string(),
        "RRULE:FREQ=MONTHLY;BYDAY=1MO".to_string(),
    ];
    let text = "Export the usage, drop it on Flexgauge, read the three answers: what it costs, which habits cost it, when the tokens run out.";
    out.entry("monthly-review", &review, "Flex tokens: monthly review", text, "-PT10M");
    let quarter = [
        format!("DTSTART:{}", at(10)),
        "DURATION:PT30M".to_string(),
        "RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO".to_string(),
    ];
    let text = "Check seats against use, tell people about habits, ask project managers for planned work and enter busy periods.";
    out.entry("quarterly-reminder", &quarter, "Flex tokens: quarterly check", text, "-PT10M");
}

fn digits(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}{month:02}{day:02}")
}

struct Calendar {
    text: String,
    stamp: i64,
}

impl Calendar {
    /// An all-day entry.
    fn day(&mut self, id: &str, day: Day, summary: &str, text: &str) {
        let when = [
            format!("DTSTART;VALUE=DATE:{}", digits(day)),
            format!("DTEND;VALUE=DATE:{}", digits(day.plus(1))),
        ];
        self.entry(id, &when, summary, text, "PT9H");
    }

    fn entry(&mut self, id: &str, when: &[String], summary: &str, text: &str, alarm: &str) {
        let (day, second) = (Day(self.stamp.div_euclid(86_400) as i32), self.stamp.rem_euclid(86_400));
        let stamp =
            format!("{}T{:02}{:02}{:02}Z", digits(day), second / 3_600, second / 60 % 60, second % 60);
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{id}@flexgauge"));
        self.line(&format!("DTSTAMP:{stamp}"));
        // A later file carries a larger number, which makes programs take it for the newer word.
        self.line(&format!("SEQUENCE:{}", self.stamp.div_euclid(60).clamp(0, i64::from(i32::MAX))));
        for line in when {
            self.line(line);
        }
        self.line(&format!("SUMMARY:{}", escaped(summary)));
        self.line(&format!("DESCRIPTION:{}", escaped(text)));
        self.line("TRANSP:TRANSPARENT");
        self.line("BEGIN:VALARM");
        self.line("ACTION:DISPLAY");
        self.line(&format!("DESCRIPTION:{}", escaped(summary)));
        self.line(&format!("TRIGGER:{alarm}"));
        self.line("END:VALARM");
        self.line("END:VEVENT");
    }

    /// Writes a line, folded: what is over 75 octets goes on after a line break and a space, and no
    /// character is cut.
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for character in line.chars() {
            let length = character.len_utf8();
            if octets + length > LINE_OCTETS_MAX {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(character);
            octets += length;
        }
        // Writing to a string cannot fail.
        let _ = self.text.write_str("\r\n");
    }
}

/// Text as RFC 5545 wants it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            control if control.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out
}
