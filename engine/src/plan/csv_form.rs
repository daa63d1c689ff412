//! The dialect of the tables that are saved as CSV.

/// What stands between two cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tabulator.
    Tab,
}

impl Delimiter {
    /// All.
    pub const ALL: [Delimiter; 3] = [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab];

    /// Its stable name, which the saved form holds.
    pub fn name(self) -> &'static str {
        match self {
            Delimiter::Comma => "comma",
            Delimiter::Semicolon => "semicolon",
            Delimiter::Tab => "tab",
        }
    }

    /// The one of a name.
    pub fn from_name(name: &str) -> Option<Delimiter> {
        Delimiter::ALL.into_iter().find(|one| one.name() == name)
    }

    /// As it is written.
    pub fn byte(self) -> u8 {
        match self {
            Delimiter::Comma => b',',
            Delimiter::Semicolon => b';',
            Delimiter::Tab => b'\t',
        }
    }
}

/// The dialect of all tables that are saved as CSV. The default is RFC 4180's, with the byte-order
/// mark that Excel needs to see UTF-8.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CsvForm {
    /// What stands between two cells.
    pub delimiter: Delimiter,
    /// Numbers have a decimal comma instead of a point.
    pub decimal_comma: bool,
    /// The file begins without a byte-order mark.
    pub no_mark: bool,
}

impl CsvForm {
    /// The decimal mark.
    pub fn decimal(self) -> char {
        if self.decimal_comma { ',' } else { '.' }
    }
}
