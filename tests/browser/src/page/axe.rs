//! Accessibility, checked by axe-core.

use std::fmt;
use std::fs;

use serde_json::{Value, json};

use super::Page;
use crate::browsers;
use crate::outcome::{Outcome, Trouble, failed};

/// A rule of axe-core that the page breaks.
#[derive(Debug)]
pub struct Violation {
    pub rule: String,
    pub impact: String,
    pub help: String,
    /// Where: selectors.
    pub places: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} ({}): {} at {}", self.rule, self.impact, self.help, self.places.join(", "))
    }
}

impl Page {
    /// What axe-core finds on the page as it stands. Skipped where axe-core is not installed.
    pub async fn violations(&self) -> Outcome<Vec<Violation>> {
        let Ok(source) = fs::read_to_string(browsers::axe()) else {
            return Err(Trouble::Skipped("axe-core is not installed (it needs npm)".into()));
        };
        self.script(&source, vec![]).await?;
        let run = "
            const done = arguments[arguments.length - 1];
            window.axe.run(document, { resultTypes: ['violations'] }).then(
                (result) => done({ violations: result.violations.map((rule) => ({
                    rule: rule.id, impact: rule.impact, help: rule.help,
                    places: rule.nodes.map((node) => node.target.join(' ')),
                })) }),
                (why) => done({ why: String(why) }));";
        let result = self.client.execute_async(run, vec![]).await?;
        let Some(found) = result["violations"].as_array() else {
            return failed(format!("axe-core did not run: {}", result["why"]));
        };
        Ok(found.iter().map(violation).collect())
    }

    /// Fails when axe-core finds something.
    pub async fn no_violations(&self) -> Outcome {
        let found = self.violations().await?;
        if found.is_empty() {
            return Ok(());
        }
        let list: Vec<String> = found.iter().map(ToString::to_string).collect();
        failed(format!("axe-core finds:\n    {}", list.join("\n    ")))
    }

    /// Calm page for axe-core and pictures: answers are there, animations have ended, fonts are loaded.
    pub async fn settled(&self) -> Outcome {
        let script = "
            return document.readyState === 'complete' && document.fonts.status === 'loaded'
                && !document.querySelector('[aria-busy=true]')
                && document.getAnimations().every((one) => one.playState !== 'running'
                    || one.effect?.getComputedTiming().endTime === Infinity);";
        self.until("the page to come to rest", script, vec![json!(null)]).await.map(drop)
    }
}

fn violation(found: &Value) -> Violation {
    let text = |name: &str| found[name].as_str().unwrap_or_default().to_owned();
    let places = found["places"].as_array().into_iter().flatten();
    Violation {
        rule: text("rule"),
        impact: text("impact"),
        help: text("help"),
        places: places.map(|place| place.as_str().unwrap_or_default().to_owned()).collect(),
    }
}
