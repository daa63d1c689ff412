//! What tokens cost when bought early, during the term, and late.

use crate::plan::{Plan, VolumePrice};
use crate::usage::{Money, Tokens};

/// A late token costs so many tenths of an early one unless the plan states its price: a guess.
pub const LATE_TENTHS: i64 = 12;

/// Prices of one plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Prices {
    /// A token now, and everything per year.
    pub now: Money,
    /// A token at renewal.
    pub renewal: Money,
    /// A token in a true-up of this term.
    pub true_up: Money,
    /// A token bought late.
    pub late: Money,
    /// Whether the late price is the guess.
    pub late_is_guess: bool,
    /// What a missing token costs beside its price.
    pub stop: Money,
    /// Cheaper prices for larger purchases, by quantity.
    pub volume: Vec<VolumePrice>,
    /// A true-up price that the plan states.
    pub stated_true_up: Option<Money>,
    /// Whether the amounts mean anything: without a known price only their proportions do.
    pub known: bool,
}

impl Prices {
    /// The prices of a plan whose token price is `token_price`. Without any price the proportions
    /// are still known (a late token costs 1.2 times an early one), unless the plan states some
    /// other price.
    pub fn of(plan: &Plan, token_price: Option<Money>) -> Option<Prices> {
        let states_others =
            [plan.true_up_price, plan.late_price, plan.stop_cost_per_token].iter().any(Option::is_some)
                || !plan.volume_prices.is_empty();
        let renewal = plan.renewal_token_price.or(token_price);
        let now = token_price.or((!states_others && renewal.is_none()).then(|| Money::whole(1)));
        let now = now.or(renewal.filter(|_| !states_others))?;
        let mut volume = plan.volume_prices.clone();
        volume.sort_by_key(|price| price.from_tokens);
        Some(Prices {
            now,
            renewal: renewal.unwrap_or(now),
            true_up: plan.true_up_price.unwrap_or(now),
            late: plan.late_price.unwrap_or(now.scale_rounded(LATE_TENTHS, 10)),
            late_is_guess: plan.late_price.is_none(),
            stop: plan.stop_cost_per_token.unwrap_or_default(),
            volume,
            stated_true_up: plan.true_up_price,
            known: token_price.is_some(),
        })
    }

    /// The price of a token in a purchase of so many, where `base` holds for small ones: a larger
    /// purchase never costs more a token.
    pub fn at_volume(&self, base: Money, tokens: Tokens) -> Money {
        let reached = self.volume.iter().filter(|price| price.from_tokens <= tokens);
        reached.map(|price| price.token_price).fold(base, Money::min)
    }

    /// What a purchase at renewal costs.
    pub fn renewal_amount(&self, tokens: Tokens) -> Money {
        tokens.at_price(self.at_volume(self.renewal, tokens))
    }

    /// What a true-up costs now.
    pub fn true_up_amount(&self, tokens: Tokens) -> Money {
        tokens.at_price(self.at_volume(self.true_up, tokens))
    }

    /// What the same tokens cost late.
    pub fn late_amount(&self, tokens: Tokens) -> Money {
        tokens.at_price(self.late)
    }
}
