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
        })
    };
    Ok(seen.as_array().into_iter().flatten().filter_map(trip).collect())
}

const LISTEN: &str = r"
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
        }
        const trip = { slice: Array.isArray(message), sent: performance.now() };
        spied.push(trip);
        watched.get(this).push(trip);
        return post.call(this, message, ...rest);
    };
";
