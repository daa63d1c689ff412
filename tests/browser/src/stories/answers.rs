//! What the page is for: files in, three answers out, and the same numbers in the file it saves.

use std::fs;
use std::path::PathBuf;

use crate::outcome::{Outcome, check};
use crate::page::Page;

/// A case of the engine's goldens: its exports, and what their results are.
fn case(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../data/results").join(name)
}

async fn wait_all(page: &Page, selector: &str, words: &[&str]) -> Outcome {
    for word in words {
        page.wait_text(selector, word).await?;
    }
    Ok(())
}

/// Exports the results and holds them against a golden, byte for byte.
async fn exports(page: &Page, golden: PathBuf) -> Outcome {
    page.click("#open-plan").await?;
    page.wait_for("#export-results").await?;
    page.click("#export-results").await?;
    let (name, bytes) = page.downloaded("results.json").await?;
    check(bytes == fs::read(&golden)?, format!("{name} differs from {}", golden.display()))?;
    page.press(&["Escape"]).await?;
    page.wait_gone("#plan").await
}

/// One export without any setting: cost at the list price, burn rate, and the field to fill.
pub async fn of_one_export(page: &Page) -> Outcome {
    let case = case("no_plan_usd");
    page.upload(&[case.join("export.csv")]).await?;
    wait_all(page, "#cost", &["$1,341", "447 tokens", "3 people", "check this"]).await?;
    page.wait_text("#band", "Tokens left").await?;
    page.wait_text("#read", "57 rows = 57 used + 0 duplicates + 0 left out").await?;
    exports(page, case.join("results.json")).await
}

