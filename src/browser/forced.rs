//! How the browser tests force a panic, which nothing in a sound program does by itself.
//!
//! An address ending in `#test-panic-page` or `#test-panic-worker`, at the start or later, does it.
//! (`#test-no-wasm` makes `loader.js` behave as in a browser without WebAssembly.)

use super::{IN_BROWSER, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Panics when the address asks for it, now and whenever it changes.
pub fn watch() {
    if !IN_BROWSER {
        return;
    }
    let Some(window) = window() else { return };
    let on_change = Closure::<dyn FnMut()>::new(panic_if_asked);
    let _ = window.add_event_listener_with_callback("hashchange", on_change.as_ref().unchecked_ref());
    on_change.forget();
    panic_if_asked();
}

fn panic_if_asked() {
    let hash = window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    match hash.as_str() {
        "#test-panic-page" => force("page"),
        "#test-panic-worker" => super::worker_link::force_panic(),
        _ => {}
    }
}

#[expect(clippy::panic, reason = "this is the panic that the tests ask for")]
pub(super) fn force(place: &str) {
    panic!("forced in the {place} by a test");
}
