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

/// Sets a habit's share, takes it back and sets it again, on a page with its answers on the screen, and prints
/// how long a step takes: until the band is answered, and with the place below it.
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
    page.script(SET, vec![json!(SLIDER)]).await?;
    page.wait_for("#now-then").await?;
    page.settled().await?;
    page.devtools("Performance.enable", json!({})).await?;
    step(page, "z").await?;
    let before = counters(page).await?;
    let (mut worker, mut asking, mut taking) = (Vec::new(), Vec::new(), Vec::new());
    for key in ["y", "z"].into_iter().cycle().take(STEPS) {
        let (asked, trips) = step(page, key).await?;
        // The changed plan goes first, then what the band shows is asked for.
        if let [plan, band, ..] = trips[..] {
            worker.push(band.heard - plan.sent);
            asking.push(asked);
            taking.push(plan.taken + band.taken);
        }
    }
    let after = counters(page).await?;
    let a_step = |index: usize| (after[index] - before[index]) * 1e3 / STEPS as f64;
    println!(
        "A habit’s share set and taken back, until the band is answered: {:.1} ms in the worker; on the main thread \
         {:.1} ms of script to ask and {:.1} ms to show it (middle of {STEPS} each). With the place below it {:.1} ms \
         of script and {:.1} ms of all tasks a step.",
        middle(worker),
        middle(asking),
        middle(taking),
        a_step(0),
        a_step(1)
    );
    Ok(())
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

const SET: &str = "
    const slider = document.querySelector(arguments[0]);
    slider.value = 40;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    slider.dispatchEvent(new Event('change', { bubbles: true }));
";

/// One step by a key; ends when all that it asked for is drawn. Gives how long the page took to ask.
async fn step(page: &Page, key: &str) -> Outcome<(f64, Vec<Trip>)> {
    let before = spy::trips(page).await?.len();
    let script = "
        const press = new KeyboardEvent('keydown', { key: arguments[0], ctrlKey: true, bubbles: true, cancelable: true });
        window.spent(() => document.body.dispatchEvent(press), (took) => { window.asked = took; });
    ";
    page.script(script, vec![json!(key)]).await?;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    let asked = page.script("return window.asked", vec![]).await?.as_f64().unwrap_or(f64::NAN);
    Ok((asked, spy::trips(page).await?.split_off(before)))
}

async fn counters(page: &Page) -> Outcome<Vec<f64>> {
    let metrics = page.devtools("Performance.getMetrics", json!({})).await?;
    let value = |name: &&str| {
        let metrics = metrics["metrics"].as_array()?;
        metrics.iter().find(|metric| metric["name"] == **name)?["value"].as_f64()
    };
    Ok(COUNTERS.iter().map(|name| value(name).unwrap_or(f64::NAN)).collect())
}
