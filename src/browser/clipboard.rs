//! Copying text.

use super::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies `text`; `then` hears whether it worked. To be called from a click: browsers ask for one.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let Some(window) = window() else { return };
    let clipboard = window.navigator().clipboard();
    let text = text.to_string();
    spawn_local(async move {
        // Without a clipboard (an http page inside a firm) the property is undefined.
        let modern = if clipboard.is_undefined() {
            false
        } else {
            JsFuture::from(clipboard.write_text(&text)).await.is_ok()
        };
        then(modern || copy_by_selection(&text).is_some());
    });
}

/// The old way, which works where the new one is forbidden.
fn copy_by_selection(text: &str) -> Option<()> {
    let document = document()?;
    let area: web_sys::HtmlTextAreaElement = document.create_element("textarea").ok()?.unchecked_into();
    area.set_value(text);
    document.body()?.append_child(&area).ok()?;
    area.select();
    let copied = document.unchecked_ref::<web_sys::HtmlDocument>().exec_command("copy").ok();
    area.remove();
    copied.filter(|copied| *copied).map(|_| ())
}
