//! The words of the Licences place.

use super::numbers::{self, count, share};
use super::plural;
use engine::desk::{
    Figure, HeavyDisagreement, LicenceFlag, LicenceHeadline, LicenceRow, LicenceState, LicenceVerdict,
    LicencesView, MixView, MovesSum, SavingWhen, Value,
};
use engine::usage::{Money, Month};

/// The money in a figure; zero where it holds none.
pub fn money_in(figure: &Figure) -> Money {
    figure.money().unwrap_or_default()
}

/// The share in a figure; zero where it holds none.
pub fn share_in(figure: &Figure) -> f64 {
    match figure.value {
        Some(Value::Share(share)) => share,
        _ => 0.0,
    }
}

/// The number of days in a figure; zero where it holds none.
pub fn days_in(figure: &Figure) -> f64 {
    match figure.value {
        Some(Value::CountPerYear(days)) => days,
        Some(Value::Days(days)) => days as f64,
        Some(Value::Count(days)) => days as f64,
        _ => 0.0,
    }
}

/// The sums that the headline speaks of: who should move now, else everybody for whom it would pay.
pub fn leading(headline: &LicenceHeadline) -> &MovesSum {
    if headline.move_now.people > 0 { &headline.move_now } else { &headline.all }
}

/// `Move 10 people to subscriptions: saves €25,000 a year and takes 40 % off the pool.`
pub fn headline(headline: &LicenceHeadline, currency: &str) -> String {
    let sum = leading(headline);
    let saving = numbers::money(money_in(&sum.saving_per_year), currency);
    let off = share(share_in(&sum.tokens_share));
    match (headline.move_now.people, headline.all.people) {
        (0, 0) if headline.people == 0 => "No row names a person, so no licence can be compared.".to_string(),
        (0, 0) => format!(
            "Nobody would be cheaper on a subscription: Flex is the right licence for {}.",
            if headline.people == 1 {
                "the one person here".to_string()
            } else {
                format!("all {}", plural::people(headline.people))
            }
        ),
        (0, all) => format!(
            "Nobody is sure enough to move now; watch {}: {saving} a year at stake.",
            plural::people(all)
        ),
        (now, _) => format!(
            "Move {} to subscriptions: saves {saving} a year and takes {off} off the pool.",
            plural::people(now)
        ),
    }
}

/// How sure the saving of the headline is.
pub fn saving_range(sum: &MovesSum, currency: &str) -> Option<String> {
    let (low, high) = sum.saving_range?;
    if low == high {
        return None;
    }
    Some(format!(
        "Four of five drawn years save between {} and {}.",
        numbers::money(low, currency),
        numbers::money(high, currency)
    ))
}

/// When the savings of some moves become money.
pub fn by_when(sum: &MovesSum, currency: &str) -> Option<String> {
    let parts: Vec<String> = sum
        .by_when
        .iter()
        .filter(|(_, money)| *money != Money::ZERO)
        .map(|(when, money)| format!("{} a year {}", numbers::money(*money, currency), when_words(*when)))
        .collect();
    (!parts.is_empty()).then(|| format!("It becomes money: {}.", parts.join("; ")))
}

/// When a saving becomes money.
pub fn when_words(when: SavingWhen) -> &'static str {
    match when {
        SavingWhen::ThisTerm => "from this term on, since a true-up becomes smaller",
        SavingWhen::AtRenewal => "from the renewal on, since the next purchase becomes smaller",
        SavingWhen::Lapses => "not within a year: these tokens would lapse",
        SavingWhen::Unknown => "at a time that cannot be told: tokens left are not known",
    }
}

/// When, in a table.
pub fn when_short(when: SavingWhen) -> &'static str {
    match when {
        SavingWhen::ThisTerm => "this term",
        SavingWhen::AtRenewal => "at renewal",
        SavingWhen::Lapses => "not: tokens lapse",
        SavingWhen::Unknown => "time unknown",
    }
}

