//! Files dropped anywhere on the page.

use super::files::{self, PickedFile};
use super::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DataTransfer, DragEvent};

/// What happens with files over the page.
#[derive(Clone, Debug)]
pub enum Drop {
    /// Files hang over the page and can be let go.
    Hovering,
    /// They left again.
    Gone,
    /// They were let go here.
    Files(Vec<PickedFile>),
}

/// Calls `on_drop` for files dragged over the page or dropped, as long as the page lives. Without
/// it a browser leaves the page and shows the file instead.
pub fn watch(on_drop: impl Fn(Drop) + 'static) {
    let Some(window) = window() else { return };
    let on_event = Closure::<dyn FnMut(DragEvent)>::new(move |event: DragEvent| {
        let Some(data) = event.data_transfer().filter(has_files) else { return };
        match event.type_().as_str() {
            "dragover" => {
                event.prevent_default();
                data.set_drop_effect("copy");
                on_drop(Drop::Hovering);
            }
            "drop" => {
                event.prevent_default();
                on_drop(Drop::Files(files::from_list(data.files())));
            }
            // Every step from one element to the next is a `dragleave`; one that leads nowhere has
            // left the page.
            _ if event.related_target().is_none() => on_drop(Drop::Gone),
            _ => {}
        }
    });
    for name in ["dragover", "dragleave", "drop"] {
        let _ = window.add_event_listener_with_callback(name, on_event.as_ref().unchecked_ref());
    }
    on_event.forget();
}

/// Text can be dragged too, into a field. While files hang over the page only their type is told;
/// some engines tell only the files of a drop that a script made.
fn has_files(data: &DataTransfer) -> bool {
    data.types().includes(&"Files".into(), 0) || data.files().is_some_and(|files| files.length() > 0)
}
