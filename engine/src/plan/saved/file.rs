//! The plan in a file: one that holds a bare plan, or a workspace that the page saved.

use super::PLAN_SCHEMA;
use serde_json::Value;

/// The workspace that is written.
pub const WORKSPACE_SCHEMA: &str = "flexgauge.workspace/1";
/// What the schema of every workspace begins with; its version follows.
const WORKSPACE: &str = "flexgauge.workspace/";
/// The newest workspace that can be read.
const WORKSPACE_VERSION: u32 = 1;

/// Whether this is the schema of a workspace that a later version wrote.
pub fn is_newer_workspace(schema: &str) -> bool {
    let version = schema.strip_prefix(WORKSPACE).and_then(|version| version.parse::<u32>().ok());
    version.is_some_and(|version| version > WORKSPACE_VERSION)
}

/// The plan's text out of a plan file or a workspace file. What is wrong comes back as sentences; what
/// is wrong with the plan itself is told by `from_json`.
pub fn plan_text_of(file: &str) -> Result<String, Vec<String>> {
    let file = file.trim_start_matches('\u{feff}');
    let workspace = serde_json::from_str::<Value>(file).ok().and_then(|value| {
        let version = value.get("schema")?.as_str()?.strip_prefix(WORKSPACE)?.to_string();
        Some((version, value.get("plan").filter(|plan| !plan.is_null()).map(Value::to_string)))
    });
    match workspace {
        None => Ok(file.to_string()),
        Some((version, plan)) => match version.parse::<u32>() {
            Ok(version) if version <= WORKSPACE_VERSION => {
                Ok(plan.unwrap_or_else(|| format!("{{\"schema\": \"{PLAN_SCHEMA}\"}}")))
            }
            Ok(_) => Err(vec![format!(
                "The workspace was saved by a newer Flexgauge ({WORKSPACE}{version}; this one reads {WORKSPACE_SCHEMA})."
            )]),
            Err(_) => Err(vec![format!("The workspace’s “schema” names no version: {WORKSPACE}{version}.")]),
        },
    }
}
