//! Rows of other kinds than daily ones, as ingest hands them over. As in [`super::Row`], the numbers
//! are indices into the tables of [`super::FileRows`].

use super::{Access, Day, Month, Tokens};

/// What an enterprise agreement's export says about a session's charge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChargeCategory {
    /// Nothing.
    #[default]
    Unstated,
    /// It opened a day and was charged.
    Charged,
    /// It was charged the difference to what was used before it on that day.
    Incremental,
    /// Too short to be charged.
    Casual,
    /// Another one had opened the day before.
    Free,
}

/// When a person had a product open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// Who.
    pub identity: u32,
    /// Whose tokens.
    pub pool: u32,
    /// What.
    pub product: u32,
    /// Which version of it.
    pub version: u32,
    /// The day that its charge is listed on.
    pub day: Day,
    /// Seconds since 1970-01-01 UTC.
    pub start: i64,
    /// How long it was open.
    pub seconds: u32,
    /// Seconds without input in it, where that is known.
    pub idle_seconds: Option<u32>,
    /// What the export says about its charge.
    pub category: ChargeCategory,
    /// The line of the file.
    pub line: u32,
}

/// What one person used of one product in a range of days that the file does not state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SumRow {
    /// Who.
    pub identity: u32,
    /// Whose tokens.
    pub pool: u32,
    /// What.
    pub product: u32,
    /// Which version of it.
    pub version: u32,
    /// Tokens in all; 0 where the cell is empty, as it is for subscriptions.
    pub tokens: Tokens,
    /// Days with use.
    pub days_used: Option<u32>,
    /// Days since the last use.
    pub days_inactive: Option<u32>,
    /// Day of the last use.
    pub last_accessed: Option<Day>,
    /// Whether a seat is assigned.
    pub has_seat: Option<bool>,
    /// Flex or subscription.
    pub access: Access,
    /// The line of the file.
    pub line: u32,
}

/// Tokens of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthRow {
    /// Whose tokens.
    pub pool: u32,
    /// Which month.
    pub month: Month,
    /// Tokens used in it.
    pub tokens: Tokens,
    /// The line of the file.
    pub line: u32,
}

/// Where a person belongs: indices into the units of the file; the empty name where nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaffRow {
    /// Who.
    pub identity: u32,
    /// Department.
    pub department: u32,
    /// Cost centre.
    pub cost_centre: u32,
    /// Project.
    pub project: u32,
    /// The line of the file.
    pub line: u32,
}

/// One purchase in the portal's list, which states neither price nor persons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubscriptionRow {
    /// The team; empty where the file names none.
    pub team: String,
    /// What was bought.
    pub offering: String,
    /// How many: seats, or tokens where Flex was bought.
    pub quantity: u32,
    /// First day.
    pub start: Option<Day>,
    /// Last day.
    pub end: Option<Day>,
    /// As the portal says it.
    pub status: String,
    /// The contract's number.
    pub contract: String,
    /// The line of the file.
    pub line: u32,
}

impl SubscriptionRow {
    /// Whether it is a pack of Flex tokens, not seats.
    pub fn is_tokens(&self) -> bool {
        self.offering.split(|c: char| !c.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case("flex"))
    }
}
