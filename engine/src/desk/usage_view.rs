//! The Usage place: usage cut every way under any filter, what changed, and what to look at.

use super::figure::{Figure, Query};
use super::views::{PartView, PersonView, Who};
use crate::usage::{Day, Money, Month, Tokens};
use serde::{Deserialize, Serialize};

/// By what usage is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cut {
    /// By product.
    Product,
    /// By person.
    Person,
    /// By team.
    Team,
    /// By version.
    Version,
}

/// What the Usage place shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UsageAsk {
    /// Which rows.
    pub filter: Query,
    /// By what they are listed.
    pub cut: Cut,
    /// The index of the first part wanted.
    pub first: u64,
    /// How many, at most `ROWS_PER_ANSWER_MAX`.
    pub count: u64,
}

/// Usage under a filter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UsageView {
    /// What was asked for.
    pub ask: UsageAsk,
    /// Net tokens, with the rows behind them.
    pub tokens: Figure,
    /// What they cost.
    pub amount: Figure,
    /// Charges.
    pub charges: u64,
    /// People with a charge.
    pub people: u64,
    /// Products with a charge.
    pub products: u64,
    /// The day of `days[0]`.
    pub first_day: Day,
    /// Net tokens of every day from the first to the last with rows.
    pub days: Vec<Tokens>,
    /// What each of these days cost; `None` where a price is unknown.
    pub day_amounts: Vec<Option<Money>>,
    /// By month, without gaps.
    pub months: Vec<UsageMonth>,
    /// The names of the parts that `UsageMonth::stacked` splits a month into, largest first.
    pub stack: Vec<String>,
    /// The top ten consumers, largest first.
    pub top_people: Vec<UsagePart>,
    /// How many people, the largest first, use which share of the tokens: at most
    /// [`CURVE_POINTS_MAX`] points, the last with everybody.
    pub people_curve: Vec<(u64, f64)>,
    /// How many parts the cut has in all.
    pub total_parts: u64,
    /// The parts asked for, largest first.
    pub parts: Vec<UsagePart>,
}

/// How many points a curve of people has at most.
pub const CURVE_POINTS_MAX: usize = 100;

/// One month of the Usage place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UsageMonth {
    /// Which.
    pub month: Month,
    /// Net tokens.
    pub tokens: Tokens,
    /// What they cost.
    pub amount: Option<Money>,
    /// Charges.
    pub charges: u64,
    /// Working days that the rows cover, by the plan.
    pub working_days: i64,
    /// The rows do not cover all of it.
    pub partial: bool,
    /// Tokens of each product of `UsageView::stack`, then of all others.
    pub stacked: Vec<Tokens>,
}

/// One part of a cut.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UsagePart {
    /// Who or what, tokens, share.
    pub part: PartView,
    /// The share of this and all larger parts.
    pub running_share: f64,
}

/// Two spans to compare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompareAsk {
    /// Which rows; its days are ignored.
    pub filter: Query,
    /// First and last day of the earlier span.
    pub before: (Day, Day),
    /// First and last day of the later span.
    pub after: (Day, Day),
}

/// What changed from one span to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareView {
    /// What was asked for.
    pub ask: CompareAsk,
    /// The earlier.
    pub before: SideView,
    /// The later.
    pub after: SideView,
    /// What the later would have used at the earlier's tokens per working day.
    pub expected: Figure,
    /// The products that changed most, whichever way.
    pub by_product: Vec<ChangeView>,
    /// The people that changed most, whichever way.
    pub by_person: Vec<ChangeView>,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideView {
    /// Working days in it, by the plan.
    pub working_days: i64,
    /// Net tokens, with the rows behind them.
    pub tokens: Figure,
    /// What they cost.
    pub amount: Option<Money>,
}

/// What one person or product changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangeView {
    /// Who or what.
    pub who: Who,
    /// Tokens before.
    pub before: Tokens,
    /// Tokens after.
    pub after: Tokens,
}

/// What to look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LookoutView {
    /// Days far above what they should be, latest first.
    pub spikes: Vec<SpikeView>,
    /// Steady climbs and falls that are significant and large enough to matter.
    pub climbs: Vec<ClimbView>,
    /// Caps that were crossed, latest first, at most [`LOOKOUT_LIST_MAX`].
    pub caps: Vec<CapView>,
    /// How many more there are.
    pub caps_more: u64,
    /// People without a charge lately: who, and their last charge.
    pub inactive: Vec<(PersonView, Day)>,
    /// Days without a charge from which a person is in that list.
    pub inactive_days: i64,
    /// People with charges in several teams, and the teams.
    pub several_teams: Vec<(PersonView, Vec<String>)>,
    /// Flex charges beside a seat: who, for which product, how many, tokens.
    pub beside_seat: Vec<(PersonView, String, u64, Tokens)>,
    /// People with charges who stand in no people sheet, by id; empty where none is loaded.
    pub in_no_sheet: Vec<PersonView>,
    /// How many there are in all.
    pub in_no_sheet_total: u64,
    /// What the rows say of each product's rate.
    pub rates: Vec<RateView>,
}

/// How many entries the lists of a lookout hold.
pub const LOOKOUT_LIST_MAX: usize = 100;

/// A day far above what its weekday and its time would give.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpikeView {
    /// Which.
    pub day: Day,
    /// What was used, with the rows behind it.
    pub tokens: Figure,
    /// What same weekdays of the weeks around used.
    pub expected: Tokens,
    /// Who used most on it.
    pub people: Vec<PartView>,
}

/// A steady climb or fall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClimbView {
    /// Of whom or what; `None` for all use.
    pub who: Option<Who>,
    /// What that is.
    pub cut: Option<Cut>,
    /// Tokens a week, more every week; negative for a fall.
    pub tokens_per_week_per_week: f64,
    /// The median week.
    pub tokens_per_week: f64,
    /// Weeks looked at.
    pub weeks: u64,
}

/// A cap that was crossed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CapView {
    /// Which day.
    pub day: Day,
    /// Who; `None` for all together.
    pub person: Option<PersonView>,
    /// What was used, with the rows behind it.
    pub tokens: Figure,
    /// What the plan allows.
    pub cap: Tokens,
}

/// What the rows say of a product's rate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RateView {
    /// Which product.
    pub product: String,
    /// The rate in use.
    pub rate: Figure,
    /// The rate that ships with the page.
    pub shipped: Option<Tokens>,
    /// Charges that agree with the rate in use.
    pub agreeing: u64,
    /// Those that do not, by day: the tokens and how many; at most [`LOOKOUT_LIST_MAX`].
    pub differing: Vec<(Day, Tokens, u64)>,
    /// How many more such days there are.
    pub differing_more: u64,
}
