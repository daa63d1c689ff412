//! From the step of a slider to the band: in the worker, and on the page's main thread.

use super::spy::{self, Trip};
use crate::outcome::Outcome;
use crate::page::Page;
use serde_json::json;

/// Steps that are measured, after one that warms up.
const STEPS: usize = 12;
/// The first habit of which a share can be set; files with few rows may show none.
const SLIDER: &str = ".share input[type=range]";
/// What the main thread did, as Chromium counts it.
const COUNTERS: [&str; 2] = ["ScriptDuration", "TaskDuration"];

/// Sets the share of a habit again and again on a page with its answers on the screen, and prints how long
/// a step takes.
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
    step(page, 0).await?;
    let before = counters(page).await?;
    let mut worker = Vec::new();
    for number in 1..=STEPS {
        let trips = step(page, number).await?;
        // The changed plan goes first, then what the band shows is asked for.
        if let [plan, band, ..] = trips[..] {
            worker.push(band.heard - plan.sent);
        }
    }
    let after = counters(page).await?;
    worker.sort_by(f64::total_cmp);
    let a_step = |index: usize| (after[index] - before[index]) * 1e3 / STEPS as f64;
    println!(
        "A habit’s share set: {:.1} ms in the worker until the band is answered (middle of {STEPS}); on the main \
         thread {:.1} ms of script and {:.1} ms of all tasks a step, the place below the band included.",
        worker.get(worker.len() / 2).copied().unwrap_or(f64::NAN),
        a_step(0),
        a_step(1)
    );
    Ok(())
}

/// One step of the slider; ends when all that it asked for is drawn.
async fn step(page: &Page, number: usize) -> Outcome<Vec<Trip>> {
    let before = spy::trips(page).await?.len();
    let script = "
        const slider = document.querySelector(arguments[1]);
        slider.value = arguments[0];
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        slider.dispatchEvent(new Event('change', { bubbles: true }));
    ";
    page.script(script, vec![json!((number % 10 + 1) * 5), json!(SLIDER)]).await?;
    // The slider rests a moment before what it says is asked.
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    Ok(spy::trips(page).await?.split_off(before))
}

async fn counters(page: &Page) -> Outcome<Vec<f64>> {
    let metrics = page.devtools("Performance.getMetrics", json!({})).await?;
    let value = |name: &&str| {
        let metrics = metrics["metrics"].as_array()?;
        metrics.iter().find(|metric| metric["name"] == **name)?["value"].as_f64()
    };
    Ok(COUNTERS.iter().map(|name| value(name).unwrap_or(f64::NAN)).collect())
}
