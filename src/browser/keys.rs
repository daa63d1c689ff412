//! Keys that mean something everywhere on the page.

use super::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::KeyboardEvent;

/// A key that was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its name as the browser gives it: `z`, `Escape`, `ArrowLeft`. Letters follow the keyboard.
    pub name: String,
    /// Control, or Command on a Mac.
    pub control: bool,
    /// Shift.
    pub shift: bool,
    /// Whether a text field has the focus, where most keys are the field's own.
    pub typing: bool,
}

/// Calls `on_key` for every key, as long as the page lives. Where it gives `true`, the browser's own
/// answer to the key does not follow.
pub fn watch(on_key: impl Fn(Key) -> bool + 'static) {
    let Some(window) = window() else { return };
    let on_down = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        let key = Key {
            name: event.key(),
            control: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            typing: is_field(&event),
        };
        if on_key(key) {
            event.prevent_default();
        }
    });
    let _ = window.add_event_listener_with_callback("keydown", on_down.as_ref().unchecked_ref());
    on_down.forget();
}

fn is_field(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| match element.tag_name().as_str() {
        // A slider and a tick have no text to take back.
        "INPUT" => !matches!(element.get_attribute("type").as_deref(), Some("range" | "checkbox")),
        name => matches!(name, "TEXTAREA" | "SELECT"),
    })
}
