//! Saving and opening: a workspace, on request with the exports in it.

use super::event::Command;
use super::state::State;
use super::workspace::{
    EXPORTS_BYTES_MAX, Opened, WORKSPACE_BYTES_MAX, open_workspace, workspace_bytes, workspace_with,
};
use crate::browser::files::PickedFile;
use crate::browser::packing::{Packed, Unpackable};
use crate::words::{keeping, reading};
use engine::plan::Edit;

impl State {
    /// Saves the workspace, or has the exports packed first.
    pub(super) fn save(&mut self) -> Vec<Command> {
        if !self.keep_exports || self.files.is_empty() {
            return self.save_with(Vec::new(), &[]);
        }
        let bytes = self.bytes_to_keep();
        if bytes > EXPORTS_BYTES_MAX {
            self.notice(keeping::too_much(bytes, EXPORTS_BYTES_MAX));
            return Vec::new();
        }
        self.said = keeping::PACKING.to_string();
        let (ids, files) = self.files.iter().map(|file| (file.id, file.picked.clone())).unzip();
        vec![Command::Pack { ids, files }]
    }

    /// The exports are packed, or one of them could not be read.
    pub(super) fn packed(&mut self, ids: Vec<u32>, packed: Result<Vec<Packed>, Unpackable>) -> Vec<Command> {
        let exports = match packed {
            Ok(exports) => exports,
            Err(Unpackable { name, why }) => {
                self.notice(keeping::not_saved(&reading::unreadable(&name, &why)));
                return Vec::new();
            }
        };
        if ids.iter().any(|id| self.files.iter().all(|file| file.id != *id)) {
            self.notice(keeping::not_saved(keeping::FILES_CHANGED));
            return Vec::new();
        }
        // The same file given twice is kept once.
        let mut once: Vec<Packed> = Vec::new();
        for export in exports {
            if !once.contains(&export) {
                once.push(export);
            }
        }
        let bytes = workspace_bytes(self.history.plan(), self.hide_names, &once);
        if bytes > WORKSPACE_BYTES_MAX {
            self.notice(keeping::too_much(bytes, WORKSPACE_BYTES_MAX));
            return Vec::new();
        }
        self.save_with(ids, &once)
    }

    fn save_with(&mut self, ids: Vec<u32>, exports: &[Packed]) -> Vec<Command> {
        let text = workspace_with(self.history.plan(), self.hide_names, exports);
        if !self.example {
            self.saved = self.history.plan().clone();
            self.kept = ids;
        }
        vec![Command::SaveWorkspace(text)]
    }

    /// A workspace file was read, or could not be.
    pub(super) fn workspace_read(&mut self, name: &str, text: Result<String, String>) -> Vec<Command> {
        let opened =
            text.map_err(|why| vec![reading::unreadable(name, &why)]).and_then(|text| open_workspace(&text));
        match opened {
            Ok(opened) => self.opened(name, opened),
            Err(problems) => {
                problems.into_iter().for_each(|problem| self.notice(format!("{name}: {problem}")));
                Vec::new()
            }
        }
    }

    fn opened(&mut self, name: &str, opened: Opened) -> Vec<Command> {
        let Opened { plan, hide_names, exports, damaged } = opened;
        let mut commands = Vec::new();
        if !exports.is_empty() || !damaged.is_empty() {
            self.keep_exports = true;
        }
        if self.example && !exports.is_empty() {
            // Own files take the example's place.
            commands.extend(self.end_example());
        }
        if let Some(hide) = hide_names {
            self.hide_names = hide;
        }
        self.said = format!("Opened {name}.");
        if !self.example {
            self.saved = plan.clone();
        }
        let changed = self.change(|history| history.edit(&Edit::Whole(Box::new(plan))));
        commands.extend(if changed.is_empty() { vec![self.mirror()] } else { changed });
        for export in damaged {
            self.notice(keeping::damaged(name, &export));
        }
        if !exports.is_empty() {
            commands.push(Command::Unpack { name: name.to_string(), exports });
        }
        commands
    }

    /// The exports kept in a workspace are files again.
    pub(super) fn unpacked(&mut self, name: &str, files: Vec<Result<PickedFile, String>>) -> Vec<Command> {
        let mut commands = Vec::new();
        for file in files {
            match file {
                Ok(picked) => {
                    if self.example {
                        commands.extend(self.end_example());
                    }
                    let id = self.queue(picked);
                    self.kept.push(id);
                }
                Err(export) => self.notice(keeping::damaged(name, &export)),
            }
        }
        commands.extend(self.feed_if_idle());
        commands
    }

    /// How large the exports are that would be kept.
    pub fn bytes_to_keep(&self) -> u64 {
        self.files.iter().fold(0, |sum, file| sum.saturating_add(file.picked.bytes))
    }

    /// Whether there are exports that no workspace file has, though the user wants them kept.
    pub(super) fn has_unkept_exports(&self) -> bool {
        self.keep_exports && self.files.iter().any(|file| !self.kept.contains(&file.id))
    }
}
