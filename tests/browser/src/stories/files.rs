//! Files that need a word from their owner: columns that nobody foresaw, columns that read in two ways;
//! and a file that is stopped halfway.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::outcome::{Outcome, check};
use crate::page::Page;

const USAGE: &str = "day_used,email,offering_name,tokens_used\n2026-07-01,ann@firm.example,AutoCAD,7\n\
                     2026-07-02,ann@firm.example,AutoCAD,7\n";

/// The log of a licence manager that nobody foresaw: one session has no end that can be read.
const LOG: &str = "Licence log\n\nWho;What;T1;T2\nann@firm.example;AutoCAD;02.03.2026 08:00;02.03.2026 17:00\n\
                   ann@firm.example;AutoCAD;13.03.2026 07:00;13.03.2026 17:00\n\
                   bob@firm.example;AutoCAD;02.03.2026 19:00;soon\n";

fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../data").join(name)
}

async fn select(page: &Page, selector: &str, value: &str) -> Outcome {
    page.wait_for(selector).await?;
    let script = "
        const [selector, value] = arguments;
        const field = document.querySelector(selector);
        field.value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(script, vec![json!(selector), json!(value)]).await.map(drop)
}

async fn remove_all(page: &Page) -> Outcome {
    page.click("#open-plan").await?;
    page.click("#remove-all").await?;
    page.wait_for("#drop").await?;
    page.press(&["Escape"]).await?;
    page.wait_gone("#plan").await
}

/// A log of unknown columns is mapped once, by keyboard, and read by itself ever after.
pub async fn mapped_once(page: &Page) -> Outcome {
    let log = page.write("log.csv", LOG)?;
    page.wait_for("#drop").await?;
    page.drop_on("body", &[log]).await?;
    page.wait_text("#questions", "(Who, What, T1, T2) are not known").await?;
    page.settled().await?;
    page.no_violations().await?;
    page.click_role("button", "Choose the columns").await?;
    page.wait_text("#mapping-missing", "Still missing").await?;
    check(page.count("#use-mapping:disabled").await? == 1, "an incomplete mapping can be used")?;
    select(page, "#map-product", "1").await?;
    select(page, "#map-end", "3").await?;
    page.wait_text("#mapping-missing", "Everything").await?;
    page.wait_text("#map-end-memo", "2 of 3 can be read, 1 cannot: “soon”").await?;
    page.settled().await?;
    page.no_violations().await?;
    page.tab_to("#use-mapping").await?;
    page.press(&["Enter"]).await?;
    page.wait_gone("#mapping[open]").await?;
    page.wait_text("#cost", "14 tokens").await?;
    page.wait_gone("#questions").await?;

    // Removed by mistake, and put back.
    remove_all(page).await?;
    page.click_role("button", "Put the removed file back").await?;
    page.wait_text("#cost", "14 tokens").await?;

    // The same columns under another name, in a page that forgot the rows but not the plan.
    remove_all(page).await?;
    let again = page.write("april.csv", LOG)?;
    page.upload(&[again]).await?;
    page.wait_text("#cost", "14 tokens").await?;
    check(page.count("#questions").await? == 0, "a remembered mapping is asked for again")?;

    // Reachable by hand, and forgotten there.
    page.click("#open-plan").await?;
    page.click_role("button", "Columns… april.csv").await?;
    page.wait_text("#mapping-missing", "how such files are read now").await?;
    page.click("#forget-mapping").await?;
    page.wait_text("#questions", "are not known").await.map(drop)
}

