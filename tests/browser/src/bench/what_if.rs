//! A slider that moves: from each of its steps to the band, in the worker and on the page's main thread.

use super::spy;
use crate::outcome::Outcome;
use crate::page::Page;
use serde_json::json;
use std::time::Duration;

/// How long the slider stands between two steps: longer than one takes, so that each is asked.
const STEP_MS: u32 = 60;
/// How long it moves before it is looked at, and then.
const WARM_UP: Duration = Duration::from_secs(8);
const LOOK: Duration = Duration::from_secs(5);
/// The first habit of which a share can be set; files with few rows may show none.
const SLIDER: &str = ".share input[type=range]";
/// What the main thread did, as Chromium counts it.
const COUNTERS: [&str; 4] = ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration", "TaskDuration"];

/// Moves the slider of a habit's share on a page with its answers on the screen, and prints how long a step takes.
pub async fn share(page: &Page) -> Outcome {
    page.fill("#band-left", "100000").await?;
    page.click("#band button[type=submit]").await?;
    page.wait_gone("#band-left").await?;
    page.click("a[href='#habits']").await?;
    page.wait_for("#habit-limits").await?;
    page.settled().await?;
    if page.count(SLIDER).await? == 0 {
        return Ok(());
    }
    page.devtools("Performance.enable", json!({})).await?;
    page.script(MOVE, vec![json!(SLIDER), json!(STEP_MS)]).await?;
    tokio::time::sleep(WARM_UP).await;
    let (before, trips_before) = (counters(page).await?, spy::trips(page).await?.len());
    tokio::time::sleep(LOOK).await;
    let (after, trips) = (counters(page).await?, spy::trips(page).await?.split_off(trips_before));
    // The changed plan goes first, then what the band shows is asked for.
    let mut worker: Vec<f64> = trips.chunks_exact(2).map(|step| step[1].heard - step[0].sent).collect();
    let steps = worker.len();
    worker.sort_by(f64::total_cmp);
    let a_step = |index: usize| (after[index] - before[index]) * 1e3 / steps as f64;
    println!(
        "A habit’s slider in motion, {steps} steps: the band is answered after {:.1} ms (the middle one); on the main \
         thread {:.1} ms of script a step, {:.1} ms of layout and style, {:.1} ms of everything.",
        worker.get(steps / 2).copied().unwrap_or(f64::NAN),
        a_step(0),
        a_step(1) + a_step(2),
        a_step(3)
    );
    Ok(())
}

/// Moves the slider until the page is closed.
const MOVE: &str = "
    const [selector, pause] = arguments;
    const slider = document.querySelector(selector);
    let step = 0;
    setInterval(() => {
        slider.value = ((++step % 19) + 1) * 5;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
    }, pause);
";

async fn counters(page: &Page) -> Outcome<Vec<f64>> {
    let metrics = page.devtools("Performance.getMetrics", json!({})).await?;
    let value = |name: &&str| {
        let metrics = metrics["metrics"].as_array()?;
        metrics.iter().find(|metric| metric["name"] == **name)?["value"].as_f64()
    };
    Ok(COUNTERS.iter().map(|name| value(name).unwrap_or(f64::NAN)).collect())
}
