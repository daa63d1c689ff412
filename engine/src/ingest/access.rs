//! Through what something was used: a seat, or Flex.

use super::text::fold;
use crate::usage::Access;

/// The words for access through a seat, folded; longer texts may begin so.
#[rustfmt::skip]
const SUBSCRIPTION: &[&str] = &[
    "subscription", "nameduser", "seat", "abonnement", "abonnent", "abo", "suscripcion", "abbonamento", "assinatura",
    "prenumeration", "subskrypcja", "predplatne", "подписка", "サブスクリプション", "订阅", "訂閱", "구독",
];

/// What a cell says of access; nothing means Flex.
pub fn access(text: &str) -> Access {
    let folded = fold(text);
    let is_subscription = SUBSCRIPTION.iter().any(|word| folded.starts_with(word));
    if is_subscription { Access::Subscription } else { Access::Flex }
}
