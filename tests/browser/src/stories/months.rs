//! Two monthly reviews, and the report of the second on paper.

use std::fs;

use serde_json::json;

use crate::engine::Engine;
use crate::outcome::{Outcome, check};
use crate::page::Page;
use crate::pdf;
use crate::stories::steps::{fill, go, tick_all};

const HEADER: &str = "day_used,first_name,last_name,email,team_alias,offering_name,tokens_used\n";

/// Who uses what, for how many tokens, on which days of a month.
const PEOPLE: [(&str, &str, &str, u32, u32); 4] = [
    ("Ann", "Brook", "AutoCAD", 7, 1),
    ("Ben", "Moss", "Revit", 10, 2),
    ("Cara", "Flint", "Civil 3D", 9, 3),
    ("Dov", "Reed", "AutoCAD", 7, 4),
];

/// An export of these months of 2026, each of 28 days; `gone` has a seat by then.
fn export(months: std::ops::RangeInclusive<u32>, gone: &str) -> String {
    let mut text = HEADER.to_owned();
    for (month, day) in months.flat_map(|month| (1..=28).map(move |day| (month, day))) {
        for (first, last, product, tokens, every) in PEOPLE {
            if first != gone && day % every == 0 {
                let mail = format!("{first}.{last}@firm.example").to_lowercase();
                text +=
                    &format!("2026-{month:02}-{day:02},{first},{last},{mail},Design,{product},{tokens}\n");
            }
        }
    }
    text
}

/// The first month: what is left and the renewal are stated, moves accepted, the walk taken and recorded.
/// The second: its export comes on top, promises are held against it, and the report is printed.
pub async fn reviewed(page: &Page) -> Outcome {
    page.wait_for("#drop").await?;
    page.settled().await?;
    let june = page.write("to-june.csv", export(1..=6, ""))?;
    page.upload(&[june]).await?;
    page.wait_text("#cost", "2,796 tokens").await?;
    page.fill("#band-left", "2000").await?;
    page.click("#band form button[type=submit]").await?;
    page.click("#open-plan").await?;
    page.fill("#term-end", "2026-12-31").await?;
    page.press(&["Escape"]).await?;
    page.wait_gone("#plan").await?;
    go(page, "licences", "#accept-all").await?;
    page.click("#accept-all").await?;
    page.wait_text("#accepted-moves", "2 people accepted").await?;

    go(page, "review", "#walk").await?;
    page.wait_text("#since", "This is the first review").await?;
    page.wait_text("#step-data", "up to Jun 28, 2026").await?;
    page.wait_text("#step-top_ten", "Ann Brook").await?;
    page.wait_text("#step-decisions", "2 moves accepted").await?;
    tick_all(page).await?;
    fill(page, "#note-people", "Ann and Ben get seats in July").await?;
    page.click("#finish-review").await?;
    page.wait_text("#reviews", "Ann and Ben get seats in July").await?;

    let july = page.write("july.csv", export(7..=7, "Ann"))?;
    page.upload(&[july]).await?;
    page.wait_text("#step-data", "up to Jul 28, 2026").await?;
    page.wait_text("#since", "Since the rows of Jun 28, 2026").await?;
    // Ben was to move and still draws tokens: less is shown than was promised.
    let savings = page.wait_text("#savings", "a year promised for 2 people").await?;
    check(savings.contains("$7,318 a year promised for 2 people, $2,208 shown by the rows"), &savings)?;
    page.settled().await?;
    page.no_violations().await?;
    tick_all(page).await?;
    fill(page, "#note-decisions", "Ask why Ben is still on Flex").await?;
    page.wait_text("#finish", "7 of 7 steps are ticked").await?;
    page.click("#finish-review").await?;
    page.wait_text("#reviews", "2 reviews are kept").await?;
    page.wait_text("#reviews", "shown").await?;
    printed(page).await
}

/// The report goes to the printer, is what it is on paper, and leaves the page as it was.
async fn printed(page: &Page) -> Outcome {
    fill(page, "#report-text", "For the board.").await?;
    if page.engine() == Engine::WebKit {
        // Its driver cannot print; the file says the same.
        page.click("#save-report").await?;
        let (_, bytes) = page.downloaded("report.html").await?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        return check(text.contains("For the board.") && text.contains("Ann Brook"), text);
    }
    // The dialog would wait for somebody: the driver prints instead, which the page takes for the printer.
    page.script("window.print = () => { window.dialogs = (window.dialogs ?? 0) + 1 }", vec![]).await?;
    let title = page.script("return document.title", vec![]).await?;
    page.click("#print-report").await?;
    let dialog = "return window.dialogs === 1 && document.title === 'Autodesk Flex tokens'";
    page.until("the print dialog", dialog, vec![]).await?;
    let bytes = page.print().await?;
    if let Ok(folder) = std::env::var("FLEXGAUGE_PAPERS") {
        fs::write(format!("{folder}/{}-report.pdf", page.engine()), &bytes)?;
    }
    let paper = pdf::read(&bytes)?;
    paper.says_all(HEADLINES)?;
    check((1..=4).contains(&paper.pages), format!("{} pages", paper.pages))?;
    check(!paper.says("Finish the review"), "the screen is on the paper too")?;
    page.wait_gone("#paper").await?;
    let put_back = "return document.title === arguments[0]";
    page.until("the title of before", put_back, vec![json!(title)]).await?;

    // Without it, the place itself is printed.
    let paper = pdf::read(&page.print().await?)?;
    check(paper.says("7 of 7") && !paper.says("For the board."), "the place is not on the paper")
}

/// What a manager reads, and what procurement does.
const HEADLINES: &[&str] = &[
    "Autodesk Flex tokens",
    "Rows from Jan 1, 2026 to Jul 28, 2026. Made on",
    "For the board.",
    "$9,198",
    "Ann Brook",
    "Move 2 people to subscriptions: saves $6,281 a year",
    "Empty on Dec 25, 2026, 6 days before renewal.",
    "862 tokens cost least",
    "Made with Flexgauge",
];
