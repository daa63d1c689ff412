//! Seats that people already have: what they cost from here on, Flex charges beside them, and those
//! used so little that Flex would be cheaper.

use super::offers::{OfferBook, OfferSet, fold};
use super::person::Common;
use super::uses::{OtherRows, Use, Yearly};
use crate::analysis::{DAYS_FOR_A_YEAR_MIN, rate_of};
use crate::plan::Plan;
use crate::usage::{Day, Log, Money, Tokens};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A seat of one person, from the plan or from subscription rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    /// Into [`Log::people`].
    pub person: u32,
    /// Its offer, by rank; `None` where no offer is known for the product in the rows.
    pub offer: Option<usize>,
    /// The products it covers.
    pub products: Vec<u32>,
    /// Its first day; `None`: since ever.
    pub from: Option<Day>,
    /// Its last paid day; `None`: not known to end.
    pub to: Option<Day>,
    /// Seen in rows only: it is known to have been there between its first and its last row.
    pub from_rows: bool,
    /// The day of the last of these rows.
    last_row: Option<Day>,
    /// Whether it is there on the day after the last complete one.
    pub held: bool,
}

impl Seat {
    /// Whether it is there for a product on a day.
    pub fn covers(&self, product: u32, day: Day) -> bool {
        self.products.contains(&product)
            && self.from.is_none_or(|from| from <= day)
            && self.to.is_none_or(|to| day <= to)
    }
}

/// All seats, by person.
#[derive(Clone, Debug, Default)]
pub struct Seats {
    seats: Vec<Seat>,
    /// Seats of the plan whose person the log does not know.
    pub unknown_people: u64,
    /// Seats of the plan whose offer is not among the offers.
    pub unknown_offers: u64,
    /// The last complete day.
    as_of: Day,
}

/// Days after the last complete day over which a seat's coming cost is counted.
const COMING_DAYS: i32 = 365;

impl Seats {
    /// The seats of a plan, and those seen in subscription rows. Where the plan has one for the product, it
    /// says what is held and paid; rows then only show that there was one between their first and last.
    pub fn of(log: &Log, plan: &Plan, book: &OfferBook, rows: &OtherRows, as_of: Day) -> Seats {
        let mut all = Seats { as_of, ..Seats::default() };
        all.take_from_plan(log, plan, book);
        let mut stated: Vec<(u32, u32)> =
            all.seats.iter().flat_map(|seat| seat.products.iter().map(|p| (seat.person, *p))).collect();
        stated.sort_unstable();
        for (person, product) in rows.seat_users() {
            let seat = seat_from_rows(log, plan, book, rows, as_of, person, product);
            all.seats.push(match stated.binary_search(&(person, product)) {
                Ok(_) => Seat { offer: None, to: seat.last_row, held: false, ..seat },
                Err(_) => seat,
            });
        }
        all.seats.sort_by_key(|seat| (seat.person, seat.offer, seat.from, seat.to));
        all
    }

    fn take_from_plan(&mut self, log: &Log, plan: &Plan, book: &OfferBook) {
        if plan.seats.is_empty() {
            return;
        }
        let people = PeopleById::of(log);
        for seat in &plan.seats {
            let Some(person) = people.find(&seat.user) else {
                self.unknown_people += 1;
                continue;
            };
            let Some(offer) = book.find(&seat.offer) else {
                self.unknown_offers += 1;
                continue;
            };
            let tomorrow = self.as_of.plus(1);
            self.seats.push(Seat {
                person,
                offer: Some(offer),
                products: book.offers[offer].products.clone(),
                from: seat.from,
                to: seat.to,
                from_rows: false,
                last_row: None,
                held: seat.from.is_none_or(|from| from <= tomorrow)
                    && seat.to.is_none_or(|to| to >= tomorrow),
            });
        }
    }

    /// Whether nobody is known to have one.
    pub fn is_empty(&self) -> bool {
        self.seats.is_empty()
    }

    /// The seats of a person.
    pub fn of_person(&self, person: u32) -> &[Seat] {
        let from = self.seats.partition_point(|seat| seat.person < person);
        let to = self.seats.partition_point(|seat| seat.person <= person);
        &self.seats[from..to]
    }

