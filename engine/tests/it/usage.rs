//! The Usage place, asked through the desk.

use crate::sheet::{day, every_day};
use engine::desk::{Answer, Ask, CompareAsk, Cut, Desk, LookoutView, Query, UsageAsk, UsageView, Value, Who};
use engine::usage::Tokens;

/// A desk with one file: the rows of a sheet, as an export.
fn desk(sheet: &str, plan_fields: &str) -> Desk {
    let mut csv = String::from("day_used,email,product,tokens_used,team,version\n");
    for line in sheet.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let team = cells.get(4).unwrap_or(&"");
        let version = cells.get(5).unwrap_or(&"");
        csv += &format!(
            "{},{}@firm.example,{},{},{team},{version}\n",
            day(cells[0]),
            cells[1],
            cells[2],
            cells[3]
        );
    }
    let mut desk = Desk::new();
    desk.answer(Ask::Open { name: "sheet.csv".into() });
    desk.answer(Ask::Slice(csv.into_bytes()));
    desk.answer(Ask::Close);
    let comma = if plan_fields.is_empty() { "" } else { "," };
    let text = format!("{{\"schema\": \"flexgauge.plan/1\"{comma}{plan_fields}}}");
    assert_eq!(desk.answer(Ask::Plan { revision: 1, text }), Answer::Planned { revision: 1 });
    desk
}

