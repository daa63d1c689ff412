//! A small writer of calendar files (RFC 5545): all-day events, escaped, folded, CRLF.

use crate::usage::Day;

/// Octets a line may hold before it is folded, without its line break.
const LINE_OCTETS_MAX: usize = 75;

/// An all-day event.
pub struct Event {
    /// The same for the same thing in every later file, so that importing one updates it.
    pub uid: String,
    /// Its day.
    pub day: Day,
    /// What is shown.
    pub summary: String,
    /// What stands below it.
    pub description: String,
    /// Days before at which to remind.
    pub remind_days: Option<u32>,
    /// Comes again every so many months.
    pub every_months: Option<u32>,
}

/// A calendar of events, as of a day: the stamp of all of them, and what makes a newer file win.
pub fn calendar(events: &[Event], as_of: Day) -> String {
    let mut out = String::new();
    let mut line = |text: &str| fold(&mut out, text);
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Flexgauge//Flexgauge//EN", "CALSCALE:GREGORIAN"]
    {
        line(text);
    }
    for event in events {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", event.uid));
        line(&format!("DTSTAMP:{}T000000Z", basic(as_of)));
        line(&format!("SEQUENCE:{}", as_of.0.max(0)));
        line(&format!("DTSTART;VALUE=DATE:{}", basic(event.day)));
        line(&format!("DTEND;VALUE=DATE:{}", basic(event.day.plus(1))));
        if let Some(months) = event.every_months {
            line(&format!("RRULE:FREQ=MONTHLY;INTERVAL={months}"));
        }
        line(&format!("SUMMARY:{}", escaped(&event.summary)));
        line(&format!("DESCRIPTION:{}", escaped(&event.description)));
        line("TRANSP:TRANSPARENT");
        if let Some(days) = event.remind_days {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line(&format!("DESCRIPTION:{}", escaped(&event.summary)));
            line(&format!("TRIGGER:-P{days}D"));
            line("END:VALARM");
        }
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    out
}

/// `20261231`.
fn basic(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}{month:02}{day:02}")
}

/// A text value: what would end or split it is escaped, control characters are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Adds a content line; long ones go on after a line break and a space, never inside a character.
fn fold(out: &mut String, line: &str) {
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > LINE_OCTETS_MAX {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    out.push_str("\r\n");
}
