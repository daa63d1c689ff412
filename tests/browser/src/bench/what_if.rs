//! From the step of a slider to the band: in the worker, and on the page's main thread.

use super::spy::{self, Trip};
use crate::outcome::Outcome;
use crate::page::Page;
use serde_json::json;

/// Steps that are measured, after some that warm up.
const STEPS: usize = 12;
const WARM_UP: usize = 4;
/// The first habit of which a share can be set; files with few rows may show none.
const SLIDER: &str = ".share input[type=range]";
/// What the main thread did, as Chromium counts it.
const COUNTERS: [&str; 2] = ["ScriptDuration", "TaskDuration"];

/// Moves the slider of a habit's share on a page with its answers on the screen, and prints how long a step takes:
/// until the band is answered, and with the place below, which asks when the slider has come to rest.
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
    for number in 1..=WARM_UP {
        step(page, number).await?;
    }
    let before = counters(page).await?;
    let (mut worker, mut asking, mut taking) = (Vec::new(), Vec::new(), Vec::new());
    for number in 1..=STEPS {
        let (asked, trips) = step(page, number).await?;
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
        "A step of a habit’s slider, until the band is answered: {:.1} ms in the worker; on the main thread \
         {:.1} ms of script to ask and {:.1} ms to show it (middle of {STEPS} each). With the place below it, once at rest, \
         {:.1} ms of script and {:.1} ms of all tasks a step.",
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

/// One step of the slider; ends when all that it asked for is drawn. Gives how long the page took to ask.
async fn step(page: &Page, number: usize) -> Outcome<(f64, Vec<Trip>)> {
    let before = spy::trips(page).await?.len();
    let script = "
        const slider = document.querySelector(arguments[0]);
        slider.value = arguments[1];
        const moved = new Event('input', { bubbles: true });
        window.spent(() => slider.dispatchEvent(moved), (took) => { window.asked = took; });
    ";
    page.script(script, vec![json!(SLIDER), json!((number % 10 + 1) * 5)]).await?;
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
