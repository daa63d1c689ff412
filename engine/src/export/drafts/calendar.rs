//! A calendar entry that brings the reminder back every quarter, as iCalendar (RFC 5545).

use super::{Draft, Grounds};
use crate::usage::Day;

/// The first working day of the quarter after the last complete day.
pub fn next_quarter(grounds: Grounds<'_>) -> Day {
    let month = grounds.report.period.as_of.month();
    let next = crate::usage::Month((month.0.div_euclid(3) + 1) * 3).first_day();
    (0..31).map(|days| next.plus(days)).find(|day| grounds.plan.is_working_day(*day)).unwrap_or(next)
}

/// The entry. Its stamp is the last complete day, since nothing here reads a clock.
pub fn calendar_entry(grounds: Grounds<'_>) -> Draft {
    let day = next_quarter(grounds);
    let plain = |day: Day| day.to_string().replace('-', "");
    let lines = [
        "BEGIN:VCALENDAR".to_string(),
        "VERSION:2.0".to_string(),
        "PRODID:-//Flexgauge//EN".to_string(),
        "BEGIN:VEVENT".to_string(),
        format!("UID:flexgauge-quarterly-{}", plain(day)),
        format!("DTSTAMP:{}T000000Z", plain(grounds.report.period.as_of)),
        format!("DTSTART;VALUE=DATE:{}", plain(day)),
        format!("DTEND;VALUE=DATE:{}", plain(day.plus(1))),
        "RRULE:FREQ=MONTHLY;INTERVAL=3".to_string(),
        "SUMMARY:Autodesk Flex tokens: remind the team".to_string(),
        "DESCRIPTION:Export the usage\\, load it\\, and send the quarterly reminder.".to_string(),
        "TRANSP:TRANSPARENT".to_string(),
        "END:VEVENT".to_string(),
        "END:VCALENDAR".to_string(),
    ];
    let body = lines.iter().map(|line| format!("{line}\r\n")).collect();
    Draft { to: None, subject: format!("Every quarter from {day}"), body }
}
