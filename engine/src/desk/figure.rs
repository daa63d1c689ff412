//! A number with its reasons: the rule it follows, what went into it, the rows behind it.

use crate::analysis::Habit;
use crate::rules::Rule;
use crate::usage::{Day, Money, Tokens};
use serde::{Deserialize, Serialize};

/// A value with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Flex tokens.
    Tokens(Tokens),
    /// Tokens a day.
    TokensPerDay(Tokens),
    /// Money in the workspace's currency.
    Money(Money),
    /// The price of one token.
    Price(Money),
    /// A number of things.
    Count(u64),
    /// A number of things a year; an estimate, hence not whole.
    CountPerYear(f64),
    /// A part of a whole, 0 to 1.
    Share(f64),
    /// A number of days.
    Days(i64),
    /// A calendar day.
    Day(Day),
}

/// What went into a figure, named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Input {
    /// Tokens used in the period.
    TokensUsed,
    /// Tokens used in the days the burn rate looks at.
    TokensInBurnDays,
    /// The days the burn rate looks at.
    BurnDays,
    /// Tokens a day.
    BurnRate,
    /// First day of use.
    FirstDay,
    /// Last day of use.
    LastDay,
    /// Days covered.
    DaysCovered,
    /// The window behind a yearly amount.
    YearFrom,
    /// Its days.
    YearDays,
    /// Tokens in that window.
    TokensInYear,
    /// Days on which the habit shows.
    HabitDays,
    /// Tokens of a habit that neither a move nor an earlier habit has.
    OwnTokens,
    /// Days of a person with a charge.
    ActiveDays,
    /// How much of a habit could change.
    HabitShare,
    /// The price of a token.
    TokenPrice,
    /// Tokens left.
    Balance,
    /// The day of that balance.
    BalanceDay,
    /// Tokens bought.
    Bought,
    /// Tokens that lapsed.
    Lapsed,
    /// Unexplained tokens.
    Unexplained,
    /// Tokens no pack covers.
    Uncovered,
    /// The last complete day.
    AsOf,
    /// The renewal day.
    Renewal,
    /// Days of rows.
    HistoryDays,
    /// The first day by which a tenth of the futures are out.
    EarlyRunOut,
    /// Days from an order to its tokens.
    LeadDays,
    /// Forecasts of the past that were tried.
    PastForecasts,
    /// Working days of the earlier time.
    WorkingDaysBefore,
    /// Working days of the later time.
    WorkingDaysAfter,
    /// Tokens that were to be expected.
    Expected,
    /// Flex money of what the seats cover.
    FlexCovered,
    /// Flex money of what they do not cover.
    FlexLeft,
    /// The price of the seats.
    Subscriptions,
    /// Charge days a year.
    ChargeDays,
    /// Tokens that moves take away.
    TokensMoved,
    /// Tokens that lapse with each pool by itself.
    LapsedApart,
    /// Tokens that lapse in one shared pool.
    LapsedShared,
    /// The part of the futures that must reach the term's end.
    Certainty,
    /// Tokens missing up to the term's end.
    Missing,
    /// Days without tokens.
    DaysWithout,
    /// People who would wait.
    People,
    /// The page's today.
    Today,
    /// What the next term needs in the middle of the futures.
    NextNeed,
    /// Tokens bought at renewal.
    RenewalTokens,
    /// A limit that the plan sets.
    Limit,
    /// The usual budget of a month.
    UsualBudget,
    /// Days of the month on which it counts.
    UsualBudgetDays,
    /// The budget of a month in a busy period.
    BusyBudget,
    /// Days of the month on which that counts.
    BusyBudgetDays,
    /// Days of the month.
    DaysOfMonth,
}

/// A shown number. Every one of them can be asked *why*.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The number; `None` is *unknown*, never zero.
    pub value: Option<Value>,
    /// The rule it follows.
    pub rule: Rule,
    /// What went into it.
    pub inputs: Vec<(Input, Value)>,
    /// The rows behind it, where there are any.
    pub proof: Option<Query>,
}

impl Figure {
    /// A figure without inputs and rows yet.
    pub fn new(rule: Rule, value: Option<Value>) -> Figure {
        Figure { value, rule, inputs: Vec::new(), proof: None }
    }

    /// Its tokens; `None` where it holds none.
    pub fn tokens(&self) -> Option<Tokens> {
        match self.value {
            Some(Value::Tokens(tokens)) => Some(tokens),
            _ => None,
        }
    }

    /// Its money; `None` where it holds none.
    pub fn money(&self) -> Option<Money> {
        match self.value {
            Some(Value::Money(money)) => Some(money),
            _ => None,
        }
    }

    /// Adds an input.
    pub fn with(mut self, input: Input, value: Value) -> Figure {
        self.inputs.push((input, value));
        self
    }

    /// Adds the rows behind it.
    pub fn proven_by(mut self, proof: Query) -> Figure {
        self.proof = Some(proof);
        self
    }
}

/// Which rows of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// From this day on.
    pub from: Option<Day>,
    /// Up to this day.
    pub to: Option<Day>,
    /// Of this person, by id.
    pub person: Option<String>,
    /// Of this product, by name.
    pub product: Option<String>,
    /// Of this team, by name.
    pub team: Option<String>,
    /// Of this version, by name.
    pub version: Option<String>,
    /// Only charges that are this habit; for several products on one day all charges of these days.
    pub habit: Option<Habit>,
}
