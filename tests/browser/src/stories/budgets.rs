//! Monthly budgets: set with a busy period, seen in the months, the chart and at the top, and taken back.

use serde_json::json;

use crate::outcome::{Outcome, check};
use crate::page::Page;
use crate::stories::steps::{example, go};

/// Types a day: what the drivers may type into such a field hangs on the locale.
async fn day(page: &Page, selector: &str, value: &str) -> Outcome {
    let script = "const field = document.querySelector(arguments[0]); field.value = arguments[1]; \
                  field.dispatchEvent(new Event('input', { bubbles: true }))";
    page.script(script, vec![json!(selector), json!(value)]).await.map(drop)
}

/// Chooses the option that reads so.
async fn choose(page: &Page, selector: &str, text: &str) -> Outcome {
    let script = "const list = document.querySelector(arguments[0]); \
                  list.value = [...list.options].find(one => one.text === arguments[1]).value; \
                  list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(script, vec![json!(selector), json!(text)]).await.map(drop)
}

/// A tender, a budget that names it, another one for the team; the months, the drawing, the alert, the files, undo.
pub async fn by_busy_period(page: &Page) -> Outcome {
    example(page).await?;
    go(page, "forecast", "#budgets").await?;
    page.fill("#busy-name", "Tender season").await?;
    day(page, "#busy-from", "2026-12-01").await?;
    day(page, "#busy-to", "2026-12-15").await?;
    page.fill("#busy-amount", "30").await?;
    page.script("document.querySelector('#busy button[type=submit]').click()", vec![]).await?;
    page.wait_text("#busy .entries", "Tender season").await?;
    // What else is planned is asked of others, who are told what is known.
    page.script("document.querySelector('#planned-work').click()", vec![]).await?;
    page.wait_text("#busy", "Which work is planned?").await?;
    page.wait_text("#busy", "Tender season, 2026-12-01 to 2026-12-15: 30 % more than usual").await?;

    page.fill("#budget-amount", "3000").await?;
    choose(page, "#budget-period", "Tender season").await?;
    page.fill("#budget-busy", "4500").await?;
    page.script("document.querySelector('#set-budget').click()", vec![]).await?;
    page.wait_text("#budgets .entries", "Common pool: 3,000 a month, in Tender season 4,500").await?;
    // 16 of 31 days at 3,000 and 15 at 4,500.
    page.wait_text("#forecast-months", "3,726").await?;
    page.wait_text("#budget-use figcaption", "budgeted tokens are used").await?;
    page.settled().await?;
    page.no_violations().await?;
    page.click("#forecast-months tbody tr:last-child .ask").await?;
    page.wait_text("#why", "3,000 × 16 ÷ 31 + 4,500 × 15 ÷ 31").await?;
    page.press(&["Escape"]).await?;
    page.wait_gone("#why[open]").await?;

    choose(page, "#budget-of", "Brickline").await?;
    page.fill("#budget-amount", "2500").await?;
    page.script("document.querySelector('#set-budget').click()", vec![]).await?;
    page.wait_text("#budgets .entries", "Brickline: 2,500 a month").await?;
    page.wait_for("#budget-drawn").await?;
    choose(page, "#budget-drawn", "Brickline").await?;
    page.wait_text("#budget-use figcaption", "Brickline: By").await?;
    page.script("document.querySelector('#save-budgets').click()", vec![]).await?;
    let (_, bytes) = page.downloaded("budgets.csv").await?;
    let csv = String::from_utf8_lossy(&bytes).into_owned();
    check(csv.contains("pool,,2026-12,") && csv.contains("3725.8"), format!("the budgets are {csv}"))?;

    go(page, "overview", "#alerts").await?;
    page.wait_text("#alerts", "All together used").await?;
    page.wait_text("#alerts", "Brickline used").await?;
    page.wait_text("#alerts", "the budget is 3,000.").await?;

    page.click("#open-plan").await?;
    page.wait_for("#undo").await?;
    page.click("#undo").await?;
    page.click("#undo").await?;
    page.press(&["Escape"]).await?;
    go(page, "forecast", "#budgets").await?;
    page.wait_gone("#budget-use").await?;
    page.wait_gone("#budgets .entries li").await
}