    /// What an offer costs a person over the coming year: nothing until the end of a seat that is
    /// paid already, the price after; rounded to the millionth. `None` where a price is needed and
    /// not known.
    pub fn price_for(&self, person: u32, rank: usize, book: &OfferBook) -> Option<Money> {
        let held = self.of_person(person).iter().filter(|seat| seat.held && seat.offer == Some(rank));
        let days_to_pay = held
            .map(|seat| {
                seat.to.map_or(0, |to| (COMING_DAYS - self.as_of.days_until(to)).clamp(0, COMING_DAYS))
            })
            .min();
        match days_to_pay {
            Some(0) => Some(Money::ZERO),
            Some(days) => book.price(rank).map(|p| p.scale_rounded(i64::from(days), i64::from(COMING_DAYS))),
            None => book.price(rank),
        }
    }

    /// The offers a person has a seat of.
    pub fn held_by(&self, person: u32) -> OfferSet {
        let held = self.of_person(person).iter().filter(|seat| seat.held).filter_map(|seat| seat.offer);
        held.fold(OfferSet::NONE, |set, rank| set.and(OfferSet::one(rank)))
    }

    /// Net tokens in the window that a person was charged for products they had a seat for on that
    /// day, and on how many days.
    pub fn mis_assigned(&self, person: u32, uses: &[Use], yearly: &Yearly) -> (Tokens, u32) {
        let seats = self.of_person(person);
        if seats.is_empty() {
            return (Tokens::ZERO, 0);
        }
        let had_seat = |one: &&Use| {
            yearly.year.holds(one.day) && seats.iter().any(|seat| seat.covers(one.product, one.day))
        };
        let mut days: Vec<Day> = uses.iter().filter(had_seat).map(|one| one.day).collect();
        days.dedup();
        let tokens: Tokens = uses.iter().filter(had_seat).map(|one| one.tokens).sum();
        (tokens.max(Tokens::ZERO), days.len() as u32)
    }
}

/// A seat that only subscription rows show: there from the first to the last of them, and still
/// there where the last is recent and no Flex charge of the product came after it.
fn seat_from_rows(
    log: &Log,
    plan: &Plan,
    book: &OfferBook,
    rows: &OtherRows,
    as_of: Day,
    person: u32,
    product: u32,
) -> Seat {
    let mut days = rows.seat_days_of(person).filter(|(what, _)| *what == product).map(|(_, day)| day);
    let first = days.next().unwrap_or(as_of);
    let last = days.last().unwrap_or(first);
    let later_charge = log.charges_of(person).iter().rev().any(|index| {
        let entry = &log.entries()[*index as usize];
        entry.product == product && entry.day > last
    });
    let held = last.days_until(as_of) < plan.inactive_days() && !later_charge;
    Seat {
        person,
        offer: book.single(product, log.products().get(product)),
        products: vec![product],
        from: Some(first),
        to: if held { None } else { Some(last) },
        from_rows: true,
        last_row: Some(last),
        held,
    }
}

/// A seat whose holder would be cheaper on Flex.
#[derive(Clone, Debug, PartialEq)]
pub struct UnderusedSeat {
    /// Into [`Log::people`].
    pub person: u32,
    /// The offer, by rank.
    pub offer: usize,
    /// Its price a year.
    pub price: Money,
    /// Distinct days a year on which it is used.
    pub days_per_year: f64,
    /// Days a year above which it would pay; `None` where it is not used at all.
    pub break_even_days: Option<f64>,
    /// What its use would cost on Flex, a year.
    pub flex_per_year: Money,
    /// Price less that.
    pub saving_per_year: Money,
    /// Its last paid day, until which it costs nothing more; `None`: not known.
    pub ends: Option<Day>,
    /// Seen in rows only.
    pub from_rows: bool,
}

