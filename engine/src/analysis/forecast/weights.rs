//! How a usual week's tokens fall on its days: weekdays, days off, months.

use super::calendar::Calendar;
use crate::usage::Day;

/// The profile looks at the last eight weeks.
pub const PROFILE_WEEKS: usize = 8;
/// Months of the year count only with two years of use.
pub const MONTHS_DAYS_MIN: usize = 730;
/// Past days off needed before their own use is believed.
const DAYS_OFF_MIN: usize = 3;

/// The share of a usual week's tokens that a day takes. Sums to 1 over a usual week.
#[derive(Clone, Debug, PartialEq)]
pub struct DayWeights {
    /// By weekday, Monday first; sums to 1, or to 0 where nothing was used.
    pub profile: [f64; 7],
    /// A day off as a part of what its weekday would take.
    pub off: f64,
    /// By month of the year against a usual month; all 1 where unknown.
    pub months: [f64; 12],
}

/// A stretch of daily use that ends on the last complete day.
#[derive(Clone, Copy, Debug)]
pub struct Past<'a> {
    /// The day of `tokens[0]`.
    pub first: Day,
    /// Net tokens a day, zero days included.
    pub tokens: &'a [f64],
    /// What the plan says about days.
    pub calendar: &'a Calendar,
}

impl<'a> Past<'a> {
    /// The day after the last one.
    pub fn end(&self) -> Day {
        self.first.plus(self.tokens.len() as i32)
    }

    /// The past as it was known after its first `days` days.
    pub fn until(&self, days: usize) -> Past<'a> {
        Past { tokens: &self.tokens[..days.min(self.tokens.len())], ..*self }
    }

    /// Tokens of the last `days` days.
    pub fn last_days(&self, days: usize) -> f64 {
        self.tokens[self.tokens.len().saturating_sub(days)..].iter().sum()
    }

    fn days(&self) -> impl DoubleEndedIterator<Item = (Day, f64)> + use<'a> {
        let first = self.first;
        self.tokens.iter().enumerate().map(move |(index, tokens)| (first.plus(index as i32), *tokens))
    }

    /// The last `count` days that lie in no busy period, the latest first; where there are fewer than
    /// half of so many, the last days whatever they are.
    pub fn usual_days(&self, count: usize) -> impl Iterator<Item = (Day, f64)> + use<'a> {
        let calendar = self.calendar;
        let usual = |day: &Day| !calendar.is_special(*day);
        let enough = self.days().rev().filter(|(day, _)| usual(day)).take(count).count() >= count.div_ceil(2);
        let keep = move |(day, _): &(Day, f64)| !enough || !calendar.is_special(*day);
        self.days().rev().filter(keep).take(count)
    }
}

impl DayWeights {
    /// The weights that a past shows.
    pub fn of(past: Past<'_>) -> DayWeights {
        let (profile, week) = profile(past);
        DayWeights { profile, off: off_factor(past, &profile, week), months: month_factors(past) }
    }

    /// A day's share of a usual week.
    pub fn of_day(&self, day: Day, calendar: &Calendar) -> f64 {
        let off = if calendar.is_off(day) { self.off } else { 1.0 };
        self.profile[day.weekday()] * off * self.month_factor(day)
    }

    /// Between the middles of two months their factors blend, so that no month begins with a jump.
    fn month_factor(&self, day: Day) -> f64 {
        if self.months == [1.0; 12] {
            return 1.0;
        }
        let (_, month, of_month) = day.ymd();
        let (this, offset) = (month as usize - 1, (f64::from(of_month) - 15.5) / 30.5);
        let other = if offset < 0.0 { (this + 11) % 12 } else { (this + 1) % 12 };
        let part = offset.abs().min(0.5);
        self.months[this] * (1.0 - part) + self.months[other] * part
    }
}

/// Mean use by weekday over the last eight weeks, days off and busy periods left out, and the tokens of
/// such a week.
fn profile(past: Past<'_>) -> ([f64; 7], f64) {
    let (mut sums, mut counts) = ([0.0; 7], [0.0; 7]);
    for (day, tokens) in past.usual_days(PROFILE_WEEKS * 7) {
        if !past.calendar.is_off(day) {
            sums[day.weekday()] += tokens;
            counts[day.weekday()] += 1.0;
        }
    }
    let mut profile = [0.0; 7];
    for weekday in 0..7 {
        // Refunds can make a weekday negative; nobody un-uses tokens in the future.
        profile[weekday] = (sums[weekday] / f64::max(counts[weekday], 1.0)).max(0.0);
    }
    let sum: f64 = profile.iter().sum();
    (if sum > 0.0 { profile.map(|part| part / sum) } else { [0.0; 7] }, sum)
}

/// What past days off took of their weekdays' use. Where there are too few of them, what a weekend
/// day takes of a working day.
fn off_factor(past: Past<'_>, profile: &[f64; 7], week: f64) -> f64 {
    let from = past.tokens.len().saturating_sub(2 * 365);
    let (mut used, mut expected, mut count) = (0.0, 0.0, 0);
    let is_off = |day: Day| past.calendar.is_off(day) && !past.calendar.is_special(day);
    for (day, tokens) in past.days().skip(from).filter(|(day, _)| is_off(*day)) {
        if profile[day.weekday()] > 0.0 {
            used += tokens;
            expected += profile[day.weekday()] * week;
            count += 1;
        }
    }
    if count >= DAYS_OFF_MIN && expected > 0.0 {
        return (used / expected).clamp(0.0, 1.0);
    }
    let working = (profile[0] + profile[1] + profile[2] + profile[3] + profile[4]) / 5.0;
    let weekend = (profile[5] + profile[6]) / 2.0;
    if working > 0.0 { (weekend / working).min(1.0) } else { 1.0 }
}

/// Mean use of a month against the 365 days around each of its days; two thirds believed after one
/// year of such days, four fifths after two, six sevenths after three.
fn month_factors(past: Past<'_>) -> [f64; 12] {
    let tokens = past.tokens;
    if tokens.len() < MONTHS_DAYS_MIN {
        return [1.0; 12];
    }
    let (mut used, mut usual, mut counts) = ([0.0; 12], [0.0; 12], [0.0; 12]);
    let mut around: f64 = tokens[..365].iter().sum();
    for (middle, day_tokens) in tokens.iter().enumerate().take(tokens.len() - 182).skip(182) {
        let day = past.first.plus(middle as i32);
        let month = day.ymd().1 as usize - 1;
        used[month] += day_tokens;
        usual[month] += around / 365.0;
        counts[month] += 1.0;
        if middle + 183 < tokens.len() {
            around += tokens[middle + 183] - tokens[middle - 182];
        }
    }
    let mut factors = [1.0; 12];
    for month in 0..12 {
        if usual[month] > 0.0 {
            let years = counts[month] / 30.4;
            let ratio = f64::max(used[month] / usual[month], 0.0);
            factors[month] = 1.0 + (ratio - 1.0) * years / (years + 0.5);
        }
    }
    let mean = factors.iter().sum::<f64>() / 12.0;
    if mean > 0.0 { factors.map(|factor| factor / mean) } else { [1.0; 12] }
}
