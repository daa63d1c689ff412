//! What the Purchase place shows, as plain data.

use super::figure::Figure;
use crate::plan::Question;
use crate::usage::{Day, Money, Tokens};
use serde::{Deserialize, Serialize};

/// How many points the curve of cost against quantity holds at most.
pub const PURCHASE_POINTS_MAX: u64 = 60;

/// Which pool is wanted, and the day it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchaseAsk {
    /// The pool whose curve is shown, into the list of pools; beyond it, the last.
    pub pool: u32,
    /// The day it is where the page is; `None`: not known, nothing is called late.
    pub today: Option<Day>,
}

/// The Purchase place. With what-ifs on, everything is *then*.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PurchaseView {
    /// The revision of the plan it was worked out with.
    pub revision: u64,
    /// ISO code.
    pub currency: String,
    /// The last complete day.
    pub as_of: Day,
    /// The renewal day; without it there is nothing to say here.
    pub term_end: Option<Day>,
    /// Whether accepted moves, habits or busy periods are counted in.
    pub is_then: bool,
    /// The true-up of all pools that can be told.
    pub true_up: Option<TrueUpView>,
    /// The next term of all pools that can be told.
    pub next_term: Option<NextTermView>,
    /// By pool.
    pub pools: Vec<PoolPurchaseView>,
    /// The pool whose curve is shown.
    pub shown: u32,
    /// Its curve; empty where it cannot be told.
    pub curve: Vec<CurvePoint>,
    /// The best of them.
    pub best: Option<CurvePoint>,
    /// What each clause is worth, largest first.
    pub clauses: Vec<ClauseView>,
    /// Seats that the accepted moves need.
    pub subscriptions: Vec<SeatsNeeded>,
    /// Next year's money against this year's.
    pub budget: BudgetView,
    /// The article's five ways before renewal.
    pub ways: Vec<WayView>,
    /// The article's questions.
    pub checklist: Vec<ChecklistLine>,
    /// The late price is the guess of 1.2 times.
    pub late_price_is_guess: bool,
}

/// What to buy during the term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrueUpView {
    /// Tokens; 0 is *nothing to buy*.
    pub tokens: Figure,
    /// What they cost now.
    pub amount: Figure,
    /// What they cost late.
    pub amount_if_late: Figure,
    /// The last day to order on.
    pub order_by: Figure,
    /// Days by which that day has passed.
    pub days_late: Option<i64>,
    /// Days without tokens times people; `None` where nothing is to buy.
    pub stop: Option<Figure>,
    /// What the missing tokens cost beside their price; `None` where the plan names no such cost.
    pub stop_amount: Option<Figure>,
}

/// What to buy at renewal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NextTermView {
    /// Its first day.
    pub from: Day,
    /// Tokens.
    pub tokens: Figure,
    /// What they cost.
    pub amount: Figure,
    /// What the futures need in all, a tenth, half and nine tenths.
    pub need: (Tokens, Tokens, Tokens),
    /// Left over on average, at the price of the purchase.
    pub over: Figure,
    /// Bought later on average.
    pub under: Figure,
    /// The largest chance of a stop among the pools, before a top-up can arrive.
    pub stop_chance: f64,
    /// How many tokens fewer than without the what-ifs; `None` where none is on.
    pub less_than_now: Option<Tokens>,
}

/// One pool.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PoolPurchaseView {
    /// Its name; `None` for the common pool.
    pub name: Option<String>,
    /// What to buy during the term; `None` where it cannot be told.
    pub true_up: Option<TrueUpView>,
    /// Tokens to buy at renewal; `None` where it cannot be told.
    pub renewal: Option<Figure>,
}

/// One quantity with what it leads to on average.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurvePoint {
    /// Tokens bought at renewal.
    pub tokens: Tokens,
    /// All that is paid.
    pub cost: Money,
    /// Of that, bought too much.
    pub over: Money,
    /// Of that, bought too little.
    pub under: Money,
    /// The chance of a stop before a top-up can arrive, 0 to 1.
    pub stop_chance: f64,
}

/// Something a contract can grant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClauseView {
    /// The stable name: `same_price_true_up`, `roll_over`, `grace_days`, `longer_validity`.
    pub clause: String,
    /// What it is worth a term.
    pub worth: Figure,
    /// Whether the plan has it.
    pub agreed: bool,
    /// The days it was priced for, where it is about days.
    pub days: Option<i64>,
}

/// Seats of one offer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeatsNeeded {
    /// The offer's name.
    pub offer: String,
    /// How many.
    pub seats: u64,
    /// What they cost a year.
    pub amount: Figure,
}

/// The licence budget.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BudgetView {
    /// This year.
    pub this_year: Figure,
    /// Next year, as recommended.
    pub next_year: Figure,
    /// What is bought later in the next term on average, on top.
    pub later: Figure,
    /// Next year in nine of ten futures at most.
    pub next_year_high: Figure,
}

/// The article's five ways before renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// Review use monthly.
    ReviewMonthly,
    /// Move daily users to subscriptions.
    MoveDailyUsers,
    /// Close idle applications.
    CloseIdleApps,
    /// Negotiate the true-up.
    NegotiateTrueUp,
    /// Forecast the next term.
    ForecastNextTerm,
}

/// How far one of them is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WayState {
    /// There is something to do.
    Open,
    /// Some of it is decided.
    Begun,
    /// It is done, or there is nothing to do.
    Done,
    /// The data cannot tell.
    Unknown,
}

/// Where it is proven and done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// The Review place.
    Review,
    /// The Licences place.
    Licences,
    /// The Habits place.
    Habits,
    /// The Purchase place.
    Purchase,
    /// The Forecast place.
    Forecast,
}

/// One way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WayView {
    /// Which.
    pub way: Way,
    /// How far it is.
    pub state: WayState,
    /// What it is worth a year; `None` where it has no amount of its own.
    pub per_year: Option<Figure>,
    /// Where it is proven and done.
    pub place: Place,
}

/// One question of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecklistLine {
    /// Which.
    pub question: Question,
    /// The answer: `yes`, `no`, a number, a price or a day; `None`: not answered.
    pub answer: Option<String>,
}
