//! The date and the passing of time. The engine reads no clock: both are handed to it.

use super::{IN_BROWSER, window};
use engine::usage::Day;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

const DAY_MS: f64 = 86_400_000.0;

/// What natively counts as today, so that tests of components do not change from day to day.
const NATIVE_TODAY: Day = Day(20_665); // 2026-07-31

/// Today's date, by UTC: charge days are UTC days.
pub fn today() -> Day {
    if IN_BROWSER { Day((js_sys::Date::now() / DAY_MS) as i32) } else { NATIVE_TODAY }
}

/// Milliseconds since some moment in the past; for measuring how long something took.
pub fn stopwatch_ms() -> f64 {
    window().and_then(|w| w.performance()).map_or(0.0, |performance| performance.now())
}

/// A call that is yet to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timer(i32);

impl Timer {
    /// The call will not come.
    pub fn cancel(self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.0);
        }
    }
}

/// Calls `then` once, `ms` milliseconds from now; natively at once.
pub fn after_or_now(ms: u32, then: impl FnOnce() + 'static) {
    if IN_BROWSER {
        after(ms, then);
    } else {
        then();
    }
}

/// Calls `then` once, `ms` milliseconds from now; never natively.
pub fn after(ms: u32, then: impl FnOnce() + 'static) -> Timer {
    let Some(window) = window() else { return Timer(0) };
    let then = Closure::once_into_js(then);
    let ms = i32::try_from(ms).unwrap_or(i32::MAX);
    let id = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), ms);
    Timer(id.unwrap_or(0))
}
