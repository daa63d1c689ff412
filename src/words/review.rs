//! The words of the Review place: each step filled from the data.

use super::numbers::{self, count, day, money, tokens};
use super::{findings, forecast, lookout, people, plural};
use engine::desk::{Answers, CautionView, LookoutView, ReadView, ReviewView, SavingsView, Value};
use engine::plan::{Plan, Question, Review, Step};
use engine::usage::{Day, Tokens};
use std::collections::BTreeMap;

/// Headings.
pub const WALK: &str = "The fifteen minutes";
/// What changed.
pub const SINCE: &str = "Since the last review";
/// The end of the walk.
pub const FINISH: &str = "Finish";
/// The records.
pub const RECORDS: &str = "Earlier reviews";
/// No review yet.
pub const FIRST: &str = "This is the first review: from the next one on, burn rate, run-out, moves and savings are compared with it here.";
/// No record yet.
pub const NO_RECORD: &str = "0 reviews are kept yet.";
/// Where records are.
pub const KEPT_IN: &str = "Records are part of the workspace: save it to keep them.";
/// A step's tick.
pub const DONE: &str = "Looked at";
/// A step's note.
pub const NOTE: &str = "Note";
/// The button.
pub const FINISH_IT: &str = "Finish the review";

/// The report.
pub const REPORT: &str = "Report for management and procurement";
/// What it is.
pub const REPORT_IS: &str = "From the figures, not from the screen: print it or save it as PDF, or save one HTML file that opens \
     anywhere without script.";
/// Its title.
pub const REPORT_TITLE: &str = "Autodesk Flex tokens";
/// Text of the user's own.
pub const OWN_TEXT: &str = "Your own text at the top (may stay empty)";
/// With names hidden.
pub const NAMES_HIDDEN: &str = "Names are hidden in it, as everywhere now.";
/// With names shown.
pub const NAMES_SHOWN: &str = "It names people. To hide names, switch that on under Data and plan.";
/// The button.
pub const SAVE_REPORT: &str = "Save the report";
/// The other button.
pub const PRINT_REPORT: &str = "Print, or save as PDF";

/// `Rows from 1 Aug 2025 to 31 Jul 2026. Made on 3 Aug 2026.`
pub fn report_days(answers: &Answers, made: Option<Day>) -> String {
    let made = made.map(|made| format!(" Made on {}.", day(made))).unwrap_or_default();
    format!("Rows from {} to {}.{made}", day(answers.first_day), day(answers.last_day))
}

/// Rows older than so many days call for a new export.
const OLD_DAYS: i64 = 35;
/// People are looked at once in so many days at least.
const QUARTER_DAYS: i32 = 92;

/// A step as a question.
pub fn question(step: Step) -> &'static str {
    match step {
        Step::Data => "Is the new data loaded and complete?",
        Step::TopTen => "Are the top ten as expected?",
        Step::Spikes => "Have you looked at spikes and climbs?",
        Step::People => "Who is heavy, inactive or seasonal?",
        Step::Forecast => "How does the forecast stand against the last one?",
        Step::Alerts => "Which alerts are open?",
        Step::Decisions => "What is decided?",
    }
}

/// Where a step is looked at: address and name.
pub fn place(step: Step) -> (&'static str, &'static str) {
    match step {
        Step::Data | Step::Alerts => ("#overview", super::page::OVERVIEW),
        Step::TopTen | Step::Spikes => ("#usage", super::page::USAGE),
        Step::People => ("#licences", super::page::LICENCES),
        Step::Forecast => ("#forecast", super::page::FORECAST),
        Step::Decisions => ("#purchase", super::page::PURCHASE),
    }
}

/// Step *Data*.
pub fn data(read: &ReadView, answers: &Answers, today: Option<Day>) -> Vec<String> {
    let mut lines = vec![format!(
        "{} of {} count, up to {}; {} left out.",
        plural::rows(read.used),
        plural::files(read.files.len() as u64),
        day(answers.as_of),
        count(read.left_out),
    )];
    if let Some(age) = today.map(|today| i64::from(answers.as_of.days_until(today))).filter(|age| *age > 0) {
        let call = if age > OLD_DAYS { ": load a new export first" } else { "" };
        lines.push(format!("The newest day is {} old{call}.", plural::days(age.unsigned_abs())));
    }
    let gaps = answers
        .pools
        .iter()
        .flat_map(|pool| &pool.cautions)
        .filter(|caution| matches!(caution, CautionView::Gap { .. } | CautionView::Stopped { .. }));
    lines.extend(gaps.map(|caution| forecast::caution(*caution)));
    lines
}

