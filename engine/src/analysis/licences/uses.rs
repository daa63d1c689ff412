//! One person's use, by day: charges and the refunds that net them.

use crate::analysis::{Period, YearOf};
use crate::usage::{Access, Day, Log, Money, Tokens};

/// One charge or refund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// Its day.
    pub day: Day,
    /// Into [`Log::products`].
    pub product: u32,
    /// The team, into [`Log::pools`].
    pub team: u32,
    /// Its tokens; negative for a refund.
    pub tokens: Tokens,
}

/// What one person used of one product in the year's window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProductUse {
    /// Into [`Log::products`].
    pub product: u32,
    /// Net tokens in the window; negative where refunds exceed charges.
    pub tokens: Tokens,
    /// Distinct days with a charge in the window.
    pub days: u32,
    /// Those tokens a year, at the token price; nothing where refunds exceed charges.
    pub flex_per_year: Money,
}

/// The rows of a log that are not in [`Log::charges_of`]: refunds and use through seats.
#[derive(Clone, Debug, Default)]
pub struct OtherRows {
    /// (person, refund), by person, then day.
    refunds: Vec<(u32, Use)>,
    /// (person, product, day) of subscription rows, sorted, each once.
    seat_days: Vec<(u32, u32, Day)>,
    /// For each person, the last day with a Flex row of any kind.
    last_flex_row: Vec<Option<Day>>,
}

impl OtherRows {
    /// Gathers them.
    pub fn of(log: &Log) -> OtherRows {
        let mut rows = OtherRows { last_flex_row: vec![None; log.people().len()], ..OtherRows::default() };
        for entry in log.standing() {
            if entry.tokens.0 < 0 {
                let (day, product, team) = (entry.day, entry.product, entry.pool);
                rows.refunds.push((entry.person, Use { day, product, team, tokens: entry.tokens }));
            }
            if entry.access == Access::Subscription {
                rows.seat_days.push((entry.person, entry.product, entry.day));
            } else {
                let last = &mut rows.last_flex_row[entry.person as usize];
                *last = (*last).max(Some(entry.day));
            }
        }
        rows.refunds.sort_by_key(|(person, refund)| (*person, refund.day, refund.product, refund.team));
        rows.seat_days.sort_unstable();
        rows.seat_days.dedup();
        rows
    }

    /// A person's charges and refunds, by day.
    pub fn uses_of(&self, log: &Log, person: u32, into: &mut Vec<Use>) {
        into.clear();
        into.extend(log.charges_of(person).iter().map(|index| {
            let entry = &log.entries()[*index as usize];
            Use { day: entry.day, product: entry.product, team: entry.pool, tokens: entry.tokens }
        }));
        let from = self.refunds.partition_point(|(who, _)| *who < person);
        let refunds = self.refunds[from..].iter().take_while(|(who, _)| *who == person);
        let charges = into.len();
        into.extend(refunds.map(|(_, refund)| *refund));
        if into.len() > charges {
            into.sort_by_key(|one| (one.day, one.product, one.team));
        }
    }

    /// Days on which a person used products through a seat: (product, day), sorted.
    pub fn seat_days_of(&self, person: u32) -> impl Iterator<Item = (u32, Day)> {
        let from = self.seat_days.partition_point(|(who, _, _)| *who < person);
        self.seat_days[from..]
            .iter()
            .take_while(move |(who, _, _)| *who == person)
            .map(|(_, product, day)| (*product, *day))
    }

    /// Everyone with a subscription row and its product, each once, sorted.
    pub fn seat_users(&self) -> Vec<(u32, u32)> {
        let mut users: Vec<(u32, u32)> = self.seat_days.iter().map(|(who, what, _)| (*who, *what)).collect();
        users.dedup();
        users
    }

    /// Whether the files list use through seats at all.
    pub fn knows_seat_use(&self) -> bool {
        !self.seat_days.is_empty()
    }

    /// The last day with a Flex row of a person, charged or not.
    pub fn last_flex_row(&self, person: u32) -> Option<Day> {
        self.last_flex_row[person as usize]
    }
}

