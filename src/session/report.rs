//! The report: its views are asked for one after the other, then the file is made, or the paper.

use super::store::Session;
use crate::browser::{download, paper};
use crate::report::{self, CLASS, REPORT_FILE, Sections, Views, Wish};
use crate::words::review as words;
use engine::desk::{Answer, Ask, ForecastAsk, LICENCE_ROWS_MAX, LicenceShow, LicencesAsk, PurchaseAsk};

impl Session {
    /// Saves the report with these sections and the user's own text.
    pub fn save_report(self, sections: Sections, text: String) {
        self.report(sections, text, |views, wish| {
            download::save(REPORT_FILE, "text/html;charset=utf-8", report::html(views, wish).as_bytes());
        });
    }

    /// Opens the browser's print dialog on the same.
    pub fn print_report(self, sections: Sections, text: String) {
        self.report(sections, text, |views, wish| {
            paper::print(&report::body(views, wish), CLASS, words::REPORT_TITLE);
        });
    }

    fn report(self, sections: Sections, text: String, then: impl FnOnce(Views<'_>, &Wish) + 'static) {
        let Some(overview) = self.overview() else { return };
        let (hide, today) = self.hidden_and_today();
        let wish = Wish { sections, text, hide, made: today, waiting: self.rows_waiting() };
        let moves =
            LicencesAsk { count: LICENCE_ROWS_MAX, show: LicenceShow::Moves, ..LicencesAsk::default() };
        self.ask(&Ask::Licences(moves), move |licences| {
            self.ask(&Ask::Forecast(ForecastAsk::default()), move |forecast| {
                self.ask(&Ask::Purchase(PurchaseAsk { pool: 0, today }), move |purchase| {
                    let views = Views {
                        overview: &overview,
                        licences: match &licences {
                            Answer::Licences(view) => Some(view),
                            _ => None,
                        },
                        forecast: match &forecast {
                            Answer::Forecast(view) => Some(view),
                            _ => None,
                        },
                        purchase: match &purchase {
                            Answer::Purchase(view) => Some(view),
                            _ => None,
                        },
                    };
                    then(views, &wish);
                });
            });
        });
    }
}
