//! What is open and what is asked: the page's own state beside the session's.

use super::pager::PAGE_ROWS;
use super::place::Place;
use super::usage::Scope;
use crate::browser::{dialog, page};
use crate::session::Session;
use engine::desk::{Answer, Ask, Figure, MappingView, RowsView};
use engine::usage::Mapping;
use leptos::prelude::*;

/// The id of the dialog that answers *why?*.
pub const WHY_ID: &str = "why";
/// The id of the guide.
pub const GUIDE_ID: &str = "guide";
/// The id of the drawer.
pub const PLAN_ID: &str = "plan";
/// The id of the hidden file input.
pub const FILE_INPUT_ID: &str = "file-input";
/// The id of the dialog that says how to check that nothing is sent.
pub const PROOF_ID: &str = "proof";

/// The id of the mapping screen.
pub const MAPPING_ID: &str = "mapping";

/// A figure that is asked *why*.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What it is, for the heading.
    pub subject: String,
    /// The figure.
    pub figure: Figure,
}

/// What is open. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Ui {
    /// The place that is shown.
    pub place: RwSignal<Place>,
    /// The figure that is asked *why*.
    pub why: RwSignal<Option<Asked>>,
    /// The rows behind it, a page of them; `None` until the desk has answered.
    pub rows: RwSignal<Option<RowsView>>,
    /// The mapping screen's file, as the desk saw it last; `None` while the screen is closed.
    pub mapping: RwSignal<Option<MappingView>>,
    /// The drawer is open.
    pub drawer: RwSignal<bool>,
    /// The guide was asked for, so that it is drawn.
    pub guide: RwSignal<bool>,
    /// Files hang over the window.
    pub hovering: RwSignal<bool>,
    /// A dialog is open over the page.
    pub modal: RwSignal<bool>,
    /// What of the use is looked at: kept when the place is left, until the data is another.
    pub usage: Scope,
}

impl Default for Ui {
    fn default() -> Ui {
        Ui {
            place: RwSignal::new(Place::default()),
            why: RwSignal::new(None),
            rows: RwSignal::new(None),
            mapping: RwSignal::new(None),
            drawer: RwSignal::new(false),
            guide: RwSignal::new(false),
            hovering: RwSignal::new(false),
            modal: RwSignal::new(false),
            usage: Scope::default(),
        }
    }
}

impl Ui {
    /// The page's.
    pub fn get() -> Ui {
        expect_context::<Ui>()
    }

    /// Opens *why?* for a figure. For handlers.
    pub fn ask_why(self, session: Session, subject: String, figure: Figure) {
        self.rows.set(None);
        self.why.set(Some(Asked { subject, figure }));
        self.turn_rows(session, 0);
        self.open_dialog(WHY_ID);
    }

    /// Asks for the rows behind the figure from one on. For handlers.
    pub fn turn_rows(self, session: Session, first: u64) {
        let asked =
            self.why.with_untracked(|asked| asked.as_ref().and_then(|asked| asked.figure.proof.clone()));
        let Some(query) = asked else { return };
        let ask = Ask::Rows { query: query.clone(), first, count: PAGE_ROWS };
        session.ask(&ask, move |answer| {
            // Another figure may be asked by now.
            let still = self.why.with_untracked(|asked| {
                asked.as_ref().and_then(|asked| asked.figure.proof.as_ref()) == Some(&query)
            });
            if let (Answer::Rows(rows), true) = (answer, still) {
                self.rows.set(Some(rows));
            }
        });
    }

    /// Opens the mapping screen of a file, by its place in the order of loading. For handlers.
    pub fn open_mapping(self, session: Session, file: u32) {
        session.ask(&Ask::Mapping { file, tried: None }, move |answer| {
            if let Answer::Mapping(view) = answer {
                self.mapping.set(Some(*view));
                self.open_dialog(MAPPING_ID);
            }
        });
    }

    /// Tries another mapping on the mapping screen's file. For handlers.
    pub fn try_mapping(self, session: Session, change: impl FnOnce(&MappingView) -> Mapping) {
        let Some(view) = self.mapping.get_untracked() else { return };
        let tried = change(&view);
        let file = view.file;
        // Known at once, so that the next change does not forget this one.
        self.mapping.set(Some(MappingView { mapping: tried.clone(), ..view }));
        session.ask(&Ask::Mapping { file, tried: Some(tried) }, move |answer| {
            let Answer::Mapping(seen) = answer else { return };
            // Another file may be on the screen by now, or another mapping be tried.
            let still = self.mapping.with_untracked(|view| {
                view.as_ref().is_some_and(|view| view.file == seen.file && view.mapping == seen.mapping)
            });
            if still {
                self.mapping.set(Some(*seen));
            }
        });
    }

    /// Opens the guide. For handlers.
    pub fn open_guide(self) {
        self.guide.set(true);
        self.open_dialog(GUIDE_ID);
    }

    /// Opens a dialog. For handlers.
    pub fn open_dialog(self, id: &str) {
        self.modal.set(true);
        dialog::open(id);
    }

    /// Opens the drawer and gives a field in it the focus, once it is drawn. For handlers.
    pub fn open_drawer(self, focus: &'static str) {
        self.drawer.set(true);
        crate::browser::clock::after(0, move || page::focus(focus));
    }

    /// Closes the drawer and gives the button that opens it the focus. For handlers.
    pub fn close_drawer(self) {
        self.drawer.set(false);
        page::focus("open-plan");
    }
}
