//! Log × plan × last complete day → what is asked. Pure functions over plain data.

mod alerts;
mod budgets;
mod by_day;
mod charge_back;
mod compare;
mod cost;
mod cuts;
pub mod forecast;
mod habits;
pub mod licences;
mod lookout;
mod packs;
mod period;
mod pools;
pub mod purchase;
mod rates;
mod recognition;
mod report;
mod reviews;
mod rough;
mod runout;
mod scenario;
mod stats;
mod sums;
mod trend;

pub use alerts::{Alert, Alerted, CAP_DAYS, CAPS_MAX, alerts, lapses};
pub use budgets::{AHEAD_CHANCE_MIN, BUDGET_MONTHS, BudgetLine, BudgetMonth, PartUse};
pub use charge_back::{ChargeBack, ChargeBackPart, ChargeTo, Charged};
pub use compare::{Change, Comparison, Side, Span};
pub use cost::{Cost, CostPart, DayPrices, MonthCost, people_with_charges};
pub use cuts::{Cuts, DayCut, Filter, top_people};
pub use habits::{
    Evidence, HALF_DAY_SECONDS, Habit, HabitCost, HabitDays, HabitFlags, HabitFrame, HabitPart, HabitSet,
    PersonDays, SHORT_VISIT_SECONDS_MAX, SavedTokens, UNBROKEN_SECONDS_MIN,
};
pub use lookout::{
    BesideSeat, CapCrossed, RateSeen, caps_crossed, charged_beside_seat, in_no_sheet, in_several_teams,
    rates_seen, without_charge_lately,
};
pub use packs::{Drawn, Lapse, Lot, Queue};
pub use period::{DAYS_FOR_A_YEAR_MIN, DAYS_ROUGH_YEAR_MAX, Period, YearOf};
pub use pools::{PoolAnalysis, PoolDay, PoolMap};
pub use rates::{rate_of, work_out_charges};
pub use recognition::{Active, RECOGNITION_DAYS, Recognised, Recognition, RecognitionOf};
pub use report::{PriceSource, Report};
pub use reviews::{DAYS_TO_JUDGE_MIN, KeptPromises};
pub use rough::{BURN_MONTHS, RoughRunOut};
pub use runout::{
    BURN_DAYS, Cause, HISTORY_DAYS_MIN, HISTORY_DAYS_ROUGH_MAX, HORIZON_DAYS, HORIZON_DAYS_MAX, NoRunOut,
    Projection, RunOut,
};
pub use scenario::{Relief, Then};
pub use stats::{mann_kendall_p, median, theil_sen};
pub use sums::{SeatSeen, SumsReport};
pub use trend::{Climb, Spike, climb, climbs_of, spikes};
