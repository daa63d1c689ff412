//! The state as signals, and the doing of what it asks for.

use super::event::{Command, Event};
use super::state::{Content, State};
use super::workspace::{WORKSPACE_BYTES_MAX, WORKSPACE_FILE};
use crate::browser::files::{self, Fed, Feeding, PickedFile};
use crate::browser::worker_link::{self, Death, WorkerLink};
use crate::browser::{clipboard, clock, download, leaving, packing, panic};
use crate::words::reading;
use engine::desk::{Answer, Answers, Ask, ExportKind, Overview};
use engine::plan::Plan;
use engine::usage::Day;
use leptos::prelude::*;
use std::sync::Arc;

/// How long reading has the processor to itself when files were picked.
const HEAD_START_MS: u32 = 25;

/// The session. Cheap to copy; all copies are the same.
#[derive(Clone, Copy)]
pub struct Session {
    state: RwSignal<State>,
    /// What is shown, told from what was shown before by being another one: what is drawn from it is looked at
    /// again when answers came, and not at every step of the state.
    shown: Memo<Shown>,
    link: StoredValue<Option<WorkerLink>>,
    feeding: StoredValue<Option<Feeding>>,
    /// Views that were asked for and have not been answered.
    pub(super) awaited: RwSignal<u32>,
}

/// An overview, the same as another only where it is that very one.
#[derive(Clone)]
struct Shown(Option<Arc<Overview>>);

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

impl Session {
    /// A session that begins with `state` and has no worker yet.
    pub fn of(state: State) -> Session {
        let state = RwSignal::new(state);
        Session {
            state,
            shown: Memo::new(move |_| Shown(state.with(|state| state.overview.clone()))),
            link: StoredValue::new(None),
            feeding: StoredValue::new(None),
            awaited: RwSignal::new(0),
        }
    }

    /// A session with a worker of its own.
    pub fn start() -> Session {
        let session = Session::of(State::begin(Some(clock::today())));
        let link = WorkerLink::spawn(move |death| {
            session.dispatch(match death {
                Death::Died(_) => Event::WorkerDied,
                Death::StartAgain => Event::WorkerStartAgain,
            });
        });
        session.link.set_value(Some(link));
        worker_link::warm_up();
        session
    }

    /// The session that the page was given.
    pub fn get() -> Session {
        expect_context::<Session>()
    }

    /// Tells the state what happened and does what it asks for.
    pub fn dispatch(self, event: Event) {
        let commands = self.state.try_update(|state| state.on(event)).unwrap_or_default();
        commands.into_iter().for_each(|command| self.run(command));
    }

    /// Files were picked. Reading them begins before the page is drawn anew for it, which takes the browser about
    /// as long as reading a small one.
    pub fn pick(self, files: Vec<PickedFile>) {
        let commands = self.state.try_update_untracked(|state| state.on(Event::Picked(files)));
        commands.unwrap_or_default().into_iter().for_each(|command| self.run(command));
        clock::after_or_now(HEAD_START_MS, move || self.state.notify());
    }

    /// Whether there is a desk to ask; natively there is none.
    pub fn has_desk(self) -> bool {
        self.link.with_value(Option::is_some)
    }

    /// Asks the desk; nothing is heard where there is none.
    pub fn ask(self, ask: &Ask, then: impl FnOnce(Answer) + 'static) {
        if let Some(link) = self.link.get_value() {
            link.ask(ask, then);
        }
    }

    fn run(self, command: Command) {
        match command {
            Command::Ask(ask) => self.ask(&ask, move |answer| self.hear(answer)),
            Command::Feed(id) => self.feed(id),
            Command::Abandon => self.abandon(),
            Command::Respawn => {
                self.abandon();
                if let Some(link) = self.link.get_value() {
                    link.respawn();
                }
            }
            Command::ReadWorkspace(file) => self.read_workspace(&file),
            Command::Pack { ids, files } => {
                packing::pack(files, move |packed| self.dispatch(Event::Packed { ids, packed }));
            }
            Command::Unpack { name, exports } => {
                packing::unpack(exports, move |files| self.dispatch(Event::Unpacked { name, files }));
            }
            Command::SaveWorkspace(text) => {
                download::save(WORKSPACE_FILE, "application/json", text.as_bytes());
            }
            Command::Mirror(text) => panic::mirror(&text),
        }
    }

    fn hear(self, answer: Answer) {
        match answer {
            Answer::Overview(overview) => self.dispatch(Event::Answered(overview)),
            Answer::Sums(sums) => self.dispatch(Event::Summed(sums)),
            Answer::Questions(questions) => self.dispatch(Event::Questioned(questions)),
            Answer::FindingGroups(groups) => self.dispatch(Event::Grouped(groups)),
            Answer::Purchases(purchases) => self.dispatch(Event::Purchased(purchases)),
            Answer::PlanRefused(problems) => self.dispatch(Event::PlanRefused(problems)),
            _ => {}
        }
    }

