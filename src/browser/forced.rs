//! How the browser tests force a panic, which nothing in a sound program does by itself.
//!
//! An address ending in `#test-panic-page` or `#test-panic-worker`, at the start or later, does it.
//! (`#test-no-wasm` makes `loader.js` behave as in a browser without WebAssembly.)

use super::{location, worker_link};

/// Panics when the address asks for it, now and whenever it changes.
pub fn watch() {
    panic_if_asked(&location::hash());
    location::on_hash_change(|hash| panic_if_asked(&hash));
}

fn panic_if_asked(hash: &str) {
    match hash {
        "test-panic-page" => force("page"),
        "test-panic-worker" => worker_link::force_panic(),
        _ => {}
    }
}

#[expect(clippy::panic, reason = "this is the panic that the tests ask for")]
pub(super) fn force(place: &str) {
    panic!("forced in the {place} by a test");
}
