//! The sentences of what to look at: spikes, climbs, caps, rates, small lists.

use super::numbers::{self, count, day, tokens};
use super::{findings, page, people, plural, usage};
use engine::desk::{CapView, ClimbView, Cut, LookoutView, PartView, RateView, SpikeView};
use engine::usage::{Day, Tokens};

/// The heading.
pub const LOOKOUT: &str = "What to look at";
/// Nothing to look at.
pub const NOTHING: &str = "0 notices: no spike, no steady climb, no cap crossed.";
/// Puts a notice aside.
pub const DISMISS: &str = "Dismiss";
/// Brings it back.
pub const RESTORE: &str = "Show again";
/// What was put aside.
pub const DISMISSED: &str = "Dismissed";
/// Headings of the lists.
pub const SPIKES: &str = "Spikes";
/// Climbs.
pub const CLIMBS: &str = "Steady climbs and falls";
/// Caps.
pub const CAPS: &str = "Caps";
/// Says what a spike is.
pub const SPIKE_IS: &str = "A spike is a day far above what that weekday gives in the weeks around it.";
/// Says what a climb is.
pub const CLIMB_IS: &str =
    "A climb counts when at least ten weeks rise together and chance does not explain it.";
/// Says what caps are.
pub const CAPS_ARE: &str = "Flexgauge stops nobody: a cap only reports days on which more was used.";
/// The cap a person.
pub const CAP_PERSON: &str = "Tokens a person and day";
/// The cap for all.
pub const CAP_ALL: &str = "Tokens of all together a day";
/// No cap is set.
pub const NO_CAPS: &str = "0 caps are set.";

/// `5 notices: 2 spikes, 2 climbs or falls, 1 day above a cap.`
pub fn finding(spikes: u64, climbs: u64, caps: u64) -> String {
    if spikes + climbs + caps == 0 {
        return NOTHING.to_string();
    }
    format!(
        "{}: {}, {}, {}.",
        plural::of(spikes + climbs + caps, "notice", "notices"),
        plural::of(spikes, "spike", "spikes"),
        plural::of(climbs, "climb or fall", "climbs or falls"),
        plural::of(caps, "cap crossed", "caps crossed"),
    )
}

/// Names with their tokens: `Ann Ash 120, Ben Birch 40`.
fn makers(parts: &[PartView], hide: bool) -> String {
    let one = |part: &PartView| {
        format!("{} {}", people::who(&part.who, hide, ""), tokens(findings::tokens_in(&part.tokens)))
    };
    parts.iter().take(3).map(one).collect::<Vec<_>>().join(", ")
}

/// `4 Mar 2026: 412 tokens, where 118 were to be expected. Most by Ann Ash 120, Ben Birch 40.`
pub fn spike(view: &SpikeView, hide: bool) -> String {
    let makers = makers(&view.people, hide);
    let most = if makers.is_empty() { String::new() } else { format!(" Most by {makers}.") };
    format!(
        "{}: {} tokens, where {} were to be expected.{most}",
        day(view.day),
        tokens(findings::tokens_in(&view.tokens)),
        tokens(view.expected)
    )
}

/// `AutoCAD climbs by 7 tokens a week, week after week, for 26 weeks; its usual week takes 700.`
pub fn climb(view: &ClimbView, hide: bool) -> String {
    let unnamed = view.cut.map_or("", usage::unnamed);
    let who = view.who.as_ref().map_or("All use".to_string(), |who| people::who(who, hide, unnamed));
    let slope = view.tokens_per_week_per_week;
    let verb = if slope < 0.0 { "falls" } else { "climbs" };
    format!(
        "{who} {verb} by {} tokens a week, week after week, for {}; the usual week takes {}.",
        tokens(Tokens::from_f64(slope.abs())),
        plural::of(view.weeks, "week", "weeks"),
        tokens(Tokens::from_f64(view.tokens_per_week)),
    )
}

/// `Ann Ash used 40 tokens on 4 Mar 2026; the cap is 20.`
pub fn cap(view: &CapView, hide: bool) -> String {
    let who = view.person.as_ref().map_or("All together".to_string(), |who| people::person(who, hide));
    format!(
        "{who} used {} tokens on {}; the cap is {}.",
        tokens(findings::tokens_in(&view.tokens)),
        day(view.day),
        tokens(view.cap)
    )
}

