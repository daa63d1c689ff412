//! The rows of one file, as ingest hands them over: columns resolved, names interned in the file.

use super::{Day, MonthRow, Names, SessionRow, StaffRow, SubscriptionRow, SumRow, Tokens};

/// How a product was accessed, where the export says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// Paid with tokens.
    Flex,
    /// Through a seat: costs no tokens, tells who has a seat.
    Subscription,
    /// Paid with tokens of an enterprise agreement (Token Flex / EBA), which are not Flex tokens.
    Eba,
}

/// The pool of EBA tokens where a file names none; the names of all others begin so.
const EBA_POOL: &str = "Token Flex (EBA)";

/// The name of a pool of EBA tokens: Flex and EBA tokens never meet in one pool.
pub fn eba_pool(name: &str) -> String {
    if name.is_empty() { EBA_POOL.to_string() } else { format!("{EBA_POOL}: {name}") }
}

/// Whether a pool's name is that of a pool of EBA tokens.
pub fn is_eba_pool(name: &str) -> bool {
    name.strip_prefix(EBA_POOL).is_some_and(|rest| rest.is_empty() || rest.starts_with(": "))
}

/// One usable row of a daily export. The numbers are indices into the tables of [`FileRows`].
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Into [`FileRows::identities`].
    pub identity: u32,
    /// Into [`FileRows::pools`].
    pub pool: u32,
    /// Into [`FileRows::products`].
    pub product: u32,
    /// Into [`FileRows::versions`].
    pub version: u32,
    /// The day the charge's window opened.
    pub day: Day,
    /// What the row states; 0 where the cell is empty.
    pub tokens: Tokens,
    /// The line of the file on which the row begins; the first line is 1.
    pub line: u32,
    /// Flex or subscription.
    pub access: Access,
}

/// Everything a file says about who a row belongs to. Empty where it says nothing or was masked.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    /// In lower case.
    pub email: String,
    /// As given.
    pub autodesk_id: String,
    /// As given.
    pub hashed_id: String,
    /// First and last name, joined; for the screen only.
    pub name: String,
}

/// What stands in a person's place where a file names nobody.
const NOBODY: &str = "(no person named)";

/// Ends each part of an identity where it is one text; is none of the characters in them.
pub const END_OF_PART: char = '\u{1f}';

impl Identity {
    /// The identity of rows that belong to nobody in particular.
    pub fn nobody() -> Identity {
        Identity { name: NOBODY.to_string(), ..Identity::default() }
    }

    /// All of it as one text: equal exactly where all parts are.
    pub fn text(&self) -> String {
        let parts = [&self.email, &self.autodesk_id, &self.hashed_id, &self.name];
        let mut text = String::with_capacity(parts.iter().map(|part| part.len() + 1).sum());
        for part in parts {
            text.push_str(part);
            text.push(END_OF_PART);
        }
        text
    }

    /// Whether it is that.
    pub fn is_nobody(&self) -> bool {
        self.name == NOBODY
            && self.email.is_empty()
            && self.autodesk_id.is_empty()
            && self.hashed_id.is_empty()
    }
}

/// How the charges of a file's sessions come about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SessionRule {
    /// The rows state them.
    #[default]
    AsGiven,
    /// They are worked out by the rule of Flex: windows of 24 hours.
    Flex,
    /// They are worked out by the rule of the enterprise agreement: calendar days.
    Eba {
        /// The server's offset from UTC in seconds, which makes the calendar.
        utc_offset: i32,
    },
}

/// The usable rows of one file.
#[derive(Clone, Default)]
pub struct FileRows {
    /// Who, one entry a distinct combination of ids and names.
    pub identities: Vec<Identity>,
    /// Teams; a team's packs are its pool. The empty name where the file has no team column.
    pub pools: Names,
    /// What is charged: the offering, else the product.
    pub products: Names,
    /// Versions; the empty name where there is none.
    pub versions: Names,
    /// In the order of the file.
    pub rows: Vec<Row>,
    /// The times of rows that are sessions.
    pub sessions: Vec<SessionRow>,
    /// How the charges of these sessions come about.
    pub rule: SessionRule,
    /// Whether its tokens are those of an enterprise agreement.
    pub is_eba: bool,
    /// Tells this file's content from another's of the same name.
    pub print: u64,
    /// Sums over a range of days.
    pub sums: Vec<SumRow>,
    /// Sums of a month.
    pub months: Vec<MonthRow>,
    /// Who belongs where.
    pub staff: Vec<StaffRow>,
    /// The departments, cost centres and projects of `staff`.
    pub units: Names,
    /// What was bought.
    pub subscriptions: Vec<SubscriptionRow>,
}

impl FileRows {
    /// How many rows of the file are in it.
    pub fn count(&self) -> usize {
        self.rows.len() + self.sums.len() + self.months.len() + self.staff.len() + self.subscriptions.len()
    }
}

/// What a file was recognised as, by its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One row per user, product and day: the portal's daily usage or token usage export.
    Daily,
    /// One row per person and product with sums over a range of days: the portal's usage report.
    UsageReport,
    /// Daily use of an enterprise agreement, without persons.
    EbaDaily,
    /// Sessions of an enterprise agreement.
    EbaSessions,
    /// Tokens per month, kept by hand.
    Months,
    /// Read as the user said.
    Mapped,
    /// What was bought: the portal's list of subscriptions.
    Subscriptions,
    /// Who belongs to which department, cost centre and project.
    People,
    /// Nothing that can be read.
    Unknown,
}

impl Shape {
    /// The stable name in results.
    pub fn name(self) -> Option<&'static str> {
        Some(match self {
            Shape::Daily => "daily",
            Shape::UsageReport => "usage_report",
            Shape::EbaDaily => "eba_daily",
            Shape::EbaSessions => "eba_sessions",
            Shape::Months => "months",
            Shape::Mapped => "mapped",
            Shape::Subscriptions => "subscriptions",
            Shape::People => "people",
            Shape::Unknown => return None,
        })
    }
}
