//! Drafts as goldens, in which every number is checked against the results.

use crate::sheet::{every_day, log, plan};
use engine::analysis::Report;
use engine::analysis::licences::Licences;
use engine::export::drafts::{
    Draft, Grounds, calendar_entry, manager_note, onboarding_sheet, personal_note, planned_work, reminder,
};
use engine::plan::Plan;
use engine::usage::{Log, Money, Tokens};
use expect_test::expect;
use std::collections::BTreeSet;

/// Thirteen weeks of a small office: ada is there daily, ben comes rarely and with two products.
fn world() -> (Log, Plan, Report, Licences) {
    let mut sheet = String::new();
    for line in every_day("2026-01-05", 91, "ada AutoCAD 7").lines() {
        let weekday = crate::sheet::day(line.split_whitespace().next().unwrap_or_default()).weekday();
        if weekday < 5 {
            sheet += &format!("{line}\n");
        }
    }
    for day in ["01-06", "02-03", "03-03"] {
        sheet += &format!("{day} ben AutoCAD 7\n{day} ben Revit 10\n");
    }
    sheet += "02-07 ben Revit 10\n";
    let log = log(&[&sheet]);
    let plan = plan(
        r#""currency": "EUR", "token_price": 2.9, "term_end": "2026-12-31",
        "packs": [{"tokens": 2000, "price": 5800, "start": "2026-01-01", "end": "2026-12-31"}],
        "offers": [{"name": "AutoCAD", "covers": ["AutoCAD"], "price_per_year": 2330}],
        "habits": {"several_products": 0.5},
        "busy": [
            {"name": "Tender", "from": "2026-05-04", "to": "2026-06-12", "percent": 30, "probability": 0.5},
            {"name": "Past", "from": "2026-02-02", "to": "2026-02-13", "percent": 30},
            {"name": "Summer break", "from": "2026-08-03", "to": "2026-08-14", "percent": -40}
        ]"#,
    );
    let report = Report::of(&log, &plan, None).unwrap();
    let licences = Licences::of(&log, &plan, &report);
    (log, plan, report, licences)
}

fn drafts() -> Vec<(&'static str, Draft)> {
    let (log, plan, report, licences) = world();
    let grounds = Grounds { log: &log, plan: &plan, report: &report, licences: Some(&licences) };
    vec![
        ("reminder", reminder(grounds)),
        ("ada", personal_note(grounds, 0).unwrap()),
        ("ben", personal_note(grounds, 1).unwrap()),
        ("manager", manager_note(grounds)),
        ("planned", planned_work(grounds)),
        ("onboarding", onboarding_sheet(grounds)),
        ("calendar", calendar_entry(grounds)),
    ]
}

/// The numbers of a text, without those of days.
fn numbers(text: &str) -> Vec<String> {
    let words =
        text.split(|c: char| c.is_whitespace() || "():;,%".contains(c)).map(|w| w.trim_end_matches('.'));
    let is_day = |word: &str| engine::usage::Day::parse_iso(word).is_some();
    words.filter(|w| w.starts_with(|c: char| c.is_ascii_digit()) && !is_day(w)).map(str::to_string).collect()
}

#[test]
fn every_number_of_a_draft_is_one_of_the_results() {
    let (log, plan, report, licences) = world();
    let mut known: BTreeSet<String> = BTreeSet::from(["24", "30", "40", "50"].map(str::to_string));
    let mut tokens = |amount: Tokens| {
        let text = format!("{}", (amount.to_f64() * 100.0).round() / 100.0);
        let money = amount.at_price(plan.token_price.unwrap_or_default());
        known.extend([text, format!("{:.2}", money.to_f64())]);
    };
    tokens(report.cost.tokens);
    tokens(report.pools[0].balance().unwrap());
    [1, 7, 10].map(Tokens::whole).into_iter().for_each(&mut tokens);
    for habit in &report.habits {
        tokens(habit.tokens);
        habit.people.iter().for_each(|part| tokens(part.tokens));
    }
    let saved: Tokens = report.habits.iter().filter_map(|habit| habit.saved_tokens_per_year()).sum();
    tokens(Tokens::whole(saved.to_f64().round() as i64));
    for person in 0..2 {
        tokens(log.charges_of(person).iter().map(|c| log.entries()[*c as usize].tokens).sum());
    }
    let days = |person: u32| {
        let days: BTreeSet<_> =
            log.charges_of(person).iter().map(|c| log.entries()[*c as usize].day).collect();
        days.len() as u64
    };
    let counts =
        report.habits.iter().flat_map(|habit| habit.people.iter().map(|part| part.days).chain([habit.days]));
    let counts: Vec<u64> = counts.chain([report.cost.charges, 2, days(0), days(1)]).collect();
    known.extend(counts.iter().map(u64::to_string));
    let saving: Money = licences.optimum.as_ref().unwrap().saving_per_year();
    known.insert(format!("{:.2}", saving.to_f64()));
    for (name, draft) in drafts().into_iter().filter(|(name, _)| *name != "calendar") {
        let unknown: Vec<String> = numbers(&draft.body).into_iter().filter(|n| !known.contains(n)).collect();
        assert!(unknown.is_empty(), "{name}: {unknown:?}\n{}", draft.body);
    }
}

