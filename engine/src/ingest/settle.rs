//! The end of a daily export: how its days and numbers are to be read is decided from all their
//! distinct texts, and the rows get their values.

use super::columns::{Columns, Field};
use super::daily::{Daily, Doubtful, Fate, Pending};
use super::findings::{self, At};
use super::numbers::Number;
use super::question::{DayOrder, DecimalMark, Question, Sample, Subject};
use super::readings::{Both, Tally, Verdict};
use super::seen::Seen;
use super::text::trim;
use super::totals::{self, Sums, TotalsLine};
use crate::usage::{Day, FileRows, Findings, Names, Row, Tokens};

pub const DAY_READINGS: [&str; 2] = ["the day first", "the month first"];
pub const NUMBER_READINGS: [&str; 2] = ["a decimal point", "a decimal comma"];

/// The one list turns into the other where it stands, if both kinds of row are alike in size.
const _: () = assert!(size_of::<Pending>() == size_of::<Row>() && align_of::<Pending>() == align_of::<Row>());

/// Cells that a question shows.
const SAMPLES: usize = 3;

/// What came of a file.
pub struct Settled {
    /// Totals lines that were counted as rows.
    pub totals_among_rows: u64,
    /// Rows left out.
    pub left_out: u64,
    /// Their tokens, as far as they could be read.
    pub tokens_left_out: Tokens,
    /// The others.
    pub usable: FileRows,
    /// What was noticed.
    pub findings: Findings,
    /// What only a person can tell.
    pub question: Option<Question>,
}

/// Settles a whole file.
pub fn settle(daily: Daily) -> Settled {
    let (day_verdict, number_verdict) = verdicts(&daily);
    let days_question = (day_verdict == Verdict::Ambiguous).then(|| days_question(&daily));
    let numbers_question = (number_verdict == Verdict::Ambiguous).then(|| numbers_question(&daily));
    let Daily { people, pools, products, versions, pending, mut findings, .. } = daily;
    if daily.rows == 0 {
        findings.push(findings::no_rows());
    }
    if daily.rows_beyond > 0 {
        findings.push(findings::too_many_rows(&daily.limits, daily.rows_beyond));
    }
    if people.is_anyone_only_a_name() {
        findings.push(findings::people_by_name());
    }
    let mut settling = Settling {
        columns: &daily.columns,
        days: Values::of(&daily.days, day_verdict),
        numbers: Values::of(&daily.tokens, number_verdict),
        findings,
        left_out: daily.left_out,
        tokens_left_out: Tokens::ZERO,
        ambiguous_days: 0,
        ambiguous_numbers: 0,
        sum: Tokens::ZERO,
        sum_at_last_total: Tokens::ZERO,
        sums_before: Vec::with_capacity(daily.totals.len()),
        totals_among_rows: 0,
    };
    let (mut index, mut totals) = (0, daily.totals.iter().peekable());
    let mut doubtful = daily.doubtful.into_iter().peekable();
    let rows: Vec<Row> = pending
        .into_iter()
        .filter_map(|pending| {
            while totals.next_if(|line| line.rows_before == index).is_some() {
                settling.sums_before.push(settling.sum);
                settling.sum_at_last_total = settling.sum;
            }
            let row = match doubtful.next_if(|doubtful| doubtful.index == index) {
                Some(doubtful) => settling.doubtful_row(&pending, doubtful),
                None => settling.row(&pending),
            };
            index += 1;
            row
        })
        .collect();
    if daily.is_usable {
        if number_verdict != Verdict::Ambiguous {
            settling.compare_totals(&daily.totals, number_verdict);
        }
        settling.report_ambiguous(days_question.as_ref(), numbers_question.as_ref());
    }
    let Settling { left_out, tokens_left_out, totals_among_rows, mut findings, .. } = settling;
    findings.sort_by_line();
    let identities = people.into_identities();
    let is_any_no_row = left_out > 0 || !daily.totals.is_empty() || totals_among_rows > 0;
    let (pools, rows) = if is_any_no_row { pools_of_rows(pools, rows) } else { (pools, rows) };
    let question = days_question.or(numbers_question).filter(|_| daily.is_usable);
    let usable = FileRows { identities, pools, products, versions, rows, ..FileRows::default() };
    Settled { totals_among_rows, left_out, tokens_left_out, usable, findings, question }
}

