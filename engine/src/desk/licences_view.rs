//! What the Licences place shows, as plain data.

use super::figure::Figure;
use super::licence_lists_view::*;
use super::views::PersonView;
use crate::usage::{Day, Money, Tokens};
use serde::{Deserialize, Serialize};

/// How many lines each of the short lists holds; the total stands beside it.
pub const LICENCE_LIST_MAX: usize = 100;
/// How many people one answer holds at most: a row with all its figures is about a kilobyte.
pub const LICENCE_ROWS_MAX: u64 = 150;
/// How many points a frontier holds at most.
pub const FRONTIER_POINTS_MAX: usize = 200;

/// Which rows are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicencesAsk {
    /// The index of the first wanted.
    pub first: u64,
    /// How many, at most [`LICENCE_ROWS_MAX`].
    pub count: u64,
    /// Their order; pinned people always come first, equal ones by id.
    pub sort: LicenceSort,
    /// Which people.
    pub show: LicenceShow,
    /// Only people whose name, id or product holds this text, in whatever case.
    pub find: String,
}

/// The order of the rows; largest first, names by alphabet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LicenceSort {
    /// By what the best mix saves; of those who stay, the nearest to paying first.
    #[default]
    Saving,
    /// By Flex money a year.
    FlexCost,
    /// By charge days a year.
    ChargeDays,
    /// By the chance that it pays.
    Chance,
    /// By id.
    Name,
}

/// Which people are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LicenceShow {
    /// Everybody with use in the window.
    #[default]
    Everyone,
    /// Those with a saving above zero.
    Moves,
    /// Those of a verdict.
    Verdict(LicenceVerdict),
    /// Those whose move was accepted or set.
    Accepted,
    /// Those whose move was declined.
    Declined,
    /// Moves without a decision.
    Open,
    /// Those with a flag.
    Flagged(LicenceFlag),
}

/// What to do about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LicenceVerdict {
    /// Move now.
    Move,
    /// Watch.
    Watch,
    /// Stay on Flex.
    Stay,
}

/// What is peculiar about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LicenceFlag {
    /// More charge days of a product than the article's hundred.
    Heavy,
    /// Joined.
    Joiner,
    /// Left.
    Leaver,
    /// Charged for a product they have a seat for.
    MisAssigned,
    /// There in a few months only.
    Seasonal,
    /// No charge for long.
    Inactive,
    /// The optimum could not be proven, so none is given.
    Unproven,
}

/// Whether anything can be said per year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LicenceState {
    /// Yes.
    Ready,
    /// No use at all.
    NoUse,
    /// Under 56 days covered.
    TooFewDays,
    /// No price of a token is known.
    NoTokenPrice,
    /// No offer has a price: ask for one.
    NoOfferPrice,
    /// More offers than can be compared.
    TooManyOffers,
}

/// The Licences place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LicencesView {
    /// The revision of the plan it was worked out with.
    pub revision: u64,
    /// ISO code.
    pub currency: String,
    /// Whether anything can be said per year; where not, headline, rows and frontier are empty.
    pub state: LicenceState,
    /// Rests on less than half a year.
    pub rough: bool,
    /// The window behind the yearly amounts.
    pub window: Option<(Day, Day)>,
    /// Days a year above which the article calls a person heavy.
    pub heavy_days: i32,
    /// Days without a charge from which a person is inactive.
    pub inactive_days: i32,
    /// The sums; `None` unless ready.
    pub headline: Option<LicenceHeadline>,
    /// The people.
    pub rows: LicenceRows,
    /// Number of people moved against yearly cost.
    pub frontier: Frontier,
    /// The offers, by name.
    pub offers: Vec<OfferView>,
    /// Products with charges that no offer covers, by name.
    pub products_without_offer: Vec<String>,
    /// Seats that Flex would be cheaper than, by saving.
    pub underused_seats: Listed<UnderusedSeatView>,
    /// The files list use through seats; without, no seat can be judged.
    pub knows_seat_use: bool,
    /// Seats of the plan whose person or whose offer is not known.
    pub seats_unknown: u64,
    /// Flex charges beside a seat, by tokens.
    pub mis_assigned: Listed<MisAssignedView>,
    /// People there in few months only, by id.
    pub seasonal: Listed<SeasonalView>,
    /// Inactive people, longest first.
    pub inactive: Listed<InactiveView>,
    /// Several pools against one; `None` where fewer than two have packs.
    pub shared_pool: Option<SharedPoolView>,
}

/// The first lines of a list and how many there are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listed<T> {
    /// How many there are in all.
    pub total: u64,
    /// The first, at most [`LICENCE_LIST_MAX`].
    pub listed: Vec<T>,
}

/// The sums.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LicenceHeadline {
    /// People with use in the window.
    pub people: u64,
    /// Flex money of everybody, a year.
    pub flex_per_year: Figure,
    /// Everyone with a saving above zero.
    pub all: MovesSum,
    /// Those with the verdict *move now*: the headline.
    pub move_now: MovesSum,
    /// Those to watch.
    pub watch: MovesSum,
    /// What was accepted or set, whatever the verdict.
    pub accepted: MovesSum,
    /// Accepted moves whose person or offers are not known here, or without a price: not in the sum.
    pub accepted_unknown: u64,
    /// People whose optimum could not be proven.
    pub unproven: u64,
}

