//! What each event changes, and what is to be done then.

use super::event::{Command, Copied, Event};
use super::state::{FileEntry, Notice, Stage, State};
use super::workspace::workspace_text;
use crate::browser::files::PickedFile;
use crate::words::{copies, page, reading};
use engine::desk::{Ask, Overview};
use engine::plan::{Edit, History, to_json};
use std::sync::Arc;

/// How many notices are kept; older ones make room.
const NOTICES_MAX: usize = 20;

impl State {
    /// Changes the state by an event and gives what is to be done.
    pub fn on(&mut self, event: Event) -> Vec<Command> {
        match event {
            Event::Picked(files) => self.picked(files),
            Event::WorkspaceRead { name, text } => self.workspace_read(&name, text),
            Event::Progress { id, bytes, rows } => {
                self.set_stage(id, Stage::Reading { bytes, rows });
                Vec::new()
            }
            Event::Closed { id, rows } => {
                // Stopped too late: the desk has it whole already.
                self.files.extend(self.stopped.take_if(|file| file.id == id));
                self.set_stage(id, Stage::Read { rows });
                self.feed_next()
            }
            Event::Failed { id, problem } => {
                self.files.retain(|file| file.id != id);
                self.notice(problem);
                self.feed_next()
            }
            Event::Stop => self.stop(),
            Event::ReadAgain => self.read_again(),
            Event::Example => self.begin_example(),
            Event::ClearExample => {
                let mut commands = self.end_example();
                self.said = reading::done(&Default::default(), 0);
                commands.push(self.mirror());
                commands
            }
            Event::RemoveAll => {
                self.forget_answers();
                self.removed = std::mem::take(&mut self.files).into_iter().map(|file| file.picked).collect();
                self.said = reading::done(&Default::default(), 0);
                vec![Command::Abandon, Command::Respawn, self.plan_ask()]
            }
            Event::PutBack => {
                let removed = std::mem::take(&mut self.removed);
                self.picked(removed)
            }
            Event::Edit(edit) => self.change(|history| history.edit(&edit)),
            Event::Move(edit) => self.change(|history| history.edit_in_motion(&edit)),
            Event::Rest => self.change(History::rest),
            Event::Undo => self.change(History::undo),
            Event::Redo => self.change(History::redo),
            Event::HideNames(hide) => {
                self.hide_names = hide;
                vec![self.mirror()]
            }
            Event::Answered(overview) => self.answered(*overview),
            Event::Summed(sums) => {
                self.sums = Some(Arc::new(*sums));
                Vec::new()
            }
            Event::Questioned(questions) => {
                self.questions = Arc::new(questions);
                Vec::new()
            }
            Event::Grouped(groups) => {
                self.groups = Arc::new(groups);
                Vec::new()
            }
            Event::Purchased(purchases) => {
                self.purchases = Arc::new(*purchases);
                Vec::new()
            }
            Event::PlanRefused(problems) => {
                problems.into_iter().for_each(|problem| self.notice(problem));
                Vec::new()
            }
            Event::WorkerDied => {
                self.worker_dead = true;
                Vec::new()
            }
            Event::WorkerStartAgain => self.start_again(),
            Event::Copied(copied) => {
                self.said = match copied {
                    Copied::Done => copies::COPIED.to_string(),
                    Copied::Refused => copies::REFUSED.to_string(),
                    Copied::SavedInstead(name) => copies::saved_instead(&name),
                };
                Vec::new()
            }
            Event::Save => self.save(),
            Event::KeepExports(keep) => {
                self.keep_exports = keep;
                Vec::new()
            }
            Event::Packed { ids, packed } => self.packed(ids, packed),
            Event::Unpacked { name, files } => self.unpacked(&name, files),
            Event::Dismiss(id) => {
                self.notices.retain(|notice| notice.id != id);
                Vec::new()
            }
        }
    }

    // ---- Files -------------------------------------------------------------------------------

    fn picked(&mut self, files: Vec<PickedFile>) -> Vec<Command> {
        let mut commands = Vec::new();
        let is_workspace = |file: &PickedFile| file.name.to_ascii_lowercase().ends_with(".json");
        if self.example && files.iter().any(|file| !is_workspace(file)) {
            // Own files take the example's place.
            commands.extend(self.end_example());
        }
        for picked in files {
            if is_workspace(&picked) {
                commands.push(Command::ReadWorkspace(picked));
            } else {
                self.removed.clear();
                self.queue(picked);
            }
        }
        commands.extend(self.feed_if_idle());
        commands
    }

    /// Puts a file behind the others and gives its number.
    pub(super) fn queue(&mut self, picked: PickedFile) -> u32 {
        let id = self.next_file;
        self.next_file += 1;
        self.files.push(FileEntry { id, picked, stage: Stage::Waiting, was_read: false });
        id
    }

    /// The next file, where one waits and none is being read.
    pub(super) fn feed_if_idle(&mut self) -> Vec<Command> {
        let busy = self.files.iter().any(|file| matches!(file.stage, Stage::Reading { .. }));
        if busy || !self.is_reading() { Vec::new() } else { self.feed_next() }
    }

    /// The next file, or, where none waits, the answers.
    fn feed_next(&mut self) -> Vec<Command> {
        match self.files.iter_mut().find(|file| file.stage == Stage::Waiting) {
            Some(file) => {
                file.stage = Stage::Reading { bytes: 0, rows: 0 };
                vec![Command::Feed(file.id)]
            }
            None => vec![Command::Ask(Ask::Overview)],
        }
    }

