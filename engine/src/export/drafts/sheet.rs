//! The onboarding sheet: one page for whoever is new.

use super::pieces::{THE_RULE, WHAT_HELPS, list};
use super::{Draft, Grounds};

/// How many rates fit the page.
const RATES_MAX: usize = 8;

/// One page, to be printed or sent.
pub fn onboarding_sheet(grounds: Grounds<'_>) -> Draft {
    let rates = grounds.rates(RATES_MAX);
    let price =
        grounds.report.token_price.map(|price| format!("A token costs us {}.\n", grounds.money(price)));
    let body = format!(
        "Autodesk on Flex: the essentials\n================================\n\nWe pay for some Autodesk products \
         by the day, with prepaid tokens.\n{}\nWhat a product costs for each 24 hours in which you use it:\n{}\n\
         {THE_RULE}\n{WHAT_HELPS}\nIf a product says that you have a seat for it, use that sign-in: it costs no \
         tokens.\nIf a product does not start for lack of tokens, tell us: others may still be able to start \
         smaller ones.\n",
        price.unwrap_or_default(),
        list(&rates),
    );
    Draft { to: None, subject: "Autodesk on Flex: the essentials".to_string(), body }
}
