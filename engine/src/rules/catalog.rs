//! Every rule a shown number can follow: its name, what it says, where it comes from and when.
//!
//! One table, so that the page, the guide and the exports all say the same.

use serde::{Deserialize, Serialize};

/// The rule that a figure follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rule {
    /// Tokens of the rows that count.
    TokensUsed,
    /// Past cost through the packs, or at the token price.
    PastCost,
    /// One charge: a person, a product, a day.
    Charge,
    /// The share of something in the whole.
    ShareOfTokens,
    /// A month's tokens and cost.
    ByMonth,
    /// Tokens that no pack covers.
    Uncovered,
    /// Rows read, used, duplicate, left out.
    RowsRead,
    /// A year's worth.
    PerYear,
    /// The price behind everything per year.
    TokenPrice,
    /// Several products on one day.
    SeveralProducts,
    /// Charges beside a seat, as a habit.
    SeatHolder,
    /// Left open on an old version.
    OldVersion,
    /// Left open.
    LeftOpen,
    /// Charges on days that are not worked.
    Weekend,
    /// Two windows where one would do.
    HalfDays,
    /// Windows with little use.
    ShortVisits,
    /// Daily use beyond so many days a week.
    EveryDay,
    /// What changing a habit saves.
    HabitSaving,
    /// Tokens per active day.
    ActiveDay,
    /// Tokens left.
    Balance,
    /// Tokens a day lately.
    BurnRate,
    /// The day the pool runs out, from the forecast.
    RunOut,
    /// The chance that it does so in the term.
    RunOutChance,
    /// The day the pool runs out, from the burn rate.
    StraightLine,
    /// How past forecasts did.
    Backtest,
    /// A share of the term's tokens.
    Tier,
    /// The last day to order on.
    OrderBy,
    /// Used share against elapsed share.
    Pace,
    /// What a busy period did.
    BusyPeriod,
    /// Tokens that lapse with their pack.
    Lapse,
    /// Tokens that a reading shows and the rows do not.
    Unexplained,
    /// Tokens per user and day.
    Rate,
    /// Two times compared.
    EqualWorkingDays,
    /// A day far above what it should be.
    Spike,
    /// A steady climb or fall.
    Climb,
    /// A crossed cap.
    Caps,
    /// Flex money of a person, a year.
    FlexPerYear,
    /// The cheapest set of offers.
    BestMix,
    /// Days a year with a charge.
    ChargeDays,
    /// Days a year above which a seat pays.
    BreakEvenDays,
    /// The article's hundred days.
    HeavyDays,
    /// The chance that a move pays.
    Chance,
    /// A year at one's own pace.
    RunRate,
    /// What a move saves.
    MoveSaving,
    /// The part of the pool's tokens that moves take away.
    TokensMoved,
    /// When a saving becomes money.
    WhenMoney,
    /// A seat that Flex would be cheaper than.
    UnderusedSeat,
    /// Flex charges beside a seat.
    MisAssigned,
    /// Use in few months.
    Seasonal,
    /// No charge for long.
    Inactive,
    /// Several pools against one.
    SharedPool,
    /// What a subscription costs.
    OfferPrice,
    /// What what-ifs lead to.
    NowThen,
    /// Tokens to buy during the term.
    TrueUp,
    /// What they cost now.
    TrueUpPrice,
    /// What they cost late.
    LatePrice,
    /// What a stop costs.
    StopCost,
    /// Tokens to buy at renewal.
    RenewalTokens,
    /// What too much and too little cost.
    OverUnder,
    /// What a clause is worth.
    ClauseWorth,
    /// What licences cost a year.
    LicenceBudget,
    /// What the forecast saves at renewal.
    BoughtAsBefore,
    /// A month against its budget.
    Budget,
    /// The chance that a month passes its budget.
    BudgetChance,
    /// A week far above the weeks before.
    SuddenClimb,
    /// What accepted moves turned out to save.
    SavingsShown,
}

/// A rule in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleText {
    /// A short name for headings.
    pub name: &'static str,
    /// What it says, exactly, in plain words.
    pub says: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// As of when.
    pub dated: &'static str,
}

/// All rules in the order in which the guide explains them.
pub const ALL_RULES: [Rule; 66] = [
    Rule::RowsRead,
    Rule::Charge,
    Rule::TokensUsed,
    Rule::Rate,
    Rule::PastCost,
    Rule::Uncovered,
    Rule::TokenPrice,
    Rule::ShareOfTokens,
    Rule::ByMonth,
    Rule::PerYear,
    Rule::SeveralProducts,
    Rule::SeatHolder,
    Rule::LeftOpen,
    Rule::OldVersion,
    Rule::Weekend,
    Rule::EveryDay,
    Rule::ShortVisits,
    Rule::HalfDays,
    Rule::HabitSaving,
    Rule::ActiveDay,
    Rule::Balance,
    Rule::Unexplained,
    Rule::BurnRate,
    Rule::RunOut,
    Rule::RunOutChance,
    Rule::StraightLine,
    Rule::Backtest,
    Rule::Tier,
    Rule::OrderBy,
    Rule::Pace,
    Rule::BusyPeriod,
    Rule::Lapse,
    Rule::EqualWorkingDays,
    Rule::Spike,
    Rule::Climb,
    Rule::Caps,
    Rule::FlexPerYear,
    Rule::BestMix,
    Rule::ChargeDays,
    Rule::BreakEvenDays,
    Rule::HeavyDays,
    Rule::Chance,
    Rule::RunRate,
    Rule::MoveSaving,
    Rule::TokensMoved,
    Rule::WhenMoney,
    Rule::UnderusedSeat,
    Rule::MisAssigned,
    Rule::Seasonal,
    Rule::Inactive,
    Rule::SharedPool,
    Rule::OfferPrice,
    Rule::NowThen,
    Rule::TrueUp,
    Rule::TrueUpPrice,
    Rule::LatePrice,
    Rule::StopCost,
    Rule::RenewalTokens,
    Rule::OverUnder,
    Rule::ClauseWorth,
    Rule::LicenceBudget,
    Rule::BoughtAsBefore,
    Rule::Budget,
    Rule::BudgetChance,
    Rule::SuddenClimb,
    Rule::SavingsShown,
];

