//! The report: everything in it comes from the views, and it needs nothing but itself.

use crate::support::{example, example_desk, golden, text};
use engine::desk::{
    Answer, Ask, ForecastAsk, ForecastView, LicenceShow, LicencesAsk, LicencesView, Overview, PurchaseView,
};
use flexgauge::report::{Sections, Views, Wish, body, html};
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

fn wish(text: &str, hide: bool) -> Wish {
    Wish { text: text.to_string(), hide, made: engine::usage::Day::from_ymd(2026, 11, 3), ..Wish::default() }
}

#[test]
fn the_report_of_the_example() {
    let all = all();
    let report = html(all.views(), &wish("For the board.\n\n<b>Mine</b> & yours", false));
    golden("tests/page/goldens/report.html", &report);
    let said = text(&report);
    for words in [
        "Rows from 1 Nov 2025 to 31 Oct 2026. Made on 3 Nov 2026.",
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
    let report = html(all().views(), &wish("", false));
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
    let report = html(all().views(), &wish("", true));
    assert!(report.contains("Person 0"));
    for part in ["brickline", "Tessel", "Marrow", "Quill", "Ashgrove", "@"] {
        let bare = report.replace("@page", "").replace("@media", "").replace("@bottom", "");
        assert!(!bare.contains(part), "{part}");
    }
}

#[test]
fn sections_can_be_left_out() {
    let all = all();
    let none = Sections { cost: false, licences: false, forecast: false, purchase: false };
    let empty = html(all.views(), &Wish { sections: none, ..Wish::default() });
    assert!(!empty.contains("<h2>") && !empty.contains("<svg"));
    let sections = Sections { forecast: true, ..none };
    let forecast = html(all.views(), &Wish { sections, ..Wish::default() });
    assert_eq!(forecast.matches("<h2>").count(), 1);
}

#[test]
fn rows_that_wait_are_said() {
    let all = all();
    let told = |waiting| html(all.views(), &Wish { waiting, ..Wish::default() });
    assert!(told(7).contains("rows wait for an answer and are not counted until then."));
    assert!(!told(0).contains("wait for an answer"));
}

#[test]
fn what_the_page_prints_is_what_the_file_holds() {
    let (all, wish) = (all(), wish("For the board.", true));
    let (html, body) = (html(all.views(), &wish), body(all.views(), &wish));
    assert!(html.contains(&format!("<body class=\"report\">\n{body}</body>")));
    // The page's policy blocks what a style attribute says, and its styles know these classes.
    for bad in ["style=", "class=\"chart", "<style", "<button"] {
        assert!(!body.contains(bad), "{bad}");
    }
}
