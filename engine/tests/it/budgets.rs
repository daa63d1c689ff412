//! Monthly budgets: how a month partly in a busy period counts, whose use is held against one, what
//! the futures say, what is shown and saved.

use crate::sheet::{day, every_day, file, log, plan};
use engine::analysis::{Alert, BudgetLine, Report, Then, alerts};
use engine::desk::{Answer, Ask, Desk, ExportKind, ForecastAsk, ForecastView, Value};
use engine::plan::{Budget, BudgetOf, Busy, BusyBudget, BusyChange, Edit, History, Plan, WatchEdit, to_json};
use engine::usage::{Log, Month, Tokens};
use proptest::prelude::*;

fn busy(name: &str, from: &str, to: &str) -> Busy {
    let change = BusyChange::Percent(50.0);
    Busy { name: name.into(), from: day(from), to: day(to), change, probability: 0.5 }
}

fn budget(usual: i64, busy: &[(&str, i64)]) -> Budget {
    let one = |(period, tokens): &(&str, i64)| BusyBudget {
        period: (*period).to_string(),
        tokens_per_month: Tokens::whole(*tokens),
    };
    let even = Budget::even(BudgetOf::Pool(None), Tokens::whole(usual));
    Budget { busy: busy.iter().map(one).collect(), ..even }
}

#[test]
fn a_month_partly_in_a_busy_period_counts_by_days() {
    let check = |budget: &Budget, periods: &[Busy], month: &str, expected: f64| {
        let month = day(month).month();
        let tokens = budget.tokens(periods, month.first_day(), month.last_day());
        assert!((tokens.to_f64() - expected).abs() < 1e-5, "{budget:?} {periods:?} {month}: {tokens:?}");
    };
    let tender = || busy("Tender", "04-11", "05-10");
    let named = budget(400, &[("Tender", 900)]);
    check(&named, &[], "04-01", 400.0);
    check(&named, &[tender()], "03-01", 400.0);
    // 20 of 30 days, then 10 of 31.
    check(&named, &[tender()], "04-01", 400.0 * 10.0 / 30.0 + 900.0 * 20.0 / 30.0);
    check(&named, &[tender()], "05-01", 400.0 * 21.0 / 31.0 + 900.0 * 10.0 / 31.0);
    check(&named, &[tender()], "06-01", 400.0);
    check(&named, &[busy("Tender", "03-01", "06-30")], "04-01", 900.0);
    // A name that no period has, and a period that no amount names, change nothing.
    check(&named, &[busy("Move", "04-11", "05-10")], "04-01", 400.0);
    check(&budget(400, &[]), &[tender()], "04-01", 400.0);
    // Two periods of one name; and of two names on one day the larger amount.
    check(&named, &[tender(), busy("Tender", "04-01", "04-10")], "04-01", 900.0);
    let quiet = budget(400, &[("Tender", 900), ("Easter", 100)]);
    check(
        &quiet,
        &[tender(), busy("Easter", "04-01", "04-15")],
        "04-01",
        (100.0 * 10.0 + 900.0 * 20.0) / 30.0,
    );
    // A leap year's February has 29 days.
    check(&named, &[busy("Tender", "2028-02-29", "2028-02-29")], "2028-02-01", (400.0 * 28.0 + 900.0) / 29.0);
}

proptest! {
    /// The days of a month, split anywhere, have the month's budget between them.
    #[test]
    fn parts_of_a_month_add_up(usual in 0i64..5_000, other in 0i64..5_000, from in 0i32..400, days in 0i32..90, split in 1i32..27) {
        let first = day("01-01");
        let period = Busy { from: first.plus(from), to: first.plus(from + days), ..busy("Tender", "01-01", "01-01") };
        let budget = budget(usual, &[("Tender", other)]);
        let month = first.plus(from).month();
        let of = |from, to| budget.tokens(std::slice::from_ref(&period), from, to);
        let cut = month.first_day().plus(split);
        let whole = of(month.first_day(), month.last_day());
        let parts = of(month.first_day(), cut.plus(-1)) + of(cut, month.last_day());
        prop_assert!((whole - parts).0.abs() <= 4, "{whole:?} {parts:?}");
        let (least, most) = (Tokens::whole(usual.min(other)), Tokens::whole(usual.max(other)));
        prop_assert!(least.0 - 2 <= whole.0 && whole.0 <= most.0 + 2);
    }
}

