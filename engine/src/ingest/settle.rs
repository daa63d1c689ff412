//! The end of a daily export: how its days and numbers are to be read is decided from all their
//! distinct texts, and the rows get their values.

use super::columns::{Columns, Field};
use super::daily::{Daily, Doubtful, Fate, Pending};
use super::date_columns::DateColumns;
use super::dates;
use super::findings::{self, At};
use super::numbers::Number;
use super::placeholders;
use super::question::{DayOrder, DecimalMark, Question, Subject};
use super::readings::{Both, Verdict};
use super::seen::Seen;
use super::text::trim;
use super::totals::{self, Sums, TotalsLine};
use super::values::{
    DAY_READINGS, NUMBER_READINGS, Value, beyond_limit, contradiction, days_until, last_day, samples,
    show_number, sum, tally, values,
};
use crate::usage::{Access, Day, FileRows, Findings, Names, Row, Tokens};

/// The one list turns into the other where it stands, if both kinds of row are alike in size.
const _: () = assert!(size_of::<Pending>() == size_of::<Row>() && align_of::<Pending>() == align_of::<Row>());

/// What came of a file.
pub struct Settled {
    /// What was counted as rows and is none: totals lines with a day, months to come.
    pub not_rows: u64,
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
    let Readings { days, day_verdict, numbers: number_verdict, last_day } = readings(&daily);
    let days_question = day_verdict.is_open().then(|| days_question(&daily, &days, day_verdict));
    let numbers_question = number_verdict.is_open().then(|| numbers_question(&daily, number_verdict));
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
        days: Values { seen: &daily.days, values: days_until(last_day, values(&days, day_verdict)) },
        numbers: Values { seen: &daily.tokens, values: values(daily.tokens.values(), number_verdict) },
        last_day,
        findings,
        left_out: daily.left_out,
        tokens_left_out: Tokens::ZERO,
        ambiguous_days: 0,
        ambiguous_numbers: 0,
        ambiguous_rows: 0,
        sum: Tokens::ZERO,
        sum_at_last_total: Tokens::ZERO,
        sums_before: Vec::with_capacity(daily.totals.len()),
        totals_among_rows: 0,
        seat_rows: 0,
        seat_tokens: Tokens::ZERO,
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
    if daily.is_usable && !number_verdict.is_open() {
        settling.compare_totals(&daily.totals, number_verdict.way());
    }
    let days_question = days_question.and_then(|question| question.of_rows(settling.ambiguous_days));
    let numbers_question = numbers_question.and_then(|question| question.of_rows(settling.ambiguous_numbers));
    if daily.is_usable {
        for question in [&days_question, &numbers_question].into_iter().flatten() {
            settling.findings.push(findings::ambiguous(question));
        }
        if settling.seat_rows > 0 {
            settling.findings.push(findings::tokens_of_seats(settling.seat_rows, settling.seat_tokens));
        }
    }
    let Settling { left_out, tokens_left_out, totals_among_rows, ambiguous_rows, mut findings, .. } =
        settling;
    findings.sort_by_line();
    let identities = people.into_identities();
    let is_any_no_row = left_out > 0 || !daily.totals.is_empty() || totals_among_rows > 0;
    let (pools, rows) = if is_any_no_row { pools_of_rows(pools, rows) } else { (pools, rows) };
    let question = days_question.or(numbers_question).filter(|_| daily.is_usable);
    let question = question.map(|question| Question { rows: ambiguous_rows, ..question });
    let usable = FileRows { identities, pools, products, versions, rows, ..FileRows::default() };
    Settled { not_rows: totals_among_rows, left_out, tokens_left_out, usable, findings, question }
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

/// How a file's days and numbers are to be read.
struct Readings {
    /// What each text of a day says in the two ways.
    days: Vec<Option<Both<Day>>>,
    day_verdict: Verdict,
    numbers: Verdict,
    /// The last day, where others are far beyond it.
    last_day: Option<Day>,
}

fn readings(daily: &Daily) -> Readings {
    let mut rows_by_day = vec![0; daily.days.values().len()];
    let mut rows_by_number = vec![0; daily.tokens.values().len()];
    for pending in &daily.pending {
        rows_by_day[pending.day_text as usize] += 1;
        rows_by_number[pending.tokens_text as usize] += 1;
    }
    let day_choice = daily.choices.days.map(|order| usize::from(order == DayOrder::MonthFirst));
    let number_choice = daily.choices.numbers.map(|mark| usize::from(mark == DecimalMark::Comma));
    let DateColumns { mut texts, contradict } = DateColumns::of(&[&daily.days]);
    let days = texts.pop().unwrap_or_default();
    let mut day_tally = tally(&days, &rows_by_day);
    if contradict {
        day_tally.contradict();
    }
    let day_verdict = day_tally.verdict(day_choice);
    let numbers = tally(daily.tokens.values(), &rows_by_number).verdict(number_choice);
    let numbers = match numbers {
        Verdict::Ambiguous => {
            let sums = [0, 1].map(|way| sum(daily.tokens.values(), &rows_by_number, way));
            totals::deciding_way(&daily.totals, sums).map_or(numbers, Verdict::Take)
        }
        _ => numbers,
    };
    let last_day = last_day(&values(&days, day_verdict), &rows_by_day);
    Readings { days, day_verdict, numbers, last_day }
}

fn days_question(daily: &Daily, days: &[Option<Both<Day>>], verdict: Verdict) -> Question {
    Question {
        subject: Subject::Days,
        column: daily.columns.name(Field::Day).to_string(),
        readings: DAY_READINGS,
        contradiction: contradiction(&daily.days, days, verdict),
        rows: 0,
        samples: samples(&daily.days, days, verdict, |day| day.to_string()),
    }
}

fn numbers_question(daily: &Daily, verdict: Verdict) -> Question {
    let numbers = daily.tokens.values();
    Question {
        subject: Subject::Numbers,
        column: daily.columns.name(Field::Tokens).to_string(),
        readings: NUMBER_READINGS,
        contradiction: contradiction(&daily.tokens, numbers, verdict),
        rows: 0,
        samples: samples(&daily.tokens, numbers, verdict, show_number),
    }
}

/// The values of a column's texts, by number.
struct Values<'a, T> {
    seen: &'a Seen<Option<Both<T>>>,
    values: Vec<Value<T>>,
}

