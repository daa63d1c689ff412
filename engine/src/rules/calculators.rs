//! The article's calculators, on the precise charge rule: what a habit costs one person and n people a
//! year, with the arithmetic as data.
//!
//! Charges are never guessed here: each calculator writes the sessions it is about and lets
//! [`windows`] count.

use super::flex::{Idle, Session, Stretch, windows};
use crate::usage::{Money, Tokens};
use serde::{Deserialize, Serialize};

const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;

/// Working days a year in the source article's arithmetic.
pub const ARTICLE_DAYS_A_YEAR: u32 = 220;
/// What a token costs in the source article.
pub const ARTICLE_TOKEN_PRICE: Money = Money::whole(3);
/// Rates that the source article names. Autodesk's rate of AutoCAD is another today.
pub const ARTICLE_RATES: [(&str, Tokens); 1] = [("AutoCAD", Tokens::whole(6))];
/// The most days, weeks or times a year, people and minutes that a calculator takes.
pub const CALCULATOR_COUNT_MAX: u32 = 100_000;

/// The article's rate of a product, where it names one.
pub fn article_rate(product: &str) -> Option<Tokens> {
    ARTICLE_RATES.iter().find(|(name, _)| *name == product).map(|(_, rate)| *rate)
}

/// What is calculated. Counts are a year's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Calculator {
    /// A product opened for some minutes on each of so many days.
    MinutesADay {
        /// Minutes a day, at most a day's.
        minutes: u32,
        /// Days a year.
        days: u32,
    },
    /// A product used eight hours a day and left open instead of closed.
    LeftOpen {
        /// Nights in a row: 1 overnight, 3 over a weekend.
        nights: u32,
        /// Whether it would be used on the day after them anyway.
        used_after: bool,
        /// How often a year.
        times: u32,
    },
    /// Two products on one day, of which one would do.
    TwoProducts {
        /// Days a year.
        days: u32,
    },
    /// Fewer days a week than five.
    FewerDays {
        /// Days a week instead of five.
        days_a_week: u32,
        /// Weeks a year.
        weeks: u32,
    },
}

/// A number in a calculation, with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quantity {
    /// Charges.
    Charges(u64),
    /// Charges of one day, one night or one weekend.
    ChargesEach(u64),
    /// Days a year.
    Days(u64),
    /// Weeks a year.
    Weeks(u64),
    /// Days a week.
    DaysAWeek(u64),
    /// Times a year.
    Times(u64),
    /// People.
    People(u64),
    /// Tokens that a charge costs.
    Rate(Tokens),
    /// Tokens.
    Tokens(Tokens),
    /// What a token costs.
    Price(Money),
    /// Money.
    Money(Money),
}

/// What a step works out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepName {
    /// Charges a year as it is.
    Charges,
    /// Charges a year if it were left open, by a version that does not go idle.
    ChargesOpen,
    /// The same by a version that goes idle.
    ChargesOpenAware,
    /// Charges a year if it were closed.
    ChargesClosed,
    /// The charges that could be spared.
    ChargesSpared,
    /// The same on a version that goes idle.
    ChargesSparedAware,
    /// The days a week that could be spared.
    DaysSpared,
    /// Tokens of one person, a year.
    Tokens,
    /// Money of one person, a year.
    Money,
    /// Tokens of all of them, a year.
    TokensOfAll,
    /// Money of all of them, a year.
    MoneyOfAll,
}

/// How a step's numbers come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operation {
    /// All multiplied.
    Times,
    /// The first less the second.
    Minus,
}

/// One line of the arithmetic: `2 × 220 = 440`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What it works out.
    pub name: StepName,
    /// Its numbers.
    pub of: Vec<Quantity>,
    /// How they come together.
    pub operation: Operation,
    /// What comes out.
    pub result: Quantity,
}

/// What a calculator gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calculation {
    /// The arithmetic, line by line.
    pub steps: Vec<Step>,
    /// Tokens a year of one person.
    pub tokens: Tokens,
    /// Tokens a year of all.
    pub tokens_of_all: Tokens,
    /// Money a year of one person; `None` without a price.
    pub amount: Option<Money>,
    /// Money a year of all.
    pub amount_of_all: Option<Money>,
    /// For what is left open: tokens a year of one person on a version that goes idle.
    pub tokens_aware: Option<Tokens>,
}

/// What a calculation hangs on beside the calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Costs {
    /// Tokens a charge of the product.
    pub rate: Tokens,
    /// Tokens a charge of the other product, where there are two.
    pub other_rate: Tokens,
    /// What a token costs.
    pub token_price: Option<Money>,
    /// How many people do it.
    pub people: u32,
}

