//! The cells of a sheet, read: how its dates and numbers are to be read is decided from all of them.

use super::columns::Field;
use super::dates::{self, Clock};
use super::findings::{self, At};
use super::forms::Form;
use super::numbers::Number;
use super::placeholders;
use super::question::{DayOrder, DecimalMark, Question};
use super::readings::{Tally, Verdict};
use super::settle::Settled;
use super::sheet::{Column, NO_ONE, Sheet, unpack};
use super::sheet_readings::{counts, date_texts, days_question, numbers_question, sums};
use super::text::{clean, trim};
use super::totals::{self, Sums};
use super::values::{self, DAY_READINGS, NUMBER_READINGS, Value, tally};
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
    /// Rows that are none: months to come, without tokens.
    pub not_rows: u64,
    /// What only a person can tell of a monthly sheet.
    pub months_question: Option<Question>,
    /// What only a person can tell about the sheet's days.
    pub days_question: Option<Question>,
    numbers_question: Option<Question>,
    ambiguous_days: u64,
    ambiguous_numbers: u64,
    /// Rows of which either is ambiguous.
    ambiguous_rows: u64,
    /// The last day, where others are far beyond it.
    last_day: Option<Day>,
    /// Rows of seats that state tokens.
    seat_rows: u64,
    seat_tokens: Tokens,
}

impl Cells {
    /// Decides how the cells of a sheet are to be read.
    pub fn of(sheet: Sheet) -> Cells {
        let (mut days, mut numbers) = (Tally::default(), Tally::default());
        let mut dates = date_texts(&sheet);
        for (texts, begins) in &dates.texts {
            days.add(&tally(texts, &counts(&sheet, *begins, texts.len())));
        }
        if dates.contradict {
            days.contradict();
        }
        for (_, column, begins) in &sheet.kept {
            if let Column::Number(seen) = column {
                numbers.add(&tally(seen.values(), &counts(&sheet, *begins, seen.values().len())));
            }
        }
        let day_choice = sheet.choices.days.map(|order| usize::from(order == DayOrder::MonthFirst));
        let number_choice = sheet.choices.numbers.map(|mark| usize::from(mark == DecimalMark::Comma));
        let (days, mut numbers) = (days.verdict(day_choice), numbers.verdict(number_choice));
        if numbers == Verdict::Ambiguous
            && let Some(way) = totals::deciding_way(&sheet.totals, sums(&sheet))
        {
            numbers = Verdict::Take(way);
        }
        let days_question = days.is_open().then(|| days_question(&sheet, &dates, days)).flatten();
        let numbers_question = numbers.is_open().then(|| numbers_question(&sheet, numbers)).flatten();
        let mut last_day = None;
        dates.texts.reverse();
        let read = |(field, column, begins): &(Field, Column, usize)| match column {
            Column::Text(_) => Read::Text,
            Column::Day(_) | Column::Time(_) => {
                let (texts, _) = dates.texts.pop().unwrap_or_default();
                let read = values::values(&texts, days);
                if sheet.form == Form::EbaDaily && *field == Field::Day {
                    last_day = values::last_day(&read, &counts(&sheet, *begins, read.len()));
                }
                Read::Days(values::days_until(last_day, read))
            }
            Column::Number(seen) => Read::Numbers(values::values(seen.values(), numbers)),
        };
        Cells {
            read: sheet.kept.iter().map(read).collect(),
            number_verdict: numbers,
            left_out: sheet.left_out,
            tokens_left_out: Tokens::ZERO,
            not_rows: 0,
            months_question: None,
            days_question,
            numbers_question,
            ambiguous_days: 0,
            ambiguous_numbers: 0,
            ambiguous_rows: 0,
            last_day,
            seat_rows: 0,
            seat_tokens: Tokens::ZERO,
            sheet,
        }
    }

    /// Which of the two readings its numbers are read in.
    pub fn number_way(&self) -> usize {
        self.number_verdict.way()
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
        self.tokens_left_out += self.stated(row);
    }

    /// The tokens that a row states, also where it states more than one may.
    fn stated(&self, row: usize) -> Tokens {
        self.tokens(row).unwrap_or_else(|| values::beyond_limit(self.number(row, Field::Tokens)))
    }

    /// The tokens of a row of a seat: none, since a seat's use costs none, whatever the row says.
    pub fn tokens_of_seat(&mut self, row: usize) -> Option<Tokens> {
        if matches!(self.number(row, Field::Tokens), Value::Unreadable)
            && placeholders::is_no_number(&self.raw(row, Field::Tokens))
        {
            return Some(Tokens::ZERO);
        }
        let tokens = self.tokens(row)?;
        if tokens != Tokens::ZERO {
            self.seat_rows += 1;
            self.seat_tokens += tokens;
            self.tokens_left_out += tokens;
        }
        Some(Tokens::ZERO)
    }

