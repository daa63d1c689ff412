//! What charges alone tell, person by person. Charges come in the order of [`Log::charges_of`]: by day,
//! product and pool.

use super::calendar::Calendar;
use crate::analysis::licences::Seat;
use crate::usage::{Day, Entry, Log, Tokens};

/// The least share of working days that makes a daily user, in percent.
const EVERY_DAY_PERCENT_MIN: u32 = 80;
/// The least run of calendar days with charges that seems left open.
const OPEN_RUN_DAYS_MIN: i32 = 4;
/// Someone who otherwise charges on one off day in so many works then.
const OFF_DAYS_PER_CHARGE_MIN: u32 = 10;

/// A charge as habits look at it.
#[derive(Clone, Copy, Debug)]
pub struct Charge {
    /// Into [`Log::entries`].
    index: u32,
    product: u32,
    day: Day,
    tokens: Tokens,
    is_worked: bool,
    has_times: bool,
}

/// Puts a person's charges side by side: they lie all over the log, and every habit goes through them.
pub fn charges_of(log: &Log, person: u32, calendar: &Calendar, into: &mut Vec<Charge>) {
    into.clear();
    into.extend(log.charges_of(person).iter().map(|index| {
        let Entry { product, day, tokens, file, .. } = log.entries()[*index as usize];
        let has_times = log.files()[file as usize].has_sessions;
        Charge { index: *index, product, day, tokens, is_worked: calendar.is_worked(day), has_times }
    }));
}

/// A person's charges, day by day.
fn days_of(charges: &[Charge]) -> impl Iterator<Item = &[Charge]> {
    charges.chunk_by(|a, b| a.day == b.day)
}

fn is_several_products(charges: &[Charge]) -> bool {
    charges.iter().any(|charge| charge.product != charges[0].product)
}

/// Per day with charges of several products, all but those of the dearest (the first by name of two
/// equally dear).
pub fn several_products(charges: &[Charge], mut mark: impl FnMut(u32)) {
    for day in days_of(charges).filter(|day| is_several_products(day)) {
        let products = || day.chunk_by(|a, b| a.product == b.product);
        let tokens = |of: &[Charge]| -> Tokens { of.iter().map(|charge| charge.tokens).sum() };
        let dearest = products().map(tokens).max().unwrap_or_default();
        let kept = products().position(|product| tokens(product) == dearest);
        for (place, product) in products().enumerate() {
            if Some(place) != kept {
                product.iter().for_each(|charge| mark(charge.index));
            }
        }
    }
}

/// All charges on days on which their person was charged for several products.
pub fn days_with_several_products(log: &Log) -> Vec<u32> {
    let entry = |index: &u32| &log.entries()[*index as usize];
    (0..log.people().len() as u32)
        .flat_map(|person| log.charges_of(person).chunk_by(move |a, b| entry(a).day == entry(b).day))
        .filter(|day| day.iter().any(|charge| entry(charge).product != entry(&day[0]).product))
        .flatten()
        .copied()
        .collect()
}

/// Charges on days that are not worked.
pub fn off_days(charges: &[Charge], mut mark: impl FnMut(u32)) {
    charges.iter().filter(|charge| !charge.is_worked).for_each(|charge| mark(charge.index));
}

/// Charges of a product for which the person has a seat on that day.
pub fn seat_holder(charges: &[Charge], seats: &[Seat], mut mark: impl FnMut(u32)) {
    if seats.is_empty() {
        return;
    }
    for Charge { index, product, day, .. } in charges {
        if seats.iter().any(|seat| seat.covers(*product, *day)) {
            mark(*index);
        }
    }
}

/// The days of one product.
struct ProductDays {
    product: u32,
    first: Day,
    last: Day,
    worked: u32,
}

/// The products of some charges, each with its days.
fn products_of(charges: &[Charge]) -> Vec<ProductDays> {
    let mut products: Vec<ProductDays> = Vec::new();
    for &Charge { product, day, is_worked, .. } in charges {
        let worked = u32::from(is_worked);
        match products.iter_mut().find(|days| days.product == product) {
            Some(days) if days.last == day => {}
            Some(days) => {
                days.last = day;
                days.worked += worked;
            }
            None => products.push(ProductDays { product, first: day, last: day, worked }),
        }
    }
    products
}

/// The charges of one product, by day.
fn of_product(charges: &[Charge], product: u32) -> Vec<Charge> {
    charges.iter().filter(|charge| charge.product == product).copied().collect()
}

/// Charges beyond so many days a week (Monday to Sunday, the first of the week stay) of the products
/// that a person has charges of on at least four in five of the working days between the first and
/// the last.
pub fn every_day(charges: &[Charge], calendar: &Calendar, days_a_week: u32) -> Vec<u32> {
    let mut found = Vec::new();
    // Fewer charges than the limit can have none above it.
    if charges.len() <= days_a_week as usize {
        return found;
    }
    for ProductDays { product, first, last, worked } in products_of(charges) {
        let between = calendar.worked_between(first, last);
        if between == 0 || worked * 100 < between * EVERY_DAY_PERCENT_MIN {
            continue;
        }
        let week = |day: Day| (day.0 - day.weekday() as i32).div_euclid(7);
        for week in of_product(charges, product).chunk_by(|a, b| week(a.day) == week(b.day)) {
            for day in days_of(week).skip(days_a_week as usize) {
                found.extend(day.iter().map(|charge| charge.index));
            }
        }
    }
    found
}

/// Inferred from rows without times: charges on off days inside a run of charges of one product on at
/// least four consecutive days, which began before the off days and went on after them, by a person who
/// otherwise has charges on fewer than one off day in ten.
pub fn left_open(charges: &[Charge], calendar: &Calendar, mark: impl FnMut(u32)) {
    let is_off = |charge: &&Charge| !charge.is_worked;
    // Products without such a charge on an off day have nothing to look for.
    let off = charges.iter().filter(|charge| !charge.is_worked && !charge.has_times);
    let mut products: Vec<u32> = off.map(|charge| charge.product).collect();
    products.sort_unstable();
    products.dedup();
    let mut found = Vec::new();
    for product in products {
        let mut daily = of_product(charges, product);
        daily.retain(|charge| !charge.has_times);
        for run in daily.chunk_by(|a, b| a.day.days_until(b.day) <= 1) {
            let (first, last) = (run[0].day, run[run.len() - 1].day);
            if first.days_until(last) + 1 < OPEN_RUN_DAYS_MIN {
                continue;
            }
            // Off days at the edge of the run were not reached over.
            let reaches_over = |charge: &&Charge| {
                is_off(charge)
                    && calendar.worked_between(first, charge.day) > 0
                    && calendar.worked_between(charge.day, last) > 0
            };
            found.extend(run.iter().filter(reaches_over).copied());
        }
    }
    let (Some(first), Some(last), false) = (charges.first(), charges.last(), found.is_empty()) else {
        return;
    };
    let mut open_days: Vec<Day> = found.iter().map(|charge| charge.day).collect();
    open_days.sort_unstable();
    open_days.dedup();
    let mut charged: Vec<Day> = charges.iter().filter(is_off).map(|charge| charge.day).collect();
    charged.dedup();
    let otherwise = charged.iter().filter(|day| open_days.binary_search(day).is_err()).count() as u32;
    let off = calendar.off_between(first.day, last.day);
    let others = off.saturating_sub(open_days.len() as u32);
    if otherwise == 0 || otherwise * OFF_DAYS_PER_CHARGE_MIN < others {
        found.iter().map(|charge| charge.index).for_each(mark);
    }
}