/// Step *Top ten*.
pub fn top_ten(answers: &Answers, plan: &Plan, hide: bool) -> Vec<String> {
    let top = &answers.cost.by_person.top;
    let one = |part: &engine::desk::PartView| {
        format!("{} {}", people::who(&part.who, hide, ""), tokens(findings::tokens_in(&part.tokens)))
    };
    let expected = top.iter().filter(|part| match &part.who {
        engine::desk::Who::Person(person) => plan.expected_note(&person.id).is_some(),
        engine::desk::Who::Name(_) => false,
    });
    vec![
        findings::top_consumers(&answers.cost.by_person),
        format!("{}.", top.iter().map(one).collect::<Vec<_>>().join(", ")),
        format!("{} of {} are marked as expected.", expected.count(), top.len()),
    ]
}

/// Step *Spikes and climbs*.
pub fn spikes(view: &LookoutView, dismissed: &BTreeMap<String, String>, hide: bool) -> Vec<String> {
    let open = |key: &String| !dismissed.contains_key(key);
    let spikes: Vec<_> = view.spikes.iter().filter(|spike| open(&lookout::spike_key(spike))).collect();
    let climbs: Vec<_> = view.climbs.iter().filter(|climb| open(&lookout::climb_key(climb))).collect();
    let caps: Vec<_> = view.caps.iter().filter(|cap| open(&lookout::cap_key(cap))).collect();
    let mut lines =
        vec![lookout::finding(spikes.len() as u64, climbs.len() as u64, caps.len() as u64 + view.caps_more)];
    lines.extend(spikes.iter().take(2).map(|spike| lookout::spike(spike, hide)));
    lines.extend(climbs.iter().take(2).map(|climb| lookout::climb(climb, hide)));
    lines
}

/// How many people of each kind, for the step *People*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeopleCounts {
    /// Above the article's charge days.
    pub heavy: u64,
    /// The limit.
    pub heavy_days: i32,
    /// Without a charge lately.
    pub inactive: u64,
    /// There in few months.
    pub seasonal: u64,
}

/// Step *People*.
pub fn people_step(counts: PeopleCounts, plan: &Plan, as_of: Day) -> Vec<String> {
    let looked = |review: &&Review| review.steps.iter().any(|taken| taken.step == Step::People && taken.done);
    let last = plan.reviews.iter().rev().find(looked).map(|review| review.on.unwrap_or(review.as_of));
    let due = match last {
        None => "Not looked at in any review yet; at least once a quarter.".to_string(),
        Some(last) if last.days_until(as_of) > QUARTER_DAYS => {
            format!("Last looked at on {}, more than a quarter ago: look now.", day(last))
        }
        Some(last) => format!("Last looked at on {}; at least once a quarter.", day(last)),
    };
    vec![
        format!(
            "{} above {} charge days a year, {} inactive, {} seasonal.",
            plural::people(counts.heavy),
            counts.heavy_days,
            count(counts.inactive),
            count(counts.seasonal)
        ),
        due,
    ]
}

/// Step *Forecast*.
pub fn forecast_step(view: &ReviewView, answers: &Answers) -> Vec<String> {
    let line = |pool: &engine::desk::PoolView| {
        format!("{}. {}", findings::run_out_headline(pool), findings::run_out_finding(pool))
    };
    let mut lines: Vec<String> = answers.pools.iter().take(3).map(line).collect();
    lines.push(match &view.before {
        None => "No earlier review to compare with.".to_string(),
        Some(before) => against(before.run_out, view.record.run_out),
    });
    lines
}

/// Two forecasts of a run-out.
fn against(before: Option<Day>, now: Option<Day>) -> String {
    match (before, now) {
        (Some(before), Some(now)) => match before.days_until(now) {
            0 => format!("The last review said {} as well.", day(before)),
            days if days > 0 => format!(
                "The last review said {}: {} later now.",
                day(before),
                plural::days(days.unsigned_abs().into())
            ),
            days => format!(
                "The last review said {}: {} earlier now.",
                day(before),
                plural::days(days.unsigned_abs().into())
            ),
        },
        (Some(before), None) => format!("The last review said {}; now none is in sight.", day(before)),
        (None, Some(_)) => "The last review saw no run-out.".to_string(),
        (None, None) => "No run-out was in sight at the last review either.".to_string(),
    }
}

