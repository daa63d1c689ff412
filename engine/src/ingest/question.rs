//! What only a person can tell about a file, and their answers.

pub use crate::usage::{DayOrder, DecimalMark, MonthlyTokens};

/// What was answered. Where nothing is, the column decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// How dates are to be read.
    pub days: Option<DayOrder>,
    /// How numbers are to be read.
    pub numbers: Option<DecimalMark>,
    /// What the tokens of a monthly sheet are.
    pub months: Option<MonthlyTokens>,
}

/// What a question is about, that is, which field of [`Choices`] answers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// [`Choices::days`], whose two values are the two readings in this order.
    Days,
    /// [`Choices::numbers`], likewise.
    Numbers,
    /// [`Choices::months`], likewise.
    Months,
}

/// A column that can be read in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub subject: Subject,
    /// The column's header as the file spells it.
    pub column: String,
    /// The rows of the file that are left out until all that is asked of it is answered.
    pub rows: u64,
    /// The two ways, in words.
    pub readings: [&'static str; 2],
    /// Where some cells are only read in the one way and some only in the other: one of each.
    pub contradiction: Option<[String; 2]>,
    /// Up to three cells, in the order of the file.
    pub samples: Vec<Sample>,
}

impl Question {
    /// The same of so many rows; none where no row hangs on the answer.
    pub fn of_rows(self, rows: u64) -> Option<Question> {
        (rows > 0).then_some(Question { rows, ..self })
    }
}

/// A cell and what it says in the two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The cell.
    pub text: String,
    /// A day as 2026-07-31, or a number; *nothing* where it cannot be read so.
    pub readings: [String; 2],
}
