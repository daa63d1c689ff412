//! Saving the report: its views are asked for one after the other, then the file is made.

use super::store::Session;
use crate::browser::download;
use crate::report::{self, REPORT_FILE, Sections, Views};
use engine::desk::{Answer, Ask, ForecastAsk, LICENCE_ROWS_MAX, LicenceShow, LicencesAsk, PurchaseAsk};

impl Session {
    /// Saves the report with these sections and the user's own text.
    pub fn save_report(self, sections: Sections, text: String) {
        let Some(overview) = self.overview() else { return };
        let (hide, today) = self.hidden_and_today();
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
                    let html = report::html(views, sections, &text, hide);
                    download::save(REPORT_FILE, "text/html;charset=utf-8", html.as_bytes());
                });
            });
        });
    }
}
