//! What stands on the page in each state of the data.

use crate::support::{daily, day, element, example, html, html_with, rendered, state_of, text};
use engine::desk::{FindingView, FindingsView};
use engine::plan::{CsvForm, Delimiter, Pack, Plan, Reading};
use engine::usage::{Money, Tokens};
use flexgauge::session::{Event, State};
use flexgauge::ui::left_out::FindingsTable;
use flexgauge::ui::state::Asked;
use flexgauge::ui::why::WhyBody;
use leptos::prelude::*;

fn panel(state: State, id: &str) -> String {
    text(&element(&html(state), id))
}

#[test]
fn the_empty_page_has_one_drop_zone_and_an_example() {
    let html = html(State::default());
    for id in ["drop", "example", "file-input", "status", "why", "guide"] {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "#{id}");
    }
    assert!(
        text(&html).contains(
            "Nothing leaves this browser — how to check Independent, not affiliated with Autodesk."
        )
    );
    assert!(!html.contains(" id=\"band\""));
}

#[test]
fn the_overview_has_every_landmark_once() {
    let html = html_with(example(), |ui| ui.drawer.set(true));
    let ids = [
        "band",
        "cost",
        "habits",
        "runout",
        "products",
        "people",
        "months",
        "balance",
        "read",
        "plan",
        "why",
        "guide",
        "export-results",
        "undo",
        "redo",
        "hide-names",
        "status",
        "file-input",
        "main",
    ];
    for id in ids {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "#{id}");
    }
}

#[test]
fn no_id_stands_twice() {
    let html = html_with(example(), |ui| ui.drawer.set(true));
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    ids.sort_unstable();
    let before = ids.len();
    ids.dedup();
    assert_eq!(before, ids.len(), "{ids:?}");
}

#[test]
fn no_style_stands_in_an_attribute_but_by_property() {
    // Rendered natively a `style:property` becomes an attribute; in the browser it is set by property.
    let html = html_with(example(), |ui| ui.drawer.set(true));
    let styles = html.matches("style=").count();
    assert_eq!(styles, html.matches("style=\"inline-size:").count());
}

#[test]
fn headings_come_in_order() {
    let html = html(example());
    let mut level = 0;
    for rest in html.split("<h").skip(1) {
        let Some(next) = rest.chars().next().and_then(|c| c.to_digit(10)) else { continue };
        assert!(next <= level + 1, "h{next} after h{level}: {}", &rest[..rest.len().min(60)]);
        level = next;
    }
}

#[test]
fn with_packs_the_gauge_shows_the_level_and_the_date() {
    let band = panel(example(), "band");
    assert!(band.contains("tokens left"), "{band}");
    assert!(!band.contains("Fill this in"), "{band}");
    let run_out = panel(example(), "runout");
    assert!(run_out.contains("tokens a day"), "{run_out}");
    assert!(run_out.contains("The middle of 2,000 futures"), "{run_out}");
}

#[test]
fn the_example_costs_what_the_article_says() {
    let cost = panel(example(), "cost");
    assert!(cost.contains("€120,750"), "{cost}");
    assert!(cost.contains("40,250 tokens · 32 people · 4 products"), "{cost}");
    assert!(cost.contains("Token price €3.00, as you set it"), "{cost}");
}

#[test]
fn the_example_is_not_called_old() {
    assert!(!html(example()).contains("days old"));
}

#[test]
fn old_data_says_how_old() {
    let mut state = state_of(&[("a.csv", daily(day(2026, 1, 1), 60, 2))], Plan::default());
    state.today = Some(day(2026, 3, 13));
    assert_eq!(panel(state, "age"), "Your data is 12 days old: it ends on 1 Mar 2026.");
}

