//! The part of the address after `#`: the only part a page opened from a disk can change.

use super::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The address after `#`, without it; empty where there is none.
pub fn hash() -> String {
    let hash = window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_string()
}

/// Goes to another address after `#`, as a step that *back* undoes.
pub fn set_hash(hash: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Calls `then` with the new address whenever it changes, as long as the page lives.
pub fn on_hash_change(then: impl Fn(String) + 'static) {
    let Some(window) = window() else { return };
    let on_change = Closure::<dyn FnMut()>::new(move || then(hash()));
    let _ = window.add_event_listener_with_callback("hashchange", on_change.as_ref().unchecked_ref());
    on_change.forget();
}
