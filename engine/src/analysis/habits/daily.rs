//! What charges alone tell, person by person. Charges come as [`Log::charges_of`] gives them: by day,
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

fn entry(log: &Log, index: u32) -> &Entry {
    &log.entries()[index as usize]
}

/// A person's charges, day by day.
fn days_of<'a>(log: &'a Log, charges: &'a [u32]) -> impl Iterator<Item = &'a [u32]> {
    charges.chunk_by(move |a, b| entry(log, *a).day == entry(log, *b).day)
}

fn is_several_products(log: &Log, charges: &[u32]) -> bool {
    charges.iter().any(|charge| entry(log, *charge).product != entry(log, charges[0]).product)
}

/// Per day with charges of several products, all but those of the dearest (the first by name of two
/// equally dear).
pub fn several_products(log: &Log, charges: &[u32], mut mark: impl FnMut(u32)) {
    for day in days_of(log, charges).filter(|day| is_several_products(log, day)) {
        let products = || day.chunk_by(|a, b| entry(log, *a).product == entry(log, *b).product);
        let tokens = |of: &[u32]| -> Tokens { of.iter().map(|charge| entry(log, *charge).tokens).sum() };
        let dearest = products().map(tokens).max().unwrap_or_default();
        let kept = products().position(|product| tokens(product) == dearest);
        for (place, product) in products().enumerate() {
            if Some(place) != kept {
                product.iter().for_each(|charge| mark(*charge));
            }
        }
    }
}

/// All charges on days on which their person was charged for several products.
pub fn days_with_several_products(log: &Log) -> Vec<u32> {
    (0..log.people().len() as u32)
        .flat_map(|person| days_of(log, log.charges_of(person)))
        .filter(|day| is_several_products(log, day))
        .flatten()
        .copied()
        .collect()
}

/// Charges on days that are not worked.
pub fn off_days(log: &Log, charges: &[u32], calendar: &Calendar, mut mark: impl FnMut(u32)) {
    let is_off = |charge: &&u32| !calendar.is_worked(entry(log, **charge).day);
    charges.iter().filter(is_off).for_each(|charge| mark(*charge));
}

/// Charges of a product for which the person has a seat on that day.
pub fn seat_holder(log: &Log, charges: &[u32], seats: &[Seat], mut mark: impl FnMut(u32)) {
    if seats.is_empty() {
        return;
    }
    for charge in charges {
        let Entry { product, day, .. } = entry(log, *charge);
        if seats.iter().any(|seat| seat.covers(*product, *day)) {
            mark(*charge);
        }
    }
}

/// The charges, product by product, each by day.
fn by_product(log: &Log, charges: &[u32]) -> Vec<u32> {
    let mut sorted = charges.to_vec();
    sorted.sort_by_key(|charge| (entry(log, *charge).product, entry(log, *charge).day));
    sorted
}

/// Charges beyond so many days a week (Monday to Sunday, the first of the week stay) of the products
/// that a person has charges of on at least four in five of the working days between the first and
/// the last.
pub fn every_day(log: &Log, charges: &[u32], calendar: &Calendar, days_a_week: u32) -> Vec<u32> {
    let mut found = Vec::new();
    // Fewer charges than the limit can have none above it.
    if charges.len() <= days_a_week as usize {
        return found;
    }
    let sorted = by_product(log, charges);
    for product in sorted.chunk_by(|a, b| entry(log, *a).product == entry(log, *b).product) {
        let day = |charge: &u32| entry(log, *charge).day;
        let mut days: Vec<Day> = product.iter().map(day).collect();
        days.dedup();
        let (Some(first), Some(last)) = (days.first(), days.last()) else { continue };
        let worked = days.iter().filter(|day| calendar.is_worked(**day)).count() as u32;
        let between = calendar.worked_between(*first, *last);
        if between == 0 || worked * 100 < between * EVERY_DAY_PERCENT_MIN {
            continue;
        }
        let week = |day: Day| (day.0 - day.weekday() as i32).div_euclid(7);
        for week in product.chunk_by(|a, b| week(day(a)) == week(day(b))) {
            for charges in week.chunk_by(|a, b| day(a) == day(b)).skip(days_a_week as usize) {
                found.extend_from_slice(charges);
            }
        }
    }
    found
}

/// Inferred from rows without times: charges on off days inside a run of charges of one product on at
/// least four consecutive days, which began before the off days and went on after them, by a person who
/// otherwise has charges on fewer than one off day in ten.
pub fn left_open(log: &Log, charges: &[u32], calendar: &Calendar, mut mark: impl FnMut(u32)) {
    let day = |charge: &u32| entry(log, *charge).day;
    let without_times = |charge: &u32| !log.files()[entry(log, *charge).file as usize].has_sessions;
    let is_off = |charge: &u32| !calendar.is_worked(day(charge));
    if !charges.iter().any(|charge| is_off(charge) && without_times(charge)) {
        return;
    }
    let daily: Vec<u32> = charges.iter().copied().filter(|charge| without_times(charge)).collect();
    let sorted = by_product(log, &daily);
    let mut found = Vec::new();
    let same_run =
        |a: &u32, b: &u32| entry(log, *a).product == entry(log, *b).product && day(a).days_until(day(b)) <= 1;
    for run in sorted.chunk_by(same_run) {
        let (first, last) = (day(&run[0]), day(&run[run.len() - 1]));
        if first.days_until(last) + 1 < OPEN_RUN_DAYS_MIN {
            continue;
        }
        // Off days at the edge of the run were not reached over.
        let reaches_over = |charge: &&u32| {
            is_off(charge)
                && calendar.worked_between(first, day(charge)) > 0
                && calendar.worked_between(day(charge), last) > 0
        };
        found.extend(run.iter().filter(reaches_over));
    }
    let mut open_days: Vec<Day> = found.iter().map(day).collect();
    open_days.sort_unstable();
    open_days.dedup();
    let mut charged: Vec<Day> = charges.iter().filter(|charge| is_off(charge)).map(day).collect();
    charged.dedup();
    let otherwise = charged.iter().filter(|day| open_days.binary_search(day).is_err()).count() as u32;
    let off = calendar.off_between(day(&charges[0]), day(&charges[charges.len() - 1]));
    let others = off.saturating_sub(open_days.len() as u32);
    if otherwise == 0 || otherwise * OFF_DAYS_PER_CHARGE_MIN < others {
        found.into_iter().for_each(&mut mark);
    }
}