#[test]
fn drafts_never_teach_that_closing_saves_the_day() {
    for (name, draft) in drafts() {
        let body = draft.body.to_lowercase();
        for wrong in ["log out", "close it to save", "overnight costs"] {
            assert!(!body.contains(wrong), "{name}: {wrong}");
        }
    }
}

#[test]
fn drafts_are_as_written_down() {
    let text: String = drafts()
        .into_iter()
        .map(|(name, draft)| {
            let to = draft.to.unwrap_or_else(|| "-".to_string());
            format!("== {name}\nTo: {to}\nSubject: {}\n\n{}\n", draft.subject, draft.body.replace('\r', ""))
        })
        .collect();
    expect![[r#"
        == reminder
        To: -
        Subject: Autodesk Flex tokens: a reminder

        Hello,

        from 2026-01-05 to 2026-04-03 we used 516 Autodesk Flex tokens (EUR 1496.40): 72 charges of 2 people.

        How Flex charges:
        - The first launch of a product opens a window of 24 hours and costs its tokens at once. Opening it again
          within them is free.
        - Each product is charged on its own, even where one opens the other.
        - A product still in use when its 24 hours end is charged again. Closing it in the evening gives nothing
          back of the day, but it stops what would go on over a weekend.
        - A launch under five minutes costs nothing.

        What a charge costs:
        - AutoCAD: 7 tokens (EUR 20.30)
        - Revit: 10 tokens (EUR 29.00)

        What cost most in these days, and need not always have:
        - Several products on one day (all but the dearest): 3 times, 21 tokens (EUR 60.90), inferred from daily rows
        - Charged on days that are not worked: once, 10 tokens (EUR 29.00), inferred from daily rows

        What helps:
        - Do not open a product for a peek where a viewer or a PDF will do, and gather peeks into fewer days.
        - Use one product where one will do.
        - Close what would otherwise run past its 24 hours, above all before a weekend or a holiday.
        - Say if you need a product on most days: a subscription may be cheaper.

        Thank you.

        == ada
        To: ada@firm.example
        Subject: Your Autodesk Flex tokens

        Hello,

        from 2026-01-05 to 2026-04-03 your work took 455 Autodesk Flex tokens (EUR 1319.50) on 65 days. This is no reproach: heavy use is often just much work.

        With your use a subscription seems cheaper than Flex (AutoCAD): saved EUR 3081.43 a year. Let us talk about it.

        How Flex charges:
        - The first launch of a product opens a window of 24 hours and costs its tokens at once. Opening it again
          within them is free.
        - Each product is charged on its own, even where one opens the other.
        - A product still in use when its 24 hours end is charged again. Closing it in the evening gives nothing
          back of the day, but it stops what would go on over a weekend.
        - A launch under five minutes costs nothing.

        What helps:
        - Do not open a product for a peek where a viewer or a PDF will do, and gather peeks into fewer days.
        - Use one product where one will do.
        - Close what would otherwise run past its 24 hours, above all before a weekend or a holiday.
        - Say if you need a product on most days: a subscription may be cheaper.

        Thank you.

        == ben
        To: ben@firm.example
        Subject: Your Autodesk Flex tokens

        Hello,

        from 2026-01-05 to 2026-04-03 your work took 61 Autodesk Flex tokens (EUR 176.90) on 4 days. This is no reproach: heavy use is often just much work.

        What may be worth a look, largest first (one charge can be in several lines):
        - Several products on one day (all but the dearest): 3 times, 21 tokens (EUR 60.90), inferred from daily rows
        - Charged on days that are not worked: once, 10 tokens (EUR 29.00), inferred from daily rows

        How Flex charges:
        - The first launch of a product opens a window of 24 hours and costs its tokens at once. Opening it again
          within them is free.
        - Each product is charged on its own, even where one opens the other.
        - A product still in use when its 24 hours end is charged again. Closing it in the evening gives nothing
          back of the day, but it stops what would go on over a weekend.
        - A launch under five minutes costs nothing.

        What helps:
        - Do not open a product for a peek where a viewer or a PDF will do, and gather peeks into fewer days.
        - Use one product where one will do.
        - Close what would otherwise run past its 24 hours, above all before a weekend or a holiday.
        - Say if you need a product on most days: a subscription may be cheaper.

        Thank you.

        == manager
        To: -
        Subject: Autodesk Flex: use, habits and savings

        Hello,

        this is how our Autodesk Flex tokens were used from 2026-01-05 to 2026-04-03.

        Tokens:
        - 516 tokens used; 1484 left on 2026-04-03

        Habits that cost most (a charge can be in several lines):
        - Several products on one day (all but the dearest): 3 times, 21 tokens (EUR 60.90), inferred from daily rows
        - Charged on days that are not worked: once, 10 tokens (EUR 29.00), inferred from daily rows

        With the shares of them that our plan thinks can change, 43 tokens (EUR 124.70) a year would be saved, each charge counted once. What is prepaid is spent already: it becomes money with a smaller purchase.

        For one person a subscription would be cheaper than Flex: saved EUR 3081.43 a year after the price of the seats.

        Our contract year ends on 2026-12-31.

        What I ask for: a word to the team about these habits, and a decision on the subscriptions.

        Thank you.

        == planned
        To: -
        Subject: Which work is planned? Our Autodesk Flex tokens

        Hello,

        our Autodesk Flex tokens are bought in advance, and I look ahead to see how long they last. What past use cannot tell is what you plan.

        How it stands:
        - 516 tokens used from 2026-01-05 to 2026-04-03; 1484 left on 2026-04-03; going on as usual, used up around 2027-01-01, perhaps on 2026-11-20 already

        Please tell me of your projects until 2026-12-31, the end of our contract year:
        - what it is, from when to when,
        - how many people will work with which products, on how many days a week,
        - how sure it is, in percent,
        - and when less is used than usual: closed weeks, a project that ends.

        What a product costs for each day of each person:
        - AutoCAD: 7 tokens (EUR 20.30)
        - Revit: 10 tokens (EUR 29.00)

        Planned already, as far as I know:
        - Tender, 2026-05-04 to 2026-06-12: 30 % more than usual, 50 % likely
        - Summer break, 2026-08-03 to 2026-08-14: 40 % less than usual

        Thank you.

        == onboarding
        To: -
        Subject: Autodesk on Flex: the essentials

        Autodesk on Flex: the essentials
        ================================

        We pay for some Autodesk products by the day, with prepaid tokens.
        A token costs us EUR 2.90.

        What a product costs for each 24 hours in which you use it:
        - AutoCAD: 7 tokens (EUR 20.30)
        - Revit: 10 tokens (EUR 29.00)

        How Flex charges:
        - The first launch of a product opens a window of 24 hours and costs its tokens at once. Opening it again
          within them is free.
        - Each product is charged on its own, even where one opens the other.
        - A product still in use when its 24 hours end is charged again. Closing it in the evening gives nothing
          back of the day, but it stops what would go on over a weekend.
        - A launch under five minutes costs nothing.

        What helps:
        - Do not open a product for a peek where a viewer or a PDF will do, and gather peeks into fewer days.
        - Use one product where one will do.
        - Close what would otherwise run past its 24 hours, above all before a weekend or a holiday.
        - Say if you need a product on most days: a subscription may be cheaper.

        If a product says that you have a seat for it, use that sign-in: it costs no tokens.
        If a product does not start for lack of tokens, tell us: others may still be able to start smaller ones.

        == calendar
        To: -
        Subject: Every quarter from 2026-07-01

        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Flexgauge//EN
        BEGIN:VEVENT
        UID:flexgauge-quarterly-20260701
        DTSTAMP:20260403T000000Z
        DTSTART;VALUE=DATE:20260701
        DTEND;VALUE=DATE:20260702
        RRULE:FREQ=MONTHLY;INTERVAL=3
        SUMMARY:Autodesk Flex tokens: remind the team
        DESCRIPTION:Export the usage\, load it\, and send the quarterly reminder.
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR

    "#]].assert_eq(&text);
}