#[test]
fn without_a_balance_the_band_asks_for_the_one_field() {
    let state = state_of(&[("a.csv", daily(day(2026, 1, 1), 60, 2))], Plan::default());
    let html = html(state);
    let band = element(&html, "band");
    assert!(text(&band).contains("14 tokens a day"), "{}", text(&band));
    assert!(band.contains(" id=\"band-left\""));
    let run_out = text(&element(&html, "runout"));
    assert!(run_out.contains("Not known yet"), "{run_out}");
    assert!(run_out.contains("Say how many are left, and the date stands here."), "{run_out}");
    assert!(!html.contains(" id=\"balance\""));
}

#[test]
fn a_list_price_says_that_it_is_one() {
    let state = state_of(&[("a.csv", daily(day(2026, 1, 1), 60, 2))], Plan::default());
    let cost = panel(state, "cost");
    assert!(cost.contains("$2,520"), "{cost}");
    assert!(cost.contains("list price — check this"), "{cost}");
}

#[test]
fn an_unknown_price_is_said_and_never_zero() {
    let plan = Plan { currency: Some("EUR".into()), ..Plan::default() };
    let html = html(state_of(&[("a.csv", daily(day(2026, 1, 1), 60, 2))], plan));
    let cost = text(&element(&html, "cost"));
    assert!(cost.contains("840 tokens in 60 days"), "{cost}");
    assert!(cost.contains("Price unknown: set a token price"), "{cost}");
    assert!(!html.contains("€0"));
    assert!(!text(&element(&html, "products")).contains("Cost"));
}

#[test]
fn few_days_give_no_year_and_no_date() {
    let plan = Plan {
        readings: vec![Reading { pool: None, day: day(2026, 1, 20), tokens: Tokens::whole(500) }],
        ..Plan::default()
    };
    let html = html(state_of(&[("a.csv", daily(day(2026, 1, 1), 20, 2))], plan));
    assert!(text(&element(&html, "habits")).contains("Fewer than 56 days are covered"));
    assert!(
        !text(&element(&html, "habits")).contains("not what can be saved"),
        "there is no cost to mistake"
    );
    assert!(text(&element(&html, "runout")).contains("Fewer than six weeks of rows"));
}

#[test]
fn a_date_on_few_weeks_is_rough() {
    let plan = Plan {
        readings: vec![Reading { pool: None, day: day(2026, 3, 1), tokens: Tokens::whole(500) }],
        term_end: Some(day(2026, 12, 31)),
        ..Plan::default()
    };
    let run_out = panel(state_of(&[("a.csv", daily(day(2026, 1, 1), 60, 2))], plan), "runout");
    assert!(run_out.contains("6 Apr 2026 rough"), "{run_out}");
    assert!(run_out.contains("269 days before renewal"), "{run_out}");
}

#[test]
fn several_pools_stand_in_blocks_of_their_own() {
    let pack = |pool: &str, tokens: i64| Pack {
        pool: Some(pool.into()),
        tokens: Tokens::whole(tokens),
        price: Some(Money::whole(tokens * 3)),
        start: day(2026, 1, 1),
        end: Some(day(2026, 12, 31)),
    };
    let plan = Plan { packs: vec![pack("Alpha", 2_000), pack("Beta", 40_000)], ..Plan::default() };
    let mut rows = daily(day(2026, 1, 1), 100, 1);
    for offset in 0..100 {
        rows.push_str(&format!("{},Bo,Ek,bo@firm.example,Beta,Revit,10\n", day(2026, 1, 1).plus(offset)));
    }
    let html = html(state_of(&[("a.csv", rows)], plan));
    let run_out = text(&element(&html, "runout"));
    assert!(run_out.contains("Alpha") && run_out.contains("Beta"), "{run_out}");
    assert!(text(&element(&html, "balance")).contains("Balance: Alpha"));
    assert!(text(&element(&html, "balance-2")).contains("Balance: Beta"));
    assert!(
        text(&element(&html, "band")).contains("1 pool more under Run-out below.")
            || text(&element(&html, "band")).contains("1 pool")
    );
}

