//! What a row lacks that every row needs.

use super::columns::{Columns, Field};
use super::findings;
use super::record::Record;
use crate::usage::Finding;

/// What is not there.
pub enum Lack {
    /// This field and all behind it: the row is too short.
    Field(Field),
    /// A person.
    Person,
    /// A product.
    Product,
    /// A day.
    Day,
}

impl Lack {
    /// Says so.
    pub fn finding(&self, columns: &Columns, record: &Record<'_>) -> Finding {
        let line = record.line;
        match self {
            Lack::Field(field) => {
                findings::too_few_fields(line, record.len(), columns.names.len(), columns.name(*field))
            }
            Lack::Person => findings::missing_person(line, columns),
            Lack::Product => findings::missing_product(line, columns, &columns.product_cell(record)),
            Lack::Day => findings::missing_day(line, columns),
        }
    }
}
