//! The plan: saved form, edits, undo.

use crate::sheet::day;
use engine::plan::{Edit, History, from_json, plan_text_of, to_json};
use engine::usage::{Money, Tokens};

/// Every field of the form, in the order in which it is written.
const FULL: &str = r#"{
  "schema": "flexgauge.plan/1",
  "currency": "EUR",
  "token_price": 2.9,
  "renewal_token_price": 3,
  "true_up_price": 2.95,
  "late_price": 3.6,
  "stop_cost_per_token": 1,
  "term_start": "2026-01-01",
  "term_end": "2026-12-31",
  "packs": [
    {
      "pool": null,
      "tokens": 40000,
      "price": 116000,
      "start": "2026-01-01",
      "end": "2026-12-31"
    }
  ],
  "balances": [
    {
      "pool": "Civil",
      "day": "2026-07-31",
      "tokens": 14310.5
    }
  ],
  "volume_prices": [
    {
      "from_tokens": 5000,
      "token_price": 2.7
    }
  ],
  "certainty": 0.95,
  "lead_days": 45,
  "grace_days": 30,
  "pack_sizes": [
    500,
    1000
  ],
  "clauses": {
    "same_price_true_up": true,
    "roll_over": false,
    "grace_days": 30,
    "longer_days": 90
  },
  "checklist": {
    "reseller_confirmed_on": "2026-03-31",
    "true_up_clause": "yes"
  },
  "rates": {
    "AutoCAD": 7
  },
  "offers": [
    {
      "name": "AutoCAD",
      "covers": [
        "AutoCAD"
      ],
      "price_per_year": 2330,
      "dated": "2026-07"
    }
  ],
  "seats": [
    {
      "user": "ada@firm.example",
      "offer": "AutoCAD",
      "from": "2026-01-01",
      "to": null
    }
  ],
  "moves": [
    {
      "user": "ben@firm.example",
      "offers": [
        "AutoCAD"
      ]
    }
  ],
  "habits": {
    "several_products": 0.6
  },
  "every_day_limit": 2,
  "recognition": {
    "off": false,
    "target_per_day": 8.5,
    "days_min": 12
  },
  "inactive_days": 90,
  "heavy_days": 120,
  "caps": {
    "user_per_day": 20,
    "pool_per_day": null,
    "session_hours": 10.5
  },
  "aware_from_version": {
    "AutoCAD": "2024"
  },
  "working_days": [
    "Mon",
    "Tue"
  ],
  "holidays": [
    "2026-12-25"
  ],
  "busy": [
    {
      "name": "Bridge tender",
      "from": "2026-10-01",
      "to": "2026-10-31",
      "percent": 40.0,
      "probability": 0.8
    }
  ],
  "budgets": [
    {
      "team": "Civil",
      "tokens_per_month": 900
    }
  ],
  "tiers": [
    25.0,
    50.0
  ],
  "alerts": {
    "balance_below": 2000,
    "run_out_percent": 20.0,
    "lapse_days": 90,
    "lapse_tokens": 500,
    "climb_percent": null
  },
  "dismissed": {
    "pace:2026-01-01:Civil": "ordered"
  },
  "seed": 7,
  "csv": {
    "delimiter": "semicolon",
    "decimal": ",",
    "no_mark": true
  },
  "mappings": [
    {
      "header": [
        "User",
        "Module",
        "Out",
        "In"
      ],
      "fields": {
        "person": "User",
        "product": "Module",
        "start": "Out",
        "end": "In"
      },
      "date_form": "day first",
      "decimal": ",",
      "utc_offset": "-08:30",
      "rule": "flex"
    },
    {
      "header": [
        "User"
      ]
    }
  ],
  "report_ranges": [
    {
      "file": "report.csv",
      "print": "00000000000000ff",
      "from": "2026-01-01",
      "to": "2026-06-30"
    }
  ],
  "volume_tables": {
    "kept": true
  }
}
"#;

/// The field that came after workspaces of version 1 were kept.
const CSV_FIELD: &str =
    "  \"csv\": {\n    \"delimiter\": \"semicolon\",\n    \"decimal\": \",\",\n    \"no_mark\": true\n  },\n";

#[test]
fn the_saved_form_reads_back_what_it_writes() {
    let plan = from_json(FULL).expect("the full form is valid");
    assert_eq!(to_json(&plan), FULL);
    assert_eq!(plan.token_price, Some(Money(2_900_000)));
    assert_eq!(plan.readings[0].tokens, Tokens(14_310_500_000));
}

