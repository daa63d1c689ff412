//! Views of the desk that follow the data and the plan.

use super::store::Session;
use engine::desk::{Answer, Ask};
use leptos::prelude::*;
use std::sync::Arc;

/// A view as it was last answered; `None` until it was, and where there is no use to show.
pub type View<T> = RwSignal<Option<Arc<T>>>;

/// A part of a view, drawn again only when it changes.
pub fn part_of<V: Send + Sync + 'static, T: PartialEq + Send + Sync + 'static>(
    view: View<V>,
    of: impl Fn(&V) -> T + Send + Sync + 'static,
) -> Memo<Option<T>> {
    Memo::new(move |_| view.with(|view| view.as_deref().map(&of)))
}

impl Session {
    /// A view that is asked for again whenever `ask` gives another question, or new answers to the
    /// first screen say that files or plan changed; while a control moves, once it rests. The newest question's
    /// answer wins. To be called in a component; what came before stays on the screen meanwhile.
    pub fn view<T: Send + Sync + 'static>(
        self,
        ask: impl Fn() -> Ask + 'static,
        take: fn(Answer) -> Option<T>,
    ) -> View<T> {
        let view: View<T> = RwSignal::new(None);
        if !self.has_desk() {
            return view;
        }
        let newest = StoredValue::new(0_u64);
        let answered = self.memo(|state| state.answered);
        let in_motion = self.in_motion();
        Effect::new(move |_| {
            let ask = ask();
            if answered.get() == 0 || in_motion.get() {
                return;
            }
            newest.update_value(|number| *number += 1);
            let mine = newest.get_value();
            let awaiting = Awaiting::begin(self.awaited);
            self.ask(&ask, move |answer| {
                drop(awaiting);
                // The place may have been left meanwhile.
                if newest.try_get_value() == Some(mine) {
                    view.try_set(take(answer).map(Arc::new));
                }
            });
        });
        view
    }

    /// Whether a view is on its way.
    pub fn awaits_view(self) -> Memo<bool> {
        let awaited = self.awaited;
        Memo::new(move |_| awaited.get() > 0)
    }
}

/// One question on its way. It ends with its answer, and also where the worker died and none comes.
struct Awaiting(RwSignal<u32>);

impl Awaiting {
    fn begin(awaited: RwSignal<u32>) -> Awaiting {
        awaited.try_update(|count| *count += 1);
        Awaiting(awaited)
    }
}

impl Drop for Awaiting {
    fn drop(&mut self) {
        self.0.try_update(|count| *count = count.saturating_sub(1));
    }
}