/// Seats used fewer days than break-even, by saving, then person. Needs rows of use through seats:
/// without any, nobody's seat can be judged.
pub(super) fn underused(common: Common<'_>, plan: &Plan) -> Vec<UnderusedSeat> {
    let Common { log, book, rows, seats, period, yearly, .. } = common;
    if !rows.knows_seat_use() {
        return Vec::new();
    }
    let mut rates: BTreeMap<u32, Option<Tokens>> = BTreeMap::new();
    let mut found = Vec::new();
    for seat in seats.seats.iter().filter(|seat| seat.held) {
        let Some((offer, price)) = seat.offer.and_then(|o| book.price(o).map(|price| (o, price))) else {
            continue;
        };
        // Only the part of the window in which the seat was there tells how much it is used.
        let from = seat.from.map_or(yearly.year.from, |from| from.max(yearly.year.from));
        let days_seen = from.days_until(period.last) + 1;
        if days_seen < DAYS_FOR_A_YEAR_MIN {
            continue;
        }
        let rate = |product| *rates.entry(product).or_insert_with(|| rate_of(product, log, plan));
        let Some((tokens, days)) = use_in_seat(log, rows, seat, (from, period.last), rate) else { continue };
        let flex_per_year = tokens.scale_rounded(365, i64::from(days_seen)).at_price(yearly.token_price);
        if flex_per_year >= price {
            continue;
        }
        let days_per_year = f64::from(days) * 365.0 / f64::from(days_seen);
        found.push(UnderusedSeat {
            person: seat.person,
            offer,
            price,
            days_per_year,
            break_even_days: flex_per_year
                .is_positive()
                .then(|| price.to_f64() * days_per_year / flex_per_year.to_f64()),
            flex_per_year,
            saving_per_year: price - flex_per_year,
            ends: seat.to,
            from_rows: seat.from_rows,
        });
    }
    found.sort_by_key(|seat| (Reverse(seat.saving_per_year), seat.person, seat.offer));
    found
}

/// What a seat's products would have cost on Flex: each day of use through the seat at the product's
/// rate, and what was charged beside the seat; with the distinct days of either. `None` where a rate
/// is not known.
fn use_in_seat(
    log: &Log,
    rows: &OtherRows,
    seat: &Seat,
    (from, to): (Day, Day),
    mut rate: impl FnMut(u32) -> Option<Tokens>,
) -> Option<(Tokens, u32)> {
    let mut charges = Vec::new();
    rows.uses_of(log, seat.person, &mut charges);
    let counts = |product: u32, day: Day| seat.products.contains(&product) && from <= day && day <= to;
    let (mut tokens, mut days) = (Tokens::ZERO, Vec::new());
    for charge in charges.iter().filter(|one| counts(one.product, one.day)) {
        tokens += charge.tokens;
        days.push((charge.product, charge.day));
    }
    let charged = days.clone();
    for (product, day) in rows.seat_days_of(seat.person).filter(|(product, day)| counts(*product, *day)) {
        // A day that was charged all the same is in the sum already.
        if !charged.contains(&(product, day)) {
            tokens += rate(product)?;
            days.push((product, day));
        }
    }
    let mut days: Vec<Day> = days.into_iter().map(|(_, day)| day).collect();
    days.sort_unstable();
    days.dedup();
    Some((tokens.max(Tokens::ZERO), days.len() as u32))
}

/// People by their ids in lower case, since plans hold them so.
#[derive(Clone, Debug)]
pub struct PeopleById(Vec<(String, u32)>);

impl PeopleById {
    /// The people of a log.
    pub fn of(log: &Log) -> PeopleById {
        let ids = log.people().iter().enumerate().map(|(i, person)| (person.id.to_lowercase(), i as u32));
        let mut ids: Vec<(String, u32)> = ids.collect();
        ids.sort_unstable();
        PeopleById(ids)
    }

    /// The number of the person with an id, in whatever case.
    pub fn find(&self, id: &str) -> Option<u32> {
        let id = id.to_lowercase();
        let place = self.0.partition_point(|(known, _)| *known < id);
        self.0.get(place).filter(|(known, _)| *known == id).map(|(_, person)| *person)
    }
}

/// The offers of a plan's move; names that are not among the offers come back beside them.
pub fn offers_by_name<'a>(book: &OfferBook, names: &'a [String]) -> (OfferSet, Vec<&'a str>) {
    let mut unknown = Vec::new();
    let mut set = OfferSet::NONE;
    for name in names {
        match book.find(name) {
            Some(rank) => set = set.and(OfferSet::one(rank)),
            None if fold(name) == "flex" => {}
            None => unknown.push(name.as_str()),
        }
    }
    (set, unknown)
}
