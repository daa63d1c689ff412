//! The browser's question before the page is left.

use super::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

/// Lets the browser ask whether to leave, as long as the page lives, whenever `unsaved` gives `true`.
/// The words are the browser's own.
pub fn ask_when(unsaved: impl Fn() -> bool + 'static) {
    let Some(window) = window() else { return };
    let on_leaving = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if unsaved() {
            event.prevent_default();
            // Older browsers ask only for this.
            let _ = js_sys::Reflect::set(&event, &JsValue::from_str("returnValue"), &JsValue::TRUE);
        }
    });
    let _ = window.add_event_listener_with_callback("beforeunload", on_leaving.as_ref().unchecked_ref());
    on_leaving.forget();
}
