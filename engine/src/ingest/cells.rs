//! The cells of a sheet, read: how its dates and numbers are to be read is decided from all of them.

use super::columns::Field;
use super::dates::Clock;
use super::findings::{self, At};
use super::numbers::Number;
use super::placeholders;
use super::question::{DayOrder, DecimalMark, Question, Subject};
use super::readings::{Tally, Verdict};
use super::settle::{DAY_READINGS, NUMBER_READINGS, Settled, Value, samples, show_number, tally, values};
use super::sheet::{Column, NO_ONE, Sheet, unpack};
use super::text::{clean, trim};
use super::totals::{self, Sums};
use crate::usage::{Day, FileRows, Finding, Tokens};
use std::borrow::Cow;

/// The values of one column's texts.
enum Read {
    Text,
    Days(Vec<Value<Day>>),
    Numbers(Vec<Value<Number>>),
}

/// A sheet whose cells can be read, and what becomes of its rows.
pub struct Cells {
    /// The sheet.
    pub sheet: Sheet,
    read: Vec<Read>,
    number_verdict: Verdict,
    /// Rows left out.
    pub left_out: u64,
    /// Their tokens, as far as they could be read.
    pub tokens_left_out: Tokens,
    /// What only a person can tell.
    pub question: Option<Question>,
    ambiguous_days: u64,
    ambiguous_numbers: u64,
}

impl Cells {
    /// Decides how the cells of a sheet are to be read.
    pub fn of(sheet: Sheet) -> Cells {
        let (mut days, mut numbers) = (Tally::default(), Tally::default());
        for (_, column, begins) in &sheet.kept {
            match column {
                Column::Text(_) => {}
                Column::Day(seen) | Column::Time(seen) => {
                    days.add(&tally(seen, &counts(&sheet, *begins, seen.values().len())));
                }
                Column::Number(seen) => {
                    numbers.add(&tally(seen, &counts(&sheet, *begins, seen.values().len())));
                }
            }
        }
        let day_choice = sheet.choices.days.map(|order| usize::from(order == DayOrder::MonthFirst));
        let number_choice = sheet.choices.numbers.map(|mark| usize::from(mark == DecimalMark::Comma));
        let (days, numbers) = (days.verdict(day_choice), numbers.verdict(number_choice));
        let read = |(_, column, _): &(Field, Column, usize)| match column {
            Column::Text(_) => Read::Text,
            Column::Day(seen) | Column::Time(seen) => Read::Days(values(seen, days)),
            Column::Number(seen) => Read::Numbers(values(seen, numbers)),
        };
        let question = (days == Verdict::Ambiguous).then(|| days_question(&sheet)).flatten();
        let question =
            question.or_else(|| (numbers == Verdict::Ambiguous).then(|| numbers_question(&sheet)).flatten());
        Cells {
            read: sheet.kept.iter().map(read).collect(),
            number_verdict: numbers,
            left_out: sheet.left_out,
            tokens_left_out: Tokens::ZERO,
            question: question.filter(|_| sheet.is_usable),
            ambiguous_days: 0,
            ambiguous_numbers: 0,
            sheet,
        }
    }

    /// How many rows were kept.
    pub fn rows(&self) -> usize {
        self.sheet.lines.len()
    }

    /// The line of a row.
    pub fn line(&self, row: usize) -> u32 {
        self.sheet.lines[row]
    }

    /// The person of a row.
    pub fn who(&self, row: usize) -> Option<u32> {
        Some(self.sheet.cells[row * self.sheet.width]).filter(|who| *who != NO_ONE)
    }

    fn at(&self, row: usize, field: Field) -> Option<(usize, usize)> {
        let column = self.sheet.kept.iter().position(|(known, ..)| *known == field)?;
        Some((column, row * self.sheet.width + self.sheet.kept[column].2))
    }

