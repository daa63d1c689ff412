//! Waiting for one's turn, as a queue of promises.

use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// A place in a queue: [`Turn::begin`] waits until the place before has ended.
#[derive(Clone)]
pub struct Turn {
    before: Option<Promise>,
    ended: Promise,
    end: Rc<RefCell<Option<Function>>>,
}

impl Turn {
    /// The place after another, or the first.
    pub fn after(before: Option<Turn>) -> Turn {
        let end = Rc::new(RefCell::new(None));
        let ended = Promise::new(&mut |resolve, _| {
            end.replace(Some(resolve));
        });
        Turn { before: before.map(|turn| turn.ended), ended, end }
    }

    /// Waits.
    pub async fn begin(&self) {
        if let Some(before) = self.before.clone() {
            // It is never rejected.
            let _ = JsFuture::from(before).await;
        }
    }

    /// Lets the next one begin.
    pub fn end(&self) {
        if let Some(end) = self.end.take() {
            let _ = end.call0(&JsValue::UNDEFINED);
        }
    }
}
