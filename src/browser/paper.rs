//! Printing something that the screen does not show.

use super::{document, page, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Where it stands until the browser has it. Styles show it in print only, and then alone.
const PAPER_ID: &str = "paper";

/// Opens the print dialog on this HTML, which must be safe: it goes into the page as it is, and out of
/// it again when the browser is done. `title` is what a PDF is named by.
pub fn print(html: &str, class: &str, title: &str) {
    if place(html, class, title).is_none() {
        remove();
    }
}

fn remove() {
    if let Some(paper) = document().and_then(|document| document.get_element_by_id(PAPER_ID)) {
        paper.remove();
    }
}

/// `None` where the browser would not.
fn place(html: &str, class: &str, title: &str) -> Option<()> {
    let (window, document) = (window()?, document()?);
    // One that is still there waits for its end, which then puts the screen's title back.
    let first = document.get_element_by_id(PAPER_ID).is_none();
    remove();
    let paper = document.create_element("article").ok()?;
    paper.set_id(PAPER_ID);
    paper.set_class_name(&format!("paper {class}"));
    paper.set_inner_html(html);
    document.body()?.append_child(&paper).ok()?;
    if first {
        let of_screen = document.title();
        let end = Closure::once_into_js(move || {
            page::set_title(&of_screen);
            remove();
        });
        let once = web_sys::AddEventListenerOptions::new();
        once.set_once(true);
        window
            .add_event_listener_with_callback_and_add_event_listener_options(
                "afterprint",
                end.unchecked_ref(),
                &once,
            )
            .ok()?;
    }
    document.set_title(title);
    window.print().ok()
}
