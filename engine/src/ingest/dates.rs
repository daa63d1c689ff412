//! Texts → days. Everything a portal, a spreadsheet or a hand writes; each text is read twice, with
//! the day before the month and with the month before the day.

use super::readings::Both;
use super::text::{fold, trim};
use crate::usage::{DAY_MAX, DAY_MIN, Day};

/// Day 0 of Excel's count, as it stands since March 1900.
const EXCEL_DAY_0: i32 = -25_569;

const SECONDS_A_DAY: i32 = 86_400;

/// Names of the months, folded: English, German, French, Spanish, each with its abbreviations.
#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januar", "janner", "janvier", "janv", "enero", "ene"],
    &["february", "feb", "februar", "fevrier", "fevr", "fev", "febrero"],
    &["march", "mar", "marz", "mrz", "maerz", "mars", "marzo"],
    &["april", "apr", "avril", "avr", "abril", "abr"],
    &["may", "mai", "mayo"],
    &["june", "jun", "juni", "juin", "junio"],
    &["july", "jul", "juli", "juillet", "juil", "julio"],
    &["august", "aug", "aout", "agosto", "ago"],
    &["september", "sep", "sept", "septembre", "septiembre", "set"],
    &["october", "oct", "oktober", "okt", "octobre", "octubre"],
    &["november", "nov", "novembre", "noviembre"],
    &["december", "dec", "dezember", "dez", "decembre", "diciembre", "dic"],
];

/// Names of the weekdays, which may stand before a date.
#[rustfmt::skip]
const WEEKDAYS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
    "mo", "di", "mi", "do", "fr", "sa", "so",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo",
];

/// Reads a day: first with the day before the month, then with the month before the day. Both are the
/// same wherever the text leaves no choice. Days outside [`DAY_MIN`] to [`DAY_MAX`] are none.
pub fn read(text: &str) -> Both<Day> {
    let text = trim(text);
    // A spreadsheet's sign that a cell is text.
    let text = text.strip_prefix('\'').unwrap_or(text);
    if let Some(day) = plain_number(text) {
        return [day, day];
    }
    let Some((parts, rest)) = parts(text) else { return [None, None] };
    let [day_first, month_first] = at(dates(&parts), rest);
    // With dots the day comes first wherever it can; see `with_dots`.
    if parts.between[0] == '.' && day_first.is_some() {
        return [day_first, day_first];
    }
    [day_first, month_first]
}

/// The two readings of a date of three numbers with dots between them, as if it were one with strokes; nothing
/// for other texts.
pub fn with_dots(text: &str) -> Option<Both<Day>> {
    let (parts, rest) = parts(trim(text))?;
    let [Part::Number(_, digits), Part::Number(..), Part::Number(..)] = parts.parts else { return None };
    (digits <= 2 && parts.between == ['.', '.']).then(|| at(dates(&parts), rest))
}

/// The numbers of a date that has none of more than two digits, and strokes or hyphens.
pub fn short(text: &str) -> Option<[u32; 3]> {
    let text = trim(text);
    if !matches!(text.as_bytes().get(2), Some(b'-' | b'/')) {
        return None;
    }
    let (parts, _) = parts(text)?;
    match parts.parts {
        [Part::Number(a, 2), Part::Number(b, 1..=2), Part::Number(c, 1..=2)]
            if parts.between[0] == parts.between[1] =>
        {
            Some([a, b, c])
        }
        _ => None,
    }
}

/// What such a date says where the year comes first.
pub fn year_first(text: &str) -> Option<Day> {
    let [year, month, day] = short(text)?;
    let (_, rest) = parts(trim(text))?;
    let day = Day::from_ymd(2000 + year as i32, month, day);
    at([day, day], rest)[0]
}

/// Moved by the time behind the date, and within the days that there can be.
fn at(days: Both<Day>, rest: &str) -> Both<Day> {
    let Some(shift) = days_shifted(rest) else { return [None, None] };
    let in_range = |day: Day| (DAY_MIN..=DAY_MAX).contains(&day).then_some(day);
    days.map(|day| in_range(day?.plus(shift)))
}

/// Eight digits (20260731) or Excel's count of days, perhaps with the time as a fraction. The outer
/// `None`: it is no plain number.
fn plain_number(text: &str) -> Option<Option<Day>> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let number: i32 = whole.parse().unwrap_or(0);
    let day = match whole.len() {
        8 if fraction.is_empty() => {
            Day::from_ymd(number / 10_000, (number / 100 % 100) as u32, (number % 100) as u32)
        }
        5 => Some(Day(number).plus(EXCEL_DAY_0)),
        _ => None,
    };
    Some(day.filter(|day| (DAY_MIN..=DAY_MAX).contains(day)))
}