#[test]
fn an_empty_plan_is_a_plan() {
    let plan = from_json(r#"{"schema": "flexgauge.plan/1"}"#).expect("valid");
    assert_eq!(plan, engine::plan::Plan::default());
    assert_eq!(plan.currency(), "USD");
}

#[test]
fn what_is_wrong_is_said_all_at_once() {
    let check = |fields: &str, expected: &[&str]| {
        let problems = from_json(fields).expect_err("not valid");
        assert_eq!(problems, expected, "{fields}");
    };
    check(
        r#"{"schema": "flexgauge.plan/1", "token_price": -1, "term_end": "31.12.2026",
            "packs": [{"tokens": 5, "start": "2026-02-01", "end": "2026-01-01"}, {"start": "2026-01-01"}]}"#,
        &[
            "The plan’s “token_price” is -1; expected a number that is not negative. Nothing was changed.",
            "The plan’s “term_end” is \"31.12.2026\"; expected a day such as “2026-07-31”. Nothing was changed.",
            "The plan’s “packs[0]” ends before it starts. Nothing was changed.",
            "The plan’s “packs[1]” has no “tokens”. Nothing was changed.",
        ],
    );
    check(
        r#"{"schema": "flexgauge.plan/1", "csv": {"delimiter": "|", "decimal": "'", "no_mark": 1}}"#,
        &[
            "The plan’s “csv.no_mark” is 1; expected true or false. Nothing was changed.",
            "The plan’s “csv.delimiter” is \"|\"; expected “comma”, “semicolon” or “tab”. Nothing was changed.",
            "The plan’s “csv.decimal” is \"'\"; expected “.” or “,”. Nothing was changed.",
        ],
    );
    check(
        r#"{"schema": "flexgauge.plan/2"}"#,
        &[
            "The plan was saved by a newer Flexgauge (flexgauge.plan/2; this one reads flexgauge.plan/1). Nothing was changed.",
        ],
    );
    check(
        r#"{"schema": "something"}"#,
        &["The file is no Flexgauge plan: its “schema” should be “flexgauge.plan/1”. Nothing was changed."],
    );
    check("[]", &["The plan is not a JSON object. Nothing was changed."]);
    assert!(from_json("{").expect_err("not JSON")[0].starts_with("The plan is not JSON"));
}

#[test]
fn undo_takes_back_one_change_at_a_time() {
    let mut history = History::default();
    assert!(!history.can_undo());
    history.undo();
    history.edit(&Edit::Currency("EUR".into()));
    history.edit(&Edit::Currency("EUR".into())); // changes nothing: no step
    history.edit(&Edit::TokensLeft { pool: None, tokens: Tokens::whole(500), day: day("07-31") });
    assert_eq!(history.plan().readings.len(), 1);
    history.undo();
    assert_eq!((history.plan().currency(), history.plan().readings.len()), ("EUR", 0));
    history.redo();
    assert_eq!(history.plan().readings.len(), 1);
    history.undo();
    history.undo();
    assert_eq!(history.plan().currency(), "USD");
    history.edit(&Edit::TokenPrice(Some(Money::whole(3))));
    assert!(!history.can_redo());
    let revision = history.revision();
    history.undo();
    assert!(history.revision() > revision);
}

#[test]
fn a_control_in_motion_makes_one_step() {
    let share = |habit: &str, percent: u8| Edit::HabitShare {
        habit: habit.into(),
        share: f64::from(percent) / 100.0,
    };
    let shares = |history: &History| history.plan().habits.values().copied().collect::<Vec<_>>();
    let mut history = History::default();
    [10, 20, 20, 30].iter().for_each(|percent| history.edit_in_motion(&share("weekend", *percent)));
    assert_eq!(shares(&history), [0.3]);
    // Another control, though the first was never said to rest.
    [40, 50].iter().for_each(|percent| history.edit_in_motion(&share("left_open", *percent)));
    assert_eq!(shares(&history), [0.5, 0.3]);
    history.undo();
    assert_eq!(shares(&history), [0.3]);
    // What was undone is no part of a motion.
    history.edit_in_motion(&share("weekend", 60));
    history.undo();
    assert_eq!(shares(&history), [0.3]);
    // After a rest, a step of its own; where it comes back to where it began, none.
    history.edit_in_motion(&share("weekend", 70));
    history.rest();
    [80, 90, 70].iter().for_each(|percent| history.edit_in_motion(&share("weekend", *percent)));
    assert!(history.is_in_motion(), "it may go on from there");
    assert_eq!(shares(&history), [0.7]);
    history.undo();
    assert_eq!(shares(&history), [0.3]);
    history.undo();
    assert!(!history.can_undo() && shares(&history).is_empty());
    // What moves nothing is an edit like others.
    [2, 3].iter().for_each(|price| history.edit_in_motion(&Edit::TokenPrice(Some(Money::whole(*price)))));
    history.undo();
    assert_eq!(history.plan().token_price, Some(Money::whole(2)));
}

