//! Charts and tables taken along: as picture and as text, with names as the page shows them.

use serde_json::json;

use crate::engine::Engine;
use crate::outcome::{Outcome, check};
use crate::page::Page;
use crate::stories::steps::{example, go};

/// What the clipboard holds: its text, or the size of its picture.
const HELD: &str = "
    const done = arguments[arguments.length - 1];
    (async () => {
        const [item] = await navigator.clipboard.read();
        if (!item.types.includes('image/png')) return await navigator.clipboard.readText();
        const picture = await createImageBitmap(await item.getType('image/png'));
        return `${picture.width} × ${picture.height}`;
    })().then(done, (why) => done(String(why)));";

/// A chart is copied as picture and as text, tables as text, and no name goes along while they are hidden.
pub async fn of_charts_and_tables(page: &Page) -> Outcome {
    example(page).await?;
    page.settled().await?;
    page.click("#months .copy").await?;
    taken(page).await?;
    if can_look(page) {
        let held = held(page).await?;
        check(held.starts_with("1344 × "), format!("the clipboard holds {held}"))?;
    }
    page.click("#months .copy + .copy").await?;
    page.wait_text("#months .copy + .copy", "✓").await?;
    page.wait_text("#status", "Copied.").await?;
    if can_look(page) {
        let held = held(page).await?;
        check(held.starts_with("Month\tTokens\tCost\nNov 2025\t"), format!("the clipboard holds {held}"))?;
    }
    page.settled().await?;
    page.no_violations().await?;

    for hidden in [false, true] {
        if hidden {
            page.click("#open-plan").await?;
            page.click("#hide-names").await?;
            page.press(&["Escape"]).await?;
            page.wait_gone("#plan").await?;
        }
        go(page, "licences", "#licence-people tbody").await?;
        let (there, gone) = if hidden { ("Person 0", "Marrow") } else { ("Tessel Marrow", "Person 0") };
        page.wait_text("#licence-people", there).await?;
        page.click("#licence-people .copy").await?;
        page.wait_text("#licence-people .copy", "✓").await?;
        if can_look(page) {
            let held = held(page).await?;
            let lines: Vec<&str> = held.lines().collect();
            let widths = lines.iter().map(|line| line.matches('\t').count());
            check(lines.len() > 10 && widths.clone().all(|tabs| tabs == 5), format!("no table: {held}"))?;
            check(held.starts_with("Person\tDays a year\tFlex a year\t"), &held)?;
            check(held.contains(there) && !held.contains(gone), format!("other names: {held}"))?;
            check(!held.contains("Accept") && !held.contains("more"), format!("buttons: {held}"))?;
        }
        go(page, "overview", "#months").await?;
        page.settled().await?;
    }
    Ok(())
}

/// The picture is in the clipboard or, where that takes none, among the downloads.
async fn taken(page: &Page) -> Outcome {
    let end = "return document.querySelector('#status').innerText.match(/^Copied|is saved/)?.[0]";
    if page.until("a copied picture", end, vec![]).await? == "Copied" {
        return Ok(());
    }
    page.wait_text("#status", "flexgauge-months.png is saved").await?;
    let (_, bytes) = page.downloaded("flexgauge-months.png").await?;
    check(bytes.starts_with(b"\x89PNG"), "no PNG")
}

/// Chromium alone lets a driver look into the clipboard.
fn can_look(page: &Page) -> bool {
    page.engine() == Engine::Chromium
}

async fn held(page: &Page) -> Outcome<String> {
    let allow = json!({ "permission": { "name": "clipboard-read" }, "setting": "granted" });
    page.devtools("Browser.setPermission", allow).await?;
    let held = page.script_async(HELD).await?;
    Ok(held.as_str().unwrap_or_default().to_owned())
}