/// What to do about a person.
pub fn verdict(verdict: LicenceVerdict) -> &'static str {
    match verdict {
        LicenceVerdict::Move => "move now",
        LicenceVerdict::Watch => "watch",
        LicenceVerdict::Stay => "stay",
    }
}

/// What is peculiar about a person, and what that means.
pub fn flag(flag: LicenceFlag, heavy_days: i32) -> (&'static str, String) {
    match flag {
        LicenceFlag::Heavy => {
            ("heavy", format!("More than {heavy_days} charge days a year of one product: the article’s rule"))
        }
        LicenceFlag::Joiner => ("joined", "No charge in the first eight weeks, then regular use".to_string()),
        LicenceFlag::Leaver => ("left", "Regular use, then none in the last eight weeks".to_string()),
        LicenceFlag::MisAssigned => {
            ("beside a seat", "Charged for a product they have a seat for".to_string())
        }
        LicenceFlag::Seasonal => ("seasonal", "Use falls into a few months".to_string()),
        LicenceFlag::Inactive => ("inactive", "No charge for long".to_string()),
        LicenceFlag::Unproven => {
            ("not proven", "Too many products and offers to prove a cheapest mix; none is given".to_string())
        }
    }
}

/// The offers of a mix, or Flex alone.
pub fn mix(offers: &[String]) -> String {
    if offers.is_empty() { "Flex".to_string() } else { offers.join(" + ") }
}

/// `230 days a year; a seat pays from 111 on`
pub fn days_against(mix: &MixView) -> String {
    format!(
        "{} a year; {} pays from {} on",
        plural::days(days_in(&mix.charge_days_per_year).round() as u64),
        self::mix(&mix.offers),
        count(days_in(&mix.break_even_days).ceil() as u64),
    )
}

/// What the bar of a person shows, in words.
pub fn days_bar(mix: &MixView) -> String {
    match mix.charge_days_range {
        Some((low, high)) if (high - low).abs() >= 1.0 => {
            format!("{}; four of five drawn years have {low:.0} to {high:.0}", days_against(mix))
        }
        _ => days_against(mix),
    }
}

/// Where the article's rule and the arithmetic disagree.
pub fn disagreement(of: HeavyDisagreement, heavy_days: i32) -> String {
    match of {
        HeavyDisagreement::HeavyButFlexIsCheaper => format!(
            "More than {heavy_days} days, yet Flex is cheaper: at these prices a seat pays later than the rule of thumb says."
        ),
        HeavyDisagreement::NotHeavyButSeatIsCheaper => format!(
            "Not more than {heavy_days} days, yet a seat is cheaper: at these prices it pays earlier than the rule of thumb says."
        ),
    }
}

/// Why nothing can be said per year.
pub fn state(view: &LicencesView) -> Option<&'static str> {
    match view.state {
        LicenceState::Ready => None,
        LicenceState::NoUse => Some("There is no use to judge."),
        LicenceState::TooFewDays => Some(
            "Fewer than 56 days are covered: too few for a yearly amount, and so for any move. Add older exports.",
        ),
        LicenceState::NoTokenPrice => Some(
            "The price of a token is not known. Set it under Data and plan; no move is computed without one.",
        ),
        LicenceState::NoOfferPrice => Some(
            "No subscription has a price in your currency. Fill in what a seat costs a year, below; no move is computed without one.",
        ),
        LicenceState::TooManyOffers => Some("More offers than can be compared. Remove some, below."),
    }
}

/// Above the frontier.
pub fn frontier(best: Option<(u64, Money)>, today: Money, currency: &str) -> String {
    match best {
        Some((0, _)) | None => {
            format!("Nobody moved is the cheapest: {} a year on Flex.", numbers::money(today, currency))
        }
        Some((people, cost)) => format!(
            "{} moved is the cheapest: {} a year instead of {}.",
            plural::people(people),
            numbers::money(cost, currency),
            numbers::money(today, currency)
        ),
    }
}