/// A part of a date.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    /// A number and how many digits it has.
    Number(u32, usize),
    /// A month's name, from 1.
    Month(u32),
}

/// Three parts with what separates them.
struct Parts {
    parts: [Part; 3],
    /// The first character between the first two parts, and between the last two.
    between: [char; 2],
}

/// Takes the date off the front of a text; what follows is its time.
fn parts(text: &str) -> Option<(Parts, &str)> {
    if !text.starts_with(char::is_alphanumeric) {
        return None;
    }
    let mut found: Vec<Part> = Vec::with_capacity(3);
    let mut between: Vec<char> = Vec::with_capacity(2);
    let mut rest = text;
    while found.len() < 3 {
        let separator_len = rest.find(|c: char| c.is_alphanumeric()).unwrap_or(rest.len());
        let (separator, behind) = rest.split_at(separator_len);
        let is_number = behind.starts_with(|c: char| c.is_ascii_digit());
        let part_len = behind
            .find(|c: char| if is_number { !c.is_ascii_digit() } else { !c.is_alphabetic() })
            .unwrap_or(behind.len());
        let (part, behind) = behind.split_at(part_len);
        if part.is_empty() || !separator.chars().all(|c| matches!(c, '-' | '/' | '.' | ',' | ' ' | '\u{a0}'))
        {
            return None;
        }
        rest = behind;
        let part = if is_number {
            (part.len() <= 4).then_some(Part::Number(part.parse().ok()?, part.len()))
        } else {
            word(part, found.last())?
        };
        let Some(part) = part else {
            if is_number {
                return None;
            }
            continue;
        };
        if !found.is_empty() {
            between.push(separator.chars().find(|c| !c.is_whitespace()).unwrap_or(' '));
        }
        found.push(part);
    }
    Some((Parts { parts: [found[0], found[1], found[2]], between: [between[0], between[1]] }, rest))
}

/// A month; `Some(None)` for words that mean nothing here: weekdays, *de*, *the*, endings as in 2nd.
fn word(word: &str, before: Option<&Part>) -> Option<Option<Part>> {
    let folded = fold(word);
    let is = |names: &[&str]| names.contains(&folded.as_str());
    if let Some(index) = MONTHS.iter().position(|names| is(names)) {
        return Some(Some(Part::Month(index as u32 + 1)));
    }
    let is_filler = match before {
        None => is(WEEKDAYS) || is(&["the", "le", "el", "der", "den", "am"]),
        Some(_) => is(&["de", "del", "of", "st", "nd", "rd", "th", "er"]),
    };
    is_filler.then_some(None)
}

/// The month of a name, from 1.
pub fn month_named(name: &str) -> Option<u32> {
    let folded = fold(name);
    MONTHS.iter().position(|names| names.contains(&folded.as_str())).map(|index| index as u32 + 1)
}

/// Puts three parts in order, in both ways.
fn dates(parts: &Parts) -> Both<Day> {
    let date = |(year, digits): (u32, usize), month: u32, day: (u32, usize)| {
        let year = match digits {
            4 => year,
            2 => 2000 + year,
            _ => return None,
        };
        if day.1 > 2 {
            return None;
        }
        Day::from_ymd(year as i32, month, day.0)
    };
    match parts.parts {
        [Part::Number(d, dn), Part::Month(month), Part::Number(y, yn)] => {
            let day = if dn == 4 { date((d, dn), month, (y, yn)) } else { date((y, yn), month, (d, dn)) };
            [day, day]
        }
        [Part::Month(month), Part::Number(d, dn), Part::Number(y, yn)] => {
            let day = date((y, yn), month, (d, dn));
            [day, day]
        }
        [Part::Number(a, an), Part::Number(b, bn), Part::Number(c, cn)] => {
            if parts.between[0] != parts.between[1] || bn > 2 {
                return [None, None];
            }
            if an == 4 {
                let day = date((a, an), b, (c, cn));
                return [day, day];
            }
            let day_first = if an <= 2 { date((c, cn), b, (a, an)) } else { None };
            let month_first = if an > 2 { day_first } else { date((c, cn), a, (b, bn)) };
            [day_first, month_first]
        }
        _ => [None, None],
    }
}

