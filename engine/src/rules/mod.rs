//! The domain's rules: what each number follows, and the rates and prices that ship with the page.

mod calculators;
mod catalog;
mod charging;
mod eba;
mod flex;
mod forecast_texts;
mod habit_texts;
mod licence_texts;
mod offers;
mod purchase_texts;
mod shipped;
mod simulator;
mod usage_texts;

pub use calculators::{
    ARTICLE_DAYS_A_YEAR, ARTICLE_RATES, ARTICLE_TOKEN_PRICE, CALCULATOR_COUNT_MAX, Calculation, Calculator,
    Costs, Operation, Quantity, Step, StepName, article_rate,
};
pub use catalog::{ALL_RULES, Rule, RuleText};
pub use charging::{Charging, work_out};
pub use eba::{EbaDay, eba_days};
pub use flex::{
    IDLE_GRACE_SECONDS, Idle, LAUNCH_SECONDS_MIN, Session, Stretch, WINDOW_SECONDS, Window, use_of, windows,
};
pub use offers::{SHIPPED_OFFERS, SHIPPED_OFFERS_DATED, ShippedOffer};
pub use shipped::{LIST_CURRENCY, LIST_TOKEN_PRICE, SHIPPED_DATED, SHIPPED_RATES, shipped_rate};
pub use simulator::{
    DrawnCharge, DrawnFate, DrawnSession, Preset, SIMULATED_SESSIONS_MAX, Simulation, WEEK_MINUTES, presets,
    simulate,
};
