//! The messages between page and worker.
//!
//! | message | form | direction |
//! |---|---|---|
//! | an ask | ArrayBuffer: postcard of (ticket, Ask) | page → worker |
//! | a slice of the open file | Array of ticket and ArrayBuffer | page → worker |
//! | an answer | ArrayBuffer: postcard of (ticket, Answer) | worker → page |
//! | a forced panic | the string `panic` | page → worker |
//! | to warm up and end | the string `warm up` | page → a worker of its own |
//! | a panic | a string: its message | worker → page |
//!
//! Buffers are transferred, not copied. A slice does not go through postcard, which would copy it.

use js_sys::{ArrayBuffer, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};

/// Which ask an answer belongs to.
pub type Ticket = u32;

/// What forces a panic in the worker.
pub const PANIC: &str = "panic";

/// What asks a worker to warm the engine up and to end.
pub const WARM_UP: &str = "warm up";

/// How often it does. A browser makes its best code of what has run for a while, and the page ends the worker as
/// soon as there is something to read.
pub const WARM_UP_ROUNDS: u32 = 30;

/// A message and its ticket as a buffer of its own.
pub fn encode<T: Serialize>(ticket: Ticket, message: &T) -> Option<ArrayBuffer> {
    // A vector that grows never fails to take bytes, and our messages have no maps of unknown
    // length, the one thing postcard refuses.
    let bytes = postcard::to_allocvec(&(ticket, message)).ok()?;
    Some(Uint8Array::from(bytes.as_slice()).buffer())
}

/// The ticket and the message in a buffer; `None` where it is something else.
pub fn decode<T: DeserializeOwned>(data: &JsValue) -> Option<(Ticket, T)> {
    postcard::from_bytes(&bytes_of(data)?).ok()
}

/// The bytes of an ArrayBuffer.
fn bytes_of(data: &JsValue) -> Option<Vec<u8>> {
    data.dyn_ref::<ArrayBuffer>().map(|buffer| Uint8Array::new(buffer).to_vec())
}
