//! Sessions: the only rows with times. Those of an enterprise agreement state their charges; those that
//! the user mapped may have them worked out.

use super::cells::Cells;
use super::columns::Field;
use super::dates::{self, Clock};
use super::findings::{self, At};
use super::forms::Form;
use super::numbers::Number;
use super::settle::Settled;
use super::sheet::Sheet;
use super::text::{fold, trim};
use super::values::Value;
use crate::usage::{
    Access, ChargeCategory, Day, FileRows, MICRO, Names, Row, SessionRow, SessionRule, Tokens,
};

const SECONDS_A_DAY: i64 = 86_400;

/// A longer session is a typing error: a year.
pub const SESSION_SECONDS_MAX: i64 = 366 * SECONDS_A_DAY;

/// Settles a file of sessions.
pub fn settle(sheet: Sheet) -> Settled {
    let (form, rule, is_eba) = (sheet.form, sheet.rule, sheet.is_eba);
    let mut cells = Cells::of(sheet);
    let mut usable = FileRows { rule, is_eba, ..FileRows::default() };
    let mut nameless = 0;
    for row in 0..cells.rows() {
        let read = match form {
            Form::EbaSessions => eba_row(&mut cells, row, &mut usable),
            _ => mapped_row(&mut cells, row, &mut usable),
        };
        nameless += u64::from(read == Some(true));
    }
    if nameless > 0 {
        cells.report(findings::rows_of_nobody(nameless));
    }
    if form == Form::Sessions && cells.sheet.people.is_anyone_only_a_name() {
        cells.report(findings::people_by_name());
    }
    cells.settled(usable)
}

/// A row of an enterprise agreement's portal. Gives whether it names nobody; nothing where it is left
/// out.
fn eba_row(cells: &mut Cells, row: usize, usable: &mut FileRows) -> Option<bool> {
    let Some(tokens) = cells.tokens(row) else {
        cells.leave_out_for_number(row, Field::Tokens);
        return None;
    };
    let offset = server_offset(cells, row);
    let start = cells.moment(row, Field::SessionStart).map(|moment| at_offset(moment, offset));
    // The day is the one that the export lists, as its daily form does; else that of the server's calendar.
    // Adjustments have no session, only a day.
    let day = match (start, cells.day(row, Field::Day)) {
        (_, Value::Is(day)) | (Some((day, _)), _) => day,
        (None, Value::Blank) => {
            cells.leave_out_for_day(row, Field::SessionStart);
            return None;
        }
        _ => {
            cells.leave_out_for_day(row, Field::Day);
            return None;
        }
    };
    let who = cells.who(row);
    let usage = fold(&cells.text(row, Field::UsageCategory));
    let is_manual = usage.starts_with("manual");
    // Portals of agreements write N/A where a product has no name.
    let product = cells.first_text(row, [Field::Offering, Field::Product]);
    if product.is_empty() && !is_manual {
        cells.leave_out_for_product(row);
        return None;
    }
    let row_of = Row {
        identity: who.unwrap_or_else(|| cells.sheet.people.nobody()),
        pool: usable.pools.intern(&cells.first_text(row, [Field::TokenPool, Field::Team])),
        product: usable.products.intern(if product.is_empty() { "N/A" } else { &product }),
        version: usable.versions.intern(&cells.text(row, Field::Version)),
        day,
        tokens,
        line: cells.line(row),
        access: Access::Eba,
    };
    usable.rows.push(row_of);
    // What is used in the cloud need not have times, and then none are missing.
    let is_untimed = usage.starts_with("cloud") && cells.text(row, Field::SessionStart).is_empty();
    let is_session = !is_manual && !is_untimed && who.is_some();
    if is_session && let Some((start, seconds)) = times(cells, row, start, offset, findings::TOKENS_COUNT) {
        usable.sessions.push(session(cells, row, &row_of, start, seconds));
    }
    Some(who.is_none() && !is_manual)
}