/// What is accepted so far.
pub fn accepted(headline: &LicenceHeadline, currency: &str) -> String {
    let sum = &headline.accepted;
    if sum.people == 0 && headline.accepted_unknown == 0 {
        return "Nothing is accepted yet. Accepted moves change the run-out at once.".to_string();
    }
    let mut words = format!(
        "{} accepted: saves {} a year and takes {} off the pool.",
        plural::people(sum.people),
        numbers::money(money_in(&sum.saving_per_year), currency),
        share(share_in(&sum.tokens_share))
    );
    if headline.accepted_unknown > 0 {
        words.push_str(&format!(
            " {} more name a person or an offer that is not known here, or has no price.",
            count(headline.accepted_unknown)
        ));
    }
    words
}

/// Months in a list: `Nov 2026, Dec 2026`.
pub fn months(months: &[Month]) -> String {
    months.iter().map(|month| numbers::month(*month)).collect::<Vec<_>>().join(", ")
}

/// How many more there are than a list shows, and where they stand.
pub fn and_more(more: u64, has_csv: bool) -> String {
    let rest = if has_csv { "; the list as CSV holds all" } else { "" };
    format!("and {} more{rest}", count(more))
}

/// What a screen reader is told of a row's main button.
pub fn decide_label(name: &str, row: &LicenceRow) -> String {
    match (&row.accepted, &row.mix) {
        (Some(_), _) => format!("Take back: {name}"),
        (None, Some(mix)) => format!("Accept: {name} to {}", self::mix(&mix.offers)),
        (None, None) => format!("Accept: {name}"),
    }
}

/// The panel of the Overview.
pub const ADVICE: &str = "What could change";
/// And its way on.
pub const ADVICE_LINK: &str = "Whom, and how sure";
/// Chart, tables, panels.
pub const PEOPLE: &str = "People";
/// The lists of people to take off Flex.
pub const UNASSIGN: &str = "Unassign";
/// The other way round.
pub const UNDERUSED: &str = "Seats that Flex would be cheaper than";
/// Charged beside a seat.
pub const MIS_ASSIGNED: &str = "Flex charges beside a seat";
/// Use in few months.
pub const SEASONAL: &str = "Seasonal people";
/// One pool.
pub const SHARED_POOL: &str = "One shared pool";
/// The offers.
pub const OFFERS: &str = "What a subscription costs";
/// The seats.
pub const SEATS: &str = "Seats that people have already";
/// The frontier.
pub const FRONTIER: &str = "How many to move";
/// The article beside the arithmetic.
pub const WORKED: &str = "The article’s case, worked out";
/// No list of seat use.
pub const NO_SEAT_USE: &str =
    "These files do not list use through seats, so whether a seat is used enough cannot be told.";
/// No offer covers what a person uses.
pub const NO_OFFER: &str = "no offer covers it";

/// The article's sentences, and the arithmetic beside each.
pub const WORKED_STEPS: [(&str, &str); 6] = [
    (
        "“20 AutoCAD users on Flex, 10 of them heavy”",
        "A heavy user opens AutoCAD on 230 days a year: 230 days × 7 tokens × €3.00 = €4,830.",
    ),
    ("“Move the 10 to subscriptions”", "10 × €4,830 = €48,300 on Flex, against 10 seats × €2,330 = €23,300."),
    ("“About €25,000 a year is saved”", "€48,300 − €23,300 = €25,000."),
    (
        "“The pool shrinks by about 40 %”",
        "10 × 230 × 7 = 16,100 tokens, which is 40 % of a pool that uses 40,250 a year.",
    ),
    (
        "What the 40 % silently needs",
        "The 20 AutoCAD users alone use 16,100 + 3,360 tokens (the occasional ten at four days a month), and the drop would be 83 %. So some 20,800 tokens of other products must stand beside them, as in the example here.",
    ),
    (
        "“More than 100 days”",
        "€2,330 ÷ (7 × €3.00) = 111 days: at these prices the rule of thumb says so eleven days too early.",
    ),
];
