//! The worker: holds the desk and moves bytes, nothing else.

use crate::browser::worker_scope::{self, Message};
use engine::desk::{Desk, warm_up};

/// Serves the desk until the page ends the worker.
pub fn start() {
    let mut desk = Desk::new();
    let answer = move |message| match message {
        Message::Ask(ask) => desk.answer(ask),
        Message::Slice(slice) => slice.in_pieces(|bytes| desk.slice(bytes)),
    };
    worker_scope::serve(answer, warm_up);
}
