//! The cheapest right licence for every person (definitions: *Licences*).
//!
//! For each person the set of offers with the least cost a year, prices and the Flex money of what
//! they do not cover, proven; how sure that is; and what it takes off the pools. Nothing here depends
//! on which moves were accepted: those are read from the plan beside it.

mod chance;
mod ground;
mod moved;
mod offers;
mod optimum;
mod paying;
mod people;
mod person;
mod seats;
mod shared_pool;
mod unassign;
mod uses;
mod when;

use super::{Period, PoolMap, Report, YearOf};
use crate::plan::Plan;
use crate::usage::{Log, Money, Tokens};
use people::People;
use person::{Buffers, Common};

pub use chance::{RESAMPLES, Resample};
pub use ground::MoveGround;
pub use moved::{MovedTokens, moved_people};
pub use offers::{BookOffer, Group, OFFERS_MAX, OfferBook, OfferSet, fold};
pub use optimum::{Choice, NEEDS_MAX, STATES_MAX, Solved, Solver, TABLE_NEEDS_MAX, Total};
pub use paying::has_paying_move;
pub use person::{CHANCE_MOVE_MIN, CHANCE_WATCH_MIN, Mix, PersonLicence, Verdict};
pub use seats::{PeopleById, Seat, Seats, UnderusedSeat, offers_by_name};
pub use shared_pool::{SharedPool, Stranded};
pub use unassign::{
    Inactive, SEASON_COVERED_DAYS_MIN, SEASON_DAYS_MIN, SEASON_MONTHS_MAX, SEASON_SHARE_MIN, Seasonal,
};
pub use uses::{EDGE_WEEKS, OtherRows, Presence, ProductUse, Use, Yearly};
pub use when::{AHEAD_DAYS, NEED_DAYS, When, WhenMoney};

/// Why nothing is said per year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOptimum {
    /// Fewer than 56 days covered.
    TooFewDays,
    /// No price of a token is known.
    NoTokenPrice,
    /// No offer has a price: in another currency than the shipped ones they are asked for.
    NoOfferPrice,
    /// More than [`OFFERS_MAX`] offers.
    TooManyOffers,
}

impl NoOptimum {
    /// The stable name in results.
    pub fn name(self) -> &'static str {
        match self {
            NoOptimum::TooFewDays => "too_few_days",
            NoOptimum::NoTokenPrice => "no_token_price",
            NoOptimum::NoOfferPrice => "no_offer_price",
            NoOptimum::TooManyOffers => "too_many_offers",
        }
    }
}

/// What was worked out per year.
#[derive(Clone, Debug)]
pub struct Optimum {
    /// The window and the token price.
    pub yearly: Yearly,
    /// Everyone with use in the window, by number.
    pub people: Vec<PersonLicence>,
    /// Those with a saving above zero, as indices into `people`: largest saving first, then by id.
    pub moves: Vec<usize>,
    /// Net tokens of everybody in the window.
    pub tokens: Tokens,
    /// Seats used fewer days than break-even.
    pub underused: Vec<UnderusedSeat>,
    /// What all moves together save a year: a tenth of the drawn years stays below and above.
    pub saving_all: (Money, Money),
    /// The same of those to move now.
    pub saving_now: (Money, Money),
    /// The drawn weeks.
    pub resample: Resample,
}

/// Everything about licences.
#[derive(Clone, Debug)]
pub struct Licences {
    /// The yearly part, or why there is none.
    pub optimum: Result<Optimum, NoOptimum>,
    /// The offers against the log.
    pub book: OfferBook,
    /// Seats that people have.
    pub seats: Seats,
    /// Without a charge for long, longest first.
    pub inactive: Vec<Inactive>,
    /// There in few months only, by person.
    pub seasonal: Vec<Seasonal>,
    /// Several pools against one; `None` where fewer than two have packs.
    pub shared_pool: Option<SharedPool>,
    /// For each pool, when a saving becomes money.
    pub when: Vec<WhenMoney>,
    /// Refunds and use through seats.
    pub rows: OtherRows,
    /// The people of `inactive`, by number.
    inactive_people: Vec<u32>,
    period: Period,
    pools: PoolMap,
}

impl Licences {
    /// Works everything out.
    pub fn of(log: &Log, plan: &Plan, report: &Report) -> Licences {
        let period = report.period;
        let rows = OtherRows::of(log);
        let book = OfferBook::of(log, plan);
        let fits = book.is_some();
        let book = book.unwrap_or_default();
        let seats = Seats::of(log, plan, &book, &rows, period.as_of);
        let yearly = match (period.year(), report.token_price) {
            (None, _) => Err(NoOptimum::TooFewDays),
            (_, None) => Err(NoOptimum::NoTokenPrice),
            _ if !fits => Err(NoOptimum::TooManyOffers),
            _ if !book.has_price() => Err(NoOptimum::NoOfferPrice),
            (Some(year), Some(token_price)) => Ok(Yearly { year, token_price }),
        };
        let inactive = unassign::inactive(log, &rows, period.as_of, plan.inactive_days());
        let mut inactive_people: Vec<u32> = inactive.iter().map(|one| one.person).collect();
        inactive_people.sort_unstable();
        let mut licences = Licences {
            optimum: Err(NoOptimum::TooFewDays),
            inactive,
            inactive_people,
            seasonal: Vec::new(),
            shared_pool: SharedPool::of(plan, &report.pools, period.as_of),
            when: report.pools.iter().map(|pool| WhenMoney::of(pool, plan, period.as_of)).collect(),
            book,
            seats,
            rows,
            period,
            pools: report.pool_map.clone(),
        };
        let (optimum, seasonal) = licences.people(log, plan, yearly);
        (licences.optimum, licences.seasonal) = (optimum, seasonal);
        licences
    }

