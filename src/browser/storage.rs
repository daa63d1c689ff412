//! What the browser remembers for the page between visits: settings, never usage.
//!
//! Chromium and WebKit share this memory among all local HTML files, hence the prefix.

use super::window;

const PREFIX: &str = "flexgauge.";

/// What was kept under `key`; none where nothing was, or where keeping is forbidden.
pub fn get(key: &str) -> Option<String> {
    memory()?.get_item(&format!("{PREFIX}{key}")).ok()?
}

/// Keeps `value` under `key`; says whether it could be kept.
pub fn set(key: &str, value: &str) -> bool {
    memory().is_some_and(|memory| memory.set_item(&format!("{PREFIX}{key}"), value).is_ok())
}

/// Forgets what was kept under `key`.
pub fn remove(key: &str) {
    if let Some(memory) = memory() {
        let _ = memory.remove_item(&format!("{PREFIX}{key}"));
    }
}

fn memory() -> Option<web_sys::Storage> {
    window()?.local_storage().ok()?
}