    fn feed(self, id: u32) {
        let picked = self.state.with_untracked(|state| {
            state.files.iter().find(|file| file.id == id).map(|file| file.picked.clone())
        });
        let (Some(picked), Some(link)) = (picked, self.link.get_value()) else { return };
        let name = picked.name.clone();
        let feeding = files::feed(&link, &picked, move |fed| {
            match fed {
                Fed::Answer(Answer::Progress { bytes, rows }) => {
                    self.dispatch(Event::Progress { id, bytes, rows })
                }
                Fed::Answer(Answer::Closed { rows }) => self.dispatch(Event::Closed { id, rows }),
                Fed::Answer(Answer::Refused(why)) => {
                    self.dispatch(Event::Failed { id, problem: reading::refused(&name, &why) });
                }
                Fed::Answer(_) => {}
                Fed::Unreadable(why) => {
                    self.dispatch(Event::Failed { id, problem: reading::unreadable(&name, &why) });
                }
            };
        });
        self.feeding.set_value(Some(feeding));
    }

    fn abandon(self) {
        if let Some(feeding) = self.feeding.try_update_value(Option::take).flatten() {
            feeding.abandon();
        }
    }

    fn read_workspace(self, file: &PickedFile) {
        let name = file.name.clone();
        files::read_text(file, WORKSPACE_BYTES_MAX, move |text| {
            self.dispatch(Event::WorkspaceRead { name, text });
        });
    }

    // ---- What components read ----------------------------------------------------------------

    /// Anything of the state, worked out again when it changes.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&State) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.state.with(&of))
    }

    /// A part of the answers; `None` while there are none. What did not change is not drawn again.
    pub fn part<T: PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&Answers) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        let shown = self.shown;
        Memo::new(move |_| shown.with(|Shown(o)| o.as_ref().and_then(|o| o.answers.as_ref()).map(&of)))
    }

    /// The whole overview, as it was last answered.
    pub fn overview(self) -> Option<Arc<Overview>> {
        self.state.with(|state| state.overview.clone())
    }

    /// What the page shows.
    pub fn content(self) -> Memo<Content> {
        self.memo(State::content)
    }

    /// The currency of all amounts shown.
    pub fn currency(self) -> Memo<String> {
        self.memo(State::currency)
    }

    /// Whether names are hidden.
    pub fn hide_names(self) -> Memo<bool> {
        self.memo(|state| state.hide_names)
    }

    /// A part of the plan.
    pub fn plan<T: PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&Plan) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.memo(move |state| of(state.history.plan()))
    }

    /// Whether a control moves: only the band follows it, places wait until it rests.
    pub fn in_motion(self) -> Memo<bool> {
        self.memo(|state| state.history.is_in_motion())
    }

    /// Today, where it matters.
    pub fn today(self) -> Memo<Option<Day>> {
        self.memo(State::today_of_data)
    }

    /// The last day that is known to have come: today, or where that is nobody's the last complete one.
    pub fn latest_day(self) -> Memo<Option<Day>> {
        self.memo(|state| {
            let answers = state.overview.as_ref().and_then(|overview| overview.answers.as_ref());
            state.today_of_data().max(answers.map(|answers| answers.as_of))
        })
    }

    /// Whether names are hidden, and the day; the example knows none. For handlers.
    pub(super) fn hidden_and_today(self) -> (bool, Option<Day>) {
        self.state.with_untracked(|state| (state.hide_names, state.today_of_data()))
    }

    pub(super) fn rows_waiting(self) -> u64 {
        self.state.with_untracked(State::rows_waiting)
    }

    /// Whether the plan holds something that no workspace file has.
    pub fn unsaved(self) -> Memo<bool> {
        self.memo(State::is_unsaved)
    }

    /// Lets the browser ask before the page is left with something unsaved.
    pub fn guard_leaving(self) {
        leaving::ask_when(move || self.state.with_untracked(State::is_unsaved));
    }

    // ---- Saving ------------------------------------------------------------------------------

    /// What to ask for: with names hidden they are hidden in what leaves the page too.
    fn export_ask(self, kind: ExportKind) -> Ask {
        if self.hidden_and_today().0 { Ask::ExportHidden(kind) } else { Ask::Export(kind) }
    }

    /// Saves what the desk exports.
    pub fn export(self, kind: ExportKind) {
        self.ask(&self.export_ask(kind), |answer| {
            if let Answer::Document(document) = answer {
                download::save(&document.name, &document.media_type, &document.bytes);
            }
        });
    }

    /// Copies what the desk exports as text; a listener hears whether it worked.
    pub fn copy_export(self, kind: ExportKind) {
        self.text_of(kind, move |text| self.copy_text(&text));
    }

    /// Copies a text; a listener hears whether it worked.
    pub fn copy_text(self, text: &str) {
        clipboard::copy(text, move |worked| self.dispatch(Event::Copied(worked.into())));
    }

    /// What the desk exports, as text to look at.
    pub fn text_of(self, kind: ExportKind, then: impl FnOnce(String) + 'static) {
        self.ask(&self.export_ask(kind), move |answer| {
            if let Answer::Document(document) = answer {
                then(String::from_utf8_lossy(&document.bytes).into_owned());
            }
        });
    }

    /// Saves the workspace, with the exports where they are to be kept.
    pub fn save_workspace(self) {
        self.dispatch(Event::Save);
    }
}
