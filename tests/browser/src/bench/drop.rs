//! From choosing an export to the answers on the page itself.

use crate::engine::{Engine, Setup};
use crate::outcome::Outcome;
use crate::page::Size;
use crate::session;

/// How often: the first is in a page that has just been opened.
const TIMES: u32 = 3;

/// Prints how long it takes, and the longest task of the page meanwhile. `floor`: what reading and
/// parsing take at least, the longer of the two, in milliseconds.
pub async fn to_answers(address: &str, export: &str, floor: Option<f64>) -> Outcome {
    let (mut times, mut longest) = (Vec::new(), 0.0_f64);
    for _ in 0..TIMES {
        let page = session::open(Engine::Chromium, Setup::default(), None, address, Size::WIDE).await?;
        let file = page.write("export.csv", export)?;
        page.wait_for("#file-input").await?;
        page.script(WATCH, vec![]).await?;
        page.upload(&[file]).await?;
        page.wait_for("#cost .figure").await?;
        let seen = page.script("return window.benchmark", vec![]).await?;
        let number = |name: &str| seen[name].as_f64().unwrap_or_default();
        times.push(number("answered") - number("chosen"));
        longest = longest.max(number("longest"));
    }
    let best = times.iter().copied().fold(f64::INFINITY, f64::min);
    let against = floor.map(|floor| format!(", {:.2} × max(read, parse)", best / floor)).unwrap_or_default();
    println!("\nDrop to answers: {best:.0} ms{against}; longest task of the page: {longest:.0} ms.");
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
