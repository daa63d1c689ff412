//! Dialogs: `<dialog id="…">` elements, which keep the focus inside and close on Escape by themselves.

use super::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// Shows a dialog over the page. Does nothing where it is open already.
pub fn open(id: &str) {
    if let Some(dialog) = find(id)
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the focus goes back to where it was.
pub fn close(id: &str) {
    if let Some(dialog) = find(id) {
        dialog.close();
    }
}

fn find(id: &str) -> Option<HtmlDialogElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}
