//! Mails: to the team, to one person, to a manager, to project managers.

use super::pieces::{THE_RULE, WHAT_HELPS, charges, list, people};
use super::{Draft, Grounds};
use crate::analysis::{Cuts, Filter, HabitCost, PersonDays, people_with_charges};
use crate::plan::{Busy, BusyChange};
use crate::usage::Tokens;
use std::collections::BTreeSet;
use std::fmt::Write;

/// How many habits a mail names.
const HABITS_NAMED_MAX: usize = 3;
/// How many rates a mail names.
const RATES_NAMED_MAX: usize = 5;

/// The quarterly reminder to everybody.
pub fn reminder(grounds: Grounds<'_>) -> Draft {
    let Grounds { log, report, .. } = grounds;
    let (from, to) = grounds.window();
    let used = Cuts::of(log, &report.prices, &Filter { from: Some(from), to: Some(to), ..Filter::default() });
    let mut body = format!(
        "Hello,\n\nfrom {from} to {to} we used {} Autodesk Flex tokens{}: {} of {}.\n\n{THE_RULE}\n",
        Grounds::tokens(used.tokens),
        grounds.in_money(used.tokens),
        charges(used.charges),
        people(people_with_charges(log, &used.by_person)),
    );
    add(&mut body, "What a charge costs:", &grounds.rates(RATES_NAMED_MAX));
    add(
        &mut body,
        "What cost most in these days, and need not always have:",
        &grounds.habits(HABITS_NAMED_MAX),
    );
    body += WHAT_HELPS;
    body += "\nThank you.\n";
    Draft { to: None, subject: "Autodesk Flex tokens: a reminder".to_string(), body }
}

/// The friendly note to one person, with their own largest habits. `None` where they have no charge.
pub fn personal_note(grounds: Grounds<'_>, person: u32) -> Option<Draft> {
    let Grounds { log, report, .. } = grounds;
    let who = &log.people()[person as usize];
    let (from, to) = grounds.window();
    let charges = log.charges_between(person, from, to);
    let entries = || charges.iter().map(|charge| &log.entries()[*charge as usize]);
    let tokens: Tokens = entries().map(|entry| entry.tokens).sum();
    let days = entries().map(|entry| entry.day).collect::<BTreeSet<_>>().len();
    if days == 0 {
        return None;
    }
    let on_days = if days == 1 { "one day".to_string() } else { format!("{days} days") };
    let first_name = who.name.split_whitespace().next().map(|name| format!(" {name}")).unwrap_or_default();
    let mut body = format!(
        "Hello{first_name},\n\nfrom {from} to {to} your work took {} Autodesk Flex tokens{} on {on_days}. This is \
         no reproach: heavy use is often just much work.\n\n",
        Grounds::tokens(tokens),
        grounds.in_money(tokens),
    );
    let mut own: Vec<(&HabitCost, &PersonDays)> = report
        .habits
        .iter()
        .filter_map(|cost| cost.people.iter().find(|part| part.person == person).map(|part| (cost, part)))
        .collect();
    own.sort_by_key(|(cost, part)| (std::cmp::Reverse(part.tokens), cost.habit.name()));
    own.truncate(HABITS_NAMED_MAX);
    let lines: Vec<String> =
        own.iter().map(|(cost, part)| grounds.habit(cost, part.days, part.tokens)).collect();
    add(&mut body, "What may be worth a look, largest first (one charge can be in several lines):", &lines);
    let best = grounds.licences.and_then(|all| all.optimum.as_ref().ok()?.person(person));
    if let Some(best) = best.filter(|best| best.is_move())
        && let Some(licences) = grounds.licences
    {
        let _ = write!(
            body,
            "With your use a subscription seems cheaper than Flex ({}): saved {} a year. Let us talk about it.\n\n",
            licences.book.names(best.best.offers).join(" + "),
            grounds.money(best.best.saving_per_year()),
        );
    }
    let _ = write!(body, "{THE_RULE}\n{WHAT_HELPS}\nThank you.\n");
    let to = Some(who.id.clone()).filter(|id| id.contains('@'));
    Some(Draft { to, subject: "Your Autodesk Flex tokens".to_string(), body })
}

