//! What several stories begin with.

use crate::outcome::Outcome;
use crate::page::Page;

/// The steps of a review.
const STEPS: [&str; 7] = ["data", "top_ten", "spikes", "people", "forecast", "alerts", "decisions"];

/// Opens the built-in example.
pub async fn example(page: &Page) -> Outcome {
    page.wait_for("#example").await?;
    page.settled().await?;
    page.click("#example").await?;
    page.wait_text("#cost", "€120,750").await.map(drop)
}

/// Goes to a place by the bar, and waits for something in it.
pub async fn go(page: &Page, place: &str, there: &str) -> Outcome {
    page.click(&format!("nav a[href='#{place}']")).await?;
    page.wait_for(there).await
}

/// Fills a field and leaves it. The drivers differ in when they tell a page of that, so it is said.
pub async fn fill(page: &Page, selector: &str, text: &str) -> Outcome {
    page.fill(selector, text).await?;
    let script = "document.querySelector(arguments[0]).dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(script, vec![serde_json::json!(selector)]).await.map(drop)
}

/// Ticks every step of the review.
pub async fn tick_all(page: &Page) -> Outcome {
    for step in STEPS {
        // WebKit's driver loses its aim where the page is drawn anew between scrolling and clicking.
        page.script(&format!("document.querySelector('#done-{step}').click()"), vec![]).await?;
    }
    // The walk is drawn anew; a field would be lost under the fingers.
    page.settled().await
}