    /// One pass over everybody: gathering a person's rows costs more than all that is made of them.
    fn people(
        &self,
        log: &Log,
        plan: &Plan,
        yearly: Result<Yearly, NoOptimum>,
    ) -> (Result<Optimum, NoOptimum>, Vec<Seasonal>) {
        let mut buffers = Buffers::default();
        let mut seasonal = Vec::new();
        let mut sums = yearly.map(|yearly| {
            let resample = Resample::new(yearly.year.weeks(), plan.seed());
            (self.common(log, yearly), People::new(resample))
        });
        for person in 0..log.people().len() as u32 {
            self.rows.uses_of(log, person, &mut buffers.uses);
            let presence = Presence::of(&buffers.uses, &self.period);
            seasonal.extend(
                presence
                    .and_then(|presence| unassign::season(person, &buffers.uses, &presence, &self.period)),
            );
            if let Ok((common, people)) = &mut sums {
                people.add(*common, &mut buffers, person, presence);
            }
        }
        (sums.map(|(common, people)| people.finish(common, plan)), seasonal)
    }

    fn common<'a>(&'a self, log: &'a Log, yearly: Yearly) -> Common<'a> {
        Common {
            log,
            book: &self.book,
            rows: &self.rows,
            seats: &self.seats,
            period: &self.period,
            pools: &self.pools,
            yearly,
        }
    }

    /// What any set of offers comes to for a person: *set it myself*. `None` where a price is not
    /// known, or nothing is said per year.
    pub fn mix(&self, log: &Log, person: u32, offers: OfferSet) -> Option<Mix> {
        let optimum = self.optimum.as_ref().ok()?;
        let who = optimum.person(person)?;
        let mut uses = Vec::new();
        self.rows.uses_of(log, person, &mut uses);
        person::mix(self.common(log, optimum.yearly), person, &who.products, &uses, offers)
    }

    /// Whether a person had no charge for long.
    pub fn is_inactive(&self, person: u32) -> bool {
        self.inactive_people.binary_search(&person).is_ok()
    }

    /// The plan's moves as the log and the offers know them: person and offers, by person.
    pub fn accepted(&self, log: &Log, plan: &Plan) -> Vec<(u32, OfferSet)> {
        moved::moved_people(log, plan, &self.book)
    }

    /// The seats that the plan's moves need, for the renewal: offer by rank, seats, and what they cost
    /// a year; `None` where the price is not known. By name.
    pub fn subscriptions(&self, log: &Log, plan: &Plan) -> Vec<(usize, u64, Option<Money>)> {
        let accepted = self.accepted(log, plan);
        (0..self.book.offers.len())
            .filter_map(|rank| {
                let people: Vec<u32> = accepted
                    .iter()
                    .filter(|(_, offers)| offers.meets(OfferSet::one(rank)))
                    .map(|(person, _)| *person)
                    .collect();
                let prices = people.iter().map(|who| self.seats.price_for(*who, rank, &self.book));
                (!people.is_empty()).then(|| (rank, people.len() as u64, prices.sum()))
            })
            .collect()
    }

    /// How far a person's charge days a year, and the saving of some offers a year, may lie: what a
    /// tenth of the drawn years stays below and above.
    pub fn ranges(&self, log: &Log, person: u32, mix: &Mix) -> Option<Ranges> {
        let optimum = self.optimum.as_ref().ok()?;
        let common = self.common(log, optimum.yearly);
        let mut uses = Vec::new();
        self.rows.uses_of(log, person, &mut uses);
        let weeks = optimum.resample.weeks();
        let to_year = 365.0 / f64::from(optimum.yearly.year.days);
        let days = person::days_by_week(common, &uses, mix.offers, weeks);
        let tokens = person::tokens_by_week(common, &uses, mix.offers, weeks);
        let saving = |sum: f64| optimum.yearly.money(Tokens(sum as i64)) - mix.subscriptions_per_year;
        let (days_low, days_high) = optimum.resample.p10_p90(&days);
        let (low, high) = optimum.resample.p10_p90(&tokens);
        Some(Ranges { days: (days_low * to_year, days_high * to_year), saving: (saving(low), saving(high)) })
    }
}

/// How far yearly numbers may lie: a tenth below, a tenth above.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranges {
    /// Charge days a year.
    pub days: (f64, f64),
    /// Money saved a year; below zero where the move costs more.
    pub saving: (Money, Money),
}

impl Optimum {
    /// The moves, largest saving first.
    pub fn moves(&self) -> impl Iterator<Item = &PersonLicence> {
        self.moves.iter().map(|index| &self.people[*index])
    }

    /// A person by number.
    pub fn person(&self, person: u32) -> Option<&PersonLicence> {
        let place = self.people.binary_search_by_key(&person, |who| who.person).ok()?;
        Some(&self.people[place])
    }

    /// What all moves together save a year: the sum of the persons.
    pub fn saving_per_year(&self) -> Money {
        self.moves().map(|who| who.best.saving_per_year()).sum()
    }

    /// Tokens of the window that all moves take off the pools.
    pub fn tokens_moved(&self) -> Tokens {
        self.moves().map(|who| who.best.tokens_covered).sum()
    }

    /// Those as a share of all tokens in the window.
    pub fn tokens_share_moved(&self) -> Option<f64> {
        self.share(self.tokens_moved())
    }

    /// A part of the window's tokens as a share, 0 to 1.
    pub fn share(&self, tokens: Tokens) -> Option<f64> {
        self.tokens.is_positive().then(|| tokens.to_f64() / self.tokens.to_f64())
    }

    /// The window.
    pub fn year(&self) -> YearOf {
        self.yearly.year
    }
}