    /// A cell as it stands in the file.
    pub fn raw(&self, row: usize, field: Field) -> Cow<'_, str> {
        let Some((column, at)) = self.at(row, field) else { return Cow::Borrowed("") };
        let number = self.sheet.cells[at];
        match &self.sheet.kept[column].1 {
            Column::Text(seen) => seen.text(number),
            Column::Day(seen) => seen.text(number),
            Column::Time(seen) => match unpack(self.sheet.cells[at + 1]) {
                None => seen.text(number),
                Some(Clock { seconds, .. }) => {
                    let (date, is_sharp) = (seen.text(number), seconds % 60 == 0);
                    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
                    // The file's own text is not kept; portals write the one form, people the other.
                    match date.as_bytes().get(4) {
                        Some(b'-') => format!("{date}T{hours:02}:{minutes:02}:{seconds:02}").into(),
                        _ if is_sharp => format!("{date} {hours:02}:{minutes:02}").into(),
                        _ => format!("{date} {hours:02}:{minutes:02}:{seconds:02}").into(),
                    }
                }
            },
            Column::Number(seen) => seen.text(number),
        }
    }

    /// A cell trimmed, and empty where it is masked.
    pub fn text(&self, row: usize, field: Field) -> String {
        clean(&self.raw(row, field)).to_string()
    }

    /// The first of two cells that says something.
    pub fn first_text(&self, row: usize, fields: [Field; 2]) -> String {
        let text = self.text(row, fields[0]);
        if text.is_empty() { self.text(row, fields[1]) } else { text }
    }

    /// The offering is what is charged; the product stands in where there is none.
    pub fn product(&self, row: usize) -> String {
        let name = |field| placeholders::product(&self.raw(row, field)).to_string();
        let offering = name(Field::Offering);
        if offering.is_empty() { name(Field::Product) } else { offering }
    }

    /// Leaves a row out that names no product.
    pub fn leave_out_for_product(&mut self, row: usize) {
        let text = self.first_text(row, [Field::Offering, Field::Product]);
        let finding = findings::missing_product(self.line(row), &self.sheet.columns, &text);
        self.leave_out(row, finding);
    }

    /// A day.
    pub fn day(&self, row: usize, field: Field) -> Value<Day> {
        let Some((column, at)) = self.at(row, field) else { return Value::Blank };
        match &self.read[column] {
            Read::Days(days) => days[self.sheet.cells[at] as usize],
            _ => Value::Blank,
        }
    }

    /// A number.
    pub fn number(&self, row: usize, field: Field) -> Value<Number> {
        let Some((column, at)) = self.at(row, field) else { return Value::Blank };
        match &self.read[column] {
            Read::Numbers(numbers) => numbers[self.sheet.cells[at] as usize],
            _ => Value::Blank,
        }
    }

    /// A number that is whole and not negative, where there is one.
    pub fn count(&self, row: usize, field: Field) -> Option<u32> {
        match self.number(row, field) {
            Value::Is(Number::Tokens(tokens)) if tokens.0 >= 0 => {
                u32::try_from(tokens.0 / crate::usage::MICRO).ok()
            }
            _ => None,
        }
    }

    /// A date with its time.
    pub fn moment(&self, row: usize, field: Field) -> Option<(Day, Clock)> {
        let Value::Is(day) = self.day(row, field) else { return None };
        let (_, at) = self.at(row, field)?;
        Some((day, unpack(self.sheet.cells[at + 1])?))
    }

    /// The tokens of a row as far as they can be read.
    pub fn tokens(&self, row: usize) -> Option<Tokens> {
        match self.number(row, Field::Tokens) {
            Value::Is(Number::Tokens(tokens)) => Some(tokens),
            Value::Blank => Some(Tokens::ZERO),
            _ => None,
        }
    }

    /// The header of a field as the file spells it.
    pub fn name(&self, field: Field) -> &str {
        self.sheet.columns.name(field)
    }

    /// Keeps a finding.
    pub fn report(&mut self, finding: Finding) {
        self.sheet.findings.push(finding);
    }

    /// Leaves a row out.
    pub fn leave_out(&mut self, row: usize, finding: Finding) {
        self.leave_out_silently(row);
        self.report(finding);
    }

    fn leave_out_silently(&mut self, row: usize) {
        self.left_out += 1;
        self.tokens_left_out += self.tokens(row).unwrap_or(Tokens::ZERO);
    }

    /// Leaves a row out whose day cannot be read.
    pub fn leave_out_for_day(&mut self, row: usize, field: Field) {
        let text = self.raw(row, field).into_owned();
        let at = At { line: self.line(row), column: self.name(field), text: trim(&text) };
        let finding = match self.day(row, field) {
            Value::Ambiguous => {
                self.ambiguous_days += 1;
                return self.leave_out_silently(row);
            }
            Value::Blank => findings::missing_day(at.line, &self.sheet.columns),
            Value::NotIn(way) => findings::of_another_reading("unreadable_day", &at, DAY_READINGS[way]),
            _ => findings::unreadable_day(&at),
        };
        self.leave_out(row, finding);
    }

    /// Leaves a row out whose tokens, or another number, cannot be read.
    pub fn leave_out_for_number(&mut self, row: usize, field: Field) {
        let text = self.raw(row, field).into_owned();
        let at = At { line: self.line(row), column: self.name(field), text: trim(&text) };
        let finding = match self.number(row, field) {
            Value::Ambiguous => {
                self.ambiguous_numbers += 1;
                return self.leave_out_silently(row);
            }
            Value::NotIn(way) => findings::of_another_reading("unreadable_tokens", &at, NUMBER_READINGS[way]),
            Value::Is(Number::BeyondLimit) => findings::tokens_beyond_limit(&at),
            _ => findings::unreadable_tokens(&at),
        };
        self.leave_out(row, finding);
    }

    /// Ends the file with what could be used of it.
    pub fn settled(mut self, mut usable: FileRows) -> Settled {
        if self.sheet.rows == 0 {
            self.report(findings::no_rows());
        }
        if self.sheet.rows_beyond > 0 {
            let finding = findings::too_many_rows(&self.sheet.limits, self.sheet.rows_beyond);
            self.report(finding);
        }
        if let Some(question) = self.question.clone().filter(|_| self.sheet.is_usable) {
            match question.subject {
                Subject::Days => {
                    self.report(findings::ambiguous("ambiguous_dates", &question, self.ambiguous_days))
                }
                Subject::Numbers => {
                    self.report(findings::ambiguous("ambiguous_numbers", &question, self.ambiguous_numbers));
                }
                _ => {}
            }
        }
        self.compare_totals();
        let Cells { mut sheet, left_out, tokens_left_out, question, .. } = self;
        sheet.findings.sort_by_line();
        usable.identities = sheet.people.into_identities();
        Settled {
            totals_among_rows: 0,
            left_out,
            tokens_left_out,
            usable,
            findings: sheet.findings,
            question,
        }
    }

    /// All rows are left out: the file's columns do not suffice.
    pub fn unusable(mut self) -> Settled {
        (0..self.rows()).for_each(|row| self.leave_out_silently(row));
        self.sheet.totals.clear();
        self.settled(FileRows::default())
    }

    fn compare_totals(&mut self) {
        if self.number_verdict == Verdict::Ambiguous || !self.sheet.columns.has(Field::Tokens) {
            return;
        }
        let way = usize::from(self.number_verdict == Verdict::Take(1));
        let all: Tokens = (0..self.rows()).filter_map(|row| self.tokens(row)).sum();
        let (mut above, mut last, mut row) = (Tokens::ZERO, Tokens::ZERO, 0);
        for line in std::mem::take(&mut self.sheet.totals) {
            while row < line.rows_before {
                above += self.tokens(row).unwrap_or(Tokens::ZERO);
                row += 1;
            }
            let sums = Sums { all, above, since_last: above - last };
            last = above;
            if let Some(stated) = totals::difference(&line.text, sums, way) {
                let at = At { line: line.line, column: self.name(Field::Tokens), text: &line.text };
                let finding = findings::total_differs(&at, stated, above);
                self.report(finding);
            }
        }
    }
}

/// In how many rows each text of a column stands.
fn counts(sheet: &Sheet, begins: usize, texts: usize) -> Vec<u64> {
    let mut counts = vec![0; texts];
    for row in sheet.cells.chunks_exact(sheet.width) {
        counts[row[begins] as usize] += 1;
    }
    counts
}

fn days_question(sheet: &Sheet) -> Option<Question> {
    sheet.kept.iter().find_map(|(field, column, _)| {
        let (Column::Day(seen) | Column::Time(seen)) = column else { return None };
        let samples = samples(seen, |day| day.to_string());
        let column = sheet.columns.name(*field).to_string();
        (!samples.is_empty()).then_some(Question {
            subject: Subject::Days,
            column,
            readings: DAY_READINGS,
            samples,
        })
    })
}

fn numbers_question(sheet: &Sheet) -> Option<Question> {
    sheet.kept.iter().find_map(|(field, column, _)| {
        let Column::Number(seen) = column else { return None };
        let samples = samples(seen, show_number);
        let column = sheet.columns.name(*field).to_string();
        (!samples.is_empty()).then_some(Question {
            subject: Subject::Numbers,
            column,
            readings: NUMBER_READINGS,
            samples,
        })
    })
}