/// How tokens become a year's money.
#[derive(Clone, Copy, Debug)]
pub struct Yearly {
    /// The window.
    pub year: YearOf,
    /// What a token costs.
    pub token_price: Money,
}

impl Yearly {
    /// A year's money of tokens in the window: their money first, then scaled to a year, each to
    /// the nearest millionth.
    pub fn money(&self, tokens: Tokens) -> Money {
        self.year.money(tokens.at_price(self.token_price))
    }
}

/// Sums by product; used again from person to person.
#[derive(Default)]
pub struct ProductSums {
    sums: Vec<(Tokens, u32, Day)>,
    touched: Vec<u32>,
}

impl ProductSums {
    /// What a person used of each product in a window, by product. `uses` come by day.
    pub fn of(&mut self, uses: &[Use], yearly: &Yearly, products: usize) -> Vec<ProductUse> {
        self.sums.resize(products, (Tokens::ZERO, 0, NEVER));
        for one in uses.iter().filter(|one| yearly.year.holds(one.day)) {
            let sum = &mut self.sums[one.product as usize];
            if sum.2 == NEVER {
                self.touched.push(one.product);
                sum.2 = BEFORE;
            }
            sum.0 += one.tokens;
            if one.tokens.is_positive() && sum.2 != one.day {
                sum.1 += 1;
                sum.2 = one.day;
            }
        }
        self.touched.sort_unstable();
        let used = self.touched.iter().map(|&product| {
            let (tokens, days, _) =
                std::mem::replace(&mut self.sums[product as usize], (Tokens::ZERO, 0, NEVER));
            ProductUse { product, tokens, days, flex_per_year: yearly.money(tokens.max(Tokens::ZERO)) }
        });
        let used = used.collect();
        self.touched.clear();
        used
    }
}

/// Marks a product not seen yet, and one seen without a charge.
const NEVER: Day = Day(i32::MIN);
const BEFORE: Day = Day(i32::MIN + 1);

/// The weeks of a window since a person's first charge, up to their last, and how many of them have
/// a charge (definitions: *joiner*, *leaver*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// First day with a charge.
    pub first: Day,
    /// Last day with a charge.
    pub last: Day,
    /// No charge in the first eight covered weeks, and charges in at least half of the weeks since.
    pub joiner: bool,
    /// The reverse: no charge in the last eight covered weeks, and charges in at least half of the
    /// weeks until the last.
    pub leaver: bool,
}

/// Weeks without a charge at the beginning (the end) that make a joiner (a leaver).
pub const EDGE_WEEKS: i32 = 8;

impl Presence {
    /// When a person was there; `None` without any charge.
    pub fn of(uses: &[Use], period: &Period) -> Option<Presence> {
        let days = || uses.iter().filter(|one| one.tokens.is_positive()).map(|one| one.day);
        let (first, last) = (days().next()?, days().next_back()?);
        let edge_days = EDGE_WEEKS * 7;
        Some(Presence {
            first,
            last,
            joiner: period.first.days_until(first) >= edge_days
                && half_of_weeks(days().map(|day| first.days_until(day)), first.days_until(period.last)),
            leaver: last.days_until(period.last) >= edge_days
                && half_of_weeks(days().rev().map(|day| day.days_until(last)), period.first.days_until(last)),
        })
    }

    /// The days that count for a person's own pace: from their first charge on where they joined, to
    /// their last where they left; at most 365.
    pub fn own_days(&self, period: &Period) -> Option<(Day, Day)> {
        if !self.joiner && !self.leaver {
            return None;
        }
        let to = if self.leaver { self.last } else { period.last };
        let from = if self.joiner { self.first } else { period.first };
        Some((from.max(to.plus(1 - 365)), to))
    }
}

/// Whether at least half of the weeks from day 0 to `last_offset` have one of the ascending days.
fn half_of_weeks(offsets: impl Iterator<Item = i32>, last_offset: i32) -> bool {
    let weeks = last_offset / 7 + 1;
    let (mut with_charges, mut latest) = (0, -1);
    for week in offsets.map(|offset| offset / 7) {
        if week != latest {
            with_charges += 1;
            latest = week;
        }
    }
    with_charges * 2 >= weeks
}
