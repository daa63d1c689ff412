//! The harness against a page of its own (`fixture/page.html`): it can do what the stories ask of
//! it, and it notices what they rely on it to notice.

use crate::engine::Engine;
use crate::outcome::{Outcome, check};
use crate::page::Page;

/// Uploads, drops, downloads, fields, names and keys.
pub async fn acts(page: &Page) -> Outcome {
    let (one, two) = (page.write("one.txt", "first")?, page.write("two.txt", "second")?);
    page.upload(&[&one, &two]).await?;
    page.wait_text("#status", "2 files: first|second").await?;
    page.drop_on("main", &[&two, &one]).await?;
    page.wait_text("#status", "2 files: second|first").await?;

    page.fill_label("Tokens left", "1200").await?;
    page.fill("#day", "2026-07-31").await?;
    page.wait_text("#status", "1200 on 2026-07-31").await?;

    page.click_role("button", "Count").await?;
    page.wait_text("#status", "counted 1").await?;
    page.click_text("Count").await?;
    page.wait_text("#status", "counted 2").await?;
    page.tab_to("#save").await?;
    page.press(&["Shift+Tab", "Enter"]).await?;
    page.wait_text("#status", "counted 3").await?;

    check(page.count("button").await? == 4, "there are four buttons")?;
    check(page.texts("h1").await? == [page.text("h1").await?], "the heading reads twice alike")?;
    page.open_at("#elsewhere").await?;
    page.wait_for("#left").await?;
    page.wait_gone("#nowhere").await?;

    page.click("#save").await?;
    let (name, bytes) = page.downloaded("saved.bin").await?;
    check(bytes == [0, 255, 13, 10, 65], format!("{name} came with the bytes {bytes:?}"))
}

/// `file://` is as strict as at a reader's: automation relaxes it in Firefox unless told not to.
pub async fn strict(page: &Page) -> Outcome {
    page.click("#sibling").await?;
    page.wait_text("#status", "refused").await.map(drop)
}

/// Errors and requests are noticed.
pub async fn notices(page: &Page) -> Outcome {
    page.no_complaints().await?;
    page.no_requests().await?;
    page.click("#break").await?;
    page.wait_text("#status", "broken").await?;
    // On file:// WebKit does not tell a page what was thrown.
    let thrown = if page.engine() == Engine::WebKit { "Script error." } else { "thrown on purpose" };
    page.until("the error", "return window.flexgauge.errors.length", vec![]).await?;
    let complaints = page.complaints().await?.join("\n");
    for words in [thrown, "said aloud", "connect-src"] {
        check(complaints.contains(words), format!("not heard: {words}; heard: {complaints}"))?;
    }
    if page.engine() == Engine::WebKit {
        // WebKit records only what it was given, so a request in vain is not seen there.
        return Ok(());
    }
    let requests = page.requests().await?;
    check(requests.iter().any(|address| address.contains("asked.png")), format!("saw only {requests:?}"))
}

/// So is a picture without a text, and nothing before it is there.
pub async fn checks_accessibility(page: &Page) -> Outcome {
    page.no_violations().await?;
    page.click("#break").await?;
    page.wait_text("#status", "broken").await?;
    let found = page.violations().await?;
    let rules: Vec<&str> = found.iter().map(|violation| violation.rule.as_str()).collect();
    check(rules.contains(&"image-alt"), format!("axe-core found only {rules:?}"))
}