    /// Counts a row for each column of which it cannot be told what its cell says.
    fn count_ambiguous(&mut self, row: usize) {
        let cell =
            |column: usize| self.sheet.cells[row * self.sheet.width + self.sheet.kept[column].2] as usize;
        let is_open = |(column, read): (usize, &Read)| match read {
            Read::Text => [false, false],
            Read::Days(days) => [days[cell(column)] == Value::Ambiguous, false],
            Read::Numbers(numbers) => [false, numbers[cell(column)] == Value::Ambiguous],
        };
        let open =
            self.read.iter().enumerate().map(is_open).fold([false; 2], |a, b| [a[0] || b[0], a[1] || b[1]]);
        self.ambiguous_days += u64::from(open[0]);
        self.ambiguous_numbers += u64::from(open[1]);
        self.ambiguous_rows += u64::from(open[0] || open[1]);
    }

    /// Leaves a row out whose day cannot be read.
    pub fn leave_out_for_day(&mut self, row: usize, field: Field) {
        let text = self.raw(row, field).into_owned();
        let at = At { line: self.line(row), column: self.name(field), text: trim(&text) };
        let finding = match self.day(row, field) {
            Value::Ambiguous => {
                self.count_ambiguous(row);
                return self.leave_out_silently(row);
            }
            Value::Blank | Value::Unreadable if self.sheet.form == Form::Months => {
                findings::unreadable_month(&at)
            }
            Value::Blank => findings::missing_day(at.line, &self.sheet.columns),
            Value::Far => findings::far_day(&at, self.last_day.unwrap_or_default()),
            Value::Unreadable if dates::year_first(&text).is_some() => findings::short_year(&at),
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
                self.count_ambiguous(row);
                return self.leave_out_silently(row);
            }
            Value::NotIn(way) => findings::of_another_reading("unreadable_tokens", &at, NUMBER_READINGS[way]),
            Value::Is(Number::BeyondLimit(_)) => findings::tokens_beyond_limit(&at),
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
        let days = self.days_question.take().and_then(|question| question.of_rows(self.ambiguous_days));
        let numbers = self.numbers_question.take().and_then(|q| q.of_rows(self.ambiguous_numbers));
        if self.sheet.is_usable {
            for question in [&days, &numbers].into_iter().flatten() {
                self.report(findings::ambiguous(question));
            }
            if self.seat_rows > 0 {
                self.report(findings::tokens_of_seats(self.seat_rows, self.seat_tokens));
            }
        }
        let months = self.months_question.take();
        let rows = self.ambiguous_rows + months.as_ref().map_or(0, |months| months.rows);
        let question = days.or(numbers).or(months).filter(|_| self.sheet.is_usable);
        let question = question.map(|question| Question { rows, ..question });
        self.compare_totals();
        let Cells { mut sheet, left_out, tokens_left_out, not_rows, .. } = self;
        sheet.findings.sort_by_line();
        usable.identities = sheet.people.into_identities();
        Settled { not_rows, left_out, tokens_left_out, usable, findings: sheet.findings, question }
    }

    /// All rows are left out: the file's columns do not suffice.
    pub fn unusable(mut self) -> Settled {
        (0..self.rows()).for_each(|row| self.leave_out_silently(row));
        self.sheet.totals.clear();
        self.settled(FileRows::default())
    }

    fn compare_totals(&mut self) {
        if self.number_verdict.is_open() || !self.sheet.columns.has(Field::Tokens) {
            return;
        }
        let way = self.number_way();
        let all: Tokens = (0..self.rows()).filter_map(|row| self.tokens(row)).sum();
        let (mut above, mut last, mut row) = (Tokens::ZERO, Tokens::ZERO, 0);
        for line in std::mem::take(&mut self.sheet.totals) {
            while row < line.rows_before {
                above += self.tokens(row).unwrap_or(Tokens::ZERO);
                row += 1;
            }
            let sums = Sums { all, above, since_last: above - last, used: all - self.tokens_left_out };
            last = above;
            if let Some(stated) = totals::difference(&line.text, sums, way) {
                let at = At { line: line.line, column: self.name(Field::Tokens), text: &line.text };
                let finding = findings::total_differs(&at, stated, above);
                self.report(finding);
            }
        }
    }
}