/// A row of a licence manager, as the user's mapping reads it.
fn mapped_row(cells: &mut Cells, row: usize, usable: &mut FileRows) -> Option<bool> {
    let rule = usable.rule;
    let line = cells.line(row);
    let Some(who) = cells.who(row) else {
        let finding = findings::missing_person(line, &cells.sheet.columns);
        cells.leave_out(row, finding);
        return None;
    };
    let product = cells.product(row);
    if product.is_empty() {
        cells.leave_out_for_product(row);
        return None;
    }
    let Some(tokens) = cells.tokens(row) else {
        cells.leave_out_for_number(row, Field::Tokens);
        return None;
    };
    let offset = server_offset(cells, row);
    let start = cells.moment(row, Field::SessionStart).map(|moment| at_offset(moment, offset));
    if start.is_none() {
        if matches!(cells.day(row, Field::SessionStart), Value::Is(_)) {
            let text = cells.raw(row, Field::SessionStart).into_owned();
            let at = At { line, column: cells.name(Field::SessionStart), text: trim(&text) };
            let finding = findings::no_time(&at, findings::LEFT_OUT);
            cells.leave_out(row, finding);
        } else {
            cells.leave_out_for_day(row, Field::SessionStart);
        }
        return None;
    }
    let Some((start_utc, seconds)) = times(cells, row, start, offset, findings::LEFT_OUT) else {
        cells.left_out += 1;
        cells.tokens_left_out += tokens;
        return None;
    };
    let (day, access) = match rule {
        _ if usable.is_eba => (start.map(|(day, _)| day).unwrap_or_default(), Access::Eba),
        _ => (Day(start_utc.div_euclid(SECONDS_A_DAY) as i32), Access::Flex),
    };
    let is_given = rule == SessionRule::AsGiven;
    // What is worked out takes the place of what the file may state.
    let tokens = if is_given { tokens } else { Tokens::ZERO };
    let row_of = Row {
        identity: who,
        pool: usable.pools.intern(&cells.first_text(row, [Field::Team, Field::TokenPool])),
        product: usable.products.intern(&product),
        version: usable.versions.intern(&cells.text(row, Field::Version)),
        day,
        tokens,
        line,
        access,
    };
    usable.rows.push(row_of);
    usable.sessions.push(session(cells, row, &row_of, start_utc, seconds));
    Some(false)
}

fn session(cells: &Cells, row: usize, of: &Row, start: i64, seconds: u32) -> SessionRow {
    SessionRow {
        identity: of.identity,
        pool: of.pool,
        product: of.product,
        version: of.version,
        day: of.day,
        start,
        seconds,
        idle_seconds: minutes(cells, row, Field::IdleMinutes).and_then(|s| u32::try_from(s).ok()),
        category: category(&cells.text(row, Field::ChargeCategory)),
        line: of.line,
    }
}

/// The start in seconds since 1970 UTC and the length. Where they cannot be told, a finding says so and
/// what became of the row.
fn times(
    cells: &mut Cells,
    row: usize,
    start: Option<(Day, i64)>,
    offset: i64,
    effect: &'static str,
) -> Option<(i64, u32)> {
    let field = if start.is_none() { Field::SessionStart } else { Field::SessionEnd };
    let end = cells.moment(row, Field::SessionEnd).map(|moment| at_offset(moment, offset));
    let text = cells.raw(row, field).into_owned();
    let at = At { line: cells.line(row), column: cells.name(field), text: trim(&text) };
    let Some((_, start)) = start else {
        let finding = findings::no_time(&at, effect);
        cells.report(finding);
        return None;
    };
    let seconds = match end {
        Some((_, end)) => end - start,
        None => match minutes(cells, row, Field::UsageMinutes) {
            Some(seconds) if trim(&text).is_empty() => seconds,
            _ => {
                let is_open = trim(&text).is_empty();
                let finding =
                    if is_open { findings::no_end(&at, effect) } else { findings::no_time(&at, effect) };
                cells.report(finding);
                return None;
            }
        },
    };
    if seconds < 0 {
        let finding = findings::ends_before_start(&at, effect);
        cells.report(finding);
        return None;
    }
    if seconds > SESSION_SECONDS_MAX {
        let finding = findings::session_too_long(&at, effect);
        cells.report(finding);
        return None;
    }
    Some((start, seconds as u32))
}

