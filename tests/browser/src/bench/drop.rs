//! From choosing an export to the answers on the page itself.

use super::spy::{self, Trip};
use super::what_if;
use crate::engine::{Engine, Setup};
use crate::outcome::Outcome;
use crate::page::Size;
use crate::session;
use std::time::Duration;

/// How often each way, in a page of its own.
const TIMES: u32 = 3;
/// At once, while the engine still warms up; and as people do, who have to find their file first.
const WAYS: [(&str, Duration); 2] =
    [("chosen at once", Duration::ZERO), ("chosen after two seconds", Duration::from_secs(2))];

/// Prints how long it takes, and the longest task of the page meanwhile. `floor`: what reading and
/// parsing take at least, the longer of the two, in milliseconds. Then what a what-if takes there.
pub async fn to_answers(address: &str, export: &str, floor: Option<f64>) -> Outcome {
    println!();
    for (way, pause) in WAYS {
        let (mut best, mut longest, mut parts) = (f64::INFINITY, 0.0_f64, String::new());
        for time in 1..=TIMES {
            let page = session::open(Engine::Chromium, Setup::default(), None, address, Size::WIDE).await?;
            let file = page.write("export.csv", export)?;
            page.wait_for("#file-input").await?;
            tokio::time::sleep(pause).await;
            page.script(WATCH, vec![]).await?;
            spy::listen(&page).await?;
            page.upload(&[file]).await?;
            page.wait_for("#cost .figure").await?;
            let seen = page.script("return window.benchmark", vec![]).await?;
            let number = |name: &str| seen[name].as_f64().unwrap_or_default();
            longest = longest.max(number("longest"));
            let (chosen, answered) = (number("chosen"), number("answered"));
            if answered - chosen < best {
                best = answered - chosen;
                parts = parts_of(&spy::trips(&page).await?, chosen, answered);
            }
            if !pause.is_zero() && time == TIMES {
                what_if::share(&page).await?;
            }
        }
        let against = floor.map(|floor| format!(", {:.2} × max(read, parse)", best / floor));
        let against = against.unwrap_or_default();
        println!("Drop to answers, {way}: {best:.0} ms{against}; longest task of the page: {longest:.0} ms.");
        println!("{parts}");
    }
    Ok(())
}

/// Where the time goes: reading and parsing side by side, the log, the answers, drawing.
fn parts_of(trips: &[Trip], chosen: f64, answered: f64) -> String {
    let Some(last) = trips.iter().rposition(|trip| trip.is_slice) else { return String::new() };
    // Then the file is closed, and the overview asked for.
    let [Some(closed), Some(overview)] = [1, 2].map(|next| trips.get(last + next)) else {
        return String::new();
    };
    let slices = || trips.iter().filter(|trip| trip.is_slice);
    let at_work: f64 = slices().map(|trip| trip.heard - trip.sent).sum();
    format!(
        "Of these: slices {:.0} ms (the worker had one for {at_work:.0}), closing the file {:.0}, first answers {:.0}, \
         drawing {:.0}.",
        trips[last].heard - chosen,
        closed.heard - trips[last].heard,
        overview.heard - closed.heard,
        answered - overview.heard,
    )
}

/// Notes when a file is chosen, when the first answer stands, and the longest task in between.
const WATCH: &str = r##"
    const seen = (window.benchmark = { longest: 0 });
    document.querySelector("#file-input").addEventListener("change", () => { seen.chosen ??= performance.now(); }, true);
    new MutationObserver(() => {
        if (document.querySelector("#cost .figure")) seen.answered ??= performance.now();
    }).observe(document.body, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
        for (const task of list.getEntries()) seen.longest = Math.max(seen.longest, task.duration);
    }).observe({ type: "longtask" });
"##;