/// The note to a manager: what it costs, what could be saved and what it would take.
pub fn manager_note(grounds: Grounds<'_>) -> Draft {
    let Grounds { plan, report, .. } = grounds;
    let (from, to) = grounds.window();
    let mut body =
        format!("Hello,\n\nthis is how our Autodesk Flex tokens were used from {from} to {to}.\n\n");
    let mut lines = Vec::new();
    for pool in &report.pools {
        let name = pool.name.as_deref().map(|name| format!("{name}: ")).unwrap_or_default();
        let used = pool.used_between(from, to);
        let left =
            pool.balance().map(|left| format!("; {} left on {}", Grounds::tokens(left), pool.balance_day));
        lines.push(format!("{name}{} tokens used{}", Grounds::tokens(used), left.unwrap_or_default()));
    }
    add(&mut body, "Tokens:", &lines);
    add(
        &mut body,
        "Habits that cost most (a charge can be in several lines):",
        &grounds.habits(HABITS_NAMED_MAX),
    );
    let saved: Option<Tokens> = report.habits.iter().map(HabitCost::saved_tokens_per_year).sum();
    // An estimate claims no parts of a token.
    let saved = saved.map(|saved| Tokens::whole(libm::round(saved.to_f64()) as i64));
    if let Some(saved) = saved.filter(|saved| saved.is_positive()) {
        let _ = write!(
            body,
            "With the shares of them that our plan thinks can change, {} tokens{} a year would be saved, each \
             charge counted once. What is prepaid is spent already: it becomes money with a smaller \
             purchase.\n\n",
            Grounds::tokens(saved),
            grounds.in_money(saved),
        );
    }
    let optimum = grounds.licences.and_then(|licences| licences.optimum.as_ref().ok());
    if let Some(optimum) = optimum.filter(|optimum| !optimum.moves.is_empty()) {
        let _ = write!(
            body,
            "For {} a subscription would be cheaper than Flex: saved {} a year after the price of the seats.\n\n",
            people(optimum.moves.len() as u64),
            grounds.money(optimum.saving_per_year()),
        );
    }
    if let Some(renewal) = plan.term_end {
        let _ = write!(body, "Our contract year ends on {renewal}.\n\n");
    }
    body += "What I ask for: a word to the team about these habits, and a decision on the subscriptions.\n\nThank you.\n";
    Draft { to: None, subject: "Autodesk Flex: use, habits and savings".to_string(), body }
}

/// The question to project managers: what is planned that the past cannot know.
pub fn planned_work(grounds: Grounds<'_>) -> Draft {
    let Grounds { plan, report, .. } = grounds;
    let (from, to) = grounds.window();
    let mut body =
        "Hello,\n\nour Autodesk Flex tokens are bought in advance, and I look ahead to see how long they \
                    last. What past use cannot tell is what you plan.\n\n"
            .to_string();
    let mut lines = Vec::new();
    for (pool, forecast) in report.pools.iter().zip(&report.forecasts) {
        let name = pool.name.as_deref().map(|name| format!("{name}: ")).unwrap_or_default();
        let used = Grounds::tokens(pool.used_between(from, to));
        let mut line = format!("{name}{used} tokens used from {from} to {to}");
        if let Some(left) = pool.balance() {
            let _ = write!(line, "; {} left on {}", Grounds::tokens(left), pool.balance_day);
        }
        if let Some(range) = forecast.run_out_now()
            && let (Some(early), Some(middle)) = (range.p10, range.p50)
        {
            let _ = write!(line, "; going on as usual, used up around {middle}, perhaps on {early} already");
        }
        lines.push(line);
    }
    add(&mut body, "How it stands:", &lines);
    let until = plan.term_end.filter(|end| *end > report.period.as_of);
    let until = until.map(|end| format!(" until {end}, the end of our contract year")).unwrap_or_default();
    let _ = write!(
        body,
        "Please tell me of your projects{until}:\n\
         - what it is, from when to when,\n\
         - how many people will work with which products, on how many days a week,\n\
         - how sure it is, in percent,\n\
         - and when less is used than usual: closed weeks, a project that ends.\n\n"
    );
    add(&mut body, "What a product costs for each day of each person:", &grounds.rates(RATES_NAMED_MAX));
    let known: Vec<String> =
        plan.busy.iter().filter(|busy| busy.to > report.period.as_of).map(period).collect();
    add(&mut body, "Planned already, as far as I know:", &known);
    body += "Thank you.\n";
    Draft { to: None, subject: "Which work is planned? Our Autodesk Flex tokens".to_string(), body }
}

/// `Tender, 2026-05-01 to 2026-06-15: 30 % more than usual, 50 % likely`
fn period(busy: &Busy) -> String {
    let more = |amount: f64| if amount < 0.0 { "less" } else { "more" };
    let change = match busy.change {
        BusyChange::Percent(percent) => format!("{} % {} than usual", percent.abs(), more(percent)),
        BusyChange::TokensPerDay(tokens) => {
            let amount = Tokens(tokens.0.saturating_abs());
            format!("{} tokens a day {} than usual", Grounds::tokens(amount), more(tokens.to_f64()))
        }
    };
    let likely = libm::round(busy.probability * 100.0);
    let likely = if likely < 100.0 { format!(", {likely} % likely") } else { String::new() };
    format!("{}, {} to {}: {change}{likely}", busy.name, busy.from, busy.to)
}

/// Adds a heading and its lines, where there are any.
fn add(body: &mut String, heading: &str, lines: &[String]) {
    if !lines.is_empty() {
        let _ = write!(body, "{heading}\n{}\n", list(lines));
    }
}
