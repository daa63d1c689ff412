//! *Now → then*: the same as if it had always been so, on the same random numbers.

mod band;
mod kept;
mod laws;

use crate::forecast::{office, sheet};
use crate::sheet::{day, every_day, log, plan};
use engine::analysis::purchase::Purchase;
use engine::analysis::{Report, Then};
use engine::plan::Plan;
use engine::usage::Tokens;

const FIELDS: &str = r#""token_price": 3, "term_start": "2026-01-01", "term_end": "2026-12-31",
    "packs": [{"tokens": 4000, "price": 12000, "start": "2026-01-01", "end": "2026-12-31"}],
    "offers": [{"name": "AutoCAD", "price_per_year": 2000}]"#;

fn moved(fields: &str, user: &str) -> Plan {
    plan(&format!(r#"{fields}, "moves": [{{"user": "{user}@firm.example", "offers": ["AutoCAD"]}}]"#))
}

#[test]
fn without_a_what_if_there_is_no_then() {
    let log = log(&[&every_day("01-01", 200, "ada AutoCAD 7")]);
    for (fields, there) in [
        ("", false),
        (r#", "habits": {"several_products": 0}"#, false),
        (r#", "moves": [{"user": "ada@firm.example", "offers": []}]"#, false),
        (r#", "habits": {"several_products": 0.5}"#, true),
        (r#", "moves": [{"user": "ada@firm.example", "offers": ["AutoCAD"]}]"#, true),
    ] {
        let plan = plan(&format!("{FIELDS}{fields}"));
        let report = Report::of(&log, &plan, None).expect("use");
        assert_eq!(Then::of(&plan, &report).is_some(), there, "{fields}");
    }
}

#[test]
fn a_moved_person_is_as_if_never_there() {
    // Two people with the same noise: what is left of both is what one alone shows.
    let of = |name: &str| {
        sheet("01-01", office("01-01", 200, 20.0, 0.4, 7)).replace(" ada ", &format!(" {name} "))
    };
    let both = log(&[&format!("{}{}", of("ada"), of("bob"))]);
    let alone = log(&[&of("ada")]);
    let plan = moved(FIELDS, "bob");
    let without = crate::sheet::plan(FIELDS);
    let (report, expected) =
        (Report::of(&both, &plan, None).expect("use"), Report::of(&alone, &without, None).expect("use"));
    let then = Then::of(&plan, &report).expect("a what-if");
    let cost = then.cost(&both, &plan, &report);
    assert_eq!((cost.tokens, cost.amount), (expected.cost.tokens, expected.cost.amount));
    assert_eq!(cost.charges, expected.cost.charges);
    // The future: half of every path. The balance differs, since what bob used is used.
    let balance = report.pools[0].balance().expect("a balance");
    let fields =
        format!(r#"{FIELDS}, "balances": [{{"day": "2026-07-19", "tokens": {}}}]"#, balance.to_f64());
    let plan_alone = crate::sheet::plan(&fields);
    let expected = Report::of(&alone, &plan_alone, Some(day("07-19"))).expect("use");
    let report = Report::of(&both, &plan, Some(day("07-19"))).expect("use");
    let then = Then::of(&plan, &report).expect("a what-if");
    let changed = &then.pools(&plan, &report)[0];
    let found = changed.outlook.as_ref().expect("an outlook").run_out;
    assert_eq!(found, *expected.forecasts[0].run_out_now().expect("a run-out"));
    let bought = Purchase::of(&plan, &report, Some(&then));
    let alone = Purchase::of(&plan_alone, &expected, None);
    let tokens = |purchase: &Purchase| purchase.renewal.as_ref().expect("a renewal").tokens.to_f64();
    assert_eq!(bought.true_up.expect("a true-up").tokens, alone.true_up.expect("a true-up").tokens);
    assert!((tokens(&bought) - tokens(&alone)).abs() <= 1.0, "{} {}", tokens(&bought), tokens(&alone));
}

#[test]
fn a_busy_period_needs_more_and_saves_nothing() {
    let log = log(&[&every_day("01-01", 200, "ada AutoCAD 7")]);
    let busy = r#""busy": [{"name": "tender", "from": "2026-08-01", "to": "2026-08-10", "percent": 100}]"#;
    let plan = plan(&format!("{FIELDS}, {busy}").replace("4000", "2000"));
    let report = Report::of(&log, &plan, None).expect("use");
    let then = Then::of(&plan, &report).expect("a what-if");
    assert_eq!(then.tokens_per_year(0, &report), Some(Tokens::whole(70)));
    let tokens = |then| Purchase::of(&plan, &report, then).true_up.expect("a true-up").tokens;
    assert_eq!((tokens(None), tokens(Some(&then))), (Tokens::whole(555), Tokens::whole(625)));
}

#[test]
fn moves_are_linear() {
    let sheet: String =
        ["ada", "bob", "cy"].iter().map(|who| every_day("01-01", 200, &format!("{who} AutoCAD 7"))).collect();
    let log = log(&[&sheet]);
    let tokens = |users: &[&str]| {
        let moves: Vec<String> = users
            .iter()
            .map(|user| format!(r#"{{"user": "{user}@firm.example", "offers": ["AutoCAD"]}}"#))
            .collect();
        let plan = plan(&format!(r#"{FIELDS}, "moves": [{}]"#, moves.join(",")));
        let report = Report::of(&log, &plan, None).expect("use");
        let then = Then::of(&plan, &report).expect("a what-if");
        then.tokens_per_year(0, &report).expect("a year").to_f64()
    };
    assert_eq!(tokens(&["ada"]), -2_555.0);
    assert_eq!(tokens(&["ada"]) + tokens(&["bob", "cy"]), tokens(&["ada", "bob", "cy"]));
}