    /// What is loaded stays; so does, in the list, what was loaded before and is not read again yet.
    fn stop(&mut self) -> Vec<Command> {
        let (kept, dropped): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.files).into_iter().partition(|file| file.was_read);
        self.files = kept;
        for file in &mut self.files {
            if !matches!(file.stage, Stage::Read { .. }) {
                file.stage = Stage::NotReadAgain;
            }
        }
        let again = self.not_read_again().count();
        self.said = reading::stopped(dropped.len() as u64, again as u64);
        self.stopped = dropped.into_iter().find(|file| matches!(file.stage, Stage::Reading { .. }));
        vec![Command::Abandon, Command::Ask(Ask::Overview)]
    }

    fn set_stage(&mut self, id: u32, stage: Stage) {
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            file.was_read |= matches!(stage, Stage::Read { .. });
            file.stage = stage;
        }
    }

    fn answered(&mut self, overview: Overview) -> Vec<Command> {
        // A newer plan is on its way: its answers follow.
        if overview.revision != self.revision {
            return Vec::new();
        }
        let read =
            |overview: Option<&Overview>| overview.map_or((0, 0), |o| (o.read.files.len(), o.read.used));
        let is_new_data = read(self.overview.as_deref()) != read(Some(&overview));
        if is_new_data {
            self.said = reading::done(&overview.read, self.not_read_again().count() as u64);
        }
        // Rows that are used and give no answers have no days.
        let sums = overview.answers.is_none() && overview.read.used > 0;
        if !sums {
            self.sums = None;
        }
        let has_findings = overview.read.findings > 0;
        if !has_findings {
            self.groups = Arc::default();
        }
        let has_own_files = !overview.read.files.is_empty() && !self.example;
        self.overview = Some(Arc::new(overview));
        self.answered += 1;
        if self.history.is_in_motion() && !is_new_data {
            // What follows hangs on the files and on nothing that moves.
            return Vec::new();
        }
        if !has_own_files {
            (self.questions, self.purchases) = Default::default();
        }
        let mut commands = Vec::new();
        if sums {
            commands.push(Command::Ask(Ask::Sums));
        }
        if has_findings {
            commands.push(Command::Ask(Ask::FindingGroups));
        }
        if has_own_files {
            commands.extend([Command::Ask(Ask::Questions), Command::Ask(Ask::Purchases)]);
        }
        commands
    }

    /// What was answered is of other files.
    fn forget_answers(&mut self) {
        (self.overview, self.sums) = (None, None);
        (self.questions, self.purchases, self.groups) = Default::default();
    }

    fn start_again(&mut self) -> Vec<Command> {
        self.worker_dead = false;
        self.forget_answers();
        for file in &mut self.files {
            file.stage = Stage::Waiting;
        }
        let mut commands = vec![Command::Respawn, self.plan_ask()];
        if self.example {
            commands.push(Command::Ask(Ask::Example));
        }
        commands.extend(self.feed_next());
        commands
    }

    // ---- The example -------------------------------------------------------------------------

    fn begin_example(&mut self) -> Vec<Command> {
        self.files.clear();
        self.forget_answers();
        self.example = true;
        let own = std::mem::take(&mut self.history);
        self.put_aside.get_or_insert(own);
        self.history.edit(&Edit::Whole(Box::new(engine::example::plan())));
        self.revision += 1;
        self.said = page::EXAMPLE_BANNER.to_string();
        vec![
            Command::Abandon,
            Command::Respawn,
            self.plan_ask(),
            Command::Ask(Ask::Example),
            Command::Ask(Ask::Overview),
        ]
    }

    pub(super) fn end_example(&mut self) -> Vec<Command> {
        self.example = false;
        self.forget_answers();
        self.history = self.put_aside.take().unwrap_or_default();
        self.revision += 1;
        vec![Command::Respawn, self.plan_ask()]
    }

    // ---- The plan ----------------------------------------------------------------------------

    pub(super) fn change(&mut self, change: impl FnOnce(&mut History)) -> Vec<Command> {
        let before = self.history.revision();
        let mappings = self.history.plan().mappings.clone();
        change(&mut self.history);
        if self.history.revision() == before {
            return Vec::new();
        }
        self.revision += 1;
        if self.files.is_empty() || mappings == self.history.plan().mappings {
            return vec![self.plan_ask(), Command::Ask(Ask::Overview), self.mirror()];
        }
        self.read_again()
    }

    /// Feeds every file anew under the plan as it stands: how files are read was answered, or an answer
    /// taken back, or *Read again* was pressed after *Stop*. What is shown stays until the new answers come.
    fn read_again(&mut self) -> Vec<Command> {
        // A file half read, or stopped, could close after the desk was emptied.
        let empty = if self.is_reading() || self.is_incomplete() {
            Command::Respawn
        } else {
            Command::Ask(Ask::Clear)
        };
        for file in &mut self.files {
            file.stage = Stage::Waiting;
        }
        let mut commands = vec![empty, self.plan_ask(), self.mirror()];
        commands.extend(self.feed_next());
        commands
    }

    fn plan_ask(&self) -> Command {
        Command::Ask(Ask::Plan { revision: self.revision, text: to_json(self.history.plan()) })
    }

    pub(super) fn mirror(&self) -> Command {
        Command::Mirror(workspace_text(self.history.plan(), self.hide_names))
    }

    pub(super) fn notice(&mut self, text: String) {
        let id = self.next_notice;
        self.next_notice += 1;
        self.notices.push(Notice { id, text });
        if self.notices.len() > NOTICES_MAX {
            self.notices.remove(0);
        }
    }
}