impl<T: Copy> Values<'_, T> {
    fn get(&self, number: usize) -> Value<T> {
        self.values.get(number).copied().unwrap_or(Value::Blank)
    }
}

struct Settling<'a> {
    columns: &'a Columns,
    days: Values<'a, Day>,
    numbers: Values<'a, Number>,
    /// The last day, where others are far beyond it.
    last_day: Option<Day>,
    findings: Findings,
    left_out: u64,
    tokens_left_out: Tokens,
    ambiguous_days: u64,
    ambiguous_numbers: u64,
    /// Rows of which either is ambiguous.
    ambiguous_rows: u64,
    /// Of all rows so far.
    sum: Tokens,
    /// Of the rows above the totals line before.
    sum_at_last_total: Tokens,
    /// The sum above each totals line.
    sums_before: Vec<Tokens>,
    totals_among_rows: u64,
    /// Rows of seats that state tokens.
    seat_rows: u64,
    seat_tokens: Tokens,
}

impl Settling<'_> {
    /// Gives a row its values, or leaves it out.
    fn row(&mut self, pending: &Pending) -> Option<Row> {
        let number = self.numbers.get(pending.tokens_text as usize);
        let is_seat = pending.fate == Fate::Used(Access::Subscription);
        let tokens = match number {
            Value::Is(Number::Tokens(tokens)) => Some(tokens),
            Value::Blank => Some(Tokens::ZERO),
            Value::Unreadable if is_seat && self.is_no_number(pending) => Some(Tokens::ZERO),
            _ => None,
        };
        let stated = tokens.unwrap_or(beyond_limit(number));
        self.sum += stated;
        let Fate::Used(access) = pending.fate else {
            self.tokens_left_out += stated;
            return None;
        };
        if let (Value::Is(day), Some(tokens)) = (self.days.get(pending.day_text as usize), tokens) {
            let tokens = if is_seat { self.without_tokens(tokens) } else { tokens };
            let Pending { identity, pool, product, version, line, .. } = *pending;
            return Some(Row { identity, pool, product, version, day, tokens, line, access });
        }
        self.left_out += 1;
        self.tokens_left_out += stated;
        self.report_unreadable(pending, number);
        None
    }

    /// Whether a cell of tokens says that there are none to be told.
    fn is_no_number(&self, pending: &Pending) -> bool {
        placeholders::is_no_number(&self.numbers.seen.text(pending.tokens_text as u32))
    }

    /// A seat's use costs no tokens, whatever its row says.
    fn without_tokens(&mut self, tokens: Tokens) -> Tokens {
        if tokens != Tokens::ZERO {
            self.seat_rows += 1;
            self.seat_tokens += tokens;
            self.tokens_left_out += tokens;
        }
        Tokens::ZERO
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
            (Value::Unreadable, _) if dates::year_first(&day_text).is_some() => findings::short_year(&day_at),
            (Value::Unreadable | Value::Blank, _) => findings::unreadable_day(&day_at),
            (Value::Far, _) => findings::far_day(&day_at, self.last_day.unwrap_or_default()),
            (Value::NotIn(way), _) => {
                findings::of_another_reading("unreadable_day", &day_at, DAY_READINGS[way])
            }
            (_, Value::Unreadable) => findings::unreadable_tokens(&number_at),
            (_, Value::NotIn(way)) => {
                findings::of_another_reading("unreadable_tokens", &number_at, NUMBER_READINGS[way])
            }
            (_, Value::Is(Number::BeyondLimit(_))) => findings::tokens_beyond_limit(&number_at),
            (day, number) => {
                self.ambiguous_days += u64::from(day == Value::Ambiguous);
                self.ambiguous_numbers += u64::from(number == Value::Ambiguous);
                self.ambiguous_rows += u64::from(day == Value::Ambiguous || number == Value::Ambiguous);
                return;
            }
        };
        self.findings.push(finding);
    }

    fn compare_totals(&mut self, lines: &[TotalsLine], way: usize) {
        let mut last = Tokens::ZERO;
        for (index, line) in lines.iter().enumerate() {
            // A line below the last row has no sum yet: it is that of all rows.
            let above = self.sums_before.get(index).copied().unwrap_or(self.sum);
            let used = self.sum - self.tokens_left_out;
            let sums = Sums { all: self.sum, above, since_last: above - last, used };
            last = above;
            if let Some(stated) = totals::difference(&line.text, sums, way) {
                let at = At { line: line.line, column: self.columns.name(Field::Tokens), text: &line.text };
                self.findings.push(findings::total_differs(&at, stated, above));
            }
        }
    }
}