/// What tells a spike from all other notices, also next month.
pub fn spike_key(view: &SpikeView) -> String {
    format!("spike:{}", view.day)
}

/// The same for a climb.
pub fn climb_key(view: &ClimbView) -> String {
    let kind = match view.cut {
        None => return "climb:all".to_string(),
        Some(Cut::Product) => "product",
        Some(Cut::Person) => "person",
        Some(Cut::Team) => "team",
        Some(Cut::Version) => "version",
    };
    // Never the name of a person: a name can change, and names can be hidden.
    let name = match &view.who {
        Some(engine::desk::Who::Person(person)) => person.id.as_str(),
        Some(engine::desk::Who::Name(name)) => name,
        None => "",
    };
    format!("climb:{kind}:{name}")
}

/// The same for a crossed cap.
pub fn cap_key(view: &CapView) -> String {
    format!("cap:{}:{}", view.day, view.person.as_ref().map_or("", |person| person.id.as_str()))
}

/// `3 more crossed caps are not listed.`
pub fn more_caps(number: u64) -> Option<String> {
    (number > 0).then(|| {
        format!(
            "{} {} not listed.",
            plural::of(number, "more crossed cap", "more crossed caps"),
            plural::is_or_are(number)
        )
    })
}

// ---- Small lists -----------------------------------------------------------------------------

/// Heading.
pub const SMALL_LISTS: &str = "Who to look at";
/// `12 people had no charge in the last 60 days.`
pub fn inactive(view: &LookoutView) -> String {
    format!(
        "{} had no charge in {} or longer",
        plural::people(view.inactive.len() as u64),
        plural::days(view.inactive_days.unsigned_abs())
    )
}
/// `2 people are charged in several teams`
pub fn several_teams(number: usize) -> String {
    let number = number as u64;
    format!("{} {} charged in several teams", plural::people(number), plural::is_or_are(number))
}
/// `3 times a person with a seat was charged Flex for the same product`
pub fn beside_seat(number: usize) -> String {
    format!(
        "{} with Flex charges beside a seat for the same product",
        plural::of(number as u64, "case", "cases")
    )
}
/// `4 people with charges are in no people sheet`
pub fn in_no_sheet(number: u64) -> String {
    format!("{} with charges {} in no people sheet", plural::people(number), plural::is_or_are(number))
}
/// `last charge 4 Mar 2026`
pub fn last_charge(of: Day) -> String {
    format!("last charge {}", day(of))
}
/// Team names.
pub fn teams(names: &[String]) -> String {
    let name = |name: &String| if name.is_empty() { page::NO_TEAM.to_string() } else { name.clone() };
    names.iter().map(name).collect::<Vec<_>>().join(", ")
}

// ---- Rates -----------------------------------------------------------------------------------

/// Heading.
pub const RATES: &str = "Rates";

/// `4 products; on 3 days charges differ from the rate in use.`
pub fn rates(views: &[RateView]) -> String {
    let days: u64 = views.iter().map(|rate| rate.differing.len() as u64 + rate.differing_more).sum();
    let unlike = views.iter().filter(|rate| differs_from_card(rate)).count() as u64;
    let card = match unlike {
        0 => "all agree with the rate card where it names them".to_string(),
        _ => format!("{} not what the rate card says", plural::of(unlike, "is", "are")),
    };
    format!(
        "{}: {card}; charges that differ stand on {}.",
        plural::products(views.len() as u64),
        plural::days(days)
    )
}

/// Whether the rate in use is not the shipped one.
pub fn differs_from_card(rate: &RateView) -> bool {
    rate.shipped
        .is_some_and(|shipped| rate.rate.value.is_some() && findings::tokens_in(&rate.rate) != shipped)
}

/// `3 charges of 10 tokens`
pub fn differing(tokens: Tokens, number: u64) -> String {
    format!("{} of {} tokens", plural::of(number, "charge", "charges"), numbers::tokens_exact(tokens))
}

/// `and 4 more days`
pub fn more_days(number: u64) -> Option<String> {
    (number > 0).then(|| format!("and {} more {}", count(number), if number == 1 { "day" } else { "days" }))
}
