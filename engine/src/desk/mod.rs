//! The one thing that knows the data. The worker, the command line and the tests all drive it:
//! an [`Ask`] goes in, an [`Answer`] comes out.

mod alerts;
mod alerts_view;
mod ask;
mod budgets;
mod budgets_view;
mod drafts;
mod figure;
mod files;
mod files_view;
mod findings;
mod findings_view;
mod forecast;
mod forecast_view;
mod habit_desk;
mod habit_desk_view;
mod habits;
mod habits_view;
mod licence_lists;
mod licence_lists_view;
mod licences;
mod licences_view;
mod lookout;
mod overview;
mod parts;
mod purchase;
mod purchase_view;
mod purchase_ways;
mod reading;
mod recognition;
mod recognition_view;
mod review;
mod review_view;
mod rows;
mod then;
mod then_view;
mod usage;
mod usage_view;
mod views;

use crate::analysis::forecast::Kept;
use crate::analysis::licences::Licences;
use crate::analysis::{Report, SumsReport, work_out_charges};
use crate::export;
use crate::export::Names;
use crate::ingest::FileReader;
use crate::plan::{self, Plan};
use crate::usage::{Day, Log};

pub use alerts_view::*;
pub use ask::{Answer, Ask, Document, ExportKind};
pub use budgets_view::*;
pub use drafts::{DraftAsk, DraftKind, DraftView};
pub use figure::{Figure, Input, Query, Value};
pub use files_view::*;
pub use findings_view::*;
pub use forecast_view::*;
pub use habit_desk_view::*;
pub use habits_view::*;
pub use licence_lists_view::*;
pub use licences_view::*;
pub use purchase_view::*;
pub use reading::warm_up;
pub use recognition_view::*;
pub use review_view::*;
pub use then_view::*;
pub use usage_view::*;
pub use views::*;

/// Holds the log and the plan, and answers.
#[derive(Default)]
pub struct Desk {
    open: Option<FileReader>,
    log: Log,
    /// By file, what the log does not keep.
    files: Vec<files::FileKept>,
    /// Files were added since the log was last settled.
    unsettled: bool,
    plan: Plan,
    revision: u64,
    as_of: Option<Day>,
    /// Worked out when first asked for, and again after a change. The inner `None`: no use at all.
    report: Option<Option<Report>>,
    /// The plan changed since, only in what leaves pools, prices and what was paid as they are.
    is_behind: bool,
    /// The forecast's futures, which most changes of the plan leave as they are.
    kept: Kept,
    /// Worked out when first asked for; accepting a move leaves it standing.
    licences: Option<Licences>,
    /// What to look at, made when first asked for; kept as long as `licences` would be and the caps stay.
    lookout: Option<LookoutView>,
}

impl Desk {
    /// An empty desk.
    pub fn new() -> Desk {
        Desk::default()
    }

    /// Sets the last complete day; by default it is the last day in any row.
    pub fn set_as_of(&mut self, as_of: Option<Day>) {
        self.as_of = as_of;
        self.forget_answers();
    }

    /// Everything is worked out anew when it is asked for next.
    fn forget_answers(&mut self) {
        (self.report, self.licences, self.lookout) = (None, None, None);
    }

