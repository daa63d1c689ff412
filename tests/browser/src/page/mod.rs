//! The page as a story sees it: what a reader can do, and what a reader can see.
//!
//! There are no pauses: every step waits until what it needs is there, with one generous cap.

mod axe;
mod console;
mod files;
mod find;
mod keys;
mod picture;
mod requests;
mod wait;

pub use picture::Size;

use std::cell::RefCell;

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::engine::Engine;
use crate::outcome::Outcome;

/// One page in one browser.
pub struct Page {
    client: Client,
    engine: Engine,
    driver: Driver,
    address: String,
    /// Chromium forgets its logs when they are read, so they are kept here.
    heard: RefCell<Heard>,
}

#[derive(Default)]
struct Heard {
    console: Vec<String>,
    requests: Vec<String>,
}

impl Page {
    pub fn new(client: Client, engine: Engine, driver: Driver, address: &str) -> Page {
        Page { client, engine, driver, address: address.into(), heard: RefCell::default() }
    }

    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Opens the page, or opens it anew.
    pub async fn open(&self) -> Outcome {
        self.client.goto(&self.address).await?;
        self.listen().await
    }

    /// Opens the page at one of its places, `#usage` for example.
    pub async fn open_at(&self, place: &str) -> Outcome {
        self.client.goto(&format!("{}{place}", self.address)).await?;
        self.listen().await
    }

    /// Runs a script in the page. Scripts run so are not stopped by the page's policy.
    pub async fn script(&self, script: &str, args: Vec<Value>) -> Outcome<Value> {
        Ok(self.client.execute(script, args).await?)
    }

    /// The same for a script that calls its last argument when it is done.
    pub async fn script_async(&self, script: &str) -> Outcome<Value> {
        Ok(self.client.execute_async(script, vec![]).await?)
    }

    /// A command of Chromium's developer tools, for what WebDriver cannot say.
    pub async fn devtools(&self, method: &str, params: Value) -> Outcome<Value> {
        let body = json!({ "cmd": method, "params": params });
        Ok(self.client.issue_cmd(Extra { path: "goog/cdp/execute", body }).await?)
    }

    /// What the driver has written; for the reason of a failure.
    pub fn driver_log(&self) -> String {
        self.driver.log()
    }
}

/// A command of one driver that the standard does not have.
#[derive(Debug)]
struct Extra {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
