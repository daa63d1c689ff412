//! The built-in example: the construction firm of the article that Flexgauge starts from.
//!
//! Twenty AutoCAD users, ten of them heavy: 10 people × 230 days × 7 tokens = 16,100 tokens, which
//! is 40 % of a pool that uses 40,250 a year. The occasional ten open AutoCAD four days a month
//! (3,360 tokens); other products beside them make up the other 20,790. All names are invented.

use crate::plan::{Offer, Pack, Plan};
use crate::usage::{Day, Money, Tokens};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The name of the example's file.
pub const FILE_NAME: &str = "example-daily-usage.csv";

/// The first of its 365 days, 2025-11-01.
pub const FIRST_DAY: Day = Day(20_393);
/// The last, 2026-10-31.
pub const LAST_DAY: Day = Day(20_757);

const HEAVY: [&str; 10] = [
    "Tessel Marrow",
    "Quill Ashgrove",
    "Bramble Oakes",
    "Juniper Slate",
    "Corwin Plumb",
    "Hazel Lintel",
    "Orin Gable",
    "Maple Truss",
    "Rowan Rafter",
    "Sorrel Beam",
];
const OCCASIONAL: [&str; 10] = [
    "Alder Keystone",
    "Briar Cornice",
    "Clover Dormer",
    "Dill Mortar",
    "Elm Purlin",
    "Fennel Joist",
    "Gorse Parapet",
    "Heath Spandrel",
    "Ivy Soffit",
    "Kale Transom",
];
const OTHERS: [&str; 12] = [
    "Larch Arcade",
    "Moss Balustrade",
    "Nettle Cupola",
    "Olive Eaves",
    "Pine Finial",
    "Reed Girder",
    "Sage Hoarding",
    "Thistle Ledger",
    "Umber Mullion",
    "Vetch Newel",
    "Willow Pylon",
    "Yarrow Quoin",
];

/// The products beside AutoCAD: name, version, rate, charges a year. 15,000 + 2,790 + 3,000 tokens.
const BESIDE: [(&str, &str, u32, usize); 3] =
    [("Revit", "2026", 10, 1_500), ("Navisworks Manage", "2026", 9, 310), ("3ds Max", "2025", 6, 500)];

const SEED: u64 = 0x000F_1E86_A06E;

/// The example's plan: two packs in euros, renewal at the end of 2026, and one offer.
pub fn plan() -> Plan {
    let day = |year, month, day| Day::from_ymd(year, month, day).unwrap_or_default();
    let pack = |tokens, start, end| Pack {
        pool: None,
        tokens: Tokens::whole(tokens),
        price: Some(Money::whole(tokens * 3)),
        start,
        end: Some(end),
    };
    Plan {
        currency: Some("EUR".to_string()),
        token_price: Some(Money::whole(3)),
        term_start: Some(day(2026, 1, 1)),
        term_end: Some(day(2026, 12, 31)),
        packs: vec![
            pack(7_000, day(2025, 11, 1), day(2026, 10, 31)),
            pack(38_000, day(2026, 1, 1), day(2026, 12, 31)),
        ],
        offers: Some(vec![Offer {
            name: "AutoCAD".to_string(),
            covers: vec!["AutoCAD".to_string()],
            // Ten of them are the article’s 23,300: 48,300 on Flex less that is 25,000 saved.
            price_per_year: Some(Money::whole(2_330)),
            dated: Some("the article’s arithmetic".to_string()),
        }]),
        ..Plan::default()
    }
}

/// The example's daily usage export, as the portal would write it.
pub fn csv() -> String {
    let mut text = String::from(
        "day_used,first_name,last_name,email,team_alias,offering_name,product_name,version,tokens_used,access_option\r\n",
    );
    for (day, name, product, version, tokens) in charges() {
        let (first, last) = name.split_once(' ').unwrap_or((name, ""));
        let email = format!("{}.{}@brickline.example", first.to_lowercase(), last.to_lowercase());
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            "{day},{first},{last},{email},Brickline,{product},{product},{version},{tokens},Flex\r\n"
        );
    }
    text
}

type Charge = (Day, &'static str, &'static str, &'static str, u32);

fn charges() -> BTreeSet<Charge> {
    let mut dice = Dice(SEED);
    let workdays: Vec<Day> =
        (FIRST_DAY.0..=LAST_DAY.0).map(Day).filter(|day| day.weekday() < 5 && !is_closed(*day)).collect();
    let mut charges = BTreeSet::new();
    for name in HEAVY {
        // The first and the last day of the year are covered, so that a year is a year.
        for day in dice.pick(&workdays, 230) {
            charges.insert((day, name, "AutoCAD", "2026", 7));
        }
    }
    for name in OCCASIONAL {
        for month in 0..12 {
            let in_month: Vec<Day> =
                workdays.iter().copied().filter(|d| d.month().0 == FIRST_DAY.month().0 + month).collect();
            for day in dice.pick(&in_month, 4) {
                charges.insert((day, name, "AutoCAD", "2026", 7));
            }
        }
    }
    charges.insert((FIRST_DAY, OTHERS[0], "Revit", "2026", 10));
    charges.insert((LAST_DAY, OTHERS[1], "Revit", "2026", 10));
    let people: Vec<&'static str> = OTHERS.into_iter().chain(OCCASIONAL).collect();
    for (product, version, rate, count) in BESIDE {
        let mut missing = count - charges.iter().filter(|charge| charge.2 == product).count();
        while missing > 0 {
            // The first dozen are twice as likely: they are the modellers.
            let roll = dice.below(people.len() + OTHERS.len());
            let name = people[if roll < people.len() { roll } else { roll - people.len() }];
            let day = workdays[dice.below(workdays.len())];
            if charges.insert((day, name, product, version, rate)) {
                missing -= 1;
            }
        }
    }
    charges
}

/// The firm is closed over the turn of the year.
fn is_closed(day: Day) -> bool {
    let (_, month, day) = day.ymd();
    (month == 12 && day >= 24) || (month == 1 && day <= 2)
}

/// A small fixed generator (SplitMix64): the example is the same for everyone.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count.max(1) as u64) as usize
    }

    /// `count` different days of `from`, in no order.
    fn pick(&mut self, from: &[Day], count: usize) -> Vec<Day> {
        let mut left = from.to_vec();
        for i in 0..count.min(left.len()) {
            let j = i + self.below(left.len() - i);
            left.swap(i, j);
        }
        left.truncate(count);
        left
    }
}
