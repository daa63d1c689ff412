//! The run-out forecast: past use → many futures → through the packs → dates with a range.
//!
//! [`Drawn`] knows the past, the calendar and the seed, never packs or prices; [`run`] knows packs
//! and futures, never the past. [`PoolForecast`] joins them for one pool. No clock, no order of a
//! hash map; exponentials and logarithms through `libm`, so that the number in a test is the number
//! in the browser.

mod available;
pub mod backtest;
mod busy;
pub mod calendar;
pub mod change;
pub mod dice;
pub mod draw;
mod extremes;
pub mod history;
mod kept;
pub mod level;
pub mod model;
mod months;
mod outlook;
pub mod paths;
mod pool;
pub mod run;
mod sheet;
mod term;
pub mod trial;
pub mod weights;

pub use busy::{PastBusy, past_busy};
pub use change::{DayChange, Scenario};
pub use draw::{Drawn, PATHS};
pub use history::Caution;
pub use kept::Kept;
pub use model::Method;
pub use months::MonthRow;
pub use outlook::{DayRange, FAN_PERCENT, LapseRange, Outlook, RunOutRange, TokenRange};
pub(super) use pool::month_rows_of;
pub use pool::{Changed, Frame, PoolForecast, Tier};
pub use run::{Life, Packs};
pub use sheet::SheetDays;
pub(super) use term::first_known;
pub use term::{Allowance, PACE_RATIO_MIN, Pace, Term};