/// The server's day of a moment, and its seconds since 1970 UTC.
fn at_offset((date, clock): (Day, Clock), offset: i64) -> (Day, i64) {
    let written = i64::from(date.0) * SECONDS_A_DAY + i64::from(clock.seconds);
    let utc = written - clock.offset.map_or(offset, i64::from);
    (Day((utc + offset).div_euclid(SECONDS_A_DAY) as i32), utc)
}

/// How far the clock of a row is from UTC, in seconds.
fn server_offset(cells: &mut Cells, row: usize) -> i64 {
    let stated = cells.text(row, Field::ServerOffset);
    match cells.sheet.rule {
        SessionRule::Eba { utc_offset } if stated.is_empty() => i64::from(utc_offset),
        _ if stated.is_empty() => i64::from(cells.sheet.utc_offset),
        _ => match offset_of(&stated) {
            Some(offset) => i64::from(offset),
            None => {
                let at = At { line: cells.line(row), column: cells.name(Field::ServerOffset), text: &stated };
                let finding = findings::unreadable_offset(&at);
                cells.report(finding);
                0
            }
        },
    }
}

/// `-8:00`, `+05:30`, `-8`, `UTC+1`; hours where there is only a number.
pub fn offset_of(text: &str) -> Option<i32> {
    let text = trim(text);
    // With seconds, as some servers write it.
    let text = text.strip_suffix(":00").filter(|rest| rest.contains(':')).unwrap_or(text);
    let signed = match text.starts_with(|c: char| c.is_ascii_digit()) {
        true => format!("+{text}"),
        false => text.to_string(),
    };
    dates::zone(&signed)?
}

fn minutes(cells: &Cells, row: usize, field: Field) -> Option<i64> {
    match cells.number(row, field) {
        Value::Is(Number::Tokens(minutes)) if minutes.0 >= 0 => Some(minutes.0.saturating_mul(60) / MICRO),
        _ => None,
    }
}

fn category(text: &str) -> ChargeCategory {
    match fold(text).as_str() {
        "charged" => ChargeCategory::Charged,
        "incremental" => ChargeCategory::Incremental,
        "casual" => ChargeCategory::Casual,
        "free" => ChargeCategory::Free,
        _ => ChargeCategory::Unstated,
    }
}

/// Settles daily use of an enterprise agreement, which seldom names persons.
pub fn settle_eba_daily(sheet: Sheet) -> Settled {
    let mut cells = Cells::of(sheet);
    let mut usable = FileRows { is_eba: true, ..FileRows::default() };
    let empty = |names: &mut Names| names.intern("");
    let (names_people, mut nameless) = (cells.sheet.columns.names_people(), 0);
    let version = empty(&mut usable.versions);
    for row in 0..cells.rows() {
        let Value::Is(day) = cells.day(row, Field::Day) else {
            cells.leave_out_for_day(row, Field::Day);
            continue;
        };
        let Some(tokens) = cells.tokens(row) else {
            cells.leave_out_for_number(row, Field::Tokens);
            continue;
        };
        let product = cells.first_text(row, [Field::Product, Field::Offering]);
        let who = cells.who(row).filter(|_| names_people);
        nameless += u64::from(who.is_none());
        usable.rows.push(Row {
            identity: who.unwrap_or_else(|| cells.sheet.people.nobody()),
            pool: usable.pools.intern(&cells.text(row, Field::TokenPool)),
            product: usable.products.intern(if product.is_empty() { "N/A" } else { &product }),
            version,
            day,
            tokens,
            line: cells.line(row),
            access: Access::Eba,
        });
    }
    match nameless {
        0 => {}
        _ if names_people => cells.report(findings::days_of_nobody(nameless)),
        _ => cells.report(findings::no_persons()),
    }
    cells.settled(usable)
}
