//! Files without days: the usage report, the list of purchases, the people sheet.

use super::access::access;
use super::cells::Cells;
use super::columns::Field;
use super::findings::{self, At};
use super::settle::Settled;
use super::sheet::Sheet;
use super::text::{fold, trim};
use super::values::Value;
use crate::usage::{Access, FileRows, StaffRow, SubscriptionRow, SumRow};

/// Words that begin a statement that no seat is assigned.
const NOT: [&str; 5] = ["un", "not", "nicht", "non", "no"];

/// What stands where there was no use yet, folded.
const NO_DAY: [&str; 9] = ["", "never", "none", "na", "null", "notused", "nie", "jamais", "nunca"];

/// Settles a usage report: sums over a range of days.
pub fn settle_usage_report(sheet: Sheet) -> Settled {
    let mut cells = Cells::of(sheet);
    let (mut usable, mut ambiguous) = (FileRows::default(), 0);
    for row in 0..cells.rows() {
        let line = cells.line(row);
        let Some(identity) = cells.who(row) else {
            let finding = findings::missing_person(line, &cells.sheet.columns);
            cells.leave_out(row, finding);
            continue;
        };
        let product = cells.product(row);
        if product.is_empty() {
            cells.leave_out_for_product(row);
            continue;
        }
        let last_accessed = match cells.day(row, Field::LastAccessed) {
            Value::Is(day) => Some(day),
            Value::Blank => None,
            // The day is of interest beside the tokens; they count without it.
            Value::Ambiguous => {
                ambiguous += 1;
                None
            }
            Value::Unreadable | Value::NotIn(_) | Value::Far => {
                report_last_use(&mut cells, row);
                None
            }
        };
        let access = access(&cells.raw(row, Field::Access));
        let is_seat = access == Access::Subscription;
        let tokens = if is_seat { cells.tokens_of_seat(row) } else { cells.tokens(row) };
        let Some(tokens) = tokens else {
            cells.leave_out_for_number(row, Field::Tokens);
            continue;
        };
        usable.sums.push(SumRow {
            identity,
            pool: usable.pools.intern(&cells.text(row, Field::Team)),
            product: usable.products.intern(&product),
            version: usable.versions.intern(&cells.text(row, Field::Version)),
            tokens,
            days_used: cells.count(row, Field::DaysUsed),
            days_inactive: cells.count(row, Field::DaysInactive),
            last_accessed,
            has_seat: has_seat(&cells.text(row, Field::SeatAssignment)),
            access,
            line,
        });
    }
    if cells.sheet.people.is_anyone_only_a_name() {
        cells.report(findings::people_by_name());
    }
    if !usable.sums.is_empty() {
        cells.report(findings::no_days_in_report());
    }
    // It is asked, but no row hangs on it.
    let question = cells.days_question.take().filter(|_| ambiguous > 0);
    let mut settled = cells.settled(usable);
    if let Some(question) = question {
        settled.findings.push(findings::ambiguous_last_use(&question, ambiguous));
        settled.findings.sort_by_line();
        settled.question = settled.question.or(Some(question));
    }
    settled
}

/// Notes a day of last use that cannot be read, unless it says that there is none.
fn report_last_use(cells: &mut Cells, row: usize) {
    let text = cells.raw(row, Field::LastAccessed).into_owned();
    if !NO_DAY.contains(&fold(&text).as_str()) {
        let at = At { line: cells.line(row), column: cells.name(Field::LastAccessed), text: trim(&text) };
        let finding = findings::unreadable_last_use(&at);
        cells.report(finding);
    }
}

fn has_seat(text: &str) -> Option<bool> {
    let folded = fold(text);
    (!folded.is_empty()).then(|| !NOT.iter().any(|word| folded.starts_with(word)))
}

/// Settles the list of purchases.
pub fn settle_subscriptions(sheet: Sheet) -> Settled {
    let mut cells = Cells::of(sheet);
    let mut usable = FileRows::default();
    for row in 0..cells.rows() {
        let Some(quantity) = cells.count(row, Field::SeatQuantity) else {
            cells.leave_out_for_number(row, Field::SeatQuantity);
            continue;
        };
        let offering = cells.product(row);
        if offering.is_empty() {
            cells.leave_out_for_product(row);
            continue;
        }
        let day = |field| match cells.day(row, field) {
            Value::Is(day) => Ok(Some(day)),
            Value::Blank => Ok(None),
            _ => Err(field),
        };
        let (start, end) = match (day(Field::TermStart), day(Field::TermEnd)) {
            (Ok(start), Ok(end)) => (start, end),
            (Err(field), _) | (_, Err(field)) => {
                cells.leave_out_for_day(row, field);
                continue;
            }
        };
        usable.subscriptions.push(SubscriptionRow {
            team: cells.text(row, Field::Team),
            offering,
            quantity,
            start,
            end,
            status: cells.text(row, Field::SubscriptionStatus),
            contract: cells.text(row, Field::ContractNumber),
            line: cells.line(row),
        });
    }
    cells.settled(usable)
}

/// Settles a people sheet.
pub fn settle_people(sheet: Sheet) -> Settled {
    let mut cells = Cells::of(sheet);
    let mut usable = FileRows::default();
    for row in 0..cells.rows() {
        let line = cells.line(row);
        let Some(identity) = cells.who(row) else {
            let finding = findings::missing_person(line, &cells.sheet.columns);
            cells.leave_out(row, finding);
            continue;
        };
        let mut unit = |field| usable.units.intern(&cells.text(row, field));
        let (department, cost_centre, project) =
            (unit(Field::Department), unit(Field::CostCentre), unit(Field::Project));
        usable.staff.push(StaffRow { identity, department, cost_centre, project, line });
    }
    if cells.sheet.people.is_anyone_only_a_name() {
        cells.report(findings::people_by_name());
    }
    cells.settled(usable)
}
