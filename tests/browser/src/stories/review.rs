//! Purchase and review: what to buy, a month's walk to its record, and the record in the workspace.

use crate::outcome::{Outcome, check};
use crate::page::Page;
use crate::stories::steps::{example, fill, go, tick_all};

/// The true-up is read, a question is answered, the walk is taken and kept, saved and opened again.
pub async fn of_a_month(page: &Page) -> Outcome {
    example(page).await?;
    go(page, "purchase", "#true-up").await?;
    page.wait_text("#true-up", "Buy 2,398 tokens now").await?;
    page.wait_text("#next-term", "Buy 34,340 tokens").await?;
    page.settled().await?;
    page.no_violations().await?;
    page.click("#true-up .why").await?;
    page.wait_text("#why", "futures").await?;
    page.press(&["Escape"]).await?;
    page.wait_gone("#why[open]").await?;

    page.click("#save-calendar").await?;
    let (name, bytes) = page.downloaded(".ics").await?;
    let calendar = String::from_utf8_lossy(&bytes).into_owned();
    check(calendar.contains("BEGIN:VEVENT"), format!("{name}: {calendar}"))?;
    page.click("#show-order").await?;
    page.wait_text("#order-text", "Please order 2398 Flex tokens").await?;
    fill(page, "#grace_days", "30").await?;
    page.wait_text("#checklist", "1 of 7 questions are answered").await?;
    page.wait_text("#clauses", "30 days of grace after a run-out\tagreed").await?;
    page.settled().await?;
    page.no_violations().await?;

    go(page, "review", "#walk").await?;
    page.wait_text("#since", "This is the first review").await?;
    page.wait_text("#step-top_ten", "Tessel Marrow").await?;
    page.settled().await?;
    page.no_violations().await?;
    tick_all(page).await?;
    fill(page, "#note-decisions", "order before Christmas").await?;
    page.wait_text("#finish", "7 of 7 steps are ticked").await?;
    page.click("#finish-review").await?;
    page.wait_text("#reviews", "7 of 7").await?;
    page.wait_text("#reviews", "order before Christmas").await?;
    page.settled().await?;
    page.no_violations().await?;

    page.click("#review-save").await?;
    let (_, bytes) = page.downloaded(".flexgauge.json").await?;
    let workspace = page.write("kept.flexgauge.json", bytes)?;
    page.open().await?;
    example(page).await?;
    page.upload(&[workspace]).await?;
    go(page, "review", "#reviews").await?;
    page.wait_text("#reviews", "order before Christmas").await?;
    go(page, "purchase", "#checklist").await?;
    page.wait_text("#ways", "Review use monthly\tdone").await.map(drop)
}
