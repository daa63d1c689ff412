//! The SVG text of each chart, and the models behind them.

use crate::support::{day, example, golden};
use flexgauge::chart::{
    self, BalanceModel, Bar, GaugeModel, Ink, Key, Mark, MonthsModel, Picture, Role, Size, alone,
};
use flexgauge::ui::{balance, gauge, months};

fn picture(size: Size, ink: Ink) -> Picture<'static> {
    Picture { id: "test", title: "A <title>", description: "What it shows", ink, size }
}

fn plain(value: f64) -> String {
    format!("{value:.0}")
}

fn balance_model() -> BalanceModel {
    BalanceModel {
        actual_from: day(2026, 1, 1),
        actual: (0..200).map(|i| 40_000.0 - f64::from(i) * 118.0).collect(),
        ahead_from: day(2026, 1, 1).plus(200),
        ahead: (1..=139).map(|i| 16_518.0 - f64::from(i) * 118.0).collect(),
        fan: Vec::new(),
        shades: Vec::new(),
        to: day(2026, 12, 31),
        marks: vec![
            Mark { day: day(2026, 7, 19), label: "19 Jul 2026".into(), strong: false },
            Mark { day: day(2026, 12, 5), label: "out 5 Dec 2026".into(), strong: true },
            Mark { day: day(2026, 12, 31), label: "renewal".into(), strong: false },
        ],
        lapses: vec![day(2026, 10, 31)],
        tokens: plain,
        month: |day| day.to_string()[5..7].to_string(),
    }
}

fn months_model() -> MonthsModel {
    let bar = |label: &str, tokens: f64, partial: bool| Bar { label: label.into(), tokens, partial };
    MonthsModel {
        bars: vec![
            bar("<Nov>", 3_200.0, true),
            bar("Dec", 2_700.0, false),
            bar("2026", 4_100.0, false),
            bar("Feb", -20.0, false),
        ],
        tokens: plain,
    }
}

#[test]
fn balance_wide() {
    golden(
        "tests/page/goldens/balance-wide.svg",
        &chart::balance(&balance_model(), &picture(Size::Wide, Ink::Classes)),
    );
}

#[test]
fn balance_narrow() {
    golden(
        "tests/page/goldens/balance-narrow.svg",
        &chart::balance(&balance_model(), &picture(Size::Narrow, Ink::Classes)),
    );
}

#[test]
fn balance_for_a_picture() {
    let svg = chart::balance(&balance_model(), &picture(Size::Wide, Ink::Baked));
    golden("tests/page/goldens/balance-baked.svg", &svg);
    assert!(svg.contains("xmlns"));
    assert!(svg.contains("stroke=\"#"));
}

#[test]
fn months_as_bars() {
    let svg = chart::months(&months_model(), &picture(Size::Wide, Ink::Classes));
    golden("tests/page/goldens/months.svg", &svg);
    assert!(svg.contains("&lt;Nov&gt;"));
}

#[test]
fn a_gauge_that_is_short() {
    let model = GaugeModel { full: 40_000.0, left: 14_310.0, needed: Some(18_054.0) };
    assert!(model.is_short());
    golden("tests/page/goldens/gauge.svg", &chart::gauge(&model, &picture(Size::Wide, Ink::Classes)));
}

#[test]
fn charts_of_nothing_are_drawn_too() {
    let none = MonthsModel { bars: Vec::new(), tokens: plain };
    assert!(chart::months(&none, &picture(Size::Wide, Ink::Classes)).contains("</svg>"));
    let empty = BalanceModel { actual: Vec::new(), ahead: Vec::new(), marks: Vec::new(), ..balance_model() };
    assert!(chart::balance(&empty, &picture(Size::Narrow, Ink::Classes)).contains("</svg>"));
    let gauge = GaugeModel { full: 0.0, left: 0.0, needed: None };
    assert!(chart::gauge(&gauge, &picture(Size::Wide, Ink::Classes)).contains("</svg>"));
}

#[test]
fn the_example_gives_models_of_its_balance_months_and_gauge() {
    let state = example();
    let overview = state.overview.expect("answers");
    let answers = overview.answers.as_ref().expect("answers");
    let model = balance::model(&answers.pools[0]).expect("a balance");
    assert_eq!(model.actual_from, answers.first_day);
    assert!(model.marks.iter().any(|mark| mark.label == "renewal"));
    assert_eq!(months::model(&answers.cost.by_month).bars.len(), 12);
    let gauge = gauge::model(&answers.pools[0]).expect("a gauge");
    assert!(gauge.left > 0.0 && gauge.needed.is_some());
    let table = balance::month_ends(answers.pools[0].chart.as_ref().expect("a chart"));
    assert!(table.len() < 30, "{}", table.len());
}

#[test]
fn a_picture_that_leaves_the_page() {
    let key = |role, label: &str| Key { role, label: label.to_string() };
    let keys = [
        key(Role::Actual, "as it was"),
        key(Role::Ahead, "at <the> pace"),
        key(Role::FanOuter, "eight of ten futures stay in here, as far as anybody can tell"),
        key(Role::Came, "what came"),
    ];
    let drawn = chart::balance(&balance_model(), &picture(Size::Wide, Ink::Baked));
    let finding = "The tokens run out on 5 Dec 2026, which is 26 days before the renewal & long before anybody \
                   thought they would.";
    let alone = alone(&drawn, finding, &keys);
    golden("tests/page/goldens/picture-alone.svg", &alone);
    assert_eq!((alone.matches("<svg").count(), alone.matches("</svg>").count()), (2, 2));
    // Twice as large as drawn, on white, and without a word for the page's styles.
    assert!(alone.contains(" width=\"1344\"") && !alone.contains("class="), "{alone}");
    // The finding needs two lines, the legend two.
    assert_eq!(alone.matches("font-size=\"14\"").count(), 2);
}
