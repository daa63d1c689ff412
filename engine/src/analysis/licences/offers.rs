//! The offers of a plan against the products of a log: who covers what, by number.

use crate::plan::{Offer, Plan};
use crate::usage::{Log, Money};

/// How many offers a plan can compare; a set of them is one 128-bit number.
pub const OFFERS_MAX: usize = 128;

/// A set of offers of an [`OfferBook`], by rank.
///
/// The first offer by name is the highest bit, so that of two sets of equal size the larger number
/// is the one whose sorted names come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfferSet(u128);

impl OfferSet {
    /// No offer: Flex.
    pub const NONE: OfferSet = OfferSet(0);

    /// One offer.
    pub fn one(rank: usize) -> OfferSet {
        OfferSet(1 << (OFFERS_MAX - 1 - rank))
    }

    /// The offers of both.
    pub fn and(self, other: OfferSet) -> OfferSet {
        OfferSet(self.0 | other.0)
    }

    /// Whether the two share an offer.
    pub fn meets(self, other: OfferSet) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many seats.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The ranks, in the order of names.
    pub fn ranks(self) -> impl Iterator<Item = usize> {
        (0..OFFERS_MAX).filter(move |rank| self.meets(OfferSet::one(*rank)))
    }
}

/// One offer.
#[derive(Clone, Debug, PartialEq)]
pub struct BookOffer {
    /// As the plan or the shipped list has it.
    pub offer: Offer,
    /// The products of the log that it covers.
    pub products: Vec<u32>,
}

/// A set of products that exactly the same offers cover: for the choice of offers they are one.
pub type Group = u32;

/// All offers, by name, and what they cover in a log.
#[derive(Clone, Debug, Default)]
pub struct OfferBook {
    /// By name; a rank is a place in this list.
    pub offers: Vec<BookOffer>,
    /// Whether these are the shipped offers and not the user's.
    pub shipped: bool,
    /// For each product of the log, its group; `None` where no offer covers it.
    group_of_product: Vec<Option<Group>>,
    /// For each group, the offers that cover it.
    covered_by: Vec<OfferSet>,
}

impl OfferBook {
    /// The book of a plan; `None` where it has more than [`OFFERS_MAX`] offers.
    pub fn of(log: &Log, plan: &Plan) -> Option<OfferBook> {
        let mut offers = plan.offers();
        if offers.len() > OFFERS_MAX {
            return None;
        }
        offers.sort_by(|a, b| a.name.cmp(&b.name));
        let products: Vec<String> = log.products().iter().map(fold).collect();
        let offers: Vec<BookOffer> = offers
            .into_iter()
            .map(|offer| {
                let covers: Vec<String> = offer.covers.iter().map(|name| fold(name)).collect();
                let covered = |product: &u32| covers.contains(&products[*product as usize]);
                BookOffer { products: (0..products.len() as u32).filter(covered).collect(), offer }
            })
            .collect();
        let mut book = OfferBook { offers, shipped: plan.offers.is_none(), ..OfferBook::default() };
        for product in 0..products.len() as u32 {
            let covering =
                book.offers.iter().enumerate().filter(|(_, offer)| offer.products.contains(&product));
            let set = covering.fold(OfferSet::NONE, |set, (rank, _)| set.and(OfferSet::one(rank)));
            let group = if set.is_empty() {
                None
            } else {
                let known = book.covered_by.iter().position(|other| *other == set);
                Some(known.unwrap_or_else(|| {
                    book.covered_by.push(set);
                    book.covered_by.len() - 1
                }) as Group)
            };
            book.group_of_product.push(group);
        }
        Some(book)
    }

    /// The group of a product; `None` where no offer covers it.
    pub fn group(&self, product: u32) -> Option<Group> {
        self.group_of_product.get(product as usize).copied().flatten()
    }

    /// The offers that cover a group.
    pub fn covered_by(&self, group: Group) -> OfferSet {
        self.covered_by[group as usize]
    }

    /// Whether one of the offers covers a product.
    pub fn covers(&self, offers: OfferSet, product: u32) -> bool {
        self.group(product).is_some_and(|group| self.covered_by(group).meets(offers))
    }

    /// The rank of an offer, by its name; case, spaces and signs do not matter.
    pub fn find(&self, name: &str) -> Option<usize> {
        let exact = self.offers.iter().position(|o| o.offer.name == name);
        exact.or_else(|| self.offers.iter().position(|o| fold(&o.offer.name) == fold(name)))
    }

    /// The offer that a seat for one product is most likely of: the one of the product's name, else
    /// one that covers nothing else.
    pub fn single(&self, product: u32, name: &str) -> Option<usize> {
        let covering = |(_, o): &(usize, &BookOffer)| o.products.contains(&product);
        let offers = || self.offers.iter().enumerate().filter(covering);
        offers()
            .find(|(_, o)| fold(&o.offer.name) == fold(name))
            .or_else(|| offers().find(|(_, o)| o.products.len() == 1))
            .map(|(rank, _)| rank)
    }

    /// The names of a set, in their order.
    pub fn names(&self, offers: OfferSet) -> Vec<&str> {
        offers.ranks().map(|rank| self.offers[rank].offer.name.as_str()).collect()
    }

    /// The price of a seat a year.
    pub fn price(&self, rank: usize) -> Option<Money> {
        self.offers[rank].offer.price_per_year
    }

    /// Whether any offer has a price.
    pub fn has_price(&self) -> bool {
        self.offers.iter().any(|o| o.offer.price_per_year.is_some())
    }
}

/// A name without case, spaces and signs: exports of different dates spell products differently.
pub fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
