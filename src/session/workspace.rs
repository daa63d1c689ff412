//! The saved workspace, `flexgauge.workspace/1`: the plan and what the page remembers beside it.
//! Never any usage.

use engine::plan::{PLAN_SCHEMA, Plan, from_json, to_json};
use serde_json::Value;

/// The version this program writes.
pub const WORKSPACE_SCHEMA: &str = "flexgauge.workspace/1";
/// The name it is saved under.
pub const WORKSPACE_FILE: &str = "workspace.flexgauge.json";

/// A workspace or plan file that could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Its plan.
    pub plan: Plan,
    /// Whether names are hidden; a bare plan does not say.
    pub hide_names: Option<bool>,
}

/// The text of a workspace file.
pub fn workspace_text(plan: &Plan, hide_names: bool) -> String {
    // The plan's own text stays as the engine writes it, only further in.
    let plan = to_json(plan).trim_end().replace('\n', "\n  ");
    format!(
        "{{\n  \"schema\": \"{WORKSPACE_SCHEMA}\",\n  \"hide_names\": {hide_names},\n  \"plan\": {plan}\n}}\n"
    )
}

/// Reads a workspace file, or a bare plan file. What is wrong comes back as sentences.
pub fn open_workspace(text: &str) -> Result<Opened, Vec<String>> {
    let one = |sentence: String| Err(vec![sentence]);
    let value: Value = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(value) => value,
        Err(error) => return one(format!("this is not JSON: {error}. Nothing was changed.")),
    };
    let schema = value.get("schema").and_then(Value::as_str).unwrap_or_default();
    if schema == PLAN_SCHEMA {
        return Ok(Opened { plan: from_json(text)?, hide_names: None });
    }
    if schema != WORKSPACE_SCHEMA {
        return one(if is_newer(schema) {
            format!(
                "this was saved by a newer Flexgauge ({schema}; this one reads {WORKSPACE_SCHEMA}). Nothing was changed."
            )
        } else {
            format!(
                "this is no Flexgauge workspace: its “schema” should be “{WORKSPACE_SCHEMA}”. Nothing was changed."
            )
        });
    }
    let hide_names = match value.get("hide_names") {
        None | Some(Value::Null) => None,
        Some(Value::Bool(hide)) => Some(*hide),
        Some(other) => {
            return one(format!("its “hide_names” is {other}; expected true or false. Nothing was changed."));
        }
    };
    let plan = match value.get("plan") {
        None | Some(Value::Null) => Plan::default(),
        Some(plan) => from_json(&plan.to_string())?,
    };
    Ok(Opened { plan, hide_names })
}

fn is_newer(schema: &str) -> bool {
    schema
        .strip_prefix("flexgauge.workspace/")
        .and_then(|version| version.parse::<u32>().ok())
        .is_some_and(|version| version > 1)
}
