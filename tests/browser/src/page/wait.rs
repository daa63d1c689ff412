//! Waiting is asking again: a condition, polled up to a cap that no healthy run comes near.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::Page;
use crate::outcome::{Outcome, Trouble, failed};

/// Generous, since nothing is measured here: only a page that never answers meets it.
const CAP: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(40);

/// The text as a reader sees it; an element that is not rendered has none.
const TEXT: &str = "
    const element = document.querySelector(arguments[0]);
    return element && (element.innerText ?? element.textContent);";

impl Page {
    /// Polls a script until its result is true in JavaScript's sense, and gives that result.
    /// `what` completes the sentence *waited in vain for …*.
    pub async fn until(&self, what: &str, script: &str, args: Vec<Value>) -> Outcome<Value> {
        let start = Instant::now();
        loop {
            let last = match self.script(script, args.clone()).await {
                Ok(value) if truthy(&value) => return Ok(value),
                Ok(_) => String::new(),
                // While a page is being replaced, scripts fail for a moment.
                Err(Trouble::Failed(why) | Trouble::Skipped(why)) => format!(" ({why})"),
            };
            if start.elapsed() > CAP {
                let shown = self.seen_instead().await;
                return failed(format!(
                    "waited {} s in vain for {what}{last}; the page shows: {shown}",
                    CAP.as_secs()
                ));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until something matches the selector.
    pub async fn wait_for(&self, selector: &str) -> Outcome {
        let script = "return document.querySelector(arguments[0]) !== null";
        self.until(selector, script, vec![json!(selector)]).await.map(drop)
    }

    /// Waits until nothing matches the selector any more.
    pub async fn wait_gone(&self, selector: &str) -> Outcome {
        let script = "return document.querySelector(arguments[0]) === null";
        self.until(&format!("the end of {selector}"), script, vec![json!(selector)]).await.map(drop)
    }

    /// Waits until the element's visible text contains `words`, and gives the whole text.
    pub async fn wait_text(&self, selector: &str, words: &str) -> Outcome<String> {
        let script = "
            const element = document.querySelector(arguments[0]);
            const text = element && (element.innerText ?? element.textContent);
            return text && text.includes(arguments[1]) ? text : null;";
        let what = format!("“{words}” in {selector}");
        let text = self.until(&what, script, vec![json!(selector), json!(words)]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// The visible text of the first element that matches, once there is one.
    pub async fn text(&self, selector: &str) -> Outcome<String> {
        self.wait_for(selector).await?;
        let text = self.script(TEXT, vec![json!(selector)]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// The visible texts of all elements that match now.
    pub async fn texts(&self, selector: &str) -> Outcome<Vec<String>> {
        let script = "
            return Array.from(document.querySelectorAll(arguments[0]), (element) =>
                element.innerText ?? element.textContent);";
        let texts = self.script(script, vec![json!(selector)]).await?;
        let texts = texts.as_array().into_iter().flatten();
        Ok(texts.map(|text| text.as_str().unwrap_or_default().to_owned()).collect())
    }

    /// How many elements match now.
    pub async fn count(&self, selector: &str) -> Outcome<u64> {
        let script = "return document.querySelectorAll(arguments[0]).length";
        Ok(self.script(script, vec![json!(selector)]).await?.as_u64().unwrap_or_default())
    }

    /// The beginning of the page's text, to say what was there instead.
    async fn seen_instead(&self) -> String {
        let text = self.script(TEXT, vec![json!("body")]).await.unwrap_or_default();
        let text = text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() { "nothing".into() } else { text.chars().take(600).collect() }
    }
}

fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(value) => *value,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}
