//! The report: one HTML file with the figures inside. It needs no script and refers to nothing; it is
//! built from the views, not from the screen.

mod parts;
mod sections;

use crate::chart::escape;
use crate::words::{findings, page};
use engine::desk::{ForecastView, LicencesView, Overview, PurchaseView};
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

/// The whole file. `text` is the user's own; an empty line begins a paragraph.
pub fn html(views: Views<'_>, sections: Sections, text: &str, hide: bool) -> String {
    let mut out = Page::new();
    let answers = views.overview.answers.as_ref();
    out.heading("Autodesk Flex tokens");
    if let Some(answers) = answers {
        out.soft(&findings::period_days(answers));
    }
    for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
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
    frame(&out.finish())
}

/// Named colours and system faces alone: the file stands by itself.
const STYLE: &str = "\
body { font: 11pt/1.45 system-ui, sans-serif; color: black; background: white; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.6em; margin: 0 } h2 { font-size: 1.25em; margin: 2em 0 .4em } h3 { font-size: 1em; margin: 1.2em 0 .3em }
p { margin: .3em 0 } .lead { font-weight: 600 } .soft { color: dimgray; font-size: .9em }
table { border-collapse: collapse; width: 100%; font-size: .92em; margin: .5em 0 }
th, td { text-align: left; padding: .2em .5em .2em 0; border-bottom: 1px solid lightgray; vertical-align: top }
.n { text-align: right; font-variant-numeric: tabular-nums } thead th { border-bottom-color: gray }
svg { max-width: 100%; height: auto; margin: .5em 0 }
@page { margin: 18mm } @media print { body { margin: 0; max-width: none; padding: 0 } h2, h3 { break-after: avoid } tr, svg { break-inside: avoid } }";

fn frame(body: &str) -> String {
    let title = escape("Autodesk Flex tokens");
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>\n{STYLE}\n</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
}