/// Dates that read in two ways are asked about; one click answers, undo asks again, and the file beside
/// it stays.
pub async fn questioned(page: &Page) -> Outcome {
    page.wait_for("#drop").await?;
    page.settled().await?;
    let usage = page.write("usage.csv", USAGE)?;
    page.upload(&[usage, data("ingest/ambiguous_dates.csv")]).await?;
    page.wait_text("#questions", "the day or the month").await?;
    page.wait_text("#read", "5 rows = 3 used + 0 duplicates + 2 left out").await?;
    page.settled().await?;
    page.no_violations().await?;
    page.click_role("link", "Usage").await?;
    page.wait_text("#waiting", "2 of 5 rows wait for an answer").await?;
    page.click_role("link", "To the questions on the Overview").await?;
    page.click_role("button", "The day comes first").await?;
    page.wait_gone("#questions").await?;
    page.wait_gone("#waiting").await?;
    page.wait_text("#read", "2 files · 5 rows = 5 used + 0 duplicates + 0 left out").await?;
    page.wait_text("#cost", "41 tokens").await?;
    page.press(&["Control+z"]).await?;
    page.wait_text("#questions", "the day or the month").await?;
    page.wait_text("#read", "5 rows = 3 used + 0 duplicates + 2 left out").await?;

    // A usage report is asked for its dates.
    remove_all(page).await?;
    page.upload(&[data("results/usage_report/report.csv")]).await?;
    page.wait_text("#questions", "For which dates").await?;
    page.fill_label("First day", "2026-01-01").await?;
    page.fill_label("Last day", "2026-06-30").await?;
    page.click_role("button", "Use these dates").await?;
    page.wait_gone("#questions").await?;
    page.wait_text("#sums", "2026").await.map(drop)
}

/// What a subscriptions list shows as bought becomes a pack of the plan.
pub async fn bought(page: &Page) -> Outcome {
    page.wait_for("#drop").await?;
    page.settled().await?;
    page.upload(&[data("ingest/subscriptions.csv")]).await?;
    page.wait_text("#purchases", "500 tokens").await?;
    page.settled().await?;
    page.no_violations().await?;
    page.click_role("button", "Add to plan: 500 tokens").await?;
    let gone = "return !document.querySelector('#purchases')?.innerText.includes('500 tokens')";
    page.until("the end of the offer", gone, vec![]).await?;
    page.click("#open-plan").await?;
    page.wait_text("#plan", "500 tokens price unknown").await.map(drop)
}

/// A big file is stopped halfway: what was loaded before stays.
pub async fn stopped(page: &Page) -> Outcome {
    page.wait_for("#drop").await?;
    page.settled().await?;
    let usage = page.write("usage.csv", USAGE)?;
    page.upload(&[usage]).await?;
    page.wait_text("#cost", "14 tokens").await?;
    let big = page.write("big.csv", big())?;
    page.upload(std::slice::from_ref(&big)).await?;
    page.click("#stop").await?;
    page.wait_text("#status", "Stopped: 1 file not loaded").await?;
    page.wait_gone("#stop").await?;
    page.wait_text("#read", "1 file · 2 rows = 2 used").await?;
    page.wait_text("#cost", "14 tokens").await?;
    fs::remove_file(big)?;

    // What comes then is read as ever.
    let more = page.write("more.csv", USAGE.replace("ann", "ben"))?;
    page.upload(&[more]).await?;
    page.wait_text("#cost", "28 tokens").await.map(drop)
}

/// An answer has all files read again; stopped then, the ones that were read before stay in the list, the page
/// says what is missing, and one click reads them all.
pub async fn stopped_again(page: &Page) -> Outcome {
    page.wait_for("#drop").await?;
    page.settled().await?;
    let big = page.write("big.csv", big())?;
    page.upload(&[data("ingest/ambiguous_dates.csv"), big.clone()]).await?;
    page.wait_text("#read", "3,750,003 rows").await?;
    page.click_role("button", "The day comes first").await?;
    page.click("#stop").await?;
    page.wait_text("#status", "not read again yet").await?;
    page.wait_text("#incomplete", "big.csv").await?;
    page.settled().await?;
    page.no_violations().await?;
    page.click("#read-again").await?;
    page.wait_gone("#incomplete").await?;
    page.wait_text("#read", "2 files").await?;
    page.wait_text("#read", "+ 0 left out").await?;
    fs::remove_file(big).map_err(Into::into)
}

/// Some 150 MB: more than any machine reads between two looks at the page.
fn big() -> String {
    let mut day = String::new();
    for person in 0..25_000 {
        let _ = writeln!(day, "2026-06-{:02},person{person}@firm.example,AutoCAD,7", person % 30 + 1);
    }
    let mut text = String::from("day_used,email,offering_name,tokens_used\n");
    (0..150).for_each(|_| text.push_str(&day));
    text
}