    /// Answers one ask.
    pub fn answer(&mut self, ask: Ask) -> Answer {
        match ask {
            Ask::Open { .. }
            | Ask::Expect { .. }
            | Ask::Slice(_)
            | Ask::Close
            | Ask::Abandon
            | Ask::Example => self.read(ask),
            Ask::Plan { revision, text } => self.take_plan(revision, &text),
            Ask::Overview => {
                self.work_out();
                Answer::Overview(Box::new(overview::overview(self.facts())))
            }
            Ask::Rows { query, first, count } => {
                self.work_out();
                Answer::Rows(rows::rows(self.facts(), query, first, count))
            }
            Ask::Usage(ask) => {
                self.of_use(|facts, report| Answer::Usage(Box::new(usage::usage(facts, report, ask))))
            }
            Ask::Compare(ask) => {
                self.of_use(|facts, report| Answer::Compare(Box::new(usage::compare(facts, report, ask))))
            }
            Ask::Lookout => self.look_out(),
            Ask::Forecast(ask) => self
                .of_use(|facts, report| Answer::Forecast(Box::new(forecast::forecast(facts, report, ask)))),
            Ask::FindingGroups => {
                self.settle();
                Answer::FindingGroups(findings::groups(&self.log))
            }
            Ask::Findings { kind, first, count } => {
                self.settle();
                Answer::Findings(findings::findings(&self.log, kind.as_deref(), first, count))
            }
            Ask::Habits(_) | Ask::Calculate(_) | Ask::Simulate(_) | Ask::Recognition(_) | Ask::Draft(_) => {
                self.answer_about_habits(ask)
            }
            Ask::Licences(ask) => {
                self.work_out_licences();
                Answer::Licences(Box::new(licences::licences(self.facts(), &ask)))
            }
            Ask::Purchase(ask) => {
                self.work_out_licences();
                self.of_use(|facts, report| {
                    Answer::Purchase(Box::new(purchase::purchase(facts, report, ask)))
                })
            }
            Ask::Review => {
                self.work_out_licences();
                self.of_use(|facts, report| Answer::Review(Box::new(review::review(facts, report))))
            }
            Ask::Clear
            | Ask::Questions
            | Ask::Mapping { .. }
            | Ask::Purchases
            | Ask::Sums
            | Ask::ChargeBack(_) => self.answer_about_files(ask),
            Ask::Export(kind) => self.export(kind, |_| Names::Shown),
            Ask::ExportHidden(kind) => self.export(kind, Names::hidden),
        }
    }

    fn answer_about_habits(&mut self, ask: Ask) -> Answer {
        // Only a draft tells what subscriptions would save.
        match ask {
            Ask::Draft(_) => self.work_out_licences(),
            _ => self.work_out(),
        }
        let facts = self.facts();
        match ask {
            Ask::Habits(ask) => Answer::Habits(Box::new(habits::habits(facts, &ask))),
            Ask::Calculate(ask) => Answer::Calculate(Box::new(habit_desk::calculate(facts, &ask))),
            Ask::Simulate(ask) => Answer::Simulate(Box::new(habit_desk::simulation(facts, &ask))),
            Ask::Recognition(ask) => Answer::Recognition(Box::new(recognition::recognition(facts, ask))),
            Ask::Draft(ask) => match drafts::draft(facts, &ask) {
                Some(draft) => Answer::Draft(Box::new(draft)),
                None => Answer::NoUse,
            },
            _ => Answer::Refused("this is not about habits".to_string()),
        }
    }

    fn answer_about_files(&mut self, ask: Ask) -> Answer {
        match ask {
            Ask::Clear => {
                (self.open, self.log) = (None, Log::default());
                self.forget_answers();
                self.files.clear();
                self.kept.forget_log();
                Answer::Cleared
            }
            Ask::Questions => {
                self.settle();
                Answer::Questions(files::questions(&self.log, &self.plan, &self.files))
            }
            Ask::Mapping { file, tried } => {
                match files::mapping(&self.log, &self.plan, &self.files, file, tried) {
                    Some(view) => Answer::Mapping(Box::new(view)),
                    None => Answer::Refused("there is no such file".to_string()),
                }
            }
            Ask::Purchases => Answer::Purchases(Box::new(files::purchases(&self.log, &self.plan))),
            Ask::Sums => {
                self.work_out();
                match SumsReport::of(&self.log, &self.plan) {
                    Some(sums) => Answer::Sums(Box::new(files::sums(self.facts(), &sums))),
                    None => Answer::NoUse,
                }
            }
            Ask::ChargeBack(by) => self
                .of_use(|facts, report| Answer::ChargeBack(Box::new(files::charge_back(facts, report, by)))),
            _ => Answer::Refused("this is not about files".to_string()),
        }
    }

    fn take_plan(&mut self, revision: u64, text: &str) -> Answer {
        match plan::from_json(text) {
            Ok(plan) => {
                self.is_behind = true;
                if !self.plan.has_same_licence_inputs(&plan) {
                    self.forget_answers();
                }
                if self.plan.caps != plan.caps {
                    self.lookout = None;
                }
                // Charges that are worked out hang on rates.
                self.unsettled |= self.log.has_charges_to_work_out()
                    && (self.plan.rates != plan.rates
                        || self.plan.aware_from_version != plan.aware_from_version);
                self.plan = plan;
                self.revision = revision;
                Answer::Planned { revision }
            }
            Err(problems) => Answer::PlanRefused(problems),
        }
    }

    fn settle(&mut self) {
        if self.unsettled {
            self.log.settle();
            work_out_charges(&mut self.log, &self.plan);
            self.unsettled = false;
            self.kept.forget_log();
            self.lookout = None;
        }
    }

