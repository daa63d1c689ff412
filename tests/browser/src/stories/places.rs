//! The places beside the Overview: what is decided in one shows in the others, and can be undone.

use crate::outcome::{Outcome, check};
use crate::page::Page;
use crate::stories::steps::{example, go};

/// Ten people are accepted, the run-out moves, the list is saved; undo takes all of it back.
pub async fn of_accepted_moves(page: &Page) -> Outcome {
    example(page).await?;
    go(page, "licences", "#licences-headline").await?;
    page.wait_text("#licences-headline", "Move 10 people to subscriptions: saves €25,000 a year").await?;
    page.settled().await?;
    page.no_violations().await?;

    page.click("#licence-people tbody .link").await?;
    page.wait_text("#licence-people", "Set it myself").await?;
    page.settled().await?;
    page.no_violations().await?;

    page.click("#accept-all").await?;
    page.wait_text("#accepted-moves", "10 people accepted").await?;
    page.click("#save-moves").await?;
    let (name, bytes) = page.downloaded(".csv").await?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    check(text.contains("tessel.marrow@brickline.example"), format!("{name} lacks a person: {text}"))?;

    go(page, "forecast", "#forecast-then").await?;
    page.wait_text("#forecast-then", "fewer").await?;
    page.settled().await?;
    page.no_violations().await?;
    page.click("#forecast-answer .why").await?;
    page.wait_text("#why", "futures").await?;
    page.press(&["Escape"]).await?;
    page.wait_gone("#why[open]").await?;

    page.click("#open-plan").await?;
    page.wait_for("#undo").await?;
    page.click("#undo").await?;
    page.wait_gone("#forecast-then").await?;
    page.press(&["Escape"]).await?;
    go(page, "licences", "#accepted-moves").await?;
    page.wait_text("#accepted-moves", "Nothing is accepted yet").await.map(drop)
}

/// A price that is missing is asked for where it is needed, and everything follows.
pub async fn of_a_missing_price(page: &Page) -> Outcome {
    example(page).await?;
    go(page, "licences", "#offer-0-price").await?;
    page.fill("#offer-0-price", " ").await?;
    page.press(&["Tab"]).await?;
    page.wait_text("#licences-problem", "No subscription has a price").await?;
    page.fill("#offer-0-price", "2.330,00").await?;
    page.press(&["Tab"]).await?;
    page.wait_text("#licences-headline", "saves €25,000 a year").await.map(drop)
}
