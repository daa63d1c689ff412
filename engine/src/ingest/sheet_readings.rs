//! The date and number columns of a sheet, taken together, and what is asked about them.

use super::columns::Field;
use super::date_columns::DateColumns;
use super::forms::Form;
use super::question::{Question, Subject};
use super::readings::{Both, Verdict};
use super::seen::Seen;
use super::sheet::{Column, Sheet};
use super::values::{self, DAY_READINGS, NUMBER_READINGS, contradiction, samples, show_number};
use crate::usage::{Day, Tokens};

/// In how many rows each text of a column stands.
pub fn counts(sheet: &Sheet, begins: usize, texts: usize) -> Vec<u64> {
    let mut counts = vec![0; texts];
    for row in sheet.cells.chunks_exact(sheet.width) {
        counts[row[begins] as usize] += 1;
    }
    counts
}

/// A column's texts in the two ways, and where the column begins in a row.
pub type DateTexts = (Vec<Option<Both<Day>>>, usize);

/// The date columns of a sheet, in their order.
pub struct SheetDates {
    /// Each column's texts.
    pub texts: Vec<DateTexts>,
    /// Some are written in the one country's way and some in the other's.
    pub contradict: bool,
}

/// Reads them.
pub fn date_texts(sheet: &Sheet) -> SheetDates {
    let date = |(_, column, begins): &(Field, Column, usize)| match column {
        Column::Day(_) | Column::Time(_) => Some(*begins),
        _ => None,
    };
    let seen = sheet.kept.iter().filter_map(|(_, column, _)| match column {
        Column::Day(seen) | Column::Time(seen) => Some(seen),
        _ => None,
    });
    let seen: Vec<&Seen<Option<Both<Day>>>> = seen.collect();
    let begins = sheet.kept.iter().filter_map(date);
    // A monthly sheet's dates are months, of which only the first day is known.
    if sheet.form == Form::Months {
        let texts = seen.iter().map(|seen| seen.values().to_vec()).zip(begins).collect();
        return SheetDates { texts, contradict: false };
    }
    let DateColumns { texts, contradict } = DateColumns::of(&seen);
    SheetDates { texts: texts.into_iter().zip(begins).collect(), contradict }
}

/// What the tokens of all rows add up to in the two ways.
pub fn sums(sheet: &Sheet) -> [Tokens; 2] {
    let tokens = sheet.kept.iter().find_map(|(field, column, begins)| match column {
        Column::Number(seen) if *field == Field::Tokens => Some((seen, *begins)),
        _ => None,
    });
    let Some((seen, begins)) = tokens else { return [Tokens::ZERO; 2] };
    let rows = counts(sheet, begins, seen.values().len());
    [0, 1].map(|way| values::sum(seen.values(), &rows, way))
}

/// What is asked about the first date column with cells of which it cannot be told.
pub fn days_question(sheet: &Sheet, dates: &SheetDates, verdict: Verdict) -> Option<Question> {
    let columns = sheet.kept.iter().filter_map(|(field, column, _)| match column {
        Column::Day(seen) | Column::Time(seen) => Some((field, seen)),
        _ => None,
    });
    columns.zip(&dates.texts).find_map(|((field, seen), (texts, _))| {
        let samples = samples(seen, texts, verdict, |day| day.to_string());
        let column = sheet.columns.name(*field).to_string();
        (!samples.is_empty()).then_some(Question {
            subject: Subject::Days,
            column,
            readings: DAY_READINGS,
            contradiction: contradiction(seen, texts, verdict),
            rows: 0,
            samples,
        })
    })
}

/// The same about numbers.
pub fn numbers_question(sheet: &Sheet, verdict: Verdict) -> Option<Question> {
    sheet.kept.iter().find_map(|(field, column, _)| {
        let Column::Number(seen) = column else { return None };
        let samples = samples(seen, seen.values(), verdict, show_number);
        let column = sheet.columns.name(*field).to_string();
        (!samples.is_empty()).then_some(Question {
            subject: Subject::Numbers,
            column,
            readings: NUMBER_READINGS,
            contradiction: contradiction(seen, seen.values(), verdict),
            rows: 0,
            samples,
        })
    })
}