pub(super) const FLEXGAUGE: &str = "Flexgauge’s own definition";
pub(super) const AUTODESK: &str = "Autodesk’s help pages on Flex";
pub(super) const ROWS: &str = "your rows";
const DATED: &str = "autumn 2026";

impl Rule {
    /// The rule in words.
    pub fn text(self) -> RuleText {
        let (name, says, source) = match self {
            Rule::RowsRead => (
                "Rows read",
                "Every row below the header is used, a duplicate, or left out with a reason; the \
                 three add up to the rows read. The same charge in several files counts once: the \
                 file whose last day is later stands, then the larger sum. Equal rows inside one \
                 file add up. A totals line is no row. Beside files with days, a monthly sheet or a \
                 usage report is a duplicate where they tell its month or its team, and left out \
                 where they do not.",
                FLEXGAUGE,
            ),
            Rule::Charge => (
                "Charge",
                "One person, one product, one 24-hour window. Exports list it on the UTC day on \
                 which the window opened. Re-opening the product inside the window is free. A row \
                 with 0 tokens is normal (a launch under five minutes, say) and is no charge.",
                AUTODESK,
            ),
            Rule::TokensUsed => {
                ("Tokens used", "The sum of the tokens of all rows that count. Refunds count negative.", ROWS)
            }
            Rule::Rate => (
                "Rate",
                "Tokens that one product costs per user and 24 hours: what the plan says, else the \
                 most frequent tokens of one person, product and day in your rows, else the \
                 shipped rate.",
                ROWS,
            ),
            Rule::PastCost => (
                "Cost of past use",
                "Each day’s tokens are taken from the packs in Autodesk’s order (earliest end \
                 first, the smaller pack first on equal ends), each at what its pack cost per \
                 token. What no pack covers is priced at the token price. A refund goes back to the \
                 pack drawn last; of one larger than all that was drawn, the rest goes into that pack \
                 too. Charges and refunds of a day share its price; where they net to nothing, that is \
                 what the charges alone would have cost. A monthly sheet’s use is taken from the packs \
                 on the month’s last day.",
                "Autodesk’s help pages on Flex; prices are yours",
            ),
            Rule::Uncovered => (
                "Tokens no pack covers",
                "Tokens in your rows for which the plan has no pack with tokens left that day. A \
                 purchase seems to be missing from the plan. They are priced at the token price.",
                FLEXGAUGE,
            ),
            Rule::TokenPrice => (
                "Token price",
                "The plan’s token price; if it has none, the mean price of the packs valid on the \
                 last day; if there are none, Autodesk’s list price of USD 3.00 (check this: \
                 autumn 2026), and only in USD.",
                "your plan, else Autodesk’s list price",
            ),
            Rule::ShareOfTokens => ("Share", "These tokens divided by all tokens used in the period.", ROWS),
            Rule::ByMonth => (
                "By month",
                "Tokens by the calendar month (UTC) of their charge day. A month that your rows \
                 cover only in part is marked partial.",
                ROWS,
            ),
            Rule::PerYear => (
                "A year",
                "The sum of the last 365 days that your rows cover. Where they cover fewer, the \
                 sum × 365 ÷ days covered, from the first to the last day of use. Under 56 days no \
                 yearly amount is given; under 182 it is marked rough.",
                FLEXGAUGE,
            ),
            Rule::Balance => (
                "Balance",
                "Tokens left in packs that are valid on the last day: what was bought, less what \
                 your rows used, less what lapsed. A balance you enter is the balance at the end \
                 of its day and counts from then on.",
                "your plan and your rows",
            ),
            Rule::Unexplained => (
                "Unexplained tokens",
                "The difference between a balance you entered and what the packs and the rows \
                 give for that day. It leaves or enters the packs, so that the entered balance \
                 stands.",
                "your plan and your rows",
            ),
            Rule::BurnRate => (
                "Burn rate",
                "Tokens used in the last 28 days up to the last complete day, divided by 28. Days \
                 without rows count as zero use. Where the rows begin later, the days since then.",
                FLEXGAUGE,
            ),
            Rule::Lapse => (
                "Lapsing tokens",
                "Tokens left in a pack at the end of its last day. Nothing rolls over.",
                AUTODESK,
            ),
            other => super::forecast_texts::text(other)
                .or_else(|| super::usage_texts::text(other))
                .or_else(|| super::habit_texts::text(other))
                .or_else(|| super::purchase_texts::text(other))
                .unwrap_or_else(|| super::licence_texts::text(other)),
        };
        RuleText { name, says, source, dated: DATED }
    }
}
