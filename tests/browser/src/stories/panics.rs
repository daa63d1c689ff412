//! A mistake in Flexgauge itself never loses what its reader has set: a calm panel says what
//! happened, and the workspace can be saved although no Rust runs any more.

use serde_json::json;

use crate::outcome::{Outcome, check};
use crate::page::Page;

/// What stands in for a workspace; the letters show that the text survives as it is.
const WORKSPACE: &str = r#"{"schema":"flexgauge.workspace/1","note":"Zoë, 10 €"}"#;

/// The page itself panics.
pub async fn in_page(page: &Page) -> Outcome {
    let said = panel_after(page, "#test-panic-page", "page").await?;
    check(said.contains("Flexgauge has stopped"), format!("the panel says: {said}"))?;
    saves(page).await?;
    // Otherwise the new page panics as it was told to.
    page.script("history.replaceState(null, '', '#')", vec![]).await?;
    page.click_role("button", "Reload").await?;
    page.wait_gone("#panic").await
}

/// The worker panics: the page lives on, and starts another.
pub async fn in_worker(page: &Page) -> Outcome {
    let said = panel_after(page, "#test-panic-worker", "worker").await?;
    check(said.contains("The calculation has stopped"), format!("the panel says: {said}"))?;
    saves(page).await?;
    page.click_role("button", "Start again").await?;
    page.wait_gone("#panic").await?;
    super::thread::upload(page).await
}

/// Forces a panic, and gives what the panel then says.
async fn panel_after(page: &Page, force: &str, place: &str) -> Outcome<String> {
    page.wait_for("#status").await?;
    page.script("window.flexgauge.mirror(arguments[0])", vec![json!(WORKSPACE)]).await?;
    page.script("location.hash = arguments[0]", vec![json!(force)]).await?;
    page.wait_for(&format!("#panic[data-where={place}]")).await?;
    // What a reader is told is calm and plain; the technical words wait behind “Details”.
    let said = page.text("#panic").await?;
    check(!said.contains("panicked"), format!("the panel shows technical words: {said}"))?;
    check(said.contains("Nothing has left this browser"), format!("the panel says: {said}"))?;
    page.no_requests().await?;
    Ok(said)
}

async fn saves(page: &Page) -> Outcome {
    page.click_role("button", "Save my workspace").await?;
    let (name, bytes) = page.downloaded(".flexgauge.json").await?;
    let text = String::from_utf8_lossy(&bytes);
    check(text == WORKSPACE, format!("{name} holds {text}"))
}
