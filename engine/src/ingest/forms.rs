//! The forms of files, told by their columns and never by their names.

use super::columns::{Columns, Field};
use crate::usage::Shape;

/// A form of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One row a person, product and day.
    Daily,
    /// One row a person and product, with sums over a range of days.
    UsageReport,
    /// Daily use of an enterprise agreement, without persons.
    EbaDaily,
    /// Sessions of an enterprise agreement.
    EbaSessions,
    /// Sessions that the user's mapping tells how to read.
    Sessions,
    /// Tokens per month.
    Months,
    /// What was bought.
    Subscriptions,
    /// Who belongs where.
    People,
}

/// Two of them tell sessions of an enterprise agreement.
const EBA_SESSIONS: &[Field] = &[
    Field::SessionStart,
    Field::SessionEnd,
    Field::ChargeCategory,
    Field::Server,
    Field::UsageMinutes,
    Field::ServerOffset,
];
/// One of them tells that a file with sessions' columns is no daily export with a few more columns.
const OF_AGREEMENT: &[Field] = &[
    Field::SessionStart,
    Field::SessionEnd,
    Field::ChargeCategory,
    Field::UsageCategory,
    Field::ContractYear,
    Field::TokenPool,
    Field::LineCode,
];
/// Two of them tell daily use of an enterprise agreement.
const EBA_DAILY: &[Field] = &[Field::ContractYear, Field::TokenPool, Field::UsageCategory, Field::LineCode];
/// Two of them tell a usage report, where there are no days.
const USAGE_REPORT: &[Field] = &[
    Field::DaysUsed,
    Field::MonthlyAverage,
    Field::DaysInactive,
    Field::UserActivity,
    Field::SeatAssignment,
    Field::LastAccessed,
    Field::AssignedDate,
    Field::UnassignedDate,
];
/// Two of them tell a list of purchases.
const SUBSCRIPTIONS: &[Field] = &[
    Field::SeatQuantity,
    Field::SubscriptionId,
    Field::SubscriptionStatus,
    Field::AutorenewDate,
    Field::ContractNumber,
];
/// One of them beside a person tells a people sheet.
const PEOPLE: &[Field] = &[Field::Department, Field::CostCentre, Field::Project];

impl Form {
    /// The form of a file with these columns. Where nothing fits it is taken for a daily export, which
    /// then lacks something.
    pub fn of(columns: &Columns) -> Form {
        let has = |field| columns.has(field);
        let amount = has(Field::Tokens) || has(Field::RunningTotal);
        let is_daily = columns.missing().is_empty();
        if is_daily && columns.has_id() && columns.count(OF_AGREEMENT) == 0 {
            Form::Daily
        } else if columns.count(EBA_SESSIONS) >= 2 {
            Form::EbaSessions
        } else if columns.count(EBA_DAILY) >= 2 {
            Form::EbaDaily
        } else if is_daily {
            Form::Daily
        } else if columns.count(USAGE_REPORT) >= 2 {
            Form::UsageReport
        } else if columns.count(SUBSCRIPTIONS) >= 2 {
            Form::Subscriptions
        } else if is_report_in_part(columns) {
            Form::UsageReport
        } else if is_by_month(columns, amount) {
            Form::Months
        } else if columns.names_people() && columns.count(PEOPLE) > 0 && !amount && !has(Field::Day) {
            Form::People
        } else {
            Form::Daily
        }
    }

    /// How well a header with these columns would do: not at all, as a few figures, as an export.
    pub fn worth(columns: &Columns) -> u8 {
        match Form::of(columns) {
            form if !form.missing(columns).is_empty() => 0,
            Form::Months | Form::People => 1,
            Form::Daily if !columns.names_people() => 1,
            Form::UsageReport if columns.count(USAGE_REPORT) < 2 => 1,
            _ => 2,
        }
    }

