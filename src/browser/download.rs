//! Files that the page gives.

use super::{clock, document};
use wasm_bindgen::JsCast;

/// How long the browser has to take the bytes before they are let go.
const TAKEN_MS: u32 = 60_000;

/// Saves a file among the person's downloads, under `name`.
pub fn save(name: &str, mime: &str, bytes: &[u8]) {
    if document().is_none() {
        return;
    }
    let properties = web_sys::BlobPropertyBag::new();
    properties.set_type(mime);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let Ok(blob) = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &properties) else { return };
    save_blob(name, &blob);
}

/// The same for what the browser holds already.
pub fn save_blob(name: &str, blob: &web_sys::Blob) {
    let Some(document) = document() else { return };
    let Ok(anchor) = document.create_element("a") else { return };
    let anchor: web_sys::HtmlAnchorElement = anchor.unchecked_into();
    let Ok(address) = web_sys::Url::create_object_url_with_blob(blob) else { return };
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    clock::after(TAKEN_MS, move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    });
}
