//! What goes between the page and its worker, and when: one line for each ask and its answer.

use crate::outcome::Outcome;
use crate::page::Page;
use serde_json::Value;

/// An ask on its way to the worker and back, in milliseconds since the page opened.
#[derive(Clone, Copy, Debug)]
pub struct Trip {
    /// A slice of a file, not a question.
    pub is_slice: bool,
    /// When it was sent.
    pub sent: f64,
    /// When its answer was there, whether or not the page could take it at once.
    pub heard: f64,
    /// How long the page's script took to take it, with all that follows at once, without drawing; in milliseconds.
    pub taken: f64,
}

/// Begins to listen. Answers come in the order of the asks.
pub async fn listen(page: &Page) -> Outcome {
    page.script(LISTEN, vec![]).await.map(drop)
}

/// All that was heard since [`listen`].
pub async fn trips(page: &Page) -> Outcome<Vec<Trip>> {
    let seen = page.script("return window.spied", vec![]).await?;
    let trip = |value: &Value| {
        Some(Trip {
            is_slice: value["slice"].as_bool()?,
            sent: value["sent"].as_f64()?,
            heard: value["heard"].as_f64()?,
            taken: value["taken"].as_f64()?,
        })
    };
    Ok(seen.as_array().into_iter().flatten().filter_map(trip).collect())
}

/// `window.spent(call, then)` tells how long a call takes with the microtasks that follow it: those of ours stand
/// behind the page's, and the last that had to wait ends the time.
const LISTEN: &str = r"
    const WAITED = 0.05, ROUNDS = 300;
    window.spent = (call, then) => {
        const start = performance.now();
        call();
        let end = performance.now(), before = end, round = 0;
        const look = () => {
            const now = performance.now();
            if (now - before > WAITED) end = now;
            before = now;
            if (++round < ROUNDS) queueMicrotask(look);
            else then(end - start);
        };
        look();
    };
    const spied = (window.spied = []);
    const watched = new Map();
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
        if (!watched.has(this)) {
            watched.set(this, []);
            this.addEventListener('message', (event) => {
                const trip = watched.get(this).shift();
                if (trip) trip.heard = event.timeStamp;
            });
            const hear = this.onmessage;
            this.onmessage = (event) => {
                const trip = watched.get(this)[0];
                spent(() => hear.call(this, event), (took) => { if (trip) trip.taken = took; });
            };
        }
        const trip = { slice: Array.isArray(message), sent: performance.now() };
        spied.push(trip);
        watched.get(this).push(trip);
        return post.call(this, message, ...rest);
    };
";