#[test]
fn a_purchase_is_one_more_and_a_reading_replaces_that_of_its_day() {
    let mut history = History::default();
    let bought = |tokens, price| Edit::TokensBought {
        pool: None,
        tokens: Tokens::whole(tokens),
        price,
        start: day("01-01"),
        end: day("12-31"),
    };
    history.edit(&bought(500, None));
    history.edit(&bought(600, None));
    // The price of the first one, told later.
    history.edit(&bought(500, Some(Money::whole(1_500))));
    let plan = history.plan();
    let packs: Vec<_> = plan.packs.iter().map(|pack| (pack.tokens, pack.price)).collect();
    assert_eq!(packs, [(Tokens::whole(600), None), (Tokens::whole(500), Some(Money::whole(1_500)))]);
    assert_eq!(plan.term_end, Some(day("12-31")));
    history.edit(&Edit::TokensLeft { pool: None, tokens: Tokens::whole(9), day: day("07-31") });
    history.edit(&Edit::TokensLeft { pool: None, tokens: Tokens::whole(8), day: day("07-31") });
    history.edit(&Edit::TokensLeft { pool: None, tokens: Tokens::whole(7), day: day("06-30") });
    let readings: Vec<_> = history.plan().readings.iter().map(|r| (r.day, r.tokens)).collect();
    assert_eq!(readings, [(day("06-30"), Tokens::whole(7)), (day("07-31"), Tokens::whole(8))]);
}

#[test]
fn only_so_many_steps_are_kept() {
    let mut history = History::default();
    for price in 1..=(engine::plan::UNDO_STEPS_MAX as i64 + 5) {
        history.edit(&Edit::TokenPrice(Some(Money::whole(price))));
    }
    let mut steps = 0;
    while history.can_undo() {
        history.undo();
        steps += 1;
    }
    assert_eq!(steps, engine::plan::UNDO_STEPS_MAX);
}

/// A workspace as the first version saved it. It stays as it is: whatever comes later must open it.
const VERSION_1: &str = include_str!("../../../tests/data/workspace/version_1.flexgauge.json");

#[test]
fn a_workspace_file_gives_its_plan() {
    let check = |file: &str, plan: &str| {
        let text = plan_text_of(file).expect("a plan");
        assert_eq!(to_json(&from_json(&text).expect("valid")), plan, "{file}");
    };
    let none = "{\n  \"schema\": \"flexgauge.plan/1\"\n}\n";
    let before = FULL.replace(CSV_FIELD, "");
    check(VERSION_1, &before);
    check(&format!("\u{feff}{VERSION_1}"), &before);
    check(FULL, FULL);
    check(r#"{"schema": "flexgauge.workspace/1"}"#, none);
    check(r#"{"schema": "flexgauge.workspace/1", "plan": null, "more": [1]}"#, none);
    check(
        r#"{"schema": "flexgauge.workspace/1", "exports": [{"name": "a.csv", "bytes": 0, "gzip": ""}]}"#,
        none,
    );
    for (schema, words) in
        [("flexgauge.workspace/2", "newer Flexgauge"), ("flexgauge.workspace/x", "no version")]
    {
        let problems = plan_text_of(&format!(r#"{{"schema": "{schema}"}}"#)).expect_err(schema);
        assert!(problems[0].contains(words), "{problems:?}");
    }
}

#[test]
fn a_workspace_file_cut_short_gives_no_plan() {
    let ends = (0..VERSION_1.trim_end().len()).filter(|end| VERSION_1.is_char_boundary(*end));
    for end in ends {
        let read = plan_text_of(&VERSION_1[..end]).and_then(|text| from_json(&text));
        let problems = read.expect_err("cut short");
        assert!(problems[0].starts_with("The plan is not JSON"), "{end}: {problems:?}");
    }
}
