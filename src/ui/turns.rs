//! Drawing in turns: what is read first stands first, and keys are heard before the rest is drawn.

use crate::browser::clock;
use crate::session::Session;
use leptos::prelude::*;

/// The parts of a place, each drawn in a task of its own. Natively all at once.
#[derive(Clone, Copy)]
pub struct Turns {
    drawn: RwSignal<u32>,
    parts: u32,
}

impl Turns {
    /// Begins a place of so many parts after the first, which is no turn. To be called in a component.
    pub fn of(parts: u32) -> Turns {
        let at_once = !Session::get().has_desk();
        let turns = Turns { drawn: RwSignal::new(if at_once { parts } else { 0 }), parts };
        if !at_once {
            Effect::new(move |_| turns.next());
        }
        turns
    }

    /// A part of the place, from 1; nothing before its turn.
    pub fn part(self, number: u32, view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
        let has_come = Memo::new(move |_| number <= self.drawn.get());
        (move || has_come.get().then(&view)).into_any()
    }

    /// Whether parts are still to be drawn.
    pub fn are_left(self) -> bool {
        self.drawn.get() < self.parts
    }

    fn next(self) {
        // The place may have been left meanwhile.
        let drawn = self.drawn.try_get_untracked();
        if drawn.is_some_and(|drawn| drawn < self.parts) {
            clock::after(0, move || {
                self.drawn.try_update(|drawn| *drawn += 1);
                self.next();
            });
        }
    }
}
