//! Log × plan × last complete day → what is asked. Pure functions over plain data.

mod cost;
mod habits;
pub mod licences;
mod packs;
mod period;
mod pools;
mod rates;
mod report;
mod runout;

pub use cost::{Cost, CostPart, DayPrices, MonthCost};
pub use habits::{Evidence, Habit, HabitCost, PersonDays, several_products_entries};
pub use packs::{Drawn, Lapse, Lot, Queue};
pub use period::{DAYS_FOR_A_YEAR_MIN, DAYS_ROUGH_YEAR_MAX, Period, YearOf};
pub use pools::{PoolAnalysis, PoolDay, PoolMap};
pub use rates::rate_of;
pub use report::{PriceSource, Report};
pub use runout::{
    BURN_DAYS, Cause, HISTORY_DAYS_MIN, HISTORY_DAYS_ROUGH_MAX, HORIZON_DAYS, HORIZON_DAYS_MAX, NoRunOut,
    Projection, RunOut,
};
