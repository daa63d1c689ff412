//! The renewal: the quantity of least expected cost, and what each clause is worth.

use super::curve::{Curve, CurveTerms};
use super::need::Needs;
use super::prices::Prices;
use super::sizes::Sizes;
use crate::plan::Plan;
use crate::usage::{MICRO, Money, Tokens};

/// The chance of a stop that is never exceeded.
pub const STOP_CHANCE_MAX: f64 = 0.1;
/// Days of grace that are priced where none are agreed: the article's.
pub const GRACE_DAYS_ASKED: i32 = 30;
/// Days of longer validity that are priced where none are agreed.
pub const LONGER_DAYS_ASKED: i32 = 90;

/// Something a contract can grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clause {
    /// The first days of a shortage are bought at the early price.
    GraceDays,
    /// Packs are valid for longer than a year.
    LongerValidity,
    /// What is left is credited.
    RollOver,
    /// A true-up costs what the renewal costs.
    SamePriceTrueUp,
}

impl Clause {
    /// All, by stable name.
    pub const ALL: [Clause; 4] =
        [Clause::GraceDays, Clause::LongerValidity, Clause::RollOver, Clause::SamePriceTrueUp];

    /// The stable name in results.
    pub fn name(self) -> &'static str {
        match self {
            Clause::GraceDays => "grace_days",
            Clause::LongerValidity => "longer_validity",
            Clause::RollOver => "roll_over",
            Clause::SamePriceTrueUp => "same_price_true_up",
        }
    }

    /// Whether a plan has it.
    pub fn is_agreed(self, plan: &Plan) -> bool {
        match self {
            Clause::GraceDays => plan.grace_days() > 0,
            Clause::LongerValidity => plan.clauses.longer_days > 0,
            Clause::RollOver => plan.clauses.roll_over,
            Clause::SamePriceTrueUp => plan.clauses.same_price_true_up,
        }
    }
}

/// Which clauses hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Granted([bool; 4]);

impl Granted {
    /// Those of a plan.
    pub fn of(plan: &Plan) -> Granted {
        Granted(Clause::ALL.map(|clause| clause.is_agreed(plan)))
    }

    fn with(mut self, clause: Clause, granted: bool) -> Granted {
        self.0[clause as usize] = granted;
        self
    }

    fn has(self, clause: Clause) -> bool {
        self.0[clause as usize]
    }
}

/// One quantity with what it leads to on average. Money as plain numbers of the currency.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CostPoint {
    /// Tokens bought at renewal.
    pub tokens: u64,
    /// All that is paid.
    pub cost: f64,
    /// Of that, what is left over at the price of the purchase: bought too much.
    pub over: f64,
    /// Of that, what is bought later: bought too little.
    pub under: f64,
    /// The chance that a top-up would come too late.
    pub stop_chance: f64,
}

/// A pool's renewal.
#[derive(Clone, Debug, PartialEq)]
pub struct Renewal {
    /// The best quantity.
    pub best: CostPoint,
    /// What it costs; `None` without a known price.
    pub amount: Option<Money>,
    /// What each clause is worth a term; `None` without a known price.
    pub clauses: [(Clause, Option<Money>); 4],
    /// Half of the futures need at most this, a tenth and nine tenths around it.
    pub need: (f64, f64, f64),
    /// What quantities lead to.
    pub pricing: Pricing,
}

/// Everything that prices a quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct Pricing {
    curve: Curve,
    prices: Prices,
    sizes: Sizes,
    granted: Granted,
}

impl Renewal {
    /// The renewal of futures' needs.
    pub fn of(plan: &Plan, prices: Prices, needs: &Needs) -> Renewal {
        let or_asked = |days: i32, asked: i32| (if days > 0 { days } else { asked }) as usize;
        let sizes = Sizes::of(plan);
        let totals = needs.totals();
        let most = totals.last().copied().unwrap_or_default();
        // A larger purchase than needed can be cheaper: up to twice as large ones are looked at.
        let volumes = prices.volume.iter().map(|price| whole(price.from_tokens));
        let volumes = volumes.filter(|tokens| *tokens as f64 <= 2.0 * most).max().unwrap_or_default();
        let curve = Curve::of(
            needs,
            CurveTerms {
                lead_days: plan.lead_days().max(0) as usize,
                grace_days: or_asked(plan.grace_days(), GRACE_DAYS_ASKED),
                longer_days: or_asked(plan.clauses.longer_days, LONGER_DAYS_ASKED),
                at_least: sizes.at_least((libm::ceil(most) as u64).max(volumes)) + 1,
            },
        );
        let pricing = Pricing { curve, prices, sizes, granted: Granted::of(plan) };
        let best = pricing.best(pricing.granted);
        let known = pricing.prices.known;
        let worth = |clause: Clause| {
            let cost = |granted| pricing.best(pricing.granted.with(clause, granted)).cost;
            let worth = Money::from_f64(cents(cost(false) - cost(true)));
            (clause, known.then_some(worth.max(Money::ZERO)))
        };
        let at = |part: usize| totals[(totals.len() * part / 10).min(totals.len() - 1)];
        Renewal {
            amount: known.then(|| pricing.prices.renewal_amount(tokens(best.tokens))),
            clauses: Clause::ALL.map(worth),
            need: (at(1), at(5), at(9)),
            best,
            pricing,
        }
    }