#[test]
fn setting_one_again_keeps_the_other_periods() {
    let mut list = Vec::new();
    budget(400, &[("Tender", 900)]).put_into(&mut list);
    budget(500, &[("Move", 700)]).put_into(&mut list);
    budget(500, &[("Tender", 800)]).put_into(&mut list);
    assert_eq!(list, [budget(500, &[("Move", 700), ("Tender", 800)])]);
    Budget::even(BudgetOf::Project("Bypass".into()), Tokens::ZERO).put_into(&mut list);
    assert_eq!(list.len(), 2);
    let mut history = History::default();
    history.edit(&Edit::Watch(WatchEdit::Budgets(list.clone())));
    assert_eq!(history.plan().budgets, list);
    history.undo();
    assert!(history.plan().budgets.is_empty());
}

const TERM: &str = r#""token_price": 3, "term_start": "2026-01-01", "term_end": "2026-12-31",
    "packs": [{"tokens": 9000, "start": "2026-01-01", "end": "2026-12-31"}]"#;

/// Ada's 7 tokens a day in North and Bo's 3 in South, up to 2026-07-19; a people sheet for Bo.
fn two_teams() -> Log {
    let mut log = Log::default();
    log.add(file("a.csv", &every_day("01-01", 200, "ada AutoCAD 7 North")));
    log.add(file("b.csv", &every_day("01-01", 200, "bo Revit 3 South")));
    log.settle();
    log
}

