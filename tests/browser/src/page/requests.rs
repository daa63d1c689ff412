//! What the page asked the network for. *Nothing leaves the browser* is a promise, so it is looked
//! at from outside.

use serde_json::Value;

use super::Page;
use crate::engine::Engine;
use crate::outcome::{Outcome, failed};

impl Page {
    /// Every request beside the page itself, `blob:` and `data:`.
    ///
    /// Chromium's log knows all of them. The other drivers have none; there the page's own record
    /// of what it has loaded is read, which in WebKit lacks what was asked for in vain.
    pub async fn requests(&self) -> Outcome<Vec<String>> {
        let all = match self.engine {
            Engine::Chromium => self.chromium_requests().await?,
            Engine::Firefox | Engine::WebKit => self.loaded().await?,
        };
        Ok(all.into_iter().filter(|address| !self.allowed(address)).collect())
    }

    /// Fails when there was a request.
    pub async fn no_requests(&self) -> Outcome {
        let requests = self.requests().await?;
        if requests.is_empty() {
            return Ok(());
        }
        failed(format!("the page made requests:\n    {}", requests.join("\n    ")))
    }

    async fn chromium_requests(&self) -> Outcome<Vec<String>> {
        let entries = self.chromium_log("performance").await?;
        let new: Vec<String> =
            entries.iter().filter_map(|entry| requested(entry["message"].as_str()?)).collect();
        let mut heard = self.heard.borrow_mut();
        heard.requests.extend(new);
        Ok(heard.requests.clone())
    }

    async fn loaded(&self) -> Outcome<Vec<String>> {
        let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
        let names = self.script(script, vec![]).await?;
        let names = names.as_array().into_iter().flatten();
        Ok(names.filter_map(|name| name.as_str().map(str::to_owned)).collect())
    }

    fn allowed(&self, address: &str) -> bool {
        // The browser's own pages are not the page's doing.
        let inner = ["blob:", "data:", "about:", "chrome:", "chrome-extension:"];
        if inner.iter().any(|start| address.starts_with(start)) {
            return true;
        }
        let page = self.address.split('#').next().unwrap_or_default();
        if page.starts_with("file:") {
            return address.split('#').next() == Some(page);
        }
        // A served page may load from its own server, and listen to it for changes.
        let host = |address: &str| {
            url::Url::parse(address)
                .ok()
                .map(|url| (url.host_str().map(str::to_owned), url.port_or_known_default()))
        };
        host(address) == host(page)
    }
}

/// The address that an entry of the log asks for, if it is about a request.
fn requested(message: &str) -> Option<String> {
    let message: Value = serde_json::from_str(message).ok()?;
    let message = &message["message"];
    let url = match message["method"].as_str()? {
        "Network.requestWillBeSent" => &message["params"]["request"]["url"],
        "Network.webSocketCreated" | "Network.webTransportCreated" => &message["params"]["url"],
        _ => return None,
    };
    url.as_str().map(str::to_owned)
}
