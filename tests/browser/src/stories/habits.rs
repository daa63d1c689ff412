//! The Habits place by keyboard: a slider that saves, a week that is charged, a draft that is read.

use crate::outcome::{Outcome, check};
use crate::page::Page;

/// The example's habits, with the keyboard alone.
pub async fn by_keyboard(page: &Page) -> Outcome {
    page.click("#example").await?;
    page.wait_for("#people").await?;
    page.click("a[href='#habits']").await?;
    page.wait_text("#habit-limits", "days without times").await?;
    page.wait_text("#habits-saved", "No change is set yet").await?;
    page.settled().await?;
    page.no_violations().await?;

    // Six keys are one step to undo.
    page.tab_to("input#share-several-products").await?;
    page.press(&["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"]).await?;
    page.wait_text("#habit-several-products output", "30").await?;
    page.wait_text("#habits-saved", "The changes you set save").await?;
    page.wait_text("#habits-run-out", "run out on").await?;
    page.wait_text("#habit-several-products .saves", "Saves").await?;
    page.press(&["Control+z"]).await?;
    page.wait_text("#habits-saved", "No change is set yet").await?;
    page.wait_text("#habit-several-products output", "0").await?;
    // Taken back before the slider rests, a step stays so.
    page.press(&["ArrowRight", "Control+z", "ArrowRight", "ArrowRight"]).await?;
    page.wait_text("#habit-several-products .saves", "Saves").await?;
    page.wait_text("#habit-several-products output", "10").await?;
    page.press(&["Control+z"]).await?;
    page.wait_text("#habits-saved", "No change is set yet").await?;

    page.tab_to("select#parts-by").await?;
    page.press(&["p", "r"]).await?;
    page.wait_text("#habit-parts thead", "Product").await?;

    // The week begins with the second example and a session more.
    page.wait_text("#simulator-total", "This week: 2 charges").await?;
    page.tab_to("select#simulator-preset").await?;
    page.press(&["f"]).await?;
    page.wait_text("#simulator-total", "This week: 1 charge,").await?;
    page.tab_to("button#add-session").await?;
    page.press(&["Space"]).await?;
    page.wait_text("#simulator-total", "This week: 2 charges").await?;
    page.wait_text("#simulator-charges", "Tuesday 10:00: AutoCAD, still in use").await?;
    let fields = page.count("#simulator fieldset").await?;
    check(fields == 3, format!("{fields} sessions"))?;

    page.wait_text("#draft", "Flex tokens").await?;
    page.wait_for("#recognition tbody tr").await?;
    page.settled().await?;
    page.no_violations().await
}