#[test]
fn whose_use_is_held_against_a_budget() {
    let log = two_teams();
    let check = |fields: &str, month: &str, expected: Option<(i64, i64)>| {
        let plan = plan(&format!("{TERM}, \"budgets\": [{fields}]"));
        let report = Report::of(&log, &plan, None).expect("use");
        let months = BudgetLine::all(&plan, &report)[0].months(None);
        let found = months.iter().find(|one| one.month == day(month).month());
        let found = found.map(|one| (one.used, one.budget));
        let expected = expected.map(|(used, budget)| (Tokens::whole(used), Tokens::whole(budget)));
        assert_eq!(found, expected, "{fields} {month}");
    };
    check(r#"{"pool": null, "tokens_per_month": 280}"#, "06-01", Some((300, 280)));
    check(r#"{"team": "South", "tokens_per_month": 90}"#, "06-01", Some((90, 90)));
    // Still running, and of no pool: what was used so far.
    check(r#"{"team": "South", "tokens_per_month": 90}"#, "07-01", Some((57, 90)));
    check(r#"{"team": "South", "tokens_per_month": 90}"#, "08-01", None);
    check(r#"{"team": "East", "tokens_per_month": 90}"#, "06-01", None);
    check(r#"{"pool": "East", "tokens_per_month": 90}"#, "06-01", None);
    check(r#"{"project": "North", "tokens_per_month": 90}"#, "06-01", None);
}

#[test]
fn a_month_that_futures_reach_in_part_has_a_budget_of_those_days() {
    let log = two_teams();
    let plan = plan(r#""budgets": [{"pool": null, "tokens_per_month": 310}]"#);
    let report = Report::of(&log, &plan, None).expect("use");
    let months = BudgetLine::all(&plan, &report)[0].months(None);
    let last = months.last().expect("months ahead");
    let days = last.month.first_day().days_until(last.to) + 1;
    assert!(last.forecast && last.to < last.month.last_day(), "{last:?}");
    assert_eq!(last.budget, Tokens::whole(10 * i64::from(days)), "{last:?}");
}

/// What the alerts say of budgets, by key.
fn keys(log: &Log, fields: &str) -> Vec<String> {
    let plan = plan(fields);
    let report = Report::of(log, &plan, None).expect("use");
    let found = alerts(log, &plan, &report).into_iter();
    found.map(|one| one.key).filter(|key| key.starts_with("budget")).collect()
}

#[test]
fn a_budget_is_told_when_it_is_passed_and_when_it_will_be() {
    let log = two_teams();
    let of = |fields: &str| keys(&log, &format!("{TERM}, \"budgets\": [{fields}]"));
    // 190 of July's tokens by the 19th, 310 to be expected.
    assert!(of(r#"{"pool": null, "tokens_per_month": 311}"#).is_empty());
    assert_eq!(of(r#"{"pool": null, "tokens_per_month": 305}"#), ["budget_ahead:2026-07:pool:"]);
    assert_eq!(
        of(r#"{"pool": null, "tokens_per_month": 299}"#),
        ["budget:2026-06:pool:", "budget_ahead:2026-07:pool:"]
    );
    assert_eq!(
        of(r#"{"pool": null, "tokens_per_month": 189}"#),
        ["budget:2026-06:pool:", "budget:2026-07:pool:"]
    );
    // No forecast of a part of a pool, unless it has a pool of its own.
    assert!(of(r#"{"team": "South", "tokens_per_month": 92}"#).is_empty());
    let own = TERM.replace("\"tokens\"", "\"pool\": \"South\", \"tokens\"");
    let fields = format!("{own}, \"budgets\": [{{\"team\": \"South\", \"tokens_per_month\": 92}}]");
    assert_eq!(keys(&log, &fields), ["budget_ahead:2026-07:team:South"]);
}

#[test]
fn the_chance_agrees_with_the_months_under_the_plans_changes() {
    let log = log(&[&every_day("01-01", 200, "ada AutoCAD 7 North")]);
    let more = r#""busy": [{"name": "Tender", "from": "2026-07-20", "to": "2026-07-31", "percent": 100, "probability": 1}]"#;
    // 217 without, 301 with the tender.
    for (busy, amount, passes) in [("", 216, true), ("", 218, false), (more, 300, true), (more, 302, false)] {
        let comma = if busy.is_empty() { "" } else { "," };
        let budgets = format!(r#""budgets": [{{"pool": null, "tokens_per_month": {amount}}}]"#);
        let plan = plan(&format!("{TERM}, {budgets}{comma} {busy}"));
        let report = Report::of(&log, &plan, None).expect("use");
        let then = Then::of(&plan, &report);
        let line = &BudgetLine::all(&plan, &report)[0];
        let months = line.months(then.as_ref());
        let july = months.iter().find(|one| one.month == day("07-01").month()).expect("July");
        let chance = line.chance(then.as_ref()).expect("a chance");
        assert_eq!(chance > 0.5, passes, "{busy} {amount}: {chance}");
        assert_eq!(july.over_by().is_some(), passes, "{busy} {amount}: {july:?}");
        assert!(july.forecast && !july.so_far);
        let told = alerts(&log, &plan, &report);
        let told =
            told.iter().any(|one| matches!(one.alert, Alert::BudgetAhead { chance: c, .. } if c == chance));
        assert_eq!(told, passes);
    }
}

#[test]
fn sums_begin_with_the_term_and_count_its_days() {
    let log = two_teams();
    let term = TERM.replace("2026-01-01\", \"term_end", "2026-03-11\", \"term_end");
    let plan = plan(&format!("{term}, \"budgets\": [{{\"pool\": null, \"tokens_per_month\": 310}}]"));
    let report = Report::of(&log, &plan, None).expect("use");
    let months = BudgetLine::all(&plan, &report)[0].months(None);
    let first = &months[0];
    // 21 of 31 days of March.
    assert_eq!(
        (first.month, first.used, first.budget),
        (day("03-01").month(), Tokens::whole(210), Tokens::whole(210))
    );
    assert_eq!(months[1].cumulative, Tokens::whole(510));
    assert_eq!(months[1].cumulative_budget, Tokens::whole(520));
    assert_eq!(months.last().expect("months").month, day("12-01").month());
    let budgets: Tokens = months.iter().map(|one| one.budget).sum();
    assert_eq!(budgets, months.last().expect("months").cumulative_budget);
}

#[test]
fn without_a_term_twelve_months_count() {
    let log = log(&[&every_day("2024-01-01", 800, "ada AutoCAD 10")]);
    let plan = plan(r#""budgets": [{"pool": null, "tokens_per_month": 290}]"#);
    let report = Report::of(&log, &plan, None).expect("use");
    let as_of = report.period.as_of;
    let months = BudgetLine::all(&plan, &report)[0].months(None);
    assert_eq!(months[0].month, Month(as_of.month().0 - 11));
    assert_eq!(months[0].cumulative, months[0].used);
}

fn shown(desk: &mut Desk, plan: &Plan, budget: Option<u64>) -> ForecastView {
    desk.answer(Ask::Plan { revision: 1, text: to_json(plan) });
    match desk.answer(Ask::Forecast(ForecastAsk { pool: 0, budget })) {
        Answer::Forecast(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_page_and_the_files_say_the_same() {
    let mut desk = Desk::new();
    desk.answer(Ask::Example);
    let example = engine::example::plan();
    assert_eq!(shown(&mut desk, &example, None).budgets.drawn, None);
    let team = match shown(&mut desk, &example, None).budgets.names.get(1).cloned() {
        Some(BudgetOf::Team(name)) => name,
        other => panic!("the example's second name is a team: {other:?}"),
    };
    let budgets = vec![
        Budget::even(BudgetOf::Team(team), Tokens::whole(500)),
        Budget::even(BudgetOf::Pool(None), Tokens::whole(2_000)),
    ];
    let plan = example.with(&Edit::Watch(WatchEdit::Budgets(budgets)));
    let view = shown(&mut desk, &plan, None);
    let drawn = view.budgets.drawn.clone().expect("drawn");
    assert_eq!(drawn.line, 1, "the shown pool's");
    assert_eq!(drawn.months, view.budgets.months_of_shown_pool);
    let months = view.shown.then.as_ref().unwrap_or(&view.shown.now).months.clone();
    for (row, month) in months.iter().zip(&drawn.months) {
        assert_eq!((row.month, row.tokens), (month.month, month.used));
    }
    // The line ends where the months say it stands.
    let known = drawn.ends.iter().rfind(|end| !end.forecast).expect("a past month");
    let at = drawn.from.days_until(known.to) as usize;
    assert_eq!(drawn.used[at], known.used);
    let other = shown(&mut desk, &plan, Some(0)).budgets.drawn.expect("drawn");
    assert_eq!(other.line, 0);
    assert!(other.ends.iter().all(|end| !end.forecast));
    let over = drawn.months.iter().find(|one| one.over_by.is_some() && !one.forecast).expect("over");
    let figure = over.over_by.as_ref().expect("over");
    assert_eq!(figure.value, over.budget.tokens().map(|budget| Value::Tokens(over.used - budget)));

    let text = |desk: &mut Desk, kind| match desk.answer(Ask::Export(kind)) {
        Answer::Document(document) => String::from_utf8(document.bytes).expect("text"),
        other => panic!("{other:?}"),
    };
    let months_file = text(&mut desk, ExportKind::Months);
    assert!(months_file.lines().next().expect("a header").ends_with("projected_run_out,budget,over_by"));
    assert!(months_file.lines().skip(1).all(|line| line.contains(",2000")), "{months_file}");
    let file = text(&mut desk, ExportKind::Budgets);
    assert!(file.contains("of,name,month,tokens,budget,over_by,tokens_are"), "{file}");
    assert_eq!(file.lines().count(), 1 + drawn.months.len() + other.months.len(), "{file}");
    assert!(file.contains("team or department,") && file.contains("pool,,") && file.contains(",forecast"));
}

#[test]
fn a_saved_budget_comes_back_and_an_older_one_still_opens() {
    let older = plan(r#""budgets": [{"team": "Civil", "tokens_per_month": 900}]"#);
    assert_eq!(older.budgets, [Budget::even(BudgetOf::Team("Civil".into()), Tokens::whole(900))]);
    let named = BudgetOf::Pool(Some("Rail".into()));
    let budgets = vec![
        Budget { of: BudgetOf::Pool(None), ..budget(400, &[("Tender", 900), ("Easter", 0)]) },
        Budget::even(named, Tokens::from_f64(50.5)),
        Budget::even(BudgetOf::Project("Bypass".into()), Tokens::ZERO),
    ];
    let saved = Plan::default().with(&Edit::Watch(WatchEdit::Budgets(budgets.clone())));
    let text = to_json(&saved);
    assert!(text.contains("\"pool\": null") && text.contains("\"period\": \"Tender\""), "{text}");
    assert_eq!(engine::plan::from_json(&text).expect("a plan").budgets, budgets);
    for bad in [
        r#"{"tokens_per_month": 1}"#,
        r#"{"team": "Civil"}"#,
        r#"{"pool": null, "tokens_per_month": -1}"#,
        r#"{"pool": null, "tokens_per_month": 1, "busy": [{"tokens_per_month": 2}]}"#,
        r#"{"pool": null, "tokens_per_month": 1, "busy": [{"period": "Tender"}]}"#,
    ] {
        let text = format!("{{\"schema\": \"flexgauge.plan/1\", \"budgets\": [{bad}]}}");
        assert!(engine::plan::from_json(&text).is_err(), "{bad}");
    }
}