impl Calculator {
    /// Works it out. Counts beyond [`CALCULATOR_COUNT_MAX`] count as that.
    pub fn work_out(self, costs: Costs) -> Calculation {
        let mut sum = Sum { costs, steps: Vec::new(), aware: None };
        match self {
            Calculator::MinutesADay { minutes, days } => {
                let each = charges_a_day(minutes);
                let days = count(days);
                let charges = each * days;
                sum.times(
                    StepName::Charges,
                    vec![Quantity::ChargesEach(each), Quantity::Days(days)],
                    Quantity::Charges(charges),
                );
                sum.finish(charges, costs.rate)
            }
            Calculator::LeftOpen { nights, used_after, times } => {
                let times = count(times);
                let [open, aware, closed] = left_open(nights, used_after).map(|each| (each, each * times));
                for (name, (each, all)) in [
                    (StepName::ChargesOpen, open),
                    (StepName::ChargesOpenAware, aware),
                    (StepName::ChargesClosed, closed),
                ] {
                    let of = vec![Quantity::ChargesEach(each), Quantity::Times(times)];
                    sum.times(name, of, Quantity::Charges(all));
                }
                let spared = sum.minus(StepName::ChargesSpared, open.1, closed.1);
                let spared_aware = sum.minus(StepName::ChargesSparedAware, aware.1, closed.1);
                sum.aware = Some(costs.rate.scale_rounded(spared_aware as i64, 1));
                sum.finish(spared, costs.rate)
            }
            Calculator::TwoProducts { days } => {
                let days = count(days);
                let of = vec![Quantity::ChargesEach(1), Quantity::Days(days)];
                sum.times(StepName::ChargesSpared, of, Quantity::Charges(days));
                // The dearer one would do; the lesser is spared.
                sum.finish(days, costs.rate.min(costs.other_rate))
            }
            Calculator::FewerDays { days_a_week, weeks } => {
                let (days, weeks) = (u64::from(days_a_week.min(5)), count(weeks));
                let spared = 5 - days;
                sum.steps.push(Step {
                    name: StepName::DaysSpared,
                    of: vec![Quantity::DaysAWeek(5), Quantity::DaysAWeek(days)],
                    operation: Operation::Minus,
                    result: Quantity::DaysAWeek(spared),
                });
                let of = vec![Quantity::DaysAWeek(spared), Quantity::Weeks(weeks)];
                sum.times(StepName::ChargesSpared, of, Quantity::Charges(spared * weeks));
                sum.finish(spared * weeks, costs.rate)
            }
        }
    }
}

fn count(number: u32) -> u64 {
    u64::from(number.min(CALCULATOR_COUNT_MAX))
}

/// The lines so far.
struct Sum {
    costs: Costs,
    steps: Vec<Step>,
    aware: Option<Tokens>,
}

impl Sum {
    fn times(&mut self, name: StepName, of: Vec<Quantity>, result: Quantity) {
        self.steps.push(Step { name, of, operation: Operation::Times, result });
    }

    fn minus(&mut self, name: StepName, from: u64, less: u64) -> u64 {
        let result = from.saturating_sub(less);
        self.steps.push(Step {
            name,
            of: vec![Quantity::Charges(from), Quantity::Charges(less)],
            operation: Operation::Minus,
            result: Quantity::Charges(result),
        });
        result
    }

    /// Charges become tokens and money, of one and of all.
    fn finish(mut self, charges: u64, rate: Tokens) -> Calculation {
        let Costs { token_price, people, .. } = self.costs;
        let people = count(people);
        let tokens = rate.scale_rounded(charges as i64, 1);
        let tokens_of_all = tokens.scale_rounded(people as i64, 1);
        let of = vec![Quantity::Charges(charges), Quantity::Rate(rate)];
        self.times(StepName::Tokens, of, Quantity::Tokens(tokens));
        let amount = token_price.map(|price| self.money(StepName::Money, tokens, price));
        let of = vec![Quantity::Tokens(tokens), Quantity::People(people)];
        self.times(StepName::TokensOfAll, of, Quantity::Tokens(tokens_of_all));
        let amount_of_all = token_price.map(|price| self.money(StepName::MoneyOfAll, tokens_of_all, price));
        let Sum { steps, aware, .. } = self;
        Calculation { steps, tokens, tokens_of_all, amount, amount_of_all, tokens_aware: aware }
    }

    fn money(&mut self, name: StepName, tokens: Tokens, price: Money) -> Money {
        let money = tokens.at_price(price);
        let of = vec![Quantity::Tokens(tokens), Quantity::Price(price)];
        self.times(name, of, Quantity::Money(money));
        money
    }
}

/// Charges of a day with so many minutes of use.
fn charges_a_day(minutes: u32) -> u64 {
    let open = Stretch { start: 0, end: (i64::from(minutes) * 60).min(DAY) };
    windows(&[Session { open, idle: Idle::Unknown }]).len() as u64
}

/// Charges where a product that is used for eight hours stays open for some nights: on a version that
/// does not go idle, on one that does, and if it were closed each evening.
fn left_open(nights: u32, used_after: bool) -> [u64; 3] {
    let back = i64::from(nights.min(CALCULATOR_COUNT_MAX)) * DAY;
    let worked = |start: i64| Stretch { start, end: start + 8 * HOUR };
    let session = |open: Stretch, idle: Idle| Session { open, idle };
    let first = worked(0);
    // Who comes back works in the same session; who does not closes it in the morning, unused.
    let open = Stretch { start: 0, end: back + if used_after { 8 * HOUR } else { 0 } };
    let unused = Stretch { start: first.end, end: back };
    let idle = Idle::Stretches(vec![unused]);
    let mut closed = vec![session(first, Idle::Unknown)];
    closed.extend(used_after.then(|| session(worked(back), Idle::Unknown)));
    [vec![session(open, Idle::Unknown)], vec![session(open, idle)], closed]
        .map(|sessions| windows(&sessions).len() as u64)
}
