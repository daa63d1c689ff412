//! What several stories begin with.

use crate::outcome::Outcome;
use crate::page::Page;

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
