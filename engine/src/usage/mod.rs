//! The nouns: days, tokens, money, people, rows, the log. Depends on nothing else of ours.

mod amount;
mod day;
mod finding;
mod log;
mod mapping;
mod names;
mod number;
mod people;
mod rows;
mod sheets;

pub use amount::{MICRO, Money, ROW_TOKENS_MAX, Tokens, mul_div_rounded};
pub use day::{DAY_MAX, DAY_MIN, Day, Month, WEEKDAYS};
pub use finding::{FINDING_TEXT_CHARS_MAX, FINDINGS_KEPT_MAX, Finding, Findings};
pub use log::{
    Differing, Entry, FILES_MAX, LoadedFile, Log, MonthSum, NewFile, NoPlace, Session, Staff, Sum, Unplaced,
    WorkedOut,
};
pub use mapping::{DayOrder, DecimalMark, MappedField, MappedRule, Mapping, MonthlyTokens};
pub use names::{Names, hash, print};
pub use number::number;
pub use people::{People, Person};
pub use rows::{Access, END_OF_PART, FileRows, Identity, Row, SessionRule, Shape, eba_pool, is_eba_pool};
pub use sheets::{ChargeCategory, MonthRow, SessionRow, StaffRow, SubscriptionRow, SumRow};
