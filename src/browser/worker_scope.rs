//! The worker's own side of the wire.

use super::{IN_BROWSER, forced, wire};
use engine::desk::{Answer, Ask};
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// What the page sends.
pub enum Message {
    /// An ask.
    Ask(Ask),
    /// The next bytes of the open file.
    Slice(Slice),
}

/// Bytes that came from the page and are not in the engine's memory yet.
pub struct Slice(Uint8Array);

/// How much of a slice is copied at once: few enough that it is still in the processor's cache when it is read,
/// and that a slice is never in memory twice.
const PIECE_BYTES: usize = 256 * 1024;

/// Where a piece begins in the engine's memory: at a line of the processor's cache, as slices do in the page's.
/// Between two places that stand differently copying can take six times as long.
const CACHE_LINE_BYTES: usize = 64;

impl Slice {
    /// Hands over the bytes piece by piece, at least one piece; gives what was said to the last.
    pub fn in_pieces(&self, mut take: impl FnMut(&[u8]) -> Answer) -> Answer {
        let mut room = vec![0; PIECE_BYTES.min(self.0.length() as usize) + CACHE_LINE_BYTES];
        let start = room.as_ptr().align_offset(CACHE_LINE_BYTES) % CACHE_LINE_BYTES;
        let piece = &mut room[start..];
        let mut copy = |from: usize| {
            let bytes = self.0.subarray(from as u32, (from + PIECE_BYTES) as u32);
            let piece = &mut piece[..bytes.length() as usize];
            bytes.copy_to(piece);
            take(piece)
        };
        let mut answer = copy(0);
        for from in (PIECE_BYTES..self.0.length() as usize).step_by(PIECE_BYTES) {
            answer = copy(from);
        }
        answer
    }
}

/// Answers every message with what `answer` gives, until the page ends the worker. A worker that is only
/// to warm up does so and ends.
pub fn serve(mut answer: impl FnMut(Message) -> Answer + 'static, warm_up: fn()) {
    let Some(scope) = scope() else { return };
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        match data.as_string().as_deref() {
            Some(wire::PANIC) => forced::force("worker"),
            Some(wire::WARM_UP) => {
                (0..wire::WARM_UP_ROUNDS).for_each(|_| warm_up());
                end();
            }
            _ => {}
        }
        if let Some((ticket, message)) = read(&data) {
            post(ticket, &answer(message));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

/// The worker's last words.
pub(super) fn post_panic(message: &str) {
    if let Some(scope) = scope() {
        let _ = scope.post_message(&JsValue::from_str(message));
    }
}

fn end() {
    if let Some(scope) = scope() {
        scope.close();
    }
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    if IN_BROWSER { js_sys::global().dyn_into().ok() } else { None }
}

fn read(data: &JsValue) -> Option<(wire::Ticket, Message)> {
    if let Some(pair) = data.dyn_ref::<js_sys::Array>() {
        let bytes = Uint8Array::new(pair.get(1).dyn_ref::<ArrayBuffer>()?);
        return Some((pair.get(0).as_f64()? as wire::Ticket, Message::Slice(Slice(bytes))));
    }
    let (ticket, ask) = wire::decode(data)?;
    Some((ticket, Message::Ask(ask)))
}

fn post(ticket: wire::Ticket, answer: &Answer) {
    let (Some(scope), Some(buffer)) = (scope(), wire::encode(ticket, answer)) else { return };
    let _ = scope.post_message_with_transfer(&buffer, &js_sys::Array::of1(&buffer));
}
