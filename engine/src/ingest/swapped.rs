//! Sessions in which user and machine stand in each other's column.

use super::columns::{Columns, Field};
use super::dates;
use super::decode::field_text;
use super::record::Record;
use super::text::fold;
use crate::usage::Day;

/// Since then user and machine of some products stand in each other's column: 2021-12-01.
const SWAPPED_SINCE: Day = Day(18_962);
const SWAPPED: [&str; 3] = ["arnold", "rendernode", "vred"];

/// Whether user and machine of this row stand in each other's column.
pub fn is_swapped(columns: &Columns, record: &Record<'_>) -> bool {
    let product = columns.cell(Field::Product, record);
    let is_one = |text: &str| {
        let folded = fold(text);
        SWAPPED.iter().any(|name| folded.contains(name))
    };
    // Folding costs time, and hardly any product is one of them.
    if !product.iter().any(|b| matches!(b, b'v' | b'V' | b'a' | b'A' | b'r' | b'R'))
        || !is_one(&field_text(product))
    {
        return false;
    }
    let start = columns.text(Field::SessionStart, record);
    let date =
        dates::split_time(&start).map_or_else(|| columns.text(Field::Day, record), |(date, _)| date.into());
    let [day_first, month_first] = dates::read(&date);
    day_first.or(month_first).is_some_and(|day| day >= SWAPPED_SINCE)
}