/// Step *Alerts*: how many, and the first of them as sentences.
pub fn alerts(answers: &Answers, currency: &str, hide: bool) -> Vec<String> {
    const SHOWN: usize = 4;
    let open: Vec<_> = answers.alerts.iter().filter(|alert| alert.dismissed.is_none()).collect();
    let mut lines = vec![format!("{}.", plural::of(open.len() as u64, "alert is open", "alerts are open"))];
    lines.extend(open.iter().take(SHOWN).map(|alert| super::alerts::sentence(alert, currency, hide)));
    lines
}

/// Step *Decisions*; `open` are people to move now that nothing is decided about.
pub fn decisions(plan: &Plan, open: Option<u64>) -> Vec<String> {
    let moved = plan.moves.iter().filter(|one| !one.offers.is_empty()).count() as u64;
    let declined = plan.decisions.iter().filter(|one| one.declined).count() as u64;
    let habits = plan.habits.values().filter(|share| **share > 0.0).count() as u64;
    let answered = Question::ALL.iter().filter(|question| plan.answer(**question).is_some()).count();
    let open = open.map(|open| format!(", {} undecided", count(open))).unwrap_or_default();
    vec![
        format!("{} accepted, {} declined{open}.", plural::of(moved, "move", "moves"), count(declined)),
        format!(
            "{} to change; {answered} of {} questions on the contract answered.",
            plural::of(habits, "habit", "habits"),
            Question::ALL.len()
        ),
    ]
}

/// The finding of *since the last review*.
pub fn since(view: &ReviewView) -> String {
    let Some(before) = &view.before else { return FIRST.to_string() };
    let burn = |burn: Option<Tokens>| burn.map_or("unknown".to_string(), tokens);
    format!(
        "Since the rows of {}: from {} to {} tokens a day, {} made.",
        day(before.as_of),
        burn(before.burn_per_day),
        burn(view.record.burn_per_day),
        plural::of(view.moves_new, "move", "moves"),
    )
}

/// What became of promised savings.
pub fn savings(of: &SavingsView, currency: &str) -> String {
    let amount = |figure: &engine::desk::Figure| match figure.value {
        Some(Value::Money(amount)) => money(amount, currency),
        _ => "unknown".to_string(),
    };
    if of.people == 0 {
        return format!(
            "Savings: too early for {}; rows of 28 days after a review are needed.",
            plural::people(of.open)
        );
    }
    let open = match of.open {
        0 => String::new(),
        open => format!(" {} cannot be judged yet.", plural::people(open)),
    };
    format!(
        "Savings: {} a year promised for {}, {} shown by the rows.{open}",
        amount(&of.promised),
        plural::people(of.people),
        amount(&of.shown)
    )
}

/// `5 of 7 steps are ticked.`
pub fn ticked(done: usize) -> String {
    format!("{done} of {} steps are ticked.", Step::ALL.len())
}

/// `The next review: 2 Nov 2026.`
pub fn next(next: Day) -> String {
    format!("The next review is due on {}.", day(next))
}

/// The finding over the records.
pub fn records(reviews: &[Review]) -> String {
    match reviews.last() {
        None => NO_RECORD.to_string(),
        Some(last) => format!(
            "{} kept, the last of rows up to {}.",
            plural::of(reviews.len() as u64, "review is", "reviews are"),
            day(last.as_of)
        ),
    }
}

/// The notes of a record in a line.
pub fn notes(review: &Review) -> String {
    let notes = review.steps.iter().map(|taken| taken.note.as_str()).filter(|note| !note.is_empty());
    notes.collect::<Vec<_>>().join(" · ")
}

/// Promised and shown savings of a record.
pub fn record_savings(review: &Review, currency: &str) -> String {
    match review.savings {
        Some((promised, shown)) => {
            format!("{} promised, {} shown", money(promised, currency), money(shown, currency))
        }
        None => "–".to_string(),
    }
}

/// A day or a dash.
pub fn day_or_dash(of: Option<Day>) -> String {
    of.map_or("–".to_string(), numbers::day)
}
