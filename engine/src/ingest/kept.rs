//! The columns that each form of sheet keeps, and what kind of text stands in them.

use super::columns::Field;
use super::forms::Form;
use super::numbers::Number;
use super::readings::Both;
use super::seen::Seen;
use crate::usage::Day;

/// A column and what is known of its texts.
pub enum Column {
    /// Any text.
    Text(Seen<()>),
    /// Dates.
    Day(Seen<Option<Both<Day>>>),
    /// Dates with times: the date's text, then the time in a number of its own.
    Time(Seen<Option<Both<Day>>>),
    /// Numbers.
    Number(Seen<Option<Both<Number>>>),
}

impl Column {
    /// For the texts of this field.
    pub fn of(field: Field) -> Column {
        match field {
            Field::SessionStart | Field::SessionEnd => Column::Time(Seen::new()),
            Field::Day | Field::Month | Field::LastAccessed | Field::TermStart | Field::TermEnd => {
                Column::Day(Seen::new())
            }
            Field::Tokens
            | Field::RunningTotal
            | Field::DaysUsed
            | Field::DaysInactive
            | Field::SeatQuantity
            | Field::UsageMinutes
            | Field::IdleMinutes => Column::Number(Seen::new()),
            _ => Column::Text(Seen::new()),
        }
    }

    /// How many numbers of a row it takes.
    pub fn width(&self) -> usize {
        if matches!(self, Column::Time(_)) { 2 } else { 1 }
    }
}

/// What each form keeps, beside the person.
pub fn fields(form: Form) -> &'static [Field] {
    use Field::*;
    match form {
        Form::Daily => &[],
        Form::UsageReport => &[
            Team,
            Offering,
            Product,
            Version,
            Tokens,
            DaysUsed,
            DaysInactive,
            SeatAssignment,
            LastAccessed,
            Access,
        ],
        Form::EbaDaily => &[TokenPool, Product, Offering, Day, Tokens],
        Form::EbaSessions | Form::Sessions => &[
            Team,
            TokenPool,
            Product,
            Offering,
            Version,
            Day,
            SessionStart,
            SessionEnd,
            ServerOffset,
            ChargeCategory,
            UsageCategory,
            Tokens,
            UsageMinutes,
            IdleMinutes,
        ],
        Form::Months => &[Team, Month, Day, Tokens, RunningTotal],
        Form::Subscriptions => {
            &[Team, Offering, Product, SeatQuantity, TermStart, TermEnd, SubscriptionStatus, ContractNumber]
        }
        Form::People => &[Department, CostCentre, Project],
    }
}