#[test]
fn what_was_read_adds_up_and_leads_to_what_was_left_out() {
    let mut rows = daily(day(2026, 1, 1), 60, 2);
    rows.push_str("not a day,Ann,No0,ann.no0@firm.example,Alpha,AutoCAD,7\n");
    let html = html(state_of(&[("a.csv", rows)], Plan::default()));
    let read = text(&element(&html, "read"));
    assert!(read.contains("1 file · 121 rows = 120 used + 0 duplicates + 1 left out"), "{read}");
    let left_out = element(&html, "left-out");
    assert!(left_out.contains("export-left-out"));
    let left_out = text(&left_out);
    for words in ["a.csv 121 120 0 1 847 840 0 7", "Days that cannot be read: 1", "not a day"] {
        assert!(left_out.contains(words), "{words}: {left_out}");
    }
}

#[test]
fn where_nothing_was_left_out_that_is_said() {
    let html = html(state_of(&[("a.csv", daily(day(2026, 1, 1), 60, 2))], Plan::default()));
    let left_out = text(&element(&html, "left-out"));
    assert!(
        left_out.contains("a.csv 120 120 0 0 840 840 0 0 Copy as text Nothing was left out."),
        "{left_out}"
    );
}

#[test]
fn nothing_usable_is_said() {
    let state = state_of(&[("a.csv", "one,two\n1,2\n".to_string())], Plan::default());
    assert!(text(&html(state)).contains("No row in these files could be used."));
}

#[test]
fn the_list_of_what_was_left_out_names_the_place_and_the_reason() {
    let view = FindingsView {
        total: 1,
        not_kept: 3,
        first: 0,
        findings: vec![FindingView {
            hidden: None,
            file: "a.csv".into(),
            line: Some(122),
            column: "day_used".into(),
            text: "not a day".into(),
            problem: "This is no day.".into(),
            effect: "The row was left out.".into(),
        }],
    };
    let html = rendered(State::default(), |_| view! { <FindingsTable view label="Days".to_string() /> });
    assert!(text(&html).contains("a.csv 122 day_used not a day This is no day. The row was left out."));
    assert!(text(&html).contains("3 more were counted but not listed"));
}

#[test]
fn why_gives_the_rule_the_inputs_and_the_sum() {
    let state = example();
    let overview = state.overview.clone().expect("answers");
    let figure = overview.answers.as_ref().expect("answers").pools[0].burn_per_day.clone();
    let html = rendered(state, |_| view! { <WhyBody asked=Asked { subject: "Run-out".into(), figure } /> });
    let text = text(&html);
    for words in [
        "Burn rate",
        "÷ 28 days =",
        "tokens a day",
        "Flexgauge’s own definition, autumn 2026",
        "Rows behind it",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn a_problem_is_a_sentence_with_a_button() {
    let mut state = State::default();
    state.on(Event::PlanRefused(vec!["The plan is not JSON.".into()]));
    assert!(text(&html(state)).contains("The plan is not JSON. Dismiss"));
}

#[test]
fn the_drawer_lists_purchases_and_readings() {
    let html = html_with(example(), |ui| ui.drawer.set(true));
    let drawer = text(&element(&html, "plan"));
    assert!(drawer.contains("38,000 tokens for €114,000, 1 Jan 2026 – 31 Dec 2026"), "{drawer}");
    assert!(drawer.contains("example-daily-usage.csv"), "{drawer}");
}

#[test]
fn the_drawer_shows_how_tables_are_saved() {
    let shown = |form: CsvForm| {
        let plan = Plan { csv: form, ..Plan::default() };
        let html = html_with(state_of(&[], plan), |ui| ui.drawer.set(true));
        let select = element(&html, "csv-delimiter");
        let chosen = Delimiter::ALL.into_iter().filter(|one| {
            let option = select.split("<option").find(|option| option.contains(one.name()));
            option.is_some_and(|option| option.contains("selected"))
        });
        assert!(html.contains("csv-decimal-comma") && html.contains("csv-mark"));
        chosen.collect::<Vec<_>>()
    };
    for delimiter in Delimiter::ALL {
        assert_eq!(shown(CsvForm { delimiter, decimal_comma: true, no_mark: true }), [delimiter]);
    }
}
