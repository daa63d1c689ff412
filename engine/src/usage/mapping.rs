//! How to read a file that no portal made, as its owner said it once.

use serde::{Deserialize, Serialize};

/// Which of day and month comes first in dates such as 03/04/2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayOrder {
    /// 3 April.
    DayFirst,
    /// March 4.
    MonthFirst,
}

/// What separates whole tokens from parts of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecimalMark {
    /// 1.500 is one and a half.
    Point,
    /// 1.500 is fifteen hundred.
    Comma,
}

/// What stands beside the months of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MonthlyTokens {
    /// The tokens of each month.
    PerMonth,
    /// The tokens from the start of the term to the month's end.
    RunningTotal,
}

/// How charges come about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MappedRule {
    /// Worked out by the rule of Flex: windows of 24 hours.
    Flex,
    /// Worked out by the rule of the enterprise agreement: calendar days. Its tokens are EBA tokens.
    Eba,
    /// As the file states them.
    AsGiven,
}

/// What a column can be said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MappedField {
    /// Who: an e-mail, an id or a name.
    Person,
    /// Their team.
    Team,
    /// What was used.
    Product,
    /// Which version of it.
    Version,
    /// The day of a charge.
    Day,
    /// Its tokens.
    Tokens,
    /// When a session began.
    Start,
    /// When it ended.
    End,
    /// How long it lasted, in minutes.
    Minutes,
    /// How long without input, in minutes.
    IdleMinutes,
    /// A month.
    Month,
    /// Tokens from the start of the term on.
    RunningTotal,
    /// A person's department.
    Department,
    /// Their cost centre.
    CostCentre,
    /// Their project.
    Project,
}

impl MappedField {
    /// All of them.
    pub const ALL: [MappedField; 15] = [
        MappedField::Person,
        MappedField::Team,
        MappedField::Product,
        MappedField::Version,
        MappedField::Day,
        MappedField::Tokens,
        MappedField::Start,
        MappedField::End,
        MappedField::Minutes,
        MappedField::IdleMinutes,
        MappedField::Month,
        MappedField::RunningTotal,
        MappedField::Department,
        MappedField::CostCentre,
        MappedField::Project,
    ];

    /// The stable name in a saved plan.
    pub fn name(self) -> &'static str {
        match self {
            MappedField::Person => "person",
            MappedField::Team => "team",
            MappedField::Product => "product",
            MappedField::Version => "version",
            MappedField::Day => "day",
            MappedField::Tokens => "tokens",
            MappedField::Start => "start",
            MappedField::End => "end",
            MappedField::Minutes => "minutes",
            MappedField::IdleMinutes => "idle_minutes",
            MappedField::Month => "month",
            MappedField::RunningTotal => "running_total",
            MappedField::Department => "department",
            MappedField::CostCentre => "cost_centre",
            MappedField::Project => "project",
        }
    }
}

/// How to read files with a certain header. Without fields it only answers what is ambiguous; the
/// columns are then known by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The header it is for.
    pub header: Vec<String>,
    /// Which column is what, by its header.
    pub fields: Vec<(MappedField, String)>,
    /// How dates are to be read.
    pub days: Option<DayOrder>,
    /// How numbers are to be read.
    pub numbers: Option<DecimalMark>,
    /// What the tokens of a monthly sheet are.
    pub months: Option<MonthlyTokens>,
    /// How far its times are from UTC, in minutes.
    pub utc_offset_minutes: Option<i32>,
    /// How charges come about; as given where the file states tokens, else by the rule of Flex.
    pub rule: Option<MappedRule>,
}

impl Mapping {
    /// The column of a field.
    pub fn column(&self, field: MappedField) -> Option<&str> {
        self.fields.iter().find(|(known, _)| *known == field).map(|(_, column)| column.as_str())
    }

    /// Whether it is for files with this header; case and white space do not matter.
    pub fn is_for<T: AsRef<str>>(&self, header: &[T]) -> bool {
        let plain = |text: &str| text.trim().to_lowercase();
        let trimmed = |header: &[T]| {
            header.len() - header.iter().rev().take_while(|h| h.as_ref().trim().is_empty()).count()
        };
        let own = self.header.len() - self.header.iter().rev().take_while(|h| h.trim().is_empty()).count();
        own > 0
            && own == trimmed(header)
            && self.header[..own].iter().zip(header).all(|(own, other)| plain(own) == plain(other.as_ref()))
    }
}
