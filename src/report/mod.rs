//! The report: one HTML file with the figures inside, or the same on paper. It needs no script and
//! refers to nothing; it is built from the views, not from the screen.

mod parts;
mod sections;

use crate::chart::escape;
use crate::words::{page, questions, review as words};
use engine::desk::{ForecastView, LicencesView, Overview, PurchaseView};
use engine::usage::Day;
use parts::Page;

/// The name it is saved under.
pub const REPORT_FILE: &str = "flexgauge-report.html";

/// What is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sections {
    /// Cost, by product, person and month.
    pub cost: bool,
    /// Who would be cheaper on a subscription.
    pub licences: bool,
    /// When the tokens run out.
    pub forecast: bool,
    /// What to buy.
    pub purchase: bool,
}

impl Default for Sections {
    fn default() -> Sections {
        Sections { cost: true, licences: true, forecast: true, purchase: true }
    }
}

/// The views it is built from. What is missing leaves its section out.
#[derive(Clone, Copy, Debug)]
pub struct Views<'a> {
    /// Cost and pools.
    pub overview: &'a Overview,
    /// Moves.
    pub licences: Option<&'a LicencesView>,
    /// The fan.
    pub forecast: Option<&'a ForecastView>,
    /// What to buy.
    pub purchase: Option<&'a PurchaseView>,
}

/// What is wished of it beside the views.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// What is in it.
    pub sections: Sections,
    /// The user's own text; an empty line begins a paragraph.
    pub text: String,
    /// Names are hidden.
    pub hide: bool,
    /// The day it is made on; the example knows none.
    pub made: Option<Day>,
    /// The rows that wait for an answer.
    pub waiting: u64,
}

/// The whole file.
pub fn html(views: Views<'_>, wish: &Wish) -> String {
    frame(&body(views, wish))
}

/// What the file holds and what is printed from the page: HTML without a frame, made to stand in
/// something of the class [`CLASS`].
pub fn body(views: Views<'_>, wish: &Wish) -> String {
    let (sections, hide) = (wish.sections, wish.hide);
    let mut out = Page::new();
    let answers = views.overview.answers.as_ref();
    out.heading(words::REPORT_TITLE);
    if let Some(answers) = answers {
        out.soft(&words::report_days(answers, wish.made));
    }
    if let Some(waiting) = questions::waiting(wish.waiting, views.overview.read.rows) {
        out.text(&waiting);
    }
    for paragraph in wish.text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        out.text(paragraph);
    }
    if let (true, Some(answers)) = (sections.cost, answers) {
        sections::cost(&mut out, answers, &views.overview.currency, hide);
    }
    if let (true, Some(view)) = (sections.licences, views.licences) {
        sections::licences(&mut out, view, hide);
    }
    if let (true, Some(view)) = (sections.forecast, views.forecast) {
        sections::forecast(&mut out, view);
    }
    if let (true, Some(view)) = (sections.purchase, views.purchase) {
        sections::purchase(&mut out, view);
    }
    out.soft(&format!("Made with {}. {}", page::NAME, page::INDEPENDENT));
    out.finish()
}

/// The class of what it stands in.
pub const CLASS: &str = "report";

/// Its styles, which the page has too: what is printed from there looks like the file.
const STYLE: &str = include_str!("../../style/report.css");

fn frame(body: &str) -> String {
    let title = escape(words::REPORT_TITLE);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body class=\"{CLASS}\">\n{body}</body>\n</html>\n"
    )
}
