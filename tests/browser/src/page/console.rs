//! What the page complains about: errors of its console, and the list that it keeps itself.

use serde_json::{Value, json};

use super::{Extra, Page};
use crate::engine::Engine;
use crate::outcome::{Outcome, failed};

/// Hears, in the page, what some drivers do not tell: refusals by the policy (only Chromium's tells
/// them) and `console.error` (WebKit's has no console).
const LISTEN: &str = "
    if (window.heardByHarness) return;
    const heard = window.heardByHarness = [];
    addEventListener('securitypolicyviolation', (event) =>
        heard.push(`the policy refused ${event.effectiveDirective}: ${event.blockedURI}`));
    if (arguments[0]) {
        const error = console.error;
        console.error = (...said) => { heard.push(`console.error: ${said.join(' ')}`); error(...said); };
    }";

/// What was heard so, the page's own list if it keeps one, and the message of its panic panel.
const OWN: &str = "
    const panel = document.getElementById('panic-message');
    return [].concat(window.heardByHarness ?? [], window.flexgauge?.errors ?? [],
        panel ? panel.textContent : []);";

impl Page {
    /// Begins to hear the page. What happened before this is in no list, but a page that panics
    /// while it starts shows its panel.
    pub(super) async fn listen(&self) -> Outcome {
        let console_too = self.engine == Engine::WebKit;
        self.script(LISTEN, vec![json!(console_too)]).await.map(drop)
    }

    /// All complaints so far: uncaught errors, refusals by the policy, `console.error`.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        let mut all = match self.engine {
            Engine::Chromium => self.chromium_console().await?,
            Engine::Firefox => firefox_console(&self.driver.log()),
            Engine::WebKit => Vec::new(),
        };
        let own = self.script(OWN, vec![]).await?;
        let own = own.as_array().into_iter().flatten();
        all.extend(own.map(|entry| entry.as_str().map_or_else(|| entry.to_string(), str::to_owned)));
        Ok(all)
    }

    /// Fails when the page has complained.
    pub async fn no_complaints(&self) -> Outcome {
        let complaints = self.complaints().await?;
        if complaints.is_empty() {
            return Ok(());
        }
        failed(format!("the page complains:\n    {}", complaints.join("\n    ")))
    }

    async fn chromium_console(&self) -> Outcome<Vec<String>> {
        let new: Vec<String> = self
            .chromium_log("browser")
            .await?
            .iter()
            .filter(|entry| entry["level"] == "SEVERE")
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect();
        let mut heard = self.heard.borrow_mut();
        heard.console.extend(new);
        Ok(heard.console.clone())
    }

    /// The entries of one of Chromium's logs since they were last asked for.
    pub(super) async fn chromium_log(&self, kind: &str) -> Outcome<Vec<Value>> {
        let entries = self.client.issue_cmd(Extra { path: "se/log", body: json!({ "type": kind }) }).await?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }
}

/// Firefox writes the page's console to the driver's output, and much of its own besides.
fn firefox_console(log: &str) -> Vec<String> {
    let from_page = |line: &str| ["file://", "blob:", "http://"].iter().any(|from| line.contains(from));
    log.lines()
        .map(str::trim)
        .filter(|line| match line.split_once(": ") {
            Some(("console.error", said)) => !names_a_part(said),
            Some(("JavaScript error", said)) => from_page(said),
            _ => false,
        })
        .map(str::to_owned)
        .collect()
}

/// The parts of Firefox put their name before what they say (`services.settings: …`); what a page
/// says begins with a quotation mark, a bracket or a number.
fn names_a_part(said: &str) -> bool {
    let name = |part: &str| part.chars().all(|letter| letter.is_alphanumeric() || "._-".contains(letter));
    said.split_once(':').is_some_and(|(part, _)| !part.is_empty() && name(part))
}
