//! Starts a browser and opens a page in it.

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::driver::{Driver, Screen};
use crate::engine::{Engine, Setup};
use crate::outcome::Outcome;
use crate::page::{Page, Size};

/// A browser of its own for each story: nothing is left from the one before. It ends when the page
/// is dropped, at once and not by its own slow goodbye, since all it has written is in a folder
/// that goes with it.
pub async fn open(
    engine: Engine,
    setup: Setup,
    screen: Option<&Screen>,
    address: &str,
    size: Size,
) -> Outcome<Page> {
    let driver = Driver::start(engine, setup, screen).await?;
    let wishes = engine.capabilities(setup, driver.folder(), &driver.home());
    let client: Client =
        ClientBuilder::new(HttpConnector::new()).capabilities(wishes).connect(&driver.url()).await?;
    let page = Page::new(client, engine, driver, address);
    if engine == Engine::Chromium && setup.dark {
        let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        page.devtools("Emulation.setEmulatedMedia", dark).await?;
    }
    page.resize(size).await?;
    page.open().await?;
    Ok(page)
}
