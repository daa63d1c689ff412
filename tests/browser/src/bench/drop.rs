//! From choosing an export to the answers on the page itself.

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
/// parsing take at least, the longer of the two, in milliseconds.
pub async fn to_answers(address: &str, export: &str, floor: Option<f64>) -> Outcome {
    println!();
    for (way, pause) in WAYS {
        let (mut best, mut longest) = (f64::INFINITY, 0.0_f64);
        for _ in 0..TIMES {
            let page = session::open(Engine::Chromium, Setup::default(), None, address, Size::WIDE).await?;
            let file = page.write("export.csv", export)?;
            page.wait_for("#file-input").await?;
            tokio::time::sleep(pause).await;
            page.script(WATCH, vec![]).await?;
            page.upload(&[file]).await?;
            page.wait_for("#cost .figure").await?;
            let seen = page.script("return window.benchmark", vec![]).await?;
            let number = |name: &str| seen[name].as_f64().unwrap_or_default();
            best = best.min(number("answered") - number("chosen"));
            longest = longest.max(number("longest"));
        }
        let against = floor.map(|floor| format!(", {:.2} × max(read, parse)", best / floor));
        let against = against.unwrap_or_default();
        println!("Drop to answers, {way}: {best:.0} ms{against}; longest task of the page: {longest:.0} ms.");
    }
    Ok(())
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