    /// At most so many points of the curve, evenly spread, the best among them.
    pub fn points(&self, count: u64) -> Vec<CostPoint> {
        let pricing = &self.pricing;
        let last = pricing.curve.last();
        let step = last.div_ceil(count.saturating_sub(2).max(1)).max(1);
        let mut quantities: Vec<u64> = (0..=last / step).map(|number| number * step).collect();
        quantities.push(self.best.tokens);
        quantities.sort_unstable();
        quantities.dedup();
        quantities.into_iter().map(|tokens| pricing.point(tokens, pricing.granted)).collect()
    }
}

impl Pricing {
    /// What a quantity leads to as the contract stands.
    pub fn cost(&self, tokens: u64) -> CostPoint {
        self.point(tokens, self.granted)
    }

    /// Whether a quantity can be bought.
    pub fn can_buy(&self, tokens: u64) -> bool {
        self.sizes.has(tokens)
    }

    /// The largest quantity looked at.
    pub fn last(&self) -> u64 {
        self.curve.last()
    }

    /// The price of a top-up that is ordered in time, with and without the clause. Without one nobody
    /// promises a price: the plan's, else the late one.
    fn top_up_price(&self, granted: Granted) -> f64 {
        let early = self.prices.renewal.to_f64();
        let late = self.prices.late.to_f64();
        let stated = self.prices.stated_true_up.map(Money::to_f64);
        match (granted.has(Clause::SamePriceTrueUp), self.granted.has(Clause::SamePriceTrueUp)) {
            // The plan's true-up price is what the clause grants.
            (true, true) => stated.unwrap_or(early),
            (false, true) => late.max(stated.unwrap_or(early)),
            (true, false) => early.min(stated.unwrap_or(late)),
            (false, false) => stated.unwrap_or(late),
        }
    }

    fn point(&self, quantity: u64, granted: Granted) -> CostPoint {
        let (curve, prices) = (&self.curve, &self.prices);
        let at = |line: &[f64]| curve.at(line, quantity);
        let price = prices.at_volume(prices.renewal, tokens(quantity)).to_f64();
        let early = prices.renewal.to_f64();
        let top_up = self.top_up_price(granted);
        let late = prices.late.to_f64() + prices.stop.to_f64();
        let has_grace = granted.has(Clause::GraceDays);
        let grace = if has_grace { at(&curve.grace) } else { 0.0 };
        let grace_late = if has_grace { at(&curve.grace_late) } else { 0.0 };
        let in_time = at(&curve.short) - at(&curve.late) - (grace - grace_late);
        let under = in_time * top_up
            + (grace - grace_late) * early.min(top_up)
            + (at(&curve.late) - grace_late) * late
            + grace_late * early.min(late);
        let credited = if granted.has(Clause::RollOver) {
            at(&curve.left)
        } else if granted.has(Clause::LongerValidity) {
            at(&curve.left_longer)
        } else {
            0.0
        };
        CostPoint {
            tokens: quantity,
            cost: quantity as f64 * price + under - credited * early.min(price),
            over: (curve.over(quantity) - credited).max(0.0) * price,
            under,
            stop_chance: at(&curve.stops),
        }
    }

    /// The cheapest quantity that can be bought and does not gamble; the smallest of equals.
    fn best(&self, granted: Granted) -> CostPoint {
        let unit = match &self.sizes {
            Sizes::Any => 1,
            Sizes::Sums { unit, .. } => *unit,
        };
        let step = self.curve.step.next_multiple_of(unit);
        let mut best: Option<CostPoint> = None;
        for quantity in (0..=self.curve.last()).step_by(step as usize) {
            if !self.sizes.has(quantity) {
                continue;
            }
            let point = self.point(quantity, granted);
            let is_allowed = point.stop_chance <= STOP_CHANCE_MAX + 1e-9;
            if is_allowed && best.is_none_or(|best| point.cost < best.cost - 1e-6) {
                best = Some(point);
            }
        }
        best.unwrap_or_else(|| self.point(self.sizes.at_least(self.curve.last()), granted))
    }
}

/// The quantity that one price early and one late would lead to: the smallest that covers at least
/// the part `1 − early ÷ late` of the needs. The explanation of the general answer, and its test.
pub fn newsvendor(totals: &[f64], early: f64, late: f64) -> f64 {
    let ratio = 1.0 - early / late;
    let count = libm::ceil(ratio * totals.len() as f64 - 1e-9).max(0.0) as usize;
    if count == 0 { 0.0 } else { totals[(count - 1).min(totals.len() - 1)] }
}

/// Whole tokens.
pub fn tokens(whole: u64) -> Tokens {
    Tokens((whole as i64).saturating_mul(MICRO))
}

fn whole(tokens: Tokens) -> u64 {
    (tokens.0.max(0) as u64).div_ceil(MICRO as u64)
}

/// An estimate claims no more than cents.
pub fn cents(amount: f64) -> f64 {
    libm::round(amount * 100.0) / 100.0
}