/// Some people's moves together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MovesSum {
    /// How many people.
    pub people: u64,
    /// What it saves a year: the sum of the persons.
    pub saving_per_year: Figure,
    /// What a tenth of the drawn years stays below and above; only for all and for *move now*.
    pub saving_range: Option<(Money, Money)>,
    /// The share of the pool's tokens it takes away, 0 to 1.
    pub tokens_share: Figure,
    /// Those tokens a year.
    pub tokens_per_year: Tokens,
    /// The price of all its seats a year.
    pub subscriptions_per_year: Money,
    /// The saving by when it becomes money.
    pub by_when: Vec<(SavingWhen, Money)>,
}

/// When a saving becomes money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SavingWhen {
    /// A true-up becomes smaller.
    ThisTerm,
    /// The next purchase becomes smaller.
    AtRenewal,
    /// Not within a year: these tokens would lapse.
    Lapses,
    /// Tokens left are not known.
    Unknown,
}

/// A part of the people.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LicenceRows {
    /// How many there are in all.
    pub total: u64,
    /// The index of the first of `rows`.
    pub first: u64,
    /// The rows.
    pub rows: Vec<LicenceRow>,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LicenceRow {
    /// Who.
    pub person: PersonView,
    /// Today's cost: Flex money a year.
    pub flex_per_year: Figure,
    /// What they use, by product.
    pub products: Vec<ProductUseView>,
    /// Whether the best mix has a seat, which is the same as a saving above zero.
    pub is_move: bool,
    /// The best mix; for who stays on Flex, the nearest with a seat. `None` where no offer covers
    /// what they use.
    pub mix: Option<MixView>,
    /// The chance that it pays, 0 to 1; only for moves.
    pub chance: Option<Figure>,
    /// What to do.
    pub verdict: LicenceVerdict,
    /// When the saving becomes money; only for moves.
    pub when: Option<SavingWhen>,
    /// The best day for the move.
    pub best_day: Option<Day>,
    /// Flex money a year at their own pace; only for who joined or left.
    pub run_rate_per_year: Option<Figure>,
    /// What is peculiar.
    pub flags: Vec<LicenceFlag>,
    /// Offers they have a seat of.
    pub held: Vec<String>,
    /// Accepted or set: the offers and what they come to.
    pub accepted: Option<AcceptedView>,
    /// The proposed move was declined.
    pub declined: bool,
    /// Pinned to the top.
    pub pinned: bool,
    /// The user's note; empty where there is none.
    pub note: String,
}

/// What was accepted or set for a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AcceptedView {
    /// As the plan names them; none means Flex.
    pub offers: Vec<String>,
    /// What they come to; `None` where a price is not known.
    pub mix: Option<MixView>,
}

/// Some offers for one person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MixView {
    /// The offers, by name.
    pub offers: Vec<String>,
    /// What their seats cost this person a year.
    pub subscriptions_per_year: Money,
    /// The Flex money of what they do not cover.
    pub flex_left_per_year: Money,
    /// Both.
    pub cost_per_year: Figure,
    /// Against Flex alone; below zero where it costs more.
    pub saving_per_year: Figure,
    /// What a tenth of the drawn years stays below and above: the money at risk either way.
    pub saving_range: Option<(Money, Money)>,
    /// Charge days a year of the covered products.
    pub charge_days_per_year: Figure,
    /// What a tenth of the drawn years stays below and above.
    pub charge_days_range: Option<(f64, f64)>,
    /// Days a year above which it pays.
    pub break_even_days: Figure,
}

/// One product of one person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProductUseView {
    /// Its name.
    pub product: String,
    /// Distinct charge days a year.
    pub charge_days_per_year: f64,
    /// Flex money a year.
    pub flex_per_year: Money,
    /// Covered by the best mix.
    pub covered: bool,
    /// More days than the article's hundred.
    pub heavy: bool,
    /// Where the article's rule and the arithmetic disagree.
    pub disagreement: Option<HeavyDisagreement>,
    /// For each offer that covers it, the days of this product alone above which it pays.
    pub break_even_days: Vec<(String, f64)>,
}

/// Where the article's hundred days and the arithmetic disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HeavyDisagreement {
    /// More than a hundred days, but Flex is cheaper at these prices.
    HeavyButFlexIsCheaper,
    /// A hundred days or fewer, but a seat is cheaper at these prices.
    NotHeavyButSeatIsCheaper,
}

/// Number of people moved against yearly cost, the best to move first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Frontier {
    /// People moved and what everybody then costs a year; at most [`FRONTIER_POINTS_MAX`].
    pub points: Vec<(u64, Money)>,
    /// The cheapest of them, always among the points.
    pub best: Option<(u64, Money)>,
}

/// One offer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfferView {
    /// Its name.
    pub name: String,
    /// What it covers, as the user or the shipped list has it.
    pub covers: Vec<String>,
    /// Which of these the log knows, by its spelling.
    pub products: Vec<String>,
    /// Its price a year; unknown: to be asked for.
    pub price_per_year: Figure,
    /// When the price was looked up.
    pub dated: Option<String>,
    /// A shipped default: *check this*.
    pub shipped: bool,
    /// Seats of it in all best mixes.
    pub seats_in_moves: u64,
}
