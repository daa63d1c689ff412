//! Pieces that the drafts share.

use super::Grounds;
use crate::analysis::{Evidence, Habit, HabitCost, rate_of};
use crate::usage::{Day, Money, Tokens};

/// The charge rule in four sentences, as all drafts teach it.
pub const THE_RULE: &str = "\
How Flex charges:
- The first launch of a product opens a window of 24 hours and costs its tokens at once. Opening it again
  within them is free.
- Each product is charged on its own, even where one opens the other.
- A product still in use when its 24 hours end is charged again. Closing it in the evening gives nothing
  back of the day, but it stops what would go on over a weekend.
- A launch under five minutes costs nothing.
";

/// What helps, as all drafts teach it.
pub const WHAT_HELPS: &str = "\
What helps:
- Do not open a product for a peek where a viewer or a PDF will do, and gather peeks into fewer days.
- Use one product where one will do.
- Close what would otherwise run past its 24 hours, above all before a weekend or a holiday.
- Say if you need a product on most days: a subscription may be cheaper.
";

impl Grounds<'_> {
    /// The days behind the numbers: the year’s window, or all that is covered.
    pub fn window(&self) -> (Day, Day) {
        let period = self.report.period;
        period.year().map_or((period.first, period.last), |year| (year.from, year.to))
    }

    /// `7` tokens, or `3.5`; never more than two decimals.
    pub fn tokens(tokens: Tokens) -> String {
        let hundredths = (tokens.to_f64() * 100.0).round() / 100.0;
        if hundredths.fract() == 0.0 { format!("{hundredths:.0}") } else { format!("{hundredths}") }
    }

    /// ` (EUR 21.00)`; nothing where the price is not known.
    pub fn in_money(&self, tokens: Tokens) -> String {
        let money = self.report.token_price.map(|price| tokens.at_price(price));
        money.map(|money| format!(" ({})", self.money(money))).unwrap_or_default()
    }

    /// `EUR 21.00`
    pub fn money(&self, money: Money) -> String {
        crate::export::moves::amount(money, self.plan.currency())
    }

    /// The products used most, with their rates: `AutoCAD: 7 tokens (EUR 21.00) a day`.
    pub fn rates(&self, count: usize) -> Vec<String> {
        let products = self.report.cost.by_product.iter().filter(|part| part.charges > 0).take(count);
        products
            .filter_map(|part| {
                let rate = rate_of(part.index, self.log, self.plan)?;
                let name = self.log.products().get(part.index);
                Some(format!("{name}: {} tokens{}", Self::tokens(rate), self.in_money(rate)))
            })
            .collect()
    }

    /// The habits that cost most: at most so many, only those that anyone has.
    pub fn habits(&self, count: usize) -> Vec<String> {
        let found = self.report.habits.iter().filter(|cost| cost.days > 0).take(count);
        found.map(|cost| self.habit(cost, cost.days, cost.tokens)).collect()
    }

    /// `Weekends: 12 times, 84 tokens (EUR 252.00), inferred from daily rows`
    pub fn habit(&self, cost: &HabitCost, days: u64, tokens: Tokens) -> String {
        let how = match cost.evidence {
            Evidence::Exact => "",
            Evidence::UpperBound => ", at most",
            Evidence::Inferred => ", inferred from daily rows",
        };
        let times = if days == 1 { "once".to_string() } else { format!("{days} times") };
        format!(
            "{}: {times}, {} tokens{}{how}",
            name(cost.habit),
            Self::tokens(tokens),
            self.in_money(tokens)
        )
    }
}

/// A habit as the drafts call it.
pub fn name(habit: Habit) -> &'static str {
    match habit {
        Habit::SeatHolder => "A product on Flex despite a seat for it",
        Habit::OldVersion => "An old version left open, which goes on charging while idle",
        Habit::LeftOpen => "Left open past its 24 hours without use",
        Habit::Weekend => "Charged on days that are not worked",
        Habit::SeveralProducts => "Several products on one day (all but the dearest)",
        Habit::HalfDays => "Two half days that one window of 24 hours would cover",
        Habit::ShortVisits => "Less than half an hour of use in a window",
        Habit::EveryDay => "Beyond the usual days a week of a product used nearly every day",
    }
}

/// Lines as a list.
pub fn list(lines: &[String]) -> String {
    lines.iter().map(|line| format!("- {line}\n")).collect()
}

/// `one person`, `3 people`
pub fn people(count: u64) -> String {
    if count == 1 { "one person".to_string() } else { format!("{count} people") }
}

/// `one charge`, `3 charges`
pub fn charges(count: u64) -> String {
    if count == 1 { "one charge".to_string() } else { format!("{count} charges") }
}
