//! The browser, and the only place that names it (`web_sys`, `js_sys`, `spawn_local`).
//!
//! Small safe functions, one file a matter. They compile natively too, where they do nothing or
//! give a plain answer, so that components can be rendered in ordinary tests. Components call them
//! from handlers, never from their bodies.

#![allow(clippy::disallowed_methods, reason = "clippy.toml forbids the browser everywhere but here")]

pub mod clipboard;
pub mod clock;
pub mod dialog;
pub mod download;
pub mod drops;
pub mod files;
pub mod forced;
pub mod keys;
pub mod leaving;
pub mod locale;
pub mod location;
pub mod packing;
pub mod page;
pub mod panic;
pub mod paper;
pub mod pictures;
pub mod storage;
pub mod tables;
mod turn;
mod wire;
pub mod worker_link;
pub mod worker_scope;

pub use wire::Ticket;

use wasm_bindgen::JsCast;

/// Whether this runs in a page (and not in a worker or natively).
pub fn in_window() -> bool {
    IN_BROWSER && js_sys::global().is_instance_of::<web_sys::Window>()
}

/// Whether this runs in a worker.
pub fn in_worker() -> bool {
    IN_BROWSER && js_sys::global().is_instance_of::<web_sys::DedicatedWorkerGlobalScope>()
}

/// Whether there is a browser at all. Natively every function of `js_sys` would panic.
const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

/// The page's window; none natively and in the worker.
fn window() -> Option<web_sys::Window> {
    if IN_BROWSER { web_sys::window() } else { None }
}

/// The page's document.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// What JavaScript threw, as words.
fn words_of(error: &wasm_bindgen::JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => error.as_string().unwrap_or_else(|| "unknown".to_string()),
    }
}