    fn look_out(&mut self) -> Answer {
        self.work_out();
        if self.lookout.is_none() {
            let facts = self.facts();
            self.lookout = facts.report.map(|report| lookout::lookout(facts, report));
        }
        self.lookout.clone().map_or(Answer::NoUse, |view| Answer::Lookout(Box::new(view)))
    }

    fn work_out(&mut self) {
        self.settle();
        let (log, plan, kept) = (&self.log, &self.plan, &mut self.kept);
        match &mut self.report {
            None => self.report = Some(Report::with_kept(log, plan, self.as_of, kept)),
            Some(Some(report)) if self.is_behind => report.follow(log, plan, kept),
            Some(_) => {}
        }
        self.is_behind = false;
    }

    fn work_out_licences(&mut self) {
        self.work_out();
        if self.licences.is_none() {
            let report = self.report.as_ref().and_then(Option::as_ref);
            self.licences = report.map(|report| Licences::of(&self.log, &self.plan, report));
        }
    }

    /// A view that only a log with use has.
    fn of_use(&mut self, view: impl FnOnce(Facts<'_>, &Report) -> Answer) -> Answer {
        self.work_out();
        let facts = self.facts();
        match facts.report {
            Some(report) => view(facts, report),
            None => Answer::NoUse,
        }
    }

    fn facts(&self) -> Facts<'_> {
        Facts {
            log: &self.log,
            plan: &self.plan,
            revision: self.revision,
            report: self.report.as_ref().and_then(Option::as_ref),
            licences: self.licences.as_ref(),
        }
    }

    fn export(&mut self, kind: ExportKind, names: fn(&Log) -> Names) -> Answer {
        self.work_out();
        if kind != ExportKind::Findings {
            self.work_out_licences();
        }
        Answer::Document(self.document(kind, &names(&self.log)))
    }

    fn document(&self, kind: ExportKind, names: &Names) -> Document {
        let Facts { log, plan, report, licences, .. } = self.facts();
        let document = |name: &str, media_type: &str, bytes| Document {
            name: name.to_string(),
            media_type: media_type.to_string(),
            bytes,
        };
        const CSV: &str = "text/csv;charset=utf-8";
        const TEXT: &str = "text/plain;charset=utf-8";
        let list = |make: fn(&Log, &Plan, &Licences, &Names) -> Vec<u8>| {
            licences.map(|licences| make(log, plan, licences, names)).unwrap_or_default()
        };
        match kind {
            ExportKind::Results => document(
                "flexgauge-results.json",
                "application/json",
                export::results_json(log, plan, report, licences, names).into_bytes(),
            ),
            ExportKind::Findings => {
                document("flexgauge-left-out.csv", CSV, export::findings_csv(log, names, plan.csv))
            }
            ExportKind::ChargeBack(by) => document(
                "flexgauge-charge-back.csv",
                CSV,
                export::charge_back_csv(log, report, files::charge_to(by), plan),
            ),
            ExportKind::Months => document("flexgauge-months.csv", CSV, export::months_csv(report, plan)),
            ExportKind::Budgets => document("flexgauge-budgets.csv", CSV, export::budgets_csv(report, plan)),
            ExportKind::Moves => document("flexgauge-moves.csv", CSV, list(export::moves_csv)),
            ExportKind::MovesText => document(
                "flexgauge-moves.txt",
                TEXT,
                list(|l, p, x, n| export::moves_text(l, p, x, n).into_bytes()),
            ),
            ExportKind::Unassign => document("flexgauge-unassign.csv", CSV, list(export::unassign_csv)),
            ExportKind::Calendar => document(
                "flexgauge.ics",
                "text/calendar;charset=utf-8",
                export::calendar_ics(plan, report).into_bytes(),
            ),
            ExportKind::PurchaseText => document(
                "flexgauge-purchase.txt",
                TEXT,
                export::purchase_text(log, plan, report, licences).into_bytes(),
            ),
            ExportKind::UnassignText => document(
                "flexgauge-unassign.txt",
                TEXT,
                list(|l, p, x, n| export::unassign_text(l, p, x, n).into_bytes()),
            ),
        }
    }
}

/// What views are made from.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'a> {
    pub log: &'a Log,
    pub plan: &'a Plan,
    pub revision: u64,
    pub report: Option<&'a Report>,
    pub licences: Option<&'a Licences>,
}
