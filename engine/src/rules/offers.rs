//! Subscriptions that ship with the page: soft, editable defaults. Their prices apply in
//! [`LIST_CURRENCY`](super::LIST_CURRENCY) only; in another currency they are asked for.

use crate::usage::Money;

/// When the shipped offers were collected, as the page shows it beside each price.
pub const SHIPPED_OFFERS_DATED: &str = "check this: autumn 2026";

/// A subscription that ships with the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShippedOffer {
    /// Its name.
    pub name: &'static str,
    /// The products it covers, by the names that exports use.
    pub covers: &'static [&'static str],
    /// US dollars a year; `None` where no source gave one.
    pub price_per_year: Option<Money>,
}

/// What exports call AutoCAD, whose subscription holds the specialised toolsets. AutoCAD LT is
/// another product and replaces none of these.
const AUTOCAD: [&str; 3] = ["AutoCAD", "AutoCAD - including specialized toolsets", "AutoCAD with toolsets"];

/// The shipped offers, by name. Prices are second-hand (a reseller’s notes); what a collection
/// covers is from its product page, and both change.
pub const SHIPPED_OFFERS: [ShippedOffer; 8] = [
    offer(
        "AEC Collection",
        &[
            AUTOCAD[0],
            AUTOCAD[1],
            AUTOCAD[2],
            "Revit",
            "Civil 3D",
            "Navisworks Manage",
            "InfraWorks",
            "3ds Max",
        ],
        Some(3_675),
    ),
    offer("AutoCAD", &AUTOCAD, Some(2_030)),
    offer("AutoCAD LT", &["AutoCAD LT"], Some(505)),
    offer("Fusion", &["Fusion"], Some(680)),
    offer("M&E Collection", &["3ds Max", "Maya", "MotionBuilder", "Mudbox"], None),
    offer("Navisworks Manage", &["Navisworks Manage"], Some(2_605)),
    offer(
        "PDM Collection",
        &[
            AUTOCAD[0],
            AUTOCAD[1],
            AUTOCAD[2],
            "Inventor Professional",
            "Navisworks Manage",
            "3ds Max",
            "Fusion",
        ],
        Some(3_515),
    ),
    offer("Revit", &["Revit"], Some(2_985)),
];

const fn offer(name: &'static str, covers: &'static [&'static str], price: Option<i64>) -> ShippedOffer {
    let price_per_year = match price {
        Some(price) => Some(Money::whole(price)),
        None => None,
    };
    ShippedOffer { name, covers, price_per_year }
}