/// The pools that rows name. What stands in a totals line or in a row that was left out makes none.
fn pools_of_rows(pools: Names, mut rows: Vec<Row>) -> (Names, Vec<Row>) {
    let mut is_named = vec![false; pools.len()];
    rows.iter().for_each(|row| is_named[row.pool as usize] = true);
    if is_named.iter().all(|is_named| *is_named) {
        return (pools, rows);
    }
    let mut named = Names::default();
    let name = |(index, name)| if is_named[index] { named.intern(name) } else { 0 };
    let numbers: Vec<u32> = pools.iter().enumerate().map(name).collect();
    rows.iter_mut().for_each(|row| row.pool = numbers[row.pool as usize]);
    (named, rows)
}

fn verdicts(daily: &Daily) -> (Verdict, Verdict) {
    let mut rows_by_day = vec![0; daily.days.values().len()];
    let mut rows_by_number = vec![0; daily.tokens.values().len()];
    for pending in &daily.pending {
        rows_by_day[pending.day_text as usize] += 1;
        rows_by_number[pending.tokens_text as usize] += 1;
    }
    let day_choice = daily.choices.days.map(|order| usize::from(order == DayOrder::MonthFirst));
    let number_choice = daily.choices.numbers.map(|mark| usize::from(mark == DecimalMark::Comma));
    (
        tally(&daily.days, &rows_by_day).verdict(day_choice),
        tally(&daily.tokens, &rows_by_number).verdict(number_choice),
    )
}

pub fn tally<T: Copy + PartialEq>(seen: &Seen<Option<Both<T>>>, rows: &[u64]) -> Tally {
    let mut tally = Tally::default();
    for (both, rows) in seen.values().iter().zip(rows) {
        if let Some(both) = both {
            tally.count(both, *rows);
        }
    }
    tally
}

fn days_question(daily: &Daily) -> Question {
    Question {
        subject: Subject::Days,
        column: daily.columns.name(Field::Day).to_string(),
        readings: DAY_READINGS,
        samples: samples(&daily.days, |day| day.to_string()),
    }
}

fn numbers_question(daily: &Daily) -> Question {
    Question {
        subject: Subject::Numbers,
        column: daily.columns.name(Field::Tokens).to_string(),
        readings: NUMBER_READINGS,
        samples: samples(&daily.tokens, show_number),
    }
}

/// A number in a question.
pub fn show_number(number: Number) -> String {
    match number {
        Number::Tokens(tokens) => tokens.to_f64().to_string(),
        Number::BeyondLimit => "too many".to_string(),
    }
}

/// The first texts that say different things in the two ways.
pub fn samples<T: Copy + PartialEq>(seen: &Seen<Option<Both<T>>>, show: impl Fn(T) -> String) -> Vec<Sample> {
    let differing = |(number, both): (usize, &Option<Both<T>>)| {
        let both = (*both)?;
        let show = |value: Option<T>| value.map_or("nothing".to_string(), &show);
        (both[0] != both[1])
            .then(|| Sample { text: trim(&seen.text(number as u32)).to_string(), readings: both.map(show) })
    };
    seen.values().iter().enumerate().filter_map(differing).take(SAMPLES).collect()
}

/// What a text says in the end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<T> {
    /// This.
    Is(T),
    /// There is nothing.
    Blank,
    /// It can be read in neither way.
    Unreadable,
    /// It can be read, but not in this way, which fits the column.
    NotIn(usize),
    /// It says different things in the two ways.
    Ambiguous,
}

/// The values of a column's texts, by number.
struct Values<'a, T> {
    seen: &'a Seen<Option<Both<T>>>,
    values: Vec<Value<T>>,
}

/// The values of all texts, by number.
pub fn values<T: Copy + PartialEq>(seen: &Seen<Option<Both<T>>>, verdict: Verdict) -> Vec<Value<T>> {
    let value = |both: &Option<Both<T>>| {
        let Some(both) = *both else { return Value::Blank };
        match verdict.value(both) {
            Some(value) => Value::Is(value),
            None if both == [None, None] => Value::Unreadable,
            None => match verdict {
                Verdict::Take(way) => Value::NotIn(way),
                Verdict::Ambiguous => Value::Ambiguous,
            },
        }
    };
    seen.values().iter().map(value).collect()
}

impl<'a, T: Copy + PartialEq> Values<'a, T> {
    fn of(seen: &'a Seen<Option<Both<T>>>, verdict: Verdict) -> Values<'a, T> {
        Values { seen, values: values(seen, verdict) }
    }

    fn get(&self, number: usize) -> Value<T> {
        self.values.get(number).copied().unwrap_or(Value::Blank)
    }
}

struct Settling<'a> {
    columns: &'a Columns,
    days: Values<'a, Day>,
    numbers: Values<'a, Number>,
    findings: Findings,
    left_out: u64,
    tokens_left_out: Tokens,
    ambiguous_days: u64,
    ambiguous_numbers: u64,
    /// Of all rows so far.
    sum: Tokens,
    /// Of the rows above the totals line before.
    sum_at_last_total: Tokens,
    /// The sum above each totals line.
    sums_before: Vec<Tokens>,
    totals_among_rows: u64,
}

