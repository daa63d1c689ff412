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
    /// The control in motion, and the plan from which it began.
    in_motion: Option<(String, usize)>,
}

impl Default for History {
    fn default() -> History {
        History { plans: vec![Plan::default()], current: 0, revision: 0, in_motion: None }
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
        self.rest();
        self.change_from(self.current, edit);
    }

    /// The same by a control in motion: until it rests all it said is one step, and none where it came back
    /// to where it began.
    pub fn edit_in_motion(&mut self, edit: &Edit) {
        let control = edit.control();
        let base = match &self.in_motion {
            Some((moving, base)) if Some(moving.as_str()) == control => *base,
            _ => self.current,
        };
        let is_step = self.change_from(base, edit);
        self.in_motion = control.map(|control| (control.to_string(), self.current - usize::from(is_step)));
    }

    /// Whether a control is in motion.
    pub fn is_in_motion(&self) -> bool {
        self.in_motion.is_some()
    }

    /// The control came to rest: what it says next is a step of its own.
    pub fn rest(&mut self) {
        self.in_motion = None;
    }

    /// Makes a change to one of the plans up to the one that stands; those after it go. Gives whether it is a
    /// step, and not the plan itself again.
    fn change_from(&mut self, base: usize, edit: &Edit) -> bool {
        let plan = self.plans[base].with(edit);
        if plan == *self.plan() {
            return base < self.current;
        }
        let is_step = plan != self.plans[base];
        self.plans.truncate(base + 1);
        if is_step {
            self.plans.push(plan);
        }
        if self.plans.len() > UNDO_STEPS_MAX + 1 {
            self.plans.remove(0);
        }
        self.current = self.plans.len() - 1;
        self.revision += 1;
        is_step
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
        self.rest();
        if self.can_undo() {
            self.current -= 1;
            self.revision += 1;
        }
    }

    /// Makes the change again that was undone last.
    pub fn redo(&mut self) {
        self.rest();
        if self.can_redo() {
            self.current += 1;
            self.revision += 1;
        }
    }
}