fn usage(desk: &mut Desk, filter: Query, cut: Cut) -> UsageView {
    match desk.answer(Ask::Usage(UsageAsk { filter, cut, first: 0, count: 500 })) {
        Answer::Usage(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn lookout(desk: &mut Desk) -> LookoutView {
    match desk.answer(Ask::Lookout) {
        Answer::Lookout(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn tokens(value: Option<Value>) -> Tokens {
    match value {
        Some(Value::Tokens(tokens)) => tokens,
        other => panic!("{other:?}"),
    }
}

fn names(view: &UsageView) -> Vec<(String, f64, f64)> {
    view.parts
        .iter()
        .map(|part| {
            let name = match &part.part.who {
                Who::Name(name) => name.clone(),
                Who::Person(person) => person.id.clone(),
            };
            (name, tokens(part.part.tokens.value).to_f64(), part.running_share)
        })
        .collect()
}

const SHEET: &str = "03-02 ada AutoCAD 7 North 2026
                     03-02 ada Revit 10 North 2025
                     03-03 ben Revit 10 South 2026
                     04-01 ben AutoCAD 7 South 2026
                     04-02 cay AutoCAD 7 South 2024";

#[test]
fn every_cut_of_every_filter_adds_up() {
    let mut desk = desk(SHEET, "");
    let filters = [
        Query::default(),
        Query { person: Some("ben@firm.example".into()), ..Query::default() },
        Query { product: Some("AutoCAD".into()), ..Query::default() },
        Query { team: Some("South".into()), version: Some("2026".into()), ..Query::default() },
        Query { from: Some(day("03-03")), to: Some(day("04-01")), ..Query::default() },
        Query { person: Some("nobody".into()), ..Query::default() },
    ];
    for filter in filters {
        for cut in [Cut::Product, Cut::Person, Cut::Team, Cut::Version] {
            let view = usage(&mut desk, filter.clone(), cut);
            let whole = tokens(view.tokens.value);
            let of_parts: Tokens = view.parts.iter().map(|part| tokens(part.part.tokens.value)).sum();
            assert_eq!(of_parts, whole, "{filter:?} {cut:?}");
            assert_eq!(view.days.iter().copied().sum::<Tokens>(), whole);
            assert_eq!(view.months.iter().map(|month| month.tokens).sum::<Tokens>(), whole);
            for month in &view.months {
                assert_eq!(month.stacked.iter().copied().sum::<Tokens>(), month.tokens);
            }
            // The rows behind every part are the part.
            for part in &view.parts {
                let query = part.part.tokens.proof.clone().expect("rows");
                let Answer::Rows(rows) = desk.answer(Ask::Rows { query, first: 0, count: 500 }) else {
                    panic!("rows")
                };
                assert_eq!(rows.tokens, tokens(part.part.tokens.value), "{filter:?} {:?}", part.part.who);
            }
        }
    }
}

#[test]
fn parts_come_largest_first_with_a_running_share() {
    let view = usage(&mut desk(SHEET, ""), Query::default(), Cut::Person);
    let shares: Vec<(String, f64)> =
        names(&view).into_iter().map(|(name, tokens, _)| (name, tokens)).collect();
    assert_eq!(
        shares,
        [
            ("ada@firm.example".into(), 17.0),
            ("ben@firm.example".into(), 17.0),
            ("cay@firm.example".into(), 7.0)
        ]
    );
    assert!((view.parts[1].running_share - 34.0 / 41.0).abs() < 1e-12);
    let mut desk = desk(SHEET, "");
    let Answer::Usage(page) =
        desk.answer(Ask::Usage(UsageAsk { filter: Query::default(), cut: Cut::Person, first: 1, count: 1 }))
    else {
        panic!("usage")
    };
    assert_eq!((page.total_parts, page.parts.len()), (3, 1));
    assert_eq!(page.parts[0], view.parts[1]);
}

#[test]
fn months_are_compared_at_equal_working_days() {
    // March 2026 has 22 working days, April 22 less a holiday.
    let mut desk = desk(SHEET, r#""holidays": ["2026-04-06"]"#);
    let Answer::Compare(view) = desk.answer(Ask::Compare(CompareAsk {
        filter: Query::default(),
        before: (day("03-01"), day("03-31")),
        after: (day("04-01"), day("04-30")),
    })) else {
        panic!("compare")
    };
    assert_eq!((view.before.working_days, view.after.working_days), (22, 21));
    assert_eq!(tokens(view.expected.value), Tokens::whole(27).scale_rounded(21, 22));
    let changes: Vec<(Who, f64)> =
        view.by_product.iter().map(|c| (c.who.clone(), (c.after - c.before).to_f64())).collect();
    assert_eq!(changes, [(Who::Name("Revit".into()), -20.0), (Who::Name("AutoCAD".into()), 7.0)]);
    assert_eq!(view.by_person.len(), 3);
}

#[test]
fn what_to_look_at_is_listed_with_its_rows() {
    let sheet = every_day("01-05", 120, "ada AutoCAD 7 North")
        + "03-11 ben Revit 90 North\n03-12 ben AutoCAD 7 South\n01-06 cay Revit 10 South\n";
    let mut desk = desk(&sheet, r#""caps": {"user_per_day": 50, "pool_per_day": 95}"#);
    let view = lookout(&mut desk);
    assert_eq!(view.spikes.len(), 1);
    assert_eq!((view.spikes[0].day, tokens(view.spikes[0].tokens.value)), (day("03-11"), Tokens::whole(97)));
    assert!(matches!(&view.spikes[0].people[0].who, Who::Person(person) if person.id == "ben@firm.example"));
    let caps: Vec<bool> = view.caps.iter().map(|cap| cap.person.is_some()).collect();
    assert_eq!(caps, [false, true]);
    let inactive: Vec<&str> = view.inactive.iter().map(|(person, _)| person.id.as_str()).collect();
    assert_eq!(inactive, ["cay@firm.example"]);
    assert_eq!(view.several_teams.len(), 1);
    assert_eq!(view.several_teams[0].1, ["North", "South"]);
    let revit = view.rates.iter().find(|rate| rate.product == "Revit").expect("Revit");
    assert_eq!(revit.shipped, Some(Tokens::whole(10)));
    assert_eq!(view.climbs, []);
}

#[test]
fn an_empty_desk_has_nothing_to_show() {
    let mut desk = Desk::new();
    assert_eq!(desk.answer(Ask::Lookout), Answer::NoUse);
    let Answer::Overview(view) = desk.answer(Ask::Overview) else { panic!("overview") };
    assert_eq!(view.answers, None);
    assert_eq!(view.read.rows, 0);
}