/// Reads the time behind a date: by how many days it moves the day to be that of UTC. `None` where it
/// is no time.
///
/// Without a zone, and at midnight sharp, the date is meant as a date and stays.
fn days_shifted(text: &str) -> Option<i32> {
    let Some(clock) = clock(text)? else { return Some(0) };
    let offset = clock.offset.unwrap_or(0);
    Some(if clock.seconds == 0 { 0 } else { (clock.seconds - offset).div_euclid(SECONDS_A_DAY) })
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Seconds since midnight.
    pub seconds: i32,
    /// The zone's offset from UTC in seconds, where one is stated.
    pub offset: Option<i32>,
}

/// Cuts a date with its time into the two: the text of the date, which [`read`] takes, and the time.
pub fn split_time(text: &str) -> Option<(&str, Clock)> {
    let text = trim(text);
    if let Some((whole, fraction)) = text.split_once(['.', ',']).filter(|_| plain_number(text).is_some()) {
        let share: f64 = format!("0.{fraction}").parse().ok()?;
        return Some((
            whole,
            Clock { seconds: (share * f64::from(SECONDS_A_DAY) + 0.5) as i32, offset: None },
        ));
    }
    let bytes = text.as_bytes();
    let is_iso = bytes.len() > 10 && bytes[4] == b'-' && bytes[7] == b'-' && matches!(bytes[10], b'T' | b' ');
    let (date, rest) = match is_iso {
        true => text.split_at(10),
        false => {
            let (_, rest) = parts(text)?;
            text.split_at(text.len() - rest.len())
        }
    };
    Some((date, clock(rest)??))
}

/// Reads the time behind a date. The outer `None`: it is no time; the inner: there is nothing.
fn clock(text: &str) -> Option<Option<Clock>> {
    let text = text.trim_start_matches([',', ' ', '\u{a0}', '\u{202f}']);
    let text = text.strip_prefix(['T', 't']).unwrap_or(text);
    if matches!(text, "" | "." | "Z" | "z") {
        return Some(None);
    }
    let clock_len =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ','))).unwrap_or(text.len());
    let (clock, rest) = text.split_at(clock_len);
    let mut rest = trim(rest);
    let mut seconds = seconds(clock)?;
    let lower = rest.to_ascii_lowercase();
    let half = ["am", "a.m.", "pm", "p.m."].iter().position(|half| lower.starts_with(half));
    if let Some(half) = half {
        if seconds / 3600 > 12 {
            return None;
        }
        seconds = seconds % (12 * 3600) + if half >= 2 { 12 * 3600 } else { 0 };
        rest = trim(rest.get(if half % 2 == 0 { 2 } else { 4 }..)?);
    }
    Some(Some(Clock { seconds, offset: zone(rest)? }))
}

/// `H:MM`, `H:MM:SS` or with a fraction, in seconds.
fn seconds(clock: &str) -> Option<i32> {
    let mut numbers = clock.split(':');
    let mut next = |max: i32| -> Option<Option<i32>> {
        let Some(text) = numbers.next() else { return Some(None) };
        let whole = text.split(['.', ',']).next().unwrap_or("");
        let value: i32 = if whole.len() <= 2 { whole.parse().ok()? } else { return None };
        (value <= max).then_some(Some(value))
    };
    let (hours, minutes, seconds) = (next(24)??, next(59)??, next(60)?.unwrap_or(0));
    (numbers.next().is_none()).then_some(hours * 3600 + minutes * 60 + seconds)
}

/// A zone's offset from UTC in seconds. The outer `None`: it is no zone; the inner: there is none.
pub fn zone(text: &str) -> Option<Option<i32>> {
    let text = text.strip_prefix("UTC").or_else(|| text.strip_prefix("GMT")).unwrap_or(text);
    let (sign, digits) = match text.chars().next() {
        None => return Some(None),
        Some('Z' | 'z') => return (text.len() == 1).then_some(Some(0)),
        Some('+') => (1, &text[1..]),
        Some('-') => (-1, &text[1..]),
        Some('\u{2212}') => (-1, &text['\u{2212}'.len_utf8()..]),
        _ => return None,
    };
    let digits = digits.replace(':', "");
    let number: i32 =
        if digits.bytes().all(|b| b.is_ascii_digit()) { digits.parse().ok()? } else { return None };
    let (hours, minutes) = if digits.len() <= 2 { (number, 0) } else { (number / 100, number % 100) };
    (digits.len() <= 4 && hours <= 14 && minutes < 60).then_some(Some(sign * (hours * 3600 + minutes * 60)))
}
