//! Draws a model with an ink. Nothing here knows the page: numbers and labels in, SVG text out.
//!
//! The only place that names plotters. Every label is escaped; with [`Ink::Classes`] the page's
//! styles colour it, with [`Ink::Baked`] the colours stand in the picture.

mod alone;
mod axis;
mod balance;
mod budget;
mod calendar;
mod curve;
mod days_bar;
mod dots;
mod frame;
mod gauge;
mod ink;
mod months;
mod parts;
mod stacked;
mod svg;
mod ticks;
mod tradeoff;
mod week;

pub use alone::{Key, alone};
pub use balance::{BalanceModel, Mark, balance};
pub use budget::{BudgetModel, budget};
pub use calendar::{CalendarModel, calendar};
pub use curve::{CurveModel, curve};
pub use days_bar::{DaysBarModel, days_bar};
pub use dots::{DotsModel, PastForecast, dots};
pub use frame::{Picture, Size};
pub use gauge::{GaugeModel, gauge};
pub use ink::{Ink, Role};
pub use months::{Bar, MonthsModel, months};
pub use parts::{PartBar, parts};
pub use stacked::{SERIES, StackedBar, StackedModel, stacked};
pub use svg::escape;
pub use tradeoff::{TradeoffModel, tradeoff};
pub use week::{Span, WeekModel, week};
