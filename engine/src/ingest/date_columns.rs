//! What only whole columns tell about their dates: whether dots stand between day and month in this order, and
//! whether a year of two digits comes first.

use super::dates;
use super::readings::Both;
use super::seen::Seen;
use crate::usage::Day;

/// A year of two digits means none before it: few exports of Flex or its forerunner are older.
const SHORT_YEAR_MIN: i32 = 2016;

/// A day further than this beyond all days before it is taken for a slip of the keyboard: two years.
const FAR_DAYS_MIN: i32 = 731;
/// Where more rows than this say so, it is none.
const FAR_ROWS_MAX: u64 = 5;

/// The texts of date columns, read with regard to each other.
pub struct DateColumns {
    /// For each column what each of its texts says in the two ways.
    pub texts: Vec<Vec<Option<Both<Day>>>>,
    /// Some are written in the one country's way and some in the other's.
    pub contradict: bool,
}

impl DateColumns {
    /// Reads them.
    pub fn of(columns: &[&Seen<Option<Both<Day>>>]) -> DateColumns {
        let mut texts: Vec<Vec<Option<Both<Day>>>> =
            columns.iter().map(|seen| seen.values().to_vec()).collect();
        for (seen, texts) in columns.iter().zip(&mut texts) {
            read_short_years(seen, texts);
        }
        let is_month_first = |both: &Option<Both<Day>>| matches!(both, Some([None, Some(_)]));
        let mut contradict = false;
        // With dots the day comes first, unless a date of the file is read only with the month first.
        if texts.iter().flatten().any(is_month_first) {
            let (mut is_any_without_dots, mut is_any_open) = (false, false);
            for (seen, texts) in columns.iter().zip(&mut texts) {
                for (number, both) in texts.iter_mut().enumerate().filter(|(_, both)| both.is_some()) {
                    match dates::with_dots(&seen.text(number as u32)) {
                        Some(dots) => {
                            is_any_open |= matches!(dots, [Some(a), Some(b)] if a != b);
                            *both = Some(dots);
                        }
                        None => is_any_without_dots |= is_month_first(both),
                    }
                }
            }
            // A spreadsheet turns those dates that it can read into its own form, and leaves the others.
            contradict = is_any_without_dots && is_any_open;
        }
        DateColumns { texts, contradict }
    }
}

/// `26-03-02`: where the first number varies less than the last, it is the year; unless the last may be one too,
/// for then nobody can tell.
fn read_short_years(seen: &Seen<Option<Both<Day>>>, texts: &mut [Option<Both<Day>>]) {
    let mut short: Vec<(usize, Day)> = Vec::new();
    let (mut firsts, mut lasts) = (Vec::new(), Vec::new());
    for number in 0..texts.len() {
        let Some([first, _, last]) = dates::short(&seen.text(number as u32)) else { continue };
        let day = dates::year_first(&seen.text(number as u32)).filter(is_recent);
        let Some(day) = day else { return };
        short.push((number, day));
        firsts.push(first);
        lasts.push(last);
    }
    let count = |numbers: &mut Vec<u32>| {
        numbers.sort_unstable();
        numbers.dedup();
        numbers.len()
    };
    if count(&mut firsts) >= count(&mut lasts) {
        return;
    }
    let fits = |way: usize| {
        short
            .iter()
            .all(|(number, _)| texts[*number].and_then(|both| both[way]).is_some_and(|day| is_recent(&day)))
    };
    let is_open = fits(0) || fits(1);
    for (number, day) in short {
        texts[number] = Some(if is_open { [None, None] } else { [Some(day), Some(day)] });
    }
}

fn is_recent(day: &Day) -> bool {
    Day::from_ymd(SHORT_YEAR_MIN, 1, 1).is_some_and(|first| *day >= first)
}

/// The last day before a gap of more than two years that only a few rows lie behind; `days` each with its rows.
pub fn last_before_far(mut days: Vec<(Day, u64)>) -> Option<Day> {
    days.sort_unstable();
    let all: u64 = days.iter().map(|(_, rows)| rows).sum();
    let mut behind = 0;
    for pair in days.windows(2).rev() {
        behind += pair[1].1;
        if behind > FAR_ROWS_MAX || behind * 2 >= all {
            return None;
        }
        if pair[0].0.days_until(pair[1].0) > FAR_DAYS_MIN {
            return Some(pair[0].0);
        }
    }
    None
}