impl Settling<'_> {
    /// Gives a row its values, or leaves it out.
    fn row(&mut self, pending: &Pending) -> Option<Row> {
        let number = self.numbers.get(pending.tokens_text as usize);
        let tokens = match number {
            Value::Is(Number::Tokens(tokens)) => Some(tokens),
            Value::Blank => Some(Tokens::ZERO),
            _ => None,
        };
        self.sum += tokens.unwrap_or(Tokens::ZERO);
        let Fate::Used(access) = pending.fate else {
            self.tokens_left_out += tokens.unwrap_or(Tokens::ZERO);
            return None;
        };
        if let (Value::Is(day), Some(tokens)) = (self.days.get(pending.day_text as usize), tokens) {
            let Pending { identity, pool, product, version, line, .. } = *pending;
            return Some(Row { identity, pool, product, version, day, tokens, line, access });
        }
        self.left_out += 1;
        self.tokens_left_out += tokens.unwrap_or(Tokens::ZERO);
        self.report_unreadable(pending, number);
        None
    }

    /// A row with a day that calls itself a total is one if it states a sum of the rows above it.
    fn doubtful_row(&mut self, pending: &Pending, doubtful: Doubtful) -> Option<Row> {
        let stated = self.numbers.get(pending.tokens_text as usize);
        let sums = [self.sum, self.sum - self.sum_at_last_total];
        if self.sum != Tokens::ZERO && sums.iter().any(|sum| stated == Value::Is(Number::Tokens(*sum))) {
            self.totals_among_rows += 1;
            self.sum_at_last_total = self.sum;
            return None;
        }
        if let Some(reason) = doubtful.reason {
            self.left_out += 1;
            self.findings.push(reason);
        }
        self.row(pending)
    }

    /// The first thing of a row that could not be read.
    fn report_unreadable(&mut self, pending: &Pending, number: Value<Number>) {
        let day_text = self.days.seen.text(pending.day_text);
        let tokens_text = self.numbers.seen.text(pending.tokens_text as u32);
        let (line, columns) = (pending.line, self.columns);
        let day_at = At { line, column: columns.name(Field::Day), text: trim(&day_text) };
        let number_at = At { line, column: columns.name(Field::Tokens), text: trim(&tokens_text) };
        let finding = match (self.days.get(pending.day_text as usize), number) {
            (Value::Unreadable | Value::Blank, _) => findings::unreadable_day(&day_at),
            (Value::NotIn(way), _) => {
                findings::of_another_reading("unreadable_day", &day_at, DAY_READINGS[way])
            }
            (_, Value::Unreadable) => findings::unreadable_tokens(&number_at),
            (_, Value::NotIn(way)) => {
                findings::of_another_reading("unreadable_tokens", &number_at, NUMBER_READINGS[way])
            }
            (_, Value::Is(Number::BeyondLimit)) => findings::tokens_beyond_limit(&number_at),
            (Value::Ambiguous, _) => {
                self.ambiguous_days += 1;
                return;
            }
            _ => {
                self.ambiguous_numbers += 1;
                return;
            }
        };
        self.findings.push(finding);
    }

    fn report_ambiguous(&mut self, days: Option<&Question>, numbers: Option<&Question>) {
        if let Some(question) = days {
            self.findings.push(findings::ambiguous("ambiguous_dates", question, self.ambiguous_days));
        }
        if let Some(question) = numbers {
            self.findings.push(findings::ambiguous("ambiguous_numbers", question, self.ambiguous_numbers));
        }
    }

    fn compare_totals(&mut self, lines: &[TotalsLine], verdict: Verdict) {
        let way = if verdict == Verdict::Take(1) { 1 } else { 0 };
        let mut last = Tokens::ZERO;
        for (index, line) in lines.iter().enumerate() {
            // A line below the last row has no sum yet: it is that of all rows.
            let above = self.sums_before.get(index).copied().unwrap_or(self.sum);
            let sums = Sums { all: self.sum, above, since_last: above - last };
            last = above;
            if let Some(stated) = totals::difference(&line.text, sums, way) {
                let at = At { line: line.line, column: self.columns.name(Field::Tokens), text: &line.text };
                self.findings.push(findings::total_differs(&at, stated, above));
            }
        }
    }
}
