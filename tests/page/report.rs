//! The report: everything in it comes from the views, and it needs nothing but itself.

use crate::support::{example, example_desk, golden, text};
use engine::desk::{
    Answer, Ask, ForecastAsk, ForecastView, LicenceShow, LicencesAsk, LicencesView, Overview, PurchaseView,
};
use flexgauge::report::{Sections, Views, html};
use std::sync::Arc;

struct All {
    overview: Arc<Overview>,
    licences: LicencesView,
    forecast: ForecastView,
    purchase: PurchaseView,
}

fn all() -> All {
    let plan = engine::example::plan();
    let mut desk = example_desk(plan.clone());
    let moves = LicencesAsk { count: 150, show: LicenceShow::Moves, ..LicencesAsk::default() };
    let Answer::Licences(licences) = desk.answer(Ask::Licences(moves)) else { panic!("licences") };
    let Answer::Forecast(forecast) = desk.answer(Ask::Forecast(ForecastAsk::default())) else {
        panic!("forecast")
    };
    All {
        overview: example().overview.expect("an overview"),
        licences: *licences,
        forecast: *forecast,
        purchase: crate::purchase::view_under(plan, None),
    }
}

impl All {
    fn views(&self) -> Views<'_> {
        Views {
            overview: &self.overview,
            licences: Some(&self.licences),
            forecast: Some(&self.forecast),
            purchase: Some(&self.purchase),
        }
    }
}

#[test]
fn the_report_of_the_example() {
    let all = all();
    let report = html(all.views(), Sections::default(), "For the board.\n\n<b>Mine</b> & yours", false);
    golden("tests/page/goldens/report.html", &report);
    let said = text(&report);
    for words in [
        "For the board.",
        "&lt;b&gt;Mine&lt;/b&gt; &amp; yours",
        "€120,750",
        "Tessel Marrow",
        "Move 10 people to subscriptions: saves €25,000 a year",
        "Eight of ten futures are empty between",
        "Buy 2,398 tokens by",
        "Buy 34,340 tokens for the term from",
        "34,340 tokens cost least",
        "Review use monthly open",
    ] {
        assert!(said.contains(words), "{words}");
    }
    assert_eq!(report.matches("<svg").count(), 3, "months, fan, curve");
}

#[test]
fn it_runs_nothing_and_refers_to_nothing() {
    let report = html(all().views(), Sections::default(), "", false);
    let bare = report.replace("http://www.w3.org/2000/svg", "");
    for word in [
        "<script",
        "javascript:",
        "http:",
        "https:",
        "src=",
        "href=",
        "url(",
        "@import",
        "<link",
        "<iframe",
        " on",
    ] {
        // Of attributes that run something there is none; in a sentence ` on` may stand.
        let found = if word == " on" {
            bare.contains(" onclick") || bare.contains(" onload")
        } else {
            bare.contains(word)
        };
        assert!(!found, "{word}");
    }
}

#[test]
fn hidden_names_are_nowhere_in_it() {
    let report = html(all().views(), Sections::default(), "", true);
    assert!(report.contains("Person 0"));
    for part in ["brickline", "Tessel", "Marrow", "Quill", "Ashgrove", "@"] {
        let bare = report.replace("@page", "").replace("@media", "");
        assert!(!bare.contains(part), "{part}");
    }
}

#[test]
fn sections_can_be_left_out() {
    let all = all();
    let none = Sections { cost: false, licences: false, forecast: false, purchase: false };
    let empty = html(all.views(), none, "", false);
    assert!(!empty.contains("<h2>") && !empty.contains("<svg"));
    let forecast = html(all.views(), Sections { forecast: true, ..none }, "", false);
    assert_eq!(forecast.matches("<h2>").count(), 1);
}
