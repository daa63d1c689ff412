//! Undo and redo: a list of plans and a place in it.

use super::{Edit, Plan};

/// How many steps can be undone.
pub const UNDO_STEPS_MAX: usize = 200;

/// The plan with its past and, after an undo, its future.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    plans: Vec<Plan>,
    current: usize,
    revision: u64,
}

impl Default for History {
    fn default() -> History {
        History { plans: vec![Plan::default()], current: 0, revision: 0 }
    }
}

impl History {
    /// The plan as it stands.
    pub fn plan(&self) -> &Plan {
        &self.plans[self.current]
    }

    /// Grows with every change, undo and redo included.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Makes a change. What was undone before cannot be redone any more. An edit that changes
    /// nothing is no step.
    pub fn edit(&mut self, edit: &Edit) {
        let plan = self.plan().with(edit);
        if plan == *self.plan() {
            return;
        }
        self.plans.truncate(self.current + 1);
        self.plans.push(plan);
        if self.plans.len() > UNDO_STEPS_MAX + 1 {
            self.plans.remove(0);
        }
        self.current = self.plans.len() - 1;
        self.revision += 1;
    }

    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        self.current > 0
    }

    /// Whether an undone change can be made again.
    pub fn can_redo(&self) -> bool {
        self.current + 1 < self.plans.len()
    }

    /// Takes the last change back.
    pub fn undo(&mut self) {
        if self.can_undo() {
            self.current -= 1;
            self.revision += 1;
        }
    }

    /// Makes the change again that was undone last.
    pub fn redo(&mut self) {
        if self.can_redo() {
            self.current += 1;
            self.revision += 1;
        }
    }
}