/// Two overlapping exports and a workspace: each charge once, packs, a reading, a run-out date.
pub async fn of_a_workspace(page: &Page) -> Outcome {
    let case = case("two_months_overlap");
    let plan = fs::read_to_string(case.join("plan.json"))?;
    let workspace = page
        .write("mine.flexgauge.json", format!(r#"{{"schema": "flexgauge.workspace/1", "plan": {plan}}}"#))?;
    page.upload(&[case.join("1-june-july.csv"), case.join("2-july-august.csv"), workspace]).await?;
    wait_all(page, "#cost", &["€3,720", "1,278 tokens"]).await?;
    wait_all(page, "#read", &["2 files", "180 rows = 162 used + 18 duplicates + 0 left out"]).await?;
    wait_all(page, "#band", &["365"]).await?;
    exports(page, case.join("results.json")).await
}

/// The exports are kept in the workspace: opened on an empty page it gives the same results, byte for byte; the
/// same export dropped once more changes no number, and a damaged one is named.
pub async fn of_kept_exports(page: &Page) -> Outcome {
    let case = case("two_months_overlap");
    let plan = fs::read_to_string(case.join("plan.json"))?;
    let bare = page
        .write("bare.flexgauge.json", format!(r#"{{"schema": "flexgauge.workspace/1", "plan": {plan}}}"#))?;
    page.upload(&[bare, case.join("1-june-july.csv"), case.join("2-july-august.csv")]).await?;
    wait_all(page, "#cost", &["€3,720", "1,278 tokens"]).await?;
    page.click("#open-plan").await?;
    page.click("#save-workspace").await?;
    let (_, bytes) = page.downloaded(".flexgauge.json").await?;
    check(!String::from_utf8_lossy(&bytes).contains("exports"), "exports are kept though nobody asked")?;
    page.click("#keep-exports").await?;
    page.wait_text("#plan", "people’s names too").await?;
    page.settled().await?;
    page.no_violations().await?;
    page.click("#save-workspace").await?;
    let (_, bytes) = page.downloaded(".flexgauge.json").await?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    check(text.matches("\"gzip\"").count() == 2, format!("kept is {text}"))?;
    let kept = page.write("kept.flexgauge.json", &text)?;

    page.open().await?;
    page.wait_for("#drop").await?;
    page.settled().await?;
    page.upload(&[kept]).await?;
    wait_all(page, "#cost", &["€3,720", "1,278 tokens"]).await?;
    wait_all(page, "#read", &["2 files", "180 rows = 162 used + 18 duplicates + 0 left out"]).await?;
    exports(page, case.join("results.json")).await?;
    page.upload(&[case.join("1-june-july.csv")]).await?;
    wait_all(page, "#read", &["3 files", "= 162 used +"]).await?;
    wait_all(page, "#cost", &["€3,720", "1,278 tokens"]).await?;

    page.open().await?;
    page.wait_for("#drop").await?;
    page.settled().await?;
    // A few bytes in the middle of the first export are other ones now.
    let start = text.find("\"gzip\": \"").map_or(0, |at| at + 60);
    let mut edited = text.clone();
    edited.replace_range(start..start + 8, "AAAAAAAA");
    let edited = page.write("edited.flexgauge.json", edited)?;
    page.upload(&[edited]).await?;
    page.wait_text("body", "the export “1-june-july.csv” kept in it is damaged and was not read").await?;
    page.wait_text("#read", "1 file ·").await.map(drop)
}

/// The short form: a currency without shipped prices asks for one, `2,90` is a price, tokens left
/// give a run-out date, and undo takes it all back.
pub async fn of_the_short_form(page: &Page) -> Outcome {
    page.upload(&[case("euro_without_price").join("export.csv")]).await?;
    page.wait_text("#cost", "$2,955").await?;
    page.click("#open-plan").await?;
    page.wait_for("#currency").await?;
    page.fill("#currency", "EUR").await?;
    page.press(&["Tab"]).await?;
    page.wait_text("#cost", "Price unknown").await?;
    page.fill("#token-price", "2,90").await?;
    page.press(&["Tab"]).await?;
    wait_all(page, "#cost", &["€2,857", "€2.90"]).await?;
    page.press(&["Escape"]).await?;
    page.wait_gone("#plan").await?;

    page.fill("#band-left", "280,7").await?;
    page.click("#band form button[type=submit]").await?;
    // 280.7 tokens at 14.035714 a day: the twentieth day is covered, the next is not.
    wait_all(page, "#runout", &["Mar 31, 2026"]).await?;
    page.click("#open-plan").await?;
    page.wait_for("#undo").await?;
    page.click("#undo").await?;
    page.wait_text("#band", "Tokens left").await?;
    page.click("#undo").await?;
    page.wait_text("#cost", "Price unknown").await?;
    page.click("#undo").await?;
    page.wait_text("#cost", "$2,955").await?;
    page.click("#redo").await?;
    page.wait_text("#cost", "Price unknown").await.map(drop)
}

/// The example fits the article's arithmetic; why says the rule and the rows; names can be hidden.
pub async fn of_the_example(page: &Page) -> Outcome {
    page.wait_for("#example").await?;
    page.settled().await?;
    page.tab_to("Try it with an example").await?;
    page.press(&["Space"]).await?;
    wait_all(page, "#cost", &["€120,750", "40,250 tokens", "32 people"]).await?;
    wait_all(page, "#people", &["Tessel Marrow", "1,610"]).await?;
    page.wait_text("#runout", "Dec").await?;
    page.settled().await?;
    page.no_violations().await?;

    page.click("#cost .why").await?;
    wait_all(page, "#why", &["Cost of past use", "earliest end", "example-daily-usage.csv"]).await?;
    page.settled().await?;
    page.no_violations().await?;
    page.press(&["Escape"]).await?;
    page.wait_gone("#why[open]").await?;
    let focused = page.script("return document.activeElement.className", vec![]).await?;
    check(
        focused.as_str().is_some_and(|class| class.contains("why")),
        format!("the focus went to {focused}"),
    )?;

    page.click("#open-plan").await?;
    page.wait_for("#hide-names").await?;
    page.settled().await?;
    page.no_violations().await?;
    page.click("#hide-names").await?;
    page.wait_text("#people", "Person 0").await?;
    let shown = page.script("return document.documentElement.outerHTML", vec![]).await?;
    let shown = shown.as_str().unwrap_or_default();
    check(!shown.contains("Tessel") && !shown.contains("brickline.example"), "a hidden name is in the page")
}

/// Files that hold no usage: each gets a sentence, and what was loaded before stays.
pub async fn of_bad_files(page: &Page) -> Outcome {
    page.upload(&[case("no_plan_usd").join("export.csv")]).await?;
    page.wait_text("#cost", "$1,341").await?;
    let bad: [(&str, &[u8]); 8] = [
        ("empty.csv", b""),
        ("header.csv", b"day_used,email,offering_name,tokens_used\n"),
        ("other.csv", b"a,b,c\n1,2,3\n"),
        ("book.xlsx", b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml xl/workbook.xml"),
        ("files.zip", b"PK\x03\x04\x14\x00\x00\x00\x08\x00readme.txt"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"),
        ("nul.csv", b"day_used\x00,email\x00\x00\x00\n\x00\x00\x01\x02"),
        (
            "rows.csv",
            b"day_used,email,offering_name,tokens_used\n2026-01-05,few@firm.example\n\
              2026-01-06,many@firm.example,AutoCAD,7,7\n2026-13-01,day@firm.example,AutoCAD,7\n",
        ),
    ];
    let mut files = Vec::new();
    for (name, bytes) in bad {
        files.push(page.write(name, bytes)?);
    }
    page.upload(&files).await?;
    page.wait_text("#read", "9 files").await?;
    wait_all(page, "#read", &["60 rows = 57 used + 0 duplicates + 3 left out"]).await?;
    page.wait_text("#cost", "$1,341").await?;
    page.wait_for("#left-out").await?;
    for (name, _) in bad {
        page.wait_text("#left-out", name).await?;
    }
    wait_all(page, "#left-out", &["The file is empty", "2026-13-01", "Save as", "Excel workbooks: 1"])
        .await?;
    page.settled().await?;
    page.no_violations().await?;
    page.click("#export-left-out").await?;
    let (_, bytes) = page.downloaded("left-out.csv").await?;
    let csv = String::from_utf8_lossy(&bytes);
    check(csv.contains("rows.csv,4,day_used,2026-13-01"), format!("the list is {csv}"))
}

/// Files without days tell their sums, and what they cannot tell.
pub async fn of_sums(page: &Page) -> Outcome {
    let case = case("usage_report");
    page.upload(&[case.join("report.csv")]).await?;
    wait_all(page, "#sums", &["134 tokens, $402", "not days", "dates chosen"]).await?;
    page.settled().await?;
    page.no_violations().await?;
    exports(page, case.join("results.json")).await
}
