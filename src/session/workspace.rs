//! The saved workspace, `flexgauge.workspace/1`: the plan, what the page remembers beside it, and, on
//! request, the exports as they were given.

use crate::browser::packing::Packed;
use crate::words::numbers::bytes as size;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::plan::{PLAN_SCHEMA, Plan, WORKSPACE_SCHEMA, from_json, is_newer_workspace, to_json};
use serde_json::Value;

/// The name it is saved under.
pub const WORKSPACE_FILE: &str = "workspace.flexgauge.json";

/// How large a workspace file may be.
pub const WORKSPACE_BYTES_MAX: u64 = 200_000_000;
/// How large the exports kept in one may be together, unpacked.
pub const EXPORTS_BYTES_MAX: u64 = 2_000_000_000;

/// A workspace or plan file that could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Its plan.
    pub plan: Plan,
    /// Whether names are hidden; a bare plan does not say.
    pub hide_names: Option<bool>,
    /// The exports kept in it, still packed.
    pub exports: Vec<Packed>,
    /// The names of exports kept in it that can no longer be read.
    pub damaged: Vec<String>,
}

/// The text of a workspace file without exports.
pub fn workspace_text(plan: &Plan, hide_names: bool) -> String {
    // The plan's own text stays as the engine writes it, only further in.
    let plan = to_json(plan).trim_end().replace('\n', "\n  ");
    format!(
        "{{\n  \"schema\": \"{WORKSPACE_SCHEMA}\",\n  \"hide_names\": {hide_names},\n  \"plan\": {plan}\n}}\n"
    )
}

/// The text of a workspace file that keeps these exports.
pub fn workspace_with(plan: &Plan, hide_names: bool, exports: &[Packed]) -> String {
    let mut text = workspace_text(plan, hide_names);
    let Some((first, others)) = exports.split_first() else { return text };
    text.truncate(text.len() - END.len());
    text.reserve(exports.iter().map(|export| text_bytes(export) as usize).sum());
    text.push_str(",\n  \"exports\": [");
    push_export(&mut text, first);
    for export in others {
        text.push(',');
        push_export(&mut text, export);
    }
    text.push_str("\n  ]");
    text.push_str(END);
    text
}

/// How a workspace file ends.
const END: &str = "\n}\n";

fn push_export(text: &mut String, Packed { name, bytes, gzip }: &Packed) {
    let name = Value::from(name.as_str());
    text.push_str(&format!("\n    {{\"name\": {name}, \"bytes\": {bytes}, \"gzip\": \""));
    STANDARD.encode_string(gzip, text);
    text.push_str("\"}");
}

/// How large a workspace file that keeps these exports is, without writing it; never less.
pub(super) fn workspace_bytes(plan: &Plan, hide_names: bool, exports: &[Packed]) -> u64 {
    workspace_text(plan, hide_names).len() as u64 + exports.iter().map(text_bytes).sum::<u64>() + 100
}

fn text_bytes(export: &Packed) -> u64 {
    // Escaped, a character of a name is six bytes at most.
    (export.gzip.len().div_ceil(3) * 4 + export.name.len() * 6 + 100) as u64
}

/// Reads a workspace file, or a bare plan file. What is wrong comes back as sentences.
pub fn open_workspace(text: &str) -> Result<Opened, Vec<String>> {
    let one = |sentence: String| Err(vec![sentence]);
    let mut value: Value = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(value) => value,
        Err(error) => return one(format!("this is not JSON: {error}. Nothing was changed.")),
    };
    let schema = value.get("schema").and_then(Value::as_str).unwrap_or_default();
    if schema == PLAN_SCHEMA {
        let plan = from_json(text)?;
        return Ok(Opened { plan, hide_names: None, exports: Vec::new(), damaged: Vec::new() });
    }
    if schema != WORKSPACE_SCHEMA {
        return one(if is_newer_workspace(schema) {
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
    match value.get_mut("exports").map_or(Value::Null, Value::take) {
        Value::Null => Ok(Opened { plan, hide_names, exports: Vec::new(), damaged: Vec::new() }),
        Value::Array(kept) => match read_exports(kept) {
            Ok((exports, damaged)) => Ok(Opened { plan, hide_names, exports, damaged }),
            Err(why) => one(format!("{why} Nothing was changed.")),
        },
        _ => one("its “exports” is no list. Nothing was changed.".to_string()),
    }
}

/// The exports kept, and the names of those that are damaged.
fn read_exports(kept: Vec<Value>) -> Result<(Vec<Packed>, Vec<String>), String> {
    let (mut exports, mut damaged, mut sum) = (Vec::new(), Vec::new(), 0u64);
    for export in kept {
        let text = |field: &str| export.get(field).and_then(Value::as_str);
        let bytes = export.get("bytes").and_then(Value::as_u64);
        let (Some(name), Some(bytes), Some(gzip)) = (text("name"), bytes, text("gzip")) else {
            return Err("one of its “exports” has no “name”, “bytes” or “gzip”.".to_string());
        };
        sum = sum.saturating_add(bytes);
        match STANDARD.decode(gzip) {
            Ok(gzip) => exports.push(Packed { name: name.to_string(), bytes, gzip }),
            Err(_) => damaged.push(name.to_string()),
        }
    }
    if sum > EXPORTS_BYTES_MAX {
        return Err(format!(
            "the exports in it are {} together, and {} can be opened at once.",
            size(sum),
            size(EXPORTS_BYTES_MAX)
        ));
    }
    Ok((exports, damaged))
}
