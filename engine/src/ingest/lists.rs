//! Files without days: the usage report, the list of purchases, the people sheet.

use super::cells::Cells;
use super::columns::Field;
use super::daily::access;
use super::findings;
use super::settle::Settled;
use super::sheet::Sheet;
use super::text::fold;
use super::values::Value;
use crate::usage::{Access, FileRows, StaffRow, SubscriptionRow, SumRow};

/// Words that begin a statement that no seat is assigned.
const NOT: [&str; 5] = ["un", "not", "nicht", "non", "no"];

/// Settles a usage report: sums over a range of days.
pub fn settle_usage_report(sheet: Sheet) -> Settled {
    let mut cells = Cells::of(sheet);
    let mut usable = FileRows::default();
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
            _ => {
                cells.leave_out_for_day(row, Field::LastAccessed);
                continue;
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
    cells.settled(usable)
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
