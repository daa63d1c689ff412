//! The page as a whole: its title, its root element, the focus, printing.

use super::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The message that stands in index.html until the page is mounted goes away.
pub fn boot_is_done() {
    if let Some(boot) = document().and_then(|d| d.get_element_by_id("boot")) {
        boot.remove();
    }
}

/// The title of the window or tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// An attribute of `<html>`, which style sheets can ask for (a theme, say); `None` takes it away.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|d| d.document_element()) else { return };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Gives an element the focus.
pub fn focus(id: &str) {
    if let Some(element) = find(id) {
        let _ = element.focus();
    }
}

/// Clicks an element, such as a file input that a button stands for.
pub fn click(id: &str) {
    if let Some(element) = find(id) {
        element.click();
    }
}

/// Brings an element into view.
pub fn scroll_to(id: &str) {
    if let Some(element) = find(id) {
        element.scroll_into_view();
    }
}

/// Goes to the top of the page.
pub fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

fn find(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}
