//! The Usage place: two months, one product, what changed, and whose use it was.

use std::path::PathBuf;

use crate::outcome::{Outcome, check};
use crate::page::Page;

/// Drops two exports, presses a product, reads what changed, and saves the charge-back.
pub async fn of_two_months(page: &Page) -> Outcome {
    let case = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../data/results/two_months_overlap");
    page.wait_for("#drop").await?;
    page.settled().await?;
    page.drop_on("body", &[case.join("1-june-july.csv"), case.join("2-july-august.csv")]).await?;
    page.wait_text("#read", "2 files").await?;
    page.click("nav a[href='#usage']").await?;
    page.wait_text("#usage-sums", "1,278 tokens").await?;
    page.settled().await?;
    page.no_violations().await?;

    page.click("#usage-parts tbody button.link").await?;
    page.wait_text("#usage-chips", "Product: ").await?;
    page.wait_text("#usage-sums", "on 1 product").await?;
    page.wait_text("#changed", "the pace before").await?;
    page.settled().await?;
    page.no_violations().await?;
    // What is filtered stays when the place is left.
    page.click("nav a[href='#overview']").await?;
    page.wait_for("#cost").await?;
    page.click("nav a[href='#usage']").await?;
    page.wait_text("#usage-chips", "Product: ").await?;
    page.click("#usage-chips button").await?;
    page.wait_text("#usage-sums", "1,278 tokens").await?;

    page.click("#charge-back .toggles button:last-child").await?;
    page.wait_text("#charge-back", "0 tokens are unassigned").await?;
    page.click("#export-charge-back").await?;
    let (_, bytes) = page.downloaded("charge-back.csv").await?;
    let csv = String::from_utf8_lossy(&bytes);
    check(csv.contains("team,month,tokens,amount,currency"), format!("the charge-back is {csv}"))
}
