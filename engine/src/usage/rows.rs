//! The rows of one file, as ingest hands them over: columns resolved, names interned in the file.

use super::{Day, Names, Tokens};

/// How a product was accessed, where the export says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// Paid with tokens.
    Flex,
    /// Through a seat: costs no tokens, tells who has a seat.
    Subscription,
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
}

/// What a file was recognised as, by its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One row per user, product and day: the portal's daily usage or token usage export.
    Daily,
    /// Nothing that can be read.
    Unknown,
}

impl Shape {
    /// The stable name in results.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Shape::Daily => Some("daily"),
            Shape::Unknown => None,
        }
    }
}