    /// The form of a file with mapped columns.
    pub fn of_mapped(columns: &Columns) -> Form {
        let has = |field| columns.has(field);
        if has(Field::SessionStart) {
            Form::Sessions
        } else if has(Field::Month) || has(Field::RunningTotal) {
            Form::Months
        } else if columns.count(PEOPLE) > 0 && !has(Field::Tokens) {
            Form::People
        } else {
            Form::Daily
        }
    }

    /// What it is called in results.
    pub fn shape(self) -> Shape {
        match self {
            Form::Daily => Shape::Daily,
            Form::UsageReport => Shape::UsageReport,
            Form::EbaDaily => Shape::EbaDaily,
            Form::EbaSessions => Shape::EbaSessions,
            Form::Sessions => Shape::Mapped,
            Form::Months => Shape::Months,
            Form::Subscriptions => Shape::Subscriptions,
            Form::People => Shape::People,
        }
    }

    /// What a file of this form needs and these columns do not have, in words.
    pub fn missing(self, columns: &Columns) -> Vec<&'static str> {
        let lacks = |is_there: bool, words| (!is_there).then_some(words);
        let has = |field| columns.has(field);
        let person = "the person (“Email”, “autodesk_id” or “hashed_autodesk_id”)";
        let product = "the product (“Product” or “offering_name”)";
        let tokens = "the tokens (“tokensConsumed”)";
        let wanted = match self {
            Form::Daily => return columns.missing(),
            Form::UsageReport => {
                vec![lacks(columns.names_products(), product), lacks(columns.names_people(), person)]
            }
            Form::EbaDaily => {
                vec![lacks(has(Field::Day), "the day (“usageDate”)"), lacks(has(Field::Tokens), tokens)]
            }
            Form::EbaSessions => vec![
                lacks(
                    has(Field::Day) || has(Field::SessionStart),
                    "the day (“usageDate” or “sessionStartDate”)",
                ),
                lacks(columns.names_products(), "the product (“productName”)"),
                lacks(has(Field::Tokens), tokens),
            ],
            Form::Sessions => vec![
                lacks(has(Field::SessionStart), "the start of a session"),
                lacks(
                    has(Field::SessionEnd) || has(Field::UsageMinutes),
                    "the end of a session or its minutes",
                ),
                lacks(columns.names_products(), "the product"),
                lacks(columns.names_people(), "the person"),
            ],
            Form::Months => vec![
                lacks(has(Field::Month) || has(Field::Day), "the month (“Month”)"),
                lacks(
                    has(Field::Tokens) || has(Field::RunningTotal),
                    "the tokens (“Tokens used” or “Running total”)",
                ),
            ],
            Form::People => Vec::new(),
            Form::Subscriptions => vec![
                lacks(has(Field::SeatQuantity), "the quantity (“seat_quantity”)"),
                lacks(columns.names_products(), "what was bought (“offering_name”)"),
            ],
        };
        wanted.into_iter().flatten().collect()
    }
}

/// Sums of people and products without a day, of which not all columns were kept.
fn is_report_in_part(columns: &Columns) -> bool {
    let has = |field| columns.has(field);
    let is_dated = has(Field::Day) || has(Field::Month);
    let is_sum = has(Field::Tokens) && columns.names_people() && columns.names_products();
    is_sum && !is_dated && (columns.count(USAGE_REPORT) > 0 || columns.knows_all)
}

/// Months, or days of use for their months only: such as name no product. A month with nothing else beside it is
/// taken for a sheet that lacks its tokens.
fn is_by_month(columns: &Columns, amount: bool) -> bool {
    let (has_month, has_day) = (columns.has(Field::Month), columns.has(Field::Day));
    let is_without_products = is_bare(columns) || (!columns.names_products() && columns.knows_all);
    match amount {
        true => has_month || (has_day && is_without_products),
        false => has_month && !has_day && is_bare(columns),
    }
}

/// Neither persons nor products: a day's or a month's tokens only.
fn is_bare(columns: &Columns) -> bool {
    !columns.names_people() && !columns.names_products()
}
