//! What happens after a panic. The panel itself is in `loader.js`, since after a panic no Rust runs.

use super::{in_window, worker_scope};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = flexgauge, js_name = panic)]
    fn show_panel(place: &str, message: &str, start_again: Option<&js_sys::Function>);

    #[wasm_bindgen(js_namespace = flexgauge, js_name = mirror)]
    fn set_mirror(text: &str);
}

/// Tells a panic to the panel: from the page directly, from the worker by a last message.
pub fn install_hook() {
    if !super::IN_BROWSER {
        return;
    }
    std::panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        if in_window() {
            show_panel("page", &message, None);
        } else {
            worker_scope::post_panic(&message);
        }
    }));
}

/// Shows that the worker died; the panel's button *Start again* calls `start_again`.
pub(super) fn worker_died(message: &str, start_again: &js_sys::Function) {
    show_panel("worker", message, Some(start_again));
}

/// Leaves the workspace's text with the panel, so that it can be saved after a panic.
///
/// To be called after each edit: the text is a copy and never read back.
pub fn mirror(workspace: &str) {
    if in_window() {
        set_mirror(workspace);
    }
}
